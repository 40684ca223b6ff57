import { isDigest } from './digest.js'
import type { Descriptor, ImageConfig, Index, Manifest } from './types.js'

/** Something that is to be a manifest, index or config, and is not. */
export class MalformedError extends Error {}

/** A JSON object whose fields are not known yet. */
export type Fields = Readonly<Record<string, unknown>>

/**
 * Reads an index that somebody else wrote.
 * @throws {MalformedError}
 */
export function parseIndex(bytes: Buffer): Index {
  const { manifests, mediaType, annotations } = fieldsOf(bytes, 'index')
  if (!Array.isArray(manifests)) throw new MalformedError('an index without manifests')
  return {
    schemaVersion: 2,
    mediaType: textOf(mediaType),
    manifests: manifests.map(parseDescriptor),
    ...(isFields(annotations) && { annotations: textsOf(annotations) }),
  }
}

/**
 * Reads an image manifest that somebody else wrote.
 * @throws {MalformedError}
 */
export function parseManifest(bytes: Buffer): Manifest {
  const { config, layers, mediaType } = fieldsOf(bytes, 'manifest')
  if (!Array.isArray(layers)) throw new MalformedError('a manifest without layers')
  return {
    schemaVersion: 2,
    mediaType: textOf(mediaType),
    config: parseDescriptor(config),
    layers: layers.map(parseDescriptor),
  }
}

/**
 * Reads an image config that somebody else wrote: the fields that are looked at have their type or are missing.
 * @throws {MalformedError}
 */
export function parseConfig(bytes: Buffer): ImageConfig {
  const { os, architecture, variant, config } = fieldsOf(bytes, 'config')
  return {
    os: textOf(os),
    architecture: textOf(architecture),
    ...(typeof variant === 'string' && { variant }),
    ...(isFields(config) && { config }),
  }
}

/**
 * Reads a descriptor that somebody else wrote.
 * @throws {MalformedError}
 */
export function parseDescriptor(value: unknown): Descriptor {
  if (!isFields(value)) throw new MalformedError('a descriptor that is no object')
  const { mediaType, digest, size, platform, annotations } = value
  if (!isDigest(digest)) throw new MalformedError(`${JSON.stringify(digest)} is no sha256 digest`)
  if (!Number.isSafeInteger(size) || (size as number) < 0) throw new MalformedError(`${digest} has no size`)
  return {
    mediaType: textOf(mediaType),
    digest,
    size: size as number,
    ...(isFields(platform) && {
      platform: {
        os: textOf(platform.os),
        architecture: textOf(platform.architecture),
        ...(typeof platform.variant === 'string' && { variant: platform.variant }),
        ...(typeof platform['os.version'] === 'string' && { osVersion: platform['os.version'] }),
      },
    }),
    ...(isFields(annotations) && { annotations: textsOf(annotations) }),
  }
}

function fieldsOf(bytes: Buffer, what: string): Fields {
  let value: unknown
  try {
    value = JSON.parse(bytes.toString('utf8'))
  } catch (cause) {
    throw new MalformedError(`the ${what} is no JSON`, { cause })
  }
  if (!isFields(value)) throw new MalformedError(`the ${what} is no object`)
  return value
}

/** Whether a JSON value is an object. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function textsOf(fields: Fields): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}
