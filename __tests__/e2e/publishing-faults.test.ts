import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import pLimit from 'p-limit'
import { RegistryError } from '../../src/errors.js'
import type { Digest } from '../../src/oci/digest.js'
import type { Image } from '../../src/oci/image.js'
import { Layout } from '../../src/oci/layout.js'
import { parsePlatform } from '../../src/oci/platform.js'
import { parseRepository, withTag } from '../../src/oci/reference.js'
import type { Descriptor, Index, Manifest } from '../../src/oci/types.js'
import { checkLogins, type Publication, publishImage, publishIndex } from '../../src/publish/publish.js'
import { RegistryClient } from '../../src/registry/client.js'
import { credentialStore } from '../../src/registry/credentials.js'
import { type Fault, FaultProxy } from '../support/fault-proxy.js'
import { must, run } from '../support/runner.js'
import {
  authRegistry,
  build,
  contextWith,
  expectNoLeftovers,
  freshName,
  login,
  mustBuild,
  registry,
} from '../support/world.js'

// Whatever goes wrong on the way to the registry, and whenever: a tag is absent, the old index, or the whole new one.

expectNoLeftovers()

const RETRIES = 4
const PASSING: readonly Fault[] = [
  'bad gateway',
  'too many requests',
  'health page',
  'reset',
  'answer cut',
  'request cut',
  'corrupted',
]

interface Built {
  readonly layout: Layout
  readonly index: Descriptor
  readonly images: readonly Image[]
}

/** An image of both platforms, with layers that they share and layers of their own. */
async function built(content: string): Promise<Built> {
  const context = contextWith({
    Dockerfile: 'FROM scratch\nARG TARGETARCH\nCOPY shared /\nCOPY $TARGETARCH /own\n',
    shared: content.repeat(5000),
    amd64: `amd64 ${content}`,
    arm64: `arm64 ${content}`,
  })
  const step = await mustBuild({ image: freshName(), context, push: 'false' })
  const layout = await Layout.open(step.outputs['oci-layout']!)
  const [index] = (JSON.parse((await layout.readEntries()).toString()) as Index).manifests
  const read = async <Type>(digest: Digest) => JSON.parse((await layout.readBytes(digest)).toString()) as Type
  const { manifests } = await read<Index>(index!.digest)
  const images = await Promise.all(
    manifests.map(async (descriptor) => {
      const manifest = await read<Manifest>(descriptor.digest)
      const { os, architecture } = descriptor.platform!
      const config = await read<Image['config']>(manifest.config.digest)
      return { descriptor, manifest, config, platform: parsePlatform(`${os}/${architecture}`) }
    }),
  )
  return { layout, index: index!, images }
}

/** Publishes as a run does, through a proxy. */
async function publish({ layout, index, images }: Built, path: string, proxy: FaultProxy): Promise<void> {
  const client = new RegistryClient({
    credentials: credentialStore([], { HOME: '/nonexistent' }),
    tlsVerify: false,
    retries: RETRIES,
  })
  try {
    const repository = parseRepository(`${proxy.host}/${path}`)
    const publication: Publication = { client, layout, repositories: [repository], blobs: new Map() }
    await checkLogins(publication)
    await Promise.all(images.map((image) => publishImage(publication, image, new AbortController().signal)))
    await publishIndex(publication, index, [withTag(repository, '1'), withTag(repository, 'latest')], [])
  } finally {
    await client.close()
  }
}

const pathOf = (name: string) => name.slice(registry.length + 1)
const sha256 = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`

/** What a tag is, by an independent client, which reads all of it: every manifest, config and layer. */
async function tagged(path: string, tag: string): Promise<string | undefined> {
  const reference = `docker://${registry}/${path}:${tag}`
  const raw = await run(['skopeo', 'inspect', '--tls-verify=false', '--raw', reference])
  if (raw.exitCode !== 0) {
    expect(raw.stderr).toMatch(/manifest unknown|name unknown/)
    return undefined
  }
  const folder = contextWith({})
  await must(['skopeo', 'copy', '-q', '--all', '--src-tls-verify=false', reference, `dir:${folder}`])
  expect(readFileSync(`${folder}/manifest.json`, 'utf8')).toBe(raw.stdout)
  return sha256(raw.stdout)
}

const atOnce = pLimit(8)
let first: Built
let second: Built
let requests: number

beforeAll(async () => {
  first = await built('first')
  second = await built('second')
  const proxy = await FaultProxy.start(registry)
  await publish(first, pathOf(freshName()), proxy)
  requests = proxy.seen.length
  await proxy.stop()
  expect(requests).toBeGreaterThan(20)
}, 120_000)

/** One publication after another, each through a proxy of its own with a fault at another of the requests. */
async function atEveryRequest(
  fault: Fault,
  check: (at: number, outcome: { error: unknown; path: string; proxy: FaultProxy }) => Promise<void>,
): Promise<void> {
  const rounds = Array.from({ length: requests }, (_, at) =>
    atOnce(async () => {
      const proxy = await FaultProxy.start(registry)
      const path = pathOf(freshName())
      proxy.plan = (number) => (number === at ? fault : undefined)
      const error = await publish(first, path, proxy).catch((thrown: unknown) => thrown)
      await proxy.stop()
      await check(at, { error, path, proxy })
    }),
  )
  await Promise.all(rounds)
}

test.each(PASSING)(
  'a fault that passes, once at any request: %s',
  async (fault) => {
    let asked = 0
    await atEveryRequest(fault, async (at, { error, path, proxy }) => {
      asked += proxy.seen.length
      expect({ at: proxy.seen[at], error }).toEqual({ at: proxy.seen[at], error: undefined })
      for (const tag of ['1', 'latest']) expect(await tagged(path, tag)).toBe(first.index.digest)
    })
    // Something was done again for each.
    expect(asked).toBeGreaterThan(requests * requests)
  },
  300_000,
)

