import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { BrokenContent } from './problem.js'
import type { BlobKey } from './store.js'

/** Start of the names of files that are still being written. */
export const PARTIAL = '.multiarch-build-partial-'

const READING = { highWaterMark: 1 << 20 }

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
 * Reads a file through, to see whether it is the blob.
 * @throws {BrokenContent} when it is not
 */
export async function checkFile(path: string, blob: BlobKey, signal?: AbortSignal): Promise<void> {
  const chunks = createReadStream(path, { ...READING, ...(signal && { signal }) })
  for await (const _ of checked(chunks, blob));
}

/** Opens a file for {@link receive}. */
export function reading(path: string): Readable {
  return createReadStream(path, READING)
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
