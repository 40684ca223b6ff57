import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { makeEnvironment, VARIABLES } from '../../support/make.js'
import { must, repository, run, temporaryFolder } from '../../support/runner.js'

const MAKEFILE = join(repository, 'Makefile.multiarch')
const text = readFileSync(MAKEFILE, 'utf8')

/** A folder with a Makefile that has these lines around the one with `include`. */
function project(before = '', after = '', file = MAKEFILE): string {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'Makefile'), `${before}\ninclude ${file}\n${after}\n`)
  return folder
}

const make = (folder: string, args: readonly string[], env: Record<string, string> = {}) =>
  run(['make', ...args], { cwd: folder, env: makeEnvironment(env) })

/** The values with which a target would start the program. */
async function values(folder: string, args: readonly string[], env?: Record<string, string>) {
  const { exitCode, stdout, stderr } = await make(folder, ['-s', 'MULTIARCH_BUILD=env; :', ...args], env)
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  const entries = [...stdout.matchAll(/^MULTIARCH_(IMG|CONTEXT|FILE|PLATFORMS|ARCH|CLUSTER)=(.*)$/gm)]
  return Object.fromEntries(entries.map(([, name, value]) => [name!, value!]))
}

const own = process.arch === 'arm64' ? 'arm64' : 'amd64'

test('values without any setting', async () => {
  const folder = project()
  expect(await values(folder, ['docker-build'])).toEqual({
    IMG: `localhost/${basename(folder)}:dev`,
    CONTEXT: '.',
    FILE: '',
    PLATFORMS: 'linux/amd64,linux/arm64',
    ARCH: own,
    CLUSTER: '',
  })
})

test('each variable from the Makefile, the environment over a ?= of it, and the command line over all', async () => {
  const folder = project('PLATFORMS = linux/386\nCONTEXT ?= a\nDOCKERFILE ?= b\nIMG = x/y:1')
  const found = await values(folder, ['docker-build', 'IMG=x/y:3'], {
    CONTEXT: 'c',
    PLATFORMS: 'linux/s390x',
    IMG: 'x/y:2',
  })
  expect(found).toMatchObject({ PLATFORMS: 'linux/386', CONTEXT: 'c', FILE: 'b', IMG: 'x/y:3' })
})

test('what a target is about: its service, its name, other variables of the Makefile', async () => {
  const folder = project('REGISTRY = r\nVERSION = 1\nDOCKERFILE = $(SERVICE)/Dockerfile\nTARGETARCH = s390x')
  expect(await values(folder, ['docker-push-must-gather', 'SERVICE=x'])).toMatchObject({
    IMG: 'r/must-gather:1',
    FILE: 'must-gather/Dockerfile',
  })
  expect(await values(folder, ['docker-build-single', 'SERVICE=x'])).toMatchObject({ IMG: 'r/x:1-s390x' })
  expect(await values(folder, ['docker-load', 'SERVICE=x'])).toMatchObject({ IMG: 'r/x:1', ARCH: 's390x' })
})

test.each([
  [['docker-build', 'IMG=a/b:1,c/d:1'], 'IMG is one image with its tag'],
  [['docker-push', 'IMG=localhost/x:1'], 'is in no registry: set REGISTRY or IMG'],
  [['docker-build-all'], 'docker-build-all: SERVICES names no service'],
  [['docker-push-gatway', 'SERVICES=gateway'], 'docker-push-gatway: SERVICES names no gatway'],
  [['docker-push-gatewy'], 'docker-push-gatewy: what is built is the same for any service: set SERVICES'],
  [['docker-push-gatewy', 'SERVICE=gateway'], 'let CONTEXT or DOCKERFILE name $(SERVICE)'],
  [['docker-build-all', 'SERVICES=a b', 'IMG=x/y:1'], 'IMG is the same for several of SERVICES'],
  [['docker-build-all', 'SERVICES=a;b'], "SERVICES can't have ;"],
])('make %j is an error before anything is run', async (args, message) => {
  const { exitCode, stdout, stderr } = await make(project(), ['-s', 'MULTIARCH_BUILD=echo', ...args])
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
  expect(stderr).toContain(message)
})

test('one name for one service of several is no error', async () => {
  const folder = project('SERVICES = a b')
  expect(await values(folder, ['docker-build-a', 'IMG=x/y:1'])).toMatchObject({ IMG: 'x/y:1' })
})

