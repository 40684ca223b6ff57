import type { Descriptor } from '../../oci/types.js'

/** One thing in a cache mount, as it is kept. Its path is relative to the mount's folder, which itself is ''. */
export interface Entry {
  readonly type: 'file' | 'directory' | 'symlink' | 'hardlink'
  readonly path: string
  readonly mode: number
  readonly uid: number
  readonly gid: number
  /** Seconds since 1970 with nine decimals, as text: a number can't hold them. */
  readonly mtime: string
  /** Of a file; otherwise 0. */
  readonly size: number
  /** What a symbolic link says; the path of the file that a hard link is another name of. */
  readonly target?: string
  /** sha256 of a file's content, in base64; left out where the name says as much. */
  readonly hash?: string
  /** Builds in a row that did not use this file. */
  readonly age: number
  /** Number of the pack that holds the content of a file that is not empty, and where in it. */
  readonly pack?: number
  readonly offset?: number
}

/** Everything in a cache mount, the folder first, in the order of the paths. */
export interface Index {
  readonly entries: readonly Entry[]
}

/** A blob with the contents of files, one after the other. */
export interface PackDescriptor extends Descriptor {
  /** Bytes of the files, those that the mount does not have any more included. */
  readonly bytes: number
}

/** A mount's index and what holds the contents of its files. */
export interface Archived {
  readonly index: Descriptor
  readonly packs: readonly PackDescriptor[]
}

type Line = [
  type: string,
  path: string,
  mode: number,
  uid: number,
  gid: number,
  mtime: string,
  size: number,
  age: number,
  target: string,
  hash: string,
  pack: number,
  offset: number,
]

const TYPES = { f: 'file', d: 'directory', l: 'symlink', h: 'hardlink' } as const
const LETTERS = { file: 'f', directory: 'd', symlink: 'l', hardlink: 'h' } as const

// What no cache mount has, so that a hostile index takes neither all memory nor all time.
export const MOST_ENTRIES = 500_000
export const LONGEST_INDEX = 256 << 20
const LONGEST_PATH = 4096
const LARGEST_ID = 2 ** 32 - 2

/** Writes an index as text, one line an entry. */
export function encodeIndex({ entries }: Index): Buffer {
  const lines = entries.map((entry) =>
    JSON.stringify([
      LETTERS[entry.type],
      entry.path,
      entry.mode,
      entry.uid,
      entry.gid,
      entry.mtime,
      entry.size,
      entry.age,
      entry.target ?? '',
      entry.hash ?? '',
      entry.pack ?? -1,
      entry.offset ?? 0,
    ] satisfies Line),
  )
  return Buffer.from(`${lines.join('\n')}\n`)
}

/** An index that can't be read, or is not believed. */
export class BadArchive extends Error {}

/**
 * Reads an index and checks it: a cache can be written by others than those who read it. Every path is below the mount's
 * folder and through real folders only, hard links name files of the index, there are no devices, and no program gets the
 * rights of another user.
 * @throws {BadArchive}
 */
export function decodeIndex(bytes: Uint8Array, packs: number): Index {
  const entries: Entry[] = []
  const types = new Map<string, Entry['type']>()
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf(10, start)
    if (end < 0) throw new BadArchive('its index is cut off')
    const entry = toEntry(text.toString('utf8', start, end), packs)
    checkPlace(entry, types)
    types.set(entry.path, entry.type)
    entries.push(entry)
    if (entries.length > MOST_ENTRIES) throw new BadArchive(`it has more than ${MOST_ENTRIES} files`)
    start = end + 1
  }
  if (entries[0]?.path !== '') throw new BadArchive('its index does not begin with the mount’s folder')
  for (const { type, target } of entries) {
    if (type === 'hardlink' && types.get(target!) !== 'file')
      throw new BadArchive('it has a hard link to no file of it')
  }
  return { entries }
}

function toEntry(line: string, packs: number): Entry {
  const parsed = parseLine(line)
  const [letter, path, mode, uid, gid, mtime, size, age, target, hash, pack, offset] = parsed
  const type = TYPES[letter as keyof typeof TYPES]
  const natural = (value: unknown, most: number) =>
    Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most
  const sound =
    type !== undefined &&
    [path, mtime, target, hash].every((value) => typeof value === 'string') &&
    path.length <= LONGEST_PATH &&
    target.length <= LONGEST_PATH &&
    !path.includes('\0') &&
    !target.includes('\0') &&
    natural(mode, 0o7777) &&
    natural(uid, LARGEST_ID) &&
    natural(gid, LARGEST_ID) &&
    /^\d{1,12}(\.\d{1,9})?$/.test(mtime) &&
    natural(size, Number.MAX_SAFE_INTEGER) &&
    natural(age, 1000) &&
    natural(offset, Number.MAX_SAFE_INTEGER) &&
    (pack === -1 || natural(pack, packs - 1)) &&
    (type === 'file' ? size === 0 || pack !== -1 : size === 0 && pack === -1) &&
    (type === 'symlink' || type === 'hardlink') === (target !== '')
  if (!sound) throw new BadArchive(`its index has a line that makes no sense: ${line.slice(0, 200)}`)
  return {
    type,
    path,
    // Nobody's cache needs files that run as another user.
    mode: type === 'directory' ? mode & 0o3777 : mode & 0o777,
    uid,
    gid,
    mtime,
    size,
    age,
    ...(target !== '' && { target }),
    ...(hash !== '' && { hash }),
    ...(pack !== -1 && { pack, offset }),
  }
}

function parseLine(line: string): Line {
  try {
    const parsed: unknown = JSON.parse(line)
    if (Array.isArray(parsed) && parsed.length === 12) return parsed as Line
  } catch {
    // Said below.
  }
  throw new BadArchive(`its index has a line that is none: ${line.slice(0, 200)}`)
}

/** Folders come before what is in them, so that nothing can lie beyond a link. */
function checkPlace({ path, type }: Entry, types: ReadonlyMap<string, Entry['type']>): void {
  if (path === '') {
    if (types.size > 0 || type !== 'directory') throw new BadArchive('its folder is none')
    return
  }
  const parts = path.split('/')
  if (parts.some((part) => part === '' || part === '.' || part === '..')) {
    throw new BadArchive(`it has a file outside its folder: ${path}`)
  }
  if (types.has(path)) throw new BadArchive(`it has a file twice: ${path}`)
  if (types.get(parts.slice(0, -1).join('/')) !== 'directory') {
    throw new BadArchive(`it has a file below what is no folder: ${path}`)
  }
}

/** In the order of paths, folders before what is in them, the same everywhere. */
export function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0
}
