import { basesOfPlatforms } from '../../../src/lint/base-image-without-platform.js'
import type { Facts } from '../../../src/lint/finding.js'
import { findings } from '../../../src/lint/findings.js'
import { parsePlatform } from '../../../src/oci/platform.js'
import { factsOf, found, inShort } from './support/facts.js'

const cross = 'FROM --platform=$BUILDPLATFORM golang AS b\n'
const end = 'FROM scratch\nCOPY --from=b /out/app /app\n'

test.each<[string, string, string[], Partial<Facts>?]>([
  [
    'heredocs with a compiler',
    'FROM golang AS b\nRUN <<E\nset -e\nCGO_ENABLED=0 go build -o /out/app .\nE\nFROM scratch\nCOPY --from=b /out/app /\n',
    ['2 emulated-compile'],
  ],
  ['a stage that nothing needs', `FROM golang AS x\nRUN go build .\nFROM scratch\nCOPY a /\n`, []],
  [
    'a stage on the target by name',
    'FROM --platform=$TARGETPLATFORM golang AS b\nRUN CGO_ENABLED=0 go build -o /out/app\nFROM scratch\nCOPY --from=b /out/app /\n',
    ['2 emulated-compile'],
  ],
  ['a compiler in a text', 'FROM golang AS b\nRUN echo "go build"\nFROM scratch\nCOPY --from=b /x /\n', []],
  ['an architecture in a comment', 'FROM a\n# GOARCH=amd64\nRUN true # amd64.tar.gz\n', []],
  ['an architecture in a label', 'FROM a\nLABEL arch=amd64\n', []],
  ['one for the building machine', 'FROM a\nARG BUILDARCH=amd64\nRUN echo $BUILDARCH\n', []],
  ['an argument that nothing uses', 'FROM a\nARG ARCH=amd64\nRUN true\n', []],
  ['WebAssembly', `${cross}RUN GOOS=js GOARCH=wasm go build -o /out/app\n${end}`, []],
  [
    'exported for all commands',
    'FROM a\nRUN export GOARCH=amd64 && ./build.sh\n',
    ['2 hard-coded-architecture'],
  ],
  [
    'a library of Debian by its path',
    'FROM debian AS a\nFROM debian\nCOPY --from=a /usr/lib/x86_64-linux-gnu/libpq.so.5 /usr/lib/\n',
    ['3 hard-coded-architecture'],
  ],
  [
    'a file that keeps its architecture in its name',
    'FROM nginx\nCOPY out/tool-amd64 /usr/share/nginx/html/tool-amd64\n',
    [],
  ],
  [
    'one architecture asked for',
    'FROM a\nENV GOARCH=arm64\nRUN x\n',
    [],
    { platforms: [parsePlatform('linux/arm64')] },
  ],
  [
    'an argument of the command line as the platform',
    'ARG PLATFORM=linux/amd64\nFROM --platform=$PLATFORM a\nCOPY b /\n',
    ['2 fixed-platform'],
  ],
  [
    'a compiler fixed to a machine that isn’t there',
    `FROM --platform=linux/s390x golang AS b\nARG TARGETARCH\nRUN GOARCH=$TARGETARCH go build -o /out/app\n${end}`,
    ['1 fixed-platform'],
  ],
  [
    'a compiler fixed to the machine that is there',
    `FROM --platform=linux/amd64 golang AS b\nARG TARGETARCH\nRUN GOARCH=$TARGETARCH go build -o /out/app\n${end}`,
    [],
  ],
  ['a generator on the building machine', `${cross}RUN go run ./generate > /out/app\n${end}`, []],
  [
    'Rust on the building machine without a target',
    'FROM --platform=$BUILDPLATFORM rust AS b\nRUN cargo build --release\nFROM scratch\nCOPY --from=b /target/release/app /\n',
    ['2 target-architecture-unused'],
  ],
  ['an automatic argument in quotes that don’t expand', "FROM a\nRUN awk '{print $TARGETARCHIVE}'\n", []],
  ['one that the script sets', 'FROM a\nRUN TARGETARCH=$(uname -m); echo $TARGETARCH\n', []],
  ['one with a value in case of none', `FROM a\nRUN echo \${TARGETARCH:-amd64}\n`, []],
  [
    'one of the stage that this one goes on from',
    'FROM a AS b\nARG TARGETARCH\nFROM b\nRUN echo $TARGETARCH\n',
    [],
  ],
  [
    'which podman 4.3 doesn’t give it',
    'FROM a AS b\nARG TARGETARCH\nFROM b\nRUN echo $TARGETARCH\n',
    ['4 undeclared-platform-argument'],
    { podman: '4.3.1' },
  ],
  [
    'automatic arguments before the first FROM',
    'ARG BUILDPLATFORM=linux/amd64\nARG TARGETOS=linux\nFROM --platform=$BUILDPLATFORM a AS b\nFROM scratch\nCOPY --from=b f /\n',
    ['1 platform-argument-default'],
  ],
  ['one in COPY', 'FROM a\nCOPY bin/x-$TARGETARCH /x\n', ['2 undeclared-platform-argument']],
])('%s', (...[, text, expected, more]) => {
  expect(inShort(text, more)).toEqual(expected)
})

