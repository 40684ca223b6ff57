import { cpus } from 'node:os'
import pLimit from 'p-limit'
import { BuildLog } from '../builder/build-log.js'
import type { PlatformBuild } from '../builder/build-platform.js'
import { Failure, Interrupted } from '../errors.js'
import { clock } from '../host/clock.js'
import type { Log } from '../host/host.js'
import type { Platform } from '../oci/platform.js'
import type { BuildPlan } from '../plan/plan.js'
import type { Fate } from '../report/report.js'

/** A platform that podman has built. */
export interface BuiltPlatform extends PlatformBuild {
  readonly cacheHits: number
}

/** At least one platform failed; the others were stopped. */
export class PlatformsFailed extends Failure {
  constructor(
    override readonly cause: Failure,
    /** Last lines of the first failure's log. */
    readonly tail: readonly string[],
    /** What became of each platform. */
    readonly fates: readonly Fate[],
  ) {
    super(cause.message, {
      cause,
      ...(cause.cure !== undefined && { cure: cause.cure }),
      ...(cause.location && { location: cause.location }),
      quotes: cause.quotes,
    })
  }
}

/** Number of processors that builds can use. */
export function processors(): number {
  return cpus().length
}

/**
 * Makes all platforms' images, as many at once as the plan says, and does `then` with each as soon as it is there, while
 * others still build. The first failure stops the rest.
 * @throws {PlatformsFailed}
 * @throws {Interrupted} when `signal` fired
 */
export async function buildPlatforms<Result>(
  plan: BuildPlan,
  log: Log,
  signal: AbortSignal,
  make: (platform: Platform, log: BuildLog, signal: AbortSignal) => Promise<PlatformBuild>,
  then: (built: BuiltPlatform, log: BuildLog, signal: AbortSignal) => Promise<Result>,
): Promise<Result[]> {
  const failed = new AbortController()
  const stop = AbortSignal.any([signal, failed.signal])
  const limit = pLimit(plan.parallel)
  const runs = plan.platforms.map((platform): { platform: Platform; fate: Omit<Fate, 'platform'> } => ({
    platform,
    fate: NOT_STARTED,
  }))
  let first: { error: unknown; tail: readonly string[] } | undefined

  const settled = await Promise.allSettled(
    runs.map(async (run) => {
      let buildLog: BuildLog | undefined
      try {
        const built = await limit(async () => {
          if (stop.aborted) throw new Interrupted()
          buildLog = new BuildLog(log, run.platform)
          return make(run.platform, buildLog, stop)
        })
        run.fate = { outcome: 'built', text: `built in ${clock(buildLog!.milliseconds)}, not tagged` }
        const result = await then({ ...built, cacheHits: buildLog!.cacheHits }, buildLog!, stop)
        buildLog!.close('done')
        return result
      } catch (error) {
        run.fate = fateOf(error, stop, buildLog, first === undefined)
        if (!stop.aborted) first ??= { error, tail: buildLog?.tail ?? [] }
        failed.abort()
        buildLog?.close(run.fate.outcome === 'stopped' ? 'stopped' : 'failed')
        throw error
      }
    }),
  )
  if (signal.aborted) throw new Interrupted()
  if (first !== undefined) {
    if (!(first.error instanceof Failure)) throw first.error
    throw new PlatformsFailed(
      first.error,
      first.tail,
      runs.map(({ platform, fate }) => ({ platform, ...fate })),
    )
  }
  return settled.map((result) => (result as PromiseFulfilledResult<Result>).value)
}

const NOT_STARTED = { outcome: 'not started', text: 'not started' } as const

function fateOf(
  error: unknown,
  stop: AbortSignal,
  log: BuildLog | undefined,
  isFirst: boolean,
): Omit<Fate, 'platform'> {
  if (log === undefined) return NOT_STARTED
  const when = `after ${clock(log.milliseconds)}`
  const outcome = error instanceof Interrupted || (stop.aborted && !isFirst) ? 'stopped' : 'failed'
  return { outcome, text: `${outcome} ${when}` }
}

/** The platforms of a plan, for messages. */
export function platformNames(platforms: readonly Platform[]): string {
  return platforms.map((platform) => platform.text).join(', ')
}
