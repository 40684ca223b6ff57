import type { IncomingMessage, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { Interrupted } from '../../../src/errors.js'
import { digestOf } from '../../../src/oci/digest.js'
import { mediaType } from '../../../src/oci/types.js'
import type { RegistryClient } from '../../../src/registry/client.js'
import { clientWith, manifestBytes, randomBlob, repositoryAt } from './support/client.js'
import { RegistryServer, refuse } from './support/registry-server.js'

type Responder = (request: IncomingMessage, response: ServerResponse) => void

let server: RegistryServer
let client: RegistryClient
const notices: string[] = []

beforeEach(async () => {
  server = await RegistryServer.start()
  client = clientWith(undefined, { onRetry: (message) => notices.push(message) })
})

afterEach(async () => {
  await client.close()
  server.stop()
  notices.length = 0
})

const health: Responder = (_, response) =>
  response
    .writeHead(200, { 'content-type': 'application/json' })
    .end('{"data":{"services":{}},"status_code":200}')
const status =
  (code: number, body = ''): Responder =>
  (_, response) =>
    response.writeHead(code, { 'content-type': 'text/html' }).end(body)
const cut: Responder = (request) => request.socket.destroy()
const halfAnswer: Responder = (_, response) => {
  response.writeHead(200, { 'content-type': mediaType.ociManifest, 'content-length': 1000 })
  response.write('{"schema')
  setTimeout(() => response.destroy(), 20)
}
const cutUpload: Responder = (request) => {
  request.once('data', () => request.socket.destroy())
}

const passing: [string, Responder][] = [
  ['500 without a body', status(500)],
  ['502 with a proxy’s page', status(502, '<html>Bad Gateway</html>')],
  ['503', status(503)],
  ['504', status(504)],
  ['408', status(408)],
  [
    '429 with the registry’s own error',
    (_, response) => refuse(response, 429, 'TOOMANYREQUESTS', 'slow down'),
  ],
  ['a connection that is cut', cut],
  ['200 with a health page', health],
]

describe('a fault that passes', () => {
  test.each([...passing, ['an answer that ends half-way', halfAnswer] as [string, Responder]])(
    'GET of a manifest meets %s once',
    async (_, fault) => {
      const bytes = manifestBytes('x')
      server.storeManifest('1', bytes, mediaType.ociManifest)
      server.fault(/^GET .*manifests/, fault)
      const manifest = await client.getManifest(repositoryAt(server.host), '1')
      expect(manifest?.bytes).toEqual(bytes)
      expect(notices).toHaveLength(1)
    },
  )

  test.each(passing)('PUT of a manifest meets %s once', async (_, fault) => {
    server.fault(/^PUT .*manifests/, fault)
    const bytes = manifestBytes('x')
    expect(await client.putManifest(repositoryAt(server.host), '1', bytes, mediaType.ociManifest)).toBe(
      digestOf(bytes),
    )
    expect(server.manifests.get('1')?.bytes).toEqual(bytes)
    expect(notices).toHaveLength(1)
  })

  test.each(passing)('POST of an upload meets %s once', async (_, fault) => {
    server.fault(/^POST/, fault)
    const { descriptor, open } = randomBlob(10)
    expect(await client.pushBlob(repositoryAt(server.host), descriptor, open)).toBe('uploaded')
    expect(notices).toHaveLength(1)
  })

  test.each([
    ...passing,
    ['a connection that is cut in the middle', cutUpload] as [string, Responder],
    [
      'an upload that is no longer known',
      (_, response) => refuse(response, 404, 'BLOB_UPLOAD_UNKNOWN', 'gone'),
    ],
  ] as [string, Responder][])('PUT of a blob meets %s once', async (_, fault) => {
    server.fault(/^PUT .*uploads/, fault)
    const blob = randomBlob(3_000_000)
    expect(await client.pushBlob(repositoryAt(server.host), blob.descriptor, blob.open)).toBe('uploaded')
    expect(digestOf(server.blobs.get(blob.descriptor.digest)!)).toBe(blob.descriptor.digest)
    expect(blob.opened()).toBe(2)
    expect(server.calls.map((call) => call.split(' ')[0])).toEqual([
      'HEAD',
      'POST',
      'PUT',
      'HEAD',
      'POST',
      'PUT',
    ])
  })

  test('an upload that was stored although its answer was lost is found by HEAD', async () => {
    const blob = randomBlob(10)
    server.fault(/^PUT/, async (request) => {
      server.blobs.set(blob.descriptor.digest, await buffer(request))
      request.socket.destroy()
    })
    expect(await client.pushBlob(repositoryAt(server.host), blob.descriptor, blob.open)).toBe('present')
    expect(blob.opened()).toBe(1)
  })

  test('a health page does not pass for a blob or a manifest that is there', async () => {
    const { descriptor } = randomBlob(10)
    server.fault(/^HEAD/, health, 2)
    expect(await client.hasBlob(repositoryAt(server.host), descriptor)).toBe(false)
    server.fault(/^HEAD/, health)
    expect(await client.resolve(repositoryAt(server.host), '1')).toBeUndefined()
  })

  test('is met on the first contact too', async () => {
    server.fault(/^GET \/v2\/$/, status(503))
    expect(await client.resolve(repositoryAt(server.host), '1')).toBeUndefined()
    expect(notices).toEqual([expect.stringMatching(/GET \/v2\/: 503.*; try 2 of 3 in \d\.\d s$/)])
  })

  test('is waited for as long as Retry-After says', async () => {
    server.fault(/^HEAD/, (_, response) => response.writeHead(429, { 'retry-after': '1' }).end())
    const before = Date.now()
    await client.resolve(repositoryAt(server.host), '1')
    expect(Date.now() - before).toBeGreaterThanOrEqual(990)
  })

  test('that does not pass ends after the tries allowed, and says so', async () => {
    server.fault(/^HEAD/, status(502), 99)
    await expect(client.resolve(repositoryAt(server.host), '1')).rejects.toMatchObject({
      message: `${server.host}: HEAD manifest 1 of team/app: 502 (tried 3 times)`,
      cure: expect.stringContaining('unwell'),
    })
    expect(server.calls).toHaveLength(3)
  })

  test('ends at once when the run is cancelled', async () => {
    const controller = new AbortController()
    const cancelled = clientWith(undefined, { signal: controller.signal, onRetry: () => controller.abort() })
    server.fault(/^HEAD/, (_, response) => response.writeHead(429, { 'retry-after': '60' }).end())
    await expect(cancelled.resolve(repositoryAt(server.host), '1')).rejects.toThrow(Interrupted)
    await cancelled.close()
  })

  test('a request under way ends when the run is cancelled', async () => {
    const controller = new AbortController()
    const cancelled = clientWith(undefined, { signal: controller.signal })
    server.fault(/^HEAD/, () => controller.abort())
    await expect(cancelled.resolve(repositoryAt(server.host), '1')).rejects.toThrow(Interrupted)
    await cancelled.close()
  })
})

describe('a fault that lasts', () => {
  test.each([400, 401, 403, 404, 405, 409, 413, 422, 501, 505, 507])(
    '%d is not tried again',
    async (code) => {
      server.fault(
        /^PUT/,
        (_, response) => refuse(response, code, 'DENIED', 'no\u001b[31m\r\n::error::way'),
        99,
      )
      const put = client.putManifest(
        repositoryAt(server.host),
        '1',
        manifestBytes('x'),
        mediaType.ociManifest,
      )
      await expect(put).rejects.toMatchObject({
        status: code,
        code: 'DENIED',
        message: `${server.host}: PUT manifest 1 of team/app: ${code} DENIED no [31m ::error::way`,
      })
      expect(server.calls).toHaveLength(1)
    },
  )

  test.each([
    [500, 'QUOTA_EXCEEDED', 'no room'],
    [503, 'DENIED', 'Quota has been exceed on namespace'],
  ])('a storage that is full is not tried again, though the status is %d', async (code, word, message) => {
    server.fault(/^POST/, (_, response) => refuse(response, code, word, message), 99)
    const { descriptor, open } = randomBlob(10)
    const pushed = client.pushBlob(repositoryAt(server.host), descriptor, open)
    await expect(pushed).rejects.toMatchObject({
      status: code,
      message: expect.not.stringContaining('tried'),
      cure: expect.stringContaining('delete old tags'),
    })
    expect(notices).toEqual([])
  })

  test('an unreachable registry is named, with what to check', async () => {
    server.stop()
    await expect(client.resolve(repositoryAt(server.host), '1')).rejects.toMatchObject({
      message: expect.stringMatching(/can't be reached \(ECONNREFUSED\) \(tried 3 times\)$/),
      cure: expect.stringContaining('firewall'),
    })
  })

  test('a blob that can’t be opened is not the registry’s fault', async () => {
    const { descriptor } = randomBlob(10)
    const open = () => {
      throw new Error('no such file')
    }
    await expect(client.pushBlob(repositoryAt(server.host), descriptor, open)).rejects.toThrow(/no such file/)
    expect(notices).toEqual([])
  })
})
