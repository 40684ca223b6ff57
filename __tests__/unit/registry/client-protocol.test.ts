import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { digestOf } from '../../../src/oci/digest.js'
import { parseRepository } from '../../../src/oci/reference.js'
import { mediaType } from '../../../src/oci/types.js'
import type { RegistryClient } from '../../../src/registry/client.js'
import { clientWith, manifestBytes, randomBlob, repositoryAt } from './support/client.js'
import { RegistryServer, refuse } from './support/registry-server.js'

let server: RegistryServer
let client: RegistryClient

beforeEach(async () => {
  server = await RegistryServer.start()
  client = clientWith(undefined, { retries: 1 })
})

afterEach(async () => {
  await client.close()
  server.stop()
})

describe('where an upload goes', () => {
  const location = [
    ['a relative path', () => '/v2/team/app/blobs/uploads/1', ''],
    ['a path relative to the request', () => '../uploads/1', ''],
    ['a URL', () => `http://${server.host}/v2/team/app/blobs/uploads/1`, ''],
    [
      'a query of its own',
      () => '/v2/team/app/blobs/uploads/1?_state=a%2Bb+c~d%20e&x',
      '_state=a%2Bb+c~d%20e&x&',
    ],
  ] as const
  test.each(location)('may be %s', async (_, locate, query) => {
    const { descriptor, open } = randomBlob(10)
    server.fault(/^POST/, (_request, response) => response.writeHead(202, { location: locate() }).end())
    await expect(client.pushBlob(repositoryAt(server.host), descriptor, open)).resolves.toBe('uploaded')
    expect(server.calls.at(-1)).toBe(
      `PUT /v2/team/app/blobs/uploads/1?${query}digest=${encodeURIComponent(descriptor.digest)}`,
    )
  })

  test.each([
    ['http://registry.example/upload', /redirects to plain HTTP at registry.example/],
    ['ftp://registry.example/upload', /Location that is no URL/],
    ['http://', /Location that is no URL/],
  ])('must not be %s', async (to, message) => {
    const { descriptor, open, opened } = randomBlob(10)
    server.fault(/^POST/, (_request, response) => response.writeHead(202, { location: to }).end())
    await expect(client.pushBlob(repositoryAt(server.host), descriptor, open)).rejects.toThrow(message)
    expect(opened()).toBe(0)
  })

  test('is asked again without the mount when that is refused', async () => {
    const { descriptor, open } = randomBlob(10)
    server.fault(/^POST .*mount=/, (_, response) => refuse(response, 403, 'DENIED', 'no'))
    const from = repositoryAt(server.host, 'team/base')
    await expect(client.pushBlob(repositoryAt(server.host), descriptor, open, from)).resolves.toBe('uploaded')
    expect(server.calls.slice(1, 3)).toEqual([
      `POST /v2/team/app/blobs/uploads/?mount=${descriptor.digest}&from=team%2Fbase`,
      'POST /v2/team/app/blobs/uploads/',
    ])
  })

  test('is the upload that a registry opens instead of a mount', async () => {
    const { descriptor, open } = randomBlob(10)
    const from = repositoryAt(server.host, 'team/base')
    await expect(client.pushBlob(repositoryAt(server.host), descriptor, open, from)).resolves.toBe('uploaded')
    expect(server.calls.map((call) => call.split(' ')[0])).toEqual(['HEAD', 'POST', 'PUT'])
  })

  test('is not mixed up with a repository of another registry', async () => {
    const { descriptor, open } = randomBlob(10)
    await client.pushBlob(repositoryAt(server.host), descriptor, open, parseRepository('quay.io/team/base'))
    expect(server.calls[1]).toBe('POST /v2/team/app/blobs/uploads/')
  })
})

