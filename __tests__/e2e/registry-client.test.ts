import { execFileSync, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createReadStream, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { inspect } from 'node:util'
import { gzipSync } from 'node:zlib'
import { type Digest, digestOf } from '../../src/oci/digest.js'
import { digestReference, parseRepository, type Repository } from '../../src/oci/reference.js'
import { type Descriptor, mediaType } from '../../src/oci/types.js'
import { RegistryClient } from '../../src/registry/client.js'
import { credentialStore, podmanAuthFile } from '../../src/registry/credentials.js'
import { must } from '../support/runner.js'
import { DockerRegistry, type DockerRegistryOptions } from '../unit/registry/support/docker-registry.js'

const LOGIN = { username: 'builder', password: 'a pass: word, with "signs"' }
let folder: string
const started: DockerRegistry[] = []
const clients: RegistryClient[] = []
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'registry-client-'))
})

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()))
})
afterAll(async () => {
  await Promise.all(started.map((registry) => registry.stop()))
  rmSync(folder, { recursive: true, force: true })
})

// The worlds of podman 5.8 have no registry of their own; what is tested here doesn't depend on podman.
const installed = spawnSync('docker-registry', ['--version']).status === 0
const describeWithRegistry = installed ? describe : describe.skip
const reason = installed ? '' : ' (this world has no docker-registry; the host’s worlds do)'

describeWithRegistry(`a registry on plain HTTP that asks for no login${reason}`, () => {
  let host: string
  beforeAll(async () => {
    host = await start('open')
  })

  test('takes an image, which skopeo then copies', async () => {
    const repository = parseRepository(`${host}/team/app`)
    const client = clientFor({})
    const image = await pushImage(client, repository, '1.0')

    const inspected = skopeo('inspect', '--raw', '--tls-verify=false', `docker://${repository.text}:1.0`)
    expect(digestOf(inspected)).toBe(image.digest)
    const layout = join(folder, 'copied')
    skopeo(
      'copy',
      '--preserve-digests',
      '--src-tls-verify=false',
      `docker://${digestReference(repository, image.digest)}`,
      `oci:${layout}:x`,
    )
    expect(digestOf(readFileSync(join(layout, 'blobs/sha256', image.layer.digest.slice(7))))).toBe(
      image.layer.digest,
    )
  })

  test('answers what skopeo pushed', async () => {
    const repository = parseRepository(`${host}/team/by-skopeo`)
    const client = clientFor({})
    const image = await pushImage(client, parseRepository(`${host}/team/source`), 'x')
    skopeo(
      'copy',
      '--preserve-digests',
      '--src-tls-verify=false',
      '--dest-tls-verify=false',
      `docker://${host}/team/source:x`,
      `docker://${repository.text}:2`,
    )
    const manifest = await client.getManifest(repository, '2')
    expect(manifest).toMatchObject({ digest: image.digest, mediaType: mediaType.ociManifest })
    expect(await client.resolve(repository, '2')).toEqual({
      digest: image.digest,
      mediaType: mediaType.ociManifest,
      size: manifest!.bytes.length,
    })
    expect(await buffer(await client.getBlob(repository, image.layer))).toHaveLength(image.layer.size)
  })

  test('mounts a blob of another repository, and finds what is there', async () => {
    const client = clientFor({})
    const [from, to] = [parseRepository(`${host}/mount/from`), parseRepository(`${host}/mount/to`)]
    const { bytes, descriptor } = blob(1000)
    expect(await client.hasBlob(to, descriptor)).toBe(false)
    expect(await client.pushBlob(from, descriptor, () => Readable.from(bytes))).toBe('uploaded')
    expect(await client.pushBlob(from, descriptor, neverOpened)).toBe('present')
    expect(await client.pushBlob(to, descriptor, neverOpened, from)).toBe('mounted')
    expect(await client.hasBlob(to, descriptor)).toBe(true)
  })

  test('uploads where a mount is not possible, also nothing at all', async () => {
    const client = clientFor({})
    const to = parseRepository(`${host}/mount/other`)
    const empty = blob(0)
    const other = parseRepository(`${host}/mount/nowhere`)
    expect(await client.pushBlob(to, empty.descriptor, () => Readable.from(empty.bytes), other)).toBe(
      'uploaded',
    )
    expect(await client.hasBlob(to, empty.descriptor)).toBe(true)
  })

  test('streams a large file', async () => {
    const client = clientFor({})
    const repository = parseRepository(`${host}/team/large`)
    const { bytes, descriptor } = blob(64 * 1024 * 1024)
    const path = join(folder, 'large')
    writeFileSync(path, bytes)
    await client.pushBlob(repository, descriptor, () => createReadStream(path))
    expect(digestOf(await buffer(await client.getBlob(repository, descriptor)))).toBe(descriptor.digest)
  })

  test('has no blob and no manifest that was never pushed', async () => {
    const client = clientFor({})
    const repository = parseRepository(`${host}/team/nothing`)
    expect(await client.getManifest(repository, 'latest')).toBeUndefined()
    expect(await client.resolve(repository, digestOf('nothing'))).toBeUndefined()
    expect(await client.hasBlob(repository, blob(3).descriptor)).toBe(false)
    await expect(client.getBlob(repository, blob(3).descriptor)).rejects.toThrow(/404/)
  })

  test('refuses content that is not what its digest says, and a manifest without its blobs', async () => {
    const client = clientFor({})
    const repository = parseRepository(`${host}/team/wrong`)
    const { descriptor } = blob(100)
    const wrong = () => Readable.from(Buffer.alloc(descriptor.size, 'x'))
    await expect(client.pushBlob(repository, descriptor, wrong)).rejects.toMatchObject({
      code: 'DIGEST_INVALID',
    })
    const manifest = manifestOf(blob(10).descriptor, descriptor)
    await expect(client.putManifest(repository, '1', manifest, mediaType.ociManifest)).rejects.toMatchObject({
      status: 400,
      code: 'MANIFEST_BLOB_UNKNOWN',
    })
  })
})

