import { describeFailure, type Failure } from '../errors.js'
import type { Host } from '../host/host.js'
import { PlatformsFailed } from './platforms.js'

/** What is known of a failure besides its message. */
export interface ToldFailure {
  /** Last lines of the build that failed. */
  readonly tail: readonly string[]
  /** What became of each platform. */
  readonly fates: readonly string[]
}

/** Tells the user of a failure: what happened and what to do, then how the log ended and what became of each platform. */
export function tellFailure(host: Host, failure: Failure): ToldFailure {
  const failed = failure instanceof PlatformsFailed ? failure : undefined
  const told = {
    tail: failed?.tail ?? [],
    fates: (failed?.fates ?? []).map(({ platform, text }) => `${platform.text}: ${text}`),
  }
  host.error(describeFailure(failure), failure.location)
  if (told.tail.length > 0) host.info(`Last lines:\n${told.tail.map((line) => `  ${line}`).join('\n')}`)
  for (const fate of told.fates) host.info(fate)
  return told
}
