import { parseDockerfile } from '../../../src/dockerfile/parse.js'
import { applyEdits } from '../../../src/lint/edits.js'
import type { Finding } from '../../../src/lint/finding.js'
import { describe as described } from '../../../src/lint/findings.js'
import { found } from './support/facts.js'
import { circumstancesOf, shape, shapes } from './support/shapes.js'

// The lines that a finding gives to be written must mend it and change nothing else.

/** What is written in place of what, by shape, line and rule. */
const WRITTEN: Record<string, string[]> = {
  'arch-argument:2 hard-coded-architecture': ['line 2:', 'ARG TARGETARCH', 'ARG ARCH=$TARGETARCH'],
  'commit-argument-first:2 cache-busting-argument': [
    'line 2:',
    '',
    'line 8:',
    'ARG COMMIT',
    'RUN echo "$COMMIT" > version.txt',
  ],
  'commit-argument-first:3 cache-busting-argument': [
    'line 3:',
    '',
    'line 9:',
    'ARG BUILD_DATE',
    'LABEL org.example.created=$BUILD_DATE',
  ],
  'dotnet-portable:6 emulated-compile': [
    'line 1:',
    'FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:8.0 AS publish',
  ],
  'download-stage:5 emulated-download': ['line 1:', 'FROM --platform=$BUILDPLATFORM alpine:3.22 AS fetch'],
  'fixed-platform-shipped:1 fixed-platform': ['line 1:', 'FROM node:22-slim'],
  'go-build-platform-forgotten-target:4 target-architecture-unused': [
    'line 4:',
    'ARG TARGETOS',
    'ARG TARGETARCH',
    'RUN CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH go build -o /out/app .',
  ],
  'go-distroless-emulated:7 emulated-compile': [
    'line 2:',
    'FROM --platform=$BUILDPLATFORM golang:1.25 AS build',
    'line 7:',
    'ARG TARGETOS',
    'ARG TARGETARCH',
    'RUN CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH go build -o /go/bin/app ./cmd/server',
  ],
  'go-environment-arch:4 hard-coded-architecture': ['line 4:', 'ARG TARGETARCH', 'ENV GOARCH=$TARGETARCH'],
  'go-hardcoded-arch:4 hard-coded-architecture': [
    'line 4:',
    'ARG TARGETARCH',
    'RUN CGO_ENABLED=0 GOOS=linux GOARCH=$TARGETARCH go build -o /app ./cmd/app',
  ],
  'go-kubebuilder-manager:13 emulated-compile': [
    'line 2:',
    'FROM --platform=$BUILDPLATFORM golang:1.24 AS builder',
  ],
  'go-scratch-certificates:7 emulated-compile': [
    'line 1:',
    'FROM --platform=$BUILDPLATFORM golang:1.24-alpine AS builder',
    'line 7:',
    'ARG TARGETOS',
    'ARG TARGETARCH',
    "RUN GOOS=$TARGETOS GOARCH=$TARGETARCH go build -ldflags '-s -w' -o /bin/server .",
  ],
  'go-undeclared-targetarch:5 undeclared-platform-argument': [
    'line 5:',
    'ARG TARGETARCH',
    'RUN CGO_ENABLED=0 GOARCH=$TARGETARCH go build -o /out/app .',
  ],
  'java-maven:6 emulated-compile': [
    'line 1:',
    'FROM --platform=$BUILDPLATFORM maven:3.9-eclipse-temurin-21 AS build',
  ],
  'java-spring-layers:6 emulated-compile': [
    'line 1:',
    'FROM --platform=$BUILDPLATFORM eclipse-temurin:21-jdk AS builder',
  ],
  'node-typescript-service:7 emulated-compile': [
    'line 1:',
    'FROM --platform=$BUILDPLATFORM node:22-alpine AS build',
  ],
  'node-yarn-berry:7 emulated-compile': [
    'line 1:',
    'FROM --platform=$BUILDPLATFORM node:22-alpine AS builder',
  ],
  'targetarch-default:3 platform-argument-default': ['line 3:', 'ARG TARGETARCH'],
}

const cases = shapes().flatMap((name) =>
  found(shape(name), circumstancesOf(name))
    .filter(({ replacement }) => replacement !== undefined)
    .map((finding) => ({ name, finding, title: `${name}:${finding.location.line} ${finding.rule}` })),
)

test('each replacement is in the table', () => {
  expect(Object.keys(WRITTEN).sort()).toEqual(cases.map(({ title }) => title).sort())
})

test.each(cases)('$title', ({ title, name, finding }) => {
  const text = shape(name)
  const mended = applyEdits(text, finding.replacement!)
  expect(inLines(finding)).toEqual(WRITTEN[title])
  const brief = (of: string) =>
    found(of, circumstancesOf(name)).map(({ rule, message }) => `${rule}: ${withoutLines(message)}`)
  const one = `${finding.rule}: ${withoutLines(finding.message)}`
  expect(brief(mended)).toEqual(brief(text).filter((each) => each !== one))
  expect(skeleton(mended)).toEqual(skeleton(text))
})

test('a finding in words', () => {
  expect(found(shape('go-distroless-emulated')).map(described)).toEqual([
    `emulated-compile: this RUN compiles Go in the stage build, which is emulated for linux/arm64: many times slower than on the building machine. What to do: let the stage run on the building machine, which gives the same files
line 2: write
  FROM --platform=$BUILDPLATFORM golang:1.25 AS build
line 7: write
  ARG TARGETOS
  ARG TARGETARCH
  RUN CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH go build -o /go/bin/app ./cmd/server
https://github.com/kubernaut/multiarch-build/blob/main/docs/lint/emulated-compile.md`,
  ])
})

/** Each replaced line or lines, and what is written there. */
function inLines({ replacement = [] }: Finding): string[] {
  return replacement.flatMap(({ line, endLine, text }) => [
    line === endLine ? `line ${line}:` : `lines ${line} to ${endLine}:`,
    ...text.split('\n'),
  ])
}

function withoutLines(message: string): string {
  return message.replace(/line \d+/, '')
}

/** Keywords of each stage without declarations, which no replacement changes. */
function skeleton(text: string): string[][] {
  return parseDockerfile(text, 'Dockerfile').stages.map(({ instructions }) =>
    instructions.map(({ keyword }) => keyword).filter((keyword) => keyword !== 'ARG'),
  )
}
