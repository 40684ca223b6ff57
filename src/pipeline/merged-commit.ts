import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore, placeOf } from '../cache/open.js'
import { type CacheStore, isDocumentName } from '../cache/store.js'
import { HostError, MergeError } from '../errors.js'
import type { Host } from '../host/host.js'
import type { PlanRequest } from '../request/plan-request.js'

const COMMIT = /^[0-9a-f]{40,64}$/
const HASH_LENGTH = 16

interface Surroundings {
  readonly host: Host
  readonly env: NodeJS.ProcessEnv
  readonly signal: AbortSignal
}

/** What was merged last. */
export interface Merged {
  readonly commit: string
  /** Number of the run that did; undefined where it had none. */
  readonly run: number | undefined
}

const EVENTS = ['push', 'schedule', 'workflow_dispatch']

/**
 * The name under which it is remembered up to which commit all services of a list are merged on a branch, by one workflow and for its
 * platforms. What came before a push says less: the run of that commit may have failed, and what it was to build would never be.
 * @returns undefined where the run is of no branch
 */
export function mergedRecord(
  env: NodeJS.ProcessEnv,
  { services, platforms }: Pick<PlanRequest, 'services' | 'platforms'>,
): string | undefined {
  const ref = env.GITHUB_REF ?? ''
  if (!EVENTS.includes(env.GITHUB_EVENT_NAME ?? '') || !ref.startsWith('refs/heads/')) return undefined
  const of = [env.GITHUB_WORKFLOW_REF ?? '', ref, services.trim(), platforms.map(({ text }) => text).join()]
  const hash = createHash('sha256').update(of.join('\n')).digest('hex')
  return `merged-${hash.slice(0, HASH_LENGTH)}`
}

/** What the plan says to the merge: the record's name, and the attempt of the run that planned. */
export function recordOutput(record: string, env: NodeJS.ProcessEnv): string {
  return `${record}:${env.GITHUB_RUN_ATTEMPT || '1'}`
}

/** What is remembered; undefined when nothing is, or the cache can't be read. */
export async function readMerged(record: string, surroundings: Surroundings): Promise<Merged | undefined> {
  const bytes = await withStore(surroundings, (store) => store.readDocument(record))
  const [commit = '', run = ''] = bytes?.toString('utf8').trim().split('\n') ?? []
  return COMMIT.test(commit) ? { commit, run: numberOf(run) } : undefined
}

/**
 * Refuses to set tags back by a run that a newer one has overtaken, as a re-run of an older one's failed jobs would. All of its jobs run
 * again are another thing: they plan anew.
 * @param output what {@link recordOutput} gave
 * @throws {MergeError}
 */
export async function refuseOvertaken(output: string, surroundings: Surroundings): Promise<void> {
  const { record, attempt } = parseOutput(output)
  const { GITHUB_RUN_NUMBER: number, GITHUB_RUN_ATTEMPT: now = '1' } = surroundings.env
  const run = numberOf(number ?? '')
  const isPlannedAnew = now !== '1' && attempt === now
  if (record === undefined || run === undefined || isPlannedAnew) return
  const merged = await readMerged(record, surroundings)
  if (merged?.run === undefined || merged.run <= run) return
  throw new MergeError(
    `run ${merged.run} of this workflow, newer than this one (${run}), has merged ${merged.commit} already; no tag was set`,
    { cure: 'run the newest run’s jobs again; to go back to this commit, run all jobs of this run again' },
  )
}

/**
 * Remembers a commit. That it can't costs a warning.
 * @param output what {@link recordOutput} gave
 */
export async function writeMerged(output: string, commit: string, surroundings: Surroundings): Promise<void> {
  const { record } = parseOutput(output)
  if (record === undefined) return
  const text = `${commit}\n${surroundings.env.GITHUB_RUN_NUMBER ?? ''}\n`
  await withStore(surroundings, (store) => store.writeDocument(record, Buffer.from(text)))
}

function parseOutput(output: string): { record: string | undefined; attempt: string | undefined } {
  const [name = '', attempt] = output.trim().split(':')
  return { record: isDocumentName(name) ? name : undefined, attempt }
}

function numberOf(text: string): number | undefined {
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined
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
