import { open } from 'node:fs/promises'

const PART = 1 << 20

/**
 * A file's content, each part in the same buffer: it is to be used before the next is asked for. A stream makes a new buffer for each,
 * and of a large file hundreds of megabytes until they are collected.
 */
export async function* fileParts(path: string, signal?: AbortSignal): AsyncGenerator<Buffer> {
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