test.each([
  ['a context of its own', 'CONTEXT = services/$(SERVICE)'],
  ['a Dockerfile of its own, by way of another variable', 'file = $(SERVICE).df\nDOCKERFILE = $(file)'],
  ['options of its own', 'MULTIARCH_ARGS = $(if $(filter gateway,$(SERVICE)),--target "a b")'],
  ['the name of the one service', 'SERVICE = gateway'],
  [
    'options that refuse names',
    'MULTIARCH_ARGS = $(if $(filter gateway,$(SERVICE)),,$(error no $(SERVICE)))',
  ],
  ['a Makefile that refuses names', 'CONTEXT = $(if $(filter gateway,$(SERVICE)),a,$(error no $(SERVICE)))'],
])('without SERVICES any name will do with %s', async (_what, line) => {
  const found = await values(project(line), ['docker-build-gateway', 'REGISTRY=r', 'VERSION=1'])
  expect(found).toMatchObject({ IMG: 'r/gateway:1' })
})

test('without SERVICES any name will do where the context is said with the target', async () => {
  const found = await values(project(), [
    'docker-build-gateway',
    'REGISTRY=r',
    'VERSION=1',
    'CONTEXT=services/gateway',
  ])
  expect(found).toMatchObject({ IMG: 'r/gateway:1', CONTEXT: 'services/gateway' })
})

describe.each([
  ['x86_64', 'amd64', 'amd64'],
  ['aarch64', 'arm64', 'arm64'],
  ['arm64', 'arm64', 'arm64'],
  ['armv7l', 'arm/v7', 'arm-v7'],
  ['armv8l', 'arm/v7', 'arm-v7'],
  ['armv6l', 'arm/v6', 'arm-v6'],
  ['i686', '386', '386'],
  ['loongarch64', 'loong64', 'loong64'],
  ['ppc64le', 'ppc64le', 'ppc64le'],
])('on a host that calls itself %s', (machine, architecture, suffix) => {
  let PATH: string
  beforeAll(() => {
    const bin = temporaryFolder()
    writeFileSync(join(bin, 'uname'), `#!/bin/sh\necho ${machine}\n`, { mode: 0o755 })
    PATH = `${bin}:${process.env.PATH}`
  })

  test('make', async () => {
    const found = await values(project(), ['docker-build-single', 'IMG=x/y:1'], { PATH })
    expect(found).toMatchObject({ ARCH: architecture, IMG: `x/y:1-${suffix}` })
  })

  test('the script', async () => {
    const env = makeEnvironment({ PATH, IMG: 'x/y:1', MULTI_ARCH: 'false', MULTIARCH_BUILD: 'echo' })
    const stdout = await must([join(repository, 'examples', 'build-image.sh')], { env })
    expect(stdout).toContain(`build --tags=x/y:1-${suffix} --platforms=linux/${architecture} `)
  })
})

test('what make alone makes is the project’s own first target, before or after the line', async () => {
  const own = 'mine: ; @echo mine'
  expect((await make(project(own), [])).stdout).toBe('mine\n')
  expect((await make(project('', own), [])).stdout).toBe('mine\n')
})

test('a Makefile’s other targets see none of its values', async () => {
  const { exitCode, stdout } = await make(project('', 'mine: ; @env'), ['-s', 'mine'])
  expect(exitCode).toBe(0)
  expect(stdout).toMatch(/^PATH=/m)
  expect(stdout).not.toContain('MULTIARCH_')
  expect(stdout).not.toMatch(/^(?:IMG|VERSION)=/m)
})

test('Git is asked once, and only when something needs the version', async () => {
  const bin = temporaryFolder()
  writeFileSync(join(bin, 'git'), `#!/bin/sh\necho asked >>${bin}/asked\necho v1.0-3-gabc/x\n`, {
    mode: 0o755,
  })
  const PATH = `${bin}:${process.env.PATH}`
  const folder = project('SERVICES = a b c', 'mine: ; @:')
  const quiet = [['mine'], ['docker-help'], ['docker-build', 'IMG=x/y:1'], ['docker-build', 'VERSION=1']]
  for (const args of quiet)
    expect((await make(folder, ['MULTIARCH_BUILD=true', ...args], { PATH })).exitCode).toBe(0)
  expect(() => readFileSync(join(bin, 'asked'))).toThrow()
  const found = await values(folder, ['docker-build-all', 'docker-build'], { PATH })
  expect(found.IMG).toMatch(/:v1\.0-3-gabc-x$/)
  expect(readFileSync(join(bin, 'asked'), 'utf8')).toBe('asked\n')
})

