import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Host } from '../../../src/host/host.js'
import {
  mergedRecord,
  readMerged,
  recordOutput,
  refuseOvertaken,
  writeMerged,
} from '../../../src/pipeline/merged-commit.js'
import { parsePlanRequest } from '../../../src/request/plan-request.js'
import {
  CALLER_PATH,
  callerWorkflow,
  change,
  changeOneService,
  git,
  SERVICES,
  writeMonorepo,
} from '../../support/monorepo.js'
import { temporaryFolder } from '../../support/runner.js'
import { readCaller } from '../../support/workflow/caller.js'
import type { Happening } from '../../support/workflow/github.js'
import { type JobStep, runWorkflow, type WorkflowCall, type WorkflowEnded } from '../../support/workflow.js'

// The reusable workflow as it is, called as its users call it. The plan is made; of builds and merges is looked at what they are given:
// that they do it is shown by real builds.

const folder = join(temporaryFolder(), 'monorepo')
const cache = temporaryFolder()
let first: string
beforeAll(async () => {
  const binaries = temporaryFolder()
  for (const architecture of ['amd64', 'arm64'])
    writeFileSync(join(binaries, `service-${architecture}`), 'elf')
  first = await writeMonorepo(folder, {
    image: 'quay.io/octo-org/{name}',
    binaries,
    toolsUrl: 'http://127.0.0.1:1',
  })
})

const SECRETS = { QUAY_USERNAME: 'robot', QUAY_PASSWORD: 'hunter2' }
const PUSH = { event_name: 'push', ref: 'refs/heads/main' }
/** What the workflow plans when nothing else is said. */
const asked = (services = 'services.yaml') =>
  parsePlanRequest({ services, platforms: 'linux/amd64,linux/arm64' })

/** A push after this commit was the last to be merged. */
async function pushAfter(merged: string): Promise<Happening> {
  const host = { warning: fail, info: fail } as unknown as Host
  const GITHUB_WORKFLOW_REF = `octo-org/services/${CALLER_PATH}@${PUSH.ref}`
  const env = { XDG_CACHE_HOME: cache, GITHUB_EVENT_NAME: 'push', GITHUB_REF: PUSH.ref, GITHUB_WORKFLOW_REF }
  const { signal } = new AbortController()
  await writeMerged(recordOutput(mergedRecord(env, asked())!, env), merged, { host, env, signal })
  return PUSH
}

function fail(message: string): never {
  throw new Error(message)
}

const MERGED = { image: 'quay.io/octo-org/x@sha256:1', digests: '{"linux/amd64":"sha256:2"}' }

async function call(
  github: Happening,
  more: Partial<WorkflowCall> & { secrets?: Record<string, string> } = {},
): Promise<WorkflowEnded> {
  const sha = more.sha ?? (await git(folder, 'rev-parse', 'HEAD'))
  const caller = readCaller(join(folder, CALLER_PATH), { secrets: more.secrets ?? SECRETS, github, sha })
  return runWorkflow({
    caller: folder,
    sha,
    github,
    env: { XDG_CACHE_HOME: cache },
    onStep: ({ job, step }) => {
      if (job.id === 'plan') return undefined
      return { instead: 'success', ...(step.id === 'merge' && { outputs: MERGED }) }
    },
    ...more,
    ...caller,
    inputs: { ...caller.inputs, ...more.inputs },
  })
}

const legsOf = ({ jobs }: WorkflowEnded) => jobs.filter(({ id }) => id === 'build')
const given = ({ jobs }: WorkflowEnded, job: string): JobStep['with'] =>
  jobs
    .find(({ id, name }) => id === job || name === job)!
    .steps.find(({ uses }) => /build(\/merge)?@/.test(uses!))!.with
const skipped = ({ jobs }: WorkflowEnded) =>
  jobs.filter(({ result }) => result === 'skipped').map(({ id }) => id)

test('what a user writes has ten lines', () => {
  expect(callerWorkflow.trimEnd().split('\n').length).toBeLessThanOrEqual(10)
})

