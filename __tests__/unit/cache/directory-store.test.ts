import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { DirectoryStore } from '../../../src/cache/directory-store.js'
import type { Opening } from '../../../src/cache/store.js'
import { encodedPart } from '../../../src/oci/digest.js'
import { temporaryFolder } from '../../support/runner.js'
import { freshPath, opening, randomFile } from './support/store.js'

const isRoot = process.geteuid?.() === 0
const mounted: string[] = []
afterEach(() => {
  for (const folder of mounted.splice(0)) execFileSync('umount', [folder])
})

/** A folder of its own file system; undefined where none can be mounted. */
function fileSystem(options: string): string | undefined {
  const folder = temporaryFolder()
  if (!isRoot) return undefined
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'pipe' })
  } catch {
    return undefined
  }
  mounted.push(folder)
  return folder
}

const canMount = fileSystem('size=64k') !== undefined
for (const folder of mounted.splice(0)) execFileSync('umount', [folder])

function open(folder = join(temporaryFolder(), 'cache'), options: Partial<Opening> = {}) {
  const told = opening(options)
  return { store: new DirectoryStore(folder, told), folder, ...told }
}

const blobs = (folder: string) => join(folder, 'blobs', 'sha256')
const pathOf = (folder: string, digest: string) =>
  join(blobs(folder), encodedPart(digest as `sha256:${string}`))

describe('a blob', () => {
  it('is kept and fetched as it was', async () => {
    const { path, blob, bytes } = randomFile()
    const { store, folder, warnings } = open()
    expect(await store.hasBlob(blob)).toBe(false)
    expect(await store.fetchBlob(blob, freshPath())).toBe(false)
    expect(await store.saveBlob(blob, path)).toBe(true)
    const other = open(folder)
    expect(await other.store.hasBlob(blob)).toBe(true)
    const target = freshPath()
    expect(await other.store.fetchBlob(blob, target)).toBe(true)
    expect(readFileSync(target).equals(bytes)).toBe(true)
    expect(warnings).toEqual([])
  })

  it('can be read by its user alone, and changed by nobody who fetched it', async () => {
    const { path, blob, bytes } = randomFile()
    const { store, folder } = open()
    await store.saveBlob(blob, path)
    const target = freshPath()
    await store.fetchBlob(blob, target)
    writeFileSync(target, 'changed')
    expect(readFileSync(pathOf(folder, blob.digest)).equals(bytes)).toBe(true)
    const mode = (file: string) => statSync(file).mode & 0o777
    expect([mode(folder), mode(blobs(folder)), mode(pathOf(folder, blob.digest))]).toEqual([
      0o700, 0o700, 0o600,
    ])
  })

  it('that is broken counts as absent, and a file that stood there before stays', async () => {
    const { path, blob } = randomFile()
    const { store, folder } = open()
    await store.saveBlob(blob, path)
    writeFileSync(pathOf(folder, blob.digest), Buffer.alloc(blob.size))
    const target = freshPath()
    writeFileSync(target, 'before')
    const other = open(folder)
    expect(await other.store.fetchBlob(blob, target)).toBe(false)
    expect(readFileSync(target, 'utf8')).toBe('before')
    expect(other.warnings).toEqual([expect.stringContaining(`what is kept as ${blob.digest} is broken`)])
    expect(existsSync(pathOf(folder, blob.digest))).toBe(false)
    expect(await other.store.saveBlob(blob, path)).toBe(true)
    expect(await open(folder).store.fetchBlob(blob, target)).toBe(true)
  })

  it('is written by many at once, and whole', async () => {
    const { path, blob, bytes } = randomFile(2_000_000)
    const { folder } = open()
    const saved = await Promise.all(Array.from({ length: 8 }, () => open(folder).store.saveBlob(blob, path)))
    expect(saved.every((each) => each)).toBe(true)
    expect(readdirSync(blobs(folder))).toEqual([encodedPart(blob.digest)])
    expect(readFileSync(pathOf(folder, blob.digest)).equals(bytes)).toBe(true)
  })

  it('with a digest that is none is a defect of ours', async () => {
    const blob = { digest: 'sha256:../../etc/passwd' as const, size: 1 }
    await expect(open().store.fetchBlob(blob, freshPath())).rejects.toThrow('not a digest')
  })
})

describe('a document', () => {
  it('is the one that was written last', async () => {
    const { store, folder } = open()
    expect(await store.readDocument('a')).toBeUndefined()
    for (const text of ['1', '2']) expect(await store.writeDocument('a', Buffer.from(text))).toBe(true)
    expect((await open(folder).store.readDocument('a'))?.toString()).toBe('2')
    expect(readdirSync(join(folder, 'documents'))).toEqual(['a'])
  })

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['another byte', (bytes) => bytes.fill('2', bytes.length - 1)],
    ['no end', (bytes) => bytes.subarray(0, -1)],
    ['nothing in it', () => Buffer.alloc(0)],
  ])('with %s counts as absent, with a warning, and is replaced', async (_, change) => {
    const { store, folder } = open()
    await store.writeDocument('a', Buffer.from('text 1'))
    const path = join(folder, 'documents', 'a')
    writeFileSync(path, change(readFileSync(path)))
    const second = open(folder)
    expect(await second.store.readDocument('a')).toBeUndefined()
    expect(second.warnings).toEqual([expect.stringContaining('what is kept as')])
    await second.store.writeDocument('a', Buffer.from('text 3'))
    expect((await open(folder).store.readDocument('a'))?.toString()).toBe('text 3')
  })

  it.each(['', '../a', 'A', 'a/b', '.a'])('is not named %j', async (name) => {
    await expect(open().store.readDocument(name)).rejects.toThrow('not a document’s name')
  })
})

