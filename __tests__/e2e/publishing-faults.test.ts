import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { RegistryError } from '../../src/errors.js'
import { type Fault, FaultProxy } from '../support/fault-proxy.js'
import {
  atEveryRequest,
  atOnce,
  type Built,
  built,
  mustPublish,
  OPEN,
  type Place,
  passesAtEvery,
  pathOf,
  publish,
  RETRIES,
  requestsAt,
  secrets,
  sha256,
  tagged,
} from '../support/publication.js'
import {
  authRegistry,
  build,
  contextWith,
  expectNoLeftovers,
  freshName,
  login,
  mustBuild,
  rawManifest,
  registry,
  temporaryFolder,
} from '../support/world.js'
import { DockerRegistry, type DockerRegistryOptions } from '../unit/registry/support/docker-registry.js'

// Whatever goes wrong on the way to the registry, and whenever: a tag is absent, the old index, or the whole new one.

expectNoLeftovers()

const PASSING: readonly Fault[] = [
  'internal error',
  'bad gateway',
  'unavailable',
  'gateway time-out',
  'too many requests',
  'health page',
  'echo',
  'reset',
  'answer cut',
  'request cut',
  'corrupted',
]
/** Those that are tried at each request; the others differ from one of them by a status or a text, and come by chance. */
const AT_EACH = PASSING.filter(
  (fault) => !['internal error', 'bad gateway', 'unavailable', 'echo'].includes(fault),
)

let first: Built
let second: Built
let requests: number

beforeAll(async () => {
  first = await built('first')
  second = await built('second')
  requests = await requestsAt(first, OPEN)
  expect(requests).toBeGreaterThan(20)
}, 600_000)

const whole = () => [first.index.digest, first.index.digest]

/** At any of the requests the fault passes, and all is published. @returns the number of requests in all */
const passes = (faults: Fault | readonly Fault[], place = OPEN, count = requests) =>
  passesAtEvery(first, faults, place, count)

test.each(AT_EACH)(
  'a fault that passes, once at any request: %s',
  async (fault) => {
    // Something was done again for each.
    expect(await passes(fault)).toBeGreaterThan(requests * requests)
  },
  600_000,
)

test('an answer that comes late, at any request, is waited for', async () => {
  expect(await passes('slow')).toBe(requests * requests)
}, 600_000)

test(
  'a refusal, at any request, is one error that says what to do, and leaves no tag or the whole image',
  () =>
    atEveryRequest(
      first,
      'denied',
      async (at, { error, proxy, tags, told }) => {
        const where = proxy.seen[at]
        // Also where the registry does not let it be read back.
        expect([where, told]).toEqual([where, ['1', 'latest'].filter((_tag, number) => tags[number])])
        if (error === undefined) {
          // A blob that can't be mounted or looked for is sent.
          expect(where).toMatch(/^(?:HEAD|POST) /)
          expect([where, ...tags]).toEqual([where, ...whole()])
        } else {
          expect(error).toBeInstanceOf(RegistryError)
          expect((error as RegistryError).cure).toMatch(/./)
          for (const tag of tags) expect([where, tag]).toEqual([where, tag && first.index.digest])
        }
      },
      OPEN,
      requests,
    ),
  600_000,
)

test('a page that says back what it was sent, again and again, is told without the login', async () => {
  const proxy = await FaultProxy.start(registry)
  // Asked for the login first, which then comes with every request.
  proxy.plan = (at) => (at === 0 ? 'unauthorized' : 'echo')
  const { error } = await publish(first, pathOf(freshName()), proxy)
  await proxy.stop()
  expect(proxy.authorizations.at(-1)).toBe(`Basic ${secrets[1]}`)
  expect(String(error)).toMatch(/500/)
}, 600_000)

// The worlds of podman 5.8 have no registry of their own; what is tested here doesn't depend on podman.
const installed = spawnSync('docker-registry', ['--version']).status === 0
const describeWithRegistry = installed ? describe : describe.skip
const reason = installed ? '' : ' (this world has no docker-registry; the host’s worlds do)'

/** A registry of a test's own. */
async function startRegistry(options: Omit<DockerRegistryOptions, 'folder'>) {
  const folder = temporaryFolder()
  return { folder, server: await DockerRegistry.start({ folder, ...options }) }
}

