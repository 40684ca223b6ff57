import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { actionsStore, hasCacheService } from '../../../src/cache/actions-store.js'
import type { CacheStore, Opening } from '../../../src/cache/store.js'
import { encodedPart } from '../../../src/oci/digest.js'
import { clientProgram } from '../../support/cache-client.js'
import { CacheService } from '../../support/cache-service.js'
import { temporaryFolder } from '../../support/runner.js'
import { freshPath, opening, randomFile } from './support/store.js'

// The real client, in its process, against a stand-in for the service.

const program = clientProgram()
let service: CacheService
const opened: CacheStore[] = []

beforeEach(async () => {
  service = await CacheService.start()
})
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close()
  await service.stop()
})

function open(options: Partial<Opening> = {}, env: NodeJS.ProcessEnv = {}) {
  const folder = temporaryFolder()
  const told = opening(options)
  const store = actionsStore({ program, folder, env: { ...service.env, ...env } }, told)
  opened.push(store)
  return { store, folder, ...told }
}

const K = (digest: string) => `multiarch-build-1-blob-${encodedPart(digest as `sha256:${string}`)}`

describe('a blob', () => {
  it('saved by one run is found by another, in other folders', async () => {
    const { path, blob, bytes } = randomFile(300_000)
    const first = open({}, { RUNNER_TEMP: '/nowhere/a', GITHUB_WORKSPACE: '/nowhere/a/b/c' })
    expect(await first.store.hasBlob(blob)).toBe(false)
    expect(await first.store.fetchBlob(blob, freshPath())).toBe(false)
    expect(await first.store.saveBlob(blob, path)).toBe(true)
    const second = open({}, { RUNNER_TEMP: '/elsewhere', GITHUB_WORKSPACE: '/elsewhere/w' })
    expect(await second.store.hasBlob(blob)).toBe(true)
    const target = freshPath()
    expect(await second.store.fetchBlob(blob, target)).toBe(true)
    expect(readFileSync(target).equals(bytes)).toBe(true)
    expect(service.keys).toEqual([K(blob.digest)])
    expect([...first.warnings, ...second.warnings]).toEqual([])
    expect(first.store.usage).toMatchObject({ blobsSaved: 1, bytesSaved: 300_000, failures: 0 })
    expect(second.store.usage).toMatchObject({ blobsFetched: 1, bytesFetched: 300_000, failures: 0 })
    expect(readdirSync(second.folder)).toEqual(['tmp'])
    expect(
      readdirSync(`${second.folder}/tmp`).flatMap((name) => readdirSync(`${second.folder}/tmp/${name}`)),
    ).toEqual([])
  })

  it('that is there is looked up before it is packed, and not sent again', async () => {
    const { path, blob } = randomFile()
    await open().store.saveBlob(blob, path)
    const { store } = open()
    expect(await store.saveBlob(blob, path)).toBe(true)
    expect(await store.saveBlob(blob, path)).toBe(true)
    expect(service.count('CreateCacheEntry')).toBe(1)
    expect(store.usage.blobsSaved).toBe(0)
  })

  it('among many at once is never taken for another', async () => {
    const files = Array.from({ length: 6 }, (_, index) => randomFile(20_000 + index))
    const { store } = open()
    await Promise.all(files.map(({ path, blob }) => store.saveBlob(blob, path)))
    const other = open().store
    const targets = files.flatMap((file) => [file, file]).map((file) => ({ ...file, target: freshPath() }))
    const fetched = await Promise.all(targets.map(({ blob, target }) => other.fetchBlob(blob, target)))
    expect(fetched.every((each) => each)).toBe(true)
    for (const { target, bytes } of targets) expect(readFileSync(target).equals(bytes)).toBe(true)
  })

  it('of more than one part is put together', async () => {
    const { path, blob } = randomFile(130 * 1024 * 1024)
    expect(await open().store.saveBlob(blob, path)).toBe(true)
    expect(service.asked.filter(({ body }) => body.comp === 'blocklist')).toHaveLength(1)
    expect(await open().store.fetchBlob(blob, freshPath())).toBe(true)
  }, 60_000)

  it('of a branch that this run can’t read is not found', async () => {
    const { path, blob } = randomFile()
    service.scopes = ['refs/heads/topic', 'refs/heads/main']
    await open().store.saveBlob(blob, path)
    service.scopes = ['refs/heads/main']
    expect(await open().store.hasBlob(blob)).toBe(false)
  })

  it('that was saved by somebody else meanwhile counts as saved', async () => {
    const { path, blob } = randomFile()
    await open().store.saveBlob(blob, path)
    service.faults.set('CreateCacheEntry', 409)
    const { store, warnings } = open()
    expect(await store.saveBlob(blob, path, { replace: true })).toBe(true)
    expect(warnings).toEqual([])
  })

  it.each([
    [
      'a flipped byte',
      (bytes: Buffer) => Buffer.from(bytes).fill(bytes[bytes.length >> 1]! ^ 1, bytes.length >> 1),
    ],
    ['an end that is missing', (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1)],
    ['nothing in it', () => Buffer.alloc(0)],
  ])('with %s counts as absent, with a warning, and is replaced', async (_, change) => {
    const { path, blob, bytes } = randomFile(100_000)
    await open().store.saveBlob(blob, path)
    service.damage(K(blob.digest), change)
    const { store, warnings, folder } = open()
    const target = freshPath()
    expect(await store.fetchBlob(blob, target)).toBe(false)
    expect(existsSync(target)).toBe(false)
    expect(readdirSync(folder)).toEqual(['tmp'])
    expect(warnings).toEqual([
      expect.stringMatching(/^cache: GitHub’s cache: what is kept .*; the build goes on/),
    ])
    expect([...store.broken]).toEqual([blob.digest])
    expect(await store.saveBlob(blob, path)).toBe(true)
    expect(await open().store.fetchBlob(blob, target)).toBe(true)
    expect(readFileSync(target).equals(bytes)).toBe(true)
  })

  it('under a digest that is not its own is not sent', async () => {
    const { path } = randomFile()
    const { blob } = randomFile()
    const { store, warnings } = open()
    expect(await store.saveBlob(blob, path)).toBe(false)
    expect(service.count('CreateCacheEntry')).toBe(0)
    expect(warnings).toHaveLength(1)
  })
})

