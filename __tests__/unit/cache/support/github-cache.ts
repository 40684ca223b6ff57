import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { type Backend, GuardedStore } from '../../../../src/cache/guarded-store.js'
import type { BlobKey, CacheStore } from '../../../../src/cache/store.js'
import { receive } from '../../../../src/cache/verified-file.js'
import { opening } from './store.js'

const UNUSED_MS = 7 * 86_400_000

interface Entry {
  readonly bytes: Buffer
  readonly weight: number
  readonly times: number
  used: number
}

/** One upload, for the limit of 200 a minute. */
export interface Upload {
  readonly key: string
  readonly at: number
  readonly weight: number
  /** How many uploads it stands for. */
  readonly times: number
}

/** What an entry stands for. */
export interface Meaning {
  readonly times: number
  readonly weight: number
}

/**
 * What GitHub says of its cache
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/dependency-caching#usage-limits-and-eviction-policy): entries
 * never change, nobody has to remove one, those that were not used for seven days go, and above the limit those that were
 * not used longest. Whether looking an entry up without fetching it is a use is not said; here it is none.
 */
export class GitHubCache {
  /** In the order of their last use. */
  private readonly entries = new Map<string, Entry>()
  private readonly newest = new Map<string, string>()
  readonly uploads: Upload[] = []
  /** Blobs that were asked for, and how many of them were gone. */
  asked = 0
  missed = 0
  size = 0
  private versions = 0

  constructor(
    private readonly limit: number,
    /** By name of a document, or digest. */
    private readonly meaningOf: (name: string, bytes: number) => Meaning,
  ) {}

  open(writable: boolean): { store: CacheStore; warnings: readonly string[] } {
    const { warnings, ...options } = opening({ writable })
    return { store: new GuardedStore(this.backend(), options), warnings }
  }

  holds(digest: string): boolean {
    return this.entries.has(digest)
  }

  /** The newest version of each document that is there. */
  documents(): Map<string, Buffer> {
    const found = [...this.newest].flatMap(([name, key]): [string, Buffer][] => {
      const entry = this.entries.get(key)
      return entry === undefined ? [] : [[name, entry.bytes]]
    })
    return new Map(found)
  }

  /** Does what GitHub does by and by. */
  evict(): void {
    for (const [key, entry] of this.entries) {
      if (this.size <= this.limit && Date.now() - entry.used <= UNUSED_MS) return
      this.entries.delete(key)
      this.size -= entry.weight
    }
  }

  private backend(): Backend {
    return {
      place: 'GitHub’s cache',
      has: async ({ digest }) => this.entries.has(digest),
      fetch: async (blob, path, signal) => {
        this.asked += 1
        const bytes = this.use(blob.digest)
        if (bytes === undefined) this.missed += 1
        else await receive(Readable.from([bytes]), blob, path, signal)
        return bytes !== undefined
      },
      save: async ({ digest }: BlobKey, path) => {
        const bytes = await readFile(path)
        // Of two that save the same at once the second is told that it is there.
        if (!this.entries.has(digest)) this.put(digest, bytes, this.meaningOf(digest, bytes.length))
      },
      read: async (name) => {
        const key = this.newest.get(name)
        return key === undefined ? undefined : this.use(key)
      },
      write: async (name, bytes) => {
        const key = `${name}-${++this.versions}`
        this.put(key, bytes, this.meaningOf(name, bytes.length))
        this.newest.set(name, key)
      },
      close: async () => undefined,
    }
  }

  private use(key: string): Buffer | undefined {
    const entry = this.entries.get(key)
    if (entry === undefined) return undefined
    entry.used = Date.now()
    this.entries.delete(key)
    this.entries.set(key, entry)
    return entry.bytes
  }

  private put(key: string, bytes: Buffer, { weight, times }: Meaning): void {
    this.entries.set(key, { bytes, weight, times, used: Date.now() })
    this.size += weight
    this.uploads.push({ key, at: Date.now(), weight, times })
    this.evict()
  }
}
