import { readFileSync } from 'node:fs'
import { originOf } from '../../../src/dockerfile/copies.js'
import { parseDockerfile } from '../../../src/dockerfile/parse.js'
import { hiddenArgument, suspectFor } from '../../../src/dockerfile/suspects.js'

const suspect = (text: string, path = '/app', target?: string) => {
  const found = suspectFor(parseDockerfile(text, 'Dockerfile'), target, path)
  return found && { line: found.location.line, cause: found.cause, cure: found.cure }
}

test.each([
  ['ARG GOARCH=amd64', 'GOARCH=amd64'],
  ['ENV GOARCH amd64', 'GOARCH amd64'],
  ['RUN CGO_ENABLED=0 GOOS=linux GOARCH=arm64 go build -o /app', 'GOARCH=arm64'],
  ['RUN GOOS=darwin go build -o /app', 'GOOS=darwin'],
  ['RUN cargo build --target x86_64-unknown-linux-musl', 'x86_64'],
  ['RUN curl -o /app https://example.com/app-linux-amd64', 'amd64'],
  ['ENV CARGO_BUILD_TARGET="aarch64-unknown-linux-gnu"', 'CARGO_BUILD_TARGET="aarch64'],
])('%s', (instruction, written) => {
  const text = `FROM --platform=$BUILDPLATFORM go AS builder\n${instruction}\nFROM scratch\nCOPY --from=builder /app /app\n`
  expect(suspect(text)).toMatchObject({ line: 2, cause: expect.stringContaining(written) })
})

test('the fixture that has the mistake', () => {
  const path = '__tests__/fixtures/gateway-hardcoded-goarch/Dockerfile'
  expect(suspect(readFileSync(path, 'utf8'), '/gateway', 'production')).toMatchObject({
    line: 22,
    cure: expect.stringContaining('GOARCH=$TARGETARCH'),
  })
})

test('a builder on the building machine that never uses TARGETARCH', () => {
  const text =
    'FROM --platform=$BUILDPLATFORM go AS b\nRUN go build -o /app\nFROM scratch\nCOPY --from=b /app /\n'
  expect(suspect(text)).toMatchObject({ line: 1, cause: expect.stringContaining('never uses TARGETARCH') })
})

test('a stage fixed to one platform, also when another goes on from it', () => {
  const text =
    'FROM --platform=linux/amd64 go AS a\nFROM a AS b\nRUN make\nFROM scratch\nCOPY --from=b /app /app\n'
  expect(suspect(text)).toMatchObject({ line: 1, cause: 'the stage is fixed to linux/amd64' })
})

test('a prebuilt program from the context, and one for each architecture', () => {
  expect(suspect('FROM scratch\nCOPY bin/app /app\n')).toMatchObject({
    line: 2,
    cause: expect.stringContaining('built before'),
  })
  expect(suspect('FROM scratch\nARG TARGETARCH\nCOPY bin/app-${TARGETARCH} /app\n')).toMatchObject({
    line: 3,
    cause: expect.stringContaining('bin/app-${TARGETARCH}'),
  })
})

test('another image, and the base image', () => {
  expect(suspect('FROM scratch\nCOPY --from=quay.io/x/y /app /app\n')).toMatchObject({
    line: 2,
    cause: expect.stringContaining('quay.io/x/y'),
  })
  expect(suspect('FROM quay.io/x/base\nCOPY f /f\n')).toMatchObject({
    line: 1,
    cause: expect.stringContaining('the base image quay.io/x/base'),
  })
})

test('a RUN that names it', () => {
  const text = 'FROM base\nRUN download tool > /usr/bin/app\nCOPY f /f\n'
  expect(suspect(text, '/usr/bin/app')).toMatchObject({ line: 2 })
})

test('a variable that no ARG makes known, and one that the image hides', () => {
  const cross = 'FROM --platform=$BUILDPLATFORM go AS b\nRUN GOARCH=$TARGETARCH make\n'
  const from = 'FROM scratch\nCOPY --from=b /app /app\n'
  expect(suspect(`${cross}${from}`)).toMatchObject({
    line: 2,
    cause: expect.stringContaining('no ARG of its stage declares TARGETARCH'),
  })
  const hidden = (text: string, environment: Record<string, string>) =>
    hiddenArgument(parseDockerfile(text, 'f'), undefined, new Map(Object.entries(environment)), {
      text: 'linux/arm64',
      os: 'linux',
      architecture: 'arm64',
    })
  expect(hidden('FROM base\n', { TARGETARCH: 'amd64' })).toMatchObject({ location: { line: 1 } })
  expect(hidden('FROM base\nENV TARGETOS=x\n', { TARGETOS: 'x' })).toMatchObject({ location: { line: 2 } })
  expect(hidden('FROM base\n', { TARGETARCH: 'arm64', PATH: '/' })).toBeUndefined()
})

test('nothing is said where nothing is known', () => {
  expect(suspect('FROM scratch\nCOPY f /f\n')).toBeUndefined()
  expect(suspect('FROM go AS b\nRUN make\nFROM scratch\nCOPY --from=b /app /app\n')).toBeUndefined()
  expect(suspect('')).toBeUndefined()
})

test.each([
  ['COPY a /x\nCOPY app /opt/app\nCOPY b /', '/opt/app', 3],
  ['COPY app /opt/', '/opt/app', 2],
  ['COPY ["my app", "/opt/app"]', '/opt/app', 2],
  ['WORKDIR /opt\nCOPY bin/app .', '/opt/app', 3],
  ['COPY --chown=1:1 --chmod=755 dir /opt', '/opt/bin/app', 2],
  ['COPY app /opt/app\nADD app2 /opt/app', '/opt/app', 3],
])('%j puts %s there with line %i', (instructions, path, line) => {
  const origin = originOf(parseDockerfile(`FROM scratch\n${instructions}\n`, 'f'), undefined, path)
  expect(origin?.instruction.line).toBe(line)
})
