import { type Fault, FaultProxy } from '../support/fault-proxy.js'
import { NameServer } from '../support/name-server.js'
import {
  atOnce,
  type Built,
  built,
  OPEN,
  passesAtEvery,
  pathOf,
  publish,
  RETRIES,
  requestsAt,
  tagged,
} from '../support/publication.js'
import {
  build,
  contextWith,
  expectNoLeftovers,
  freshName,
  registry,
  temporaryFolder,
} from '../support/world.js'

// Registries that say nothing, and names that don't lead to one.

expectNoLeftovers()

// The client's own minute is seen in one run below.
const IMPATIENT = { ...OPEN, answerTimeoutMs: 1000 }

let image: Built
let requests: number
let patient: ReturnType<typeof patientRun>

beforeAll(async () => {
  image = await built('unanswered')
  requests = await requestsAt(image, OPEN)
  expect(requests).toBeGreaterThan(20)
  patient = patientRun()
}, 600_000)

/** A whole run, whose registry falls silent once it has said how to log in. */
async function patientRun() {
  const proxy = await FaultProxy.start(registry)
  proxy.plan = (at) => (at > 0 ? 'silent' : undefined)
  const context = contextWith({ Dockerfile: 'FROM scratch\nCOPY f /\n', f: 'content' })
  const step = await build({ image: freshName(proxy.host), context, platforms: 'linux/amd64', retries: '1' })
  const asked = proxy.seen.length
  await proxy.stop()
  return { step, asked }
}

test.each<Fault>(['silent', 'answer lost', 'answer stalls'])(
  'silence, once at any request, is another try: %s',
  async (fault) => {
    expect(await passesAtEvery(image, fault, IMPATIENT, requests)).toBeGreaterThan(requests * requests)
  },
  600_000,
)

test('silence that lasts is one error, and no tag', async () => {
  const proxy = await FaultProxy.start(registry)
  const path = pathOf(freshName())
  proxy.plan = (at) => (at > requests / 2 ? 'silent' : undefined)
  const { error, told } = await publish(image, path, proxy, { ...IMPATIENT, answerTimeoutMs: 300 })
  await proxy.stop()
  expect(String(error)).toMatch(new RegExp(`did not answer in time .*tried ${RETRIES} times`))
  expect(told).toEqual([])
  expect(await tagged(path)).toEqual([undefined, undefined])
}, 600_000)

const isRoot = process.geteuid?.() === 0

;(isRoot ? describe : describe.skip)('names (needs root, for a name server)', () => {
  let names: NameServer
  beforeAll(async () => {
    names = await NameServer.start(temporaryFolder())
  })
  afterAll(() => names.stop())

  test('a name that has no address for a while, at any request', async () => {
    const rounds = Array.from({ length: requests }, (_, at) =>
      atOnce(async () => {
        const proxy = await FaultProxy.start(registry)
        const path = pathOf(freshName())
        const name = `r${at}.registry.test`
        const place = { ...OPEN, nameOf: ({ host }: FaultProxy) => host.replace('127.0.0.1', name) }
        proxy.onRequest = (number) => {
          if (number !== at) return
          names.failing.set(name, at % 2 === 0 ? 'failure' : 'unknown')
          // One that is known again when the second of the tries comes.
          setTimeout(() => names.failing.delete(name), 600)
          proxy.hangUp()
        }
        const before = names.failed
        const outcome = await publish(image, path, proxy, place)
        await proxy.stop()
        const standing = await tagged(path)
        return { outcome, standing, failed: names.failed - before }
      }),
    )
    const whole = [image.index.digest, image.index.digest]
    for (const { outcome, standing, failed } of await Promise.all(rounds)) {
      expect({ ...outcome, standing }).toEqual({ error: undefined, told: ['1', 'latest'], standing: whole })
      expect(failed).toBeGreaterThan(0)
    }
    expect(names.failed).toBeGreaterThanOrEqual(requests)
  }, 600_000)

  test.each(['unknown', 'failure'] as const)(
    'a name that has none: %s',
    async (how) => {
      names.failing.set('nowhere.registry.test', how)
      const context = contextWith({ Dockerfile: 'FROM scratch\nCOPY f /\n', f: 'content' })
      const step = await build({ image: 'nowhere.registry.test/service', context, retries: '2' })
      expect(step.exitCode).toBe(1)
      expect(step.stdout).toMatch(/can't be resolved .*; try 2 of 2 in /)
      expect(step.annotations.filter(({ level }) => level === 'error')).toEqual([
        expect.objectContaining({
          message: expect.stringMatching(
            /the name nowhere\.registry\.test can't be resolved[\s\S]*What to do: check the spelling/,
          ),
        }),
      ])
    },
    60_000,
  )
})

test('a run before a registry that falls silent ends by itself, and says so', async () => {
  const { step, asked } = await patient
  expect(asked).toBeGreaterThan(1)
  expect(step.exitCode).toBe(1)
  expect(step.annotations.filter(({ level }) => level === 'error')).toEqual([
    expect.objectContaining({
      message: expect.stringMatching(
        /did not answer in time[\s\S]*What to do: check that the registry is up/,
      ),
    }),
  ])
}, 600_000)
