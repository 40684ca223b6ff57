import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parsePlanRequest } from '../../../../src/request/plan-request.js'
import { type Plan, planServices } from '../../../../src/services/plan.js'
import { Repositories } from '../../request/support/repository.js'

/** Go services that copy their own folder and what is shared. */
export const SMALL = ['audit', 'billing', 'mailer', 'notifier', 'search', 'session', 'users']

const GO = (copies: string) => `ARG GO_IMAGE=registry.example.org/go-toolset:1.24
FROM --platform=$BUILDPLATFORM \${GO_IMAGE} AS builder
ARG TARGETARCH
COPY go.mod go.sum ./
${copies}
RUN CGO_ENABLED=0 GOARCH=\${TARGETARCH} go build -o /out ./cmd
FROM scratch AS production
COPY --from=builder /out /service
FROM production AS development
COPY hack/debug.sh /debug.sh
`

/** Shapes of services side by side, as text by path. */
export const MONOREPO: Readonly<Record<string, string>> = {
  'go.mod': 'module example.org/m\n',
  'go.sum': '\n',
  'README.md': 'read\n',
  '.dockerignore': 'bin/\n!bin/*-arm64\n!bin/*-amd64\n*.md\nservices/must-gather\ndocs\n',
  'hack/debug.sh': 'true\n',
  'pkg/shared.go': 'package pkg\n',
  'docs/guide.txt': 'guide\n',
  'cmd/gateway/main.go': 'package main\n',
  'cmd/data/main.go': 'package main\n',
  'migrations/1.sql': 'select 1;\n',
  'bin/service-amd64': 'elf\n',
  'bin/service-arm64': 'elf\n',
  'bin/service': 'elf\n',
  'web/package.json': '{}\n',
  'web/app/main.js': '1\n',
  'web/proxy/nginx.conf': 'x\n',
  'rules/a.yaml': 'a: 1\n',
  'services/gateway/Dockerfile': GO('COPY --chown=1001 . .'),
  'services/data-storage/Dockerfile': GO(
    'COPY --chown=1001 cmd/data cmd\nCOPY pkg pkg\nCOPY migrations/*.sql m/',
  ),
  'services/db-migrate/Dockerfile': `ARG BASE=registry.example.org/minimal
FROM --platform=$BUILDPLATFORM registry.example.org/go AS builder
RUN --mount=type=bind,source=pkg,target=/pkg --mount=type=bind,source=go.mod,target=/go.mod go install tool
FROM $BASE
COPY --from=builder /tool /tool
COPY ["migrations", "/migrations"]
RUN true
`,
  'services/must-gather/Dockerfile':
    'FROM registry.example.org/ubi\nARG TARGETARCH\nCOPY gather/ /usr/bin/\nRUN true\n',
  'services/must-gather/.dockerignore': '*.md\n',
  'services/must-gather/gather/gather.sh': 'true\n',
  'services/must-gather/NOTES.md': 'notes\n',
  'services/runtime/Dockerfile': `FROM --platform=linux/amd64 registry.example.org/ubi AS certificates
FROM scratch
ARG TARGETARCH
COPY --from=certificates /etc/pki /etc/pki
COPY bin/service-\${TARGETARCH} /service
`,
  'services/console/Dockerfile': `FROM --platform=$BUILDPLATFORM registry.example.org/node AS builder
WORKDIR /src
COPY web/package.json ./
COPY web/app app
RUN npm run build
FROM registry.example.org/nginx
COPY --from=builder /src/out /usr/share
COPY web/proxy/nginx.conf /etc/nginx/
`,
  'services/rules/Dockerfile': 'FROM scratch\nCOPY rules /rules\n',
  ...Object.fromEntries(
    SMALL.flatMap((name) => [
      [`cmd/${name}/main.go`, 'package main\n'],
      [`services/${name}/Dockerfile`, GO(`COPY cmd/${name} cmd\nCOPY pkg pkg`)],
    ]),
  ),
}

const ROOT_CONTEXT = ['gateway', 'data-storage', 'db-migrate', 'runtime', 'console', 'rules', ...SMALL]

/** Its list of services. */
export const SERVICES = `image: quay.io/example/{name}
defaults:
  file: services/{name}/Dockerfile
services:
${ROOT_CONTEXT.map((name) => `  - name: ${name}${/runtime|console|db-migrate|rules/.test(name) ? '' : '\n    target: production'}`).join('\n')}
  - name: must-gather
    context: services/must-gather
`

/** A repository in which things change. */
export class Monorepo extends Repositories {
  readonly root = this.path('monorepo')

  constructor(files: Readonly<Record<string, string>> = { ...MONOREPO, 'services.yaml': SERVICES }) {
    super()
    this.git(this.folder, 'init', '-q', '-b', 'main', this.root)
    this.write(files)
    this.save()
  }

  /** Writes files; undefined removes one. */
  write(files: Readonly<Record<string, string | undefined>>): void {
    for (const [path, text] of Object.entries(files)) {
      const at = join(this.root, path)
      rmSync(at, { recursive: true, force: true })
      if (text === undefined) continue
      mkdirSync(dirname(at), { recursive: true })
      writeFileSync(at, text)
    }
  }

  /** @returns the commit */
  save(): string {
    this.git(this.root, 'add', '-A')
    this.git(this.root, 'commit', '-q', '--allow-empty', '-m', 'change')
    return this.head()
  }

  head(): string {
    return this.git(this.root, 'rev-parse', 'HEAD')
  }

  plan(
    given: Readonly<Record<string, string>>,
    { env = {}, folder = this.root }: { env?: NodeJS.ProcessEnv; folder?: string } = {},
  ): Promise<Plan> {
    const request = parsePlanRequest({ services: 'services.yaml', ...given })
    return planServices(
      request,
      { env: { ...this.env, ...env }, signal: new AbortController().signal },
      folder,
    )
  }

  /** Names of the services that some changes bring into the plan. */
  async changed(files: Readonly<Record<string, string | undefined>>): Promise<string[]> {
    const base = this.head()
    this.write(files)
    this.save()
    return names(await this.plan({ base }))
  }
}

/** The services that are planned, sorted. */
export function names({ planned }: Plan): string[] {
  return planned.map(({ service }) => service.name).sort()
}
