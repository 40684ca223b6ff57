import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { LoopbackRegistry } from '../../../src/cache/loopback/registry.js'
import { type Digest, digestOf } from '../../../src/oci/digest.js'
import { mediaType } from '../../../src/oci/types.js'
import type { RegistryClient } from '../../../src/registry/client.js'
import { clientWith, randomBlob, repositoryAt } from '../registry/support/client.js'

let folder: string
let registry: LoopbackRegistry
let losses: Error[]
const elsewhere = randomBytes(3000)

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'loopback-'))
  losses = []
  registry = await LoopbackRegistry.start({
    folder,
    upstream: {
      size: (digest) => (digest === digestOf(elsewhere) ? elsewhere.length : undefined),
      open: async () => Readable.from([elsewhere]),
    },
    onLoss: (error) => losses.push(error),
  })
})
afterEach(async () => {
  await registry.close()
  rmSync(folder, { recursive: true, force: true })
})

const login = () => ({ username: registry.username, password: registry.password })

/** A plain request with the run's login; keeps to what is sent. */
async function call(
  method: string,
  path: string,
  { body, headers = {} }: { body?: Buffer | string; headers?: Record<string, string> } = {},
): Promise<{ status: number; headers: Headers; body: Buffer }> {
  const { username, password } = login()
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
  const response = await fetch(`http://${registry.host}${path}`, {
    method,
    headers: { authorization, ...headers },
    ...(body !== undefined && { body }),
    redirect: 'manual',
  })
  return {
    status: response.status,
    headers: response.headers,
    body: Buffer.from(await response.arrayBuffer()),
  }
}

const code = ({ body }: { body: Buffer }) => JSON.parse(body.toString()).errors[0].code

async function push(bytes: Buffer): Promise<Digest> {
  const digest = digestOf(bytes)
  const { status } = await call('POST', `/v2/a/b/blobs/uploads/?digest=${digest}`, { body: bytes })
  expect(status).toBe(201)
  return digest
}

describe('the login', () => {
  test.each([
    ['none', {}],
    ['another password', { authorization: `Basic ${Buffer.from('multiarch-build:x').toString('base64')}` }],
    ['another kind', { authorization: 'Bearer x' }],
  ])('%s is refused, everywhere', async (_name, headers) => {
    for (const [method, path] of [
      ['GET', '/v2/'],
      ['GET', `/v2/a/b/blobs/${digestOf(elsewhere)}`],
      ['POST', '/v2/a/b/blobs/uploads/'],
      ['PUT', '/v2/a/b/manifests/tag'],
    ] as const) {
      const response = await fetch(`http://${registry.host}${path}`, {
        method,
        headers: headers as Record<string, string>,
      })
      expect(response.status).toBe(401)
      expect(response.headers.get('www-authenticate')).toMatch(/^Basic realm=/)
    }
  })

  test('is another one for every run', async () => {
    const other = await LoopbackRegistry.start({ folder, onLoss: () => undefined })
    expect(other.password).not.toBe(registry.password)
    await other.close()
  })
})

describe('our own client', () => {
  let client: RegistryClient
  beforeEach(() => {
    client = clientWith(login(), { retries: 1 })
  })
  afterEach(() => client.close())

  test('pushes and pulls blobs and manifests', async () => {
    const repository = repositoryAt(registry.host)
    const { descriptor, open } = randomBlob(300_000)
    expect(await client.pushBlob(repository, descriptor, open)).toBe('uploaded')
    expect(await client.pushBlob(repository, descriptor, open)).toBe('present')
    expect(await buffer(await client.getBlob(repository, descriptor))).toEqual(await buffer(open()))
    const bytes = Buffer.from(
      JSON.stringify({ schemaVersion: 2, mediaType: mediaType.ociManifest, layers: [descriptor] }),
    )
    expect(await client.putManifest(repository, 'tag', bytes, mediaType.ociManifest)).toBe(digestOf(bytes))
    for (const reference of ['tag', digestOf(bytes)]) {
      expect((await client.getManifest(repository, reference))?.bytes).toEqual(bytes)
    }
  })

  test('finds a blob of the upstream without it being here', async () => {
    const descriptor = { mediaType: 'x', digest: digestOf(elsewhere), size: elsewhere.length }
    const repository = repositoryAt(registry.host)
    expect(await client.hasBlob(repository, descriptor)).toBe(true)
    expect(registry.content.holds(descriptor.digest)).toBe(false)
    expect(await buffer(await client.getBlob(repository, descriptor))).toEqual(elsewhere)
  })

  test('sees the end of a blob whose file was cut', async () => {
    const repository = repositoryAt(registry.host)
    const { descriptor, open } = randomBlob(100_000)
    await client.pushBlob(repository, descriptor, open)
    truncateSync(registry.content.blobPath(descriptor.digest), 50_000)
    await expect(client.getBlob(repository, descriptor).then(buffer)).rejects.toThrow()
  })
})

