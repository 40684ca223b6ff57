import pLimit from 'p-limit'
import { CacheService, type Entry, type Fault, type Operation } from '../support/cache-service.js'
import { type CachedRun, cachedImage } from '../support/cached-build.js'
import { expectNoLeftovers } from '../support/world.js'

// A cache service that is out of order costs warnings and a bounded time, in both parts of the step, and never the image.

expectNoLeftovers()

const SERVICE: readonly Operation[] = [
  'CreateCacheEntry',
  'FinalizeCacheEntryUpload',
  'GetCacheEntryDownloadURL',
]
// What gets no answer is given up after 15 s, and everything after three times in a row, of which two parts of the step look things up
// and one writes, a few things at once.
const MOST_UNANSWERED = 3 * 3 + 3
/** Of each part: one for each kind of problem, and nothing fails in more than two ways here. */
const MOST_WARNINGS = 2
// Most of the time is waiting.
const AT_ONCE = 6

interface Fate extends CachedRun {
  /** How often it was asked for what it gives no answer to. */
  readonly unanswered: number
  /** What the service kept while it was out of order. */
  readonly kept: readonly string[]
  /** Runs with a service that is well again: one that has what was begun, and two on what was complete. */
  readonly recovered: readonly CachedRun[]
}

/** What is wrong: with what the service has, which operations fail, and how. */
interface Trouble {
  readonly has: 'all' | 'nothing'
  readonly operations: readonly Operation[]
  readonly fault: Fault | 'read-only'
  /** Of storage, only what is kept under such keys: records come through. */
  readonly faulty?: string
}

const BLOBS = 'multiarch-build-1-blob-'

const TROUBLES = {
  'answers 401': { has: 'all', operations: SERVICE, fault: 401 },
  'answers 401, and is empty': { has: 'nothing', operations: SERVICE, fault: 401 },
  'answers 409': { has: 'all', operations: SERVICE, fault: 409 },
  'answers 409, and is empty': { has: 'nothing', operations: SERVICE, fault: 409 },
  'answers 409 to uploads, and is empty': { has: 'nothing', operations: ['CreateCacheEntry'], fault: 409 },
  'answers 429': { has: 'all', operations: SERVICE, fault: 429 },
  'answers 429, and is empty': { has: 'nothing', operations: SERVICE, fault: 429 },
  'answers 429 to uploads, and is empty': { has: 'nothing', operations: ['CreateCacheEntry'], fault: 429 },
  'answers 500': { has: 'all', operations: SERVICE, fault: 500 },
  'answers 500 to uploads, and is empty': { has: 'nothing', operations: ['CreateCacheEntry'], fault: 500 },
  'does not answer': { has: 'all', operations: SERVICE, fault: 'hang' },
  'never ends an upload': { has: 'nothing', operations: ['FinalizeCacheEntryUpload'], fault: 'hang' },
  'has storage that answers 401 to downloads': { has: 'all', operations: ['download'], fault: 401 },
  'has storage that answers 429 to downloads': { has: 'all', operations: ['download'], fault: 429 },
  'has storage that answers 500 to downloads': { has: 'all', operations: ['download'], fault: 500 },
  'has storage that does not answer to downloads': { has: 'all', operations: ['download'], fault: 'hang' },
  'has storage that breaks downloads off': {
    has: 'all',
    operations: ['download'],
    fault: 'cut',
    faulty: BLOBS,
  },
  'dies half-way through a download': { has: 'all', operations: ['download'], fault: 'die', faulty: BLOBS },
  'has storage that answers 401 to uploads': { has: 'nothing', operations: ['upload'], fault: 401 },
  'has storage that answers 429 to uploads': { has: 'nothing', operations: ['upload'], fault: 429 },
  'has storage that answers 500 to uploads': { has: 'nothing', operations: ['upload'], fault: 500 },
  'has storage that does not answer to uploads': { has: 'nothing', operations: ['upload'], fault: 'hang' },
  'has storage that breaks uploads off': { has: 'nothing', operations: ['upload'], fault: 'cut' },
  'dies half-way through an upload': { has: 'nothing', operations: ['upload'], fault: 'die' },
  'may only be read': { has: 'all', operations: [], fault: 'read-only' },
  'may only be read, and is empty': { has: 'nothing', operations: [], fault: 'read-only' },
} as const satisfies Readonly<Record<string, Trouble>>
type Name = keyof typeof TROUBLES

const { run } = cachedImage({ cache: 'actions' })
const fates = new Map<string, Promise<Fate>>()
let withoutCache: string

