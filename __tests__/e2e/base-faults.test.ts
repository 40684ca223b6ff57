import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Fault, FaultProxy } from '../support/fault-proxy.js'
import { NameServer } from '../support/name-server.js'
import {
  build,
  contextWith,
  expectNoLeftovers,
  freshName,
  minimal,
  own,
  registry,
  temporaryFolder,
} from '../support/world.js'

// What goes wrong between podman and the registry of a base image.

expectNoLeftovers()

const PASSING: readonly Fault[] = [
  'bad gateway',
  'too many requests',
  'health page',
  'reset',
  'answer cut',
  'request cut',
  'corrupted',
]

/** A build on a base image behind a proxy, whose plain HTTP podman is told of. */
async function onBase(proxy: Pick<FaultProxy, 'host'>, retries: number, before = '', after = '') {
  const insecure = `\n[[registry]]\nlocation = "${proxy.host}"\ninsecure = true\n`
  const configured = readFileSync(process.env.CONTAINERS_REGISTRIES_CONF!, 'utf8')
  const conf = join(contextWith({ 'registries.conf': configured + insecure }), 'registries.conf')
  const context = contextWith({
    Dockerfile: `${before}FROM ${minimal.replace(registry, proxy.host)}\nCOPY f /\n${after}`,
    f: '',
  })
  const inputs = { image: `${freshName()}/service`, context, platforms: `linux/${own}`, push: 'false' }
  // What the step itself asks of the registry would meet the fault first.
  const silent = { lint: 'off', verify: 'off', retries: String(retries) }
  return build({ ...inputs, ...silent }, { env: { CONTAINERS_REGISTRIES_CONF: conf } })
}

/** A base image whose registry falls silent at one request, once. */
async function silentAt(at: number) {
  const proxy = await FaultProxy.start(registry)
  proxy.plan = (number) => (number === at ? 'silent' : undefined)
  const step = await onBase(proxy, 2)
  await proxy.stop()
  return step
}

let requests: number
let silent: ReturnType<typeof silentAt>[]
beforeAll(async () => {
  const proxy = await FaultProxy.start(registry)
  expect((await onBase(proxy, 1)).exitCode).toBe(0)
  requests = proxy.seen.length
  await proxy.stop()
  expect(requests).toBeGreaterThan(3)
  // Two minutes pass before a registry is taken to be silent, in which the other tests run.
  silent = [0, requests - 1].map(silentAt)
}, 600_000)

test.each(PASSING)(
  'a fault that passes, once at any request of a pull: %s',
  async (fault) => {
    for (let at = 0; at < requests; at += 1) {
      const proxy = await FaultProxy.start(registry)
      proxy.plan = (number) => (number === at ? fault : undefined)
      const step = await onBase(proxy, 3)
      const errors = step.annotations.filter(({ level }) => level === 'error')
      expect({ at: proxy.seen[at], exitCode: step.exitCode, errors }).toEqual({
        at: proxy.seen[at],
        exitCode: 0,
        errors: [],
      })
      await proxy.stop()
    }
  },
  600_000,
)

test('what was built before a later base image is built once more at most, however often that is pulled', async () => {
  const proxy = await FaultProxy.start(registry)
  proxy.plan = (number) => (number < 8 ? 'bad gateway' : undefined)
  const step = await onBase(
    proxy,
    8,
    `FROM ${minimal} AS before\nCOPY f /before\n`,
    'COPY --from=before /before /\n',
  )
  await proxy.stop()
  expect(step.exitCode).toBe(0)
  expect(step.stdout).toMatch(/; try 3 of 8 in /)
  expect(step.stdout.match(/STEP \d\/\d: COPY f \/before/g)).toHaveLength(2)
}, 600_000)

test('one that stays is given up after as many tries, and what lasts at once', async () => {
  for (const [fault, again] of [
    ['bad gateway', 1],
    ['denied', 0],
  ] as const) {
    const proxy = await FaultProxy.start(registry)
    proxy.plan = () => fault
    const step = await onBase(proxy, 2)
    await proxy.stop()
    expect(step.exitCode).toBe(1)
    expect(step.stdout.match(/^\[.*; try 2 of 2 in /gm) ?? []).toHaveLength(again)
    expect(step.annotations.filter(({ level }) => level === 'error')).toEqual([
      expect.objectContaining({ message: expect.stringMatching(/FROM failed: [\s\S]*What to do: /) }),
    ])
  }
}, 600_000)

test('a registry that falls silent, at the first request or within the image, is asked again', async () => {
  for (const step of await Promise.all(silent)) {
    expect(step.exitCode).toBe(0)
    expect(step.stdout).toMatch(
      /FROM failed: the registry of 127\.0\.0\.1:\d+\/\S+ sent nothing for 2 minutes; try 2 of 2 in /,
    )
  }
}, 600_000)

;(process.geteuid?.() === 0 ? test : test.skip)(
  'a registry whose name has no address for a while is asked again (needs root, for a name server)',
  async () => {
    const names = await NameServer.start(temporaryFolder())
    const name = 'bases.registry.test'
    names.failing.set(name, 'failure')
    setTimeout(() => names.failing.delete(name), 3000)
    const step = await onBase({ host: registry.replace('127.0.0.1', name) }, 6)
    await names.stop()
    expect(step.stdout).toMatch(/the name bases\.registry\.test can’t be resolved .*; try 2 of 6 in /)
    expect(step.exitCode).toBe(0)
  },
  600_000,
)
