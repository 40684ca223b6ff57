import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { must, runCli, runStep, type StepEnded, temporaryFolder } from '../support/runner.js'
import {
  endStep,
  expectNoLeftovers,
  foreign,
  freshName,
  index,
  minimal,
  mustBuild,
  own,
  rawManifest,
} from '../support/world.js'

expectNoLeftovers()

/** A base image that nobody has pulled yet. */
let base: string
beforeAll(async () => {
  base = `${freshName()}:base`
  const insecure = ['--src-tls-verify=false', '--dest-tls-verify=false']
  await must(['skopeo', 'copy', '-q', '--all', ...insecure, `docker://${minimal}`, `docker://${base}`])
}, 600_000)

const NAMES = ['audit', 'billing', 'search']

// The steps of all look alike, but for what they copy: what one leaves must not be taken for the other's.
const dockerfile = (name: string) => `FROM --platform=$BUILDPLATFORM ${base} AS builder
WORKDIR /work
COPY ${name}/source source
RUN sleep 1; cat source > made
FROM scratch
COPY --from=builder /work/made /made
`

function monorepo(files: Readonly<Record<string, string>> = {}): string {
  const folder = temporaryFolder('monorepo-')
  const all: Record<string, string> = { ...files }
  for (const name of NAMES) {
    all[`${name}/Dockerfile`] ??= dockerfile(name)
    all[`${name}/source`] ??= `${name}\n`
  }
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

const listOf = (image: string) =>
  JSON.stringify({
    image: `${image}/{name}`,
    defaults: { file: '{name}/Dockerfile' },
    services: NAMES.map((name) => ({ name })),
  })

function buildAll(folder: string, inputs: Record<string, string>): Promise<StepEnded> {
  return runStep('build', { cwd: folder, inputs: { tags: 'test', push: 'true', cache: 'off', ...inputs } })
}

const pulls = (step: StepEnded) => step.stdout.match(/Trying to pull /g)?.length ?? 0

describe('services on one machine', () => {
  test('are built as each would be alone, with base images pulled once for each platform', async () => {
    const image = freshName()
    const folder = monorepo()
    const cache = { cache: 'directory', 'cache-dir': temporaryFolder('cache-') }
    const step = await buildAll(folder, { services: listOf(image), ...cache })
    expect({ exitCode: step.exitCode, said: step.annotations }).toEqual({ exitCode: 0, said: [] })
    const digests = JSON.parse(step.outputs.digests!)
    expect(Object.keys(digests)).toEqual(NAMES.map((name) => `${image}/${name}`))
    expect(step.outputs.tags!.split('\n')).toEqual(NAMES.map((name) => `${image}/${name}:test`))
    for (const name of NAMES) {
      expect((await index(`${image}/${name}:test`)).manifests).toHaveLength(2)
      const alone = await mustBuild({
        image: `${image}/${name}`,
        context: folder,
        file: join(folder, name, 'Dockerfile'),
        tags: 'alone',
      })
      expect(JSON.parse(alone.outputs.digests!)).toEqual(digests[`${image}/${name}`])
    }
    expect(pulls(step)).toBe(2)
    expect(step.summary).toContain('3 images built')
    await endStep(step)
    const again = await buildAll(folder, { services: listOf(image), ...cache })
    expect(JSON.parse(again.outputs.digests!)).toEqual(digests)
    expect(again.stdout.match(/Nothing to build/g)).toHaveLength(NAMES.length)
  }, 600_000)

  test('are built although one of them fails, and the failure is told', async () => {
    const image = freshName()
    const folder = monorepo({ 'billing/Dockerfile': `FROM ${minimal}\nRUN exit 3\n` })
    const step = await buildAll(folder, { services: listOf(image), platforms: `linux/${own}` })
    expect(step.exitCode).toBe(1)
    const errors = step.annotations.filter(({ level }) => level === 'error').map(({ message }) => message)
    expect(errors).toEqual([
      expect.stringMatching(/^billing: [\s\S]*exit/),
      expect.stringMatching(/^1 of 3 services failed: billing: [\s\S]*What to do: /),
    ])
    expect(Object.keys(JSON.parse(step.outputs.digests!))).toEqual([`${image}/audit`, `${image}/search`])
    expect(await rawManifest(`${image}/billing:test`)).toBeUndefined()
    expect(await rawManifest(`${image}/search:test`)).toBeDefined()
  }, 600_000)

  test('several at once give the same', async () => {
    const image = freshName()
    const folder = monorepo()
    const inputs = { services: listOf(image), platforms: `linux/${own}` }
    const one = await buildAll(folder, inputs)
    const two = await buildAll(folder, { ...inputs, 'max-parallel': '2' })
    expect({ exitCode: two.exitCode, digests: two.outputs.digests }).toEqual({
      exitCode: 0,
      digests: one.outputs.digests,
    })
    expect(two.stdout).toMatch(/^audit \[linux\//m)
  }, 600_000)

  test('on the command line, from a file', async () => {
    const image = freshName()
    const folder = monorepo({ 'services.yaml': listOf(image) })
    const args = ['--services', 'services.yaml', '--platforms', `linux/${foreign}`, '--tags', '1', '--json']
    const ended = await runCli(['build', ...args, '--push', 'false', '--cache', 'off'], { cwd: folder })
    expect(ended.exitCode).toBe(0)
    expect(Object.keys(JSON.parse(ended.stdout).images)).toEqual(NAMES.map((name) => `${image}/${name}`))
    const wrong = await runCli(['build', ...args, '--image', image], { cwd: folder })
    expect(wrong.exitCode).toBe(2)
    expect(wrong.stderr).toContain('input image: is given beside services')
  }, 600_000)
})