test('a first push builds all services on a runner for each platform, and merges them once', async () => {
  const ended = await call(PUSH)
  expect(ended.result).toBe('success')
  expect(SERVICES).toHaveLength(14)
  expect(legsOf(ended).map(({ name, runsOn }) => `${name} on ${runsOn}`)).toEqual(
    SERVICES.flatMap((name) => [
      `${name} (linux/amd64) on ubuntu-24.04`,
      `${name} (linux/arm64) on ubuntu-24.04-arm`,
    ]),
  )
  const merges = ended.jobs.filter(({ id }) => id === 'merge')
  expect(merges).toMatchObject([{ environment: undefined, withheld: [] }])
  expect(given(ended, 'alerts (linux/arm64)')).toEqual({
    image: 'quay.io/octo-org/alerts',
    platforms: 'linux/arm64',
    context: '.',
    file: 'services/alerts/Dockerfile',
    target: 'production',
    'build-args': '',
    'smoke-test': '',
    'verify-allow': '',
    push: 'digest',
    layout: 'auto',
    username: 'robot',
    password: 'hunter2',
  })
  expect(given(ended, 'must-gather (linux/amd64)')).toMatchObject({
    context: 'services/must-gather',
    'build-args': 'TOOLS_URL=http://127.0.0.1:1',
  })
  const merge = given(ended, 'merge')
  expect(JSON.parse(merge.plan!).include).toHaveLength(14)
  expect(merge).toMatchObject({ push: 'true', tags: '', username: 'robot', password: 'hunter2' })
  expect(ended.outputs).toEqual({
    images: MERGED.image,
    digests: MERGED.digests,
    services: JSON.stringify(SERVICES),
  })
})

test('a push that changes one service builds that, and those that copy everything', async () => {
  const services = async (changed: Promise<string>, before: string) => {
    await changed
    const ended = await call(await pushAfter(before))
    return JSON.parse(ended.outputs.services!)
  }
  expect(await services(changeOneService(folder), first)).toEqual(['gateway', 'data-storage', 'billing'])
  const before = await git(folder, 'rev-parse', 'HEAD')
  expect(await services(changeOneService(folder, 'must-gather'), before)).toEqual(['must-gather'])
  const shared = await git(folder, 'rev-parse', 'HEAD')
  const text = await git(folder, 'show', 'HEAD:pkg/identity/identity.go')
  expect(
    await services(change(folder, { 'pkg/identity/identity.go': `${text}\n//\n` }), shared),
  ).toHaveLength(9)
})

test('with nothing changed, build and merge are skipped, and all is well', async () => {
  const before = await git(folder, 'rev-parse', 'HEAD')
  await change(folder, { 'README.md': 'Still fourteen services.\n' })
  const ended = await call(await pushAfter(before))
  expect(ended.result).toBe('success')
  expect(skipped(ended)).toEqual(['build', 'merge'])
  expect(ended.outputs).toEqual({ images: '', digests: '', services: '[]' })
  expect(legsOf(await call(PUSH, { inputs: { all: true } }))).toHaveLength(28)
})

test('a release builds all', async () => {
  const tag = { event_name: 'push', ref: 'refs/tags/v1.2.3', event: { before: '0'.repeat(40) } }
  await git(folder, 'tag', 'v1.2.3')
  const ended = await call(tag)
  expect(legsOf(ended)).toHaveLength(28)
  expect(given(ended, 'merge').push).toBe('true')
})

test('a pull request from a fork builds what it changes, without secrets, and pushes nothing', async () => {
  const base = await git(folder, 'rev-parse', 'HEAD')
  await git(folder, 'checkout', '--quiet', '-b', 'topic')
  await changeOneService(folder, 'search')
  const head = { sha: await git(folder, 'rev-parse', 'HEAD'), repo: { full_name: 'someone/services' } }
  await git(folder, 'checkout', '--quiet', '--detach', base)
  await git(folder, 'merge', '--quiet', '--no-ff', '--message', 'merge', 'topic')
  const event = { number: 3, pull_request: { number: 3, head, base: { sha: base } } }
  const ended = await call(
    { event_name: 'pull_request', ref: 'refs/pull/3/merge', event },
    { secrets: {}, inputs: { push: 'true' } },
  )
  await git(folder, 'checkout', '--quiet', 'main')
  expect(JSON.parse(ended.outputs.services!)).toEqual(['gateway', 'data-storage', 'search'])
  expect(given(ended, 'search (linux/arm64)')).toMatchObject({ push: 'layout', username: '', password: '' })
  expect(given(ended, 'merge').push).toBe('false')
})

test('a gate is the environment of the merge alone, and lets legs hand the image over', async () => {
  const before = await git(folder, 'rev-parse', 'HEAD')
  await changeOneService(folder, 'rules')
  const ended = await call(await pushAfter(before), { inputs: { gate: 'release' } })
  expect(ended.jobs.map(({ environment }) => environment)).toEqual([
    undefined,
    undefined,
    undefined,
    'release',
  ])
  expect(given(ended, 'rules (linux/amd64)').layout).toBe('true')
})

test('a leg that fails keeps the merge away, and others go on; run again it is enough', async () => {
  const broken: WorkflowCall['onStep'] = ({ job }) => {
    if (job.id === 'plan') return undefined
    return { instead: job.name === 'rules (linux/amd64)' ? 'failure' : 'success' }
  }
  const before = await git(folder, 'rev-parse', 'HEAD~1')
  const failed = await call(await pushAfter(before), { onStep: broken })
  expect(failed.result).toBe('failure')
  expect(failed.jobs.map(({ name, result }) => `${name}: ${result}`)).toEqual([
    ...['plan: success', 'rules (linux/amd64): failure', 'rules (linux/arm64): success', 'merge: skipped'],
  ])
  const again = await call(PUSH, { earlier: failed })
  expect(again.result).toBe('success')
  expect(again.jobs.map(({ attempt }) => attempt)).toEqual([1, 2, 1, 2])
})

