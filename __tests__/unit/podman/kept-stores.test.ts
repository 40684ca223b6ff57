import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PodmanInfo } from '../../../src/podman/info.js'
import { agree, KeptStores } from '../../../src/podman/kept-stores.js'
import { imagesVersion } from '../../../src/podman/storage-files.js'

const AMD64 = 'linux/amd64'

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
async function storeOf(name: string, layers: readonly { id: string; parent?: string }[] = [{ id: 'one' }]) {
  const graphRoot = join(folder, 'run', name)
  for (const part of ['overlay-images', 'overlay-layers', 'libpod'])
    mkdirSync(join(graphRoot, part), { recursive: true })
  const images = [{ id: 'image', names: ['q.io/go:1'], layer: 'one' }]
  writeFileSync(join(graphRoot, 'overlay-images', 'images.json'), JSON.stringify(images))
  writeFileSync(join(graphRoot, 'overlay-layers', 'layers.json'), JSON.stringify(layers))
  writeFileSync(join(graphRoot, 'name'), name)
  const store = { graphRoot, runRoot: '', driver: 'overlay', options: [], sharedRoots: [] }
  return { store, version: await imagesVersion(store) }
}

async function keep(name: string, used: Record<string, number>, layers?: Parameters<typeof storeOf>[1]) {
  const { store, version } = await storeOf(name, layers)
  const meant = new Map(Object.keys(used).map((each) => [each, AMD64]))
  await kept.keep(AMD64, store, { meant, used: new Map(Object.entries(used)), version })
}

const place = () => join(folder, 'run', 'taken')
const take = (names: readonly string[], from = kept, platform = AMD64) =>
  from.take(platform, new Map(names.map((name) => [name, AMD64])), place())
const all = () => readdirSync(join(folder, 'multiarch-build-stores'))

test('a store comes back as it was, without the database that names its former place', async () => {
  const now = Date.now()
  await keep('a', { go: now })
  expect(existsSync(join(folder, 'run', 'a'))).toBe(false)
  expect(await take(['go'])).toEqual({
    meant: new Map([['go', AMD64]]),
    used: new Map([['go', now]]),
    version: expect.anything(),
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

test('none whose images are meant for another platform', async () => {
  await keep('a', { go: Date.now() })
  expect(await kept.take(AMD64, new Map([['go', 'linux/arm64']]), place())).toBeUndefined()
  expect(all()).toHaveLength(1)
})

test('what another podman has made is removed', async () => {
  await keep('a', { go: Date.now() })
  expect(await take(['go'], (await KeptStores.of(podman('5.9.0')))!)).toBeUndefined()
  expect(all()).toEqual([])
  expect(existsSync(place())).toBe(false)
})

test('what nothing is known of is removed', async () => {
  mkdirSync(join(folder, 'multiarch-build-stores', 'linux-amd64+killed', 'overlay'), { recursive: true })
  expect(await take(['go'])).toBeUndefined()
  expect(all()).toEqual([])
})

test('no store is kept whose layers stand on those of another, nor more than three of a platform', async () => {
  await keep('a', { go: Date.now() }, [{ id: 'one', parent: 'of the user' }])
  await keep('b', { go: Date.now() }, [])
  expect(all()).toEqual([])
  for (const name of ['c', 'd', 'e', 'f']) await keep(name, { go: Date.now() })
  expect(all()).toHaveLength(3)
  expect(readdirSync(join(folder, 'run'))).toEqual([])
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
