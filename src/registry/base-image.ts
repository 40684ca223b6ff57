import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { type Digest, isDigest } from '../oci/digest.js'
import { isFields, MalformedError, parseManifest } from '../oci/parse.js'
import type { Repository } from '../oci/reference.js'
import type { Descriptor } from '../oci/types.js'
import type { RegistryClient } from './client.js'

/** One platform's image in its registry, as far as its layers matter. */
export interface BaseImage {
  readonly layers: readonly Descriptor[]
  /** Digests of the layers, unpacked. */
  readonly diffIds: readonly Digest[]
  /** Number of entries in its history. */
  readonly history: number
  /** A layer's content, as `RegistryClient.getBlob` gives it. */
  blob(layer: Descriptor): Promise<Readable>
}

/**
 * Opens an image by the digest of its own manifest.
 * @returns undefined when it isn't there
 * @throws {RegistryError}
 * @throws {MalformedError}
 */
export async function openBaseImage(
  client: RegistryClient,
  repository: Repository,
  digest: Digest,
): Promise<BaseImage | undefined> {
  const image = await client.open(repository, digest)
  if (image === undefined) return undefined
  const { config, layers } = parseManifest(image.root.bytes)
  const content: unknown = JSON.parse((await buffer(await image.blob(config))).toString())
  const { rootfs, history } = isFields(content) ? content : {}
  const diffIds = isFields(rootfs) && Array.isArray(rootfs.diff_ids) ? rootfs.diff_ids : []
  if (diffIds.length !== layers.length || !diffIds.every(isDigest))
    throw new MalformedError(`${digest} has other layers than its config says`)
  return {
    layers,
    diffIds,
    history: Array.isArray(history) ? history.length : 0,
    blob: (layer) => image.blob(layer),
  }
}
