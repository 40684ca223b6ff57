import { readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import semver from 'semver'
import { podmanInfo } from '../../src/podman/info.js'
import { ArtifactService } from '../support/artifact-service.js'
import { changeService, commit, SERVICES, writeMonorepo } from '../support/monorepo.js'
import { repository } from '../support/runner.js'
import { runWorkflow, type WorkflowEnded, type WorkflowRun } from '../support/workflow.js'
import type { JobStep } from '../support/workflow-job.js'
import {
  authRegistry,
  binaries,
  expectNoLeftovers,
  freshName,
  index,
  login,
  mustBuild,
  rawManifest,
  registry,
  temporaryFolder,
} from '../support/world.js'

// The reusable workflow, every step of it in order, in a repository of fourteen services.

expectNoLeftovers()

let tools: Server
let toolsUrl: string
let service: ArtifactService
beforeAll(async () => {
  tools = createServer((request, response) => {
    const architecture = /^\/collect-linux-(\w+)$/.exec(request.url ?? '')?.[1]
    if (architecture === undefined) response.writeHead(404).end()
    else response.end(readFileSync(join(binaries, `service-${architecture}`)))
  })
  await new Promise<void>((listening) => tools.listen(0, '127.0.0.1', listening))
  toolsUrl = `http://127.0.0.1:${(tools.address() as AddressInfo).port}`
  service = await ArtifactService.start()
})
afterAll(async () => {
  await service.stop()
  await new Promise((closed) => tools.close(closed))
})
beforeEach(() => service.clear())

const FEW = ['audit', 'runtime', 'policies']
const NOTHING = '0'.repeat(40)

interface Monorepo {
  readonly folder: string
  readonly images: string
  /** The latest commit. */
  sha: string
  /** What stays between workflow runs. */
  readonly cache: string
}

function monorepo(images = freshName()): Monorepo {
  const folder = join(temporaryFolder('monorepo-'), 'caller')
  writeMonorepo(folder, { images, binaries, toolsUrl })
  const few = FEW.map((name) => {
    const target = name === 'audit' ? 'target: production' : `context: services/${name}`
    return `  - { name: ${name}, ${target}, smoke-test: ${name === 'policies' ? "''" : '--version'} }\n`
  }).join('')
  writeFileSync(
    join(folder, 'few.yaml'),
    `image: ${images}/{name}\ndefaults: { file: 'services/{name}/Dockerfile' }\nservices:\n${few}`,
  )
  return { folder, images, sha: commit(folder, 'few'), cache: temporaryFolder('cache-') }
}

const push = (mono: Monorepo, before = NOTHING): WorkflowRun['github'] => ({
  sha: mono.sha,
  ref: 'refs/heads/main',
  event: { before, repository: { default_branch: 'main' } },
})

function run(mono: Monorepo, github: WorkflowRun['github'], more: Partial<WorkflowRun> = {}) {
  return runWorkflow({
    file: join(repository, '.github/workflows/multiarch.yml'),
    caller: mono.folder,
    github,
    env: { ...service.env, XDG_CACHE_HOME: mono.cache },
    ...more,
    inputs: { services: 'few.yaml', ...more.inputs },
  })
}

function log({ jobs }: WorkflowEnded): string {
  const said = ({ what, stdout = '', stderr = '' }: JobStep) => `${what}\n${stdout}${stderr}`
  return jobs.map(({ name, result, steps }) => `${name}: ${result}\n${steps.map(said).join('\n')}`).join('\n')
}

async function mustRun(...args: Parameters<typeof run>): Promise<WorkflowEnded> {
  const ended = await run(...args)
  if (ended.result !== 'success') throw new Error(log(ended))
  return ended
}

const results = ({ jobs }: WorkflowEnded) =>
  Object.fromEntries(jobs.map(({ name, result }) => [name, result]))
const digestsOf = ({ outputs }: WorkflowEnded): Record<string, Record<string, string>> =>
  JSON.parse(outputs.digests!)
const summaries = ({ jobs }: WorkflowEnded, id: string) =>
  jobs
    .filter((job) => job.id === id)
    .flatMap(({ steps }) => steps.map(({ summary = '' }) => summary).join(''))

test('a push builds what it changes on a runner for each platform, and merges it', async () => {
  const mono = monorepo()
  const first = await mustRun(mono, push(mono))
  expect(JSON.parse(first.outputs.services!)).toEqual(FEW)
  expect(Object.keys(digestsOf(first)).sort()).toEqual(FEW.map((name) => `${mono.images}/${name}`).sort())
  expect(first.jobs.map(({ id }) => id)).toEqual(['plan', ...Array(6).fill('build'), 'merge'])
  for (const name of FEW) {
    const { manifests } = await index(`${mono.images}/${name}:main`)
    expect(manifests.map(({ digest }) => digest)).toEqual(
      Object.values(digestsOf(first)[`${mono.images}/${name}`]!),
    )
  }
  const alone = await mustBuild({
    image: `${mono.images}/policies`,
    context: join(mono.folder, 'services/policies'),
    tags: 'alone',
  })
  expect(first.outputs.images!.split('\n')).toContain(alone.outputs.image)

  service.clear()
  const before = mono.sha
  changeService(mono.folder)
  mono.sha = commitOf(mono.folder)
  const second = await mustRun(mono, push(mono, before), { order: 'reversed' })
  expect(JSON.parse(second.outputs.services!)).toEqual(['audit'])
  expect(Object.keys(digestsOf(second))).toEqual([`${mono.images}/audit`])
  expect(second.outputs.digests).not.toBe(first.outputs.digests)

  // Nothing has changed since: no runner is started, and a merge of nothing is none.
  const third = await mustRun(mono, push(mono, mono.sha))
  expect(results(third)).toEqual({ plan: 'success', build: 'skipped', merge: 'skipped' })
  expect(third.outputs).toMatchObject({ services: '[]', images: '' })

  // A release builds all, whatever has changed; unchanged images are recognised.
  service.clear()
  const release = { ...push(mono), ref: 'refs/tags/v1.2.3' }
  const tagged = await mustRun(mono, release, { inputs: { push: 'true' } })
  expect(JSON.parse(tagged.outputs.services!)).toEqual(FEW)
  for (const name of FEW) expect(await rawManifest(`${mono.images}/${name}:1.2.3`)).toBeDefined()
}, 600_000)

test('a leg that fails keeps all tags as they are, and run again alone it completes the run', async () => {
  const mono = monorepo(freshName(authRegistry))
  const secrets = { 'registry-username': login.username, 'registry-password': login.password }
  const breaks = ({ name }: { name: string }) => name === 'audit (linux/arm64)'
  const broken = await run(mono, push(mono), { secrets, breaks })
  expect(results(broken)).toMatchObject({
    'audit (linux/amd64)': 'success',
    'audit (linux/arm64)': 'failure',
    'policies (linux/arm64)': 'success',
    merge: 'skipped',
  })
  const creds = `${login.username}:${login.password}`
  expect(await rawManifest(`${mono.images}/policies:main`, creds)).toBeUndefined()
  const again = await mustRun(mono, push(mono), { secrets, previous: broken })
  expect(again.jobs.filter((job) => !broken.jobs.includes(job)).map(({ name }) => name)).toEqual([
    'audit (linux/arm64)',
    'merge',
  ])
  for (const name of FEW)
    expect((await index(`${mono.images}/${name}:main`, creds)).manifests).toHaveLength(2)
  expect(log(again).replace(/^::add-mask::.*$/gm, '')).not.toContain(login.password)
}, 600_000)

test('a pull request from a fork builds what it changes, and pushes nothing', async () => {
  const mono = monorepo(`quay.io/kubernaut-ai`)
  const base = mono.sha
  changeService(mono.folder)
  mono.sha = commitOf(mono.folder)
  const ended = await mustRun(mono, {
    sha: mono.sha,
    ref: 'refs/pull/7/merge',
    ref_type: 'branch',
    event_name: 'pull_request',
    event: {
      number: 7,
      pull_request: { number: 7, base: { sha: base }, head: { repo: { full_name: 'somebody/monorepo' } } },
      repository: { full_name: 'kubernaut/monorepo', default_branch: 'main' },
    },
  })
  expect(JSON.parse(ended.outputs.services!)).toEqual(['audit'])
  expect(digestsOf(ended)['quay.io/kubernaut-ai/audit']).toEqual({
    'linux/amd64': expect.stringMatching(/^sha256:/),
    'linux/arm64': expect.stringMatching(/^sha256:/),
  })
  const [summary] = summaries(ended, 'merge')
  expect(summary).toContain('1 image merged, not pushed')
  expect(summary).toContain('quay.io/kubernaut-ai/audit:pr-7')
}, 300_000)

// Twenty-eight jobs take long: once is enough, with the podman that GitHub's runners have.
const onRunners = semver.gte((await podmanInfo()).version, '5.8.0') ? test : test.skip

onRunners(
  'all shapes of services at once: one table with all digests',
  async () => {
    const mono = monorepo()
    const ended = await mustRun(mono, push(mono), {
      inputs: { services: 'services.yaml', gate: 'production' },
    })
    expect(ended.jobs.filter(({ id }) => id === 'build')).toHaveLength(2 * SERVICES.length)
    expect(ended.jobs.at(-1)).toMatchObject({ id: 'merge', environment: 'production' })
    expect(Object.keys(digestsOf(ended))).toHaveLength(SERVICES.length)
    const [summary] = summaries(ended, 'merge')
    expect(summary).toContain(`${SERVICES.length} images merged`)
    for (const name of SERVICES) {
      const { manifests } = await index(`${mono.images}/${name}:main`)
      expect(manifests.map(({ platform }) => platform?.architecture)).toEqual(['amd64', 'arm64'])
      for (const { digest } of manifests) expect(summary).toContain(digest.slice('sha256:'.length, 19))
    }
    expect(mono.images.startsWith(registry)).toBe(true)
  },
  1_200_000,
)

function commitOf(folder: string): string {
  return readFileSync(join(folder, '.git/refs/heads/main'), 'utf8').trim()
}
