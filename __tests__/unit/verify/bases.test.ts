import { parseDockerfile } from '../../../src/dockerfile/parse.js'
import { parsePlatform } from '../../../src/oci/platform.js'
import { meantPlatforms, type UsedImage, verifyBases } from '../../../src/verify/bases.js'

const image = (
  repository: string,
  platform: string,
  diffIds: string[],
  readOnly = false,
  tag = '1',
): UsedImage => ({
  name: `${repository}:${tag}`,
  names: [`${repository}:${tag}`],
  repositories: [repository],
  platform: parsePlatform(platform),
  diffIds,
  readOnly,
})

/** Findings of an arm64 image with layers a, b, c, built on amd64. */
function findings(
  text: string,
  images: readonly UsedImage[],
  target?: string,
  args: Record<string, string | undefined> = {},
) {
  return verifyBases({
    args: new Map(Object.entries(args)),
    platform: parsePlatform('linux/arm64'),
    buildPlatform: parsePlatform('linux/amd64'),
    dockerfile: parseDockerfile(text, '/src/Dockerfile'),
    target,
    diffIds: ['a', 'b', 'c'],
    images,
  })
}

test('a base image of another platform is an error, with its line', () => {
  const text = '# first\nFROM q.io/base:1\nCOPY f /\n'
  expect(findings(text, [image('q.io/base', 'linux/amd64', ['a', 'b'])])).toEqual([
    {
      severity: 'error',
      platform: 'linux/arm64',
      found: 'q.io/base:1 for linux/amd64 as the base image',
      expected: 'a base image for linux/arm64',
      cause: expect.stringContaining('published for that platform alone'),
      cure: expect.stringContaining('leave linux/arm64 out'),
      location: { file: '/src/Dockerfile', line: 2 },
    },
  ])
})

test('the builder as the base of what is published is an error', () => {
  const text = 'FROM --platform=$BUILDPLATFORM q.io/go:1 AS builder\nRUN go build\nFROM builder\n'
  expect(findings(text, [image('q.io/go', 'linux/amd64', ['a'])])).toEqual([
    expect.objectContaining({
      severity: 'error',
      cause: 'FROM --platform=$BUILDPLATFORM takes it for another platform',
      location: { file: '/src/Dockerfile', line: 1 },
    }),
  ])
})

const E = `FROM --platform=linux/amd64 q.io/ca:1 AS certificates
FROM scratch
COPY --from=certificates /etc/pki/ca.crt /etc/
COPY app /
`

test.each<[string, string, UsedImage[]]>([
  ['the right base', 'FROM q.io/base:1', [image('q.io/base', 'linux/arm64', ['a'])]],
  ['no base', 'FROM scratch\nCOPY f /', []],
  [
    'a builder on the building machine',
    'FROM --platform=$BUILDPLATFORM q.io/go:1 AS b\nFROM q.io/base\nCOPY --from=b /x /',
    [image('q.io/go', 'linux/amd64', ['x']), image('q.io/base', 'linux/arm64', ['a'])],
  ],
  ['certificates of a stage fixed to a platform', E, [image('q.io/ca', 'linux/amd64', ['x'])]],
  [
    'one of the user’s with the layers of what was pulled',
    'FROM q.io/data:1',
    [image('q.io/data', 'linux/amd64', ['a'], true), image('q.io/data', 'linux/arm64', ['a'])],
  ],
  [
    'an image of the user’s with the same layers',
    'FROM scratch\nCOPY f /',
    [image('localhost/result', 'linux/amd64', ['a', 'b', 'c'], true)],
  ],
  [
    'one repository for both platforms',
    'FROM --platform=$BUILDPLATFORM q.io/go:1 AS b\nFROM q.io/go:1\nCOPY --from=b /x /',
    [image('q.io/go', 'linux/amd64', ['x']), image('q.io/go', 'linux/arm64', ['a'])],
  ],
  ['an unwritten name on the building machine', 'FROM scratch', [image('q.io/x', 'linux/amd64', ['x'])]],
  [
    'one of the user’s for another platform beside the right one',
    'FROM q.io/base:1',
    [image('q.io/base', 'linux/amd64', ['x'], true), image('q.io/base', 'linux/arm64', ['a'], true)],
  ],
  ['a variant', 'FROM q.io/base', [image('q.io/base', 'linux/arm64/v9', ['a'])]],
])('%s is no finding', (_, text, images) => expect(findings(text, images)).toEqual([]))

test('a stage that isn’t needed is not looked at', () => {
  const text = 'FROM q.io/base AS one\nFROM q.io/base AS two\nCOPY --from=q.io/tools:1 /x /'
  const tools = image('q.io/tools', 'linux/amd64', ['x'], true)
  expect(findings(text, [tools], 'one')).toEqual([])
  expect(findings(text, [tools], 'two')).toHaveLength(1)
})