test(
  'a refusal, at any request, is one error that says what to do, and leaves no tag or the whole image',
  () =>
    atEveryRequest('denied', async (at, { error, path, proxy }) => {
      const where = proxy.seen[at]
      if (error === undefined) {
        // A blob that can't be mounted or looked for is sent.
        expect(where).toMatch(/^(?:HEAD|POST) /)
      } else {
        expect(error).toBeInstanceOf(RegistryError)
        expect((error as RegistryError).cure).toMatch(/./)
      }
      for (const tag of ['1', 'latest']) {
        const now = await tagged(path, tag)
        expect([where, now]).toEqual([
          where,
          error === undefined ? first.index.digest : now && first.index.digest,
        ])
      }
    }),
  300_000,
)

test('what arrived before a fault is not sent again', async () => {
  const proxy = await FaultProxy.start(registry)
  const path = pathOf(freshName())
  let faults = 0
  // Every other request of the first half fails.
  proxy.plan = (at) => (at % 2 === 1 && ++faults <= 5 ? 'bad gateway' : undefined)
  await publish(first, path, proxy)
  const uploads = () =>
    proxy.seen.filter((request) => request.startsWith('PUT ') && request.includes('/blobs/'))
  const digests = uploads().map((request) => decodeURIComponent(/digest=([^&]+)/.exec(request)![1]!))
  const blobs = new Set(
    first.images.flatMap(({ manifest }) => [manifest.config, ...manifest.layers]).map(({ digest }) => digest),
  )
  expect(new Set(digests)).toEqual(blobs)
  const sent = proxy.seen.length
  await publish(first, path, proxy)
  expect(proxy.seen.slice(sent).filter((request) => /^(?:POST|PATCH) /.test(request))).toEqual([])
  expect(
    proxy.seen.slice(sent).filter((request) => /^PUT .*\/manifests\/(?:1|latest)$/.test(request)),
  ).toEqual([])
  await proxy.stop()
})

/** A generator of numbers in [0, 1), the same for the same seed: mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

test('faults by chance, lasting ones too, over a tag that is there: it is the old index or the whole new one', async () => {
  const seed = Number(process.env.FAULT_SEED ?? Date.now() % 2 ** 31)
  const random = randomFrom(seed)
  const faults: readonly Fault[] = [...PASSING, 'denied', 'unauthorized']
  const plans = Array.from({ length: 40 }, () => {
    const rate = random() * 0.3
    return Array.from({ length: 400 }, () =>
      random() < rate ? faults[Math.floor(random() * faults.length)] : undefined,
    )
  })
  const outcomes = await Promise.all(
    plans.map((plan) =>
      atOnce(async () => {
        const proxy = await FaultProxy.start(registry)
        const path = pathOf(freshName())
        await publish(first, path, proxy)
        const begun = proxy.seen.length
        proxy.plan = (at) => plan[at - begun]
        const error = await publish(second, path, proxy).catch((thrown: unknown) => thrown)
        await proxy.stop()
        const tags = [await tagged(path, '1'), await tagged(path, 'latest')]
        return { error, tags }
      }),
    ),
  )
  const wrong = outcomes.filter(({ error, tags }) => {
    const [old, whole] = [first.index.digest, second.index.digest] as string[]
    const isWhole = tags.every((tag) => tag === whole)
    if (error === undefined) return !isWhole
    return !(error instanceof RegistryError) || tags.some((tag) => tag !== old && tag !== whole)
  })
  expect({ seed, wrong }).toEqual({ seed, wrong: [] })
  // Both ends were seen, or nothing was shown.
  expect(new Set(outcomes.map(({ error }) => error === undefined)).size).toBe(2)
}, 600_000)

test('whatever goes wrong, no password is in what a run says', async () => {
  const encoded = Buffer.from(`${login.username}:${login.password}`).toString('base64')
  const context = contextWith({ Dockerfile: 'FROM scratch\nCOPY f /\n', f: 'content' })
  const faults: readonly Fault[] = [...PASSING, 'denied', 'unauthorized']
  const inputs = { context, platforms: 'linux/amd64', retries: '2', ...login }
  const rounds = faults.map((fault, at) =>
    atOnce(async () => {
      const proxy = await FaultProxy.start(authRegistry)
      // From the first on, from the second on, and so forth: some end before anything is built, others while tags are set.
      proxy.plan = (number) => (number >= at ? fault : undefined)
      const step = await build({ ...inputs, image: freshName(proxy.host) })
      await proxy.stop()
      return step
    }),
  )
  for (const step of await Promise.all(rounds)) {
    expect(step.exitCode).not.toBe(0)
    const said = [step.stdout.replaceAll(/^::add-mask::.*$/gm, ''), step.stderr, step.summary, step.outputs]
    expect(JSON.stringify(said)).not.toContain(login.password)
    expect(JSON.stringify(said)).not.toContain(encoded)
  }
}, 120_000)

test('fourteen services pushed at once into one registry', async () => {
  const services = Array.from({ length: 14 }, (_, at) => ({
    image: freshName(),
    context: contextWith({
      Dockerfile: 'FROM scratch\nCOPY shared own /\n',
      shared: 'x'.repeat(100_000),
      own: `${at}`,
    }),
  }))
  const steps = await Promise.all(services.map((inputs) => mustBuild(inputs)))
  for (const [at, { image }] of services.entries()) {
    expect(await tagged(pathOf(image), 'test')).toBe(steps[at]!.outputs.digest)
  }
  expect(new Set(steps.map(({ outputs }) => outputs.digest)).size).toBe(14)
}, 600_000)
