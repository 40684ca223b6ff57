import { relative } from 'node:path'
import { asHostError } from '../diagnosis/system-error.js'
import { Failure, Interrupted, type Location, messageOf } from '../errors.js'
import type { Host } from '../host/host.js'
import { PlatformsFailed } from '../pipeline/platforms.js'
import { failureSummary } from '../report/summary.js'

/**
 * Runs a command with what all doors share: signals cancel it, a failure becomes one error with its cure, and the
 * exit code says how it ended.
 */
export async function enter(
  host: Host,
  command: (signal: AbortSignal, onTag: (reference: string) => void) => Promise<void>,
): Promise<void> {
  const cancelled = new AbortController()
  const cancel = () => {
    // A second signal means: now.
    if (cancelled.signal.aborted) process.exit(new Interrupted().exitCode)
    cancelled.abort()
  }
  process.on('SIGINT', cancel)
  process.on('SIGTERM', cancel)
  const tagsSet: string[] = []
  try {
    await command(cancelled.signal, (reference) => tagsSet.push(reference))
  } catch (error) {
    process.exitCode = await reportFailure(
      host,
      cancelled.signal.aborted ? new Interrupted() : error,
      tagsSet,
    )
  } finally {
    process.off('SIGINT', cancel)
    process.off('SIGTERM', cancel)
  }
}

async function reportFailure(host: Host, thrown: unknown, tagsSet: readonly string[]): Promise<number> {
  const error = asHostError(thrown) ?? thrown
  if (!(error instanceof Failure)) {
    host.error(`internal error, please report it: ${messageOf(error)}`)
    host.info(error instanceof Error ? (error.stack ?? '') : '')
    return 1
  }
  const { message, cure, location } = error
  host.error(cure === undefined ? message : `${message}\nWhat to do: ${cure}`, location)
  const failed = error instanceof PlatformsFailed ? error : undefined
  if (failed !== undefined && failed.tail.length > 0)
    host.info(`Last lines:\n${failed.tail.map(indented).join('\n')}`)
  for (const fate of failed?.fates ?? []) host.info(fate)
  await host.summarize(
    failureSummary({
      title: error instanceof Interrupted ? 'multiarch-build was cancelled' : 'multiarch-build failed',
      message,
      cure,
      place: location && place(location),
      tail: failed?.tail ?? [],
      fates: failed?.fates ?? [],
      tagsSet,
    }),
  )
  return error.exitCode
}

function indented(line: string): string {
  return `  ${line}`
}

function place(location: Location): string {
  return `${relative(process.cwd(), location.file)}:${location.line}`
}
