import { posix } from 'node:path'
import type { CacheMount } from './dockerfile.js'
import { foldersOf, isWithin, LOCK_FILE, LOCKS_FOLDER } from './folders.js'
import { type Restored, STAGING } from './restore.js'
import type { Found } from './scan.js'

/** A mount's folder after a build, and what is in it. */
export interface FoundMount {
  readonly name: string
  /** Below TMPDIR. */
  readonly folder: string
  /** Paths are relative to the folder. */
  readonly found: readonly Found[]
}

/** A mount that the builder keeps in another folder than the one that was restored. */
export interface Moved {
  readonly name: string
  /** Version of the podman that named the restored folder. */
  readonly podman: string
}

/**
 * Which mount each file belongs to. Folders that no mount of the Dockerfile explains (variables that only the builder knows, steps
 * that a base image brings) are mounts too. Where one mount's folder lies in another's, the outer one has both.
 * @param found paths are relative to TMPDIR
 */
export function assign(
  found: readonly Found[],
  { wanted, mounts: restored }: Pick<Restored, 'wanted' | 'mounts'>,
): { readonly mounts: readonly FoundMount[]; readonly moved: readonly Moved[] } {
  const there = new Set(found.filter(({ type }) => type === 'directory').map(({ path }) => path))
  const known = new Map<string, CacheMount[]>()
  const moved = new Map<string, Moved>()
  for (const mount of wanted.mounts) {
    const folders = foldersOf(mount).filter((folder) => there.has(folder))
    const stale = folders.length > 1 ? restored.filter(({ folder }) => folders.includes(folder)) : []
    // The builder made the other one, so it does not look at this.
    for (const { folder, kept } of stale) moved.set(folder, { name: mount.name, podman: kept.podman })
    for (const folder of folders) known.set(folder, [...(known.get(folder) ?? []), mount])
  }
  const units = new Map<string, Found[]>()
  for (const each of found) {
    const unit = unitOf(each, known, units)
    if (unit === undefined || moved.has(unit)) continue
    const path = posix.relative(unit, each.path)
    if (path === LOCK_FILE) continue
    const target = each.type === 'hardlink' ? posix.relative(unit, each.target!) : undefined
    // A file that two mounts share is kept in each, by its own name in the first alone.
    if (target?.startsWith('..')) continue
    units.get(unit)!.push({ ...each, path, ...(target !== undefined && { target }) })
  }
  const unclear = wanted.mounts.filter((mount) => foldersOf(mount).every((folder) => !there.has(folder)))
  const unexplained = [...units.keys()].filter(
    (unit) => ![...known.keys()].some((folder) => isWithin(folder, unit)),
  )
  const nameOf = (unit: string): string => {
    const explained = [...known].filter(([folder]) => isWithin(folder, unit)).flatMap(([, mounts]) => mounts)
    if (explained.length > 0) return [...new Set(explained.map(({ name }) => name))].join(', ')
    if (unclear.length === 1 && unexplained.length === 1) return unclear[0]!.name
    return restored.find(({ folder }) => folder === unit)?.kept.name ?? posix.basename(unit)
  }
  return {
    mounts: [...units].map(([folder, files]) => ({ name: nameOf(folder), folder, found: files })),
    moved: [...moved.values()],
  }
}

/** The mount that a file belongs to, which its folder begins when it is the first. */
function unitOf(
  { path, type }: Found,
  known: ReadonlyMap<string, unknown>,
  units: Map<string, Found[]>,
): string | undefined {
  const parts = path.split('/')
  // The parent of all mounts is none, and the builder's locks and what was left half restored aren't either.
  if (parts.length < 2 || parts[1] === LOCKS_FOLDER) return undefined
  for (let depth = 2; depth <= parts.length; depth++) {
    const folder = parts.slice(0, depth).join('/')
    if (units.has(folder)) return folder
    if (parts[depth - 1]!.startsWith(STAGING)) return undefined
    if (depth < parts.length) continue
    const onTheWay = !known.has(folder) && [...known.keys()].some((each) => isWithin(each, folder))
    if (type === 'directory' && !onTheWay) {
      units.set(folder, [])
      return folder
    }
  }
  return undefined
}
