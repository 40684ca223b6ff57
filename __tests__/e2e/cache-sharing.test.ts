import { readdirSync } from 'node:fs'
import { CacheService } from '../support/cache-service.js'
import { type CachedRun, cachedImage } from '../support/cached-build.js'
import { temporaryFolder } from '../support/runner.js'
import { expectNoLeftovers } from '../support/world.js'

// Several branches, and several jobs at once, use one cache.

expectNoLeftovers()

let github: CacheService
beforeEach(async () => {
  github = await CacheService.start()
})
afterEach(() => github.stop())

const MAIN = 'refs/heads/main'
const from = (branch: string) => {
  github.scopes = branch === MAIN ? [MAIN] : [branch, MAIN]
}

test('a branch sees what the default branch has, and nothing of another’s', async () => {
  const { run, change } = cachedImage({ cache: 'actions' })
  const options = { env: github.env }
  from('refs/heads/one')
  await run({}, options)
  from('refs/heads/two')
  const other = await run({}, options)
  expect(other).toMatchObject({ unchanged: false, restored: false, warnings: [] })
  // Its own by now.
  expect(await run({}, options)).toMatchObject({ unchanged: true, digests: other.digests })
  from(MAIN)
  expect(await run({}, options)).toMatchObject({ unchanged: false, restored: false })

  from('refs/heads/three')
  expect(await run({}, options)).toMatchObject({ unchanged: true, digests: other.digests })
  change()
  const changed = await run({}, options)
  expect(changed).toMatchObject({ unchanged: false, restored: true, warnings: [] })
  expect(changed.digests).toBe((await run({ cache: 'off' })).digests)
  expect(await run({}, options)).toMatchObject({ unchanged: true, digests: changed.digests })
  // What a branch saved doesn't reach the default branch.
  from(MAIN)
  expect(await run({}, options)).toMatchObject({ unchanged: false, digests: changed.digests })
}, 600_000)

describe.each(['actions', 'directory'] as const)('two jobs at once, cache: %s', (cache) => {
  const image = () =>
    cachedImage({ cache, ...(cache === 'directory' && { 'cache-dir': temporaryFolder('cache-') }) })
  const options = () => (cache === 'actions' ? { env: github.env } : {})

  async function expectUsable(run: ReturnType<typeof image>['run'], digests: string): Promise<void> {
    expect(await run({}, options())).toMatchObject({ digests, unchanged: true, warnings: [] })
    const again = await run({ 'skip-unchanged': 'false' }, options())
    expect(again).toMatchObject({ digests, restored: true, warnings: [] })
  }

  test('of one scope, with the same files: both are right, and the cache is of use afterwards', async () => {
    const { run, change } = image()
    for (let round = 0; round < 2; round++) {
      // First an empty cache, then one with something in it.
      change()
      const off = { cache: 'off', ...(cache === 'directory' && { 'cache-dir': '' }) }
      const { digests } = await run(off)
      const jobs: CachedRun[] = await Promise.all([run({}, options()), run({}, options())])
      for (const job of jobs) expect(job).toMatchObject({ digests, warnings: [] })
      await expectUsable(run, digests)
    }
  }, 600_000)

  test('of one scope, with different files: each gets its own, and of the records one is left', async () => {
    // Two checkouts, which say that they are the same.
    const [one, two] = [image(), image()]
    const shared = {
      'cache-scope': 'shared',
      ...(cache === 'directory' && { 'cache-dir': temporaryFolder('cache-') }),
    }
    const off = { cache: 'off', ...(cache === 'directory' && { 'cache-dir': '' }) }
    const expected = [(await one.run(off)).digests, (await two.run(off)).digests]
    expect(expected[0]).not.toBe(expected[1])
    const jobs = await Promise.all([one, two].map(({ run }) => run(shared, options())))
    expect(jobs.map(({ digests }) => digests)).toEqual(expected)
    expect(jobs.flatMap(({ warnings }) => warnings)).toEqual([])
    const later = [await one.run(shared, options()), await two.run(shared, options())]
    expect(later.map(({ digests }) => digests)).toEqual(expected)
    expect(later.some(({ unchanged }) => unchanged)).toBe(true)
    for (const { run } of [one, two])
      expect(await run(shared, options())).toMatchObject({ unchanged: true, warnings: [] })
    if (cache === 'directory') {
      const names = readdirSync(shared['cache-dir']!, { recursive: true }).map(String)
      expect(names.filter((name) => name.includes('partial'))).toEqual([])
    }
  }, 600_000)
})