describe('sweeping', () => {
  const age = (path: string, days: number) => {
    const then = Date.now() / 1000 - days * 86_400
    utimesSync(path, then, then)
  }

  it('removes blobs that no document names, but for those of today', async () => {
    const { store, folder } = open()
    const [named, orphan, today] = [randomFile(), randomFile(), randomFile()]
    for (const { path, blob } of [named, orphan, today]) await store.saveBlob(blob, path)
    await store.writeDocument('a', Buffer.from(JSON.stringify({ layers: [named.blob] })))
    for (const { blob } of [named, orphan]) age(pathOf(folder, blob.digest), 2)
    await store.sweep()
    expect(existsSync(pathOf(folder, orphan.blob.digest))).toBe(false)
    for (const { blob } of [named, today]) expect(existsSync(pathOf(folder, blob.digest))).toBe(true)
  })

  it('removes documents that were not used for a month, and what they alone need', async () => {
    const { store, folder } = open()
    const { path, blob } = randomFile()
    await store.saveBlob(blob, path)
    await store.writeDocument('old', Buffer.from(blob.digest))
    await store.writeDocument('read', Buffer.from('x'))
    age(pathOf(folder, blob.digest), 40)
    for (const name of ['old', 'read']) age(join(folder, 'documents', name), 40)
    await store.readDocument('read')
    await store.sweep()
    expect(readdirSync(join(folder, 'documents'))).toEqual(['read'])
    expect(readdirSync(blobs(folder))).toEqual([])
  })

  it('removes what a writer left that is long gone, and nothing that is not ours', async () => {
    const { store, folder } = open()
    mkdirSync(blobs(folder), { recursive: true })
    const [stale, fresh, foreign] = ['.multiarch-build-partial-1', '.multiarch-build-partial-2', 'notes.txt']
    for (const name of [stale, fresh, foreign]) writeFileSync(join(blobs(folder), name!), 'x')
    age(join(blobs(folder), stale!), 2)
    age(join(blobs(folder), foreign!), 2)
    await store.sweep()
    expect(readdirSync(blobs(folder)).sort()).toEqual([fresh, foreign])
  })

  it('of a folder that isn’t there is nothing', async () => {
    const { store, warnings } = open()
    await store.sweep()
    expect(warnings).toEqual([])
  })
})

describe('a folder that', () => {
  // Root may write whatever the mode says.
  ;(isRoot && !canMount ? test.skip : test)(
    'can’t be written is read all the same, with one warning',
    async () => {
      const kept = randomFile()
      const folder = fileSystem('size=1m') ?? join(temporaryFolder(), 'cache')
      await open(folder).store.saveBlob(kept.blob, kept.path)
      if (mounted.includes(folder)) execFileSync('mount', ['-o', 'remount,ro', folder])
      else for (const each of [blobs(folder), folder]) chmodSync(each, 0o500)
      const { store, warnings } = open(folder)
      expect(await store.fetchBlob(kept.blob, freshPath())).toBe(true)
      for (let times = 0; times < 3; times++) {
        const { path, blob } = randomFile()
        expect(await store.saveBlob(blob, path)).toBe(false)
        expect(await store.writeDocument('a', Buffer.from('text'))).toBe(false)
      }
      expect(warnings).toEqual([expect.stringMatching(/read-only file system|permission denied/i)])
      if (!mounted.includes(folder)) for (const each of [folder, blobs(folder)]) chmodSync(each, 0o700)
    },
  )

  const full =
    'is full costs one warning, and nothing half-written stays (skipped where no file system can be mounted)'
  ;(canMount ? test : test.skip)(full, async () => {
    const folder = fileSystem('size=64k')!
    const { store, warnings } = open(folder)
    for (let times = 0; times < 3; times++) {
      const { path, blob } = randomFile(200_000)
      expect(await store.saveBlob(blob, path)).toBe(false)
    }
    expect(warnings).toEqual([expect.stringContaining('no space left')])
    expect(readdirSync(blobs(folder))).toEqual([])
  })

  test('is a file is no cache', async () => {
    const { path, blob } = randomFile()
    const { store, warnings } = open(path)
    expect(await store.saveBlob(blob, path)).toBe(false)
    expect(await store.readDocument('a')).toBeUndefined()
    expect(warnings.length).toBeGreaterThan(0)
  })

  test('can’t be made where no folders can be is no cache', async () => {
    const { path, blob } = randomFile()
    const { store, warnings } = open('/proc/no/cache')
    expect(await store.saveBlob(blob, path)).toBe(false)
    expect(warnings).toEqual([expect.stringContaining('no such file or directory')])
  })
})

test('a run that may not write changes nothing', async () => {
  const kept = randomFile()
  const { store, folder } = open()
  await store.saveBlob(kept.blob, kept.path)
  utimesSync(pathOf(folder, kept.blob.digest), 1000, 1000)
  const { store: reader, warnings } = open(folder, { writable: false })
  expect(await reader.fetchBlob(kept.blob, freshPath())).toBe(true)
  expect(await reader.saveBlob(randomFile().blob, kept.path)).toBe(false)
  expect(await reader.writeDocument('a', Buffer.from('text'))).toBe(false)
  await reader.sweep()
  expect(statSync(pathOf(folder, kept.blob.digest)).mtimeMs).toBe(1_000_000)
  expect(readdirSync(folder)).toEqual(['blobs'])
  expect(warnings).toEqual([])
})
