import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  BOTH,
  INCLUDE,
  inPodman,
  inRegistry,
  kind,
  make,
  mustMake,
  namesOf,
  project,
} from '../support/make-project.js'
import { freshName, own, rawManifest } from '../support/world.js'

// Makefile.multiarch in projects of several services.

describe('many services', () => {
  const SERVICES = ['gateway', 'db-migrate', 'runtime'] as const
  // Emulating what the migrator runs would take most of the time, and is no matter of make's.
  const platforms = { gateway: BOTH, 'db-migrate': [`linux/${own}`], runtime: BOTH }
  const image = freshName()
  let folder: string
  beforeAll(() => {
    folder = project(
      SERVICES,
      `SERVICES = ${SERVICES.join(' ')}
REGISTRY = ${image}
VERSION = 1.4.0
CONTEXT = $(SERVICE)
DOCKERFILE = $(SERVICE)/Dockerfile
PLATFORMS = $(if $(filter db-migrate,$(SERVICE)),linux/${own},linux/amd64$(comma)linux/arm64)
comma = ,
MULTIARCH_ARGS = $(if $(filter gateway,$(SERVICE)),--target production --build-args BUILD_MODE=debug)
${INCLUDE}`,
    )
  })

  test('docker-build-all, two at a time: a manifest list of its platforms for each, under its name', async () => {
    await mustMake(folder, ['-j2', 'docker-build-all'])
    for (const service of SERVICES)
      expect(await inPodman(`${image}/${service}:1.4.0`)).toEqual(platforms[service])
    expect(await rawManifest(`${image}/gateway:1.4.0`)).toBeUndefined()
  }, 300_000)

  test('docker-push-all: nothing is built again, and the registry has an index of each', async () => {
    const said = await mustMake(folder, ['-j2', 'docker-push-all'])
    expect(said.match(/^Nothing to build: .* unchanged$/gm)).toHaveLength(3)
    for (const service of SERVICES)
      expect(await inRegistry(`${image}/${service}:1.4.0`)).toEqual(platforms[service])
    expect(await mustMake(folder, ['docker-inspect', 'SERVICE=gateway'])).toContain('nothing found')
  })

  test('one of them, by pattern or by SERVICE, which a pattern takes from its name', async () => {
    await mustMake(folder, ['docker-build-runtime', 'SERVICE=gateway', 'VERSION=by-pattern'])
    await mustMake(folder, ['docker-push', 'SERVICE=runtime', 'VERSION=by-variable'])
    expect(await inPodman(`${image}/runtime:by-pattern`)).toEqual(BOTH)
    expect(await inPodman(`${image}/gateway:by-pattern`)).toEqual([])
    expect(await inRegistry(`${image}/runtime:by-variable`)).toEqual(BOTH)
  })

  test('a file with a target’s name is no reason to do nothing', async () => {
    writeFileSync(join(folder, 'docker-push-runtime'), '')
    await mustMake(folder, ['docker-push-runtime', 'VERSION=file'])
    expect(await inRegistry(`${image}/runtime:file`)).toEqual(BOTH)
  })
})

describe('failures', () => {
  let folder: string
  const image = freshName()
  beforeAll(() => {
    folder = project(
      ['rules', 'wrong'],
      `SERVICES = wrong rules\nREGISTRY = ${image}\nVERSION = 1\nCONTEXT = $(SERVICE)\n${INCLUDE}`,
    )
  })

  test.each(['docker-build', 'docker-push', 'docker-verify'])(
    '%s of an image that is wrong fails',
    async (target) => {
      const { exitCode, stderr } = await make(folder, [`${target}-wrong`])
      expect(exitCode).toBe(2)
      expect(stderr).toContain('/service')
      expect(await namesOf(`${image}/wrong`)).toEqual([])
      expect(await rawManifest(`${image}/wrong:1`)).toBeUndefined()
    },
  )

  test('one of several fails all; with -k the others are made', async () => {
    expect((await make(folder, ['-k', 'docker-push-all'])).exitCode).toBe(2)
    expect(await inRegistry(`${image}/rules:1`)).toEqual(BOTH)
  })

  test('docker-load of an image that is wrong doesn’t reach kind', async () => {
    const { path, archive } = kind()
    const ended = await make(folder, [
      'docker-load-wrong',
      `TARGETARCH=arm64`,
      'KIND_CLUSTER=dev',
      `PATH=${path}`,
    ])
    expect(ended).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('/service') })
    expect(existsSync(archive)).toBe(false)
  })

  test('a kind that fails, which was called', async () => {
    const { path, call } = kind(3)
    const ended = await make(folder, ['docker-load-rules', 'KIND_CLUSTER=dev', `PATH=${path}`])
    expect(ended.exitCode).toBe(2)
    expect(call()).toMatch(/^load\|image-archive\|\/.*\/image\.tar\|--name\|dev\|$/)
  })
})

test('nothing in a value is run', async () => {
  const settings = 'SERVICE ?= rules\nCONTEXT ?= $(SERVICE)\nDOCKERFILE ?= $(SERVICE)/Dockerfile\n'
  const folder = project(['rules'], `REGISTRY ?= registry.example/x\n${settings}${INCLUDE}`)
  const refused = await make(folder, ['docker-build', 'IMG=x;touch pwned'])
  expect(refused).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('is no valid tag') })
  const { path, call } = kind()
  const fine = 'IMG=localhost/make/evil:1'
  const cluster = `'"; touch pwned; $(touch pwned)`
  await mustMake(folder, [
    'docker-load',
    fine,
    `KIND_CLUSTER=${cluster.replace('$', '$$$$')}`,
    `PATH=${path}`,
  ])
  expect(call()).toContain(`--name|${cluster}|`)
  // Everything but the program itself, which would only refuse these.
  const targets = [
    'build',
    'push',
    'verify',
    'inspect',
    'build-single',
    'load',
    'build-x',
    'push-x',
    'load-x',
  ]
  const variables = [
    'IMG',
    'REGISTRY',
    'SERVICE',
    'VERSION',
    'CONTEXT',
    'DOCKERFILE',
    'PLATFORMS',
    'TARGETARCH',
  ]
  const values = [
    'x;touch pwned',
    "'; touch pwned; '",
    '"; touch pwned; "',
    '$$(touch pwned)',
    '`touch pwned`',
    'a\ntouch pwned',
  ]
  for (const value of values) {
    const goals = targets.map((target) => `docker-${target}`)
    for (const name of variables)
      await mustMake(folder, [...goals, `${name}=${value}`, 'MULTIARCH_BUILD=true'])
    await make(folder, ['docker-build-all', `SERVICES=${value}`, 'MULTIARCH_BUILD=true'])
    await make(folder, [`docker-build-${value}`, 'MULTIARCH_BUILD=true'])
  }
  expect(existsSync(join(folder, 'pwned'))).toBe(false)
})
