import type { BuildLog } from '../builder/build-log.js'
import { buildPlatform } from '../builder/build-platform.js'
import { cacheMounts } from '../cache/mounts/dockerfile.js'
import { VerificationError } from '../errors.js'
import type { Platform } from '../oci/platform.js'
import type { BuildPlan } from '../plan/plan.js'
import type { PlatformReport } from '../report/report.js'
import { argumentValues } from './arguments.js'
import type { Run } from './build.js'
import type { BuildCache } from './build-cache.js'
import { builderOf } from './builders.js'
import { prepareExecution } from './execution.js'
import type { BuiltPlatform } from './platforms.js'
import type { Site } from './site.js'

const REPAIRING = 'with what earlier runs had left the image was wrong, so it is built again without that'

/** A platform whose image is wrong, and what there is of its build. */
export interface WrongImage {
  readonly platform: Platform
  readonly cache: Pick<BuildCache, 'contributed' | 'setAside'> | undefined
  readonly log: BuildLog
  readonly error: VerificationError
}

/** What a platform is built in. */
interface Surroundings {
  readonly site: Site
  readonly plan: BuildPlan
  readonly run: Run
}

/**
 * Builds a platform once more, without anything of earlier runs, where some of that went into its image: what they left can be wrong
 * without anybody's doing today, and the sources right.
 * @throws {VerificationError} the one given, where nothing had gone into it
 * @throws {Failure} when it can't be built
 */
export async function buildAnew(
  { platform, cache, log, error }: WrongImage,
  { site, plan, run }: Surroundings,
  signal: AbortSignal,
): Promise<BuiltPlatform & Pick<PlatformReport, 'execution'>> {
  const isElsewhere = site.remotes.has(platform.text)
  // Another machine's own layers are what earlier builds left there.
  if (!cache?.contributed && !(isElsewhere && log.cacheHits > 0)) {
    throw isElsewhere ? namingMounts(error, platform, site) : error
  }
  site.warn(`${platform.text}: ${REPAIRING}: ${error.message}`)
  log.again()
  await cache?.setAside()
  const { execution, runnable } = await prepareExecution(site.request, plan, [platform], site.remotes, {
    ...run,
    signal,
  })
  const anew = { ...site, runnable, request: withoutCache(site.request) }
  const built = await buildPlatform(anew, platform, await builderOf(anew, platform), log, signal)
  return { ...built, cacheHits: log.cacheHits, execution: execution.get(platform.text)! }
}

/** As with `no-cache`: no layers of another machine's, and cache mounts there of this run alone. */
function withoutCache(request: Site['request']): Site['request'] {
  return { ...request, cache: { ...request.cache, kind: 'off' } }
}

/** What another machine's cache mounts held before can't be told: the error says how to do without them. */
function namingMounts(
  error: VerificationError,
  platform: Platform,
  { request, dockerfile, env }: Pick<Site, 'request' | 'dockerfile' | 'env'>,
): VerificationError {
  const { cache, build } = request
  if (cache.kind === 'off' || !cache.mounts) return error
  const args = argumentValues(build.buildArgs, env)
  const { mounts, complete } = cacheMounts(dockerfile, build.target, { args, platform })
  if (complete && mounts.length === 0) return error
  const also = 'no-cache: true does without that machine’s cache mounts, should one of them be the cause'
  return new VerificationError(error.message, {
    cure: error.cure === undefined ? also : `${error.cure}; ${also}`,
    quotes: error.quotes,
    ...(error.location && { location: error.location }),
  })
}
