import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { stringify } from 'yaml'

// Needs nothing of the tests, since benchmarks use it too.

const repository = fileURLToPath(new URL('../..', import.meta.url))
const fixtures = join(repository, '__tests__', 'fixtures')
const example = join(repository, 'examples', 'gateway')

/** Go services in the form of the gateway, each of which copies its own folder and `pkg`. */
const SMALL = ['alerts', 'billing', 'inventory', 'notifier', 'reports', 'scheduler', 'search'] as const
/** Of other shapes, each in a folder and a context of its own. */
const APART: Readonly<Record<string, string>> = {
  'db-migrate': 'db-migrate',
  'must-gather': 'must-gather',
  runtime: 'runtime',
  console: 'console',
  rules: 'data-only',
}
/** With a machine written down: it must be refused. */
const HARD_CODED = 'hardcoded'

/** The services, in the order of the list. `gateway` and `data-storage` copy the whole root, so that most changes are theirs too. */
export const SERVICES = ['gateway', 'data-storage', ...SMALL, ...Object.keys(APART)] as const

/** What a monorepo is made with. */
export interface MonorepoOptions {
  /** Repository of the images, with `{name}`. */
  readonly image: string
  /** Folder with `service-amd64` and `service-arm64`, which one service ships as they are. */
  readonly binaries: string
  /** Where one service fetches `collect-linux-<architecture>` while it is built. */
  readonly toolsUrl: string
  /** Those on the list; all 14 by default. `hardcoded` is one more. */
  readonly services?: readonly string[]
}

/** What a user writes: the workflow that calls the reusable one. */
export const callerWorkflow = `on: { push: { branches: [main], tags: ['v*'] }, pull_request: {} }
permissions: { contents: read }
jobs:
  images:
    uses: kubernaut/multiarch-build/.github/workflows/multiarch.yml@v1
    with:
      services: services.yaml
    secrets:
      registry-username: \${{ secrets.QUAY_USERNAME }}
      registry-password: \${{ secrets.QUAY_PASSWORD }}
`

/** Path of {@link callerWorkflow} in a monorepo. */
export const CALLER_PATH = '.github/workflows/images.yml'

/**
 * Writes 14 services of all shapes into an empty folder, and commits them.
 * @returns the commit
 */
export async function writeMonorepo(folder: string, options: MonorepoOptions): Promise<string> {
  for (const [name, shape] of Object.entries(APART))
    cpSync(join(fixtures, shape), join(folder, 'services', name), { recursive: true })
  for (const architecture of ['amd64', 'arm64']) {
    const name = `service-${architecture}`
    cpSync(join(options.binaries, name), join(folder, 'services/runtime/bin', name))
  }
  cpSync(join(fixtures, 'data-storage/cmd'), join(folder, 'cmd'), { recursive: true })
  cpSync(join(fixtures, 'data-storage/migrations'), join(folder, 'migrations'), { recursive: true })
  write(folder, { ...shared(), ...goServices(), 'services.yaml': listOf(options) })
  await git(folder, 'init', '--quiet', '--initial-branch=main')
  return commit(folder, 'all services')
}

/**
 * Writes files, of which undefined removes one, and commits.
 * @returns the commit
 */
export async function change(
  folder: string,
  files: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  write(folder, files)
  return commit(folder, `change ${Object.keys(files).join(', ')}`)
}

/**
 * Changes a file that goes into the image of one service alone, and of those that copy everything.
 * @returns the commit
 */
export function changeOneService(folder: string, name: string = SMALL[1]): Promise<string> {
  const path = FILE_OF[name] ?? `cmd/${name}/main.go`
  const text = readFileSync(join(folder, path), 'utf8')
  return change(folder, { [path]: CHANGES[extname(path)]?.(text) ?? `${text}# changed\n` })
}

const CHANGES: Readonly<Record<string, (text: string) => string>> = {
  // A comment would leave the program as it is, to the byte.
  '.go': (text) => text.replace('", version', '!", version'),
  '.sql': (text) => `${text}-- changed\n`,
}

// Of each a file that its Dockerfile copies.
const FILE_OF: Readonly<Record<string, string>> = {
  'data-storage': 'migrations/schema.sql',
  'db-migrate': 'services/db-migrate/migrations/0002_severity.sql',
  'must-gather': 'services/must-gather/collection-scripts/gather',
  runtime: 'services/runtime/config/service.yaml',
  console: 'services/console/nginx.conf',
  rules: 'services/rules/policies/rules.yaml',
}

