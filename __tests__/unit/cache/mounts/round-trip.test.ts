import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import {
  chmod,
  link,
  lstat,
  mkdir,
  readFile,
  readlink,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { CacheMounts } from '../../../../src/cache/mounts/dockerfile.js'
import { foldersOf, parentFolders } from '../../../../src/cache/mounts/folders.js'
import { recordName } from '../../../../src/cache/mounts/record.js'
import { type MountSite, type Restored, restoreMounts } from '../../../../src/cache/mounts/restore.js'
import { type Saved, saveMounts } from '../../../../src/cache/mounts/save.js'
import { MemoryStore } from '../../../support/memory-store.js'
import { newSite, only } from './support/site.js'

const CACHE = only('/cache')
const folderOf = (wanted: CacheMounts, at = 0) => foldersOf(wanted.mounts[at]!)[0]!

let store: MemoryStore
beforeEach(() => {
  store = new MemoryStore()
})

/** A run: restores, lets something happen in the folder of the mount, saves. */
async function run(
  act: (folder: string) => Promise<void>,
  options: Parameters<typeof newSite>[1] & { wanted?: CacheMounts; folder?: string } = {},
): Promise<{ site: MountSite; folder: string; restored: Restored; saved: Saved }> {
  const { wanted = CACHE, folder: name = folderOf(wanted), ...rest } = options
  const site = newSite(store, rest)
  const restored = await restoreMounts(site, wanted)
  await sleep(20)
  const folder = join(site.temporary, name)
  await mkdir(folder, { recursive: true })
  await act(folder)
  const saved = await saveMounts(site, restored)
  return { site, folder, restored, saved }
}

const write = async (path: string, text: string | Buffer) => {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}
const nothing = async () => undefined

test('files, folders and links come back as they were', async () => {
  const long = `${'d'.repeat(120)}/${'e'.repeat(150)}/${'f'.repeat(200)}`
  await run(async (folder) => {
    await write(join(folder, 'a/b'), 'text')
    await write(join(folder, long), 'long')
    await write(join(folder, 'größe ✓\nline'), 'name')
    await write(join(folder, '-rf'), 'looks like an option')
    await write(join(folder, 'empty'), '')
    await write(join(folder, 'large'), Buffer.alloc(3_000_000, 'xyz'))
    await link(join(folder, 'a/b'), join(folder, 'z-hard'))
    await symlink('a/b', join(folder, 'relative'))
    await symlink('/usr/bin/python3', join(folder, 'absolute'))
    await mkdir(join(folder, 'closed'))
    await write(join(folder, 'closed/in'), 'in')
    await chmod(join(folder, 'closed/in'), 0o400)
    await chmod(join(folder, 'closed'), 0o555)
    await chmod(join(folder, 'a'), 0o2750)
    await chmod(folder, 0o711)
    execFileSync('touch', ['-d', '2001-02-03 04:05:06.123456789', join(folder, 'a/b'), join(folder, 'a')])
    await chmod(join(folder, 'large'), 0o4755)
  })
  const { folder, restored, saved } = await run(nothing)
  expect(restored.facts).toMatchObject({ warnings: [], mounts: [{ name: '/cache', bytes: 3_000_034 }] })
  expect(await readFile(join(folder, long), 'utf8')).toBe('long')
  expect(await readFile(join(folder, 'größe ✓\nline'), 'utf8')).toBe('name')
  expect(await readFile(join(folder, '-rf'), 'utf8')).toBe('looks like an option')
  expect(await readFile(join(folder, 'empty'), 'utf8')).toBe('')
  expect((await readFile(join(folder, 'large'))).equals(Buffer.alloc(3_000_000, 'xyz'))).toBe(true)
  expect(await readlink(join(folder, 'relative'))).toBe('a/b')
  expect(await readlink(join(folder, 'absolute'))).toBe('/usr/bin/python3')
  const modes = await Promise.all(
    ['', 'a', 'closed', 'closed/in', 'large'].map(
      async (path) => (await stat(join(folder, path))).mode & 0o7777,
    ),
  )
  expect(modes).toEqual([0o711, 0o2750, 0o555, 0o400, 0o755])
  const [one, other] = await Promise.all(
    ['a/b', 'z-hard'].map((path) => stat(join(folder, path), { bigint: true })),
  )
  expect(one!.ino).toBe(other!.ino)
  expect(one!.mtimeNs % 1_000_000_000n).toBe(123456789n)
  expect((await stat(join(folder, 'a'), { bigint: true })).mtimeNs).toBe(one!.mtimeNs)
  expect(saved).toMatchObject({ transferred: 0, warnings: [] })
})

test('nothing is written when nothing changed, read or not', async () => {
  await run(async (folder) => {
    await write(join(folder, 'a'), 'one')
    await write(join(folder, 'b'), 'two')
  })
  store.saved.length = 0
  await run(nothing)
  await run(async (folder) => void (await readFile(join(folder, 'a'))))
  // Written again with the same content and time, as by a tool that copies everything anew.
  const { saved } = await run(async (folder) => {
    execFileSync('cp', ['--preserve=timestamps', join(folder, 'a'), join(folder, 'c')])
    await rename(join(folder, 'c'), join(folder, 'a'))
  })
  expect(saved).toMatchObject({ transferred: 0, warnings: [] })
  expect(store.saved).toEqual([])
})

test('a changed file costs a small pack, not the whole mount', async () => {
  const noise = (seed: string, size: number) => {
    const parts: Buffer[] = []
    for (let at = 0; at * 32 < size; at++) parts.push(createHash('sha256').update(`${seed}${at}`).digest())
    return Buffer.concat(parts)
  }
  await run(async (folder) => {
    for (let at = 0; at < 20; at++) await write(join(folder, `f${at}`), noise(`f${at}`, 100_000))
  })
  const whole = store.saved.reduce((sum, { size }) => sum + size, 0)
  store.saved.length = 0
  const second = await run(async (folder) => write(join(folder, 'f3'), noise('new', 100_000)))
  expect(second.saved.transferred).toBeLessThan(whole / 8)
  const third = await run(async (folder) => {
    expect((await readFile(join(folder, 'f3'))).equals(noise('new', 100_000))).toBe(true)
    expect((await readFile(join(folder, 'f4'))).equals(noise('f4', 100_000))).toBe(true)
    for (let at = 0; at < 14; at++) await rm(join(folder, `f${at}`))
  })
  expect(third.saved.warnings).toEqual([])
  const fourth = await run(async (folder) => expect(readdirSync(folder).length).toBe(6))
  // Less than half of the first pack was left, so it was packed anew.
  expect(fourth.restored.facts.transferred).toBeLessThan(whole / 2)
})

test('platforms and scopes share nothing', async () => {
  await run((folder) => write(join(folder, 'a'), 'amd64'))
  for (const other of [{ platform_: 'linux/arm64' }, { scope: 'storage' }]) {
    const { restored } = await run(nothing, other)
    expect(restored.facts.mounts).toEqual([])
  }
  // Not even when the record of one is put in the place of another.
  const site = newSite(store, { platform_: 'linux/arm64' })
  store.documents.set(recordName(site), store.documents.get(recordName(newSite(store)))!)
  expect((await restoreMounts(site, CACHE)).facts.mounts).toEqual([])
})

test('no cache mounts, nothing done', async () => {
  await run((folder) => write(join(folder, 'a'), 'x'))
  const site = { ...newSite(store), work: '/nowhere' }
  const restored = await restoreMounts({ ...site, work: newSite(store).work }, { mounts: [], complete: true })
  expect(restored.facts).toMatchObject({ mounts: [], transferred: 0 })
  expect(readdirSync(site.temporary)).toEqual([])
  expect(await saveMounts(site, restored)).toMatchObject({ mounts: [], seconds: 0, warnings: [] })
})

test('a mount that the Dockerfile does not have any more is kept for a while, and one that is empty not at all', async () => {
  const two: CacheMounts = { mounts: [...CACHE.mounts, ...only('/other').mounts], complete: true }
  await run(
    async (folder) => {
      await write(join(folder, 'a'), 'x')
      await write(join(folder, '../../', folderOf(two, 1), 'b'), 'y')
    },
    { wanted: two },
  )
  const { restored } = await run((folder) => write(join(folder, 'a'), 'changed'))
  expect(restored.facts.mounts.map(({ name }) => name)).toEqual(['/cache'])
  const again = await run(nothing, { wanted: two })
  expect(again.restored.facts.mounts.map(({ name }) => name).sort()).toEqual(['/cache', '/other'])
  await run(async (folder) => rm(join(folder, 'a')), { wanted: two })
  const last = await run(nothing, { wanted: two })
  expect(last.restored.facts.mounts.map(({ name }) => name)).toEqual(['/other'])
})

test('another podman with other folders: said, and kept from then on', async () => {
  const [byOwner, , byPath] = foldersOf(CACHE.mounts[0]!)
  await run((folder) => write(join(folder, 'a'), 'x'), { folder: byPath!, podman: '4.3.1' })
  const { site, saved } = await run((folder) => write(join(folder, 'b'), 'y'), { folder: byOwner! })
  expect(saved.warnings).toEqual([
    'linux/amd64: podman 5.8.6 keeps the cache mount /cache in another folder than podman 4.3.1 did, so it started empty this time',
  ])
  expect(existsSync(join(site.temporary, byPath!, 'a'))).toBe(true)
  const next = await run(nothing, { folder: byOwner! })
  expect(readdirSync(next.folder)).toEqual(['b'])
  expect(existsSync(join(next.site.temporary, byPath!))).toBe(false)
  expect(next.saved.warnings).toEqual([])
})

test('podman 4.3: folders within folders, and locks', async () => {
  const names = ['/root/.cache/go-build', '/root/.cache/go-build/sub', '/root/.npm']
  const wanted: CacheMounts = { mounts: names.flatMap((name) => only(name).mounts), complete: true }
  const parent = 'buildah-cache'
  await run(
    async (folder) => {
      await write(join(folder, 'a'), 'x')
      await write(join(folder, 'buildah-cache-lockfile'), '')
      await write(join(folder, 'sub/b'), 'y')
      await write(join(folder, '../../.npm/c'), 'z')
      await write(join(folder, '../other/d'), 'from a variable')
      await write(join(folder, '../../../../', parentFolders()[0]!, 'buildah-cache-lockfiles/x/y'), '')
    },
    { wanted, folder: `${parent}/root/.cache/go-build` },
  )
  const { site, restored, folder } = await run(nothing, { wanted, folder: `${parent}/root/.cache/go-build` })
  expect(restored.facts.mounts.map(({ name }) => name).sort()).toEqual([
    '/root/.cache/go-build, /root/.cache/go-build/sub',
    '/root/.npm',
  ])
  expect(readdirSync(folder).sort()).toEqual(['a', 'sub'])
  expect(await readFile(join(site.temporary, parent, 'root/.npm/c'), 'utf8')).toBe('z')
})

test('a mount whose id only the builder knows', async () => {
  const wanted: CacheMounts = {
    mounts: [{ name: '/cache (go-$HOME)', key: undefined, uid: 0, gid: 0 }],
    complete: true,
  }
  const folder = `${parentFolders()[0]}/0123456789abcdef`
  await run((path) => write(join(path, 'a'), 'x'), { wanted, folder })
  const { restored } = await run(async (path) => expect(readdirSync(path)).toEqual(['a']), { wanted, folder })
  expect(restored.facts.mounts.map(({ name }) => name)).toEqual(['/cache (go-$HOME)'])
})

test('sockets and pipes are left out', async () => {
  await run(async (folder) => {
    await write(join(folder, 'a'), 'x')
    execFileSync('mkfifo', [join(folder, 'pipe')])
  })
  await run(async (folder) => {
    await expect(lstat(join(folder, 'pipe'))).rejects.toThrow('ENOENT')
    await readFile(join(folder, 'a'))
  })
})
