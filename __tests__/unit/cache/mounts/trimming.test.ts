import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { CacheMounts } from '../../../../src/cache/mounts/dockerfile.js'
import { foldersOf } from '../../../../src/cache/mounts/folders.js'
import type { MountRecord } from '../../../../src/cache/mounts/record.js'
import { type Restored, restoreMounts } from '../../../../src/cache/mounts/restore.js'
import { type Saved, saveMounts } from '../../../../src/cache/mounts/save.js'
import { MemoryStore } from '../../../support/memory-store.js'
import { newSite, only } from './support/site.js'

const GO = only('/root/.cache/go-build')
const BOTH: CacheMounts = { mounts: [...GO.mounts, ...only('/root/.npm').mounts], complete: true }
const folderOf = (wanted: CacheMounts, at = 0) => foldersOf(wanted.mounts[at]!)[0]!

let store: MemoryStore
beforeEach(() => {
  store = new MemoryStore()
})

async function run(
  act: (folder: string, other: string) => Promise<void>,
  options: Parameters<typeof newSite>[1] & {
    wanted?: CacheMounts
    change?: (restored: Restored) => Restored
  } = {},
): Promise<{ folder: string; restored: Restored; saved: Saved }> {
  const { wanted = GO, change = (restored) => restored, ...rest } = options
  const site = newSite(store, rest)
  const restored = await restoreMounts(site, wanted)
  expect(restored.facts.warnings).toEqual([])
  await sleep(20)
  const [folder, other] = [0, wanted.mounts.length - 1].map((at) =>
    join(site.temporary, folderOf(wanted, at)),
  )
  await mkdir(folder!, { recursive: true })
  await act(folder!, other!)
  const saved = await saveMounts(site, change(restored))
  expect(saved.warnings).toEqual([])
  return { folder: folder!, restored, saved }
}

const sha = (text: string) => createHash('sha256').update(text).digest('hex')
const entry = (text: string, kind: 'a' | 'd' = 'd') => `${sha(text).slice(0, 2)}/${sha(text)}-${kind}`

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}

/** What Go makes of an empty folder. */
async function goCache(folder: string, contents: readonly string[]): Promise<void> {
  for (let at = 0; at < 256; at++) {
    await mkdir(join(folder, at.toString(16).padStart(2, '0')), { recursive: true })
  }
  await write(
    join(folder, 'README'),
    'This directory holds cached build artifacts from the Go build system.\n',
  )
  await write(join(folder, 'trim.txt'), '1764025355')
  for (const text of contents) await write(join(folder, entry(text)), text)
}

const files = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map(({ name }) => name)
const has = (folder: string, text: string) => files(folder).includes(`${sha(text)}-d`)

/** A build that changes something, and uses some files. */
const building = (label: string, used: readonly string[]) => async (folder: string) => {
  await write(join(folder, entry(label)), label)
  for (const text of used) await readFile(join(folder, entry(text)))
}

test('Go’s files that three builds in a row did not use go; one use in between keeps them', async () => {
  await run((folder) => goCache(folder, ['used', 'once', 'never']))
  await run(building('1', ['used']))
  await run(building('2', ['used', 'once']))
  const third = await run(building('3', ['used']))
  expect(third.saved.trimmed).toEqual({ files: 1, bytes: 5 })
  const fourth = await run(building('4', ['used', '3', '2', '1']))
  expect(has(fourth.folder, 'never')).toBe(false)
  expect(has(fourth.folder, 'once')).toBe(true)
  await run(building('5', ['used', '4', '3', '2', '1']))
  const last = await run(building('6', []))
  expect(has(last.folder, 'once')).toBe(false)
  expect(has(last.folder, 'used')).toBe(true)
})

test('builds that change nothing let nothing grow old', async () => {
  await run((folder) => goCache(folder, ['used', 'never']))
  for (let at = 0; at < 5; at++)
    await run(async (folder) => void (await readFile(join(folder, entry('used')))))
  expect(store.documents.size).toBe(1)
  const { folder } = await run(building('1', []))
  expect(has(folder, 'never')).toBe(true)
})

test('a file that is used just before it would go is young again', async () => {
  await run((folder) => goCache(folder, ['late']))
  await run(building('1', []))
  await run(building('2', ['1']))
  const saving = await run(async (folder) => void (await readFile(join(folder, entry('late')))))
  expect(saving.saved.transferred).toBeGreaterThan(0)
  await run(building('3', ['2', '1']))
  const { folder } = await run(building('4', []))
  expect(has(folder, 'late')).toBe(true)
})

test('where reads are not noted, Go’s own notes count, and nothing else goes', async () => {
  const change = (restored: Restored) => ({ ...restored, notesReads: false })
  await run((folder) => goCache(folder, ['used', 'never']), { change })
  for (const label of ['1', '2', '3']) {
    await run(
      async (folder) => {
        await write(join(folder, entry(label)), label)
        // As Go does when a file that it uses is an hour old.
        const { mtimeMs } = await stat(join(folder, entry('used')))
        expect(Date.now() - mtimeMs).toBeGreaterThan(3600_000)
        await utimes(join(folder, entry('used')), new Date(), new Date())
      },
      { change },
    )
  }
  const { folder } = await run(building('4', []), { change })
  expect(has(folder, 'used')).toBe(true)
  expect(has(folder, 'never')).toBe(false)
})

