import { Interrupted } from '../../../src/errors.js'
import { type Digest, digestOf } from '../../../src/oci/digest.js'
import { parsePlatform } from '../../../src/oci/platform.js'
import { mediaType, type PlatformFields } from '../../../src/oci/types.js'
import type { RegistryClient, RegistryOptions } from '../../../src/registry/client.js'
import { ImageResolver } from '../../../src/registry/resolve-image.js'
import { NO_RULES, type RegistryRules } from '../../../src/registry/rules.js'
import { clientWith } from './support/client.js'
import { RegistryServer, refuse } from './support/registry-server.js'

const amd64 = parsePlatform('linux/amd64')
const arm64 = parsePlatform('linux/arm64')
const PATH = '/v2/redhat/ubi9/ubi'

let server: RegistryServer
const clients: RegistryClient[] = []

beforeEach(async () => {
  server = await RegistryServer.start()
})
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()))
  server.stop()
})

function resolver(rules: Partial<RegistryRules> = {}, options: Partial<RegistryOptions> = {}): ImageResolver {
  const rule = {
    prefix: 'registry.access.redhat.com',
    location: `${server.host}/redhat`,
    insecure: false,
    blocked: false,
    mirrors: [],
    origin: 'registries.conf',
  }
  const client = clientWith(undefined, {
    retries: 1,
    rules: { ...NO_RULES, registries: [rule], ...rules },
    ...options,
  })
  clients.push(client)
  return new ImageResolver(client)
}

/** A manifest of a single image in the server. */
function image(tag: string, platform: PlatformFields): Digest {
  const config = Buffer.from(JSON.stringify({ ...platform, config: {} }))
  server.blobs.set(digestOf(config), config)
  const manifest = {
    schemaVersion: 2,
    mediaType: mediaType.ociManifest,
    config: { mediaType: mediaType.ociConfig, digest: digestOf(config), size: config.length },
    layers: [],
  }
  return server.storeManifest(tag, Buffer.from(JSON.stringify(manifest)), mediaType.ociManifest)
}

/** An index of images in the server; those without platform leave it out. */
function index(tag: string, ...images: [Digest, PlatformFields | undefined][]): Digest {
  const manifests = images.map(([digest, platform]) => ({
    mediaType: mediaType.ociManifest,
    digest,
    size: 1,
    ...(platform && { platform }),
  }))
  const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: mediaType.ociIndex, manifests }))
  return server.storeManifest(tag, bytes, mediaType.ociIndex)
}

const digests = { amd64: digestOf('amd64'), arm64: digestOf('arm64') }
const twoPlatforms = (tag: string) => index(tag, [digests.amd64, amd64], [digests.arm64, arm64])

test('an index is read once for all platforms and askers', async () => {
  const digest = twoPlatforms('9.6')
  const name = 'registry.access.redhat.com/ubi9/ubi:9.6'
  const images = resolver()
  const found = await Promise.all([amd64, arm64, amd64].map((platform) => images.resolve(name, platform)))
  expect(found).toMatchObject([
    {
      kind: 'image',
      repository: { text: 'registry.access.redhat.com/ubi9/ubi' },
      digest: digests.amd64,
      index: digest,
      platform: { text: 'linux/amd64' },
    },
    { digest: digests.arm64, platform: { text: 'linux/arm64' } },
    { digest: digests.amd64 },
  ])
  expect(server.calls).toEqual([`GET ${PATH}/manifests/9.6`])
})

test('another name of an index that was read costs one question, its digest none', async () => {
  const digest = twoPlatforms('9.6')
  twoPlatforms('latest')
  const images = resolver()
  for (const name of [':9.6', '', `@${digest}`, `:9.6@${digest}`]) {
    expect(await images.resolve(`registry.access.redhat.com/ubi9/ubi${name}`, arm64)).toMatchObject({
      digest: digests.arm64,
    })
  }
  expect(server.calls).toEqual([`GET ${PATH}/manifests/9.6`, `HEAD ${PATH}/manifests/latest`])
})

test('a single image is what it is, whatever is asked for', async () => {
  const digest = image('1', { os: 'linux', architecture: 'arm', variant: 'v7' })
  const images = resolver()
  for (const platform of [amd64, arm64]) {
    expect(await images.resolve('registry.access.redhat.com/ubi9/ubi:1', platform)).toMatchObject({
      digest,
      index: undefined,
      platform: { text: 'linux/arm/v7' },
    })
  }
  expect(server.calls).toHaveLength(2)
})