test.each(['-x', '..a', 'é/ü', 'a'.repeat(200), ''])(
  'a version %j becomes a valid tag',
  async (described) => {
    const bin = temporaryFolder()
    writeFileSync(join(bin, 'git'), `#!/bin/sh\nprintf '%s\\n' '${described}'\n`, { mode: 0o755 })
    const found = await values(project(), ['docker-build'], { PATH: `${bin}:${process.env.PATH}` })
    expect(found.IMG).toMatch(/:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/)
  },
)

describe('the command', () => {
  const started = async (file: string, path = '/usr/bin:/bin') =>
    (
      await make(project('', '', file), ['-n', 'docker-inspect', 'IMG=registry.example/a:1'], { PATH: path })
    ).stdout.trim()
  const copied = (): string => {
    const folder = temporaryFolder()
    cpSync(MAKEFILE, join(folder, 'Makefile.multiarch'))
    return folder
  }

  test('that of the clone which the file is in', async () =>
    expect(await started(MAKEFILE)).toBe(`node '${repository}/dist/cli/index.js' inspect "$MULTIARCH_IMG"`))

  test('a copy beside the file, whatever dist the project itself has', async () => {
    const folder = copied()
    mkdirSync(join(folder, 'dist/cli'), { recursive: true })
    writeFileSync(join(folder, 'dist/cli/index.js'), '')
    writeFileSync(join(folder, 'multiarch-build.mjs'), '')
    const file = join(folder, 'Makefile.multiarch')
    expect(await started(file)).toBe(`node '${folder}/multiarch-build.mjs' inspect "$MULTIARCH_IMG"`)
  })

  test('one that is installed, or else what npm fetches', async () => {
    const file = join(copied(), 'Makefile.multiarch')
    const fetched = "npx --yes '--package=github:kubernaut/multiarch-build#v1' multiarch-build"
    expect(await started(file)).toBe(`${fetched} inspect "$MULTIARCH_IMG"`)
    const bin = temporaryFolder()
    writeFileSync(join(bin, 'multiarch-build'), '#!/bin/sh\n', { mode: 0o755 })
    expect(await started(file, `${bin}:/usr/bin:/bin`)).toBe('multiarch-build inspect "$MULTIARCH_IMG"')
  })
})

test('help: its own, and that of Makefiles which look for ## in all files', async () => {
  const kubebuilder = `awk 'BEGIN {FS = ":.*##"} /^[a-zA-Z_0-9-]+:.*?##/ { print $$1, $$2 } /^##@/ { print substr($$0, 5) }' $(MAKEFILE_LIST)`
  const grep = `grep -hE '^[a-zA-Z_-]+:.*?## .*$$' $(MAKEFILE_LIST) | sort`
  const folder = project('', `help: ; @${kubebuilder}\nhelp2: ; @${grep}`)
  const targets = [...text.matchAll(/^(docker-[\w-]+%?):.* ## /gm)].map(([, name]) => name!)
  expect(targets).toEqual(expect.arrayContaining(['docker-build', 'docker-push-all', 'docker-build-%']))
  const ownHelp = await make(folder, ['docker-help'])
  for (const target of targets) expect(ownHelp.stdout).toMatch(new RegExp(`^  ${target} +[A-Z]`, 'm'))
  for (const help of ['help', 'help2']) {
    const { stdout } = await make(folder, [help])
    for (const target of targets.filter((name) => !name.endsWith('%'))) expect(stdout).toContain(target)
  }
})

test('docs/make.md has every target and variable', () => {
  const page = readFileSync(join(repository, 'docs', 'make.md'), 'utf8')
  const targets = [...text.matchAll(/^(docker-[\w-]+):/gm)].map(([, name]) => name!)
  for (const name of [...targets, ...VARIABLES]) expect(page).toContain(`\`${name}`)
  const variables = [...text.matchAll(/^([A-Z_]+) \?=/gm)].map(([, name]) => name!)
  expect([...VARIABLES]).toEqual(expect.arrayContaining(variables))
})

test('the script is one that any POSIX shell reads', async () => {
  await must(['sh', '-n', join(repository, 'examples', 'build-image.sh')])
  await must(['bash', '--posix', '-n', join(repository, 'examples', 'build-image.sh')])
})
