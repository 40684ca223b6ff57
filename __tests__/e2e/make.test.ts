import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeEnvironment } from '../support/make.js'
import { type Ended, must, repository, run, temporaryFolder } from '../support/runner.js'
import { binaries, fixture, foreign, freshName, gateway, index, own, rawManifest } from '../support/world.js'

// Makefile.multiarch and examples/build-image.sh in projects as a developer has them: real make, podman and registry.

const BOTH = ['linux/amd64', 'linux/arm64']
const INCLUDE = `include ${repository}/Makefile.multiarch\n`
const cache = temporaryFolder('cache-')

/** A project with a folder for each service, and a Makefile. */
function project(services: readonly (keyof typeof SHAPES)[], makefile: string): string {
  const folder = temporaryFolder()
  for (const service of services) SHAPES[service](join(folder, service))
  writeFileSync(join(folder, 'Makefile'), makefile)
  return folder
}

const SHAPES = {
  gateway: (folder: string) => cpSync(gateway, folder, { recursive: true }),
  'db-migrate': (folder: string) => cpSync(fixture('db-migrate'), folder, { recursive: true }),
  runtime: (folder: string) => {
    cpSync(fixture('runtime'), folder, { recursive: true })
    mkdirSync(join(folder, 'bin'), { recursive: true })
    for (const name of ['service-amd64', 'service-arm64'])
      copyFileSync(join(binaries, name), join(folder, 'bin', name))
  },
  rules: (folder: string) => cpSync(fixture('data-only'), folder, { recursive: true }),
  /** The same program for every platform, which builds and is wrong. */
  wrong: (folder: string) => {
    mkdirSync(folder)
    copyFileSync(join(binaries, 'service-amd64'), join(folder, 'service'))
    writeFileSync(
      join(folder, 'Dockerfile'),
      'FROM scratch\nCOPY --chmod=0755 service /service\nENTRYPOINT ["/service"]\n',
    )
  },
}

function make(folder: string, ...args: string[]): Promise<Ended> {
  return run(['make', ...args], { cwd: folder, env: makeEnvironment({ XDG_CACHE_HOME: cache }) })
}

async function mustMake(folder: string, ...args: string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await make(folder, ...args)
  if (exitCode !== 0) throw new Error(`make ${args.join(' ')} ended with ${exitCode}\n${stdout}\n${stderr}`)
  return stdout + stderr
}

/** The platforms of a manifest list in podman's storage; none when nothing there has that name. */
async function inPodman(name: string): Promise<string[]> {
  if ((await run(['podman', 'manifest', 'exists', name])).exitCode !== 0) return []
  const { manifests } = JSON.parse(await must(['podman', 'manifest', 'inspect', name])) as {
    manifests: { platform: { os: string; architecture: string } }[]
  }
  return manifests.map(({ platform }) => `${platform.os}/${platform.architecture}`)
}

/** The platforms of an index in the registry. */
async function inRegistry(name: string): Promise<string[]> {
  return (await index(name)).manifests.map(({ platform }) => `${platform!.os}/${platform!.architecture}`)
}

/** The names that podman's storage has for a repository. */
async function namesOf(image: string): Promise<string[]> {
  const names = await must(['podman', 'images', '--format', '{{.Repository}}:{{.Tag}}'])
  return names.split('\n').filter((name) => name.startsWith(`${image}:`))
}

