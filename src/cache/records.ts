import { type Digest, isDigest } from '../oci/digest.js'
import { type Fields, isFields } from '../oci/parse.js'
import type { Descriptor, ImageConfig, Manifest } from '../oci/types.js'

/** An image that a build left: what podman made, before labels and annotations of the run are written into it. */
export interface BuildRecord {
  readonly manifest: Manifest
  readonly config: ImageConfig
  /** How it was built. */
  readonly execution: 'native' | 'emulated' | 'cross-built'
  /** Repositories to which its layers were pushed, `registry/path`; they need not have them any more. */
  readonly repositories: readonly string[]
  /** Seconds that the build took. */
  readonly seconds: number
  /** When its oldest step ran, in seconds since 1970. */
  readonly ran: number
  /** When a run last used it, in seconds since 1970. */
  readonly used: number
}

/** A stage as it was after a step. */
export interface CheckpointRecord {
  /** Layers of the base image first. */
  readonly manifest: Manifest
  readonly config: ImageConfig
  /** How many of the layers, from the first, are the base image's: its registry has them. */
  readonly baseLayers: number
  /** Seconds that the steps took. */
  readonly seconds: number
  /** When its oldest step ran, in seconds since 1970. */
  readonly ran: number
  /** When a run last used it, in seconds since 1970. */
  readonly used: number
}

/** What a scope remembers of one platform from run to run. */
export interface Records {
  /** By fingerprint of the build. */
  readonly builds: ReadonlyMap<Digest, BuildRecord>
  /** By key of the step. */
  readonly checkpoints: ReadonlyMap<Digest, CheckpointRecord>
}

/** Nothing remembered. */
export const NO_RECORDS: Records = { builds: new Map(), checkpoints: new Map() }

const FORMAT = 1

/** The layers that a checkpoint keeps itself. */
export function ownLayers({ manifest, baseLayers }: CheckpointRecord): readonly Descriptor[] {
  return manifest.layers.slice(baseLayers)
}

/** Writes records down. */
export function encodeRecords({ builds, checkpoints }: Records): Buffer {
  return Buffer.from(
    JSON.stringify({
      format: FORMAT,
      builds: Object.fromEntries(builds),
      checkpoints: Object.fromEntries(checkpoints),
    }),
  )
}

/**
 * Reads records, which came from a place that others may write to: entries that are not as they should be are left out, and a
 * text that is none of ours gives none.
 */
export function decodeRecords(bytes: Buffer): Records {
  let content: unknown
  try {
    content = JSON.parse(bytes.toString('utf8'))
  } catch {
    return NO_RECORDS
  }
  if (!isFields(content) || content.format !== FORMAT) return NO_RECORDS
  return {
    builds: entries(content.builds, isBuildRecord),
    checkpoints: entries(content.checkpoints, isCheckpointRecord),
  }
}

function entries<Kind>(value: unknown, is: (entry: unknown) => entry is Kind): Map<Digest, Kind> {
  const found = new Map<Digest, Kind>()
  for (const [key, entry] of Object.entries(isFields(value) ? value : {})) {
    if (isDigest(key) && is(entry)) found.set(key, entry)
  }
  return found
}

function isBuildRecord(value: unknown): value is BuildRecord {
  return (
    isFields(value) &&
    isImage(value) &&
    isTimed(value) &&
    isTexts(value.repositories) &&
    isExecution(value.execution)
  )
}

function isCheckpointRecord(value: unknown): value is CheckpointRecord {
  if (!isFields(value) || !isImage(value) || !isTimed(value)) return false
  const { baseLayers, manifest } = value
  const count = (manifest as Manifest).layers.length
  return Number.isSafeInteger(baseLayers) && (baseLayers as number) >= 0 && (baseLayers as number) <= count
}

function isImage({ manifest, config }: Fields): boolean {
  return (
    isFields(manifest) &&
    typeof manifest.mediaType === 'string' &&
    isDescriptor(manifest.config) &&
    Array.isArray(manifest.layers) &&
    manifest.layers.every(isDescriptor) &&
    (manifest.annotations === undefined ||
      (isFields(manifest.annotations) && isTexts(Object.values(manifest.annotations)))) &&
    isFields(config) &&
    typeof config.os === 'string' &&
    typeof config.architecture === 'string' &&
    isFields(config.rootfs) &&
    Array.isArray(config.rootfs.diff_ids) &&
    config.rootfs.diff_ids.length === manifest.layers.length &&
    config.rootfs.diff_ids.every(isDigest)
  )
}

function isDescriptor(value: unknown): boolean {
  return (
    isFields(value) &&
    typeof value.mediaType === 'string' &&
    isDigest(value.digest) &&
    Number.isSafeInteger(value.size) &&
    (value.size as number) >= 0
  )
}

function isTimed({ ran, used, seconds }: Fields): boolean {
  return [ran, used, seconds].every((time) => typeof time === 'number' && Number.isFinite(time) && time >= 0)
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string')
}

function isExecution(value: unknown): boolean {
  return value === 'native' || value === 'emulated' || value === 'cross-built'
}
