import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { MergeError, messageOf } from '../errors.js'
import { LAYOUT_FOLDER, type LegRecord, parseRecord, RECORD_FILE } from '../legs/record.js'
import type { Image } from '../oci/image.js'
import { Layout } from '../oci/layout.js'
import { MalformedError, parseIndex } from '../oci/parse.js'
import { digestReference, type Repository } from '../oci/reference.js'
import { type Descriptor, isIndexType } from '../oci/types.js'
import type { RegistryClient } from '../registry/client.js'
import type { NamedSource } from '../request/merge-request.js'
import { examineIndex } from '../verify/found-index.js'
import { readImage } from './found-image.js'
import { type ImageSource, layoutSource, registrySource } from './image-source.js'

/** One platform's image that is to be merged, read back from where it is. */
export interface MergeSource {
  readonly image: Image
  /** The manifest's exact bytes. */
  readonly manifest: Buffer
  readonly config: Buffer
  readonly layer: ImageSource['layer']
  /** Whether its layers can be had; if not, it can't be pushed. */
  readonly hasLayers: boolean
  /** Repository that has it. */
  readonly standing: Repository | undefined
  /** Who named it, in words. */
  readonly from: string
  /** What its leg said of it. */
  readonly record?: LegRecord
}

/** A record, and the folder that it came in. */
export interface HandedOver {
  readonly record: LegRecord
  readonly folder: string
}

/**
 * Reads what legs have handed over, each in a folder of its own.
 * @throws {MergeError}
 */
export async function readRecords(folders: readonly string[]): Promise<HandedOver[]> {
  return Promise.all(
    folders.map(async (folder) => {
      try {
        return { record: parseRecord(await readFile(join(folder, RECORD_FILE), 'utf8')), folder }
      } catch (cause) {
        throw new MergeError(`what a leg handed over can’t be read: ${messageOf(cause)}`, {
          cause,
          cure: 'run the legs again, with the same version of this action as the merge',
        })
      }
    }),
  )
}

/** The image of a record: from the repository that has it, or else from the layout beside the record. */
export async function recordedSource(
  { record, folder }: HandedOver,
  client: RegistryClient,
): Promise<MergeSource> {
  const { repositories, platform, descriptor } = record
  const from = `the leg of ${platform.text}`
  const repository = repositories[0]!
  const pushed = record.pushed ? await pushedSource(repository, descriptor, client) : undefined
  if (pushed !== undefined) return { ...(await readSource(pushed, descriptor, repository, from)), record }
  const layout = await layoutSource(join(folder, LAYOUT_FOLDER), undefined).catch((cause) => {
    throw new MergeError(
      `${digestReference(repository, descriptor.digest)} is not there (${platform.text})`,
      {
        cause,
        cure: record.pushed
          ? 'the registry has collected what had no tag: run that leg again, or give the legs layout: true, with which the image itself is handed over'
          : 'run that leg again',
      },
    )
  })
  const source = await readSource(layout, descriptor, undefined, from)
  return { ...source, hasLayers: await hasLayers(join(folder, LAYOUT_FOLDER), source.image), record }
}

async function hasLayers(folder: string, { manifest }: Image): Promise<boolean> {
  const layout = await Layout.open(folder)
  return manifest.layers.every(({ digest }) => existsSync(layout.blobPath(digest)))
}

/** All images of a source that was named. */
export async function namedSources(
  source: NamedSource,
  home: Repository,
  client: RegistryClient,
): Promise<MergeSource[]> {
  const repository = source.kind === 'digest' ? home : source.repository
  const reference = source.kind === 'digest' ? source.digest : source.reference
  const found = await registrySource(client, repository, reference)
  const root = await found.root()
  const descriptors = isIndexType(root.descriptor.mediaType)
    ? examineIndex(parseIndex(root.bytes)).images
    : [root.descriptor]
  const separator = reference.startsWith('sha256:') ? '@' : ':'
  const from = `${repository.text}${separator}${reference}`
  return Promise.all(
    descriptors.map(async (each) => {
      // It may have been read from a mirror, and pushes go to the name as written.
      const isThere = (await client.getManifest(repository, each.digest)) !== undefined
      return readSource(found, each, isThere ? repository : undefined, from)
    }),
  )
}

/** An image by digest in the very repository that it was pushed to, whatever registries.conf says; undefined when it is gone. */
async function pushedSource(
  repository: Repository,
  descriptor: Descriptor,
  client: RegistryClient,
): Promise<ImageSource | undefined> {
  const manifest = await client.getManifest(repository, descriptor.digest)
  if (manifest === undefined) return undefined
  const { bytes } = manifest
  return {
    root: async () => ({ bytes, descriptor }),
    manifest: async () => bytes,
    config: async (config) => buffer(await client.getBlob(repository, config)),
    layer: (layer) => client.getBlob(repository, layer),
  }
}

async function readSource(
  source: ImageSource,
  descriptor: Descriptor,
  standing: Repository | undefined,
  from: string,
): Promise<MergeSource> {
  try {
    const manifest = await source.manifest(descriptor)
    const read = await readImage(source, descriptor, manifest)
    const image = { ...read, descriptor: checkedDescriptor(descriptor, manifest, read.manifest.mediaType) }
    const config = await source.config(image.manifest.config)
    return { image, manifest, config, layer: source.layer, hasLayers: true, standing, from }
  } catch (cause) {
    if (!(cause instanceof MalformedError)) throw cause
    throw new MergeError(`${from}: ${descriptor.digest} is no image: ${cause.message}`, { cause })
  }
}

/**
 * A descriptor whose word is true of a manifest, without annotations, which say something of the index that it was in.
 * @throws {MalformedError}
 */
function checkedDescriptor(
  { mediaType, digest, size }: Descriptor,
  manifest: Buffer,
  own: string | undefined,
): Descriptor {
  if (manifest.length !== size)
    throw new MalformedError(`it has ${manifest.length} bytes, and was to have ${size}`)
  if (own !== undefined && own !== mediaType)
    throw new MalformedError(`it says to be ${own}, not ${mediaType}`)
  return { mediaType, digest, size }
}
