import { posix } from 'node:path'

/**
 * Go's build cache: single files can go from it at any time, and Go makes them again
 * (https://github.com/golang/go/blob/go1.24.0/src/cmd/go/internal/cache/cache.go). Of other caches that can't be said: Go's
 * module cache, say, takes a module whose folder is there for whole.
 */
export interface GoBuildCache {
  /** Path of its folder within the mount. */
  readonly folder: string
}

const FILE = /^[0-9a-f]{2}\/[0-9a-f]{64}-([ad])$/
const SUBFOLDERS = Array.from({ length: 256 }, (_, at) => at.toString(16).padStart(2, '0'))

/** The Go build caches among some paths: folders with a README and all of 00 to ff. */
export function goBuildCaches(
  entries: readonly { readonly type: string; readonly path: string }[],
): GoBuildCache[] {
  const readmes = entries.filter(({ type, path }) => type === 'file' && posix.basename(path) === 'README')
  if (readmes.length === 0) return []
  const folders = new Set(entries.filter(({ type }) => type === 'directory').map(({ path }) => path))
  return readmes
    .map(({ path }) => ({ folder: posix.dirname(path) === '.' ? '' : posix.dirname(path) }))
    .filter(({ folder }) => SUBFOLDERS.every((name) => folders.has(posix.join(folder, name))))
}

/**
 * What a file of a Go build cache is. `action`: what a step gave; `data`: a content, whose name is its digest; `clock`: when Go
 * last cleaned up, which it does by itself when there is none. Undefined for everything else.
 */
export function goFile(
  caches: readonly GoBuildCache[],
  path: string,
): 'action' | 'data' | 'clock' | undefined {
  for (const { folder } of caches) {
    const inside =
      folder === '' ? path : path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined
    if (inside === undefined) continue
    if (inside === 'trim.txt') return 'clock'
    const kind = FILE.exec(inside)?.[1]
    if (kind !== undefined) return kind === 'a' ? 'action' : 'data'
  }
  return undefined
}

/**
 * Bytes of a file that say something. An action's file ends with the time at which it was written, in 20 places and a line's end (putIndexEntry in
 * the same file), and linking writes it anew in every build.
 */
export function tellingBytes(kind: ReturnType<typeof goFile>, size: number): number {
  return kind === 'action' ? Math.max(0, size - 21) : size
}

/**
 * Seconds before the restoring that its files are dated. Go notes that it used a file only when that is an hour old, and removes
 * what it did not use for five days.
 */
export const GO_FILES_BEFORE = 2 * 3600
