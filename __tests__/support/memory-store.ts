import { readFile, writeFile } from 'node:fs/promises'
import type { MountStore } from '../../src/cache/mounts/store.js'
import { digestOfFile } from '../../src/oci/digest.js'

/** A store in memory that checks what it is given, and can be spoilt. */
export class MemoryStore implements MountStore {
  readonly blobs = new Map<string, Buffer>()
  readonly documents = new Map<string, Buffer>()
  /** What was saved, in order. */
  readonly saved: { readonly digest: string; readonly size: number }[] = []

  async hasBlob({ digest }: { digest: string }): Promise<boolean> {
    return this.blobs.has(digest)
  }

  async fetchBlob({ digest }: { digest: string }, path: string): Promise<boolean> {
    const blob = this.blobs.get(digest)
    if (blob === undefined) return false
    await writeFile(path, blob)
    return true
  }

  async saveBlob({ digest, size }: { digest: string; size: number }, path: string): Promise<void> {
    expect(await digestOfFile(path)).toBe(digest)
    const blob = await readFile(path)
    expect(blob.length).toBe(size)
    this.blobs.set(digest, blob)
    this.saved.push({ digest, size })
  }

  async readDocument(name: string): Promise<Uint8Array | undefined> {
    return this.documents.get(name)
  }

  async writeDocument(name: string, bytes: Uint8Array): Promise<void> {
    this.documents.set(name, Buffer.from(bytes))
  }
}
