import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import { FOREIGN_INPUTS, INPUTS, OUTPUTS } from '../../src/request/contract.js'
import { repository, runCli, runStep, type StepEnded, temporaryFolder } from '../support/runner.js'

// The bundle, started as a runner starts it, with the host's podman.

const data = join(repository, '__tests__', 'fixtures', 'data-only')
const image = 'quay.io/organisation/contract'
const inputs = { image, context: data, tags: '1.0', push: 'false' }

interface Action {
  inputs: Record<string, { default?: string; description: string }>
  outputs: Record<string, { description: string }>
  runs: { using: string; main: string; post: string }
}
const action = parse(readFileSync(join(repository, 'action.yml'), 'utf8')) as Action

describe('action.yml', () => {
  test('declares what the code reads, with the same defaults', () => {
    expect(Object.keys(action.inputs)).toEqual(INPUTS.map((input) => input.name))
    for (const input of INPUTS)
      expect(action.inputs[input.name]!.default).toBe('default' in input ? input.default : undefined)
  })

  test('declares what the code sets', () => {
    expect(Object.keys(action.outputs)).toEqual(OUTPUTS.map((output) => output.name))
  })

  test('declares no input that is refused', () => {
    expect(Object.keys(FOREIGN_INPUTS).filter((name) => name in action.inputs)).toEqual([])
  })

  test('its entry points are there', () => {
    expect(action.runs.using).toBe('node24')
    for (const path of [action.runs.main, action.runs.post])
      expect(readFileSync(join(repository, path)).length).toBeGreaterThan(0)
  })
})

function step(
  more: Record<string, string> = {},
  env: Record<string, string | undefined> = {},
): Promise<StepEnded> {
  // The runner passes every declared input, the default where nothing is given.
  const defaults = Object.fromEntries(
    Object.entries(action.inputs).map(([name, { default: value }]) => [
      name,
      value?.startsWith('${{') ? 'token' : (value ?? ''),
    ]),
  )
  return runStep('build', { inputs: { ...defaults, ...inputs, ...more }, env })
}

test('an error that nobody waits for ends the run with one error, and leaves nothing', async () => {
  const folder = temporaryFolder()
  const early = join(folder, 'early.mjs')
  writeFileSync(early, "setTimeout(() => { throw new Error('stray') }, 500)\n")
  const temp = join(folder, 'temp')
  const dockerfile = 'FROM scratch\nCOPY Dockerfile /\nRUN ["/never"]\n'
  writeFileSync(join(folder, 'Dockerfile'), dockerfile)
  const ended = await step({ context: folder }, { NODE_OPTIONS: `--import=${early}`, RUNNER_TEMP: temp })
  expect(ended.exitCode).toBe(1)
  expect(ended.annotations.map(({ level, message }) => [level, message])).toEqual([
    ['error', 'internal error, please report it: stray'],
  ])
  expect(readdirSync(temp)).toEqual([])
})

describe('a run', () => {
  let ended: StepEnded
  beforeAll(async () => {
    ended = await step({ platforms: 'linux/arm64,linux/amd64,linux/arm/v7' })
  }, 120_000)

  test('ends with 0 and without an error', () => {
    expect({
      code: ended.exitCode,
      errors: ended.annotations.filter(({ level }) => level === 'error'),
    }).toEqual({
      code: 0,
      errors: [],
    })
  })

  test('sets every output that action.yml declares, but for platforms that were not built', () => {
    const missing = Object.keys(action.outputs).filter((name) => !(name in ended.outputs))
    expect(missing.every((name) => name.startsWith('digest-linux-'))).toBe(true)
    expect(Object.keys(ended.outputs).filter((name) => !(name in action.outputs))).toEqual([])
    expect(Object.keys(ended.outputs).filter((name) => name.startsWith('digest-'))).toEqual([
      'digest-linux-arm64',
      'digest-linux-amd64',
      'digest-linux-arm-v7',
    ])
  })

  test('outputs agree with each other', () => {
    const { outputs } = ended
    const digests = JSON.parse(outputs.digests!) as Record<string, string>
    const metadata = JSON.parse(outputs.metadata!) as Record<string, unknown>
    expect(Object.keys(digests)).toEqual(outputs.platforms!.split(','))
    expect(digests['linux/arm/v7']).toBe(outputs['digest-linux-arm-v7'])
    expect(outputs.image).toBe(`${image}@${outputs.digest}`)
    expect(outputs.tags).toBe(`${image}:1.0`)
    expect(outputs.pushed).toBe('false')
    expect(metadata).toMatchObject({
      digest: outputs.digest,
      digests,
      'containerimage.digest': outputs.digest,
      pushed: false,
    })
  })

  test('the layout is left where the next step finds it', () => {
    const layout = ended.outputs['oci-layout']!
    const index = JSON.parse(readFileSync(join(layout, 'index.json'), 'utf8'))
    expect(index.manifests[0].digest).toBe(ended.outputs.digest)
    expect(JSON.parse(readFileSync(join(layout, 'oci-layout'), 'utf8'))).toEqual({
      imageLayoutVersion: '1.0.0',
    })
  })

  test('the summary names image, platforms and digests', () => {
    expect(ended.summary).toContain('quay.io/organisation/contract: 3 platforms built, not pushed')
    expect(ended.summary).toContain(
      `| linux/arm64 | \`${ended.outputs['digest-linux-arm64']!.slice(0, 19)}\``,
    )
  })

  test('the state tells post what to remove, and post finds it gone', async () => {
    expect(JSON.parse(ended.state.workspace!).folders.length).toBeGreaterThan(0)
    const post = await runStep('post', { env: { STATE_workspace: ended.state.workspace } })
    expect([post.exitCode, post.stdout]).toEqual([0, ''])
  })

  test('one group, closed', () => {
    expect(ended.stdout.match(/^::group::/gm)).toHaveLength(1)
    expect(ended.stdout.match(/^::endgroup::$/gm)).toHaveLength(1)
  })
})

