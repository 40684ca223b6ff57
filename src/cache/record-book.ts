import { digestOf, encodedPart } from '../oci/digest.js'
import { isFields } from '../oci/parse.js'
import { type Platform, platformSlug } from '../oci/platform.js'
import { decodeRecords, encodeRecords, NO_RECORDS, type Records } from './records.js'
import { complete, keptBlobs, type Retention, retained } from './retention.js'
import type { OpenCache } from './session.js'

// A list of scopes that somebody else wrote may be of any length.
const MOST_SCOPES = 64
// Younger notes of a use are left: a run that used nothing but what it knew need not write.
const NOTE_AFTER = 86_400

/**
 * The records of one scope and platform. Each scope writes its own document, so that builds at the same time never overwrite each
 * other's; all scopes of the platform can be read, since a list of them is kept, too.
 */
export class RecordBook {
  private readonly scope: string
  private readonly slug: string
  private records: Promise<Records> | undefined
  private scopes: Promise<Map<string, number>> | undefined
  private others: Promise<readonly Records[]> | undefined

  constructor(
    scope: string,
    platform: Platform,
    private readonly cache: Pick<OpenCache, 'store' | 'pending'>,
    private readonly retention: Retention,
  ) {
    this.scope = encodedPart(digestOf(scope)).slice(0, 16)
    this.slug = platformSlug(platform)
  }

  /** What this scope remembers, what this run has added included. */
  read(): Promise<Records> {
    this.records ??= this.readScope(this.scope)
    return this.records
  }

  /** What the other scopes of the platform remember. */
  readOthers(): Promise<readonly Records[]> {
    this.others ??= this.readScopes().then((scopes) => {
      const names = [...scopes.keys()].filter((scope) => scope !== this.scope)
      return Promise.all(names.map((scope) => this.readScope(scope)))
    })
    return this.others
  }

  /**
   * Adds records to this scope's, in place of those with the same key. What is too old or too much goes, and what the store has lost: with
   * that the document would not be saved.
   */
  async add(added: Partial<Records>): Promise<void> {
    const { store, pending } = this.cache
    if (!store.writable) return
    const known = await this.readComplete()
    const kept = retained(
      {
        builds: new Map([...known.builds, ...(added.builds ?? [])]),
        checkpoints: new Map([...known.checkpoints, ...(added.checkpoints ?? [])]),
      },
      this.retention,
      now(),
    )
    this.records = Promise.resolve(kept)
    await pending.addDocument(this.document(this.scope), encodeRecords(kept), [...keptBlobs(kept).values()])
    await this.noteScope()
  }

  private async readComplete(): Promise<Records> {
    const { store, pending } = this.cache
    const known = await this.read()
    const blobs = [...keptBlobs(known).values()]
    const there = await Promise.all(blobs.map(async (blob) => pending.holds(blob) || store.hasBlob(blob)))
    const found = new Set(blobs.filter((_, at) => there[at]).map(({ digest }) => digest))
    return complete(known, ({ digest }) => found.has(digest))
  }

  private async readScope(scope: string): Promise<Records> {
    const bytes = await this.cache.store.readDocument(this.document(scope))
    return bytes === undefined ? NO_RECORDS : decodeRecords(bytes)
  }

  /** When each scope was noted last, by this run too, in seconds since 1970. */
  private readScopes(): Promise<Map<string, number>> {
    this.scopes ??= this.readList()
    return this.scopes
  }

  private async readList(): Promise<Map<string, number>> {
    const bytes = await this.cache.store.readDocument(this.list)
    const noted = bytes === undefined ? {} : parseScopes(bytes)
    const newest = Object.entries(noted).sort(([, a], [, b]) => b - a)
    return new Map(newest.slice(0, MOST_SCOPES))
  }

  // Two builds at the same time may each miss the other's note; the next run of either writes it again.
  private async noteScope(): Promise<void> {
    const scopes = await this.readScopes()
    if (!isOld(scopes.get(this.scope) ?? 0)) return
    scopes.set(this.scope, now())
    const { pending } = this.cache
    for (const [scope, noted] of scopes) {
      if (now() - noted < this.retention.ttl + NOTE_AFTER || (await this.remembersAny(scope))) continue
      scopes.delete(scope)
      // Or else the document would keep its blobs for as long as the store keeps documents.
      await pending.addDocument(this.document(scope), encodeRecords(NO_RECORDS), [])
    }
    await pending.addDocument(
      this.list,
      Buffer.from(JSON.stringify({ scopes: Object.fromEntries(scopes) })),
      [],
    )
  }

  /** Whether a scope has something that is not too old. */
  private async remembersAny(scope: string): Promise<boolean> {
    const { builds, checkpoints } = retained(await this.readScope(scope), this.retention, now())
    return builds.size + checkpoints.size > 0
  }

  private document(scope: string): string {
    return `builds-${scope}-${this.slug}`
  }

  private get list(): string {
    return `scopes-${this.slug}`
  }
}

/** Whether a note of a use, in seconds since 1970, is so old that it is worth writing it again. */
export function isOld(used: number): boolean {
  return now() - used > NOTE_AFTER
}

/** Seconds since 1970. */
export function now(): number {
  return Math.floor(Date.now() / 1000)
}

function parseScopes(bytes: Buffer): Record<string, number> {
  let content: unknown
  try {
    content = JSON.parse(bytes.toString('utf8'))
  } catch {
    return {}
  }
  const scopes = isFields(content) && isFields(content.scopes) ? content.scopes : {}
  const valid = Object.entries(scopes).filter(
    (entry): entry is [string, number] =>
      /^[0-9a-f]{16}$/.test(entry[0]) && typeof entry[1] === 'number' && Number.isFinite(entry[1]),
  )
  return Object.fromEntries(valid)
}
