import { mkdir, open, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { messageOf } from '../errors.js'
import { digestOf, encodedPart, isDigest } from '../oci/digest.js'
import { type Backend, GuardedStore } from './guarded-store.js'
import { BrokenContent } from './problem.js'
import type { BlobKey, Opening } from './store.js'
import { intoPlace, PARTIAL, receiveFile } from './verified-file.js'

const FOLDER_MODE = 0o700
const FILE_MODE = 0o600
// Nobody writes one file for so long.
const ABANDONED_MS = 24 * 60 * 60 * 1000
const FORGOTTEN_MS = 30 * ABANDONED_MS

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
   * Removes what nothing needs any more: documents that no run has written or read for a month, and blobs that no document
   * names. A blob that was used today stays, since another run may be about to name it.
   */
  async sweep(): Promise<void> {
    if (!this.writable) return
    try {
      await sweep(this.folder)
    } catch (error) {
      this.opening.tell.warning(`cache: ${this.folder} could not be swept: ${messageOf(error)}`)
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
      await receiveFile(kept, blob, path, signal)
    } catch (error) {
      if (error instanceof BrokenContent && this.writable) await rm(kept, { force: true })
      throw error
    }
    await this.touch(kept)
    return true
  }

  async save(blob: BlobKey, path: string, _replace: boolean, signal: AbortSignal): Promise<void> {
    const kept = this.blobPath(blob)
    await makeFolder(dirname(kept))
    await receiveFile(path, blob, kept, signal)
  }

  async read(name: string): Promise<Buffer | undefined> {
    const path = this.documentPath(name)
    const kept = await orAbsent(readFile(path))
    if (kept === undefined) return undefined
    const bytes = opened(kept)
    if (bytes === undefined) throw new BrokenContent(`what is kept as ${path} is broken`)
    await this.touch(path)
    return bytes
  }

  async write(name: string, bytes: Buffer): Promise<void> {
    const path = this.documentPath(name)
    await makeFolder(dirname(path))
    await intoPlace(path, (partial) => writeFile(partial, sealed(bytes), { mode: FILE_MODE, flag: 'wx' }))
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
    // In a folder of somebody else's it can't be done, and then somebody else sweeps.
    await utimes(path, now, now).catch(() => undefined)
  }
}

// A document begins with a line that holds the digest of the rest: a byte that a disk has lost can leave it readable, and say
// something else.
function sealed(bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${digestOf(bytes)}\n`), bytes])
}

function opened(kept: Buffer): Buffer | undefined {
  const start = kept.indexOf('\n') + 1
  const bytes = kept.subarray(start)
  return kept.toString('latin1', 0, start) === `${digestOf(bytes)}\n` ? bytes : undefined
}

function blobFolder(folder: string): string {
  return join(folder, 'blobs', 'sha256')
}

async function sweep(folder: string): Promise<void> {
  const documents = join(folder, 'documents')
  const needed = new Set<string>()
  for (const { path, age } of await filesIn(documents)) {
    if (age > FORGOTTEN_MS) await rm(path, { force: true })
    else for (const digest of digestsIn(await orAbsent(readFile(path, 'utf8')))) needed.add(digest)
  }
  for (const { path, name, age } of await filesIn(blobFolder(folder))) {
    const isOurs = name.startsWith(PARTIAL) || isDigest(`sha256:${name}`)
    if (isOurs && age > ABANDONED_MS && !needed.has(`sha256:${name}`)) await rm(path, { force: true })
  }
}

function digestsIn(text = ''): readonly string[] {
  return text.match(/sha256:[0-9a-f]{64}/g) ?? []
}

async function filesIn(folder: string): Promise<{ path: string; name: string; age: number }[]> {
  const files = []
  for (const name of (await orAbsent(readdir(folder))) ?? []) {
    const path = join(folder, name)
    // Another process may be sweeping too.
    const found = await orAbsent(stat(path))
    if (found?.isFile()) files.push({ path, name, age: Date.now() - found.mtimeMs })
  }
  return files
}

// Node's own recursion never ends where there is a parent that can hold no folders, as in /proc: it answers that it isn't there.
async function makeFolder(path: string): Promise<void> {
  if ((await orAbsent(stat(path))) !== undefined) return
  await makeFolder(dirname(path))
  await mkdir(path, { mode: FOLDER_MODE }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
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
