import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pLimit from 'p-limit'
import type { PlatformBuild } from '../builder/build-platform.js'
import { isOld, now, type RecordBook } from '../cache/record-book.js'
import type { BuildRecord } from '../cache/records.js'
import type { OpenCache } from '../cache/session.js'
import { Interrupted } from '../errors.js'
import { encodedPart } from '../oci/digest.js'
import { type Platform, platformSlug } from '../oci/platform.js'
import type { Repository } from '../oci/reference.js'
import type { Descriptor } from '../oci/types.js'
import type { RegistryClient } from '../registry/client.js'
import type { PlatformReport } from '../report/report.js'
import type { BuildRequest } from '../request/build-request.js'
import type { BuildInputs } from './build-inputs.js'
import type { Site } from './site.js'

const LAYERS_AT_ONCE = 4

/** A platform whose image an earlier run built from the same inputs. */
export interface Reused extends PlatformBuild {
  /** How that run built it. */
  readonly execution: PlatformReport['execution']
}

/** The name under which a build's records and cache mounts are kept: the same on every machine that has the checkout. */
export function scopeOf(request: BuildRequest): string {
  const { cache, repositories, dockerfile, context, build } = request
  if (cache.scope !== undefined) return cache.scope
  const here = (path: string) => relative(process.cwd(), path)
  return JSON.stringify([repositories[0]!.text, here(dockerfile), here(context), build.target ?? ''])
}

/**
 * Recognises a platform's build by its inputs, and remembers it. Nothing that goes wrong with the cache fails a build.
 */
export class Recognition {
  constructor(
    private readonly platform: Platform,
    private readonly site: Site,
    private readonly cache: OpenCache,
    private readonly inputs: BuildInputs,
    private readonly book: RecordBook,
  ) {}

  /** The image that an earlier run built from what is there now, its layers in the layout; undefined when there is none. */
  async find(): Promise<Reused | undefined> {
    const started = performance.now()
    const { key } = this.inputs.fingerprint
    if (key === undefined) return undefined
    const record = (await this.book.read()).builds.get(key)
    if (record === undefined || now() - record.ran >= this.site.request.cache.ttl) return undefined
    if (!(await this.fetchLayers(record))) return undefined
    if (isOld(record.used)) await this.book.add({ builds: new Map([[key, { ...record, used: now() }]]) })
    const { manifest, config, execution } = record
    const exportSeconds = (performance.now() - started) / 1000
    return { platform: this.platform, manifest, config, execution, buildSeconds: 0, exportSeconds }
  }

  /**
   * Remembers what was built, verified and, where it is to be, pushed; unless its inputs changed meanwhile.
   * @param ran when its oldest step ran, in seconds since 1970
   */
  async remember(built: PlatformBuild, execution: PlatformReport['execution'], ran: number): Promise<void> {
    const { site, cache } = this
    const { key } = this.inputs.fingerprint
    if (key === undefined || !cache.store.writable) return
    if ((await this.inputs.afterBuild()).key !== key) return
    const { manifest, config, buildSeconds } = built
    const { push, repositories, cache: settings } = site.request
    const record: BuildRecord = {
      manifest,
      config,
      execution,
      repositories: push ? repositories.map(({ text }) => text) : [],
      seconds: buildSeconds,
      ran,
      used: now(),
    }
    const kept = push ? [] : distinct(manifest.layers)
    if (kept.reduce((sum, { size }) => sum + size, 0) > settings.maxSize) return
    for (const layer of kept) {
      if (await cache.store.hasBlob(layer)) continue
      const { mediaType } = layer
      await cache.pending.addBlob(site.layout.blobPath(layer.digest), {
        mediaType,
        broken: cache.store.broken,
      })
    }
    await this.book.add({ builds: new Map([[key, record]]) })
  }

  /** Brings an image's layers into the layout, each checked against its digest; false when one can't be had. */
  private async fetchLayers({ manifest, repositories }: BuildRecord): Promise<boolean> {
    const { site } = this
    // A record names repositories, but only this run's own are asked.
    const sources = site.request.repositories.filter(({ text }) => repositories.includes(text))
    const limit = pLimit(LAYERS_AT_ONCE)
    const fetched = await Promise.all(
      distinct(manifest.layers).map((layer) => limit(() => this.fetchLayer(layer, sources))),
    )
    return fetched.every((each) => each)
  }

  private async fetchLayer(layer: Descriptor, sources: readonly Repository[]): Promise<boolean> {
    const { layout, exportFolder, publication } = this.site
    const file = join(exportFolder, `${platformSlug(this.platform)}-${encodedPart(layer.digest)}`)
    try {
      const found =
        (await download(publication.client, sources, layer, file)) ||
        (await this.cache.store.fetchBlob(layer, file))
      if (!found) return false
      await layout.moveIn(file, layer)
      return true
    } catch (error) {
      if (error instanceof Interrupted) throw error
      await rm(file, { force: true })
      return false
    }
  }
}

async function download(
  client: RegistryClient,
  repositories: readonly Repository[],
  layer: Descriptor,
  file: string,
): Promise<boolean> {
  for (const repository of repositories) {
    try {
      await pipeline(await client.getBlob(repository, layer), createWriteStream(file, { mode: 0o600 }))
      return true
    } catch (error) {
      if (error instanceof Interrupted) throw error
    }
  }
  return false
}

function distinct(layers: readonly Descriptor[]): Descriptor[] {
  return [...new Map(layers.map((layer) => [layer.digest, layer])).values()]
}
