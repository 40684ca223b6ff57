import { parseDockerfile } from '../../../src/dockerfile/parse.js'
import { executionOf, neededStages, targetStage } from '../../../src/dockerfile/stages.js'
import { instructionOfStep, parseStep } from '../../../src/dockerfile/steps.js'

const gateway = parseDockerfile(
  `ARG BASE=registry.example/go:1
FROM --platform=$BUILDPLATFORM \${BASE} AS builder
ARG TARGETARCH
RUN dnf update -y
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/cache \\
    # a comment
    GOARCH=\${TARGETARCH} \\
    go build
FROM scratch AS production
COPY --from=builder /app /app
LABEL org.opencontainers.image.title="gateway" version=\${VERSION}
FROM builder AS development
RUN dnf install -y delve
FROM registry.example/minimal AS emulated
RUN --mount=type=bind,from=builder,target=/b microdnf install -y x
COPY --from=0 /app /app
`,
  '/src/Dockerfile',
)

test('stages, lines and labels', () => {
  expect(gateway.stages.map((stage) => [stage.name, stage.base, stage.platform])).toEqual([
    ['builder', '${BASE}', '$BUILDPLATFORM'],
    ['production', 'scratch', undefined],
    ['development', 'builder', undefined],
    ['emulated', 'registry.example/minimal', undefined],
  ])
  expect(gateway.stages[0]!.instructions.map((each) => [each.keyword, each.line, each.endLine])).toEqual([
    ['FROM', 2, 2],
    ['ARG', 3, 3],
    ['RUN', 4, 4],
    ['COPY', 5, 5],
    ['RUN', 6, 9],
  ])
  expect(gateway.stages[1]!.labels).toEqual(['org.opencontainers.image.title', 'version'])
})

test.each([
  ['production', ['builder', 'production']],
  ['PRODUCTION', ['builder', 'production']],
  ['development', ['builder', 'development']],
  ['emulated', ['builder', 'emulated']],
  [undefined, ['builder', 'emulated']],
  ['0', ['builder']],
  ['nothing', []],
])('target %s needs %j', (target, expected) => {
  expect(neededStages(gateway, target).map((stage) => stage.name)).toEqual(expected)
})

test.each([
  ['production', false],
  ['development', false],
  ['emulated', true],
  ['nothing', true],
])('building %s executes programs of the target: %s', (target, onTarget) => {
  expect(executionOf(gateway, target)).toEqual({ onTarget, onNamed: [] })
})

test.each([
  ['FROM a\nRUN b', true, []],
  ['FROM --platform=${BUILDPLATFORM} a\nRUN b', false, []],
  ['FROM --platform=linux/amd64 a AS x\nRUN b\nFROM x\nRUN c', false, ['linux/amd64']],
  ['FROM --platform=linux/amd64 a AS x\nCOPY b /\nFROM scratch\nCOPY --from=x /b /', false, []],
  ['FROM --platform=$TARGETPLATFORM a\nRUN b', true, []],
  ['FROM scratch\nCOPY a /', false, []],
  ['FROM a AS x\nRUN b\nFROM scratch\nCOPY c /', false, []],
  ['', true, []],
])('%j executes on the target: %s, and on %j', (text, onTarget, onNamed) => {
  expect(executionOf(parseDockerfile(text, 'Dockerfile'), undefined)).toEqual({ onTarget, onNamed })
})

test('the target may be missing', () => {
  expect(targetStage(parseDockerfile('', 'Dockerfile'), undefined)).toBeUndefined()
})

describe('the line of a step', () => {
  test.each([
    ['[1/2] STEP 3/5: RUN dnf update -y', 4],
    ['[1/2] STEP 5/5: RUN --mount=type=cache,target=/cache     GOARCH=${TARGETARCH}     go build', 6],
    ['[2/2] STEP 2/3: COPY --from=builder /app /app', 11],
    ['STEP 2/2: COPY --from=0 /app /app', 17],
    ['STEP 1/3: FROM scratch AS production', 10],
  ])('%s is line %i', (line, expected) => {
    expect(instructionOfStep(gateway, parseStep(line)!)?.line).toBe(expected)
  })

  test('of two equal instructions the numbers choose', () => {
    const twice = parseDockerfile('FROM a AS x\nRUN b\nRUN b\nFROM c\nRUN b\n', 'Dockerfile')
    expect(instructionOfStep(twice, parseStep('[1/2] STEP 3/3: RUN b')!)?.line).toBe(3)
    expect(instructionOfStep(twice, parseStep('[2/2] STEP 2/2: RUN b')!)?.line).toBe(5)
  })

  test('a heredoc is found by its first line', () => {
    const heredoc = parseDockerfile('FROM a\nRUN <<EOF\nmake\nEOF\n', 'Dockerfile')
    expect(instructionOfStep(heredoc, parseStep('STEP 2/2: RUN <<EOF (make...)')!)?.line).toBe(2)
  })

  test.each(['STEP x', 'no step', 'echo STEP 1/2: RUN x'])('%s is none', (line) => {
    expect(parseStep(line)).toBeUndefined()
  })

  test('a step that is not in the file has no line', () => {
    expect(instructionOfStep(gateway, parseStep('STEP 9/9: LABEL "added"="x"')!)).toBeUndefined()
  })
})
