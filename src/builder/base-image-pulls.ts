import { setTimeout as sleep } from 'node:timers/promises'
import { type BuildError, Interrupted } from '../errors.js'
import type { Platform } from '../oci/platform.js'
import { delayAfter } from '../registry/retry.js'
import type { BuildLog } from './build-log.js'

/** An image that podman could not take from a registry for a reason that passes. */
export interface Unpulled {
  /** Its name with the registry; undefined when podman did not say it. */
  readonly image: string | undefined
  readonly platform: Platform
}

/** A build that podman ended. */
export interface FailedBuildTry {
  readonly error: BuildError
  /** Set when an image that could not be pulled is all that is wrong. */
  readonly unpulled?: Unpulled
}

/** What the tries of one platform's build have in common. */
export interface PullTries {
  /** Tries in all for each image, at least one. */
  readonly retries: number
  readonly log: BuildLog
  readonly signal: AbortSignal
  /** Brings an image into the build's store; undefined when that went well. */
  readonly pull: (image: string, platform: Platform) => Promise<FailedBuildTry | undefined>
}

/**
 * Builds until it goes well, or fails for a lasting reason. podman gives up on a base image at the first 5xx, half an answer or page of a
 * proxy (4.3 whatever `--retry` says). That image alone is then tried again, so that the steps before a later FROM run once more at most.
 * @throws {BuildError} the build's, or that of an image's last pull
 * @throws {Interrupted} when the signal fired
 */
export async function untilPulled(
  tries: PullTries,
  build: () => Promise<FailedBuildTry | undefined>,
): Promise<void> {
  const failures = new Map<string | undefined, number>()
  for (;;) {
    const failed = await build()
    if (failed === undefined) return
    const { error, unpulled } = failed
    if (unpulled === undefined) throw error
    const before = failures.get(unpulled.image) ?? 0
    failures.set(unpulled.image, await pullAgain(tries, unpulled, error, before + 1))
    tries.log.again()
  }
}

/** Pulls one image until it is there or fails for a lasting reason, and gives how many tries have failed. */
async function pullAgain(
  { retries, log, signal, pull }: PullTries,
  { image, platform }: Unpulled,
  first: BuildError,
  before: number,
): Promise<number> {
  let error = first
  for (let failed = before; failed < retries; failed++) {
    const delay = delayAfter(failed, undefined, Math.random())
    log.line(`${error.message}; try ${failed + 1} of ${retries} in ${(delay / 1000).toFixed(1)} s`)
    await sleep(delay, undefined, { signal }).catch(() => {
      throw new Interrupted()
    })
    // What has no name can only be pulled by the build.
    if (image === undefined) return failed
    const again = await pull(image, platform)
    if (again === undefined) return failed
    error = again.error
    if (again.unpulled === undefined) break
  }
  throw error
}
