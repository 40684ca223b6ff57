import { recordBlobs } from '../../../../src/cache/mounts/record.js'
import { decodeRecords } from '../../../../src/cache/records.js'
import { keptBlobs } from '../../../../src/cache/retention.js'
import type { CacheStore } from '../../../../src/cache/store.js'
import { parsePlatform } from '../../../../src/oci/platform.js'
import type { Descriptor } from '../../../../src/oci/types.js'
import { Job, type Outcome } from './job.js'
import type { Repository } from './services.js'

export const PLATFORMS = ['linux/amd64', 'linux/arm64'].map(parsePlatform)
export const DAY = 86_400_000

/** A Monday. It is long ago, so that files which are written meanwhile can be told by their time. */
export const BEGIN = Date.UTC(2025, 0, 6, 8)

/** What jest leaves as it is: only the calendar is simulated. */
export const REAL_TIMERS = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'requestIdleCallback',
  'cancelIdleCallback',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const

/** Where a month's runs keep things. */
export interface Place {
  open(writable: boolean): { store: CacheStore; warnings: readonly string[] }
}

/**
 * The jobs of one commit, all at once, as a matrix runs them: none sees what another of them saves.
 * @param write whether it is a push to the default branch; pull requests only read
 */
export async function runCommit(repository: Repository, place: Place, write = true): Promise<Outcome[]> {
  const jobs = repository.services.map((service) => {
    const { store, warnings } = place.open(write)
    return { job: new Job(repository, service, store), warnings }
  })
  const outcomes = await Promise.all(
    jobs.map(async ({ job }) => Promise.all(PLATFORMS.map((platform) => job.build(platform)))),
  )
  for (const { job } of jobs) await job.end()
  const told = jobs.flatMap(({ warnings }) => warnings)
  return outcomes.flat().map((each) => ({ ...each, warnings: [...each.warnings, ...told] }))
}

const known = new WeakMap<Buffer, readonly Descriptor[]>()

/** What some documents need in the store: sizes by digest. */
export function neededBy(documents: ReadonlyMap<string, Buffer>): Map<string, number> {
  const needed = [...documents].flatMap(([name, bytes]) => {
    const blobs = known.get(bytes) ?? blobsOf(name, bytes)
    known.set(bytes, blobs)
    return blobs
  })
  return new Map(needed.map(({ digest, size }) => [digest, size]))
}

function blobsOf(name: string, bytes: Buffer): readonly Descriptor[] {
  if (name.startsWith('builds-')) return [...keptBlobs(decodeRecords(bytes)).values()]
  return name.startsWith('cache-mounts-') ? recordBlobs(bytes) : []
}

/** Some documents by the beginning of their names. */
export function named(documents: ReadonlyMap<string, Buffer>, ...starts: string[]): Map<string, Buffer> {
  return new Map([...documents].filter(([name]) => starts.some((start) => name.startsWith(start))))
}

export const total = (sizes: Iterable<number>) => [...sizes].reduce((sum, size) => sum + size, 0)
