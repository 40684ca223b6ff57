import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LoopbackRegistry } from '../../cache/loopback/registry.js'
import type { CheckpointRecord } from '../../cache/records.js'
import type { OpenCache } from '../../cache/session.js'
import { RegistryError } from '../../errors.js'
import { plainText } from '../../host/plain-text.js'
import { stream } from '../../host/process.js'
import { type Digest, digestOf, encodedPart } from '../../oci/digest.js'
import { MalformedError, parseManifest } from '../../oci/parse.js'
import type { Platform } from '../../oci/platform.js'
import { digestReference, type Repository } from '../../oci/reference.js'
import type { Descriptor, ImageConfig, Manifest } from '../../oci/types.js'
import type { Store } from '../../podman/store.js'
import { type LocalRegistry, pullArguments, pushArguments } from '../../podman/transfer.js'
import { encodeEntry } from '../../registry/auth-file.js'
import { type BaseImage, openBaseImage } from '../../registry/base-image.js'
import type { Site } from '../site.js'

/** Name of what is taken from and put into the exchange's registry. */
const STEPS_REPOSITORY = 'multiarch-build/steps'

const FOLDER_PREFIX = 'steps-'

/** Whether a repository is that of an exchange. */
export function isOfSteps(repository: string): boolean {
  return /^127\.0\.0\.1:\d+\/multiarch-build\/steps$/.test(repository)
}

interface Started extends LocalRegistry {
  readonly registry: LoopbackRegistry
  readonly folder: string
}

/** One platform's side of the exchange: podman's store, and how podman is run. */
export interface StoreSide {
  readonly store: Store
  readonly env: Readonly<Record<string, string | undefined>>
  readonly signal: AbortSignal
}

/**
 * Where images of single steps pass between podman's stores and the cache: a registry on 127.0.0.1, which all platforms of a run share. It is
 * started when something is to pass. Layers of base images come through it from their own registry, and are never kept here.
 */
export class Exchange {
  private started: Promise<Started> | undefined
  private readonly fetched = new Map<Digest, Promise<boolean>>()
  private readonly upstream = new Map<Digest, { readonly layer: Descriptor; readonly image: BaseImage }>()
  private readonly bases = new Map<string, Promise<BaseImage | undefined>>()
  private pushes = 0

  constructor(
    private readonly site: Pick<Site, 'request' | 'publication' | 'warn'>,
    private readonly cache: OpenCache,
  ) {}

  /**
   * Opens a base image by the digest of its own manifest, so that podman can have its layers here and leaves them out of what it
   * pushes.
   * @returns undefined when it isn't there
   */
  base(repository: Repository, digest: Digest): Promise<BaseImage | undefined> {
    const name = digestReference(repository, digest)
    const opening = this.bases.get(name) ?? this.openBase(repository, digest)
    this.bases.set(name, opening)
    return opening
  }

  /** Brings a layer from the cache here; false when it can't be had. */
  fetch(layer: Descriptor): Promise<boolean> {
    const fetching = this.fetched.get(layer.digest) ?? this.fetchOnce(layer)
    this.fetched.set(layer.digest, fetching)
    return fetching
  }

