import { relative } from 'node:path'
import { asHostError } from '../diagnosis/system-error.js'
import { Failure, Interrupted, type Location, messageOf } from '../errors.js'
import type { Host } from '../host/host.js'
import { tellFailure } from '../pipeline/tell-failure.js'
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
  // An error that nobody waits for: what is under way is stopped and cleaned up all the same.
  let stray: unknown
  const stop = (error: unknown) => {
    stray ??= error
    cancelled.abort()
  }
  const handlers = { SIGINT: cancel, SIGTERM: cancel, uncaughtException: stop }
  for (const [event, handler] of Object.entries(handlers)) process.on(event, handler)
  const tagsSet: string[] = []
  try {
    await command(cancelled.signal, (reference) => tagsSet.push(reference))
    if (stray !== undefined) throw stray
  } catch (error) {
    const cause = stray ?? (cancelled.signal.aborted ? new Interrupted() : error)
    process.exitCode = await reportFailure(host, cause, tagsSet)
  } finally {
    for (const [event, handler] of Object.entries(handlers)) process.off(event, handler)
  }
}

async function reportFailure(host: Host, thrown: unknown, tagsSet: readonly string[]): Promise<number> {
  const error = asHostError(thrown) ?? thrown
  if (!(error instanceof Failure)) {
    host.error(`internal error, please report it: ${messageOf(error)}`)
    host.info(error instanceof Error ? (error.stack ?? '') : '')
    sayWhereLogIs(host)
    return 1
  }
  const { message, cure, location } = error
  const { tail, fates } = tellFailure(host, error)
  sayWhereLogIs(host)
  await host.summarize(
    failureSummary({
      title: error instanceof Interrupted ? 'multiarch-build was cancelled' : 'multiarch-build failed',
      message,
      cure,
      place: location && place(location),
      tail,
      fates,
      tagsSet,
    }),
  )
  return error.exitCode
}

function sayWhereLogIs(host: Host): void {
  const log = host.logFile?.()
  if (log !== undefined) host.info(`The whole log: ${log}`)
}

function place(location: Location): string {
  return `${relative(process.cwd(), location.file)}:${location.line}`
}
