import type { Digest } from '../oci/digest.js'
import type { Descriptor } from '../oci/types.js'
import { type BuildRecord, type CheckpointRecord, ownLayers, type Records } from './records.js'

/** How long and how much is remembered. */
export interface Retention {
  /** Seconds since a step ran after which it has to run again. */
  readonly ttl: number
  /** Bytes that one scope's records of one platform may keep in the store. */
  readonly maxSize: number
}

/**
 * What is still worth remembering at a time: nothing that ran longer ago than the ttl, and of the rest what was used last as
 * far as there is room. Layers that several records share take room once.
 * @param now seconds since 1970
 */
export function retained(records: Records, { ttl, maxSize }: Retention, now: number): Records {
  const current = ({ ran }: BuildRecord | CheckpointRecord) => now - ran < ttl
  const builds = [...records.builds].filter(([, record]) => current(record))
  const checkpoints = [...records.checkpoints].filter(([, record]) => current(record))
  const byUse = [
    ...builds.map(([key, record]) => ({ kind: 'builds' as const, key, record, blobs: keptOf(record) })),
    ...checkpoints.map(([key, record]) => ({
      kind: 'checkpoints' as const,
      key,
      record,
      blobs: ownLayers(record),
    })),
  ].sort((a, b) => b.record.used - a.record.used)
  const kept = { builds: new Set<Digest>(), checkpoints: new Set<Digest>() }
  const counted = new Set<Digest>()
  let size = 0
  for (const { kind, key, blobs } of byUse) {
    const added = blobs.filter(({ digest }) => !counted.has(digest))
    const more = added.reduce((sum, blob) => sum + blob.size, 0)
    if (size + more > maxSize) continue
    size += more
    for (const { digest } of added) counted.add(digest)
    kept[kind].add(key)
  }
  return {
    builds: new Map(builds.filter(([key]) => kept.builds.has(key))),
    checkpoints: new Map(checkpoints.filter(([key]) => kept.checkpoints.has(key))),
  }
}

/** The blobs that the store keeps for some records. */
export function keptBlobs({ builds, checkpoints }: Records): Map<Digest, Descriptor> {
  const blobs = [...[...builds.values()].flatMap(keptOf), ...[...checkpoints.values()].flatMap(ownLayers)]
  return new Map(blobs.map((blob) => [blob.digest, blob]))
}

/** The records all of whose kept blobs are there. */
export function complete({ builds, checkpoints }: Records, has: (blob: Descriptor) => boolean): Records {
  return {
    builds: new Map([...builds].filter(([, record]) => keptOf(record).every(has))),
    checkpoints: new Map([...checkpoints].filter(([, record]) => ownLayers(record).every(has))),
  }
}

/** The layers of an image that no registry has. */
function keptOf({ manifest, repositories }: BuildRecord): readonly Descriptor[] {
  return repositories.length > 0 ? [] : manifest.layers
}