describeWithRegistry(`before a registry that wants tokens${reason}`, () => {
  let server: DockerRegistry
  let place: Place
  let count: number
  let tokens: number
  beforeAll(async () => {
    ;({ server } = await startRegistry({ tokens: [{ ...login, actions: ['pull', 'push'] }] }))
    place = { ...OPEN, host: server.host }
    count = await requestsAt(first, place)
    tokens = server.tokens!.asked.length
  })
  afterAll(() => server.stop())

  /** How many tokens were bought meanwhile; skopeo reads without a login, which is not counted. */
  async function bought(during: () => Promise<unknown>): Promise<number> {
    const before = server.tokens!.asked.length
    await during()
    return server.tokens!.asked.slice(before).filter((asked) => asked.startsWith(login.username)).length
  }

  test('a token that is refused, once at any request: another is bought', async () => {
    const tokensOfAll = await bought(async () => {
      expect(await passes('unauthorized', place, count)).toBeGreaterThan(count * count)
    })
    // But for the first request, which carries none.
    expect(tokensOfAll).toBeGreaterThanOrEqual(count * tokens + count - 1)
  }, 600_000)

  test('other faults that pass, one at any request', async () => {
    const faults = ['echo', 'request cut', 'reset'] as const
    expect(await passes(faults, place, count)).toBeGreaterThan(count * count)
  }, 600_000)

  test('a page that says back what it was sent, again and again, is told without the token', async () => {
    const proxy = await FaultProxy.start(place.host)
    proxy.plan = (at) => (at === 0 ? undefined : 'echo')
    const { error } = await publish(first, pathOf(freshName()), proxy, place)
    await proxy.stop()
    expect(proxy.authorizations.at(-1)).toMatch(/^Bearer .{100}/)
    expect(String(error)).toMatch(/500/)
  }, 600_000)
})

describeWithRegistry(
  `before a registry with a login and a certificate of a private authority${reason}`,
  () => {
    let server: DockerRegistry
    let place: Place
    let count: number
    beforeAll(async () => {
      const { folder, ...started } = await startRegistry({ tls: true, login })
      server = started.server
      const read = (name: string) => readFileSync(`${folder}/${name}`)
      place = {
        host: server.host,
        tls: { ca: read('ca.crt'), cert: read('tls.crt'), key: read('tls.key') },
        skopeo: [
          `--cert-dir=${contextWith({ 'ca.crt': read('ca.crt').toString() })}`,
          `--creds=${login.username}:${login.password}`,
        ],
        env: { ...OPEN.env, NODE_EXTRA_CA_CERTS: `${folder}/ca.crt` },
      }
      count = await requestsAt(first, place)
    })
    afterAll(() => server.stop())

    test('a fault that passes, one at any request', async () => {
      const faults = ['reset', 'answer cut', 'bad gateway', 'request cut', 'echo'] as const
      expect(await passes(faults, place, count)).toBeGreaterThan(count * count)
    }, 300_000)

    test('connections that are reset before TLS is spoken', async () => {
      const proxy = await FaultProxy.start(place.host, place.tls)
      proxy.deaf = RETRIES - 1
      const path = pathOf(freshName())
      await mustPublish(first, path, proxy, place)
      await proxy.stop()
      expect(proxy.deaf).toBe(0)
      expect(await tagged(path, undefined, place)).toEqual(whole())
    }, 60_000)
  },
)

