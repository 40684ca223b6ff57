import pLimit from 'p-limit'
import { messageOf } from '../errors.js'
import { type Digest, isDigest } from '../oci/digest.js'
import type { Descriptor } from '../oci/types.js'
import { Guard } from './guard.js'
import { BrokenContent } from './problem.js'
import {
  type BlobKey,
  type CacheStore,
  type CacheUsage,
  isDocumentName,
  type Opening,
  type SaveOptions,
} from './store.js'
import { checkFile } from './verified-file.js'

/** What differs between the places that things are kept in. Throws what goes wrong. */
export interface Backend {
  readonly place: string
  has(blob: BlobKey, signal: AbortSignal): Promise<boolean>
  /**
   * @returns false when there is none
   * @throws {BrokenContent} when what is there is something else
   */
  fetch(blob: BlobKey, path: string, signal: AbortSignal): Promise<boolean>
  /** @param replace what is there is broken */
  save(blob: BlobKey, path: string, replace: boolean, signal: AbortSignal): Promise<void>
  /** @throws {BrokenContent} when what is there can't be read back */
  read(name: string, signal: AbortSignal): Promise<Buffer | undefined>
  write(name: string, bytes: Buffer, keeps: readonly Descriptor[], signal: AbortSignal): Promise<void>
  /** Waits until one more write is allowed. */
  pace?(): Promise<void>
  close(): Promise<void>
}

const PATIENCE_MS = 15_000
// A store slower than this is no help: fetching what a build makes would take longer than making it.
const SLOWEST_BYTES_PER_MS = 1000
const PARALLEL_READS = 8
const PARALLEL_WRITES = 4

/** A store that costs a bounded time and some warnings, whatever its backend does. */
export class GuardedStore implements CacheStore {
  readonly place: string
  readonly writable: boolean
  readonly broken: ReadonlySet<Digest>
  private readonly guard: Guard
  private readonly patienceMs: number
  private readonly found = new Set<Digest>()
  private readonly foundBroken = new Set<Digest>()
  private readonly reads = pLimit(PARALLEL_READS)
  private readonly writes = pLimit(PARALLEL_WRITES)
  private readonly count = { operations: 0, blobsFetched: 0, bytesFetched: 0, blobsSaved: 0, bytesSaved: 0 }

  constructor(
    private readonly backend: Backend,
    { writable, signal, tell, patienceMs = PATIENCE_MS }: Opening,
  ) {
    this.place = backend.place
    this.writable = writable
    this.broken = this.foundBroken
    this.guard = new Guard(backend.place, tell, signal)
    this.patienceMs = patienceMs
  }

  get usage(): CacheUsage {
    return { ...this.count, failures: this.guard.failures }
  }

  async hasBlob(blob: BlobKey): Promise<boolean> {
    return (await this.look(blob)) ?? false
  }

  async fetchBlob(blob: BlobKey, path: string): Promise<boolean> {
    requireDigest(blob)
    const fetched = await this.reading(this.limitFor(blob.size), blob.digest, (signal) =>
      this.backend.fetch(blob, path, signal),
    )
    if (fetched !== true) return false
    this.found.add(blob.digest)
    this.count.blobsFetched += 1
    this.count.bytesFetched += blob.size
    return true
  }

  async saveBlob(blob: BlobKey, path: string, { replace = false }: SaveOptions = {}): Promise<boolean> {
    if (!this.writable || !this.guard.allows('write')) return false
    const broken = replace || this.foundBroken.has(blob.digest)
    const present = broken ? false : await this.look(blob)
    // Where it isn't known whether it is there, sending it would most likely be in vain too.
    if (present !== false) return present ?? false
    try {
      await checkFile(path, blob)
    } catch (error) {
      this.guard.noteBroken(`${path} can’t be kept: ${messageOf(error)}`)
      return false
    }
    const saved = await this.writing(this.limitFor(blob.size), (signal) =>
      this.backend.save(blob, path, broken, signal),
    )
    if (!saved) return false
    this.foundBroken.delete(blob.digest)
    this.found.add(blob.digest)
    this.count.blobsSaved += 1
    this.count.bytesSaved += blob.size
    return true
  }

  async readDocument(name: string): Promise<Buffer | undefined> {
    requireName(name)
    const bytes = await this.reading(this.patienceMs, undefined, (signal) => this.backend.read(name, signal))
    this.count.bytesFetched += bytes?.length ?? 0
    return bytes
  }

  async writeDocument(name: string, bytes: Buffer, keeps: readonly Descriptor[] = []): Promise<boolean> {
    requireName(name)
    if (!this.writable) return false
    const written = await this.writing(this.limitFor(bytes.length), (signal) =>
      this.backend.write(name, bytes, keeps, signal),
    )
    if (written) this.count.bytesSaved += bytes.length
    return written
  }

  async close(): Promise<void> {
    await this.backend.close()
  }

  /** Undefined when that can't be told. */
  private async look(blob: BlobKey): Promise<boolean | undefined> {
    requireDigest(blob)
    if (this.foundBroken.has(blob.digest)) return false
    if (this.found.has(blob.digest)) return true
    const has = await this.reading(this.patienceMs, blob.digest, (signal) => this.backend.has(blob, signal))
    if (has) this.found.add(blob.digest)
    return has
  }

  private async reading<T>(
    limitMs: number,
    digest: Digest | undefined,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T | undefined> {
    this.count.operations += 1
    try {
      // Waiting for one's turn is not the store's fault: its time begins afterwards.
      return await this.reads(() => this.guard.attempt({ access: 'read', limitMs }, work))
    } catch (error) {
      if (!(error instanceof BrokenContent)) throw error
      if (digest !== undefined) this.foundBroken.add(digest)
      this.guard.noteBroken(error.message)
      return undefined
    }
  }

  private async writing(limitMs: number, work: (signal: AbortSignal) => Promise<void>): Promise<boolean> {
    this.count.operations += 1
    const done = await this.writes(async () => {
      if (!this.guard.allows('write')) return undefined
      await this.backend.pace?.()
      return this.guard.attempt({ access: 'write', limitMs }, async (signal) => {
        await work(signal)
        return true
      })
    })
    return done ?? false
  }

  private limitFor(size: number): number {
    return this.patienceMs + size / SLOWEST_BYTES_PER_MS
  }
}

// These reach paths and keys.
function requireDigest({ digest }: BlobKey): void {
  if (!isDigest(digest)) throw new Error(`not a digest: ${JSON.stringify(digest)}`)
}

function requireName(name: string): void {
  if (!isDocumentName(name)) throw new Error(`not a document’s name: ${JSON.stringify(name)}`)
}
