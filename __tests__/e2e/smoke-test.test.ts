import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { run, runStep } from '../support/runner.js'
import { service } from '../support/service.js'
import {
  build,
  contextWith,
  expectNoLeftovers,
  foreign,
  freshName,
  minimal,
  mustBuild,
  own,
  rawManifest,
  temporaryFolder,
} from '../support/world.js'

// The program of every platform's image is run before anything is tagged (docs/verification.md).

expectNoLeftovers()

const errorOf = (step: { annotations: readonly { level: string; message: string }[] }) =>
  step.annotations.filter(({ level }) => level === 'error').map(({ message }) => message)
/** Processes that watch over containers of a smoke test. */
const watchers = async () => (await run(['pgrep', '-f', 'multiarch-build-smoke'])).stdout

test('natively and emulated, with the image’s own entrypoint, user and labels, and no network', async () => {
  const image = freshName()
  const context = contextWith({
    Dockerfile: `FROM ${minimal}\nENV GREETING=hello\nUSER 1001\nENTRYPOINT ["/bin/sh", "-c"]\nCMD ["exit 9"]\n`,
  })
  const script = 'echo "$GREETING $(uname -m) $(id -u) $(cat /sys/class/net/*/address | wc -l)"'
  const step = await mustBuild({ image, context, 'smoke-test': `'${script}'` })
  const machines = { amd64: 'x86_64', arm64: 'aarch64' }
  for (const [architecture, machine] of Object.entries(machines)) {
    expect(step.stdout).toMatch(
      new RegExp(`\\[linux/${architecture} \\S+\\] smoke test: hello ${machine} 1001 1\\n`),
    )
  }
  const { builds } = JSON.parse(step.outputs.metadata!)
  expect(builds[`linux/${foreign}`].seconds.smokeTest).toBeGreaterThan(0)
  expect(builds[`linux/${own}`].execution).not.toBe('emulated')
})

test('one that fails is an error that names the platform, and nothing is tagged', async () => {
  const image = freshName()
  const context = contextWith({ Dockerfile: `FROM ${minimal}\nENTRYPOINT ["/bin/sh", "-c"]\n` })
  const fails = `'if [ "$(uname -m)" = ${foreign === 'arm64' ? 'aarch64' : 'x86_64'} ]; then echo no such plugin >&2; exit 7; fi'`
  const step = await build({ image, context, 'smoke-test': fails })
  expect(step.exitCode).toBe(1)
  expect(errorOf(step)).toEqual([
    expect.stringMatching(
      new RegExp(
        `^linux/${foreign}: the smoke test .* ended with exit code 7 \\(last line: no such plugin\\)\\nWhat to do: `,
      ),
    ),
  ])
  expect(await rawManifest(`${image}:test`)).toBeUndefined()
  expect(step.summary).toContain('No tag was set or moved')
})

test.each([
  ['no such program', '/missing', /names a program that the image has not/],
  ['not executable', '/etc/passwd', /names a program that can’t be executed/],
  ['ended by a signal', 'sh -c \'sh -c "kill -SEGV \\$\\$"; exit $?\'', /was ended by SIGSEGV/],
])('%s', async (_, args, message) => {
  const context = contextWith({ Dockerfile: `FROM ${minimal}\nENTRYPOINT []\n` })
  const step = await build({
    image: freshName(),
    context,
    platforms: `linux/${own}`,
    push: 'false',
    'smoke-test': args,
  })
  expect(errorOf(step)).toEqual([expect.stringMatching(message)])
})

test('one that does not end is ended, container and all', async () => {
  const context = contextWith({ Dockerfile: `FROM ${minimal}\n` })
  const inputs = { image: freshName(), context, platforms: `linux/${own}`, push: 'false' }
  const step = await build({
    ...inputs,
    'smoke-test': "sh -c 'trap : TERM; while :; do sleep 1; done'",
    'smoke-test-timeout': '3s',
  })
  expect(errorOf(step)).toEqual([expect.stringMatching(/did not end within 3 s[\s\S]*smoke-test-timeout/)])
  expect((await run(['pgrep', '-f', 'trap : TERM; while :; do sleep 1'])).stdout).toBe('')
  expect(await watchers()).toBe('')
})

test('a cancelled one leaves nothing', async () => {
  const context = contextWith({ Dockerfile: `FROM ${minimal}\n` })
  const inputs = { image: freshName(), context, platforms: `linux/${own}`, push: 'false' }
  const step = await build(
    { ...inputs, 'smoke-test': "sh -c 'trap : TERM; echo begun; sleep 321'" },
    { onOutput: (text, child) => void (text.includes('smoke test: begun') && child.kill('SIGTERM')) },
  )
  expect(step.exitCode).toBe(130)
  expect((await run(['pgrep', '-f', '^sleep 321'])).stdout).toBe('')
  expect(await watchers()).toBe('')
})

test('what a kill leaves of one is ended by post', async () => {
  const context = contextWith({ Dockerfile: `FROM ${minimal}\nUSER 1001\n` })
  const temp = join(temporaryFolder(), 'temp')
  mkdirSync(temp)
  const env = { RUNNER_TEMP: temp }
  const step = await build(
    {
      image: freshName(),
      context,
      platforms: `linux/${own}`,
      push: 'false',
      'smoke-test': "sh -c 'echo begun; sleep 654'",
    },
    { env, onOutput: (text, child) => void (text.includes('smoke test: begun') && child.kill('SIGKILL')) },
  )
  expect(step.exitCode).toBe(137)
  expect((await run(['pgrep', '-f', '^sleep 654'])).stdout).not.toBe('')
  const post = await runStep('post', { env: { ...env, STATE_workspace: step.state.workspace } })
  expect(post).toMatchObject({ exitCode: 0, stdout: '' })
  expect((await run(['pgrep', '-f', 'sleep 654'])).stdout).toBe('')
  expect(await watchers()).toBe('')
})

test('the image of an earlier run is tested as well, and what was kept of it is still good', async () => {
  const { run: again } = service({
    Dockerfile: `FROM ${minimal}\nRUN sleep 1.5; echo made >/made\nCOPY f /\n`,
    f: '',
  })
  const inputs = { platforms: `linux/${own}`, 'smoke-test': 'cat /made' }
  const first = await again(inputs)
  const second = await again(inputs)
  expect(second.unchanged).toEqual([`linux/${own}`])
  expect(second.stdout).toContain('smoke test: made')
  expect(second.outputs.digest).toBe(first.outputs.digest)
  const third = await again({ ...inputs, 'skip-unchanged': 'false' })
  expect(third.outputs.digest).toBe(first.outputs.digest)
  expect(third.resumed()).toHaveLength(1)
})
