import { mkdir, mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import type { BuildLog } from '../builder/build-log.js'
import {
  type BuildSite,
  buildPlatform,
  type PlatformBuild,
  temporaryFolder,
} from '../builder/build-platform.js'
import { type CacheMounts, cacheMounts } from '../cache/mounts/dockerfile.js'
import { recordBlobs } from '../cache/mounts/record.js'
import { type MountSite, type Restored, restoreMounts } from '../cache/mounts/restore.js'
import { saveMounts } from '../cache/mounts/save.js'
import type { OpenCache } from '../cache/session.js'
import { Interrupted, messageOf } from '../errors.js'
import type { Platform } from '../oci/platform.js'
import type { CacheFacts, PlatformReport } from '../report/report.js'
import { argumentValues } from './arguments.js'
import type { Run } from './build.js'
import { Recognition, type Reused, scopeOf } from './reuse.js'
import type { Site } from './site.js'

/**
 * What one platform has of the cache. What goes wrong with it costs a warning, never the build.
 */
export class PlatformCache {
  private restored: Restored | undefined
  private found: Reused | undefined

  private constructor(
    private readonly platform: Platform,
    private readonly site: Site,
    private readonly cache: OpenCache,
    private readonly recognition: Recognition,
    private readonly signal: AbortSignal,
  ) {}

  /** Opens it, and looks whether the platform has to be built at all. */
  static async open(platform: Platform, site: Site, cache: OpenCache, run: Run): Promise<PlatformCache> {
    const recognition = new Recognition(platform, site, cache, run.env)
    const opened = new PlatformCache(platform, site, cache, recognition, run.signal)
    if (site.request.cache.skipUnchanged) {
      opened.found = await opened.orWarn(() => recognition.find())
    }
    return opened
  }

  /** The image of an earlier run, when nothing that goes into it has changed. */
  get reused(): Reused | undefined {
    return this.found
  }

  /** What it did, for the report. */
  get facts(): CacheFacts {
    return {
      unchanged: this.found !== undefined,
      reasons: this.recognition.reasons,
      mounts: this.restored?.facts.mounts ?? [],
    }
  }

  /** Puts the folders of cache mounts where the build finds them. */
  async prepare(log: BuildLog): Promise<void> {
    const { site, platform } = this
    if (!hasMounts(site)) return
    const wanted = mountsOf(site, platform)
    await mkdir(temporaryFolder(site, platform), { recursive: true })
    this.restored = await this.orWarn(async () => restoreMounts(await this.mountSite(), wanted))
    for (const warning of this.restored?.facts.warnings ?? []) site.warn(warning)
    for (const { name, bytes } of this.restored?.facts.mounts ?? []) {
      log.line(`cache mount ${name}: ${(bytes / 1e6).toFixed(1)} MB from ${this.cache.store.place}`)
    }
  }

  /**
   * Keeps what the build has left, once its image is right.
   * @param again whether the image may be taken for a later build from the same inputs
   */
  async keep(built: PlatformBuild, execution: PlatformReport['execution'], again: boolean): Promise<void> {
    const { site, cache, recognition, restored } = this
    if (this.found !== undefined || !cache.store.writable) return
    if (site.request.cache.skipUnchanged && again) {
      await this.orWarn(() => recognition.remember(built, execution))
    }
    if (restored === undefined) return
    const saved = await this.orWarn(async () => saveMounts(await this.mountSite(), restored))
    for (const warning of saved?.warnings ?? []) site.warn(warning)
  }

  private async mountSite(): Promise<MountSite> {
    const { site, platform, cache, signal } = this
    const { store, pending } = cache
    return {
      scope: scopeOf(site.request),
      platform,
      rootless: site.podman.rootless,
      signal,
      temporary: temporaryFolder(site, platform),
      work: await mkdtemp(join(site.exportFolder, 'mounts-')),
      podman: site.podman.version,
      limit: site.request.cache.maxSize,
      store: {
        hasBlob: (blob) => store.hasBlob(blob),
        fetchBlob: (blob, path) => store.fetchBlob(blob, path),
        saveBlob: async ({ mediaType }, path) => {
          await pending.addBlob(path, { mediaType, broken: store.broken })
        },
        readDocument: (name) => store.readDocument(name),
        writeDocument: (name, bytes) => pending.addDocument(name, Buffer.from(bytes), recordBlobs(bytes)),
      },
    }
  }

  private async orWarn<Result>(action: () => Promise<Result>): Promise<Result | undefined> {
    try {
      return await action()
    } catch (error) {
      if (error instanceof Interrupted || this.signal.aborted) throw new Interrupted()
      this.site.warn(`${this.platform.text}: the cache could not be used: ${messageOf(error)}`)
      return undefined
    }
  }
}

/** The cache of each platform, by its name; none without a cache. */
export async function openCaches(site: Site, run: Run): Promise<ReadonlyMap<string, PlatformCache>> {
  const { skipUnchanged } = site.request.cache
  if (!skipUnchanged && !hasMounts(site)) return new Map()
  const cache = await run.cache.open()
  if (cache === undefined) return new Map()
  const opened = site.request.platforms.map(
    async (platform): Promise<[string, PlatformCache]> => [
      platform.text,
      await PlatformCache.open(platform, site, cache, run),
    ],
  )
  return new Map(await Promise.all(opened))
}

function mountsOf(site: Site, platform: Platform): CacheMounts {
  const { buildArgs, target } = site.request.build
  return cacheMounts(site.dockerfile, target, { args: argumentValues(buildArgs, site.env), platform })
}

function hasMounts(site: Site): boolean {
  if (!site.request.cache.mounts) return false
  const { mounts, complete } = mountsOf(site, site.buildPlatform)
  return !complete || mounts.length > 0
}

/** How a platform's image is made: taken from an earlier run, or built. */
export function makerOf(
  site: Site & BuildSite,
  caches: ReadonlyMap<string, PlatformCache>,
): (platform: Platform, log: BuildLog, signal: AbortSignal) => Promise<PlatformBuild> {
  return async (platform, log, signal) => {
    const cache = caches.get(platform.text)
    if (cache?.reused !== undefined) {
      log.line('unchanged: the image of an earlier run')
      return cache.reused
    }
    await cache?.prepare(log)
    return buildPlatform(site, platform, site.stores.get(platform.text)!, log, signal)
  }
}

/** Whether an image is that of an earlier run. */
export function isReused(built: PlatformBuild): built is Reused {
  return 'execution' in built
}