test('what a failed run was to build is built by the next', async () => {
  const merged = await git(folder, 'rev-parse', 'HEAD')
  await changeOneService(folder, 'rules')
  await changeOneService(folder, 'console')
  const ended = await call(await pushAfter(merged))
  expect(JSON.parse(ended.outputs.services!)).toEqual(['console', 'rules'])
})

test('a branch that was moved elsewhere is built whole', async () => {
  const merged = await git(folder, 'rev-parse', 'HEAD')
  await git(folder, 'checkout', '--quiet', '-B', 'main', 'HEAD~1')
  await changeOneService(folder, 'rules')
  const ended = await call(await pushAfter(merged))
  expect(JSON.parse(ended.outputs.services!)).toHaveLength(14)
  const [plan] = ended.jobs
  expect(JSON.stringify(plan!.steps)).toContain('is not before this one')
})

test('what was taken back again is built, since tags may stand on what was in between', async () => {
  const merged = await git(folder, 'rev-parse', 'HEAD')
  await changeOneService(folder, 'rules')
  await git(folder, 'revert', '--no-edit', 'HEAD')
  const ended = await call(await pushAfter(merged))
  expect(JSON.parse(ended.outputs.services!)).toEqual(['rules'])
})

test('all are built when the workflow that calls has changed', async () => {
  const merged = await git(folder, 'rev-parse', 'HEAD')
  await change(folder, { [CALLER_PATH]: `${callerWorkflow}# more\n` })
  expect(JSON.parse((await call(await pushAfter(merged))).outputs.services!)).toHaveLength(14)
})

test('a run that a newer one has overtaken sets no tags back, unless all of it runs again', async () => {
  const host = { warning: fail, info: fail } as unknown as Host
  const of = (number: string, attempt = '1') => ({
    ...{ XDG_CACHE_HOME: temporary, GITHUB_RUN_NUMBER: number, GITHUB_RUN_ATTEMPT: attempt },
    ...{ GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/main' },
  })
  const temporary = temporaryFolder()
  const { signal } = new AbortController()
  const record = mergedRecord(of('1'), asked())!
  const merge = async (number: string, attempt: string, planned: string, commit: string) => {
    const env = of(number, attempt)
    const output = recordOutput(record, of(number, planned))
    await refuseOvertaken(output, { host, env, signal })
    await writeMerged(output, commit.repeat(40), { host, env, signal })
  }
  await merge('7', '1', '1', 'a')
  await merge('9', '1', '1', 'b')
  await expect(merge('8', '1', '1', 'c')).rejects.toThrow(/run 9 of this workflow, newer than this one \(8\)/)
  await expect(merge('8', '2', '1', 'c')).rejects.toThrow(/no tag was set/)
  await merge('9', '2', '1', 'b')
  const read = () => readMerged(record, { host, env: of('9'), signal })
  expect(await read()).toEqual({ commit: 'b'.repeat(40), run: 9 })
  await merge('8', '3', '3', 'c')
  expect(await read()).toEqual({ commit: 'c'.repeat(40), run: 8 })
  await merge('10', '1', '1', 'd')
})

test('what a merge is told to remember is that of this branch, workflow and list', () => {
  const env = {
    GITHUB_EVENT_NAME: 'push',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_WORKFLOW_REF: 'o/s/a.yml@refs/heads/main',
  }
  const one = mergedRecord(env, asked())
  expect(one).toMatch(/^merged-[0-9a-f]{16}$/)
  expect(mergedRecord(env, asked('other.yaml'))).not.toBe(one)
  expect(mergedRecord(env, { ...asked(), platforms: asked().platforms.slice(1) })).not.toBe(one)
  expect(mergedRecord({ ...env, GITHUB_REF: 'refs/heads/next' }, asked())).not.toBe(one)
  expect(mergedRecord({ ...env, GITHUB_WORKFLOW_REF: 'o/s/b.yml@refs/heads/main' }, asked())).not.toBe(one)
  expect(mergedRecord({ ...env, GITHUB_EVENT_NAME: 'schedule' }, asked())).toBe(one)
  expect(mergedRecord({ ...env, GITHUB_REF: 'refs/tags/v1' }, asked())).toBeUndefined()
  expect(mergedRecord({ ...env, GITHUB_EVENT_NAME: 'pull_request' }, asked())).toBeUndefined()
})
