import { digestOf, isDigest } from '../../oci/digest.js'
import { type Platform, platformSlug } from '../../oci/platform.js'
import type { Descriptor } from '../../oci/types.js'
import type { Archived } from './entry.js'

/** A cache mount as it is kept. */
export interface KeptMount extends Archived {
  /** As reports name it. */
  readonly name: string
  /** Its folder below TMPDIR, as the podman that it is from names it. */
  readonly folder: string
  /** Version of that podman. */
  readonly podman: string
  /** Builds in a row that saved something but did not use this mount. */
  readonly idle: number
  /** When a build used it last, ISO 8601. */
  readonly used: string
  /** Bytes of its files. */
  readonly bytes: number
}

/** The cache mounts that are kept for one scope and platform. */
export interface MountRecord {
  readonly version: 1
  readonly scope: string
  readonly platform: string
  readonly mounts: readonly KeptMount[]
}

/** Whose cache mounts: nothing is shared between two of these. */
export interface Owner {
  readonly scope: string
  readonly platform: Platform
}

/** The document of a scope and platform. */
export function recordName({ scope, platform }: Owner): string {
  return `cache-mounts-${digestOf(scope).slice('sha256:'.length, 'sha256:'.length + 16)}-${platformSlug(platform)}`
}

/** Writes a record. */
export function encodeRecord({ scope, platform }: Owner, mounts: readonly KeptMount[]): Buffer {
  const record: MountRecord = { version: 1, scope, platform: platform.text, mounts }
  return Buffer.from(`${JSON.stringify(record, undefined, 1)}\n`)
}

/** Reads a record; undefined for one that is not believed, or not this owner's. */
export function decodeRecord({ scope, platform }: Owner, bytes: Uint8Array): MountRecord | undefined {
  try {
    const record = JSON.parse(Buffer.from(bytes).toString('utf8')) as MountRecord
    const own = record.version === 1 && record.scope === scope && record.platform === platform.text
    return own && record.mounts.every(isKeptMount) ? record : undefined
  } catch {
    return undefined
  }
}

function isKeptMount(mount: KeptMount): boolean {
  const texts = [mount.name, mount.folder, mount.podman, mount.used]
  return (
    texts.every((text) => typeof text === 'string' && text.length < 5000) &&
    [mount.idle, mount.bytes].every((number) => Number.isSafeInteger(number) && number >= 0) &&
    mount.packs.length < 10_000 &&
    [mount.index, ...mount.packs].every(isDescriptor) &&
    mount.packs.every(({ bytes }) => Number.isSafeInteger(bytes) && bytes > 0)
  )
}

function isDescriptor({ mediaType, digest, size }: Descriptor): boolean {
  return typeof mediaType === 'string' && isDigest(digest) && Number.isSafeInteger(size) && size >= 0
}

/** What a record needs in the store. */
export function recordBlobs(bytes: Uint8Array): Descriptor[] {
  const { mounts } = JSON.parse(Buffer.from(bytes).toString('utf8')) as MountRecord
  return mounts.flatMap(({ index, packs }) => [index, ...packs])
}
