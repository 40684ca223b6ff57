import { buffer } from 'node:stream/consumers'
import { parseRepository } from '../../../src/oci/reference.js'
import { mediaType } from '../../../src/oci/types.js'
import type { RegistryClient, RegistryOptions } from '../../../src/registry/client.js'
import { NO_RULES, type RegistryRule } from '../../../src/registry/rules.js'
import { clientWith, manifestBytes, randomBlob } from './support/client.js'
import { RegistryServer, refuse } from './support/registry-server.js'

// What a build names, and where registries.conf says that it is.
const NAMED = parseRepository('registry.access.redhat.com/ubi9/ubi')

let location: RegistryServer
let mirror: RegistryServer
const clients: RegistryClient[] = []
const notices: string[] = []

beforeEach(async () => {
  location = await RegistryServer.start()
  mirror = await RegistryServer.start()
  notices.length = 0
})
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()))
  location.stop()
  mirror.stop()
})

function client(rule: Partial<RegistryRule>, options: Partial<RegistryOptions> = {}): RegistryClient {
  const whole: RegistryRule = {
    prefix: 'registry.access.redhat.com',
    location: `${location.host}/redhat`,
    insecure: false,
    blocked: false,
    mirrors: [{ location: `${mirror.host}/mirrored`, insecure: false, pulls: 'all' }],
    origin: 'registries.conf',
    ...rule,
  }
  const made = clientWith(undefined, {
    rules: { ...NO_RULES, registries: [whole] },
    onRetry: (message) => notices.push(message),
    ...options,
  })
  clients.push(made)
  return made
}

const MANIFEST = manifestBytes('base')

describe('an image is read', () => {
  test('from the mirror that has it, with all that belongs to it', async () => {
    const digest = mirror.storeManifest('9.6', MANIFEST, mediaType.ociManifest)
    const { descriptor, open } = randomBlob(1000)
    mirror.blobs.set(descriptor.digest, await buffer(open()))
    const image = await client({}).open(NAMED, '9.6')
    expect(image).toMatchObject({ root: { digest }, foundIn: { text: `${mirror.host}/mirrored/ubi9/ubi` } })
    expect((await buffer(await image!.blob(descriptor))).length).toBe(1000)
    expect(await image!.manifest(digest)).toMatchObject({ digest })
    expect(location.received).toEqual([])
    expect(mirror.calls).toEqual([
      'GET /v2/mirrored/ubi9/ubi/manifests/9.6',
      `GET /v2/mirrored/ubi9/ubi/blobs/${descriptor.digest}`,
      `GET /v2/mirrored/ubi9/ubi/manifests/${digest}`,
    ])
  })

  test('from the location when no mirror has it', async () => {
    const digest = location.storeManifest('9.6', MANIFEST, mediaType.ociManifest)
    const image = await client({}).open(NAMED, '9.6')
    expect(image).toMatchObject({ root: { digest }, foundIn: { text: `${location.host}/redhat/ubi9/ubi` } })
    expect(mirror.calls).toEqual(['GET /v2/mirrored/ubi9/ubi/manifests/9.6'])
    expect(notices).toEqual([])
  })

  test('from the location at once when the mirror is down', async () => {
    location.storeManifest('9.6', MANIFEST, mediaType.ociManifest)
    mirror.stop()
    const image = await client({}).open(NAMED, '9.6')
    expect(image?.foundIn.registry).toBe(location.host)
    expect(notices).toEqual([
      expect.stringMatching(
        new RegExp(
          `^${mirror.host}: GET /v2/: .* can't be reached \\(ECONNREFUSED\\); asking ${location.host} instead$`,
        ),
      ),
    ])
  })

  test('from the location when the mirror refuses or is unwell', async () => {
    location.storeManifest('9.6', MANIFEST, mediaType.ociManifest)
    mirror.fault(/manifests/, (_, response) => refuse(response, 403, 'DENIED', 'not yours'))
    mirror.fault(/manifests/, (_, response) => response.writeHead(500).end())
    const reader = client({})
    for (const _ of ['refused', 'unwell']) {
      expect((await reader.open(NAMED, '9.6'))?.foundIn.registry).toBe(location.host)
    }
  })

  test('whatever a mirror lacks of it, from the location', async () => {
    const digest = mirror.storeManifest('9.6', MANIFEST, mediaType.ociManifest)
    const { descriptor, open } = randomBlob(1000)
    location.blobs.set(descriptor.digest, await buffer(open()))
    const image = await client({}).open(NAMED, digest)
    expect((await buffer(await image!.blob(descriptor))).length).toBe(1000)
  })

  test('nowhere when nobody has it', async () => {
    expect(await client({}).open(NAMED, '9.6')).toBeUndefined()
  })

  test('after a second round when the location was unwell', async () => {
    location.storeManifest('9.6', MANIFEST, mediaType.ociManifest)
    location.fault(/manifests/, (_, response) => response.writeHead(503).end())
    expect((await client({}).open(NAMED, '9.6'))?.foundIn.registry).toBe(location.host)
    expect(mirror.calls).toHaveLength(2)
  })

  test('of all that failed, the location’s failure is told, with the mirrors’ beside it', async () => {
    mirror.fault(/manifests/, (_, response) => refuse(response, 404, 'X', 'none'))
    mirror.fault(/manifests/, (_, response) => refuse(response, 403, 'DENIED', 'not yours'))
    location.fault(/manifests/, (_, response) => refuse(response, 403, 'DENIED', 'nor yours'), 2)
    const reader = client({})
    await expect(reader.open(NAMED, '9.6')).rejects.toMatchObject({
      message: `${location.host}: GET manifest 9.6 of redhat/ubi9/ubi: 403 DENIED nor yours`,
    })
    await expect(reader.open(NAMED, '9.6')).rejects.toMatchObject({
      message: expect.stringContaining(`(its mirrors failed too: ${mirror.host}: `),
      status: 403,
    })
  })
})

