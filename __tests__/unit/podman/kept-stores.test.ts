import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PodmanInfo } from '../../../src/podman/info.js'
import { agree, KeptStores } from '../../../src/podman/kept-stores.js'

const AMD64 = 'linux/amd64'
const DAY = 24 * 60 * 60 * 1000

let folder: string
let kept: KeptStores
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kept-'))
  mkdirSync(join(folder, 'run'))
  kept = (await KeptStores.of(podman('5.8.6')))!
})
afterEach(() => rmSync(folder, { recursive: true }))

const podman = (version: string, more: Partial<PodmanInfo> = {}) =>
  ({
    version,
    graphRoot: join(folder, 'storage'),
    graphDriver: 'overlay',
    graphOptions: [],
    rootless: false,
    isRemote: false,
    ...more,
  }) as unknown as PodmanInfo

/** A store's files as containers/storage writes them, with one image and podman's database. */
function storeOf(name: string, layers: readonly object[] = [{ id: 'one' }]) {
  const graphRoot = join(folder, 'run', name)
  for (const part of ['overlay-images', 'overlay-layers', 'libpod'])
    mkdirSync(join(graphRoot, part), { recursive: true })
  const images = [{ id: 'image', names: ['q.io/go:1'], layer: 'one' }]
  writeFileSync(join(graphRoot, 'overlay-images', 'images.json'), JSON.stringify(images))
  writeFileSync(join(graphRoot, 'overlay-layers', 'layers.json'), JSON.stringify(layers))
  writeFileSync(join(graphRoot, 'name'), name)
  return { graphRoot, runRoot: '', driver: 'overlay', options: [], sharedRoots: [] }
}

async function keep(
  name: string,
  used: Record<string, number>,
  { layers, failures = 0 }: { layers?: readonly object[]; failures?: number } = {},
) {
  const meant = new Map(Object.keys(used).map((each) => [each, AMD64]))
  await kept.keep(
    AMD64,
    storeOf(name, layers),
    { meant, used: new Map(Object.entries(used)), failures },
    true,
  )
}

const place = () => join(folder, 'run', 'taken')
const take = (names: readonly string[], from = kept, platform = AMD64) =>
  from.take(platform, new Map(names.map((name) => [name, AMD64])), place())
/** The names that stores were made with. */
async function takeAll(): Promise<string[]> {
  const names: string[] = []
  while ((await take(['go', 'node', 'rust', 'c', 'd', 'e', 'f'])) !== undefined) {
    names.push(readFileSync(join(place(), 'name'), 'utf8'))
    rmSync(place(), { recursive: true })
  }
  return names.sort()
}

const all = () => readdirSync(join(folder, 'multiarch-build-stores'))

test('a store comes back as it was, without the database that names its former place', async () => {
  const now = Date.now()
  await keep('a', { go: now })
  expect(existsSync(join(folder, 'run', 'a'))).toBe(false)
  expect(await take(['go'])).toMatchObject({
    failures: 0,
    meant: new Map([['go', AMD64]]),
    used: new Map([['go', now]]),
  })
  expect(readdirSync(place()).sort()).toEqual(['name', 'overlay-images', 'overlay-layers'])
  expect(all()).toEqual([])
  expect(await take(['go'])).toBeUndefined()
})

test('the one that has most of what is needed, for that platform alone', async () => {
  const now = Date.now()
  await keep('a', { node: now })
  await keep('b', { go: now, ubi: now })
  await keep('c', { go: now })
  expect(await take(['go', 'ubi'], kept, 'linux/arm64')).toBeUndefined()
  expect((await take(['go', 'ubi']))?.used.size).toBe(2)
})

test('one with nothing that is needed is left to others, as long as there is room for one more', async () => {
  const now = Date.now()
  await keep('a', { go: now - DAY })
  await keep('b', { node: now })
  expect(await take(['rust'])).toBeUndefined()
  await keep('c', { python: now })
  expect((await take(['rust']))?.used.has('go')).toBe(true)
})

test('none whose images are meant for another platform', async () => {
  await keep('a', { go: Date.now() })
  expect(await kept.take(AMD64, new Map([['go', 'linux/arm64']]), place())).toBeUndefined()
  expect(all()).toHaveLength(1)
})

test('what another podman has made, and what nothing is known of, is not taken, and removed when a store is kept', async () => {
  mkdirSync(join(folder, 'multiarch-build-stores', 'linux-amd64+killed', 'overlay'), { recursive: true })
  await keep('a', { go: Date.now() })
  kept = (await KeptStores.of(podman('5.9.0')))!
  expect(await take(['go'])).toBeUndefined()
  await keep('b', { go: Date.now() })
  expect(all()).toHaveLength(1)
  expect((await take(['go']))?.used.size).toBe(1)
})

test('a store that no build has taken for two weeks goes when another is kept', async () => {
  const now = Date.now()
  await keep('a', { go: now - 13 * DAY })
  await keep('b', { node: now - 15 * DAY })
  await keep('c', { rust: now })
  expect(all()).toHaveLength(2)
  expect(await takeAll()).toEqual(['a', 'c'])
})

test.each<[string, Parameters<typeof keep>[2]]>([
  ['stands on layers of another', { layers: [{ id: 'one', parent: 'of the user' }] }],
  ['lacks a layer', { layers: [] }],
  [
    'is larger than 10 GB',
    {
      layers: [
        { id: 'one', 'diff-size': 9e9 },
        { id: 'left', 'diff-size': 2e9 },
      ],
    },
  ],
  ['five builds in a row have failed with', { failures: 5 }],
])('a store that %s is removed', async (_, how) => {
  await keep('a', { go: Date.now() }, how)
  expect([...all(), ...readdirSync(join(folder, 'run'))]).toEqual([])
})

test('three of a platform at most: the least recently used one goes', async () => {
  for (const [at, name] of ['c', 'd', 'e', 'f'].entries()) await keep(name, { [name]: Date.now() + at })
  expect(all()).toHaveLength(3)
  expect(readdirSync(join(folder, 'run'))).toEqual([])
  expect(await takeAll()).toEqual(['d', 'e', 'f'])
})

test('a folder that others can write to, or that is a link, is left alone', async () => {
  const stores = join(folder, 'multiarch-build-stores')
  chmodSync(stores, 0o755)
  expect(await KeptStores.of(podman('5.8.6'))).toBeUndefined()
  rmSync(stores, { recursive: true })
  mkdirSync(join(folder, 'elsewhere'), { mode: 0o700 })
  symlinkSync('elsewhere', stores)
  expect(await KeptStores.of(podman('5.8.6'))).toBeUndefined()
})

test('none where podman is elsewhere, copies its layers whole, or has its storage where nothing can be written', async () => {
  expect(await KeptStores.of(podman('5.8.6', { isRemote: true }))).toBeUndefined()
  expect(await KeptStores.of(podman('5.8.6', { graphDriver: 'vfs' }))).toBeUndefined()
  expect(await KeptStores.of(podman('5.8.6', { graphRoot: '/proc/1/none/storage' }))).toBeUndefined()
})

test('builds share a store when each repository is meant for one platform', () => {
  const go = new Map([
    ['q.io/go', 'linux/amd64'],
    ['q.io/base', 'linux/arm64'],
  ])
  expect(agree(new Map(), go)).toBe(true)
  expect(agree(go, new Map([['q.io/go', 'linux/amd64']]))).toBe(true)
  expect(agree(go, new Map([['q.io/other', 'linux/arm64']]))).toBe(true)
  expect(agree(go, new Map([['q.io/go', 'linux/arm64']]))).toBe(false)
})
