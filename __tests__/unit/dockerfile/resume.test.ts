import { type Dockerfile, parseDockerfile } from '../../../src/dockerfile/parse.js'
import { type Resumption, resumedText, stagesLeft } from '../../../src/dockerfile/resume.js'

const text = `ARG BASE=toolset
FROM \${BASE} AS unused
RUN never

FROM other AS tools
RUN tools

FROM --platform=$BUILDPLATFORM \${BASE} AS Builder
ARG VERSION
SHELL ["/bin/bash", "-c"]
USER root
RUN update \\
  && more
COPY . .
RUN --mount=type=bind,from=tools,target=/t build
RUN after

FROM scratch AS production
COPY --from=builder /a /a
COPY --from=0 /b /b
LABEL x=y

FROM production AS development
RUN more
`
const dockerfile = parseDockerfile(text, 'Dockerfile')
const resumption = (stage: number, instruction: number): [Dockerfile['stages'][number], Resumption] => [
  dockerfile.stages[stage]!,
  { after: dockerfile.stages[stage]!.instructions[instruction]!, image: `127.0.0.1:1/kept@sha256:${stage}` },
]
const left = (target: string | undefined, ...points: ReturnType<typeof resumption>[]) =>
  stagesLeft(dockerfile, target, new Map(points)).map(({ index }) => index)

describe('stages that are left', () => {
  test('all that the target needs when nothing is resumed', () => {
    expect(left('production')).toEqual([0, 1, 2, 3])
    expect(left(undefined)).toEqual([0, 1, 2, 3, 4])
  })

  test('none below a stage that is resumed at its end', () => {
    expect(left('production', resumption(3, 3))).toEqual([3])
  })

  test('those that what remains of a resumed stage needs', () => {
    expect(left('production', resumption(3, 1))).toEqual([0, 3])
    expect(left('production', resumption(2, 4))).toEqual([0, 1, 2, 3])
    expect(left('production', resumption(2, 6))).toEqual([0, 2, 3])
  })
})

test('instructions that are done are taken out, line by line, but for ARG and SHELL', () => {
  const resumed = resumedText(text, dockerfile, 'production', new Map([resumption(2, 4)]))
  expect(resumed).toBe(`ARG BASE=toolset
FROM \${BASE} AS unused
RUN never

FROM other AS tools
RUN tools

FROM --platform=$BUILDPLATFORM 127.0.0.1:1/kept@sha256:2 AS builder
ARG VERSION
SHELL ["/bin/bash", "-c"]



COPY . .
RUN --mount=type=bind,from=tools,target=/t build
RUN after

FROM scratch AS production
COPY --from=builder /a /a
COPY --from=0 /b /b
LABEL x=y

FROM production AS development
RUN more
`)
})

test('stages that nothing needs any more are empty and keep their number and name', () => {
  const resumed = resumedText(text, dockerfile, 'production', new Map([resumption(3, 1)]))
  const after = parseDockerfile(resumed, 'Dockerfile')
  expect(after.stages.map(({ base, name, instructions }) => [name, base, instructions.length])).toEqual([
    ['unused', '${BASE}', 2],
    ['tools', 'scratch', 1],
    ['builder', 'scratch', 1],
    ['production', '127.0.0.1:1/kept@sha256:3', 3],
    ['development', 'production', 2],
  ])
  expect(resumed.split('\n')).toHaveLength(text.split('\n').length)
})