describe('a document', () => {
  it('is the one that was written last', async () => {
    const { store } = open()
    expect(await store.readDocument('a')).toBeUndefined()
    for (const text of ['1', '2', '3']) expect(await store.writeDocument('a', Buffer.from(text))).toBe(true)
    expect((await open().store.readDocument('a'))?.toString()).toBe('3')
    expect(service.keys).toHaveLength(3)
    expect([...service.keys].sort()).toEqual(service.keys)
  })

  it('is not taken for one whose name begins alike', async () => {
    const { store } = open()
    await store.writeDocument('a', Buffer.from('short'))
    await store.writeDocument('a-b', Buffer.from('long'))
    await store.writeDocument('ab', Buffer.from('other'))
    expect((await open().store.readDocument('a'))?.toString()).toBe('short')
  })

  it('of the own branch comes before a newer one of another', async () => {
    service.scopes = ['refs/heads/topic', 'refs/heads/main']
    await open().store.writeDocument('a', Buffer.from('topic'))
    service.scopes = ['refs/heads/main']
    await open().store.writeDocument('a', Buffer.from('main'))
    service.scopes = ['refs/heads/topic', 'refs/heads/main']
    expect((await open().store.readDocument('a'))?.toString()).toBe('topic')
  })
})

describe('a service that', () => {
  const attempts = async ({ store }: { store: CacheStore }) => {
    const { path, blob } = randomFile()
    const results = []
    for (let times = 0; times < 2; times++) {
      results.push(await store.fetchBlob(blob, freshPath()), await store.saveBlob(blob, path))
      results.push(await store.readDocument('a'), await store.writeDocument('a', Buffer.from('text')))
    }
    return results
  }

  it('knows no such token costs one warning for each kind and no more requests', async () => {
    const run = open({}, { ACTIONS_RUNTIME_TOKEN: 'old' })
    expect(new Set(await attempts(run))).toEqual(new Set([false, undefined]))
    expect(run.warnings).toEqual([expect.stringContaining('(401)')])
    expect(run.infos).toEqual([expect.stringContaining('is not read or written any more in this run')])
    expect(service.asked).toHaveLength(1)
  })

  it('is read-only is read all the same', async () => {
    const { path, blob } = randomFile()
    await open().store.saveBlob(blob, path)
    service.readOnly = true
    const { store, warnings } = open()
    expect(await store.writeDocument('a', Buffer.from('text'))).toBe(false)
    expect(await store.writeDocument('a', Buffer.from('text'))).toBe(false)
    expect(await store.fetchBlob(blob, freshPath())).toBe(true)
    expect(warnings).toEqual([expect.stringContaining('cache write denied: the token is read-only')])
  })

  it('is full is not written again', async () => {
    service.full = true
    const { store, warnings } = open()
    for (let times = 0; times < 3; times++) await store.writeDocument('a', Buffer.from('text'))
    expect(warnings).toEqual([expect.stringContaining('Cache storage quota has been hit')])
    expect(service.count('CreateCacheEntry')).toBe(1)
  })

  it('limits the rate is left alone', async () => {
    service.faults.set('CreateCacheEntry', 429)
    const { store, warnings } = open()
    for (let times = 0; times < 3; times++) await store.writeDocument('a', Buffer.from('text'))
    expect(warnings).toEqual([expect.stringContaining('Rate limited')])
    expect(service.count('CreateCacheEntry')).toBe(1)
  })

  it.each<[string, 503 | 'hang']>([
    ['is out of order', 503],
    ['does not answer', 'hang'],
  ])('%s is given up after a few tries', async (_, fault) => {
    service.faults.set('GetCacheEntryDownloadURL', fault)
    const { path, blob } = randomFile()
    const { store, warnings, infos } = open({ patienceMs: 300 })
    for (let times = 0; times < 6; times++) {
      expect(await store.fetchBlob(blob, freshPath())).toBe(false)
      expect(await store.saveBlob(blob, path)).toBe(false)
    }
    expect(warnings).toEqual([expect.stringContaining('no answer within 1 s')])
    expect(infos).toHaveLength(1)
    expect(store.usage.failures).toBe(3)
    expect(service.count('CreateCacheEntry')).toBe(0)
  })

  it('breaks off a download leaves nothing behind', async () => {
    const { path, blob } = randomFile(200_000)
    await open().store.saveBlob(blob, path)
    service.faults.set('download', 'cut')
    const { store, warnings } = open()
    const target = freshPath()
    expect(await store.fetchBlob(blob, target)).toBe(false)
    expect(existsSync(target)).toBe(false)
    expect(warnings).toHaveLength(1)
    expect(store.broken.size).toBe(0)
    service.faults.clear()
    expect(await store.fetchBlob(blob, target)).toBe(true)
  })

  it('refuses an upload costs a warning', async () => {
    service.faults.set('upload', 403)
    const { path, blob } = randomFile()
    const { store, warnings } = open()
    expect(await store.saveBlob(blob, path)).toBe(false)
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).not.toContain('sig=')
    expect(warnings[0]).toMatch(/^cache: GitHub’s cache: the entry was not saved;/)
    expect(service.keys).toEqual([])
  })
})

