import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pLimit from 'p-limit'
import { CacheService, type Entry } from '../support/cache-service.js'
import { type CachedRun, cachedImage } from '../support/cached-build.js'
import { temporaryFolder } from '../support/runner.js'
import { expectNoLeftovers } from '../support/world.js'

// Whatever is lost or damaged of what was kept, the image is that of a build without a cache, and the next run has all again.

expectNoLeftovers()

const DAMAGES: readonly [string, (bytes: Buffer) => Buffer][] = [
  ['cut off', (bytes) => bytes.subarray(0, bytes.length >> 1)],
  ['with a flipped byte', (bytes) => flipped(bytes, bytes.length >> 1)],
]

function flipped(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes)
  changed[at]! ^= 1
  return changed
}

const inTurns = <Each>(all: readonly Each[], work: (each: Each) => Promise<void>) => {
  const limit = pLimit(2)
  return Promise.all(all.map((each) => limit(() => work(each))))
}

const BUILD = { 'skip-unchanged': 'false' }

/** Looks for the image of an earlier run, and then for its mount: one of them is not what it was, and is made again. */
async function expectHealing(
  run: (inputs?: Readonly<Record<string, string>>) => Promise<CachedRun>,
  digests: string,
): Promise<void> {
  const [found, built] = [await run(), await run(BUILD)]
  expect([found.digests, built.digests]).toEqual([digests, digests])
  expect(found.unchanged && built.restored).toBe(false)
  const healthy = { digests, warnings: [] }
  if (!found.unchanged) expect(await run()).toMatchObject({ ...healthy, unchanged: true })
  if (!built.restored) expect(await run(BUILD)).toMatchObject({ ...healthy, restored: true })
}

describe('in GitHub’s cache service', () => {
  const { run } = cachedImage({ cache: 'actions' })
  let withoutCache: string
  let full: readonly Entry[]
  beforeAll(async () => {
    const github = await CacheService.start()
    withoutCache = (await run({ cache: 'off' })).digests
    await run({}, { env: github.env })
    full = github.snapshot()
    await github.stop()
    // Two records, the list of scopes, the layers of the base and of the file, and the mount's list and contents.
    expect(full.filter(({ key }) => key.includes('-doc-'))).toHaveLength(3)
    expect(full.length).toBeGreaterThanOrEqual(6)
  }, 600_000)

  // Only other scopes look at their list (unit/cache/record-book).
  const isNeeded = ({ key }: Entry) => !key.includes('-doc-scopes-')

  /** Changes what is there in one way after the other, each in a service of its own. */
  const expectHealed = (changes: readonly ((github: CacheService) => void)[]) =>
    inTurns(changes, async (change) => {
      const github = await CacheService.start()
      try {
        github.restore(full)
        change(github)
        await expectHealing((inputs) => run(inputs, { env: github.env }), withoutCache)
      } finally {
        await github.stop()
      }
    })

  test(
    'any one entry is gone',
    () =>
      expectHealed(
        full.filter(isNeeded).map(
          ({ key }) =>
            (github) =>
              github.evict(key),
        ),
      ),
    300_000,
  )
  test('all are gone', () => expectHealed([(github) => github.restore([])]), 60_000)
  test.each(DAMAGES)(
    'any one entry is %s',
    (_, damage) =>
      expectHealed(
        full.filter(isNeeded).map(
          ({ key }) =>
            (github) =>
              github.damage(key, damage),
        ),
      ),
    300_000,
  )
})

describe('in a folder', () => {
  const { run } = cachedImage({ cache: 'directory' })
  const cache = temporaryFolder('cache-')
  let withoutCache: string
  let full: readonly string[]
  beforeAll(async () => {
    withoutCache = (await run({ cache: 'off' })).digests
    await run({ 'cache-dir': cache })
    full = ['blobs/sha256', 'documents'].flatMap((folder) =>
      readdirSync(join(cache, folder))
        // Only other scopes look at their list (unit/cache/record-book).
        .filter((name) => !name.startsWith('scopes-'))
        .map((name) => join(folder, name)),
    )
  }, 600_000)

  /** Changes a file in one way after the other, each in a folder of its own. */
  const expectHealed = (changes: readonly (readonly [file: string, damage: (bytes: Buffer) => Buffer])[]) =>
    inTurns(changes, async ([file, damage]) => {
      const copy = temporaryFolder('cache-')
      cpSync(cache, copy, { recursive: true })
      writeFileSync(join(copy, file), damage(readFileSync(join(copy, file))))
      await expectHealing((inputs) => run({ 'cache-dir': copy, ...inputs }), withoutCache)
    })

  test.each(DAMAGES)(
    'any one file is %s',
    (_, damage) => expectHealed(full.map((file) => [file, damage])),
    300_000,
  )

  // No archive's checksum guards it, and with another letter in the image's settings it can still be read.
  test('a record says something else', async () => {
    const record = full.find((file) => file.includes('/builds-'))!
    const places = ['"Env":["', '"architecture":"', '"diff_ids":["sha256:']
    await expectHealed(
      places.map((text) => {
        const at = readFileSync(join(cache, record)).indexOf(text) + text.length
        expect(at).toBeGreaterThan(text.length)
        return [record, (bytes: Buffer) => flipped(bytes, at)] as const
      }),
    )
  }, 600_000)
})
