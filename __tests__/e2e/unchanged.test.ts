import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CacheService } from '../support/cache-service.js'
import { native } from '../support/cached-build.js'
import { must, type StepEnded, temporaryFolder } from '../support/runner.js'
import { service, tamper } from '../support/service.js'
import { build, config, expectNoLeftovers, freshName, index, registry } from '../support/world.js'

// Builds whose inputs haven't changed are not done again, and cache mounts outlive the machine: each run of the step has storage of
// its own, as on a fresh runner, and only the cache's folder is the same.

expectNoLeftovers()

const counter = `FROM ${registry}/ubi9/ubi-minimal:9.6
COPY f /
RUN --mount=type=cache,target=/kept sh -c 'echo "run of $(cat /f)" >>/kept/runs; cat /kept/runs >/runs'
`
const runsOf = async (image: string, step: StepEnded) => {
  const name = `${image}@${step.outputs.digest}`
  const folder = temporaryFolder()
  await must(['skopeo', 'copy', '--quiet', '--src-tls-verify=false', `docker://${name}`, `dir:${folder}`])
  const { layers } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    layers: { digest: string }[]
  }
  return must(['tar', '-xzOf', join(folder, layers.at(-1)!.digest.slice('sha256:'.length)), 'runs'])
}

const both = ['linux/amd64', 'linux/arm64']
const plain = () =>
  service({ Dockerfile: 'FROM scratch\nARG VERSION=1\nLABEL version=${VERSION}\nCOPY f /\n', f: 'one' })

test('nothing changed: podman builds nothing, and all tags get the same index', async () => {
  const { image, run } = plain()
  const first = await run()
  expect(first.unchanged).toEqual([])
  const second = await run({ tags: 'other' })
  expect(second.unchanged).toEqual(both)
  expect(second.stdout).not.toContain('STEP ')
  expect(second.outputs.digests).toBe(first.outputs.digests)
  expect(await index(`${image}:other`)).toEqual(await index(`${image}:test`))
  expect(second.summary).toContain('unchanged')
})

test('what changed is built, to the bytes that a build without a cache gives', async () => {
  const { run, write } = plain()
  await run()
  write('f', 'two')
  const changed = await run()
  expect(changed.unchanged).toEqual([])
  expect(changed.outputs.digests).toBe((await run({ cache: 'off', 'cache-dir': '' })).outputs.digests)
  write('f', 'one')
  expect((await run()).unchanged).toEqual(both)
})

test('an argument that a label is made of (trap 6)', async () => {
  const { image, run } = plain()
  await run()
  const other = await run({ 'build-args': 'VERSION=2' })
  expect(other.unchanged).toEqual([])
  const { Labels } = (await config(`${image}@${other.outputs['digest-linux-arm64']}`)).config
  expect(Labels).toMatchObject({ version: '2' })
})

test('labels of the run are fresh on an unchanged image', async () => {
  const { image, run } = plain()
  await run({ labels: 'run=1' })
  const second = await run({ labels: 'run=2' })
  expect(second.unchanged).toEqual(both)
  const { Labels } = (await config(`${image}@${second.outputs['digest-linux-amd64']}`)).config
  expect(Labels).toMatchObject({ run: '2', version: '1' })
})

test('a file that is ignored does not count, but for a bind mount (trap 29)', async () => {
  const ignored = service({
    Dockerfile: 'FROM scratch\nCOPY . /\n',
    '.dockerignore': 'notes\n',
    notes: '1',
    f: '1',
  })
  await ignored.run()
  ignored.write('notes', '2')
  expect((await ignored.run()).unchanged).toEqual(both)

  const mounted = service({
    Dockerfile: `FROM ${registry}/ubi9/ubi-minimal:9.6\nRUN --mount=type=bind,source=notes,target=/notes cp /notes /copied\n`,
    '.dockerignore': 'notes\n',
    notes: '1',
  })
  const first = await mounted.run({ platforms: native })
  mounted.write('notes', '2')
  const second = await mounted.run({ platforms: native })
  expect(second.unchanged).toEqual([])
  expect(second.outputs.digest).not.toBe(first.outputs.digest)
})

test('a base image that moved', async () => {
  const base = freshName()
  const list = service({ Dockerfile: 'FROM scratch\nCOPY f /base\n', f: '1' })
  const publish = () => build({ image: base, context: list.context, tags: 'latest', cache: 'off' })
  await publish()
  const { run } = service({ Dockerfile: `FROM ${base}:latest\nLABEL x=y\n` })
  const first = await run()
  expect((await run()).unchanged).toEqual(both)
  list.write('f', '2')
  await publish()
  const moved = await run()
  expect(moved.unchanged).toEqual([])
  expect(moved.outputs.digest).not.toBe(first.outputs.digest)
})

test('without a push the layers come from the cache, and a broken one is built anew', async () => {
  const { cache, run } = plain()
  const first = await run({ push: 'false' })
  const second = await run({ push: 'false' })
  expect(second.unchanged).toEqual(both)
  expect(second.outputs.digests).toBe(first.outputs.digests)
  await must(['skopeo', 'inspect', '--raw', `oci:${second.outputs['oci-layout']}:test`])

  const blobs = join(cache, 'blobs', 'sha256')
  for (const name of readdirSync(blobs)) truncateSync(join(blobs, name), 10)
  const third = await run({ push: 'false' })
  expect(third.unchanged).toEqual([])
  expect(third.outputs.digests).toBe(first.outputs.digests)
  expect((await run({ push: 'false' })).unchanged).toEqual(both)
})