describeWithRegistry(`a registry that asks for a login${reason}`, () => {
  let host: string
  let repository: Repository
  beforeAll(async () => {
    host = await start('locked', { login: LOGIN })
    repository = parseRepository(`${host}/team/app`)
  })

  test('takes an image with the login of the step, and podman’s auth file lets skopeo read it', async () => {
    const explicit = [{ registry: host, ...LOGIN }]
    const client = clientFor({ explicit })
    const image = await pushImage(client, repository, '1.0')
    const auth = join(folder, 'auth.json')
    writeFileSync(auth, (await podmanAuthFile(explicit, emptyHome()))!)
    const raw = skopeo(
      'inspect',
      '--raw',
      '--tls-verify=false',
      '--authfile',
      auth,
      `docker://${repository.text}:1.0`,
    )
    expect(digestOf(raw)).toBe(image.digest)
  })

  test('takes the login that skopeo stored', async () => {
    const env = { ...emptyHome(), REGISTRY_AUTH_FILE: join(folder, 'skopeo-auth.json') }
    const login = [
      '--tls-verify=false',
      '--authfile',
      env.REGISTRY_AUTH_FILE,
      '-u',
      LOGIN.username,
      '--password-stdin',
    ]
    execFileSync('skopeo', ['login', ...login, host], { input: LOGIN.password })
    const client = clientFor({ env })
    await expect(client.resolve(repository, 'no-such-tag')).resolves.toBeUndefined()
  })

  test('tells a missing login from a wrong one, without the password', async () => {
    await expect(clientFor({}).resolve(repository, '1.0')).rejects.toMatchObject({
      status: 401,
      cure: expect.stringContaining('no login for'),
    })
    const wrong = clientFor({ explicit: [{ registry: host, username: 'builder', password: 'wr0ng-secret' }] })
    const error = await wrong.getManifest(repository, '1.0').catch((thrown: Error) => thrown)
    expect(error).toMatchObject({ status: 401, code: 'UNAUTHORIZED' })
    expect(JSON.stringify([error, String(error), (error as { cure?: string }).cure])).not.toContain(
      'wr0ng-secret',
    )
  })
})