test('with manifests at hand, a tag costs a question and a digest nothing', async () => {
  const digest = location.storeManifest('9.6', MANIFEST, mediaType.ociManifest)
  const reader = client({ mirrors: [] })
  const { root } = (await reader.open(NAMED, '9.6'))!
  const known = new Map([[digest, root]])
  expect((await reader.open(NAMED, '9.6', known))?.root).toBe(root)
  expect((await reader.open(NAMED, digest, known))?.root).toBe(root)
  const other = location.storeManifest('9.7', manifestBytes('other'), mediaType.ociManifest)
  expect((await reader.open(NAMED, '9.7', known))?.root.digest).toBe(other)
  const path = '/v2/redhat/ubi9/ubi/manifests'
  expect(location.calls).toEqual([
    `GET ${path}/9.6`,
    `HEAD ${path}/9.6`,
    `HEAD ${path}/9.7`,
    `GET ${path}/${other}`,
  ])
})

test('a push goes to the registry that is named, never to a mirror or location', async () => {
  const repository = parseRepository(`${location.host}/team/app`)
  const writer = client({ prefix: location.host, location: `${mirror.host}/elsewhere` })
  const { descriptor, open } = randomBlob(10)
  await writer.checkAccess(repository)
  await writer.pushBlob(repository, descriptor, open)
  await writer.putManifest(repository, '1', MANIFEST, mediaType.ociManifest)
  expect((await writer.getManifest(repository, '1'))?.bytes).toEqual(MANIFEST)
  expect(mirror.received).toEqual([])
})

test('what is blocked is neither opened nor pushed to', async () => {
  const blocked = client({ blocked: true })
  const message = 'registry.access.redhat.com/ubi9/ubi is blocked: registries.conf says blocked = true'
  await expect(blocked.open(NAMED, '9.6')).rejects.toThrow(message)
  await expect(blocked.checkAccess(NAMED)).rejects.toThrow(message)
  expect([...location.received, ...mirror.received]).toEqual([])
})

test('a login is looked up by the place that is asked', async () => {
  location.storeManifest('9.6', MANIFEST, mediaType.ociManifest)
  for (const server of [mirror, location]) {
    server.fault(/GET \/v2\/$/, (_, response) =>
      response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end(),
    )
  }
  const asked: string[] = []
  const find = async ({ text }: { text: string }) => {
    asked.push(text)
    return { username: text, password: 'pw' }
  }
  await client({}, { credentials: { find } }).open(NAMED, '9.6')
  expect([...new Set(asked)]).toEqual([
    `${mirror.host}/mirrored/ubi9/ubi`,
    `${location.host}/redhat/ubi9/ubi`,
  ])
  const login = Buffer.from(`${location.host}/redhat/ubi9/ubi:pw`).toString('base64')
  expect(location.received.at(-1)?.authorization).toBe(`Basic ${login}`)
})
