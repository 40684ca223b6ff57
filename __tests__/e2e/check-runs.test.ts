import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ChecksService } from '../support/checks-service.js'
import type { StepOptions } from '../support/runner.js'
import {
  build,
  contextWith,
  expectNoLeftovers,
  freshName,
  minimal,
  mustBuild,
  own,
  temporaryFolder,
} from '../support/world.js'

// A check a platform at the commit, through GitHub's own client (docs/outputs.md).

expectNoLeftovers()

let github: ChecksService
beforeEach(async () => {
  github = await ChecksService.start()
})
afterEach(() => github.stop())

const many = Array.from({ length: 120 }, (_, at) => `ENV ARCH_${at}=1 GOARCH=amd64\n`).join('')
const options = (context: string, env: Readonly<Record<string, string>> = {}) => ({
  env: { ...github.env, GITHUB_WORKSPACE: context, ...env },
})
const inputs = () => ({ image: freshName(), 'check-runs': 'true', 'github-token': github.token })

test('one check a platform, with the findings on their lines, in batches', async () => {
  const context = contextWith({ 'service/Dockerfile': `FROM scratch\n${many}COPY f /\n`, 'service/f': '' })
  const step = await mustBuild({ ...inputs(), context: join(context, 'service') }, options(context))
  const digests = JSON.parse(step.outputs.digests!) as Record<string, string>
  const image = step.outputs.tags!.replace(/:test$/, '')
  expect(github.checks).toMatchObject(
    ['linux/amd64', 'linux/arm64'].map((platform) => ({
      name: `${image} (${platform})`,
      head_sha: github.env.GITHUB_SHA,
      status: 'completed',
      conclusion: 'success',
      details_url: `https://github.com/${github.repository}/actions/runs/42`,
      output: { title: 'built, verified and pushed', summary: expect.stringContaining(digests[platform]!) },
    })),
  )
  expect(github.batches).toEqual([50, 50, 20, 0])
  const { annotations } = github.checks[0]!.output
  expect(annotations.map(({ start_line }) => start_line)).toEqual(
    Array.from({ length: 120 }, (_, at) => at + 2),
  )
  expect(annotations[0]).toMatchObject({
    path: 'service/Dockerfile',
    end_line: 2,
    annotation_level: 'warning',
    title: 'hard-coded-architecture',
    message: expect.stringContaining('What to do: '),
  })
  const said = step.stdout.replaceAll(/^::add-mask::.*$/gm, '') + step.stderr + step.summary
  expect(said.includes(github.token.slice(4))).toBe(false)
}, 600_000)

test('a failure stands at the platform that failed, and at its line; of a pull request, at the commit that was pushed', async () => {
  const context = contextWith({
    Dockerfile: 'FROM scratch\nARG TARGETARCH\nCOPY only-$TARGETARCH /\n',
    'only-amd64': '',
  })
  const event = join(temporaryFolder(), 'event.json')
  const head = 'fedcba9876543210fedcba9876543210fedcba98'
  writeFileSync(event, JSON.stringify({ pull_request: { number: 7, head: { sha: head } } }))
  const pullRequest = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: event }
  const step = await build(
    { ...inputs(), push: 'false', 'max-parallel': '1', context },
    options(context, pullRequest),
  )
  expect(step.exitCode).toBe(1)
  expect(github.checks.map(({ head_sha }) => head_sha)).toEqual([head, head])
  const [amd64, arm64] = github.checks
  expect(amd64).toMatchObject({
    conclusion: 'neutral',
    output: { title: expect.stringMatching(/^built in/) },
  })
  expect(arm64).toMatchObject({
    conclusion: 'failure',
    output: {
      title: expect.stringMatching(/^failed after/),
      summary: expect.stringContaining('COPY failed'),
      annotations: [{ path: 'Dockerfile', start_line: 3, annotation_level: 'failure' }],
    },
  })
})

test('what a program prints of a secret is not shown', async () => {
  const context = contextWith({ Dockerfile: `FROM ${minimal}\nENTRYPOINT ["/bin/sh", "-c"]\n` })
  const secret = 's3cret of a service'
  const step = await build(
    {
      ...inputs(),
      context,
      platforms: `linux/${own}`,
      secrets: `password=${secret}`,
      'smoke-test': `'echo "password is ${secret}"; exit 1'`,
    },
    options(context),
  )
  expect(step.exitCode).toBe(1)
  expect(github.checks[0]!.output.summary).toMatch(
    /: the smoke test … ended with exit code 1 \(last line: …\)\n/,
  )
  expect(JSON.stringify(github.checks)).not.toContain(secret)
})

test.each([
  ['403', 'a token that may only read', 'notice', /check-runs: the token may not write checks/],
  ['500', 'an outage', 'warning', /check-runs: GitHub could not be told/],
])('%s: %s changes nothing of the build', async (status, _, level, message) => {
  github.fault = Number(status)
  const context = contextWith({ Dockerfile: 'FROM scratch\nCOPY f /\n', f: '' })
  const step = await mustBuild({ ...inputs(), context }, options(context))
  expect(step.annotations.filter((each) => each.message.includes('check-runs'))).toEqual([
    expect.objectContaining({ level, message: expect.stringMatching(message) }),
  ])
})

test('a service that does not answer keeps nobody who cancels waiting', async () => {
  github.hangs = true
  const context = contextWith({ Dockerfile: 'FROM scratch\nCOPY f /\n', f: '' })
  let child: Parameters<NonNullable<StepOptions['onStart']>>[0] | undefined
  github.onRequest = () => void child?.kill('SIGTERM')
  const step = await build(
    { ...inputs(), context },
    {
      ...options(context),
      onStart: (started) => {
        child = started
      },
    },
  )
  // The image is there, and its outputs are.
  expect(step.outputs.pushed).toBe('true')
  expect(step.annotations.map(({ message }) => message)).toEqual([expect.stringContaining('check-runs')])
})

test('without a token there are none, and that is said', async () => {
  const context = contextWith({ Dockerfile: 'FROM scratch\nCOPY f /\n', f: '' })
  const step = await mustBuild({ ...inputs(), 'github-token': '', context }, options(context))
  expect(step.annotations).toEqual([
    expect.objectContaining({ level: 'notice', message: expect.stringContaining('there is no token') }),
  ])
  expect(github.checks).toEqual([])
})
