import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { type Digest, isDigest } from '../oci/digest.js'
import { type Fields, isFields, MalformedError, parseManifest } from '../oci/parse.js'
import { digestReference, type Repository } from '../oci/reference.js'
import type { Descriptor } from '../oci/types.js'
import type { RegistryClient } from './client.js'

/** One platform's image in its registry, as far as builds that begin with it see it. */
export interface BaseImage {
  readonly layers: readonly Descriptor[]
  /** Digests of the layers, unpacked; none unless there is one for each layer. */
  readonly diffIds: readonly Digest[]
  /** Number of entries in its history. */
  readonly history: number
  /** The time of the last entry in its history, in milliseconds since 1970; 0 when there is none. */
  readonly builtAt: number
  /** `NAME=value` of its config. */
  readonly environment: readonly string[]
  /** Instructions that its config adds. */
  readonly onBuild: readonly string[]
  /** A layer's content, as `RegistryClient.getBlob` gives it. */
  blob(layer: Descriptor): Promise<Readable>
}

/** Registries count each look at a manifest, and what a digest names never changes. */
const OPENED = new WeakMap<RegistryClient, Map<string, Promise<BaseImage | undefined>>>()

/**
 * Opens an image by the digest of its own manifest.
 * @returns undefined when it isn't there
 * @throws {RegistryError}
 * @throws {MalformedError}
 */
export function openBaseImage(
  client: RegistryClient,
  repository: Repository,
  digest: Digest,
): Promise<BaseImage | undefined> {
  const opened = OPENED.get(client) ?? new Map<string, Promise<BaseImage | undefined>>()
  OPENED.set(client, opened)
  const name = digestReference(repository, digest)
  const opening = opened.get(name) ?? open(client, repository, digest)
  opened.set(name, opening)
  // What failed may be tried again.
  opening.catch(() => opened.delete(name))
  return opening
}

async function open(
  client: RegistryClient,
  repository: Repository,
  digest: Digest,
): Promise<BaseImage | undefined> {
  const image = await client.open(repository, digest)
  if (image === undefined) return undefined
  const { config, layers } = parseManifest(image.root.bytes)
  const content = fieldsOf(parseJson(await buffer(await image.blob(config))))
  const diffIds = arrayOf(fieldsOf(content.rootfs).diff_ids).filter(isDigest)
  const settings = fieldsOf(content.config)
  const history = arrayOf(content.history)
  return {
    layers,
    diffIds: diffIds.length === layers.length ? diffIds : [],
    history: history.length,
    builtAt: Date.parse(String(fieldsOf(history.at(-1)).created)) || 0,
    environment: arrayOf(settings.Env).map(String),
    onBuild: arrayOf(settings.OnBuild).map(String),
    blob: (layer) => image.blob(layer),
  }
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString())
  } catch {
    throw new MalformedError('its config is no JSON')
  }
}

function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {}
}

function arrayOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
