import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { actionsStore } from '../../src/cache/actions-store.js'
import { DirectoryStore } from '../../src/cache/directory-store.js'
import type { Place } from '../../src/cache/open.js'
import { Pending } from '../../src/cache/pending.js'
import { registryStore } from '../../src/cache/registry-store.js'
import { CacheService } from '../support/cache-service.js'
import { repository, runStep, temporaryFolder } from '../support/runner.js'
import { freshPath, opening, randomFile } from '../unit/cache/support/store.js'
import { clientWith, repositoryAt } from '../unit/registry/support/client.js'
import { DockerRegistry } from '../unit/registry/support/docker-registry.js'

// The end of the step, as a runner starts it, saves what the main part has put aside.

let service: CacheService
beforeEach(async () => {
  service = await CacheService.start()
})
afterEach(() => service.stop())

async function putAside(place: Place = { kind: 'actions' }, loginHosts: string[] = []) {
  const folder = mkdtempSync(join(temporaryFolder(), 'multiarch-build-cache-'))
  const file = randomFile(50_000)
  const pending = new Pending(folder, { place, loginHosts, tlsVerify: true })
  const blob = await pending.addBlob(file.path, { mediaType: file.blob.mediaType, broken: new Set() })
  await pending.addDocument('thing', Buffer.from('text'), [blob])
  return { folder, ...file }
}

test('GitHub’s cache gets it, and gives it back', async () => {
  const { folder, blob, bytes } = await putAside()
  const post = await runStep('post', { env: { ...service.env, STATE_cache: folder } })
  expect([post.exitCode, post.stdout, post.stderr]).toEqual([
    0,
    'cache: saved 1 file, 0.1 MB, in GitHub’s cache\n',
    '',
  ])
  expect(existsSync(folder)).toBe(false)
  expect(service.keys).toEqual([
    expect.stringMatching(/^multiarch-build-1-blob-/),
    expect.stringMatching(/^multiarch-build-1-doc-thing-/),
  ])
  const program = join(repository, 'dist', 'cache-client', 'index.js')
  const { warnings, ...told } = opening()
  const store = actionsStore({ program, folder: temporaryFolder(), env: service.env }, told)
  const target = freshPath()
  expect((await store.readDocument('thing'))?.toString()).toBe('text')
  expect(await store.fetchBlob(blob, target)).toBe(true)
  await store.close()
  expect(readFileSync(target).equals(bytes)).toBe(true)
  expect(warnings).toEqual([])
}, 60_000)

test('a folder gets it', async () => {
  const cache = join(temporaryFolder(), 'cache')
  const { folder, blob } = await putAside({ kind: 'directory', folder: cache })
  const post = await runStep('post', { env: { STATE_cache: folder } })
  expect([post.exitCode, existsSync(folder)]).toEqual([0, false])
  const store = new DirectoryStore(cache, opening())
  expect(await store.hasBlob(blob)).toBe(true)
  expect((await store.readDocument('thing'))?.toString()).toBe('text')
})

test('a registry gets it, by the login that the inputs hold', async () => {
  const login = { username: 'ci', password: 's3cret-cache' }
  const registry = await DockerRegistry.start({ folder: temporaryFolder(), login })
  try {
    const place = { kind: 'registry', repository: `${registry.host}/team/cache` } as const
    const refused = await putAside(place)
    const without = await runStep('post', { env: { STATE_cache: refused.folder } })
    expect([without.exitCode, without.annotations.map(({ level }) => level)]).toEqual([0, ['warning']])
    const { folder, blob } = await putAside(place, [registry.host])
    expect(readFileSync(join(folder, 'pending.json'), 'utf8')).not.toContain(login.password)
    const post = await runStep('post', { inputs: login, env: { STATE_cache: folder } })
    expect([post.exitCode, post.annotations]).toEqual([0, []])
    const client = clientWith(login)
    const store = registryStore({ repository: repositoryAt(registry.host, 'team/cache'), client }, opening())
    expect((await store.readDocument('thing'))?.toString()).toBe('text')
    expect(await store.hasBlob(blob)).toBe(true)
    await store.close()
  } finally {
    await registry.stop()
  }
}, 60_000)

test.each([401, 429] as const)('a service that answers %d fails no job', async (status) => {
  for (const operation of ['CreateCacheEntry', 'GetCacheEntryDownloadURL'] as const)
    service.faults.set(operation, status)
  const { folder } = await putAside()
  const post = await runStep('post', { env: { ...service.env, STATE_cache: folder } })
  expect(post.exitCode).toBe(0)
  expect(post.annotations).toEqual([
    expect.objectContaining({ level: 'warning', message: expect.stringContaining('GitHub’s cache') }),
  ])
  expect(existsSync(folder)).toBe(false)
})

test('only folders with the product’s own name are touched, whatever the state says', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'somebody-'))
  writeFileSync(join(folder, 'file'), '')
  const post = await runStep('post', { env: { ...service.env, STATE_cache: folder } })
  expect([post.exitCode, post.stdout, existsSync(join(folder, 'file'))]).toEqual([0, '', true])
  rmSync(folder, { recursive: true })
})

test('a list that can’t be read is a warning', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'multiarch-build-cache-'))
  writeFileSync(join(folder, 'pending.json'), '{')
  const post = await runStep('post', { env: { ...service.env, STATE_cache: folder } })
  expect([post.exitCode, post.annotations.map(({ level }) => level)]).toEqual([0, ['warning']])
  expect(existsSync(folder)).toBe(false)
})

test('the client is loaded by nothing but its own program', () => {
  const scripts = ['build', 'post', 'cli'].flatMap((entry) =>
    readdirSync(join(repository, 'dist', entry)).map((name) => join(repository, 'dist', entry, name)),
  )
  for (const path of scripts.filter((path) => path.endsWith('.js')))
    expect(readFileSync(path, 'utf8')).not.toContain('GetCacheEntryDownloadURL')
})