beforeAll(async () => {
  withoutCache = (await run({ cache: 'off' })).digests
  const all = await withService([], async (github) => {
    await run({}, { env: github.env })
    return github.snapshot()
  })
  const limit = pLimit(AT_ONCE)
  for (const [name, trouble] of Object.entries(TROUBLES)) {
    const fate = limit(() => suffer(trouble, all))
    fate.catch(() => undefined)
    fates.set(name, fate)
  }
}, 600_000)

async function suffer(
  { has, operations, fault, faulty = '' }: Trouble,
  all: readonly Entry[],
): Promise<Fate> {
  return withService(has === 'all' ? all : [], async (github) => {
    github.faulty = faulty
    if (fault === 'read-only') github.readOnly = true
    else for (const operation of operations) github.faults.set(operation, fault)
    const ended = await run({}, { env: github.env })
    const unanswered = fault === 'hang' ? operations.reduce((sum, each) => sum + github.count(each), 0) : 0
    return { ...ended, unanswered, kept: github.keys, recovered: await recover(github.snapshot()) }
  })
}

/** Three runs with a service that is well again. */
async function recover(left: readonly Entry[]): Promise<CachedRun[]> {
  // What was only begun is in the way until the service drops it.
  const first = await withService(left, (github) => run({}, { env: github.env }))
  return withService(
    left.filter(({ complete }) => complete),
    async (github) => [first, await run({}, { env: github.env }), await run({}, { env: github.env })],
  )
}

async function withService<Result>(
  entries: readonly Entry[],
  work: (github: CacheService) => Promise<Result>,
): Promise<Result> {
  const github = await CacheService.start()
  try {
    github.restore(entries)
    return await work(github)
  } finally {
    await github.stop()
  }
}

/** What holds of every fault. */
async function fateOf(name: Name): Promise<Fate> {
  const fate = await fates.get(name)!
  expect(fate.digests).toBe(withoutCache)
  expect(fate.unanswered).toBeLessThanOrEqual(MOST_UNANSWERED)
  for (const { annotations } of [fate.main, fate.post])
    expect(annotations.length).toBeLessThanOrEqual(MOST_WARNINGS)
  for (const { digests } of fate.recovered) expect(digests).toBe(withoutCache)
  const [, second, third] = fate.recovered
  expect(second!.warnings).toEqual([])
  expect(third).toMatchObject({ unchanged: true, warnings: [] })
  return fate
}

describe('a service that', () => {
  const named = (pattern: RegExp) => (Object.keys(TROUBLES) as Name[]).filter((name) => pattern.test(name))

  test.each(named(/^(answers \d+|does not answer)(?!.* to )/))(
    '%s',
    async (name) => {
      const { unchanged, restored, main, post, kept } = await fateOf(name)
      expect([unchanged, restored]).toEqual([false, false])
      expect(main.annotations).toHaveLength(1)
      // Of reading, or of writing, or of both.
      expect([1, 2]).toContain(post.annotations.length)
      if (TROUBLES[name].has === 'nothing') expect(kept).toEqual([])
    },
    600_000,
  )

  test.each(named(/downloads?\b/))(
    '%s',
    async (name) => {
      const { unchanged, restored, main } = await fateOf(name)
      expect([unchanged, restored]).toEqual([false, false])
      expect(main.annotations.length).toBeGreaterThan(0)
    },
    600_000,
  )

  test.each(named(/uploads?\b/).filter((name) => !name.startsWith('answers 409')))(
    '%s',
    async (name) => {
      const { main, post, kept } = await fateOf(name)
      expect(main.annotations).toEqual([])
      expect(post.annotations.length).toBeGreaterThan(0)
      for (const { message } of post.annotations)
        expect(message).toMatch(/^cache: GitHub’s cache: [^;]{5,}; the build goes on without it/)
      expect(kept).toEqual([])
    },
    600_000,
  )

  test('answers 409 to uploads, and is empty', async () => {
    // Somebody else is just saving the same.
    expect((await fateOf('answers 409 to uploads, and is empty')).warnings).toEqual([])
  }, 600_000)

  test('may only be read', async () => {
    expect(await fateOf('may only be read')).toMatchObject({ unchanged: true, warnings: [] })
    const { warnings, kept } = await fateOf('may only be read, and is empty')
    expect(warnings).toEqual([expect.stringContaining('cache write denied')])
    expect(kept).toEqual([])
  }, 600_000)
})

test('a limit of the rate is not waited for', async () => {
  for (const name of ['answers 429', 'answers 429 to uploads, and is empty'] as const) {
    const { warnings } = await fateOf(name)
    expect(warnings.at(-1)).toContain('Rate limited')
  }
}, 600_000)
