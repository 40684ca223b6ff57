import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { BrokenContent } from './problem.js'
import type { BlobKey } from './store.js'

/** Start of the names of files that are still being written. */
export const PARTIAL = '.multiarch-build-partial-'

const PART = 1 << 20

/** A name in the same folder, so that the file can be renamed into place. */
export function partialPath(path: string): string {
  return join(dirname(path), `${PARTIAL}${randomUUID()}`)
}

/**
 * Writes a stream to a file that appears under its name only when it is the blob.
 * @throws {BrokenContent} when the content is another
 */
export async function receive(
  source: Readable,
  blob: BlobKey,
  path: string,
  signal?: AbortSignal,
): Promise<void> {
  const partial = partialPath(path)
  try {
    const file = createWriteStream(partial, { mode: 0o600, flags: 'wx' })
    await pipeline(source, (chunks: AsyncIterable<Buffer>) => checked(chunks, blob), file, { signal })
    await rename(partial, path)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}

/**
 * The same for a file. It passes through one buffer: a stream makes a new one for each part, and of a large file hundreds of megabytes
 * until they are collected.
 * @throws {BrokenContent} when the content is another
 */
export async function receiveFile(
  from: string,
  blob: BlobKey,
  path: string,
  signal?: AbortSignal,
): Promise<void> {
  const partial = partialPath(path)
  try {
    const file = await open(partial, 'wx', 0o600)
    try {
      for await (const part of checked(parts(from, signal), blob)) await file.writeFile(part)
    } finally {
      await file.close()
    }
    await rename(partial, path)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}

/**
 * Reads a file through, to see whether it is the blob.
 * @throws {BrokenContent} when it is not
 */
export async function checkFile(path: string, blob: BlobKey, signal?: AbortSignal): Promise<void> {
  for await (const _ of checked(parts(path, signal), blob));
}

/** A file's content, each part in the same buffer: it is to be used before the next is asked for. */
async function* parts(path: string, signal?: AbortSignal): AsyncGenerator<Buffer> {
  const buffer = Buffer.allocUnsafe(PART)
  const file = await open(path)
  try {
    for (;;) {
      signal?.throwIfAborted()
      const { bytesRead } = await file.read(buffer, 0, buffer.length)
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    await file.close()
  }
}

async function* checked(chunks: AsyncIterable<Buffer>, { digest, size }: BlobKey): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  let read = 0
  for await (const chunk of chunks) {
    read += chunk.length
    if (read > size) break
    hash.update(chunk)
    yield chunk
  }
  const found = `sha256:${hash.digest('hex')}`
  if (read !== size) {
    const length = read > size ? 'more' : `${read}`
    throw new BrokenContent(`what is kept as ${digest} is broken: it has ${length} bytes instead of ${size}`)
  }
  if (found !== digest) throw new BrokenContent(`what is kept as ${digest} is broken: its digest is ${found}`)
}