test('a record that was tampered with is not believed', async () => {
  const { cache, run } = plain()
  const first = await run()
  // Another layer, which the registry doesn't have.
  tamper(cache, (records) =>
    records.replaceAll(/"layers":\[\{[^\]]*?sha256:\w{4}/g, (all) => `${all.slice(0, -4)}0000`),
  )
  const second = await run()
  expect(second.unchanged).toEqual([])
  expect(second.outputs.digests).toBe(first.outputs.digests)
  const documents = join(cache, 'documents')
  for (const name of readdirSync(documents)) writeFileSync(join(documents, name), 'no JSON')
  expect((await run()).unchanged).toEqual([])
})

test('who may not write reads what others wrote, and leaves nothing', async () => {
  const { cache, run, write } = plain()
  await run()
  const before = readdirSync(join(cache, 'documents')).map((name) =>
    readFileSync(join(cache, 'documents', name)),
  )
  expect((await run({ 'cache-write': 'false' })).unchanged).toEqual(both)
  write('f', 'from a pull request')
  await run({ 'cache-write': 'false' })
  expect((await run({ 'cache-write': 'false' })).unchanged).toEqual([])
  expect(
    readdirSync(join(cache, 'documents')).map((name) => readFileSync(join(cache, 'documents', name))),
  ).toEqual(before)
})

test.each([
  ['skip-unchanged', 'false'],
  ['no-cache', 'true'],
  ['cache-ttl', '0s'],
  ['cache-scope', 'another'],
])('built again: %s %s', async (name, value) => {
  const { run } = plain()
  await run()
  const again = await run(
    name === 'no-cache' ? { [name]: value, 'cache-dir': '', cache: 'auto' } : { [name]: value },
  )
  expect(again.unchanged).toEqual([])
})

test('what can’t be recognised says why', async () => {
  const { run } = service({
    Dockerfile: 'FROM scratch\nADD https://127.0.0.1:1/x /x\nCOPY f /\n',
    f: '1',
  })
  await expect(run()).rejects.toThrow()
  const times = service({ Dockerfile: 'FROM scratch\nCOPY f /\n', f: '1' })
  const step = await times.run({ 'source-date-epoch': 'off' })
  expect(step.summary).toMatch(/source-date-epoch: off/)
})

describe('by GitHub’s cache service', () => {
  let github: CacheService
  beforeAll(async () => {
    github = await CacheService.start()
  })
  afterAll(() => github.stop())

  test('a fresh runner finds what another saved, also when it may not write', async () => {
    const { run, write } = plain()
    const actions = { cache: 'actions', 'cache-dir': '', push: 'false' }
    const first = await run(actions, { env: github.env })
    expect(first.unchanged).toEqual([])
    const second = await run({ ...actions, 'cache-write': 'false' }, { env: github.env })
    expect(second.unchanged).toEqual(both)
    expect(second.outputs.digests).toBe(first.outputs.digests)
    write('f', 'two')
    expect((await run(actions, { env: github.env })).unchanged).toEqual([])
    expect((await run(actions, { env: github.env })).unchanged).toEqual(both)
  }, 600_000)

  test('cache mounts too', async () => {
    const { image, run, write } = service({ Dockerfile: counter, f: '1' })
    const actions = { cache: 'actions', 'cache-dir': '', platforms: native }
    await run(actions, { env: github.env })
    write('f', '2')
    expect(await runsOf(image, await run(actions, { env: github.env }))).toBe('run of 1\nrun of 2\n')
  }, 600_000)
})

describe('cache mounts', () => {
  test('are there in the next run, for the same platform', async () => {
    const { image, run, write } = service({ Dockerfile: counter, f: '1' })
    expect(await runsOf(image, await run({ platforms: native }))).toBe('run of 1\n')
    write('f', '2')
    const second = await run({ platforms: native })
    expect(await runsOf(image, second)).toBe('run of 1\nrun of 2\n')
    expect(second.stdout).toMatch(/cache mount \/kept: /)
  })

  test('are empty without: cache-mounts false, another scope', async () => {
    const { image, run, write } = service({ Dockerfile: counter, f: '1' })
    await run({ platforms: native })
    write('f', '2')
    expect(await runsOf(image, await run({ platforms: native, 'cache-mounts': 'false' }))).toBe('run of 2\n')
    write('f', '3')
    expect(await runsOf(image, await run({ platforms: native, 'cache-scope': 'x' }))).toBe('run of 3\n')
  })
})

test.each([
  ['cache-ttl', '14 days'],
  ['cache-max-size', '2'],
  ['cache-mounts', 'yes'],
  ['skip-unchanged', '1'],
])('%s: %s is refused by name', async (name, value) => {
  const { image, context } = plain()
  const step = await build({ image, context, [name]: value })
  expect(step.exitCode).toBe(2)
  expect(step.annotations[0]!.message).toContain(`input ${name}: `)
})
