import { readdirSync, readFileSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { DirectoryStore } from '../../../src/cache/directory-store.js'
import { digestOf } from '../../../src/oci/digest.js'
import { temporaryFolder } from '../../support/runner.js'
import { GitHubCache } from './support/github-cache.js'
import { commonLayers, indexes, type Outcome, SCALE, scaled, TTL } from './support/job.js'
import { BEGIN, DAY, named, neededBy, REAL_TIMERS, runCommit, total } from './support/month.js'
import { chance, Repository } from './support/services.js'
import { opening } from './support/store.js'

/*
 * A month of a repository with 14 Go services for two platforms each, in the product's own records and cache mounts. Only podman and
 * GitHub are replaced. One byte of contents stands for SCALE bytes, and packs and limits are scaled alike; documents are as large as in the
 * field. Services come in pairs that are changed by the same commits, so that one of each is run and counts twice.
 */
const GITHUB_LIMIT = 10e9
const SERVICES = 7
const TWICE = 2
const SIZES = { dependencies: scaled(105e6), own: scaled(45e6) }
/** Bytes of the index of a mount with 20,000 files: a scaled mount has fewer files, and larger ones. */
const INDEX = 1.5e6
const COMMITS_A_DAY = 6

beforeEach(() => jest.useFakeTimers({ now: BEGIN, doNotFake: [...REAL_TIMERS] }))
afterEach(() => jest.useRealTimers())

const timesOf = (name: string) => (commonLayers.has(name) ? 1 : TWICE)
const realSize = (name: string, size: number) => {
  if (indexes.has(name)) return INDEX
  return name.startsWith('sha256:') ? size * SCALE : size
}
const bytesOf = (sizes: ReadonlyMap<string, number>) =>
  total([...sizes].map(([digest, size]) => realSize(digest, size) * timesOf(digest)))
const hashOf = (scope: string) => digestOf(scope).slice('sha256:'.length, 'sha256:'.length + 16)
const at = (day: number) => jest.setSystemTime(BEGIN + day * DAY)
const isWorkingDay = (day: number) => day % 7 < 5

/** What happens on a working day, one commit after the other. */
async function workingDay(
  day: number,
  repository: Repository,
  next: () => number,
  push: () => Promise<void>,
): Promise<void> {
  for (let commit = 0; commit < COMMITS_A_DAY; commit++) {
    at(day + commit / 16)
    if (commit === 0 && day % 7 === 1) repository.moveBase()
    if (commit === 3 && day % 7 === 2) repository.changeModules()
    else if (next() * COMMITS_A_DAY < 1) repository.changeShared()
    else repository.changeOne()
    await push()
  }
}

test('14 services for two platforms stay within GitHub’s 10 GB', async () => {
  const next = chance(2025)
  const repository = new Repository(SERVICES, SIZES, next)
  const github = new GitHubCache(GITHUB_LIMIT, (name, size) => {
    const times = timesOf(name)
    return { times, weight: realSize(name, size) * times }
  })
  const commits: { day: number; live: number; uploads: number; outcomes: readonly Outcome[] }[] = []
  const removed = repository.services[3]!.name
  for (let day = 0; day < 30; day++) {
    if (!isWorkingDay(day)) continue
    if (day === 10) repository.replace(3)
    await workingDay(day, repository, next, async () => {
      github.evict()
      const before = github.uploads.length
      const outcomes = await runCommit(repository, github)
      const live = bytesOf(neededBy(github.documents()))
      const uploads = total(github.uploads.slice(before).map(({ times }) => times))
      commits.push({ day, live, uploads, outcomes })
    })
  }
  const documents = github.documents()
  // What documents need is less than the limit at all times, and does not grow once steps reach the end of the ttl.
  const most = (from: number, to: number) =>
    Math.max(...commits.filter(({ day }) => day >= from && day < to).map(({ live }) => live))
  expect(most(0, 30)).toBeLessThan(9.6e9)
  expect(most(15, 30)).toBeLessThan(most(0, 15) * 1.05)
  // GitHub removes what was not used longest, and with it little that is asked for again: of services that nobody built for some days.
  expect(github.missed / github.asked).toBeLessThan(0.01)
  const outcomes = commits.flatMap((each) => each.outcomes)
  const emptied = outcomes.filter(({ warnings }) => warnings.length > 0)
  expect(emptied.length / outcomes.filter(({ unchanged }) => !unchanged).length).toBeLessThan(0.01)
  const lost = [...neededBy(named(documents, 'cache-mounts-')).keys()].filter((each) => !github.holds(each))
  expect(lost).toEqual([])

  // All uploads of a commit may fall into one minute, of which GitHub takes 200; the first commit has everything to save.
  expect(Math.max(...commits.slice(1).map(({ uploads }) => uploads))).toBeLessThan(200)

  // Of services that are gone nothing is left.
  const lists = [...named(documents, 'scopes-').values()].map(String)
  expect(lists).toHaveLength(2)
  for (const list of lists) {
    expect(list).not.toContain(hashOf(removed))
    expect(list).toContain(hashOf(repository.services[0]!.name))
  }
  expect(named(documents, `cache-mounts-${hashOf(removed)}`).size).toBe(0)
  expect(neededBy(named(documents, `builds-${hashOf(removed)}`)).size).toBe(0)

  // Platforms share nothing of their mounts; a layer that all services have is sent once.
  const mounts = named(documents, 'cache-mounts-')
  const [amd64, arm64] = ['amd64', 'arm64'].map((name) =>
    neededBy(new Map([...mounts].filter(([document]) => document.endsWith(name)))),
  )
  expect(amd64!.size).toBeGreaterThan(SERVICES)
  expect([...amd64!.keys()].filter((digest) => arm64!.has(digest))).toEqual([])
  const common = [...neededBy(named(documents, 'builds-')).keys()].filter((each) => commonLayers.has(each))
  expect(common.length).toBeGreaterThan(0)
  for (const digest of common) expect(github.uploads.filter(({ key }) => key === digest)).toHaveLength(1)

  // The next run finds all that it asks for, and a pull request’s leaves everything as it is.
  const [sent, missed] = [github.uploads.length, github.missed]
  repository.changeShared()
  const request = await runCommit(repository, github, false)
  expect(request.filter(({ taken }) => taken === undefined)).toEqual([])
  expect(request.flatMap(({ warnings }) => warnings)).toEqual([])
  expect([github.uploads.length, github.missed]).toEqual([sent, missed])
}, 300_000)

/** A document's file begins with a line that holds the digest of the rest. */
const contentOf = (file: Buffer) => file.subarray(file.indexOf('\n') + 1)

test('a folder keeps what its documents need, and what was new yesterday', async () => {
  const repository = new Repository(2, SIZES, chance(1))
  const folder = join(temporaryFolder(), 'cache')
  const store = () => new DirectoryStore(folder, opening())
  const place = { open: () => ({ store: store(), warnings: [] }) }
  const files = (part: string) => readdirSync(join(folder, part)).map((name) => join(folder, part, name))
  // The file system's clock is the real one: what it has just written gets the simulated time.
  const date = () => {
    const all = [...files('documents'), ...files('blobs/sha256')]
    for (const path of all)
      if (statSync(path).mtimeMs > BEGIN + 100 * DAY) utimesSync(path, Date.now() / 1000, Date.now() / 1000)
  }
  const read = () =>
    new Map(
      readdirSync(join(folder, 'documents')).map((name) => [
        name,
        contentOf(readFileSync(join(folder, 'documents', name))),
      ]),
    )
  const removed = repository.services[1]!.name
  const sizes: number[] = []
  const ages: number[] = []
  for (let day = 0; day < 36; day++) {
    at(day)
    if (day === 3) repository.services.pop()
    repository.changeShared()
    ages.push(...(await runCommit(repository, place)).map(({ taken }) => taken ?? 0))
    date()
    await store().sweep()
    sizes.push(total(files('blobs/sha256').map((path) => statSync(path).size)))
    const needed = neededBy(read())
    const old = files('blobs/sha256').filter((path) => Date.now() - statSync(path).mtimeMs > DAY)
    expect(old.filter((path) => !needed.has(`sha256:${path.slice(-64)}`))).toEqual([])
    // Its layers go with its place in the list, its mounts when they were not used for a month.
    const left = (start: string) => neededBy(named(read(), `${start}-${hashOf(removed)}`)).size
    if (day > 19) expect(left('builds')).toBe(0)
    if (day > 34) expect(left('cache-mounts')).toBe(0)
  }
  expect(Math.max(...sizes.slice(20))).toBeLessThan(Math.max(...sizes.slice(0, 20)) * 1.05)
  // The base image does not move here: steps run again for their age alone.
  expect(Math.max(...ages) * 1000).toBe(TTL * 1000 - DAY)
}, 60_000)