  /**
   * Brings the image of a step, whose layers are all here, into a store.
   * @returns its id, or podman's reason for not taking it
   */
  async pull(
    { manifest, config }: CheckpointRecord,
    platform: Platform,
    { store, env, signal }: StoreSide,
  ): Promise<{ id: string } | string> {
    const { registry, ...local } = await this.open()
    const { content } = registry
    const configBytes = Buffer.from(JSON.stringify(config))
    const configDigest = digestOf(configBytes)
    const file = content.uploadPath(encodedPart(configDigest))
    await writeFile(file, configBytes, { mode: 0o600 })
    await content.take(configDigest, file)
    const descriptor = { ...manifest.config, digest: configDigest, size: configBytes.length }
    const bytes = Buffer.from(JSON.stringify({ ...manifest, config: descriptor }))
    const digest = digestOf(bytes)
    content.putManifest(STEPS_REPOSITORY, digest, { bytes, digest, mediaType: manifest.mediaType })
    const args = pullArguments(store, local, `${STEPS_REPOSITORY}@${digest}`, platform)
    const said = { stdout: '', stderr: '' }
    const onLine = (line: string, from: 'stdout' | 'stderr') => {
      said[from] = line.trim() || said[from]
    }
    const { exitCode } = await stream('podman', args, { env, signal, onLine })
    const isDone = exitCode === 0 && /^[0-9a-f]{64}$/.test(said.stdout)
    return isDone ? { id: said.stdout } : plainText(said.stderr)
  }

  /**
   * Takes the image of a step from a store. Layers that the upstream has are left there.
   * @returns undefined when podman doesn't give it, or its bytes could not be kept
   */
  async push(
    imageId: string,
    { store, env, signal }: StoreSide,
  ): Promise<{ manifest: Manifest; config: ImageConfig } | undefined> {
    const { registry, ...local } = await this.open()
    const tag = `step-${++this.pushes}`
    const { format } = this.site.request.build
    const args = pushArguments(store, local, imageId, `${STEPS_REPOSITORY}:${tag}`, format)
    const { exitCode } = await stream('podman', args, { env, signal })
    const pushed = registry.content.manifest(STEPS_REPOSITORY, tag)
    if (exitCode !== 0 || pushed === undefined) return undefined
    const manifest = parseManifest(pushed.bytes)
    const config = await registry.content.read(manifest.config.digest)
    return config && { manifest, config: JSON.parse(config.toString()) as ImageConfig }
  }

  /** The file of a layer that was pushed; undefined when it is not here. */
  async layerFile({ digest }: Descriptor): Promise<string | undefined> {
    const { registry } = await this.open()
    return registry.content.holds(digest) ? registry.content.blobPath(digest) : undefined
  }

  async close(): Promise<void> {
    if (this.started === undefined) return
    const { registry, folder } = await this.started
    await registry.close()
    await rm(folder, { recursive: true, force: true })
  }

  private async openBase(repository: Repository, digest: Digest): Promise<BaseImage | undefined> {
    try {
      const image = await openBaseImage(this.site.publication.client, repository, digest)
      if (image === undefined || image.diffIds.length !== image.layers.length) return undefined
      for (const layer of image.layers) this.upstream.set(layer.digest, { layer, image })
      return image
    } catch (error) {
      if (error instanceof RegistryError || error instanceof MalformedError) return undefined
      throw error
    }
  }

  private open(): Promise<Started> {
    this.started ??= this.start()
    return this.started
  }

  private async start(): Promise<Started> {
    const folder = await mkdtemp(join(this.cache.folder, FOLDER_PREFIX))
    const registry = await LoopbackRegistry.start({
      folder: join(folder, 'content'),
      upstream: {
        size: (digest) => this.upstream.get(digest)?.layer.size,
        open: (digest) => {
          const { layer, image } = this.upstream.get(digest)!
          return image.blob(layer)
        },
      },
      onLoss: ({ message }) => this.site.warn(`cache: a layer could not be kept: ${message}`),
    })
    const { host, username, password } = registry
    const authFile = join(folder, 'auth.json')
    const auths = { [host]: encodeEntry({ username, password }) }
    await writeFile(authFile, JSON.stringify({ auths }), { mode: 0o600 })
    return { host, authFile, registry, folder }
  }

  private async fetchOnce(layer: Descriptor): Promise<boolean> {
    const { content } = (await this.open()).registry
    const file = content.uploadPath(`fetch-${encodedPart(layer.digest)}`)
    if (!(await this.cache.store.fetchBlob(layer, file))) return false
    await content.take(layer.digest, file)
    return true
  }
}
