import type { Digest } from '../oci/digest.js'
import type { Descriptor } from '../oci/types.js'
import type { BuildRecord, Records } from './records.js'

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
export function retained({ builds }: Records, { ttl, maxSize }: Retention, now: number): Records {
  const byUse = [...builds].filter(([, { ran }]) => now - ran < ttl).sort(([, a], [, b]) => b.used - a.used)
  const counted = new Set<Digest>()
  let size = 0
  const kept = byUse.filter(([, record]) => {
    const added = keptOf(record).filter(({ digest }) => !counted.has(digest))
    const more = added.reduce((sum, blob) => sum + blob.size, 0)
    if (size + more > maxSize) return false
    size += more
    for (const { digest } of added) counted.add(digest)
    return true
  })
  return { builds: new Map(kept) }
}

/** The blobs that the store keeps for some records. */
export function keptBlobs({ builds }: Records): Map<Digest, Descriptor> {
  const blobs = [...builds.values()].flatMap(keptOf)
  return new Map(blobs.map((blob) => [blob.digest, blob]))
}

/** The layers of an image that no registry has. */
function keptOf({ manifest, repositories }: BuildRecord): readonly Descriptor[] {
  return repositories.length > 0 ? [] : manifest.layers
}
