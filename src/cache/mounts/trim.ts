/** Something that goes as a whole, when it goes. */
export interface Unit {
  /** Builds in a row that did not use it. */
  readonly age: number
  /** When it was used last, in seconds since 1970. */
  readonly used: number
  /** What it takes in the store, estimated. */
  readonly bytes: number
}

/** A file that this many builds in a row did not use goes. One is too few: a branch may build a part of it. */
export const OLDEST_FILE = 3
/** The same for a whole mount. More, since its step may have come from a layer cache. */
export const OLDEST_MOUNT = 30

/** What has to go so that the rest fits: what was not used longest first. */
export function overLimit<T extends Unit>(units: readonly T[], limit: number): Set<T> {
  let total = units.reduce((sum, { bytes }) => sum + bytes, 0)
  const going = new Set<T>()
  if (total <= limit) return going
  for (const unit of [...units].sort((a, b) => b.age - a.age || a.used - b.used || b.bytes - a.bytes)) {
    if (total <= limit) break
    going.add(unit)
    total -= unit.bytes
  }
  return going
}
