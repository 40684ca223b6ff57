import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { runCli } from '../support/runner.js'
import {
  build,
  contextWith,
  expectNoLeftovers,
  fixture,
  freshName,
  mustBuild,
  rawManifest,
  registry,
  temporaryFolder,
} from '../support/world.js'

const minimal = `${registry}/ubi9/ubi-minimal:9.6`

expectNoLeftovers()

test('a platform that fails: the line, the tail, the others’ fate, and nothing is published', async () => {
  const image = freshName()
  await mustBuild({ image, context: fixture('data-only') })
  const before = await rawManifest(`${image}:test`)
  const context = contextWith({
    Dockerfile: `FROM ${minimal}
ARG TARGETARCH
RUN echo fine
RUN echo "checking \${TARGETARCH}" && \\
    if [ "\${TARGETARCH}" = arm64 ]; then echo "no driver for it"; exit 7; fi && \\
    sleep 120
`,
  })
  const step = await build({ image, context }, { env: { GITHUB_WORKSPACE: context } })
  expect(step.exitCode).toBe(1)
  const errors = step.annotations.filter(({ level }) => level === 'error')
  expect(errors).toHaveLength(1)
  expect(errors[0]!.properties).toContain('file=Dockerfile,line=4,endLine=6')
  expect(errors[0]!.message).toContain('linux/arm64: RUN failed')
  expect(step.stdout).toMatch(/^linux\/amd64: stopped after 0:\d\d$/m)
  expect(step.stdout).toMatch(/^linux\/arm64: failed after 0:\d\d$/m)
  expect(step.summary).toContain('no driver for it')
  expect(step.summary).toContain('No tag was set or moved.')
  expect(step.outputs).toEqual({})
  expect(await rawManifest(`${image}:test`)).toBe(before)
})

test.each([
  [{ file: 'No.such' }, 'input file: "No.such" is no file'],
  [{ context: 'no-such-folder' }, 'input context: "no-such-folder" is not there'],
  [{ platforms: 'linux/arm65' }, 'input platforms: "linux/arm65": unknown architecture'],
  [{ 'cache-from': 'type=gha' }, 'input cache-from: is not an input of this step'],
])('%j is one clear error, and nothing is built', async (inputs, message) => {
  const step = await build({ image: freshName(), context: fixture('data-only'), ...inputs })
  expect(step.exitCode).toBe(2)
  expect(step.annotations.map(({ level, message }) => [level, message.split('\n')[0]])).toEqual([
    ['error', expect.stringContaining(message)],
  ])
  expect(step.stdout).not.toContain('STEP')
  expect(step.stdout).not.toMatch(/\n\s+at /)
})

test('a stage that is not there is podman’s error, with one annotation', async () => {
  const step = await build({ image: freshName(), context: fixture('data-only'), target: 'nothing' })
  expect(step.exitCode).toBe(1)
  expect(step.annotations.filter(({ level }) => level === 'error')).toHaveLength(1)
})

test('a base image that is not there', async () => {
  const context = contextWith({ Dockerfile: `# first\nFROM ${registry}/no/such:1\nCOPY f /\n`, f: '' })
  const step = await build({ image: freshName(), context, retries: '1' })
  expect(step.exitCode).toBe(1)
  expect(step.annotations[0]!.message).toContain('no/such')
  expect(step.annotations[0]!.properties).toContain('line=2')
})

test.each(['SIGINT', 'SIGTERM'] as const)('%s: stops at once, leaves nothing, and no tag', async (signal) => {
  const image = freshName()
  const context = contextWith({ Dockerfile: `FROM ${minimal}\nRUN echo started && sleep 300\n` })
  let sent = 0
  const step = await build(
    { image, context },
    {
      onOutput: (text, child) => {
        if (sent === 0 && /\] started/.test(text)) {
          sent = Date.now()
          child.kill(signal)
        }
      },
    },
  )
  expect(sent).toBeGreaterThan(0)
  expect(step.exitCode).toBe(130)
  expect(step.annotations.at(-1)!.message).toContain('interrupted')
  expect(await rawManifest(`${image}:test`)).toBeUndefined()
})

test('the command line’s exit codes', async () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'bin'))
  const node = { node: [process.execPath] }
  expect((await runCli(['build'], node)).exitCode).toBe(2)
  expect((await runCli(['bild'], node)).exitCode).toBe(2)
  expect((await runCli(['build', 'here'], node)).exitCode).toBe(2)
  const args = ['build', '--image', 'localhost/x', '--tags', 'x', '--context', fixture('data-only')]
  const without = await runCli(args, { ...node, env: { PATH: join(folder, 'bin') } })
  expect(without.exitCode).toBe(3)
  expect(without.stderr).toContain('podman is not installed')
  expect(readdirSync(join(folder, 'bin'))).toEqual([])
})