const COMMITTER = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Octo Cat',
  GIT_AUTHOR_EMAIL: 'octocat@example.org',
  GIT_AUTHOR_DATE: '2026-01-02T03:04:05Z',
  GIT_COMMITTER_NAME: 'Octo Cat',
  GIT_COMMITTER_EMAIL: 'octocat@example.org',
  GIT_COMMITTER_DATE: '2026-01-02T03:04:05Z',
}

/** What Git answers in a repository; commits have a constant author and time. */
export async function git(folder: string, ...args: string[]): Promise<string> {
  const env = { ...process.env, ...COMMITTER }
  const { stdout } = await promisify(execFile)('git', ['-C', folder, ...args], { env })
  return stdout.trim()
}

async function commit(folder: string, message: string): Promise<string> {
  await git(folder, 'add', '--all')
  await git(folder, 'commit', '--quiet', '--message', message)
  return git(folder, 'rev-parse', 'HEAD')
}

function write(folder: string, files: Readonly<Record<string, string | undefined>>): void {
  for (const [path, text] of Object.entries(files)) {
    const at = join(folder, path)
    if (text === undefined) rmSync(at)
    else {
      mkdirSync(dirname(at), { recursive: true })
      writeFileSync(at, text)
    }
  }
}

function listOf({ image, toolsUrl, services = SERVICES }: MonorepoOptions): string {
  return stringify({
    image,
    defaults: { file: 'services/{name}/Dockerfile' },
    services: services.map((name) => ({
      name,
      ...(name in APART && { context: `services/${name}` }),
      // The last stage of the gateway's form is for work on the code.
      ...(!(name in APART) && name !== 'data-storage' && { target: 'production' }),
      ...(name === 'must-gather' && { args: { TOOLS_URL: toolsUrl } }),
    })),
  })
}

function shared(): Record<string, string> {
  return {
    '.dockerignore': `${readFileSync(join(example, '.dockerignore'), 'utf8')}services/\n`,
    [CALLER_PATH]: callerWorkflow,
    'README.md': 'Fourteen services.\n',
    'go.mod': 'module example.com/services\n\ngo 1.24\n',
    'go.sum': '',
    'pkg/identity/identity.go': IDENTITY,
    'bin/helper': 'of no machine that is built for\n',
    'bin/helper-arm64': 'let through by the last line of .dockerignore\n',
  }
}

const IDENTITY = `// Package identity says what a program is. Small packages only: it builds in seconds.
package identity

import (
	"os"
	"runtime"
)

// Print writes name, version and architecture to standard output.
func Print(name, version string) {
	os.Stdout.WriteString(\`{"name":"\` + name + \`","version":"\` + version + \`","arch":"\` + runtime.GOARCH + "\\"}\\n")
}
`

const main = (name: string) => `// Command ${name} says what it is.
package main

import "example.com/services/pkg/identity"

var version = "dev"

func main() { identity.Print("${name}", version) }
`

function goServices(): Record<string, string> {
  const crossBuilt = readFileSync(join(example, 'Dockerfile'), 'utf8')
  const dockerfile = (shape: string) => readFileSync(join(fixtures, shape, 'Dockerfile'), 'utf8')
  return {
    ...goService('gateway', crossBuilt),
    ...Object.assign({}, ...SMALL.map((name) => goService(name, copyingOwn(name, crossBuilt)))),
    ...goService(HARD_CODED, copyingOwn(HARD_CODED, dockerfile('gateway-hardcoded-goarch'))),
    'services/data-storage/Dockerfile': dockerfile('data-storage'),
  }
}

function goService(name: string, dockerfile: string): Record<string, string> {
  return {
    [`services/${name}/Dockerfile`]: dockerfile.replaceAll('gateway', name),
    [`cmd/${name}/main.go`]: main(name),
  }
}

// In the builder alone: the stage for work on the code keeps everything.
function copyingOwn(name: string, dockerfile: string): string {
  const everything = 'COPY --chown=1001:0 . .\n'
  const own = ['pkg', `cmd/${name}`].map((path) => `COPY --chown=1001:0 ${path} ./${path}\n`).join('')
  return dockerfile.replace(everything, own)
}
