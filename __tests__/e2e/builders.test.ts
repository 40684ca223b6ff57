import { chmodSync, copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import semver from 'semver'
import { podmanInfo } from '../../src/podman/info.js'
import { bothParts } from '../support/cached-build.js'
import { FaultProxy } from '../support/fault-proxy.js'
import { type PodmanService, startPodmanService } from '../support/podman-service.js'
import { must } from '../support/runner.js'
import {
  binaries,
  build,
  config,
  contextWith,
  endStep,
  expectNoLeftovers,
  foreign,
  freshName,
  index,
  minimal,
  mustBuild,
  own,
  rawManifest,
  registry,
  temporaryFolder,
} from '../support/world.js'

// Another machine is another podman here: one that serves its API on a socket, with storage of its own, and where this user may become
// another, as another user.

expectNoLeftovers()

let service: PodmanService
/** Stands between podman, there and here, and the registry. */
let proxy: FaultProxy
let conf: string
beforeAll(async () => {
  proxy = await FaultProxy.start(registry)
  const insecure = `\n[[registry]]\nlocation = "${proxy.host}"\ninsecure = true\n`
  const configured = readFileSync(process.env.CONTAINERS_REGISTRIES_CONF!, 'utf8')
  conf = mkdtempSync('/tmp/registries-')
  // The service is another user's.
  chmodSync(conf, 0o755)
  writeFileSync(join(conf, 'registries.conf'), configured + insecure)
  process.env.CONTAINERS_REGISTRIES_CONF = join(conf, 'registries.conf')
  service = await startPodmanService()
}, 600_000)
afterAll(async () => {
  await proxy.stop()
  await service.stop()
  rmSync(conf, { recursive: true })
}, 600_000)

const images = async () =>
  JSON.parse(await service.podman('images', '--all', '--format=json')) as { Id: string }[]

const dockerfile = `FROM ${minimal} AS tools
ARG TARGETARCH
RUN --mount=type=cache,target=/kept echo built >> /kept/log && cp /kept/log /log && echo "$TARGETARCH" > /arch
FROM ${minimal}
COPY --from=tools /log /arch /
COPY f /f
CMD ["/bin/sh"]
`

test('a platform is built there, the others here, and all is as always afterwards', async () => {
  const image = freshName()
  const context = contextWith({ Dockerfile: dockerfile, f: 'x' })
  const inputs = { image, context, builders: `linux/${own}=${service.address}`, platforms: `linux/${own}` }
  const before = (await images()).length
  const step = await mustBuild(inputs)
  expect((await images()).length).toBeGreaterThan(before)
  expect((await index(`${image}:test`)).manifests).toHaveLength(1)
  const here = await mustBuild({ ...inputs, builders: '', tags: 'here' })
  const told = async ({ outputs }: typeof step) => config(`${image}@${outputs[`digest-linux-${own}`]}`)
  expect((await told(step)).config).toEqual((await told(here)).config)
}, 600_000)

/** A base image whose history has the time of today. */
async function datedBase(): Promise<string> {
  const name = `${freshName()}:base`
  const context = contextWith({ Dockerfile: `FROM ${minimal}\nLABEL dated=yes\n` })
  await must(['podman', 'build', '--quiet', '--tag', name, context])
  await must(['podman', 'push', '--quiet', '--tls-verify=false', name])
  await must(['podman', 'rmi', name])
  return name
}

/** What the builder's own storage is the cache of. */
const cached = (context: string, more: Record<string, string> = {}) => ({
  image: freshName(),
  context,
  platforms: `linux/${own}`,
  builders: `linux/${own}=${service.address}`,
  cache: 'directory',
  'cache-dir': temporaryFolder(),
  // What is asked is whether it builds from layers that are there.
  'skip-unchanged': 'false',
  ...more,
})

test('secrets reach it, and no layer that was built with another is taken; its cache mounts stay', async () => {
  const context = contextWith({
    Dockerfile: `FROM ${minimal}
RUN --mount=type=secret,id=one case "$(cat /run/secrets/one)" in s*t-*) ;; *) exit 1 ;; esac
RUN --mount=type=cache,target=/stays echo built >> /stays/log; echo "kept $(wc -l < /stays/log)"
`,
  })
  const inputs = cached(context)
  const first = await mustBuild({ ...inputs, secrets: 'one=s3cr3t-one' })
  const second = await mustBuild({ ...inputs, secrets: 'one=s3cr3t-two' })
  expect(first.stdout).toMatch(/kept 1$/m)
  expect(second.stdout).not.toMatch(/Using cache/)
  expect(second.stdout).toMatch(/kept 2$/m)
  const said = `${first.stdout}${second.stdout}`.replace(/^::add-mask::.*$/gm, '')
  expect(said).not.toContain('s3cr3t')
}, 600_000)

test('an unchanged build takes its layers, where podman knows whose they are', async () => {
  const base = await datedBase()
  const Dockerfile = `FROM ${base}\nARG A\nRUN --mount=type=cache,target=/more echo "$A" > /a\n`
  const inputs = cached(contextWith({ Dockerfile }), { 'build-args': 'A=1' })
  const first = await mustBuild(inputs)
  const second = await mustBuild(inputs)
  const takesLayers = semver.gte((await podmanInfo()).version, '5.6.0')
  expect(/Using cache/.test(second.stdout)).toBe(takesLayers)
  expect(second.outputs.digest).toBe(first.outputs.digest)
  const other = await mustBuild({ ...inputs, 'build-args': 'A=2' })
  expect(other.outputs.digest).not.toBe(first.outputs.digest)
  // The value is in a name, which podman's own cache would not see.
  const named = contextWith({ Dockerfile: `FROM ${base}\nARG A\nCOPY f /$A\n`, f: 'x' })
  const digests = new Set<string>()
  for (const value of ['1', '2']) {
    const step = await mustBuild({ ...cached(named), 'build-args': `A=${value}` })
    expect(step.stdout).not.toMatch(/Using cache/)
    digests.add(step.outputs.digest!)
  }
  expect(digests.size).toBe(2)
}, 600_000)

test('a base image that differs from the one before in its config alone is noticed', async () => {
  const base = freshName()
  const ofBase = contextWith({ Dockerfile: `FROM ${await datedBase()}\nCOPY f /\n`, f: 'x' })
  const inputs = cached(contextWith({ Dockerfile: `FROM ${base}:test\nCOPY f /g\n`, f: 'y' }))
  const seen: unknown[] = []
  for (const label of ['one', 'two']) {
    await mustBuild({ image: base, context: ofBase, platforms: `linux/${own}`, labels: `base=${label}` })
    const { outputs } = await mustBuild(inputs)
    const { Labels } = (await config(`${inputs.image}@${outputs[`digest-linux-${own}`]}`)).config
    seen.push(Labels?.base)
  }
  expect(seen).toEqual(['one', 'two'])
}, 600_000)

test('what was built there from an older base image than the registry has is not remembered', async () => {
  const base = freshName()
  const pushBase = async (f: string) => {
    await mustBuild({ image: base, context: contextWith({ Dockerfile: 'FROM scratch\nCOPY f /\n', f }) })
    const { manifests } = await index(`${base}:test`)
    const mine = manifests.find(({ platform }) => platform!.architecture === own)!
    const manifest = JSON.parse((await rawManifest(`${base}@${mine.digest}`))!)
    return manifest.layers[0].digest as string
  }
  const context = contextWith({
    Dockerfile: `FROM ${base.replace(registry, proxy.host)}:test\nCOPY f /g\n`,
    f: '1',
  })
  const inputs = cached(context, { 'skip-unchanged': 'true', 'cache-write': 'true' })
  const run = async () => bothParts(await build(inputs))
  await pushBase('one')
  const one = await run()
  const layer = await pushBase('two')
  // The registry refuses that machine the new one, and podman there is content with the old one.
  proxy.plan = (at) => (proxy.seen[at]!.endsWith(`/blobs/${layer}`) ? 'denied' : undefined)
  const stale = await build(inputs)
  if (stale.exitCode === 0) await endStep(stale)
  proxy.plan = () => undefined
  const two = await run()
  expect(two.unchanged).toBe(false)
  expect(two.digests).not.toBe(one.digests)
  expect((await run()).unchanged).toBe(true)
}, 600_000)

test('an image that a layer there makes wrong is built again without it', async () => {
  let architecture = foreign
  const server = createServer((_, answer) => answer.end(architecture))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  // What podman looks a step up by says nothing of what it was told while it ran.
  const context = contextWith({
    Dockerfile: `FROM ${await datedBase()} AS tools
COPY service-* /
RUN cp /service-$(wget -qO- http://127.0.0.1:${port}/) /service
FROM scratch
COPY --from=tools /service /service
ENTRYPOINT ["/service"]
`,
  })
  for (const each of [own, foreign]) {
    copyFileSync(join(binaries, `service-${each}`), join(context, `service-${each}`))
  }
  const inputs = cached(context, { network: 'host' })
  await mustBuild({ ...inputs, verify: 'off' })
  architecture = own
  const second = await mustBuild(inputs)
  const takesLayers = semver.gte((await podmanInfo()).version, '5.6.0')
  const warnings = second.annotations.filter(({ level }) => level === 'warning')
  const again = new RegExp(
    `^linux/${own}: with what earlier runs had left the image was wrong, so it is built again .*/service`,
  )
  expect(warnings.map(({ message }) => message)).toEqual(takesLayers ? [expect.stringMatching(again)] : [])
  const { builds } = JSON.parse(second.outputs.metadata!)
  expect(builds[`linux/${own}`].repaired !== undefined).toBe(takesLayers)
  const plain = await mustBuild({ ...inputs, cache: 'off', 'cache-dir': '' })
  expect(second.outputs.digest).toBe(plain.outputs.digest)
  // Where the sources are wrong, that is what is said in the end.
  architecture = foreign
  const wrong = await build({ ...inputs, cache: 'off', 'cache-dir': '' })
  server.close()
  expect(wrong.exitCode).toBe(1)
  expect(wrong.annotations.filter(({ message }) => message.includes('built again'))).toEqual([])
}, 600_000)

test('where a cache mount there may be the cause, the error says how to do without', async () => {
  const context = contextWith({
    Dockerfile: `FROM ${minimal} AS tools
COPY service-${foreign} /given
RUN --mount=type=cache,target=/service-mount cp /given /mounted
FROM scratch
COPY --from=tools /mounted /mounted
ENTRYPOINT ["/mounted"]
`,
  })
  copyFileSync(join(binaries, `service-${foreign}`), join(context, `service-${foreign}`))
  const inputs = cached(context)
  const wrong = await build(inputs)
  expect(wrong.exitCode).toBe(1)
  expect(wrong.annotations.at(-1)!.message).toMatch(/What to do: .*no-cache: true does without/)
  const without = await build({ ...inputs, cache: 'off', 'cache-dir': '' })
  expect(without.annotations.at(-1)!.message).not.toMatch(/no-cache/)
}, 600_000)

test('one that does not answer is an error, or the platform is built here where that is allowed', async () => {
  const inputs = {
    image: freshName(),
    context: contextWith({ Dockerfile: 'FROM scratch\nCOPY f /\n', f: '' }),
    platforms: `linux/${own},linux/${foreign}`,
    builders: `linux/${foreign}=unix:///nowhere/podman.sock`,
  }
  const refused = await build(inputs)
  expect(refused.exitCode).toBe(3)
  expect(refused.annotations.filter(({ level }) => level === 'error')).toEqual([
    expect.objectContaining({
      message: expect.stringMatching(
        /^builder unix:\/\/\/nowhere\/podman\.sock can’t be reached: [\s\S]*What to do: /,
      ),
    }),
  ])
  const here = await mustBuild({ ...inputs, 'builder-fallback': 'true' })
  expect(here.annotations.filter(({ level }) => level === 'warning')).toEqual([
    expect.objectContaining({ message: expect.stringContaining('is built without it') }),
  ])
})
