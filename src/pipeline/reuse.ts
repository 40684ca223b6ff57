import { createWriteStream } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import pLimit from 'p-limit'
import type { PlatformBuild } from '../builder/build-platform.js'
import { type BuildRecord, decodeRecords, encodeRecords, type Records } from '../cache/records.js'
import { keptBlobs, retained } from '../cache/retention.js'
import type { OpenCache } from '../cache/session.js'
import { parseDockerfile } from '../dockerfile/parse.js'
import { isNative } from '../emulation/registration.js'
import { Interrupted } from '../errors.js'
import { fingerprint, standsStill } from '../fingerprint/fingerprint.js'
import type { Fingerprint, FingerprintInputs, Resolution } from '../fingerprint/types.js'
import { digestOf, encodedPart } from '../oci/digest.js'
import { parseManifest } from '../oci/parse.js'
import { type Platform, platformSlug } from '../oci/platform.js'
import type { Repository } from '../oci/reference.js'
import type { Descriptor, ImageConfig } from '../oci/types.js'
import { settingsDigest } from '../podman/settings.js'
import type { RegistryClient } from '../registry/client.js'
import { ImageResolver } from '../registry/resolve-image.js'
import type { PlatformReport } from '../report/report.js'
import type { BuildRequest } from '../request/build-request.js'
import { VERSION } from '../version.js'
import type { Site } from './site.js'

const LAYERS_AT_ONCE = 4
// Older notes of the last use are renewed, younger ones left: a run in which nothing changed need not write anything.
const NOTE_USE_AFTER = 86_400

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
  private before: Fingerprint | undefined
  private records: Records | undefined

  constructor(
    private readonly platform: Platform,
    private readonly site: Site,
    private readonly cache: OpenCache,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  /** Why this build can't be recognised, in plain words. */
  get reasons(): readonly string[] {
    return (this.before?.ineligible ?? []).map(({ reason, line }) =>
      line === undefined ? reason : `line ${line}: ${reason}`,
    )
  }

  /** The image that an earlier run built from what is there now, its layers in the layout; undefined when there is none. */
  async find(): Promise<Reused | undefined> {
    const started = performance.now()
    this.before = await fingerprint(await inputsOf(this.platform, this.site, this.env))
    const { key } = this.before
    if (key === undefined) return undefined
    const { cache: settings } = this.site.request
    const records = await this.read()
    const record = records.builds.get(key)
    if (record === undefined || now() - record.ran >= settings.ttl) return undefined
    if (!(await this.fetchLayers(record))) return undefined
    if (now() - record.used > NOTE_USE_AFTER) await this.write(key, { ...record, used: now() })
    const { manifest, config, execution } = record
    const exportSeconds = (performance.now() - started) / 1000
    return { platform: this.platform, manifest, config, execution, buildSeconds: 0, exportSeconds }
  }

  /** Remembers what was built, verified and, where it is to be, pushed; unless its inputs changed meanwhile. */
  async remember(built: PlatformBuild, execution: PlatformReport['execution']): Promise<void> {
    const { site, cache, before } = this
    const key = before?.key
    if (before === undefined || key === undefined || !cache.store.writable) return
    if (!(await standsStill(await inputsOf(this.platform, this.site, this.env), before))) return
    const { manifest, config, buildSeconds } = built
    const { push, repositories, cache: settings } = site.request
    const record: BuildRecord = {
      manifest,
      config,
      execution,
      repositories: push ? repositories.map(({ text }) => text) : [],
      seconds: buildSeconds,
      ran: now(),
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
    await this.write(key, record)
  }

  private get documentName(): string {
    const scope = encodedPart(digestOf(scopeOf(this.site.request))).slice(0, 16)
    return `builds-${scope}-${platformSlug(this.platform)}`
  }

  private async read(): Promise<Records> {
    const bytes = await this.cache.store.readDocument(this.documentName)
    this.records = decodeRecords(bytes ?? Buffer.from('{}'))
    return this.records
  }

  private async write(key: `sha256:${string}`, record: BuildRecord): Promise<void> {
    if (!this.cache.store.writable) return
    const { ttl, maxSize } = this.site.request.cache
    const known = this.records ?? (await this.read())
    const all = { builds: new Map([...known.builds, [key, record]]) }
    const kept = retained(all, { ttl, maxSize }, now())
    await this.cache.pending.addDocument(this.documentName, encodeRecords(kept), [
      ...keptBlobs(kept).values(),
    ])
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

async function inputsOf(platform: Platform, site: Site, env: NodeJS.ProcessEnv): Promise<FingerprintInputs> {
  const { request, buildPlatform, podman, secrets } = site
  const text = await readFile(request.dockerfile, 'utf8')
  return {
    // As it is now, like all the rest.
    dockerfile: parseDockerfile(text, request.dockerfile),
    text,
    context: request.context,
    platform,
    buildPlatform,
    settings: request.build,
    secrets,
    env: { ...env, ...site.env },
    tools: {
      product: VERSION,
      podman,
      settings: await settingsDigest(env),
      execution: ({ architecture }) => (isNative(architecture) ? 'native' : 'emulated'),
    },
    resolveImage: resolving(site.publication.client),
  }
}

/** Looks images up anew: what was found for one look at the inputs says nothing of a later one. */
function resolving(client: RegistryClient): FingerprintInputs['resolveImage'] {
  const resolver = new ImageResolver(client)
  return async (reference, platform): Promise<Resolution> => {
    const found = await resolver.resolve(reference, platform)
    if (found.kind !== 'image') return undefined
    const opened = await client.open(found.repository, found.digest)
    if (opened === undefined) return undefined
    const { config } = parseManifest(opened.root.bytes)
    const content = JSON.parse((await buffer(await opened.blob(config))).toString()) as ImageConfig
    return {
      // podman notes the index's digest in the image, and takes the platform's.
      digest: digestOf(JSON.stringify([found.index ?? '', found.digest])),
      environment: texts(content.config?.Env),
      onBuild: texts(content.config?.OnBuild),
    }
  }
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : []
}

function distinct(layers: readonly Descriptor[]): Descriptor[] {
  return [...new Map(layers.map((layer) => [layer.digest, layer])).values()]
}

function now(): number {
  return Math.floor(Date.now() / 1000)
}
