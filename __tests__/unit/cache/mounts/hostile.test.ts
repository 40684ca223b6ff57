import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ArchiveWriter } from '../../../../src/cache/mounts/codec.js'
import { type Entry, encodeIndex, type PackDescriptor } from '../../../../src/cache/mounts/entry.js'
import { foldersOf } from '../../../../src/cache/mounts/folders.js'
import { encodeRecord, type KeptMount, recordName } from '../../../../src/cache/mounts/record.js'
import { restoreMounts } from '../../../../src/cache/mounts/restore.js'
import { saveMounts } from '../../../../src/cache/mounts/save.js'
import type { Descriptor } from '../../../../src/oci/types.js'
import { MemoryStore } from '../../../support/memory-store.js'
import { newSite, only } from './support/site.js'

const CACHE = only('/cache')
const FOLDER = foldersOf(CACHE.mounts[0]!)[0]!

let store: MemoryStore
let outside: string
beforeEach(() => {
  store = new MemoryStore()
  outside = mkdtempSync(join(tmpdir(), 'outside-'))
  writeFileSync(join(outside, 'precious'), 'unharmed')
})
afterEach(async () => {
  expect(readdirSync(outside)).toEqual(['precious'])
  expect(readFileSync(join(outside, 'precious'), 'utf8')).toBe('unharmed')
  await rm(outside, { recursive: true, force: true })
})

const own = { uid: process.getuid!(), gid: process.getgid!() }
const base = { mode: 0o755, ...own, mtime: '1', size: 0, age: 0 }
const folder = (path: string): Entry => ({ ...base, type: 'directory', path })
const file = (path: string, size = 4): Entry => ({ ...base, type: 'file', path, size, pack: 0, offset: 0 })
const link = (path: string, target: string): Entry => ({ ...base, type: 'symlink', path, target })
const hard = (path: string, target: string): Entry => ({ ...base, type: 'hardlink', path, target })

/** Puts a mount into the store that says what it is told. */
async function plant(
  index: readonly Entry[] | Buffer,
  change: Partial<KeptMount> = {},
  spoil: (pack: Buffer) => Buffer = (pack) => pack,
): Promise<void> {
  const site = newSite(store)
  const write = async (part: 'index' | 'pack', bytes: Buffer): Promise<Descriptor> => {
    const writer = new ArchiveWriter(join(site.work, part), part)
    await writer.write(bytes)
    const descriptor = await writer.finish()
    const blob = readFileSync(join(site.work, part))
    store.blobs.set(descriptor.digest, part === 'pack' ? spoil(blob) : blob)
    return descriptor
  }
  const pack: PackDescriptor = { ...(await write('pack', Buffer.from('evil'.repeat(1000)))), bytes: 4000 }
  const bytes = Buffer.isBuffer(index) ? index : encodeIndex({ entries: index })
  const mount: KeptMount = {
    name: '/cache',
    folder: FOLDER,
    podman: '5.8.6',
    idle: 0,
    used: '2026-01-01T00:00:00Z',
    bytes: 4,
    index: await write('index', bytes),
    packs: [pack],
    ...change,
  }
  store.documents.set(recordName(site), encodeRecord(site, [mount]))
}

/** Restores, and expects an empty mount and a warning. */
async function expectEmpty(warning: RegExp): Promise<void> {
  const site = newSite(store)
  const restored = await restoreMounts(site, CACHE)
  expect(restored.facts.warnings).toEqual([expect.stringMatching(warning)])
  expect(restored.facts.warnings[0]).toContain('linux/amd64: the cache mount /cache could not be restored')
  expect(restored.mounts).toEqual([])
  expect(existsSync(join(site.temporary, FOLDER))).toBe(false)
  expect((await saveMounts(site, restored)).warnings).toEqual([])
}

test('what the tests plant is taken when it is sound', async () => {
  await plant([folder(''), file('a'), hard('b', 'a')])
  const site = newSite(store)
  expect((await restoreMounts(site, CACHE)).facts.warnings).toEqual([])
  expect(readFileSync(join(site.temporary, FOLDER, 'b'), 'utf8')).toBe('evil')
})

test.each<[string, () => Entry[], RegExp]>([
  ['above', () => [folder(''), file('../a')], /outside its folder/],
  ['above, further in', () => [folder(''), folder('x'), file('x/../../a')], /outside its folder/],
  ['an absolute path', () => [folder(''), file(`${outside}/precious`)], /outside its folder/],
  ['a dot', () => [folder(''), file('./a')], /outside its folder/],
  ['an empty name', () => [folder(''), folder('x'), file('x//a')], /outside its folder/],
  [
    'through a symbolic link',
    () => [folder(''), link('x', outside), file('x/precious')],
    /below what is no folder/,
  ],
  ['through a link that is a folder before', () => [folder(''), folder('x'), link('x', outside)], /twice/],
  [
    'through a link that comes later',
    () => [folder(''), file('x/precious'), link('x', outside)],
    /no folder/,
  ],
  ['over a link', () => [folder(''), link('x', join(outside, 'precious')), file('x')], /twice/],
  ['a hard link to the outside', () => [folder(''), hard('x', join(outside, 'precious'))], /hard link/],
  ['a hard link above', () => [folder(''), hard('x', '../../precious')], /hard link/],
  ['a hard link to a link', () => [folder(''), link('y', outside), hard('x', 'y')], /hard link/],
  ['a link in the place of the mount', () => [link('', outside), file('precious')], /makes no sense|is none/],
  ['no folder', () => [file('a')], /below what is no folder/],
  ['nothing', () => [], /line that is none/],
  ['NUL', () => [folder(''), file('a\0b')], /makes no sense/],
  ['a negative owner', () => [folder(''), { ...file('a'), uid: -1 }], /makes no sense/],
  ['a pack that is not there', () => [folder(''), { ...file('a'), pack: 1 }], /makes no sense/],
  ['more than the pack holds', () => [folder(''), file('a', 4001)], /cut off/],
  ['a size that no disk has', () => [folder(''), file('a', 2 ** 52)], /the disk has/],
  ['files that overlap', () => [folder(''), file('a'), { ...file('b'), offset: 2 }], /overlap/],
])('refused: %s', async (_, entries, warning) => {
  await plant(entries())
  await expectEmpty(warning)
})