describe('uploads', () => {
  const blob = randomBytes(1000)

  test('come in chunks, in order', async () => {
    const started = await call('POST', '/v2/a/b/blobs/uploads/', { body: '' })
    expect(started.status).toBe(202)
    const location = started.headers.get('location')!
    const first = await call('PATCH', location, {
      body: blob.subarray(0, 600),
      headers: { 'content-range': '0-599' },
    })
    expect([first.status, first.headers.get('range')]).toEqual([202, '0-599'])
    const again = await call('PATCH', location, {
      body: blob.subarray(0, 600),
      headers: { 'content-range': '0-599' },
    })
    expect(again.status).toBe(416)
    expect((await call('GET', location)).headers.get('range')).toBe('0-599')
    const last = await call('PUT', `${location}?digest=${digestOf(blob)}`, { body: blob.subarray(600) })
    expect(last.status).toBe(201)
    expect((await call('GET', last.headers.get('location')!)).body).toEqual(blob)
  })

  test('with another digest are refused and leave nothing', async () => {
    const wrong = digestOf('something else')
    const { status, body } = await call('POST', `/v2/a/b/blobs/uploads/?digest=${wrong}`, { body: blob })
    expect([status, code({ body })]).toEqual([400, 'DIGEST_INVALID'])
    expect((await call('HEAD', `/v2/a/b/blobs/${wrong}`)).status).toBe(404)
    expect(readdirSync(folder)).toEqual([])
  })

  test.each(['sha256:xyz', '../../etc/passwd', 'sha512:00', ''])('digest %j is refused', async (digest) => {
    const path = `/v2/a/b/blobs/uploads/?digest=${encodeURIComponent(digest)}`
    expect((await call('POST', path, { body: blob })).status).toBe(400)
    expect(readdirSync(folder)).toEqual([])
  })

  test('can be given up', async () => {
    const location = (await call('POST', '/v2/a/b/blobs/uploads/', { body: '' })).headers.get('location')!
    expect((await call('DELETE', location)).status).toBe(204)
    expect((await call('PATCH', location, { body: blob })).status).toBe(404)
    expect(readdirSync(folder)).toEqual([])
  })

  test('of what another repository has are mounted', async () => {
    const digest = await push(blob)
    const { status } = await call('POST', `/v2/c/d/blobs/uploads/?mount=${digest}&from=a/b`)
    expect(status).toBe(201)
    const unknown = await call('POST', `/v2/c/d/blobs/uploads/?mount=${digestOf('no')}&from=a/b`, {
      body: '',
    })
    expect(unknown.status).toBe(202)
  })

  test('that can’t be kept are taken and forgotten', async () => {
    const location = (await call('POST', '/v2/a/b/blobs/uploads/', { body: '' })).headers.get('location')!
    // As on a disk that fails: the file can't be put in its place.
    rmSync(join(folder, `upload-${location.split('/').at(-1)}`))
    const { status } = await call('PUT', `${location}?digest=${digestOf(blob)}`, { body: blob })
    expect(status).toBe(201)
    expect(losses).toHaveLength(1)
    expect((await call('HEAD', `/v2/a/b/blobs/${digestOf(blob)}`)).status).toBe(200)
    expect(registry.content.holds(digestOf(blob))).toBe(false)
  })
})

describe('blobs', () => {
  test('are given in parts', async () => {
    const bytes = randomBytes(1000)
    const digest = await push(bytes)
    const part = await call('GET', `/v2/a/b/blobs/${digest}`, { headers: { range: 'bytes=100-199' } })
    expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 100-199/1000'])
    expect(part.body).toEqual(bytes.subarray(100, 200))
    const beyond = await call('GET', `/v2/a/b/blobs/${digest}`, { headers: { range: 'bytes=1000-' } })
    expect(beyond.status).toBe(416)
  })

  test('are deleted', async () => {
    const digest = await push(Buffer.from('x'))
    expect((await call('DELETE', `/v2/a/b/blobs/${digest}`)).status).toBe(202)
    expect((await call('GET', `/v2/a/b/blobs/${digest}`)).status).toBe(404)
    expect(readdirSync(folder)).toEqual([])
  })

  test('that were cut off while they were given end the connection', async () => {
    const bytes = randomBytes(100_000)
    const digest = await push(bytes)
    rmSync(registry.content.blobPath(digest))
    await expect(call('GET', `/v2/a/b/blobs/${digest}`)).rejects.toThrow()
  })
})

