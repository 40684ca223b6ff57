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
  const { builds, checkpoints } = records
  const current = [...builds.values(), ...checkpoints.values()].filter(({ ran }) => now - ran < ttl)
  const kept = new Set<KeptRecord>()
  const counted = new Set<Digest>()
  let size = 0
  for (const record of current.sort((a, b) => b.used - a.used)) {
    const added = blobsOf(record).filter(({ digest }) => !counted.has(digest))
    const more = added.reduce((sum, blob) => sum + blob.size, 0)
    if (size + more > maxSize) continue
    size += more
    for (const { digest } of added) counted.add(digest)
    kept.add(record)
  }
  return only(records, (record) => kept.has(record))
}

/** The blobs that the store keeps for some records. */
export function keptBlobs({ builds, checkpoints }: Records): Map<Digest, Descriptor> {
  const blobs = [...builds.values(), ...checkpoints.values()].flatMap(blobsOf)
  return new Map(blobs.map((blob) => [blob.digest, blob]))
}

/** The records all of whose kept blobs are there. */
export function complete(records: Records, has: (blob: Descriptor) => boolean): Records {
  return only(records, (record) => blobsOf(record).every(has))
}

type KeptRecord = BuildRecord | CheckpointRecord

function only({ builds, checkpoints }: Records, holds: (record: KeptRecord) => boolean): Records {
  return {
    builds: new Map([...builds].filter(([, record]) => holds(record))),
    checkpoints: new Map([...checkpoints].filter(([, record]) => holds(record))),
  }
}

/** The layers that the store keeps for a record: of an image those that no registry has, of a step its own. */
function blobsOf(record: KeptRecord): readonly Descriptor[] {
  if ('baseLayers' in record) return ownLayers(record)
  return record.repositories.length > 0 ? [] : record.manifest.layers
}