/** A stand-in for kind, which keeps what it was called with, and the archive. */
function kind(): { readonly path: string; readonly archive: string; readonly call: () => string } {
  const folder = temporaryFolder()
  const program = join(folder, 'kind')
  writeFileSync(
    program,
    `#!/bin/sh\nprintf '%s|' "$@" > '${folder}/call'\ncp "$3" '${folder}/archive.tar'\n`,
    { mode: 0o755 },
  )
  return {
    path: `${folder}:${process.env.PATH}`,
    archive: join(folder, 'archive.tar'),
    call: () => readFileSync(join(folder, 'call'), 'utf8'),
  }
}

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
    await mustMake(folder, '-j2', 'docker-build-all')
    for (const service of SERVICES)
      expect(await inPodman(`${image}/${service}:1.4.0`)).toEqual(platforms[service])
    expect(await rawManifest(`${image}/gateway:1.4.0`)).toBeUndefined()
  }, 300_000)

  test('docker-push-all: nothing is built again, and the registry has an index of each', async () => {
    const said = await mustMake(folder, '-j2', 'docker-push-all')
    expect(said.match(/^Nothing to build: .* unchanged$/gm)).toHaveLength(3)
    for (const service of SERVICES)
      expect(await inRegistry(`${image}/${service}:1.4.0`)).toEqual(platforms[service])
    expect(await mustMake(folder, 'docker-inspect', 'SERVICE=gateway')).toContain('nothing found')
  })

  test('one of them, by pattern or by SERVICE, which a pattern takes from its name', async () => {
    await mustMake(folder, 'docker-build-runtime', 'SERVICE=gateway', 'VERSION=by-pattern')
    await mustMake(folder, 'docker-push', 'SERVICE=runtime', 'VERSION=by-variable')
    expect(await inPodman(`${image}/runtime:by-pattern`)).toEqual(BOTH)
    expect(await inPodman(`${image}/gateway:by-pattern`)).toEqual([])
    expect(await inRegistry(`${image}/runtime:by-variable`)).toEqual(BOTH)
  })

  test('a file with a target’s name is no reason to do nothing', async () => {
    writeFileSync(join(folder, 'docker-push-runtime'), '')
    await mustMake(folder, 'docker-push-runtime', 'VERSION=file')
    expect(await inRegistry(`${image}/runtime:file`)).toEqual(BOTH)
  })
})

