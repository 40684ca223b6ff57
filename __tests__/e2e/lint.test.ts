import { jest } from '@jest/globals'
import { runCli } from '../support/runner.js'
import { build, contextWith, expectNoLeftovers, freshName, mustBuild, rawManifest } from '../support/world.js'

// Findings about the Dockerfile, before anything is built (docs/lint).

expectNoLeftovers()
jest.setTimeout(600_000)

const Dockerfile = `FROM scratch AS production
ARG TARGETARCH=amd64
COPY . /
HEALTHCHECK CMD ["/f"]
FROM production AS development
COPY f /g
`
const files = { Dockerfile, f: '', '.git/HEAD': 'ref: refs/heads/main' }
const RULES = [
  ['line=2', 'platform-argument-default'],
  ['line=3', 'git-folder-in-context'],
  ['line=4', 'lost-in-oci-format'],
  ['line=5', 'development-stage-last'],
]

test('each finding is a warning on its line, with its rule, what to do and where more is said', async () => {
  const step = await mustBuild({ image: freshName(), context: contextWith(files) })
  const warnings = step.annotations.filter(({ level }) => level === 'warning')
  expect(warnings).toMatchObject(
    RULES.map(([line, rule]) => ({
      message: expect.stringMatching(new RegExp(`^${rule}: .*What to do: .*/docs/lint/${rule}\\.md$`, 's')),
      properties: expect.stringContaining(line!),
    })),
  )
  expect(warnings[0]!.message).toContain('line 2: write\n  ARG TARGETARCH\n')
  for (const [, rule] of RULES) expect(step.summary).toContain(`| [${rule}](`)
})

test('the command line prints the same', async () => {
  const context = contextWith(files)
  const cli = await runCli([
    'build',
    '--image',
    freshName(),
    '--tags',
    'test',
    '--context',
    context,
    '--cache',
    'off',
  ])
  expect(cli.exitCode).toBe(0)
  for (const [, rule] of RULES) expect(cli.stderr).toContain(`warning: ${rule}: `)
})

test('lint: error refuses before anything is built', async () => {
  const image = freshName()
  const step = await build({ image, context: contextWith(files), lint: 'error', push: 'true' })
  expect(step.exitCode).toBe(1)
  expect(step.annotations).toHaveLength(1)
  expect(step.annotations[0]).toMatchObject({ level: 'error', properties: expect.stringContaining('line=2') })
  for (const [, rule] of RULES) expect(step.annotations[0]!.message).toContain(rule)
  expect(step.stdout).not.toContain('STEP')
  expect(await rawManifest(`${image}:test`)).toBeUndefined()
})

test('lint: off says nothing, and a clean Dockerfile has nothing to be said of', async () => {
  const off = await mustBuild({ image: freshName(), context: contextWith(files), lint: 'off' })
  const clean = await mustBuild({
    image: freshName(),
    context: contextWith({ Dockerfile: 'FROM scratch\nCOPY f /\n', f: '' }),
    lint: 'error',
  })
  for (const { annotations } of [off, clean])
    expect(annotations.filter(({ level }) => level === 'warning')).toEqual([])
})

test('a base image that is published for one platform is named before anything is built', async () => {
  const base = freshName()
  const data = contextWith({ Dockerfile: 'FROM scratch\nCOPY f /\n', f: '' })
  await mustBuild({ image: base, context: data, platforms: 'linux/amd64' })
  const context = contextWith({ Dockerfile: `FROM ${base}:test\nCOPY f /g\n`, f: '' })
  const step = await build({ image: freshName(), context, lint: 'error' })
  expect(step.exitCode).toBe(1)
  expect(step.stdout).not.toContain('STEP ')
  expect(step.annotations).toMatchObject([
    {
      level: 'error',
      message: expect.stringMatching(/^base-image-without-platform: .* is not published for linux\/arm64/),
      properties: expect.stringContaining('line=1'),
    },
  ])
})