describeWithRegistry(`a registry with a certificate of a private authority${reason}`, () => {
  let host: string
  beforeAll(async () => {
    host = await start('secure', { tls: true })
  })

  test('is trusted by certs.d, and only then', async () => {
    const repository = parseRepository(`${host}/team/app`)
    await expect(clientFor({}).resolve(repository, '1')).rejects.toMatchObject({
      message: expect.stringContaining('is not trusted'),
      cure: expect.stringContaining(`certs.d/${host}`),
    })
    const env = emptyHome()
    const certs = join(env.HOME, '.config/containers/certs.d', host)
    mkdirSync(certs, { recursive: true })
    writeFileSync(join(certs, 'ca.crt'), readFileSync(join(folder, 'secure/ca.crt')))
    const client = clientFor({ env })
    const image = await pushImage(client, repository, '1')
    const raw = skopeo('inspect', '--raw', '--cert-dir', certs, `docker://${repository.text}:1`)
    expect(digestOf(raw)).toBe(image.digest)
  })

  test('is taken as it is without tls-verify', async () => {
    const client = clientFor({ tlsVerify: false })
    expect(await client.resolve(parseRepository(`${host}/team/none`), '1')).toBeUndefined()
  })

  test('is trusted by NODE_EXTRA_CA_CERTS', async () => {
    const client = clientFor({ env: { ...emptyHome(), NODE_EXTRA_CA_CERTS: join(folder, 'secure/ca.crt') } })
    await expect(client.resolve(parseRepository(`${host}/team/none`), '1')).resolves.toBeUndefined()
  })
})

describeWithRegistry(`a registry that wants tokens${reason}`, () => {
  const reader = { username: 'reader', password: 'may only read', actions: ['pull'] }
  let registry: DockerRegistry
  let repository: Repository
  const explicit = (user: { username: string; password: string }) => [{ registry: registry.host, ...user }]
  beforeAll(async () => {
    registry = await DockerRegistry.start({
      folder: join(folder, 'tokens'),
      tokens: [{ ...LOGIN, actions: ['pull', 'push'] }, reader],
    })
    started.push(registry)
    repository = parseRepository(`${registry.host}/team/app`)
  })

  test('takes an image; others read it without a login', async () => {
    const image = await pushImage(clientFor({ explicit: explicit(LOGIN) }), repository, '1.0')
    expect(registry.tokens!.asked).toContain(`${LOGIN.username} repository:team/app:pull,push`)
    // Not at a standstill, since the tokens come from this process.
    const raw = await must([
      'skopeo',
      'inspect',
      '--raw',
      '--tls-verify=false',
      `docker://${repository.text}:1.0`,
    ])
    expect(digestOf(Buffer.from(raw))).toBe(image.digest)
    expect((await clientFor({}).resolve(repository, '1.0'))?.digest).toBe(image.digest)
  })

  test('a token that has expired is got once more', async () => {
    const before = registry.tokens!.asked.length
    registry.tokens!.expired = 1
    const image = await pushImage(clientFor({ explicit: explicit(LOGIN) }), repository, '2.0')
    expect((await clientFor({}).resolve(repository, '2.0'))?.digest).toBe(image.digest)
    const pushing = registry.tokens!.asked.slice(before).filter((asked) => asked.startsWith(LOGIN.username))
    expect(new Set(pushing)).toEqual(new Set([`${LOGIN.username} repository:team/app:pull,push`]))
    expect(pushing).toHaveLength(2)
  })

  test('who may only read is told so at once', async () => {
    const before = registry.tokens!.asked.length
    const pushing = pushImage(clientFor({ explicit: explicit(reader) }), repository, '3.0')
    await expect(pushing).rejects.toMatchObject({
      status: 401,
      cure: expect.stringMatching(/push|right|permission/i),
    })
    expect(registry.tokens!.asked.length - before).toBeLessThanOrEqual(2)
  })

  test('a wrong password is told from a missing right', async () => {
    const wrong = clientFor({ explicit: explicit({ username: 'builder', password: 'wr0ng-secret' }) })
    const error = await wrong.resolve(repository, '1.0').catch((thrown: Error) => thrown)
    expect(error).toMatchObject({ status: 401, message: expect.stringContaining('not this one') })
    // The service says back what it was sent.
    const said = inspect(error, { depth: 20 })
    for (const secret of ['wr0ng-secret', Buffer.from('builder:wr0ng-secret').toString('base64')])
      expect(said).not.toContain(secret)
  })
})

