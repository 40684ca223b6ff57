import type { BuildLog } from '../builder/build-log.js'
import { buildPlatform } from '../builder/build-platform.js'
import type { Platform } from '../oci/platform.js'
import type { BuildPlan } from '../plan/plan.js'
import type { PlatformReport } from '../report/report.js'
import type { Run } from './build.js'
import { builderOf } from './builders.js'
import { prepareExecution } from './execution.js'
import type { PlatformCache } from './platform-cache.js'
import type { BuiltPlatform } from './platforms.js'
import type { Site } from './site.js'

/**
 * Builds a platform once more, without anything of earlier runs: what they left can be wrong without anybody's doing today, and
 * the sources right.
 * @throws {Failure} when it can't be built
 */
export async function buildAnew(
  platform: Platform,
  cache: PlatformCache,
  { site, plan, run }: { readonly site: Site; readonly plan: BuildPlan; readonly run: Run },
  log: BuildLog,
  signal: AbortSignal,
): Promise<BuiltPlatform & Pick<PlatformReport, 'execution'>> {
  log.again()
  await cache.setAside()
  const { execution, runnable } = await prepareExecution(site.request, plan, [platform], site.remotes, {
    ...run,
    signal,
  })
  const built = await buildPlatform(
    { ...site, runnable },
    platform,
    await builderOf(site, platform),
    log,
    signal,
  )
  return { ...built, cacheHits: log.cacheHits, execution: execution.get(platform.text)! }
}