describe('manifests', () => {
  const manifest = (layers: readonly object[] = []) =>
    Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: mediaType.ociManifest, layers }))
  const put = (reference: string, bytes: Buffer) =>
    call('PUT', `/v2/a/b/manifests/${reference}`, {
      body: bytes,
      headers: { 'content-type': mediaType.ociManifest },
    })

  test('need their blobs, here or at the upstream', async () => {
    const missing = { digest: digestOf('no'), size: 2 }
    expect(code(await put('tag', manifest([missing])))).toBe('MANIFEST_BLOB_UNKNOWN')
    expect((await put('tag', manifest([{ digest: digestOf(elsewhere) }]))).status).toBe(201)
  })

  test('under a digest must be that digest’s', async () => {
    expect(code(await put(digestOf('other'), manifest()))).toBe('DIGEST_INVALID')
    expect((await put(digestOf(manifest()), manifest())).status).toBe(201)
  })

  test.each(['not JSON', '[]', 'null'])('%s is no reason to fall over', async (text) => {
    const { status } = await put('tag', Buffer.from(text))
    expect([201, 400]).toContain(status)
    expect((await call('GET', '/v2/')).status).toBe(200)
  })

  test('are listed by tag, page by page, and deleted', async () => {
    for (const tag of ['c', 'a', 'b']) await put(tag, manifest())
    const list = (query = '') => call('GET', `/v2/a/b/tags/list${query}`)
    expect(JSON.parse((await list()).body.toString())).toEqual({ name: 'a/b', tags: ['a', 'b', 'c'] })
    const page = await list('?n=2')
    expect(JSON.parse(page.body.toString()).tags).toEqual(['a', 'b'])
    expect(page.headers.get('link')).toBe('</v2/a/b/tags/list?n=2&last=b>; rel="next"')
    expect(JSON.parse((await list('?n=2&last=b')).body.toString()).tags).toEqual(['c'])
    expect((await call('DELETE', '/v2/a/b/manifests/a')).status).toBe(202)
    expect((await call('GET', '/v2/a/b/manifests/a')).status).toBe(404)
    expect((await call('GET', '/v2/a/b/manifests/b')).status).toBe(200)
    expect((await call('DELETE', `/v2/a/b/manifests/${digestOf(manifest())}`)).status).toBe(202)
    expect((await call('GET', '/v2/a/b/manifests/b')).status).toBe(404)
  })

  test('of one repository are not in another', async () => {
    await put('tag', manifest())
    expect((await call('GET', '/v2/other/manifests/tag')).status).toBe(404)
    expect((await call('GET', '/v2/other/tags/list')).status).toBe(404)
  })

  test('that are too long are refused', async () => {
    expect((await put('tag', Buffer.alloc(5 * 1024 * 1024, ' '))).status).toBe(413)
  })
})

test.each([
  ['GET', '/v2/../../etc/passwd'],
  ['GET', '/v2/UPPER/blobs/x'],
  ['GET', '/v2/a//b/manifests/tag'],
  ['GET', '/v2/a/b/manifests/%2e%2e%2fx'],
  ['GET', '/v2/a/b/manifests/%ff'],
  ['GET', '/'],
  ['BREW', '/v2/a/b/tags/list'],
  ['POST', '/v2/a/b/manifests/tag'],
])('%s %s is answered with an error, not a crash', async (method, path) => {
  const { status } = await call(method, path)
  expect(status).toBeGreaterThanOrEqual(400)
  expect((await call('GET', '/v2/')).status).toBe(200)
})

test('ends with the run: what is under way fails, unfinished uploads are gone', async () => {
  await call('POST', '/v2/a/b/blobs/uploads/', { body: '' })
  expect(readdirSync(folder)).toHaveLength(1)
  await registry.close()
  expect(readdirSync(folder)).toEqual([])
  await expect(call('GET', '/v2/')).rejects.toThrow()
  registry = await LoopbackRegistry.start({ folder, onLoss: () => undefined })
})

test('what was put in beforehand is offered', async () => {
  const file = join(folder, 'kept')
  writeFileSync(file, 'layer')
  await registry.content.share(digestOf('layer'), file)
  expect((await call('GET', `/v2/a/b/blobs/${digestOf('layer')}`)).body.toString()).toBe('layer')
  expect(readFileSync(file, 'utf8')).toBe('layer')
})
