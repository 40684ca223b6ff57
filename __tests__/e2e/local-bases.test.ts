import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { isBefore, podmanVersion } from '../support/podman.js'
import { must, run, runStep, temporaryFolder } from '../support/runner.js'
import { build, contextWith, expectNoLeftovers, foldersOf, mustBuild, own } from '../support/world.js'

// Base images that only this machine has: they are seen in the user's own store, which others use meanwhile.

const base = `localhost/base-${process.pid}:1`
const inputs = { image: 'localhost/service', platforms: `linux/${own}`, push: 'false' }

/** Mounts that podman's processes see. */
const mounts = async () =>
  process.geteuid?.() === 0
    ? readFileSync('/proc/self/mountinfo', 'utf8')
    : must(['podman', 'unshare', 'cat', '/proc/self/mountinfo'])

expectNoLeftovers()
jest.setTimeout(600_000)

beforeAll(async () => {
  const folder = temporaryFolder()
  await must(['tar', '-cf', join(folder, 'base.tar'), '-C', contextWith({ 'etc/base': 'base' }), '.'])
  await must(['podman', 'import', '--quiet', join(folder, 'base.tar'), base])
})

afterAll(() => must(['podman', 'rmi', base]))

/** A Dockerfile of so many steps. */
const stepsOnBase = (count: number) =>
  `FROM ${base}\n${Array.from({ length: count }, (_, index) => `COPY f /${index}\n`).join('')}`

test('are found while the user lists images and builds', async () => {
  const context = contextWith({ Dockerfile: stepsOnBase(25), f: '' })
  let over = false
  let listed = 0
  let seen = ''
  const others = [1, 2].map(async () => {
    while (!over) {
      // podman 4.3 ends with an error where there is a manifest list of images that are elsewhere; it has opened the store all the same.
      await run(['podman', 'images'])
      seen += await mounts()
      listed += 1
    }
  })
  try {
    await mustBuild({ ...inputs, context })
  } finally {
    over = true
    await Promise.all(others)
  }
  expect(listed).toBeGreaterThan(2)
  expect(seen).toMatch(/multiarch-build-\w+-images ro,/)
  expect(await mounts()).not.toMatch(/multiarch-build-\w+-images/)
})

test('are still there when a kill left them mounted, and post took that away', async () => {
  const context = contextWith({ Dockerfile: stepsOnBase(25), f: '' })
  const temp = join(temporaryFolder(), 'temp')
  mkdirSync(temp)
  const env = { RUNNER_TEMP: temp }
  const step = await build(
    { ...inputs, context },
    {
      env,
      onOutput: (text, child) => {
        if (text.includes('STEP 1/')) child.kill('SIGKILL')
      },
    },
  )
  expect(step.exitCode).toBe(137)
  expect(foldersOf(step).some((folder) => existsSync(folder))).toBe(true)
  const post = await runStep('post', { env: { ...env, STATE_workspace: step.state.workspace } })
  expect(post).toMatchObject({ exitCode: 0, stdout: '' })
  expect(await mounts()).not.toMatch(/multiarch-build-\w+-images/)
  expect(await run(['podman', 'image', 'exists', base])).toMatchObject({ exitCode: 0 })
  await mustBuild({ ...inputs, context: contextWith({ Dockerfile: `FROM ${base}\n` }) })
})

const can = !isBefore('4.4')
const manyLayers = `too many layers on them for podman 4.3${can ? ` (skipped: ${podmanVersion} can mount them)` : ''}`
;(can ? test.skip : test)(manyLayers, async () => {
  const step = await build({ ...inputs, context: contextWith({ Dockerfile: stepsOnBase(70), f: '' }) })
  expect(step.exitCode).toBe(1)
  expect(step.annotations.find(({ level }) => level === 'error')!.message).toMatch(
    /can’t put that many layers on a base image that lies in the user’s own storage[\s\S]*What to do: remove the base image there/,
  )
})