test('an entry without platform says it in its config', async () => {
  const digest = image('x', { os: 'linux', architecture: 's390x' })
  index('1', [digest, undefined])
  expect(await resolver().resolve('registry.access.redhat.com/ubi9/ubi:1', amd64)).toMatchObject({
    digest,
    platform: { text: 'linux/s390x' },
  })
})

test('a short name means its alias, or the first search registry that has it', async () => {
  twoPlatforms('latest')
  const aliases = new Map([['ubi9/ubi', 'registry.access.redhat.com/ubi9/ubi']])
  expect(await resolver({ aliases }).resolve('ubi9/ubi', amd64)).toMatchObject({ digest: digests.amd64 })
  const other = await RegistryServer.start()
  const searchRegistries = [other.host, server.host]
  expect(await resolver({ searchRegistries }).resolve('redhat/ubi9/ubi', amd64)).toMatchObject({
    digest: digests.amd64,
    repository: { text: `${server.host}/redhat/ubi9/ubi` },
  })
  expect(other.calls).toEqual([`GET ${PATH}/manifests/latest`])
  other.stop()
})

describe('the reason is told', () => {
  const reason = async (images: ImageResolver, name = 'registry.access.redhat.com/ubi9/ubi:1') => {
    const found = await images.resolve(name, arm64)
    return found.kind === 'unresolvable' ? found.reason : found
  }

  test('of what is in no registry', async () => {
    expect(await reason(resolver(), 'localhost/mine')).toBe('localhost/mine is in local storage only')
    expect(await reason(resolver(), 'ubi')).toMatch(/short name/)
    expect(server.received).toEqual([])
  })

  test('of what is not there', async () => {
    expect(await reason(resolver())).toBe('registry.access.redhat.com/ubi9/ubi has no 1')
  })

  test('of what no search registry has', async () => {
    const searchRegistries = [server.host, `localhost:${server.port}`]
    expect(await reason(resolver({ searchRegistries }), 'ubi')).toBe(
      `${server.host}/ubi has no latest; localhost:${server.port}/ubi has no latest`,
    )
  })

  test('of another platform', async () => {
    index('1', [digests.amd64, amd64])
    expect(await reason(resolver())).toBe(
      'registry.access.redhat.com/ubi9/ubi 1 has no image for linux/arm64',
    )
  })

  test('of a refusal', async () => {
    server.fault(/manifests/, (_, response) => refuse(response, 403, 'DENIED', 'not yours'))
    expect(await reason(resolver())).toMatch(/: 403 DENIED not yours$/)
  })

  test('of a registry that is down', async () => {
    server.stop()
    expect(await reason(resolver())).toMatch(/can't be reached \(ECONNREFUSED\)$/)
  })

  test('of a registry that is blocked', async () => {
    const registries = [
      { prefix: 'quay.io', location: 'quay.io', insecure: false, blocked: true, mirrors: [], origin: 'f' },
    ]
    expect(await reason(resolver({ registries }), 'quay.io/a/b')).toMatch(/quay.io\/a\/b is blocked: f says/)
  })

  test.each([
    [
      'an old manifest',
      { schemaVersion: 1 },
      'application/vnd.docker.distribution.manifest.v1+json',
      'its type is application/vnd.docker',
    ],
    ['an index of nothing', { schemaVersion: 2 }, mediaType.ociIndex, 'an index without manifests'],
    ['a manifest of nothing', { schemaVersion: 2 }, mediaType.ociManifest, 'a manifest without layers'],
  ])('of %s', async (_, content, type, words) => {
    server.storeManifest('1', Buffer.from(JSON.stringify(content)), type)
    expect(await reason(resolver())).toContain(`registry.access.redhat.com/ubi9/ubi 1 is no image: ${words}`)
  })
})

test('an interrupted run ends, and finds no reason', async () => {
  const stop = new AbortController()
  server.fault(/manifests/, () => stop.abort())
  const images = resolver({}, { signal: stop.signal })
  await expect(images.resolve('registry.access.redhat.com/ubi9/ubi:1', amd64)).rejects.toThrow(Interrupted)
})