test('nothing but required inputs: the event and the ref decide', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'event-'))
  const event = join(folder, 'event.json')
  writeFileSync(event, JSON.stringify({ repository: { default_branch: 'main' } }))
  const ended = await step(
    { tags: '', push: 'auto' },
    { GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/feature/x', GITHUB_EVENT_PATH: event },
  )
  rmSync(folder, { recursive: true })
  expect(ended.exitCode).toBe(0)
  expect(ended.outputs.tags).toMatch(new RegExp(`^${image}:feature-x\\n${image}:sha-[0-9a-f]{7}$`))
  expect(ended.annotations[0]).toMatchObject({
    level: 'notice',
    message: expect.stringContaining('feature/x is not the default branch'),
  })
}, 60_000)

test('summary: false writes none', async () => {
  expect((await step({ summary: 'false' })).summary).toBe('')
}, 60_000)

describe('bad input: one error that names it, exit code 2, no output', () => {
  test.each<[Record<string, string>, string]>([
    [{ image: '' }, 'input image: is missing'],
    [
      { image: 'busybox' },
      'input image: "busybox" names no registry; write it in full, such as quay.io/organisation/name',
    ],
    [{ push: 'yes' }, 'input push: "yes" is unknown; allowed are auto, true, false, digest, layout'],
    [{ load: 'yes' }, 'input load: "yes" is no boolean; allowed are true and false'],
    [{ 'cache-to': 'type=gha' }, 'input cache-to: is not an input of this step'],
    [{ plattforms: 'linux/arm64' }, 'input plattforms: is not an input of this step'],
    [{ cache: 'gha' }, 'input cache: "gha" is unknown; allowed are auto, actions, directory, registry, off'],
    [
      { 'build-args': 'TARGETARCH=arm64' },
      'input build-args: TARGETARCH would have one value for all platforms',
    ],
    [{ 'extra-args': '--manifest=x' }, 'input extra-args: --manifest=x belongs to this step'],
  ])('%j', async (bad, message) => {
    const ended = await step(bad)
    expect(ended.exitCode).toBe(2)
    expect(ended.annotations).toHaveLength(1)
    expect(ended.annotations[0]!.level).toBe('error')
    expect(ended.annotations[0]!.message.split('\n')[0]).toBe(message)
    expect(ended.outputs).toEqual({})
    expect(ended.state).toEqual({})
    expect(ended.summary).toContain('❌')
  })
})

test('the start of the step takes no token into what it starts', async () => {
  const ended = await step({}, { ACTIONS_RUNTIME_TOKEN: 't0ken-runtime', GITHUB_TOKEN: 't0ken-github' })
  expect(ended.exitCode).toBe(0)
  expect(ended.stdout + ended.summary + JSON.stringify([ended.outputs, ended.state])).not.toContain('t0ken')
}, 60_000)

describe('the command line', () => {
  const args = ['build', data, '--image', image, '--tags', '1.0']

  test('--json prints the metadata alone; all else goes to standard error', async () => {
    const ended = await runCli([...args, '--json'])
    expect(ended.exitCode).toBe(0)
    expect(JSON.parse(ended.stdout)).toMatchObject({ tags: [`${image}:1.0`], pushed: false })
    expect(ended.stderr).toContain('[linux/arm64 ')
    expect(ended.stderr).toContain('note: nothing is pushed: this is no GitHub workflow')
  }, 60_000)

  test('--version names the version', async () => {
    const { version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
      version: string
    }
    expect(await runCli(['--version'])).toMatchObject({ exitCode: 0, stdout: `multiarch-build ${version}\n` })
  })

  test('--help lists every input', async () => {
    const ended = await runCli(['--help'])
    expect(ended.exitCode).toBe(0)
    for (const { name } of INPUTS) expect(ended.stdout).toContain(`--${name} `)
  })

  test.each([
    [['bild'], 'input command: "bild" is unknown'],
    [['build', '.', 'other'], 'unexpected "other"'],
    [['build', '-t', 'x'], 'unexpected "-t"'],
    [['build', '--imag', 'x'], 'did you mean image?'],
    [['build', '--image'], 'input image: has no value'],
    [['merge'], 'input digests: is missing'],
    [['merge', '--imgae', 'x'], 'did you mean image?'],
    [['plan'], 'input services: is missing'],
    [['plan', '--base', 'main'], 'input services: is missing'],
    [['build', '--services', 'nowhere.yaml'], 'input services: "nowhere.yaml" is not there'],
  ])('%j is wrong usage', async (wrong, message) => {
    const ended = await runCli(wrong)
    expect([ended.exitCode, ended.stdout]).toEqual([2, ''])
    expect(ended.stderr).toContain(message)
  })
})
