import type { FoundMount } from './assign.js'
import type { Entry, Index } from './entry.js'
import { goBuildCaches, goFile, tellingBytes } from './go-build-cache.js'
import type { Access } from './namespace.js'
import { hashFiles } from './pack-files.js'
import type { Found } from './scan.js'

/** Something of a mount after a build. */
export interface Current {
  /** With its place in a pack where the content is still what it was. */
  readonly entry: Entry
  /** What was restored there. */
  readonly before: Entry | undefined
  /** Whether this build read it or wrote it. */
  readonly used: boolean
  /** When, in seconds since 1970; 0 when it did not. */
  readonly usedAt: number
  /** Whether it can go without the rest. */
  readonly single: boolean
}

/** When the build began, and whether the file system notes what it read. */
export interface Since {
  readonly mark: number
  readonly notesReads: boolean
}

// find's times and Node's are numbers that were rounded differently.
const SLACK = 0.001
/** The time that is noted for files whose own says nothing. */
const NO_TIME = '0.000000000'

/** Compares what is in a mount with what was restored, reading only files of which the times don't say enough. */
export async function compare(
  access: Access,
  folder: string,
  { found }: Pick<FoundMount, 'found'>,
  before: Index | undefined,
  since: Since,
  work: string,
): Promise<Current[]> {
  const go = goBuildCaches(found)
  const old = new Map(before?.entries.map((entry) => [entry.path, entry]))
  const relevant = found
    .map((file) => ({ file, kind: goFile(go, file.path), before: old.get(file.path) }))
    .filter(({ kind }) => kind !== 'clock')
  const unsure = relevant.filter(
    ({ file, kind, before }) =>
      before?.pack !== undefined && sameSize(file, before) && changedSince(file, since) && kind !== 'data',
  )
  const files = unsure.map(({ file: { path, size }, kind }) => ({
    path,
    size,
    telling: tellingBytes(kind, size),
  }))
  const hashes = await hashFiles(access, folder, files, work)
  const hashOf = new Map(files.map(({ path }, at) => [path, hashes[at]!]))
  const all = relevant.map(({ file, kind, before }) => {
    const hash = hashOf.get(file.path)
    const same =
      before !== undefined && sameSize(file, before) && (hash === undefined || hash === before.hash)
    const used =
      file.type !== 'directory' &&
      (before === undefined ||
        changedSince(file, since) ||
        file.atime > since.mark + SLACK ||
        // Go notes in the time of a change, too, that it used a file.
        (!since.notesReads && kind === undefined))
    return { file, before, same, used, single: kind !== undefined }
  })
  const anyUsed = all.some(({ used }) => used)
  return all.map(({ file, before, same, used, single }) => ({
    before,
    used,
    usedAt: used ? Math.max(file.atime, file.ctime) : 0,
    single,
    entry: {
      ...withoutTimes(file),
      mtime: single ? NO_TIME : file.mtime,
      // Where the step did not run at all, nothing can be said of its files.
      age: !single || used || before === undefined ? 0 : before.age + (anyUsed ? 1 : 0),
      ...(same && before !== undefined && placeOf(before)),
    },
  }))
}

function changedSince({ ctime }: Found, { mark }: Since): boolean {
  return ctime > mark + SLACK
}

function sameSize(file: Found, before: Entry): boolean {
  return file.type === 'file' && before.type === 'file' && file.size === before.size
}

function withoutTimes({ atime: _, ctime: __, ...file }: Found): Omit<Found, 'atime' | 'ctime'> {
  return file
}

function placeOf({ hash, pack, offset }: Entry): Partial<Entry> {
  return { ...(hash !== undefined && { hash }), ...(pack !== undefined && { pack, offset: offset! }) }
}

/** Whether a mount is just what was restored. */
export function isUnchanged(currents: readonly Current[], before: Index): boolean {
  return (
    currents.length === before.entries.length &&
    currents.every(({ entry, before: old, single }) => {
      if (old === undefined || old.type !== entry.type || old.target !== entry.target) return false
      if (entry.size !== old.size || entry.pack !== old.pack) return false
      const timeless = single || entry.type === 'directory'
      return (
        entry.mode === old.mode &&
        entry.uid === old.uid &&
        entry.gid === old.gid &&
        (timeless || entry.mtime === old.mtime)
      )
    })
  )
}
