import { randomBytes } from 'node:crypto'
import type { BuildLog } from '../builder/build-log.js'
import { Interrupted, SmokeTestError } from '../errors.js'
import { plainText } from '../host/plain-text.js'
import { capture, processesNamingEnded, stream } from '../host/process.js'
import { encodedPart } from '../oci/digest.js'
import type { Image } from '../oci/image.js'
import { loadArchive } from '../podman/archive.js'
import { pullFromLayout } from '../podman/layout.js'
import { removeArguments, runArguments } from '../podman/run.js'
import { storeArguments } from '../podman/store.js'
import type { SmokeTest } from '../request/build-request.js'
import type { Site } from './site.js'

// https://docs.podman.io/en/v5.6.0/markdown/podman-run.1.html#exit-status
const PODMAN_FAILED = 125
const NOT_EXECUTABLE = 126
const NOT_FOUND = 127
const LONGEST_WORDS = 300
const CLEANING_MS = 2000
const SIGNALS: Readonly<Record<number, string>> = {
  4: 'SIGILL',
  6: 'SIGABRT',
  7: 'SIGBUS',
  8: 'SIGFPE',
  9: 'SIGKILL',
  11: 'SIGSEGV',
  15: 'SIGTERM',
}

/**
 * Runs the program of an image, the very bytes that are to be published, natively or emulated.
 * @returns seconds that it took
 * @throws {SmokeTestError} when it ends with another exit code than 0, or not in time
 */
export async function smokeTest(
  image: Image,
  { args, timeout }: SmokeTest,
  site: Site,
  log: BuildLog,
  signal: AbortSignal,
): Promise<number> {
  const { text: platform } = image.platform
  const store = site.stores.get(platform)
  const podman = store === undefined ? [] : storeArguments(store)
  const present = store === undefined && (await isPresent(image))
  const imageId =
    store === undefined
      ? await loadArchive(image, { ...site, signal })
      : await pullFromLayout(image, { ...site, store, signal })
  const name = `multiarch-build-smoke-${randomBytes(6).toString('hex')}`
  log.doing('smoke test')
  log.line(`smoke test with ${args.join(' ')}`)
  const started = performance.now()
  const tooLong = AbortSignal.timeout(Math.round(timeout * 1000))
  let last = ''
  let exitCode: number | undefined
  try {
    const container = runArguments({ podman, imageId, name, args }, site.podman.runtime)
    const ended = await stream('podman', container, {
      env: site.env,
      signal: AbortSignal.any([signal, tooLong]),
      onLine: (line) => {
        if (line.trim() !== '') last = line.length > LONGEST_WORDS ? '' : plainText(line)
        log.line(`smoke test: ${line}`)
      },
    })
    exitCode = ended.exitCode
  } catch (error) {
    if (!(error instanceof Interrupted) || signal.aborted) throw error
  } finally {
    // The container is no child of podman's, and outlives it.
    if (exitCode === undefined) await capture('podman', removeArguments(podman, name))
    // Another podman, which the container's end starts, cleans up after it: it must not meet the store's removal.
    if (store !== undefined) await processesNamingEnded([store.graphRoot], CLEANING_MS)
    else if (!present) await capture('podman', ['rmi', imageId])
  }
  if (exitCode !== 0) throw failure(platform, args, exitCode, { timeout, last })
  return (performance.now() - started) / 1000
}

/** Whether podman has an image already. */
async function isPresent({ manifest }: Image): Promise<boolean> {
  const { exitCode } = await capture('podman', ['image', 'exists', encodedPart(manifest.config.digest)])
  return exitCode === 0
}

function failure(
  platform: string,
  args: readonly string[],
  exitCode: number | undefined,
  { timeout, last }: { timeout: number; last: string },
): SmokeTestError {
  const quoted = JSON.stringify(args.join(' '))
  const quotes = [quoted, last]
  const what = `${platform}: the smoke test ${quoted}`
  const said = last === '' ? '' : ` (last line: ${last})`
  if (exitCode === undefined) {
    return new SmokeTestError(`${what} did not end within ${timeout} s${said}`, {
      quotes,
      cure: 'give it arguments with which the program ends by itself, or more time with smoke-test-timeout',
    })
  }
  return new SmokeTestError(`${what} ${ending(exitCode)}${said}`, { quotes, cure: cureOf(exitCode) })
}

function ending(exitCode: number): string {
  if (exitCode === PODMAN_FAILED) return 'could not be run by podman'
  if (exitCode === NOT_EXECUTABLE) return 'names a program that can’t be executed'
  if (exitCode === NOT_FOUND) return 'names a program that the image has not'
  const signal = SIGNALS[exitCode - 128]
  return signal === undefined ? `ended with exit code ${exitCode}` : `was ended by ${signal}`
}

function cureOf(exitCode: number): string {
  if (exitCode === PODMAN_FAILED)
    return 'podman’s words are in the log; leave smoke-test out where containers can’t be started'
  if (exitCode === NOT_EXECUTABLE || exitCode === NOT_FOUND)
    return 'the arguments follow the image’s ENTRYPOINT; without one the first of them is the program’s path'
  return 'the program’s words are in the log; nothing was tagged'
}
