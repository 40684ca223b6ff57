import type { Digest } from './digest.js'
import type { Layout } from './layout.js'
import { normalizePlatform, type Platform, platformFields } from './platform.js'
import { type Descriptor, type ImageConfig, type Index, type Manifest, mediaType } from './types.js'

/** One platform's image in a layout. */
export interface Image {
  /** As the config says. */
  readonly platform: Platform
  readonly descriptor: Descriptor
  readonly manifest: Manifest
  readonly config: ImageConfig
}

/** What an image is to say of itself besides what its build gave. */
export interface ImageMetadata {
  readonly labels: ReadonlyMap<string, string>
  readonly annotations: ReadonlyMap<string, string>
}

const BASE_NAME = 'org.opencontainers.image.base.name'
const BASE_DIGEST = 'org.opencontainers.image.base.digest'

const INTERMEDIATE_IMAGE = /^FROM [0-9a-f]{12}$/
const CONTEXT_DIGEST = /((?:^| )(?:COPY|ADD) (?:file|dir|multi)):[0-9a-f]{64}(?= in )/

/** The base image as the builder noted it in the manifest; undefined for `FROM scratch`. */
export function baseOf(manifest: Manifest): { name: string; digest: string } | undefined {
  const name = manifest.annotations?.[BASE_NAME]
  const digest = manifest.annotations?.[BASE_DIGEST]
  return name && digest ? { name, digest } : undefined
}

/** A manifest that notes its base image in this way; without a digest in none. */
export function noteBase(
  manifest: Manifest,
  base: { readonly name: string; readonly digest: string | undefined } | undefined,
): Manifest {
  const { [BASE_NAME]: _name, [BASE_DIGEST]: _digest, ...others } = manifest.annotations ?? {}
  const noted = base?.digest === undefined ? {} : { [BASE_NAME]: base.name, [BASE_DIGEST]: base.digest }
  return { ...manifest, annotations: { ...others, ...noted } }
}

/**
 * The config with labels added, and without what would make two builds of the same content differ: host names and
 * container ids of Docker's format, and in the history ids of intermediate images and digests of the context.
 */
export function rewriteConfig(config: ImageConfig, labels: ReadonlyMap<string, string>): ImageConfig {
  // Fields of Docker's format that image-spec left out, since they describe the machine that built.
  const { container, container_config, parent, ...kept } = config
  const merged = { ...config.config?.Labels, ...Object.fromEntries(labels) }
  const settings = { ...config.config }
  if ('Hostname' in settings) settings.Hostname = ''
  if ('Image' in settings) settings.Image = ''
  if (Object.keys(merged).length > 0) settings.Labels = sortKeys(merged)
  return {
    ...kept,
    config: settings,
    ...(config.history && { history: config.history.map(reproducibleEntry) }),
  }
}

// A config may lack the variant, and arm without one would mean v7.
function withVariant(config: ImageConfig, { architecture, variant }: Platform): ImageConfig {
  if (config.variant || variant === undefined || config.architecture !== architecture) return config
  return { ...config, variant }
}

interface HistoryEntry {
  readonly created_by?: string
  readonly comment?: string
}

function reproducibleEntry<T extends HistoryEntry>(entry: T): T {
  const { comment, created_by, ...rest } = entry
  return {
    ...rest,
    // The digest is over the owners and modes of the context's files too, which the image doesn't have.
    ...(created_by !== undefined && { created_by: created_by.replace(CONTEXT_DIGEST, '$1') }),
    ...(comment !== undefined && !INTERMEDIATE_IMAGE.test(comment) && { comment }),
  } as T
}

/** Stores the config and manifest of a platform's image, with its metadata, in the layout that holds its layers. */
export async function writeImage(
  layout: Layout,
  built: { readonly manifest: Manifest; readonly config: ImageConfig },
  platform: Platform,
  metadata: ImageMetadata,
): Promise<Image> {
  const config = rewriteConfig(withVariant(built.config, platform), metadata.labels)
  const configDescriptor = await layout.putBytes(built.manifest.config.mediaType, encode(config))
  const base = baseOf(built.manifest)
  const { [BASE_NAME]: _name, [BASE_DIGEST]: _digest, ...otherAnnotations } = built.manifest.annotations ?? {}
  const annotations = sortKeys({
    ...otherAnnotations,
    ...(base && { [BASE_NAME]: base.name, [BASE_DIGEST]: base.digest }),
    ...Object.fromEntries(metadata.annotations),
  })
  const manifest: Manifest = {
    schemaVersion: 2,
    mediaType: built.manifest.mediaType,
    config: configDescriptor,
    layers: built.manifest.layers,
    ...(Object.keys(annotations).length > 0 && { annotations }),
  }
  const descriptor = await layout.putBytes(manifest.mediaType, encode(manifest))
  return { platform: normalizePlatform(config), descriptor, manifest, config }
}

/**
 * Stores the index of some images, in the order given, whatever order they were built in.
 */
export async function writeIndex(
  layout: Layout,
  images: readonly Image[],
  annotations: ReadonlyMap<string, string>,
): Promise<{ descriptor: Descriptor; index: Index }> {
  const docker = images.some((image) => image.manifest.mediaType === mediaType.dockerManifest)
  const index: Index = {
    schemaVersion: 2,
    mediaType: docker ? mediaType.dockerIndex : mediaType.ociIndex,
    manifests: images.map(({ descriptor, platform }) => ({
      ...descriptor,
      platform: platformFields(platform),
    })),
    ...(annotations.size > 0 && { annotations: sortKeys(Object.fromEntries(annotations)) }),
  }
  return { descriptor: await layout.putBytes(index.mediaType, encode(index)), index }
}

/** Every blob that an image refers to, and its manifest. */
export function imageBlobs(image: Image): Descriptor[] {
  return [...image.manifest.layers, image.manifest.config, image.descriptor]
}

/** Bytes that a registry holds for some images, each blob counted once. */
export function distinctSize(images: readonly Image[]): number {
  const sizes = new Map<Digest, number>()
  for (const image of images) for (const blob of imageBlobs(image)) sizes.set(blob.digest, blob.size)
  return [...sizes.values()].reduce((sum, size) => sum + size, 0)
}

function encode(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value))
}

function sortKeys(record: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
}
