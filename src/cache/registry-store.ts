import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { digestOf } from '../oci/digest.js'
import { parseManifest } from '../oci/parse.js'
import type { Repository } from '../oci/reference.js'
import { type Descriptor, type Manifest, mediaType } from '../oci/types.js'
import type { RegistryClient } from '../registry/client.js'
import { RequestError } from '../registry/request-error.js'
import { type Backend, GuardedStore } from './guarded-store.js'
import { BrokenContent } from './problem.js'
import type { BlobKey, CacheStore, Opening } from './store.js'
import { receive } from './verified-file.js'

const TAG_PREFIX = 'multiarch-build-1-doc-'
const DOCUMENT_TYPE = 'application/vnd.kubernaut.multiarch-build.document.v1'
const LONGEST_DOCUMENT = 16 * 1024 * 1024

// https://github.com/opencontainers/image-spec/blob/v1.1.1/manifest.md#guidance-for-an-empty-descriptor
const EMPTY = Buffer.from('{}')
const EMPTY_CONFIG: Descriptor = {
  mediaType: 'application/vnd.oci.empty.v1+json',
  digest: digestOf(EMPTY),
  size: EMPTY.length,
}

/** A repository of a registry, spoken to by a client of the store's own, which is closed with it. */
export interface RegistryPlace {
  readonly repository: Repository
  readonly client: RegistryClient
}

/**
 * A repository of a registry: blobs are its blobs, and a document is a tagged artifact whose manifest names the blobs
 * that it keeps, so that the registry does not collect them as garbage.
 */
export function registryStore(place: RegistryPlace, opening: Opening): CacheStore {
  return new GuardedStore(new RegistryBackend(place), opening)
}

class RegistryBackend implements Backend {
  readonly place: string
  private readonly repository: Repository
  private readonly client: RegistryClient

  constructor({ repository, client }: RegistryPlace) {
    this.place = repository.text
    this.repository = repository
    this.client = client
  }

  async has(blob: BlobKey): Promise<boolean> {
    return this.client.hasBlob(this.repository, described(blob))
  }

  async fetch(blob: BlobKey, path: string, signal: AbortSignal): Promise<boolean> {
    const content = await orAbsent(this.client.getBlob(this.repository, described(blob)))
    if (content === undefined) return false
    try {
      await receive(content, blob, path, signal)
    } catch (error) {
      throw asBroken(error)
    }
    return true
  }

  async save(blob: BlobKey, path: string): Promise<void> {
    await this.client.pushBlob(this.repository, described(blob), () => createReadStream(path))
  }

  async read(name: string): Promise<Buffer | undefined> {
    const found = await this.client.getManifest(this.repository, TAG_PREFIX + name)
    if (found === undefined) return undefined
    const layer = documentLayer(found.bytes, name)
    const content = await orAbsent(this.client.getBlob(this.repository, layer))
    if (content === undefined) return undefined
    try {
      const chunks: Buffer[] = []
      for await (const chunk of content) chunks.push(chunk as Buffer)
      return Buffer.concat(chunks)
    } catch (error) {
      throw asBroken(error)
    }
  }

  async write(name: string, bytes: Buffer, keeps: readonly Descriptor[]): Promise<void> {
    const layer: Descriptor = { mediaType: DOCUMENT_TYPE, digest: digestOf(bytes), size: bytes.length }
    const push = (blob: Descriptor, content: Buffer) =>
      this.client.pushBlob(this.repository, blob, () => Readable.from([content], { objectMode: false }))
    await Promise.all([push(EMPTY_CONFIG, EMPTY), push(layer, bytes)])
    const manifest: Manifest & { artifactType: string } = {
      schemaVersion: 2,
      mediaType: mediaType.ociManifest,
      artifactType: DOCUMENT_TYPE,
      config: EMPTY_CONFIG,
      layers: [layer, ...keeps.map(({ mediaType, digest, size }) => ({ mediaType, digest, size }))],
    }
    const text = Buffer.from(JSON.stringify(manifest))
    await this.client.putManifest(this.repository, TAG_PREFIX + name, text, mediaType.ociManifest)
  }

  async close(): Promise<void> {
    await this.client.close()
  }
}

function documentLayer(bytes: Buffer, name: string): Descriptor {
  let layer: Descriptor | undefined
  try {
    layer = parseManifest(bytes).layers[0]
  } catch (cause) {
    throw new BrokenContent(`what is kept as document ${name} is broken`, { cause })
  }
  if (layer?.mediaType === DOCUMENT_TYPE && layer.size <= LONGEST_DOCUMENT) return layer
  throw new BrokenContent(`the tag ${TAG_PREFIX}${name} is no document of this cache`)
}

function described({ digest, size }: BlobKey): Descriptor {
  return { mediaType: 'application/octet-stream', digest, size }
}

async function orAbsent<T>(found: Promise<T>): Promise<T | undefined> {
  try {
    return await found
  } catch (error) {
    if (error instanceof RequestError && error.status === 404) return undefined
    throw error
  }
}

// Once content flows, the one lasting failure of the client's is content that isn't what it should be.
function asBroken(error: unknown): unknown {
  if (!(error instanceof RequestError) || error.passing) return error
  return new BrokenContent(error.message, { cause: error })
}
