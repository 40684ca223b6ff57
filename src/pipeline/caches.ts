import type { BuildLog } from '../builder/build-log.js'
import { type BuildSite, buildPlatform, type PlatformBuild } from '../builder/build-platform.js'
import { parseDockerfile } from '../dockerfile/parse.js'
import { isRun, neededStages } from '../dockerfile/stages.js'
import type { Platform } from '../oci/platform.js'
import type { CacheTraffic } from '../report/report.js'
import type { Run } from './build.js'
import type { BuildCache } from './build-cache.js'
import { builderOf } from './builders.js'
import { emulationEstimate } from './estimate.js'
import { dropOutdated } from './kept-bases.js'
import { orWarn, PlatformCache } from './platform-cache.js'
import { RemoteCache } from './remote-cache.js'
import type { Site } from './site.js'
import { Exchange } from './steps/exchange.js'

/** The cache of each platform. */
export interface Caches {
  /** Undefined without a cache. */
  of(platform: Platform): BuildCache | undefined
  /** What has passed so far; undefined without a cache. */
  traffic(): CacheTraffic | undefined
  close(): Promise<void>
}

const NONE: Caches = { of: () => undefined, traffic: () => undefined, close: async () => undefined }

/** Opens the cache of each platform. */
export async function openCaches(site: Site, run: Run): Promise<Caches> {
  const cache = isOfUse(site) ? await run.cache.open() : undefined
  if (cache === undefined) return NONE
  const exchange = new Exchange(site, cache)
  const open = (platform: Platform): Promise<BuildCache | undefined> => {
    const isHere = !site.remotes.has(platform.text)
    if (!isHere && !site.request.cache.skipUnchanged) return Promise.resolve(undefined)
    return orWarn<BuildCache>(site, platform, run.signal, () =>
      isHere
        ? PlatformCache.open(platform, site, { cache, exchange }, run)
        : RemoteCache.open(platform, site, cache, run),
    )
  }
  const opened = site.request.platforms.map(
    async (platform): Promise<[string, BuildCache | undefined]> => [platform.text, await open(platform)],
  )
  const caches = new Map(await Promise.all(opened))
  return {
    of: ({ text }) => caches.get(text),
    traffic: () => ({
      place: cache.store.place,
      bytesFetched: cache.store.usage.bytesFetched,
      bytesToSave: cache.pending.bytes,
    }),
    close: () => exchange.close(),
  }
}

/** Whether there is anything that can be kept: whole images, or what steps have made. */
function isOfUse({ request, dockerfile, remotes }: Site): boolean {
  if (request.cache.skipUnchanged) return true
  const isElsewhere = request.platforms.every(({ text }) => remotes.has(text))
  const stages = neededStages(dockerfile, request.build.target)
  return !isElsewhere && stages.some(({ instructions }) => instructions.some(isRun))
}

/** How a platform's image is made: taken from an earlier run, or built. */
export function makerOf(
  site: Site & BuildSite,
  caches: Caches,
): (platform: Platform, log: BuildLog, signal: AbortSignal) => Promise<PlatformBuild> {
  return async (platform, log, signal) => {
    const cache = caches.of(platform)
    if (cache?.reused !== undefined) {
      log.line('unchanged: the image of an earlier run')
      return cache.reused
    }
    await dropOutdated(platform, site)
    const left = await cache?.prepare(log)
    if (site.runnable.get(platform.text)?.how === 'emulated') {
      const dockerfile = left === undefined ? site.dockerfile : parseDockerfile(left, site.dockerfile.path)
      const { target } = site.request.build
      const estimate = emulationEstimate(dockerfile, target, await cache?.emulatedSeconds())
      if (estimate !== undefined) log.line(estimate)
    }
    const built = await buildPlatform(site, platform, await builderOf(site, platform), log, signal, left)
    return cache?.whole(built) ?? built
  }
}