async function start(name: string, options: Omit<DockerRegistryOptions, 'folder'> = {}): Promise<string> {
  const registry = await DockerRegistry.start({ folder: join(folder, name), ...options })
  started.push(registry)
  return registry.host
}

interface ClientSettings {
  readonly explicit?: readonly { registry: string; username: string; password: string }[]
  readonly env?: NodeJS.ProcessEnv
  readonly tlsVerify?: boolean
}

function clientFor({ explicit = [], env = emptyHome(), tlsVerify = true }: ClientSettings): RegistryClient {
  const client = new RegistryClient({
    credentials: credentialStore(explicit, env),
    tlsVerify,
    retries: 2,
    env,
  })
  clients.push(client)
  return client
}

function emptyHome(): { HOME: string; XDG_RUNTIME_DIR: string } {
  const HOME = mkdtempSync(join(folder, 'home-'))
  return { HOME, XDG_RUNTIME_DIR: HOME }
}

async function pushImage(
  client: RegistryClient,
  repository: Repository,
  tag: string,
): Promise<{ digest: Digest; layer: Descriptor }> {
  const config = Buffer.from(
    JSON.stringify({
      architecture: 'arm64',
      os: 'linux',
      config: {},
      rootfs: { type: 'layers', diff_ids: [] },
    }),
  )
  const configDescriptor = { mediaType: mediaType.ociConfig, digest: digestOf(config), size: config.length }
  const layer = blob(200_000)
  await client.pushBlob(repository, configDescriptor, () => Readable.from(config))
  await client.pushBlob(repository, layer.descriptor, () => Readable.from(layer.bytes))
  const manifest = manifestOf(configDescriptor, layer.descriptor)
  const digest = digestOf(manifest)
  expect(await client.putManifest(repository, digest, manifest, mediaType.ociManifest)).toBe(digest)
  expect(await client.putManifest(repository, tag, manifest, mediaType.ociManifest)).toBe(digest)
  return { digest, layer: layer.descriptor }
}

function manifestOf(config: Descriptor, layer: Descriptor): Buffer {
  return Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: mediaType.ociManifest,
      config: { ...config, mediaType: mediaType.ociConfig },
      layers: [layer],
    }),
  )
}

function blob(size: number): { bytes: Buffer; descriptor: Descriptor } {
  const bytes = size === 0 ? Buffer.alloc(0) : gzipSync(randomBytes(size))
  const type = 'application/vnd.oci.image.layer.v1.tar+gzip'
  return { bytes, descriptor: { mediaType: type, digest: digestOf(bytes), size: bytes.length } }
}

function neverOpened(): Readable {
  throw new Error('the blob was opened')
}

function skopeo(...args: string[]): Buffer {
  return execFileSync('skopeo', args, { stdio: ['ignore', 'pipe', 'pipe'] })
}