describe('one service', () => {
  let folder: string
  beforeAll(() => {
    folder = project(['runtime', 'rules'], `CONTEXT ?= rules\n${INCLUDE}`)
  })

  test('docker-build and docker-push, at the same time: one after the other, and what was built isn’t built again', async () => {
    const image = freshName()
    const said = await mustMake(folder, '-j2', 'docker-push', 'docker-build', `IMG=${image}:1`)
    expect(said.match(/^Nothing to build/gm)).toHaveLength(1)
    expect(await inPodman(`${image}:1`)).toEqual(BOTH)
    expect(await inRegistry(`${image}:1`)).toEqual(BOTH)
  })

  test('docker-build-single: this host’s architecture, or another, beside the image of both', async () => {
    const image = 'localhost/make/single'
    await mustMake(folder, 'docker-build', `IMG=${image}:1`)
    await mustMake(folder, 'docker-build-single', `IMG=${image}:1`)
    await mustMake(folder, 'docker-build-single', `IMG=${image}:1`, `TARGETARCH=${foreign}`)
    expect(await inPodman(`${image}:1`)).toEqual(BOTH)
    expect(await inPodman(`${image}:1-${own}`)).toEqual([`linux/${own}`])
    expect(await inPodman(`${image}:1-${foreign}`)).toEqual([`linux/${foreign}`])
  })

  test('docker-verify leaves nothing in podman or the registry', async () => {
    const image = freshName()
    const said = await mustMake(folder, 'docker-verify', `IMG=${image}:1`, 'PLATFORMS=linux/arm64')
    expect(said).toMatch(/^ {2}linux\/arm64 sha256:[0-9a-f]{64}$/m)
    expect(await namesOf(image)).toEqual([])
    expect(await rawManifest(`${image}:1`)).toBeUndefined()
  })

  test('docker-load: one architecture under the very name, for kind as an archive with that name', async () => {
    const image = 'localhost/make/load:1'
    const { path, archive, call } = kind()
    await mustMake(
      folder,
      'docker-load',
      'CONTEXT=runtime',
      `IMG=${image}`,
      'KIND_CLUSTER=dev',
      `PATH=${path}`,
    )
    expect(await inPodman(image)).toEqual([`linux/${own}`])
    const [load, what, file, ...rest] = call().split('|')
    expect([load, what, ...rest]).toEqual(['load', 'image-archive', '--name', 'dev', ''])
    expect(existsSync(file!)).toBe(false)
    const manifest = JSON.parse(await must(['tar', '-xOf', archive, 'manifest.json']))
    expect(manifest).toMatchObject([{ RepoTags: [image] }])
    const config = JSON.parse(await must(['skopeo', 'inspect', '--config', `docker-archive:${archive}`]))
    expect(config).toMatchObject({ architecture: own, config: { Entrypoint: ['/service'] } })
  })

  test.each([
    [
      'strict flags, .ONESHELL and everything exported',
      'SHELL := /bin/bash\n.SHELLFLAGS := -euo pipefail -c\n.ONESHELL:\nexport\n',
    ],
    ['a shell of several words', 'SHELL = /usr/bin/env bash -o pipefail\n.SHELLFLAGS = -ec\n'],
  ])('a Makefile with %s', async (_what, settings) => {
    const other = project(['rules'], `${settings}MAKEFLAGS += --warn-undefined-variables\n${INCLUDE}`)
    const image = freshName()
    const { path, archive } = kind()
    const more = [`IMG=${image}:1`, 'CONTEXT=rules', 'KIND_CLUSTER=dev', `PATH=${path}`]
    expect(await mustMake(other, 'docker-load', 'docker-push', ...more)).not.toContain('warning: undefined')
    expect(existsSync(archive)).toBe(true)
    expect(await inRegistry(`${image}:1`)).toEqual(BOTH)
  })

  test('VERSION is what Git says of the checkout, as a tag', async () => {
    const git = (...args: string[]) =>
      must(['git', '-c', 'user.name=t', '-c', 'user.email=t@t', ...args], { cwd: folder })
    await git('init', '--quiet')
    await git('commit', '--quiet', '--allow-empty', '-m', 'x')
    await git('tag', 'runtime/v1.0.0+a')
    const image = freshName()
    await mustMake(folder, 'docker-push', `REGISTRY=${image}`, 'SERVICE=x')
    expect(await inRegistry(`${image}/x:runtime-v1.0.0-a`)).toEqual(BOTH)
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
      const { exitCode, stderr } = await make(folder, `${target}-wrong`)
      expect(exitCode).toBe(2)
      expect(stderr).toContain('/service')
      expect(await namesOf(`${image}/wrong`)).toEqual([])
      expect(await rawManifest(`${image}/wrong:1`)).toBeUndefined()
    },
  )

  test('one of several fails all; with -k the others are made', async () => {
    expect((await make(folder, '-k', 'docker-push-all')).exitCode).toBe(2)
    expect(await inRegistry(`${image}/rules:1`)).toEqual(BOTH)
  })

  test('docker-load of an image that is wrong doesn’t reach kind', async () => {
    const { path, archive } = kind()
    const ended = await make(
      folder,
      'docker-load-wrong',
      `TARGETARCH=arm64`,
      'KIND_CLUSTER=dev',
      `PATH=${path}`,
    )
    expect(ended.exitCode).toBe(2)
    expect(existsSync(archive)).toBe(false)
  })

  test('a kind that fails', async () => {
    const { path, archive } = kind()
    mkdirSync(archive)
    mkdirSync(join(archive, 'image.tar'))
    const ended = await make(folder, 'docker-load-rules', 'KIND_CLUSTER=dev', `PATH=${path}`)
    expect(ended.exitCode).toBe(2)
  })
})

test('nothing in a value is run', async () => {
  const folder = project(['rules'], `REGISTRY ?= registry.example/x\nCONTEXT ?= rules\n${INCLUDE}`)
  const refused = await make(folder, 'docker-build', 'IMG=x;touch pwned')
  expect(refused).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('is no valid tag') })
  const { path, call } = kind()
  const fine = 'IMG=localhost/make/evil:1'
  const cluster = `'"; touch pwned; $(touch pwned)`
  await mustMake(folder, 'docker-load', fine, `KIND_CLUSTER=${cluster.replace('$', '$$$$')}`, `PATH=${path}`)
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
    for (const name of variables) await mustMake(folder, ...goals, `${name}=${value}`, 'MULTIARCH_BUILD=true')
    await make(folder, 'docker-build-all', `SERVICES=${value}`, 'MULTIARCH_BUILD=true')
    await make(folder, `docker-build-${value}`, 'MULTIARCH_BUILD=true')
  }
  expect(existsSync(join(folder, 'pwned'))).toBe(false)
})

