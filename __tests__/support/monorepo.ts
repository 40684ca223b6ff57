import { execFileSync } from 'node:child_process'
import { copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// The shapes of real Dockerfiles side by side, as one repository of fourteen services.

const root = fileURLToPath(new URL('../..', import.meta.url))
const fixtures = join(root, '__tests__', 'fixtures')
const gateway = join(root, 'examples', 'gateway')

/** Go services of the gateway's shape that are small, and copy what they need. */
export const SMALL = ['audit', 'billing', 'mailer', 'notifier', 'search', 'session', 'users']

/** All services, in the order of the list. */
export const SERVICES = [
  'gateway',
  ...SMALL,
  'data-storage',
  'db-migrate',
  'must-gather',
  'runtime',
  'console',
  'policies',
]

/** What the services of a monorepo are made with. */
export interface MonorepoOptions {
  /** What images are called below: `HOST/ORGANISATION`. */
  readonly images: string
  /** Folder with `service-<architecture>`. */
  readonly binaries: string
  /** Where `collect-linux-<architecture>` is served. */
  readonly toolsUrl: string
}

/** Writes the repository and commits it. */
export function writeMonorepo(folder: string, options: MonorepoOptions): void {
  mkdirSync(folder, { recursive: true })
  for (const part of ['go.mod', 'go.sum', 'internal', 'cmd'])
    cpSync(join(gateway, part), join(folder, part), { recursive: true })
  write(folder, '.dockerignore', ignoreFile('bin/', '!bin/*-arm64'))
  write(folder, 'services/gateway/Dockerfile', readFileSync(join(gateway, 'Dockerfile'), 'utf8'))
  write(
    folder,
    'services/gateway/Dockerfile.dockerignore',
    ignoreFile('bin/', '!bin/*-arm64', 'services', 'pkg', 'cmd', '!cmd/gateway'),
  )
  write(folder, 'pkg/identity/identity.go', IDENTITY)
  for (const name of SMALL) {
    write(folder, `cmd/${name}/main.go`, mainOf(name))
    write(folder, `services/${name}/Dockerfile`, dockerfileOf(name))
  }
  const others = ['data-storage', 'db-migrate', 'must-gather', 'runtime', 'console']
  for (const name of others) cpSync(join(fixtures, name), join(folder, 'services', name), { recursive: true })
  cpSync(join(fixtures, 'data-only'), join(folder, 'services/policies'), { recursive: true })
  mkdirSync(join(folder, 'services/runtime/bin'))
  for (const architecture of ['amd64', 'arm64']) {
    const program = `service-${architecture}`
    copyFileSync(join(options.binaries, program), join(folder, 'services/runtime/bin', program))
  }
  write(folder, 'services.yaml', listOf(options))
  const git = (...args: string[]) => execFileSync('git', ['-C', folder, ...args], { stdio: 'pipe', env: ENV })
  git('init', '-q', '-b', 'main')
  commit(folder, 'all services')
}

/** Changes what goes into one service's image, and commits it. */
export function changeService(folder: string, name = 'audit'): void {
  const path = join(folder, 'cmd', name, 'main.go')
  writeFileSync(path, `${readFileSync(path, 'utf8')}\n// One line more.\nvar changed = "${name}"\n`)
  commit(folder, `change ${name}`)
}

/** Commits all that is there. @returns the commit */
export function commit(folder: string, message: string): string {
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', folder, ...args], { stdio: 'pipe', env: ENV, encoding: 'utf8' })
  git('add', '-A', '--force')
  git('commit', '-q', '-m', message)
  return git('rev-parse', 'HEAD').trim()
}

const ENV = {
  PATH: process.env.PATH,
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.org',
}

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

function ignoreFile(...own: string[]): string {
  return ['.git', '**/*.md', '**/*_test.go', ...own, ''].join('\n')
}

const IDENTITY = `// Package identity says what a program is. Small packages only: it builds in seconds.
package identity

import (
	"os"
	"runtime"
)

// Say prints name, version and architecture.
func Say(name, version string) {
	os.Stdout.WriteString("{\\"name\\":\\"" + name + "\\",\\"version\\":\\"" + version + "\\",\\"arch\\":\\"" + runtime.GOARCH + "\\"}\\n")
}
`

function mainOf(name: string): string {
  return `// Command ${name} says what it is.
package main

import "example.com/gateway/pkg/identity"

var version = "dev"

func main() { identity.Say("${name}", version) }
`
}

function dockerfileOf(name: string): string {
  return `# ${name}: like the gateway, but for what it copies.
ARG BUILDER_IMAGE=registry.access.redhat.com/ubi9/go-toolset:1.24
FROM --platform=$BUILDPLATFORM \${BUILDER_IMAGE} AS builder
USER root
RUN dnf update -y && dnf install -y ca-certificates tzdata && dnf clean all
USER 1001
WORKDIR /opt/app-root/src
COPY --chown=1001:0 go.mod go.sum ./
RUN go mod download
COPY --chown=1001:0 pkg pkg
COPY --chown=1001:0 cmd/${name} cmd/${name}
ARG TARGETOS
ARG TARGETARCH
ARG APP_VERSION=dev
RUN --mount=type=cache,target=/opt/app-root/src/.cache/go-build,uid=1001,gid=0,mode=0775 \\
    CGO_ENABLED=0 GOOS=\${TARGETOS} GOARCH=\${TARGETARCH} \\
    go build -trimpath -ldflags "-s -w -X main.version=\${APP_VERSION}" -o bin/service ./cmd/${name}

FROM scratch AS production
COPY --from=builder /etc/pki/tls/certs/ca-bundle.crt /etc/ssl/certs/ca-certificates.crt
COPY --from=builder /usr/share/zoneinfo /usr/share/zoneinfo
COPY --from=builder /etc/passwd /etc/passwd
COPY --from=builder /opt/app-root/src/bin/service /service
USER 65534
ENTRYPOINT ["/service"]
ARG APP_VERSION=dev
LABEL name="${name}" version="\${APP_VERSION}"

FROM \${BUILDER_IMAGE} AS development
COPY --chown=1001:0 . .
`
}

function listOf({ images, toolsUrl }: MonorepoOptions): string {
  const go = SMALL.map((name) => `  - { name: ${name}, target: production }`)
  const ownContext = ['data-storage', 'db-migrate', 'must-gather', 'runtime', 'console', 'policies']
  const others = ownContext.map((name) => {
    const args = name === 'must-gather' ? `, args: { TOOLS_URL: '${toolsUrl}' }` : ''
    return `  - { name: ${name}, context: services/${name}${args} }`
  })
  return `image: ${images}/{name}
defaults:
  file: services/{name}/Dockerfile
services:
  - { name: gateway, target: production, args: { APP_VERSION: 1.2.3 } }
${[...go, ...others].join('\n')}
`
}
