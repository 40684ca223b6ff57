import { lstat, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, isAbsolute, join } from 'node:path'
import { messageOf } from '../errors.js'
import type { Host } from '../host/host.js'
import type { RegistryClient } from '../registry/client.js'
import type { BuildRequest } from '../request/build-request.js'
import { DirectoryStore } from './directory-store.js'
import { openStore, type Place, placeOf } from './open.js'
import { CACHE_STATE, Pending, type PendingList, readPending, savePending } from './pending.js'
import type { CacheStore } from './store.js'

const FOLDER_PREFIX = 'multiarch-build-cache-'

/** A run's surroundings, as far as the cache needs them. */
export interface CacheSurroundings {
  readonly host: Host
  readonly env: NodeJS.ProcessEnv
  readonly signal: AbortSignal
  readonly registryClient: () => Promise<RegistryClient>
}

/** What of a request the cache goes by. */
export type CacheRequest = Pick<BuildRequest, 'cache' | 'logins' | 'tlsVerify'>

/** A cache that can be used. */
export interface OpenCache {
  readonly place: Place
  readonly folder: string
  readonly store: CacheStore
  readonly pending: Pending
}

/** A run's use of the cache: nothing is opened or made before it is asked for. */
export class CacheSession {
  private opened: Promise<OpenCache | undefined> | undefined

  constructor(
    private readonly request: CacheRequest,
    private readonly surroundings: CacheSurroundings,
  ) {}

  /** The store, what is put aside for it, and a folder for files that last as long as the run; undefined without a cache. */
  open(): Promise<OpenCache | undefined> {
    this.opened ??= this.begin()
    return this.opened
  }

  /**
   * Ends the use of the cache. On a runner what was put aside waits for the step's post part; elsewhere it is saved now.
   * Never throws.
   */
  async end(): Promise<void> {
    const { host, signal } = this.surroundings
    const opened = await this.opened
    if (opened === undefined) return
    const { folder, store } = opened
    try {
      const list = await readPending(folder)
      if (list !== undefined && host.kind === 'runner') return
      if (list !== undefined && !signal.aborted) await save(folder, list, store, host)
      await store.close()
      await rm(folder, { recursive: true, force: true })
    } catch (error) {
      host.warning(`cache: ${messageOf(error)}`)
    } finally {
      await store.close()
    }
  }

  private async begin(): Promise<OpenCache | undefined> {
    const { host, env, signal, registryClient } = this.surroundings
    const { cache, logins, tlsVerify } = this.request
    try {
      const place = placeOf(cache, env, host)
      if (place === undefined) return undefined
      const folder = await mkdtemp(join(env.RUNNER_TEMP || tmpdir(), FOLDER_PREFIX))
      host.saveState(CACHE_STATE, folder)
      const means = { folder: await transferFolder(folder), env, registryClient }
      const store = await openStore(place, means, { writable: cache.writable, signal, tell: host })
      const loginHosts = logins.map(({ registry }) => registry)
      return { place, folder, store, pending: new Pending(folder, { place, loginHosts, tlsVerify }) }
    } catch (error) {
      host.warning(`cache: it can’t be used: ${messageOf(error)}`)
      return undefined
    }
  }
}

/**
 * Saves what an earlier part of the run has put aside, and removes the folder. Only a folder with this product's own name
 * is touched, whatever the state says.
 * @param state what the earlier part noted under {@link CACHE_STATE}
 */
export async function saveLeftovers(
  state: string,
  surroundings: Omit<CacheSurroundings, 'registryClient'> & {
    readonly registryClient: (list: PendingList) => Promise<RegistryClient>
  },
): Promise<void> {
  if (!isAbsolute(state) || !basename(state).startsWith(FOLDER_PREFIX)) return
  const found = await lstat(state).catch(() => undefined)
  if (!found?.isDirectory()) return
  try {
    const list = await readPending(state)
    if (list === undefined) return
    const { host, env, signal, registryClient } = surroundings
    const means = { folder: await transferFolder(state), env, registryClient: () => registryClient(list) }
    const store = await openStore(list.place, means, { writable: true, signal, tell: host })
    try {
      await save(state, list, store, host)
    } finally {
      await store.close()
    }
  } finally {
    await rm(state, { recursive: true, force: true, maxRetries: 3 })
  }
}

async function save(folder: string, list: PendingList, store: CacheStore, host: Host): Promise<void> {
  await savePending(folder, list, store)
  if (store instanceof DirectoryStore) await store.sweep()
  const { blobsSaved, bytesSaved } = store.usage
  if (blobsSaved > 0) {
    const megabytes = (bytesSaved / 1e6).toFixed(1)
    host.info(
      `cache: saved ${blobsSaved} ${blobsSaved === 1 ? 'file' : 'files'}, ${megabytes} MB, in ${store.place}`,
    )
  }
}

async function transferFolder(folder: string): Promise<string> {
  const transfer = join(folder, 'transfer')
  await mkdir(transfer, { recursive: true, mode: 0o700 })
  return transfer
}
