import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:https'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RegistryClient } from '../../../src/registry/client.js'
import { NO_RULES } from '../../../src/registry/rules.js'
import { clientWith, randomBlob, repositoryAt } from './support/client.js'
import { RegistryServer } from './support/registry-server.js'

const LOGIN = { username: 'builder', password: 'hunter2-secret' }

let folder: string
let server: Server
let host: string
let plain: RegistryServer
let answer: (method: string, url: string, response: ServerResponse) => void
let client: RegistryClient

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'registry-tls-'))
  const files = ['-keyout', join(folder, 'key'), '-out', join(folder, 'crt')]
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  execFileSync('openssl', ['req', '-x509', ...key, ...files, '-subj', '/CN=localhost', '-days', '2'], {
    stdio: 'pipe',
  })
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

beforeEach(async () => {
  plain = await RegistryServer.start()
  const files = { key: readFileSync(join(folder, 'key')), cert: readFileSync(join(folder, 'crt')) }
  server = createServer(files, (request, response) => {
    request.resume()
    answer(request.method!, request.url!, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  client = clientWith(LOGIN, { tlsVerify: false, retries: 1 })
})

afterEach(async () => {
  await client.close()
  server.closeAllConnections()
  server.close()
  plain.stop()
})

test('a registry on TLS may not name a token server on plain HTTP', async () => {
  answer = (_method, _url, response) => {
    const realm = `http://${plain.host}/token`
    response.writeHead(401, { 'www-authenticate': `Bearer realm="${realm}"` }).end()
  }
  await expect(client.resolve(repositoryAt(host), '1')).rejects.toThrow(
    /token server that is not reached by https/,
  )
  expect(plain.received).toEqual([])
})

test('an upload location that forgot TLS is taken back to it, with the login', async () => {
  const seen: string[] = []
  answer = (method, url, response) => {
    seen.push(`${method} ${url.split('?')[0]}`)
    if (url === '/v2/') response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end()
    else if (method === 'HEAD') response.writeHead(404).end()
    else if (method === 'POST') response.writeHead(202, { location: 'http://127.0.0.1/v2/upload' }).end()
    else response.writeHead(response.req.headers.authorization ? 201 : 401).end()
  }
  const { descriptor, open } = randomBlob(10)
  await expect(client.pushBlob(repositoryAt(host), descriptor, open)).resolves.toBe('uploaded')
  expect(seen.at(-1)).toBe('PUT /v2/upload')
})

test('a certificate that is not trusted is no reason to speak plain HTTP', async () => {
  let asked = 0
  answer = (_method, _url, response) => {
    asked++
    response.writeHead(200).end()
  }
  const verifying = clientWith(LOGIN, { retries: 3 })
  await expect(verifying.resolve(repositoryAt(host), '1')).rejects.toMatchObject({
    message: expect.stringMatching(/is not trusted \(DEPTH_ZERO_SELF_SIGNED_CERT\)$/),
    passing: false,
  })
  expect(asked).toBe(0)
  await verifying.close()
})

test('neither is a peer that cuts the connection', async () => {
  const cutter = createTcpServer((socket) => socket.once('data', () => socket.resetAndDestroy()))
  await new Promise<void>((resolve) => cutter.listen(0, '127.0.0.1', resolve))
  const { port } = cutter.address() as AddressInfo
  await expect(client.resolve(repositoryAt(`127.0.0.1:${port}`), '1')).rejects.toMatchObject({
    message: expect.stringContaining('closed the connection'),
    passing: true,
  })
  cutter.close()
})

describe('insecure in registries.conf', () => {
  const insecure = (tlsHost: string, redirectTo?: string) => {
    answer = (_method, url, response) => {
      if (url.includes('/blobs/') && redirectTo) response.writeHead(307, { location: redirectTo }).end()
      else if (url === '/v2/') response.writeHead(200).end()
      else response.writeHead(404).end()
    }
    const rule = {
      prefix: 'quay.io',
      location: tlsHost,
      insecure: true,
      blocked: false,
      mirrors: [],
      origin: 'registries.conf',
    }
    return clientWith(LOGIN, { retries: 1, rules: { ...NO_RULES, registries: [rule] } })
  }
  const blob = randomBlob(10).descriptor

  test('takes a certificate that nobody vouches for from that registry', async () => {
    const reader = insecure(host)
    expect(await reader.open(repositoryAt('quay.io'), '1')).toBeUndefined()
    await reader.close()
  })

  test('but not from the same registry under a name without it', async () => {
    const reader = insecure(host)
    await expect(reader.open(repositoryAt(host), '1')).rejects.toThrow(/is not trusted/)
    await reader.close()
  })

  test('and not from another host that it leads to', async () => {
    const reader = insecure(host, `https://localhost:${host.split(':')[1]}/elsewhere`)
    const known = { digest: blob.digest, bytes: Buffer.from('{}'), mediaType: '' }
    const image = await reader.open(repositoryAt('quay.io'), blob.digest, new Map([[blob.digest, known]]))
    await expect(image!.blob(blob)).rejects.toThrow(/certificate of localhost:\d+ is not trusted/)
    await reader.close()
  })
})

describe('a certificate of the client', () => {
  let home: string
  let seen: (string | undefined)[]
  const put = (name: string, from: string) => {
    const certs = join(home, '.config/containers/certs.d', host)
    mkdirSync(certs, { recursive: true })
    writeFileSync(join(certs, name), readFileSync(join(folder, from)))
    return join(certs, name)
  }

  beforeEach(() => {
    home = mkdtempSync(join(folder, 'home-'))
    seen = []
    server.setSecureContext({
      key: readFileSync(join(folder, 'key')),
      cert: readFileSync(join(folder, 'crt')),
      ca: readFileSync(join(folder, 'crt')),
    })
    server.once('secureConnection', (socket) => {
      seen.push((socket.getPeerCertificate() as { subject?: { CN: string } }).subject?.CN)
    })
    Object.assign(server, { requestCert: true, rejectUnauthorized: false })
    answer = (_method, url, response) => response.writeHead(url === '/v2/' ? 200 : 404).end()
  })

  test('is shown, from certs.d', async () => {
    put('client.cert', 'crt')
    put('client.key', 'key')
    const showing = clientWith(LOGIN, { tlsVerify: false, retries: 1, env: { HOME: home } })
    expect(await showing.resolve(repositoryAt(host), '1')).toBeUndefined()
    expect(seen).toEqual(['localhost'])
    await showing.close()
  })

  test.each([
    ['client.cert', 'client.key'],
    ['client.key', 'client.cert'],
  ])('%s without %s is an error', async (there, missing) => {
    const path = put(there, 'crt')
    const showing = clientWith(LOGIN, { tlsVerify: false, retries: 1, env: { HOME: home } })
    await expect(showing.resolve(repositoryAt(host), '1')).rejects.toThrow(
      `${path} has no ${missing} beside it`,
    )
    await showing.close()
  })

  test('with a foreign key is an error', async () => {
    put('client.cert', 'crt')
    const other = ['-keyout', join(folder, 'other'), '-out', join(folder, 'other.crt')]
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
    execFileSync('openssl', ['req', '-x509', ...key, ...other, '-subj', '/CN=other', '-days', '2'], {
      stdio: 'pipe',
    })
    put('client.key', 'other')
    const showing = clientWith(LOGIN, { tlsVerify: false, retries: 1, env: { HOME: home } })
    await expect(showing.resolve(repositoryAt(host), '1')).rejects.toMatchObject({
      cure: expect.stringContaining('must fit its *.cert'),
    })
    await showing.close()
  })
})
