import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileParts } from '../oci/file-parts.js'
import { BrokenContent } from './problem.js'
import type { BlobKey } from './store.js'

/** Start of the names of files that are still being written. */
export const PARTIAL = '.multiarch-build-partial-'

/** Lets a file appear under its name only when it is written whole: until then it has another one in the same folder. */
export async function intoPlace(path: string, write: (partial: string) => Promise<void>): Promise<void> {
  const partial = join(dirname(path), `${PARTIAL}${randomUUID()}`)
  try {
    await write(partial)
    await rename(partial, path)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
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
  await intoPlace(path, async (partial) => {
    const file = createWriteStream(partial, { mode: 0o600, flags: 'wx' })
    await pipeline(source, (chunks: AsyncIterable<Buffer>) => checked(chunks, blob), file, { signal })
  })
}

/**
 * The same for a file.
 * @throws {BrokenContent} when the content is another
 */
export async function receiveFile(
  from: string,
  blob: BlobKey,
  path: string,
  signal?: AbortSignal,
): Promise<void> {
  await intoPlace(path, async (partial) => {
    const file = await open(partial, 'wx', 0o600)
    try {
      for await (const part of checked(fileParts(from, signal), blob)) await file.writeFile(part)
    } finally {
      await file.close()
    }
  })
}

/**
 * Reads a file through, to see whether it is the blob.
 * @throws {BrokenContent} when it is not
 */
export async function checkFile(path: string, blob: BlobKey, signal?: AbortSignal): Promise<void> {
  for await (const _ of checked(fileParts(path, signal), blob));
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
