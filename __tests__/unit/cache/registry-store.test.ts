import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { registryStore } from '../../../src/cache/registry-store.js'
import type { CacheStore, Opening } from '../../../src/cache/store.js'
import { parseManifest } from '../../../src/oci/parse.js'
import { temporaryFolder } from '../../support/runner.js'
import { clientWith, repositoryAt } from '../registry/support/client.js'
import { DockerRegistry } from '../registry/support/docker-registry.js'
import { freshPath, opening, randomFile } from './support/store.js'

const folder = temporaryFolder()
const opened: CacheStore[] = []
let registry: DockerRegistry
beforeAll(async () => {
  registry = await DockerRegistry.start({ folder })
})
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close()
})
afterAll(() => registry.stop())

let repositories = 0
function open(path = `team/cache-${++repositories}`, options: Partial<Opening> = {}, host = registry.host) {
  const repository = repositoryAt(host, path)
  const told = opening(options)
  const store = registryStore({ repository, client: clientWith(undefined, { retries: 1 }) }, told)
  opened.push(store)
  return { store, path, repository, ...told }
}

it('keeps blobs', async () => {
  const { path: file, blob, bytes } = randomFile(100_000)
  const { store, path, warnings } = open()
  expect(await store.hasBlob(blob)).toBe(false)
  expect(await store.fetchBlob(blob, freshPath())).toBe(false)
  expect(await store.saveBlob(blob, file)).toBe(true)
  const target = freshPath()
  expect(await open(path).store.fetchBlob(blob, target)).toBe(true)
  expect(readFileSync(target).equals(bytes)).toBe(true)
  expect(warnings).toEqual([])
})

it('keeps documents, the newest, whose manifest names the blobs that they need', async () => {
  const { path: file, blob } = randomFile()
  const { store, path, repository } = open()
  expect(await store.readDocument('a')).toBeUndefined()
  await store.saveBlob(blob, file)
  for (const text of ['1', '2']) expect(await store.writeDocument('a', Buffer.from(text), [blob])).toBe(true)
  const other = open(path)
  expect((await other.store.readDocument('a'))?.toString()).toBe('2')
  const client = clientWith(undefined)
  const found = await client.getManifest(repository, 'multiarch-build-1-doc-a')
  await client.close()
  expect(parseManifest(found!.bytes).layers.map(({ digest }) => digest)).toContain(blob.digest)
})

it('writes no document that needs a blob which is not there', async () => {
  const { store, warnings } = open()
  expect(await store.writeDocument('a', Buffer.from('text'), [randomFile().blob])).toBe(false)
  expect(warnings).toHaveLength(1)
})

it('takes no broken blob', async () => {
  const { path: file, blob } = randomFile()
  const { store, path } = open()
  await store.saveBlob(blob, file)
  const hex = blob.digest.slice('sha256:'.length)
  const data = join(folder, 'storage/docker/registry/v2/blobs/sha256', hex.slice(0, 2), hex)
  writeFileSync(join(data, readdirSync(data)[0]!), Buffer.alloc(blob.size))
  const other = open(path)
  expect(await other.store.fetchBlob(blob, freshPath())).toBe(false)
  expect(other.warnings).toEqual([expect.stringContaining('the blob’s digest is'.replace('’', "'"))])
  expect([...other.store.broken]).toEqual([blob.digest])
})

it('takes no tag that is something else', async () => {
  const { store, repository, warnings } = open()
  await store.writeDocument('b', Buffer.from('text'))
  const client = clientWith(undefined)
  const { bytes } = (await client.getManifest(repository, 'multiarch-build-1-doc-b'))!
  const manifest = JSON.parse(bytes.toString())
  const other = Buffer.from(JSON.stringify({ ...manifest, layers: [] }))
  await client.putManifest(repository, 'multiarch-build-1-doc-a', other, manifest.mediaType)
  await client.close()
  expect(await store.readDocument('a')).toBeUndefined()
  expect(warnings).toEqual([expect.stringContaining('is no document of this cache')])
})

it('that can’t be reached costs a warning, and is given up', async () => {
  const { store, warnings, infos } = open('team/cache', {}, '127.0.0.1:1')
  for (let times = 0; times < 5; times++) expect(await store.readDocument('a')).toBeUndefined()
  expect(warnings).toHaveLength(1)
  expect(infos).toHaveLength(1)
  expect(store.usage.failures).toBe(3)
})
