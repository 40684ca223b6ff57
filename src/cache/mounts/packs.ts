import type { Entry, PackDescriptor } from './entry.js'

/** Bytes of files in a pack, but for a file that is larger by itself: what one changed file can cost at most. */
export const PACK_BYTES = 128 << 20

/** Which packs stay as they are, and whose files are packed anew. */
export interface Repacking {
  /** New number of each pack that stays. */
  readonly stays: ReadonlyMap<number, number>
  readonly packs: readonly PackDescriptor[]
}

/**
 * A pack stays while at least half of it is in use. Small ones are put together with what is new, so that there are never many:
 * those that are less than twice as large.
 * @param kept entries whose content is in one of the packs
 * @param added bytes of the files that are in none
 */
export function repacking(
  packs: readonly PackDescriptor[],
  kept: readonly Entry[],
  added: number,
  packBytes = PACK_BYTES,
): Repacking {
  const used = packs.map(() => 0)
  for (const { pack, size } of kept) if (pack !== undefined) used[pack]! += size
  const staying = packs
    .map((_, number) => number)
    .filter((number) => used[number]! > 0 && used[number]! * 2 >= packs[number]!.bytes)
  let pending = added + used.reduce((sum, bytes, number) => sum + (staying.includes(number) ? 0 : bytes), 0)
  const bySize = [...staying].sort((a, b) => used[a]! - used[b]!)
  const absorbed = new Set<number>()
  for (const number of bySize) {
    // Without anything new there is nothing to put them with.
    if (pending === 0 || used[number]! >= Math.min(2 * pending, packBytes / 2)) break
    absorbed.add(number)
    pending += used[number]!
  }
  const rest = staying.filter((number) => !absorbed.has(number))
  return {
    stays: new Map(rest.map((number, at) => [number, at])),
    packs: rest.map((number) => packs[number]!),
  }
}
