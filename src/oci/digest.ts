import { createHash } from 'node:crypto'
import { fileParts } from './file-parts.js'

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
  for await (const part of fileParts(path)) hash.update(part)
  return `sha256:${hash.digest('hex')}`
}

/** The part after `sha256:`, the blob's file name in a layout. */
export function encodedPart(digest: Digest): string {
  return digest.slice('sha256:'.length)
}
