import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore, placeOf } from '../cache/open.js'
import { type CacheStore, isDocumentName } from '../cache/store.js'
import { HostError } from '../errors.js'
import type { Host } from '../host/host.js'

const COMMIT = /^[0-9a-f]{40,64}$/
const HASH_LENGTH = 16

interface Surroundings {
  readonly host: Host
  readonly env: NodeJS.ProcessEnv
  readonly signal: AbortSignal
}

/**
 * The name under which it is remembered up to which commit all services of a list are merged on a branch. What came before a push says less:
 * the run of that commit may have failed, and what it was to build would never be.
 * @returns undefined where the run is of no branch
 */
export function mergedRecord(env: NodeJS.ProcessEnv, services: string): string | undefined {
  const ref = env.GITHUB_REF ?? ''
  if (env.GITHUB_EVENT_NAME !== 'push' || !ref.startsWith('refs/heads/')) return undefined
  const hash = createHash('sha256').update(`${ref}\n${services.trim()}`).digest('hex')
  return `merged-${hash.slice(0, HASH_LENGTH)}`
}

/** The commit that is remembered; undefined when there is none, or the cache can't be read. */
export async function readMerged(record: string, surroundings: Surroundings): Promise<string | undefined> {
  const bytes = await withStore(surroundings, (store) => store.readDocument(record))
  const text = bytes?.toString('utf8').trim()
  return text !== undefined && COMMIT.test(text) ? text : undefined
}

/** Remembers a commit. That it can't costs a warning: the next run builds more. */
export async function writeMerged(record: string, commit: string, surroundings: Surroundings): Promise<void> {
  if (!isDocumentName(record)) return
  await withStore(surroundings, (store) => store.writeDocument(record, Buffer.from(`${commit}\n`)))
}

async function withStore<T>(
  { host, env, signal }: Surroundings,
  use: (store: CacheStore) => Promise<T>,
): Promise<T | undefined> {
  const place = placeOf({ kind: 'auto', folder: undefined, repository: undefined }, env, host)
  if (place === undefined) return undefined
  const folder = await mkdtemp(join(env.RUNNER_TEMP || tmpdir(), 'multiarch-build-merged-'))
  const registryClient = () => Promise.reject(new HostError('no registry keeps this'))
  try {
    const store = await openStore(
      place,
      { folder, env, registryClient },
      { writable: true, signal, tell: host },
    )
    try {
      return await use(store)
    } finally {
      await store.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