test.each([
  ['COPY --from', 'COPY --from=q.io/tools:1 /bin/x /bin/', 2],
  ['COPY --from', 'COPY f /\nCOPY --from=q.io/${NAME}:1 /bin/x /bin/', 3],
  ['RUN --mount', 'RUN --mount=type=bind,from=q.io/tools:1,target=/t cp /t/x /', 2],
])('another platform’s image by %s is a warning', (by, line, number) => {
  const tools = image('q.io/tools', 'linux/amd64', ['x'])
  expect(findings(`FROM scratch\n${line}\n`, [tools])).toEqual([
    expect.objectContaining({
      severity: 'warning',
      found: `q.io/tools:1 for linux/amd64 (${by}, line ${number})`,
      location: { file: '/src/Dockerfile', line: number },
    }),
  ])
})

test('another tag of the same repository is another image', () => {
  const before = [
    image('q.io/go', 'linux/arm64', ['x'], true, '1.21'),
    image('q.io/go', 'linux/amd64', ['a'], true, '1.22'),
  ]
  expect(findings('FROM q.io/go:1.22', before)).toEqual([
    expect.objectContaining({ severity: 'error', found: 'q.io/go:1.22 for linux/amd64 as the base image' }),
  ])
  expect(findings('FROM q.io/go:1.21', before)).toEqual([])
  expect(findings('FROM q.io/go', [image('q.io/go', 'linux/amd64', ['a'], true, 'latest')])).toHaveLength(1)
})

test('a short name is podman’s longer one', () => {
  const golang = image('docker.io/library/golang', 'linux/amd64', ['x'], true, '1.24')
  expect(findings('FROM scratch\nCOPY --from=golang:1.24 /x /', [golang])).toHaveLength(1)
  expect(findings('FROM scratch\nCOPY --from=lang:1.24 /x /', [golang])).toHaveLength(0)
})

describe('a name in a variable', () => {
  const text = 'ARG BASE=q.io/base\nARG UNSET\nFROM ${BASE}:1\n'
  const own = [
    image('q.io/base', 'linux/amd64', ['a'], true),
    image('q.io/other', 'linux/amd64', ['z'], true),
  ]

  test('is looked up, so that other images of the user’s don’t matter', () => {
    expect(findings(text, own)).toEqual([
      expect.objectContaining({ severity: 'error', found: 'q.io/base:1 for linux/amd64 as the base image' }),
    ])
    expect(findings(text, own, undefined, { BASE: 'q.io/new' })).toEqual([])
    expect(
      findings('FROM q.io/base-$TARGETARCH\n', [image('q.io/base-amd64', 'linux/amd64', ['z'], true)]),
    ).toEqual([])
  })

  test('that isn’t known stands for what was pulled alone', () => {
    expect(findings(text, own, undefined, { BASE: undefined })).toEqual([])
    const pulled = [image('q.io/base', 'linux/amd64', ['a'])]
    expect(findings(text, pulled, undefined, { BASE: undefined })).toHaveLength(1)
  })
})

describe('what images are meant for', () => {
  const meant = (text: string, args: Record<string, string | undefined> = {}) =>
    meantPlatforms({
      args: new Map(Object.entries(args)),
      platform: parsePlatform('linux/arm64'),
      buildPlatform: parsePlatform('linux/amd64'),
      dockerfile: parseDockerfile(text, '/src/Dockerfile'),
      target: undefined,
    })

  test('each repository has its platform, whatever the tag', () => {
    const text =
      'ARG GO=q.io/go:1\nFROM --platform=$BUILDPLATFORM $GO AS builder\nRUN make\nFROM q.io/base@sha256:abc\nCOPY --from=builder /a /\nCOPY --from=q.io/tools:2 /b /\n'
    expect(Object.fromEntries(meant(text)!)).toEqual({
      go: 'linux/amd64',
      base: 'linux/arm64',
      tools: 'linux/arm64',
    })
  })

  test('nothing is known of a variable without a value, nor of one image for two platforms', () => {
    expect(meant('ARG BASE\nFROM $BASE\n')).toBeUndefined()
    expect(meant('ARG BASE\nFROM $BASE\n', { BASE: 'q.io/x' })).toEqual(new Map([['x', 'linux/arm64']]))
    expect(
      meant('FROM --platform=linux/amd64 docker.io/library/x:1 AS a\nFROM x:2\nCOPY --from=a /a /\n'),
    ).toBeUndefined()
    expect(
      meant('FROM --platform=linux/amd64 q.io/x:1 AS a\nFROM q.io/x:2\nCOPY --from=a /a /\n'),
    ).toBeUndefined()
  })
})