describe('build-image.sh', () => {
  const script = join(repository, 'examples', 'build-image.sh')
  const build = (env: Record<string, string>, ...args: string[]) =>
    run([...shell, script, ...args], {
      cwd: fixture('data-only'),
      env: makeEnvironment({ XDG_CACHE_HOME: cache, ...env }),
    })
  let shell: string[] = []
  beforeEach(() => {
    shell = []
  })

  test.each([[['sh']], [['bash', '--posix']]])('both architectures into podman: %s', async (with_) => {
    shell = with_
    const IMG = `localhost/make/script:${with_[0]}`
    expect(await build({ IMG })).toMatchObject({ exitCode: 0 })
    expect(await inPodman(IMG)).toEqual(BOTH)
  })

  test('nothing is pushed unasked, in a workflow neither', async () => {
    const IMG = `${freshName()}:1`
    const event = join(temporaryFolder(), 'event.json')
    writeFileSync(event, '{"repository":{"default_branch":"main","full_name":"a/b"}}')
    const runner = {
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: 'push',
      GITHUB_EVENT_PATH: event,
      GITHUB_REF: 'refs/heads/main',
      GITHUB_REPOSITORY: 'a/b',
    }
    shell = ['sh']
    expect(await build({ IMG, ...runner })).toMatchObject({ exitCode: 0 })
    expect(await rawManifest(IMG)).toBeUndefined()
    expect(await inPodman(IMG)).toEqual(BOTH)
  })

  test('PUSH=true: an index in the registry, with further options', async () => {
    const IMG = `${freshName()}:1`
    expect(await build({ IMG, PUSH: 'true' }, '--annotations', 'index:a=b c')).toMatchObject({ exitCode: 0 })
    expect(await inRegistry(IMG)).toEqual(BOTH)
    expect((await index(IMG)).annotations).toMatchObject({ a: 'b c' })
    expect(await namesOf(IMG.replace(/:1$/, ''))).toEqual([])
  })

  test('MULTI_ARCH=false: one architecture, under a name of its own', async () => {
    const IMG = 'localhost/make/script:one'
    const TARGETARCH = foreign
    expect(await build({ IMG, MULTI_ARCH: 'false' })).toMatchObject({ exitCode: 0 })
    expect(await build({ IMG, MULTI_ARCH: 'false', TARGETARCH })).toMatchObject({ exitCode: 0 })
    expect(await inPodman(`${IMG}-${own}`)).toEqual([`linux/${own}`])
    expect(await inPodman(`${IMG}-${foreign}`)).toEqual([`linux/${foreign}`])
    expect(await inPodman(IMG)).toEqual([])
  })

  test('what is missing or wrong ends it with 2, and nothing in a value is run', async () => {
    const IMG = 'localhost/make/script:wrong'
    expect(await build({})).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('IMG is not set') })
    for (const env of [
      { MULTI_ARCH: 'no' },
      { PUSH: '1' },
      { IMG: 'a/b:1,c/d:1' },
      { IMG: '$(touch pwned)' },
    ])
      expect(await build({ IMG, ...env })).toMatchObject({ exitCode: 2 })
    expect(existsSync(join(fixture('data-only'), 'pwned'))).toBe(false)
  })

  test('a copy in a project takes the program that it is told, or the one beside it', async () => {
    const folder = temporaryFolder()
    copyFileSync(script, join(folder, 'build.sh'))
    chmodSync(join(folder, 'build.sh'), 0o755)
    const copy = (env: Record<string, string>) =>
      run([join(folder, 'build.sh'), '--target', 'a b'], { env: makeEnvironment({ IMG: 'x/y:1', ...env }) })
    expect((await copy({ MULTIARCH_BUILD: 'printf [%s]' })).stdout).toContain('[--target][a b]')
    writeFileSync(join(folder, 'multiarch-build.mjs'), 'console.log("beside", process.argv.at(-1))')
    expect((await copy({})).stdout).toBe('beside a b\n')
  })
})