test.each<[string, string, RegExp]>([
  ['a device', '["c","null",438,0,0,"1",0,0,"","",-1,0]\n', /makes no sense/],
  ['no JSON', '{\n', /is none/],
  ['too few words', '["f"]\n', /is none/],
  ['a cut line', '["f","a",420,0', /cut off/],
  ['a number for a path', '["f",3,420,0,0,"1",0,0,"","",-1,0]\n', /makes no sense/],
])('refused: %s', async (_, line, warning) => {
  const head = encodeIndex({ entries: [folder('')] })
  await plant(Buffer.concat([head, Buffer.from(line)]))
  await expectEmpty(warning)
})

test('no file gets another user’s rights', async () => {
  await plant([folder(''), { ...file('a'), mode: 0o6755 }])
  const site = newSite(store)
  await restoreMounts(site, CACHE)
  expect(statSync(join(site.temporary, FOLDER, 'a')).mode & 0o7777).toBe(0o755)
})

test('a link out of the mount is kept, and nothing goes through it', async () => {
  await plant([folder(''), link('x', outside)])
  const site = newSite(store)
  const restored = await restoreMounts(site, CACHE)
  expect(restored.facts.warnings).toEqual([])
  await saveMounts(site, restored)
})

test('in podman 4.3: no link in the way to a mount within the mount', async () => {
  const wanted = { mounts: [...CACHE.mounts, ...only('/cache/deep/er').mounts], complete: true }
  const byPath = foldersOf(CACHE.mounts[0]!).at(-1)!
  await plant([folder(''), link('deep', outside)], { folder: byPath })
  const { facts } = await restoreMounts(newSite(store), wanted)
  expect(facts.warnings).toEqual([expect.stringContaining('a link is in the way')])
})

test.each([
  '../../etc',
  '/etc',
  'buildah-cache/../../x',
  'containers/storage',
  'buildah-cache-0',
  'buildah-cache-UID/../x',
])('a record for another folder: %s', async (name) => {
  await plant([folder(''), file('a')], { folder: name })
  const site = newSite(store)
  const { facts } = await restoreMounts(site, { ...CACHE, complete: false })
  expect(facts).toMatchObject({ mounts: [], warnings: [] })
  expect(readdirSync(site.temporary)).toEqual([])
})

test.each<[string, (pack: Buffer) => Buffer, RegExp]>([
  ['cut off', (pack) => pack.subarray(0, pack.length / 2), /broken|cut off/],
  ['empty', () => Buffer.alloc(0), /broken|cut off/],
  ['something else', () => Buffer.from('<html>Service unavailable</html>'), /broken/],
])('a pack that is %s', async (_, spoil, warning) => {
  await plant([folder(''), file('a', 3999)], {}, spoil)
  await expectEmpty(warning)
})

test('an index that is cut off, and one that is gone', async () => {
  await plant([folder(''), file('a')])
  const { mounts } = JSON.parse([...store.documents.values()][0]!.toString())
  const digest = mounts[0].index.digest
  store.blobs.set(digest, store.blobs.get(digest)!.subarray(0, 20))
  await expectEmpty(/broken|cut off/)
  // It is not named any more, so that it is said once.
  expect((await restoreMounts(newSite(store), CACHE)).facts.warnings).toEqual([])
  await plant([folder(''), file('a')])
  store.blobs.delete(digest)
  await expectEmpty(/not in the cache any more/)
})

test('an index that is a bomb', async () => {
  await plant(Buffer.alloc(300 << 20, 'a'))
  await expectEmpty(/larger than/)
})

test.each(['', 'null', '[]', '{"version":1}', '{"version":2}', '\0\0'])(
  'a record that is none: %j',
  async (text) => {
    const site = newSite(store)
    store.documents.set(recordName(site), Buffer.from(text))
    expect((await restoreMounts(site, CACHE)).facts).toMatchObject({ mounts: [], warnings: [] })
  },
)

test('a store that fails', async () => {
  await plant([folder(''), file('a')])
  const failing = () => Promise.reject(new Error('503'))
  const site = newSite(Object.assign(new MemoryStore(), { documents: store.documents, fetchBlob: failing }))
  const restored = await restoreMounts(site, CACHE)
  expect(restored.facts.warnings).toEqual([expect.stringMatching(/could not be restored.*503/)])
  const noDocument = newSite(Object.assign(new MemoryStore(), { readDocument: failing }))
  expect((await restoreMounts(noDocument, CACHE)).facts.warnings).toEqual([
    expect.stringMatching(/record.*503/),
  ])
})
