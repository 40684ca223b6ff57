import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'

/** `algorithm:hex`; only sha256, the one that every registry and tool computes (image-spec, descriptor.md#digests). */
export type Digest = `sha256:${string}`

/** Whether a text is a well-formed sha256 digest; also keeps untrusted digests out of paths and URLs. */
export function isDigest(text: unknown): text is Digest {
  return typeof text === 'string' && /^sha256:[0-9a-f]{64}$/.test(text)
}

/** The digest of some bytes. */
export function digestOf(bytes: string | Uint8Array): Digest {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}

/** The digest of a file's content, streamed. */
export async function digestOfFile(path: string): Promise<Digest> {
  const hash = createHash('sha256')
  // One buffer for all of it: a stream makes a new one for each part, and of a large file hundreds of megabytes until they are collected.
  const buffer = Buffer.allocUnsafe(1 << 20)
  const file = await open(path)
  try {
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length)
      if (bytesRead === 0) break
      hash.update(buffer.subarray(0, bytesRead))
    }
  } finally {
    await file.close()
  }
  return `sha256:${hash.digest('hex')}`
}

/** The part after `sha256:`, the blob's file name in a layout. */
export function encodedPart(digest: Digest): string {
  return digest.slice('sha256:'.length)
}
