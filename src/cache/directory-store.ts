import { mkdir, open, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { messageOf } from '../errors.js'
import { type Digest, encodedPart, isDigest } from '../oci/digest.js'
import { type Backend, GuardedStore } from './guarded-store.js'
import { BrokenContent } from './problem.js'
import type { BlobKey, Opening } from './store.js'
import { PARTIAL, partialPath, reading, receive } from './verified-file.js'

const FOLDER_MODE = 0o700
const FILE_MODE = 0o600
// Nobody writes one file for so long.
const ABANDONED_MS = 24 * 60 * 60 * 1000

/**
 * A folder: `blobs/sha256/<hex>` and `documents/<name>`. Files appear under their name by being renamed into place, so
 * several processes may use one folder at once; when one was used last is its time of modification.
 */
export class DirectoryStore extends GuardedStore {
  constructor(
    private readonly folder: string,
    private readonly opening: Opening,
  ) {
    super(new Directory(folder, opening.writable), opening)
  }

  /**
   * Removes blobs, the one that was not used longest first, until the rest has at most so many bytes.
   * @param keep blobs that stay whatever their age
   */
  async prune(budgetBytes: number, keep: ReadonlySet<Digest>): Promise<void> {
    if (!this.writable) return
    try {
      await prune(blobFolder(this.folder), budgetBytes, keep)
    } catch (error) {
      this.opening.tell.warning(`cache: ${this.folder} could not be pruned: ${messageOf(error)}`)
    }
  }
}

class Directory implements Backend {
  readonly place: string

  constructor(
    private readonly folder: string,
    private readonly writable: boolean,
  ) {
    this.place = folder
  }

  async has(blob: BlobKey): Promise<boolean> {
    const path = this.blobPath(blob)
    const found = await orAbsent(stat(path))
    if (found?.size !== blob.size || !found.isFile()) return false
    await this.touch(path)
    return true
  }

  async fetch(blob: BlobKey, path: string, signal: AbortSignal): Promise<boolean> {
    const kept = this.blobPath(blob)
    const file = await orAbsent(open(kept))
    if (file === undefined) return false
    await file.close()
    try {
      // A copy: whoever gets the file may change it. It is read for the check anyway, so that a link would save little.
      await receive(reading(kept), blob, path, signal)
    } catch (error) {
      if (error instanceof BrokenContent && this.writable) await rm(kept, { force: true })
      throw error
    }
    await this.touch(kept)
    return true
  }

  async save(blob: BlobKey, path: string, _replace: boolean, signal: AbortSignal): Promise<void> {
    const kept = this.blobPath(blob)
    await mkdir(dirname(kept), { recursive: true, mode: FOLDER_MODE })
    await receive(reading(path), blob, kept, signal)
  }

  async read(name: string): Promise<Buffer | undefined> {
    return orAbsent(readFile(this.documentPath(name)))
  }

  async write(name: string, bytes: Buffer): Promise<void> {
    const path = this.documentPath(name)
    await mkdir(dirname(path), { recursive: true, mode: FOLDER_MODE })
    const partial = partialPath(path)
    try {
      await writeFile(partial, bytes, { mode: FILE_MODE, flag: 'wx' })
      await rename(partial, path)
    } catch (error) {
      await rm(partial, { force: true })
      throw error
    }
  }

  async close(): Promise<void> {}

  private blobPath({ digest }: BlobKey): string {
    return join(blobFolder(this.folder), encodedPart(digest))
  }

  private documentPath(name: string): string {
    return join(this.folder, 'documents', name)
  }

  private async touch(path: string): Promise<void> {
    if (!this.writable) return
    const now = new Date()
    // In a folder of somebody else's it can't be done, and then somebody else prunes.
    await utimes(path, now, now).catch(() => undefined)
  }
}

function blobFolder(folder: string): string {
  return join(folder, 'blobs', 'sha256')
}

async function prune(folder: string, budgetBytes: number, keep: ReadonlySet<Digest>): Promise<void> {
  const names = (await orAbsent(readdir(folder))) ?? []
  const files = []
  for (const name of names) {
    const path = join(folder, name)
    // Another process may be pruning too.
    const found = await orAbsent(stat(path))
    if (found === undefined) continue
    if (name.startsWith(PARTIAL) && found.mtimeMs < Date.now() - ABANDONED_MS) await rm(path, { force: true })
    const digest = `sha256:${name}`
    if (isDigest(digest)) files.push({ path, digest, size: found.size, used: found.mtimeMs })
  }
  files.sort((a, b) => a.used - b.used)
  let total = files.reduce((sum, { size }) => sum + size, 0)
  for (const { path, digest, size } of files) {
    if (total <= budgetBytes) return
    if (keep.has(digest)) continue
    await rm(path, { force: true })
    total -= size
  }
}

async function orAbsent<T>(found: Promise<T>): Promise<T | undefined> {
  try {
    return await found
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return undefined
    throw error
  }
}