describe('what a registry answers is not believed', () => {
  const bytes = manifestBytes('x')
  const other = digestOf('other')
  const answer = (headers: Record<string, string>, body: Buffer) =>
    server.fault(/^(GET|HEAD|PUT) .*(manifests|blobs)/, (_, response) => {
      response.writeHead(200, { 'content-type': mediaType.ociManifest, ...headers }).end(body)
    })

  test('a Docker-Content-Digest that is not the manifest’s', async () => {
    answer({ 'docker-content-digest': other }, bytes)
    await expect(client.getManifest(repositoryAt(server.host), '1')).rejects.toThrow(`instead of ${other}`)
    answer({ 'docker-content-digest': other, location: '/x' }, Buffer.alloc(0))
    const put = client.putManifest(repositoryAt(server.host), '1', bytes, mediaType.ociManifest)
    await expect(put).rejects.toThrow(`stored ${other} instead of ${digestOf(bytes)}`)
  })

  test('a manifest that is not the one asked for', async () => {
    answer({}, bytes)
    await expect(client.getManifest(repositoryAt(server.host), other)).rejects.toThrow(`instead of ${other}`)
  })

  test('a manifest of more than 4 MiB', async () => {
    answer({}, Buffer.alloc(4 * 1024 * 1024 + 1, ' '))
    await expect(client.getManifest(repositoryAt(server.host), '1')).rejects.toThrow(
      /longer than 4194304 bytes/,
    )
  })

  test('a blob of another size', async () => {
    const { descriptor } = randomBlob(10)
    answer({ 'content-length': '3' }, Buffer.from('abc'))
    await expect(client.getBlob(repositoryAt(server.host), descriptor)).rejects.toThrow(
      'with 3 bytes instead of 10',
    )
    answer({ 'content-length': '3' }, Buffer.from('abc'))
    await expect(client.hasBlob(repositoryAt(server.host), descriptor)).rejects.toThrow('another size')
  })

  test.each([
    ['of other content', Buffer.alloc(10, 'x'), /the blob's digest is sha256:/],
    ['that is longer', Buffer.alloc(100_000, 'x'), /has not the 10 bytes/],
    ['that is shorter', Buffer.alloc(9, 'x'), /has not the 10 bytes/],
  ])('a blob %s, sent without its length', async (_, content, message) => {
    const { descriptor } = randomBlob(10)
    answer({ 'transfer-encoding': 'chunked' }, content)
    const stream = await client.getBlob(repositoryAt(server.host), descriptor)
    await expect(buffer(stream)).rejects.toThrow(message)
  })

  test('headers that are missing are made up for by the manifest itself', async () => {
    server.fault(/^HEAD/, (_, response) => response.writeHead(200).end())
    answer({ 'content-type': 'application/json; charset=utf-8' }, bytes)
    expect(await client.resolve(repositoryAt(server.host), '1')).toEqual({
      digest: digestOf(bytes),
      mediaType: mediaType.ociManifest,
      size: bytes.length,
    })
  })
})

test('a blob that is not read to its end does not hold the connection', async () => {
  const { descriptor, open } = randomBlob(5_000_000)
  await client.pushBlob(repositoryAt(server.host), descriptor, open)
  for (const read of [false, true]) {
    const stream = await client.getBlob(repositoryAt(server.host), descriptor)
    if (read) await stream[Symbol.asyncIterator]().next()
    stream.destroy()
  }
  await expect(client.hasBlob(repositoryAt(server.host), descriptor)).resolves.toBe(true)
})

test.each(['../../x', 'a/b', '', 'sha256:abc', 'a b'])('%j is refused as a reference', async (reference) => {
  await expect(client.resolve(repositoryAt(server.host), reference)).rejects.toThrow(/neither tag nor digest/)
})

describe('a proxy', () => {
  let proxy: Server
  const through: string[] = []

  beforeEach(async () => {
    through.length = 0
    proxy = createServer((request, response) => {
      through.push(`${request.method} ${request.url}`)
      response.writeHead(404).end()
    })
    proxy.on('connect', (request, socket) => {
      through.push(`CONNECT ${request.url}`)
      const upstream = connect(server.port, '127.0.0.1', () => socket.write('HTTP/1.1 200 OK\r\n\r\n'))
      upstream.on('error', () => socket.destroy()).pipe(socket)
      socket.on('error', () => upstream.destroy()).pipe(upstream)
    })
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  })

  afterEach(() => {
    proxy.closeAllConnections()
    proxy.close()
  })

  const clientBehind = (tlsVerify: boolean) => {
    const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
    const env = { HOME: '/nonexistent', HTTPS_PROXY: url, HTTP_PROXY: url }
    return clientWith(undefined, { retries: 1, tlsVerify, env })
  }

  test('is gone through; plain HTTP is spoken only where TLS need not be verified', async () => {
    const behind = clientBehind(true)
    await expect(behind.resolve(parseRepository('registry.test/a/b'), '1')).rejects.toMatchObject({
      message: expect.stringContaining('does not speak TLS'),
      cure: expect.stringContaining('tls-verify: false'),
    })
    expect(through).toEqual(['CONNECT registry.test:443'])
    expect(server.received).toEqual([])
    await behind.close()
  })

  test('gets requests for plain HTTP itself', async () => {
    const behind = clientBehind(false)
    await expect(behind.resolve(parseRepository('registry.test/a/b'), '1')).rejects.toMatchObject({
      status: 404,
    })
    expect(through).toEqual(['CONNECT registry.test:443', 'GET http://registry.test/v2/'])
    await behind.close()
  })

  test('is not used for this machine', async () => {
    const behind = clientBehind(true)
    await expect(behind.resolve(repositoryAt(server.host), '1')).resolves.toBeUndefined()
    expect(through).toEqual([])
    await behind.close()
  })
})