test('when Go cleaned up last is not kept: by itself it would be a change', async () => {
  await run((folder) => goCache(folder, ['a']))
  const { saved } = await run(async (folder) => {
    expect(files(folder)).not.toContain('trim.txt')
    await write(join(folder, 'trim.txt'), '1764025999')
  })
  expect(saved.transferred).toBe(0)
})

test('Go’s data files are not read to see that only their time changed', async () => {
  await run((folder) => goCache(folder, ['a']))
  const { saved } = await run(async (folder) => utimes(join(folder, entry('a')), new Date(), new Date()))
  expect(saved.transferred).toBe(0)
})

test('linking writes the time of an action anew, which is no change; another result is one', async () => {
  const action = (result: string, time: number) =>
    `v1 ${sha('link')} ${sha(result)} ${'0'.padStart(20)} ${String(time).padStart(20)}\n`
  const path = entry('link', 'a')
  await run(async (folder) => {
    await goCache(folder, ['a'])
    await write(join(folder, path), action('one', 1795567423763))
  })
  const same = await run((folder) => write(join(folder, path), action('one', 1795567424097)))
  expect(same.saved.transferred).toBe(0)
  const other = await run((folder) => write(join(folder, path), action('two', 1795567424097)))
  expect(other.saved.transferred).toBeGreaterThan(0)
  const { folder } = await run(async () => undefined)
  expect(await readFile(join(folder, path), 'utf8')).toContain(sha('two'))
})

test('over the limit: what was not used longest goes first', async () => {
  const noise = (name: string) => Array.from({ length: 400 }, (_, at) => sha(`${name}${at}`)).join('')
  await run((folder) => goCache(folder, ['a', 'b', 'c', 'd'].map(noise)))
  const size = store.saved.reduce((sum, saved) => sum + saved.size, 0)
  await run(building('1', [noise('a'), noise('b'), noise('c')]))
  const { saved } = await run(building('2', [noise('b'), noise('a')]), { limit: size * 0.6 })
  expect(saved.trimmed.files).toBe(2)
  const { folder } = await run(building('3', []))
  expect(['a', 'b', 'c', 'd'].filter((name) => has(folder, noise(name)))).toEqual(['a', 'b'])
})

test('anything but Go’s cache stays or goes as a whole', async () => {
  await run(
    async (folder, other) => {
      await goCache(folder, ['a'])
      await write(join(other, 'index'), sha('1').repeat(100))
      await write(join(other, 'pkg/part'), 'part')
    },
    { wanted: BOTH },
  )
  for (const label of ['1', '2', '3', '4']) {
    // Its step came from somewhere else each time, and then only a part is used.
    await run(building(label, []), { wanted: BOTH })
  }
  const used = await run(
    async (folder, other) => {
      await write(join(folder, entry('5')), '5')
      expect(await readFile(join(other, 'pkg/part'), 'utf8')).toBe('part')
    },
    { wanted: BOTH },
  )
  expect(used.saved.mounts.map(({ name }) => name).sort()).toEqual(['/root/.cache/go-build', '/root/.npm'])
  const { saved } = await run(async (_, other) => write(join(other, 'new'), sha('2').repeat(100)), {
    wanted: BOTH,
    limit: 100,
  })
  expect(saved.mounts).toEqual([])
  expect((await run(async () => undefined, { wanted: BOTH })).restored.facts.mounts).toEqual([])
})

test('a mount that rests goes when the store has lost a part of it, so that the others can be saved', async () => {
  await run(
    async (folder, other) => {
      await goCache(folder, ['a'])
      await write(join(other, 'index'), 'npm')
    },
    { wanted: BOTH },
  )
  const record = () => JSON.parse([...store.documents.values()][0]!.toString()) as MountRecord
  const names = () => record().mounts.map(({ name }) => name)
  await run(building('1', []))
  expect(names()).toEqual(['/root/.cache/go-build', '/root/.npm'])
  store.blobs.delete(record().mounts[1]!.packs[0]!.digest)
  await run(building('2', []))
  expect(names()).toEqual(['/root/.cache/go-build'])
})

test('a folder that only looks like Go’s cache is no such', async () => {
  await run(async (folder) => {
    await goCache(folder, ['a'])
    await rm(join(folder, '7f'), { recursive: true })
  })
  for (const label of ['1', '2', '3', '4']) await run(building(label, []))
  expect(has((await run(async () => undefined)).folder, 'a')).toBe(true)
})

test('Go’s cache within a larger one: its files go one by one, the rest does not', async () => {
  const wanted = only('/root/.cache')
  const inner = (folder: string) => join(folder, 'go-build')
  await run(
    async (folder) => {
      await goCache(inner(folder), ['used', 'never'])
      await write(join(folder, 'pip/wheel'), 'never used')
    },
    { wanted },
  )
  for (const label of ['1', '2', '3'])
    await run((folder) => building(label, ['used'])(inner(folder)), { wanted })
  const { folder } = await run((folder) => building('4', ['used'])(inner(folder)), { wanted })
  expect([has(folder, 'used'), has(folder, 'never')]).toEqual([true, false])
  expect(await readFile(join(folder, 'pip/wheel'), 'utf8')).toBe('never used')
})