it('a run that may not write sends nothing', async () => {
  const { path, blob } = randomFile()
  const { store, warnings } = open({ writable: false })
  expect(await store.saveBlob(blob, path)).toBe(false)
  expect(await store.writeDocument('a', Buffer.from('text'))).toBe(false)
  expect([service.asked, warnings]).toEqual([[], []])
})

it('a run that is cancelled waits for nothing', async () => {
  service.faults.set('GetCacheEntryDownloadURL', 'hang')
  const cancelled = new AbortController()
  const { store, warnings } = open({ signal: cancelled.signal })
  const fetching = store.fetchBlob(randomFile().blob, freshPath())
  cancelled.abort()
  expect(await fetching).toBe(false)
  expect(warnings).toEqual([])
})

it('a client that can’t start costs a warning', async () => {
  const told = opening()
  const place = { program: '/nonexistent/client.js', folder: temporaryFolder(), env: service.env }
  const store = actionsStore(place, told)
  expect(await store.readDocument('a')).toBeUndefined()
  await store.close()
  expect(told.warnings).toEqual([expect.stringContaining('the client of GitHub’s cache service ended')])
})

it('nothing of what the client prints comes through', async () => {
  const written: string[] = []
  const original = process.stdout.write
  process.stdout.write = ((text: string) => written.push(String(text)) > 0) as typeof process.stdout.write
  try {
    const { path, blob } = randomFile()
    const { store } = open()
    await store.saveBlob(blob, path)
    await store.fetchBlob(blob, freshPath())
  } finally {
    process.stdout.write = original
  }
  expect(written).toEqual([])
})

test('where there is such a service', () => {
  expect(hasCacheService(service.env)).toBe(true)
  for (const name of Object.keys(service.env))
    expect(hasCacheService({ ...service.env, [name]: '' })).toBe(false)
  expect(hasCacheService({ ...service.env, GITHUB_SERVER_URL: 'https://github.example' })).toBe(false)
  expect(hasCacheService({ ...service.env, GITHUB_SERVER_URL: 'https://octo.ghe.com' })).toBe(true)
})
