import { createHash } from 'node:crypto'
import type { CacheMount } from './dockerfile.js'
import { insidePath } from './dockerfile.js'

/** The builder's locks: a folder beside the mounts, and at first a file within each. */
export const LOCKS_FOLDER = 'buildah-cache-lockfiles'
export const LOCK_FILE = 'buildah-cache-lockfile'

/**
 * The folder of all cache mounts, below TMPDIR. In buildah 1.28 (podman 4.3) it has no user in its name
 * (https://github.com/containers/buildah/blob/v1.38.0/internal/volumes/volumes.go, CacheParent); root's number is 0.
 */
export function parentFolders(): string[] {
  return [`buildah-cache-${process.getuid?.() ?? 0}`, 'buildah-cache']
}

/**
 * The folders, below TMPDIR, that a mount can have: named by its id or target itself (buildah 1.28), by a hash of it, or by a hash
 * of it and its owner (GetCacheMount in the same file). Distributions mend old versions, so the version doesn't tell which.
 */
export function foldersOf(mount: CacheMount): string[] {
  return parentFolders().flatMap((parent) => namesOf(mount).map((name) => `${parent}/${name}`))
}

function namesOf({ key, uid, gid }: CacheMount): string[] {
  if (key === undefined) return []
  const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16)
  const path = insidePath(key)
  return [
    ...(uid === undefined || gid === undefined ? [] : [hash(`${key}:${uid}:${gid}`)]),
    hash(key),
    ...(path === undefined ? [] : [path]),
  ]
}

/** A folder's name for a record: without the number of this machine's user. */
export function portableFolder(folder: string): string {
  return folder.replace(/^buildah-cache-\d+\//, 'buildah-cache-UID/')
}

/** The folder on this machine that a record means. */
export function localFolder(folder: string): string {
  return folder.replace(/^buildah-cache-UID\//, `${parentFolders()[0]}/`)
}

/** Whether a folder has a name by which the mount behind it can't be told, one of the builder's hashes. */
export function isHashFolder(folder: string): boolean {
  return /^buildah-cache(-\d+)?\/[0-9a-f]{16}$/.test(folder)
}

/** Whether a path is a folder or lies below it. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`)
}
