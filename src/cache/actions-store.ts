import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { copyFile, link, lstat, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { encodedPart } from '../oci/digest.js'
import { restoreOutcome, saveOutcome } from './actions-answers.js'
import { ActionsClient, type ClientAnswer } from './actions-client.js'
import { type Backend, GuardedStore } from './guarded-store.js'
import { pacer } from './pace.js'
import { BrokenContent } from './problem.js'
import type { BlobKey, CacheStore, Opening } from './store.js'
import { receiveFile } from './verified-file.js'

const PREFIX = 'multiarch-build-1'
// 200 a minute for a repository (https://docs.github.com/en/actions/reference/limits); other jobs want some too.
const UPLOADS_PER_MINUTE = 100

/** What it takes to reach GitHub's cache service. */
export interface ActionsPlace {
  /** The program that holds the client (client-program.ts). */
  readonly program: string
  /** A folder of the run's own, removed by whoever made it. */
  readonly folder: string
  readonly env: NodeJS.ProcessEnv
}

/**
 * Whether this runner offers the second version of GitHub's cache service, to a JavaScript action. On GitHub Enterprise
 * Server there is none (https://github.com/actions/toolkit/blob/main/packages/cache/src/internal/config.ts).
 */
export function hasCacheService(env: NodeJS.ProcessEnv): boolean {
  if (!env.ACTIONS_RESULTS_URL || !env.ACTIONS_RUNTIME_TOKEN || !env.ACTIONS_CACHE_SERVICE_V2) return false
  const { hostname } = new URL(env.GITHUB_SERVER_URL || 'https://github.com')
  return hostname === 'github.com' || hostname.endsWith('.ghe.com') || hostname.endsWith('.localhost')
}

/** GitHub's cache service: one entry for each blob, and one for each version of a document. */
export function actionsStore(place: ActionsPlace, opening: Opening): CacheStore {
  return new GuardedStore(new Actions(place, opening.signal), opening)
}

class Actions implements Backend {
  readonly place = 'GitHub’s cache'
  readonly pace: () => Promise<void>
  private readonly client: ActionsClient
  /** By name of the file, since an entry is unpacked to the name that it was packed with. */
  private readonly turns = new Map<string, Promise<unknown>>()

  constructor(
    private readonly options: ActionsPlace,
    signal: AbortSignal | undefined,
  ) {
    this.client = new ActionsClient(options.program, options.folder, options.env)
    this.pace = pacer(UPLOADS_PER_MINUTE, signal)
  }

  async has(blob: BlobKey): Promise<boolean> {
    return restoreOutcome(await this.restore(blobEntry(blob), true))
  }

  async fetch(blob: BlobKey, path: string, signal: AbortSignal): Promise<boolean> {
    const entry = blobEntry(blob)
    return this.inTurn(entry, async (file) => {
      signal.throwIfAborted()
      if (!(await this.unpacked(entry, file))) return false
      await receiveFile(file, blob, path, signal)
      return true
    })
  }

  async save(blob: BlobKey, path: string, replace: boolean): Promise<void> {
    const entry = blobEntry(blob)
    // An entry can't be changed. Of those that begin with the digest the newest is found (see `restore`).
    const key = replace ? `${entry.key}-${unique()}` : entry.key
    await this.inTurn(entry, async (file) => {
      await link(path, file).catch(() => copyFile(path, file, constants.COPYFILE_FICLONE))
      saveOutcome(await this.client.ask({ kind: 'save', path: entry.name, key }))
    })
  }

  async read(name: string): Promise<Buffer | undefined> {
    const entry = documentEntry(name)
    return this.inTurn(entry, async (file) =>
      (await this.unpacked(entry, file)) ? readFile(file) : undefined,
    )
  }

  async write(name: string, bytes: Buffer): Promise<void> {
    const entry = documentEntry(name)
    await this.inTurn(entry, async (file) => {
      await writeFile(file, bytes, { mode: 0o600 })
      saveOutcome(await this.client.ask({ kind: 'save', path: entry.name, key: `${entry.key}-${unique()}` }))
    })
  }

  async close(): Promise<void> {
    await this.client.stop()
  }

  private async unpacked(entry: Entry, file: string): Promise<boolean> {
    if (!restoreOutcome(await this.restore(entry, false))) return false
    const found = await lstat(file).catch(() => undefined)
    if (found?.isFile()) return true
    throw new BrokenContent(`what is kept as ${entry.key} is broken: there is no such file in it`)
  }

  // First what was written after the plain key, then that. Of several entries that begin with a key, the newest is found
  // (https://docs.github.com/en/actions/reference/workflows-and-actions/dependency-caching#cache-key-matching), in the
  // branch of this run before those of others.
  private restore(entry: Entry, lookupOnly: boolean): Promise<ClientAnswer> {
    const { name, key } = entry
    return this.client.ask({ kind: 'restore', path: name, key: `${key}-`, restoreKeys: [key], lookupOnly })
  }

  private async inTurn<T>({ name }: Entry, work: (file: string) => Promise<T>): Promise<T> {
    const file = join(this.options.folder, name)
    const before = this.turns.get(name)
    const own = (async () => {
      await before?.catch(() => undefined)
      try {
        return await work(file)
      } finally {
        await rm(file, { recursive: true, force: true })
      }
    })()
    this.turns.set(name, own)
    return own
  }
}

/** Under which key a file is kept, and by which name, which is part of what the service looks it up by. */
interface Entry {
  readonly key: string
  readonly name: string
}

function blobEntry({ digest }: BlobKey): Entry {
  const hex = encodedPart(digest)
  return { key: `${PREFIX}-blob-${hex}`, name: `multiarch-build-blob-${hex}` }
}

// Documents whose names begin alike are told apart by the name of the file: an entry with another one is not found.
function documentEntry(name: string): Entry {
  return { key: `${PREFIX}-doc-${name}`, name: `multiarch-build-doc-${name}` }
}

/** Later ones sort after earlier ones. */
function unique(): string {
  return `${Date.now().toString(36).padStart(9, '0')}-${randomBytes(4).toString('hex')}`
}