test('what arrived before a fault is not sent again', async () => {
  const proxy = await FaultProxy.start(registry)
  const path = pathOf(freshName())
  let faults = 0
  // Every other request of the first half fails.
  proxy.plan = (at) => (at % 2 === 1 && ++faults <= 5 ? 'bad gateway' : undefined)
  await mustPublish(first, path, proxy)
  const uploads = () =>
    proxy.seen.filter((request) => request.startsWith('PUT ') && request.includes('/blobs/'))
  const digests = uploads().map((request) => decodeURIComponent(/digest=([^&]+)/.exec(request)![1]!))
  const blobs = new Set(
    first.images.flatMap(({ manifest }) => [manifest.config, ...manifest.layers]).map(({ digest }) => digest),
  )
  expect(new Set(digests)).toEqual(blobs)
  const sent = proxy.seen.length
  await mustPublish(first, path, proxy)
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
  const faults: readonly Fault[] = [...PASSING, 'slow', 'denied', 'unauthorized']
  const plans = Array.from({ length: 40 }, () => {
    const rate = random() * 0.3
    return Array.from({ length: 400 }, () => ({
      fault: random() < rate ? faults[Math.floor(random() * faults.length)] : undefined,
      portion: random(),
    }))
  })
  const outcomes = await Promise.all(
    plans.map((plan) =>
      atOnce(async () => {
        const proxy = await FaultProxy.start(registry)
        const path = pathOf(freshName())
        await mustPublish(first, path, proxy)
        const begun = proxy.seen.length
        proxy.plan = (at) => plan[at - begun]?.fault
        proxy.portion = (at) => plan[at - begun]?.portion ?? 0
        const outcome = await publish(second, path, proxy)
        await proxy.stop()
        return { ...outcome, tags: await tagged(path) }
      }),
    ),
  )
  const wrong = outcomes.filter(({ error, told, tags }) => {
    const [old, whole] = [first.index.digest, second.index.digest] as string[]
    if (told.some((tag) => tags[['1', 'latest'].indexOf(tag)] !== whole)) return true
    if (error === undefined) return tags.some((tag) => tag !== whole)
    return !(error instanceof RegistryError) || tags.some((tag) => tag !== old && tag !== whole)
  })
  expect({ seed, wrong }).toEqual({ seed, wrong: [] })
  // Both ends were seen, or nothing was shown.
  expect(new Set(outcomes.map(({ error }) => error === undefined)).size).toBe(2)
}, 600_000)

test('whatever goes wrong, no password is in what a run says', async () => {
  const context = contextWith({ Dockerfile: 'FROM scratch\nCOPY f /\n', f: 'content' })
  const faults: readonly Fault[] = [...AT_EACH, 'echo', 'denied', 'unauthorized']
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
    for (const secret of secrets) expect(JSON.stringify(said)).not.toContain(secret)
  }
}, 600_000)

test.each(['', 'one'])(
  'a run that fails between two tags is run again, with immutable-tags: “%s”: the other tag is set, nothing is sent twice',
  async (immutable) => {
    const proxy = await FaultProxy.start(registry)
    const image = freshName(proxy.host)
    const path = image.slice(proxy.host.length + 1)
    const inputs = {
      image,
      tags: 'one\ntwo',
      'immutable-tags': immutable,
      context: contextWith({ Dockerfile: 'FROM scratch\nCOPY f /\n', f: 'content' }),
    }
    proxy.plan = (at) => (/^PUT .*\/manifests\/two$/.test(proxy.seen[at]!) ? 'denied' : undefined)
    const failed = await build(inputs)
    expect(failed.exitCode).toBe(1)
    expect(failed.outputs).toEqual({})
    expect(failed.annotations.filter(({ level }) => level === 'error')).toEqual([
      expect.objectContaining({ message: expect.stringMatching(/PUT manifest two[\s\S]*What to do: /) }),
    ])
    expect(failed.summary).toContain(`${image}:one`)
    expect(failed.summary).not.toContain(`${image}:two`)
    const one = await rawManifest(`${registry}/${path}:one`)
    expect([one === undefined, await rawManifest(`${registry}/${path}:two`)]).toEqual([false, undefined])

    proxy.plan = () => undefined
    const sent = proxy.seen.length
    const { outputs } = await mustBuild(inputs)
    await proxy.stop()
    expect(outputs.digest).toBe(sha256(one!))
    expect(outputs.tags).toBe(`${image}:one\n${image}:two`)
    expect(await tagged(path, ['one', 'two'])).toEqual([outputs.digest, outputs.digest])
    const again = proxy.seen.slice(sent)
    expect(again.filter((request) => /^(?:POST|PATCH) |^PUT .*\/blobs\//.test(request))).toEqual([])
    expect(again.filter((request) => /^PUT .*\/manifests\/(?!sha256:)/.test(request))).toEqual([
      expect.stringMatching(/\/manifests\/two$/),
    ])
  },
  600_000,
)

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
    expect(await tagged(pathOf(image), ['test'])).toEqual([steps[at]!.outputs.digest])
  }
  expect(new Set(steps.map(({ outputs }) => outputs.digest)).size).toBe(14)
}, 600_000)
