import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { Failure, InputError, messageOf } from '../errors.js'
import { type Digest, digestOf } from '../oci/digest.js'
import { Layout } from '../oci/layout.js'
import { parseIndex } from '../oci/parse.js'
import type { Repository } from '../oci/reference.js'
import { type Descriptor, mediaType } from '../oci/types.js'
import type { RegistryClient } from '../registry/client.js'

/** A manifest, index or config with the exact bytes that its digest is of. */
export interface Document {
  readonly bytes: Buffer
  readonly descriptor: Descriptor
}

/** Where an image that somebody else built is read from. */
export interface ImageSource {
  /** What the reference names: an index or one image's manifest. */
  root(): Promise<Document>
  /** A manifest or index by its digest. */
  manifest(descriptor: Descriptor): Promise<Buffer>
  /** A small blob whole: a config. */
  config(descriptor: Descriptor): Promise<Buffer>
  layer(descriptor: Descriptor): Promise<Readable> | Readable
}

/** What image-spec's own tools read of a manifest or config; larger ones are no images. */
const LARGEST_DOCUMENT = 4 << 20
const REF_NAME = 'org.opencontainers.image.ref.name'

/**
 * An OCI image layout on disk.
 * @param name the entry to take, by `org.opencontainers.image.ref.name`; without it the only one, or all of them as an index
 */
export async function layoutSource(folder: string, name: string | undefined): Promise<ImageSource> {
  const layout = await Layout.open(folder).catch((cause) => {
    throw new InputError('command', `${folder} is no OCI image layout: ${messageOf(cause)}`, { cause })
  })
  const read = async (descriptor: Descriptor) => {
    checkSize(descriptor)
    const path = layout.blobPath(descriptor.digest)
    if ((await stat(path)).size > LARGEST_DOCUMENT) throw tooLarge(descriptor.digest)
    return layout.readBytes(descriptor.digest)
  }
  return {
    root: async () => {
      const bytes = await layout.readEntries()
      const { manifests } = parseIndex(bytes)
      const chosen =
        name === undefined ? manifests : manifests.filter((each) => each.annotations?.[REF_NAME] === name)
      if (chosen.length === 1) return { bytes: await read(chosen[0]!), descriptor: chosen[0]! }
      if (name !== undefined || chosen.length === 0) {
        throw new InputError('command', `${folder} has ${chosen.length} entries named ${name ?? 'anything'}`)
      }
      return {
        bytes,
        descriptor: { mediaType: mediaType.ociIndex, digest: digestOf(bytes), size: bytes.length },
      }
    },
    manifest: read,
    config: read,
    layer: ({ digest }) => createReadStream(layout.blobPath(digest), { highWaterMark: 1 << 18 }),
  }
}

/** An image in a registry, or where registries.conf says that it is instead. */
export async function registrySource(
  client: RegistryClient,
  repository: Repository,
  reference: string,
): Promise<ImageSource> {
  const image = await client.open(repository, reference)
  if (image === undefined) throw new Failure(`${repository.text} has no ${reference}`)
  const { bytes, digest, mediaType: type } = image.root
  return {
    root: async () => ({ bytes, descriptor: { mediaType: type, digest, size: bytes.length } }),
    manifest: async (descriptor) => {
      const found = await image.manifest(descriptor.digest)
      if (found === undefined) throw new Failure(`${repository.text} has no ${descriptor.digest}`)
      return found.bytes
    },
    config: async (descriptor) => {
      checkSize(descriptor)
      return buffer(await image.blob(descriptor))
    },
    layer: (descriptor) => image.blob(descriptor),
  }
}

function checkSize({ digest, size }: Descriptor): void {
  if (size > LARGEST_DOCUMENT) throw tooLarge(digest)
}

function tooLarge(digest: Digest): Failure {
  return new Failure(`${digest} is larger than ${LARGEST_DOCUMENT} bytes, and no manifest or config`)
}