test('of a file for the preprocessor nothing is said', () => {
  const facts = factsOf('FROM a\nHEALTHCHECK CMD b\n')
  expect(findings({ ...facts, dockerfile: { ...facts.dockerfile, path: 'Dockerfile.in' } })).toEqual([])
})

describe('flags that this podman doesn’t know', () => {
  const text = [
    'FROM a',
    'COPY --link f /',
    'COPY --exclude=x . /',
    'COPY --parents a/b /',
    'ADD --checksum=sha256:0 https://x/f /',
    'RUN --network=none true',
    'RUN --mount=type=cache,target=/c true',
    'RUN --security=insecure true',
    'ADD --keep-git-dir=true https://x/y.git /y',
    'RUN --mount=type=secret,id=t,env=TOKEN true',
    'COPY --chmod=u+x f /',
    'COPY --chmod=$MODE f /',
  ].join('\n')
  test.each([
    ['4.3.1', [2, 3, 4, 5, 6, 8, 9, 10, 11]],
    ['5.4.2', [2, 4, 8, 9, 10, 11]],
    ['5.8.6', [8, 9, 10, 11]],
  ])('podman %s', (podman, lines) => {
    const all = found(text, { podman })
    expect(all.map(({ location }) => location.line)).toEqual(lines)
    expect(new Set(all.map(({ rule }) => rule))).toEqual(new Set(['unsupported-flag']))
  })
})

test.each(['HEALTHCHECK CMD curl -f localhost', 'SHELL ["/bin/bash", "-c"]', 'ONBUILD RUN x'])(
  '%s is lost in OCI’s format',
  (instruction) => {
    const text = `FROM a AS b\n${instruction}\nFROM b\nCOPY f /\n`
    expect(inShort(text)).toEqual(['2 lost-in-oci-format'])
    expect(inShort(text, { format: 'docker' })).toEqual([])
    expect(inShort(`FROM a AS b\n${instruction}\nFROM scratch\nCOPY f /\n`)).toEqual([])
  },
)

test('HEALTHCHECK NONE loses nothing, and of several the last counts', () => {
  expect(inShort('FROM a\nHEALTHCHECK NONE\n')).toEqual([])
  expect(inShort('FROM a\nHEALTHCHECK CMD a\nHEALTHCHECK NONE\n')).toEqual([])
  expect(inShort('FROM a\nHEALTHCHECK CMD a\nHEALTHCHECK CMD b\n')).toEqual(['3 lost-in-oci-format'])
})

test('a stage for work that is published for want of a target', () => {
  const text = 'FROM a AS production\nFROM b AS development\n'
  expect(inShort(text)).toEqual(['2 development-stage-last'])
  expect(inShort(text, { target: 'development' })).toEqual([])
  expect(inShort('FROM a AS builder\nFROM b AS production\n')).toEqual([])
  expect(inShort('FROM a AS builder\nFROM b AS test\n')).toEqual([])
  expect(inShort('FROM a AS production\nFROM b\n')).toEqual([])
  expect(inShort('')).toEqual([])
})

test('base images that are not there for a platform: each once, at its line', () => {
  const text =
    'FROM a AS b\nFROM --platform=$BUILDPLATFORM c AS d\nFROM e\nCOPY --from=b /x /x\nCOPY --from=d /y /y\n'
  const facts = factsOf(text)
  const bases = basesOfPlatforms(facts)
  expect(bases.map(({ image, platform, line }) => `${line} ${image} ${platform.text}`)).toEqual([
    '1 a linux/amd64',
    '1 a linux/arm64',
    '3 e linux/amd64',
    '3 e linux/arm64',
  ])
  const basesNotThere = bases.slice(1)
  expect(
    findings({ ...facts, basesNotThere }).map(({ location, message }) => [location.line, message]),
  ).toEqual([
    [1, 'the base image a is not published for linux/arm64'],
    [3, 'the base image e is not published for linux/amd64, linux/arm64'],
  ])
})

test('the name of a base image can differ by platform', () => {
  const facts = factsOf('ARG BASE=x\nFROM ${BASE}-${TARGETARCH}\nCOPY a /\n')
  expect(basesOfPlatforms(facts).map(({ image }) => image)).toEqual(['x-amd64', 'x-arm64'])
})
