import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { GitFacts } from '../../../src/request/git.js'
import { completeInputs } from '../../../src/request/inputs.js'
import { CONSTANT_TIME, parseBuildRequest } from '../../../src/request/parse.js'

let context: string
beforeAll(() => {
  context = mkdtempSync(join(tmpdir(), 'parse-'))
  writeFileSync(join(context, 'Dockerfile'), 'FROM scratch\n')
})
afterAll(() => rmSync(context, { recursive: true }))

const git: GitFacts = {
  event: 'push',
  fork: false,
  withoutSecrets: false,
  pullRequest: false,
  prerelease: false,
  ref: { kind: 'branch', name: 'main' },
  commit: '0123456789abcdef0123456789abcdef01234567',
  commitTime: '2026-01-02T03:04:05Z',
  changed: [],
  defaultBranch: 'main',
  source: 'https://github.com/o/n',
  allTags: [],
}

function parse(given: Record<string, string>, facts: Partial<GitFacts> = {}, env: NodeJS.ProcessEnv = {}) {
  const inputs = completeInputs({ image: 'quay.io/o/n', context, ...given })
  return parseBuildRequest(inputs, { ...git, ...facts }, env)
}

test('ten lines of YAML are enough: everything else has its default', () => {
  const request = parse({})
  expect(request.references.map((reference) => reference.text)).toEqual([
    'quay.io/o/n:main',
    'quay.io/o/n:sha-0123456',
  ])
  expect(request.platforms.map((platform) => platform.text)).toEqual(['linux/amd64', 'linux/arm64'])
  expect(request).toMatchObject({ push: true, load: false, keepLayout: true, verify: 'strict', retries: 5 })
  expect(request.build).toMatchObject({ timestamp: CONSTANT_TIME, format: 'oci', pull: false })
  expect(request.dockerfile).toBe(join(context, 'Dockerfile'))
})

test('each image gets every bare tag; a full reference stands for itself', () => {
  const request = parse({ image: 'quay.io/o/n\nghcr.io/o/n', tags: '1.0, edge\ndocker.io/o/other:x' })
  expect(request.references.map((reference) => reference.text)).toEqual([
    'quay.io/o/n:1.0',
    'quay.io/o/n:edge',
    'ghcr.io/o/n:1.0',
    'ghcr.io/o/n:edge',
    'docker.io/o/other:x',
  ])
  expect(request.repositories.map((repository) => repository.text)).toEqual([
    'quay.io/o/n',
    'ghcr.io/o/n',
    'docker.io/o/other',
  ])
})

test.each([
  [{ image: '' }, 'input image: is missing'],
  [{ image: 'gateway' }, 'names no registry'],
  [{ image: 'quay.io/O/n' }, 'lower case'],
  [{ image: 'quay.io/o/n:1' }, 'must have no tag'],
  [{ tags: 'a b' }, 'input tags: "a b" is no valid tag'],
  [{ platforms: 'linux/arm64,linux/arm64/v8' }, 'input platforms: linux/arm64 is there twice'],
  [{ platforms: 'arm64' }, 'is no platform'],
  [{ platforms: 'linux/z80' }, 'unknown architecture'],
  [{ platforms: 'windows/amd64' }, 'only linux'],
  [{ context: '/does/not/exist' }, 'input context: "/does/not/exist" is not there'],
  [{ context: 'https://github.com/o/n.git' }, 'only a folder can be built'],
  [{ file: 'Nofile' }, 'input file: "Nofile" is no file'],
  [{ 'build-args': '1x=2' }, 'input build-args'],
  [{ 'build-args': 'TARGETARCH=arm64' }, 'TARGETARCH would have one value for all platforms'],
  [{ 'build-args': 'BUILDPLATFORM' }, 'BUILDPLATFORM would have one value'],
  [
    { 'extra-args': '--platform=linux/arm64' },
    'input extra-args: --platform=linux/arm64 belongs to this step',
  ],
  [{ 'extra-args': '-t\nx' }, 'belongs to this step'],
  [{ 'extra-args': '-qtx' }, 'belongs to this step'],
  [{ 'extra-args': '--' }, 'belongs to this step'],
  [{ format: 'v2' }, 'allowed are oci, docker'],
  [{ 'source-date-epoch': 'now' }, 'allowed are auto, off and seconds'],
  [{ qemu: 'maybe' }, 'allowed are auto, always, never'],
  [{ 'max-parallel': '0' }, 'no whole number'],
  [{ push: 'perhaps' }, 'input push: "perhaps" is unknown; allowed are auto, true, false, digest, layout'],
  [{ push: 'digest', load: 'true' }, 'input load: needs a tag, and what is merged later has none yet'],
  [{ push: 'digest', image: '' }, 'input image: is missing'],
  [{ lint: 'loud' }, 'input lint: "loud" is unknown'],
  [{ 'smoke-test': 'a | b' }, 'input smoke-test: “|” is an operator'],
  [{ builders: 'linux/arm64' }, 'is not of the form platform=address'],
  [{ builders: 'linux/s390x=ssh://x' }, 'linux/s390x is none of the platforms'],
  [{ builders: 'linux/arm64=--help' }, 'neither an address nor the name of a connection'],
  [{ builders: 'linux/arm64=a\nlinux/arm64=b' }, 'linux/arm64 has two'],
  [{ builders: 'linux/arm64=ssh://x', 'builder-fallback': 'perhaps' }, 'input builder-fallback: '],
  [{ 'check-runs': 'some' }, 'input check-runs'],
  [{ username: 'u' }, 'input password: there are 1 user names and 0 passwords'],
  [{ password: 'p' }, 'input username: there are 0 user names and 1 passwords'],
  [{ registry: 'quay.io' }, 'input registry: is given without username and password'],
  [{ 'secret-envs': 'a=NOT_SET_ANYWHERE' }, 'the variable NOT_SET_ANYWHERE is not set'],
  [{ secrets: 'a,b=c' }, 'input secrets: "a,b" is no id'],
  [{ annotations: 'nothing' }, 'input annotations: "nothing" is not of the form name=value'],
  [{ annotations: 'index-descriptor:a=b' }, 'annotations of descriptors'],
  [{ annotations: 'a=b', format: 'docker' }, 'Docker’s format has no annotations'],
])('%j: %s', (given, message) => {
  expect(() => parse(given)).toThrow(message)
})

test('a target platform’s argument is allowed where there is one platform', () => {
  expect(parse({ 'build-args': 'TARGETARCH=arm64', platforms: 'linux/arm64' }).build.buildArgs).toEqual([
    'TARGETARCH=arm64',
  ])
})

test('two Dockerfiles that differ are an error, equal ones are not', () => {
  const folder = join(context, 'two')
  mkdirSync(folder)
  writeFileSync(join(folder, 'Dockerfile'), 'FROM scratch\n')
  writeFileSync(join(folder, 'Containerfile'), 'FROM scratch\n')
  expect(parse({ context: folder }).dockerfile).toBe(join(folder, 'Containerfile'))
  writeFileSync(join(folder, 'Containerfile'), 'FROM other\n')
  expect(() => parse({ context: folder })).toThrow('differ')
  expect(parse({ context: folder, file: join(folder, 'Dockerfile') }).dockerfile).toBe(
    join(folder, 'Dockerfile'),
  )
})

test('SOURCE_DATE_EPOCH sets the time, the input wins', () => {
  expect(parse({}, {}, { SOURCE_DATE_EPOCH: '1000' }).build.timestamp).toBe(1000)
  expect(parse({ 'source-date-epoch': '5' }, {}, { SOURCE_DATE_EPOCH: '1000' }).build.timestamp).toBe(5)
  expect(
    parse({ 'source-date-epoch': 'off' }, {}, { SOURCE_DATE_EPOCH: '1000' }).build.timestamp,
  ).toBeUndefined()
  expect(() => parse({}, {}, { SOURCE_DATE_EPOCH: 'x' })).toThrow('input SOURCE_DATE_EPOCH')
})

describe('git-labels', () => {
  const tag = { ref: { kind: 'tag', name: 'v1.2.3' } as const, allTags: ['v1.2.3'] }
  test('auto: on a branch only what doesn’t change with the commit', () => {
    expect([...parse({}).gitLabels.keys()]).toEqual([
      'org.opencontainers.image.title',
      'org.opencontainers.image.source',
    ])
  })
  test('auto: on a tag push all of them', () => {
    expect(Object.fromEntries(parse({}, tag).gitLabels)).toEqual({
      'org.opencontainers.image.title': 'n',
      'org.opencontainers.image.source': 'https://github.com/o/n',
      'org.opencontainers.image.revision': git.commit,
      'org.opencontainers.image.version': '1.2.3',
      'org.opencontainers.image.created': '2026-01-02T03:04:05Z',
    })
  })
  test.each([
    ['latest\n1.2.3', '1.2.3'],
    ['stable\nv1.2.3-rc.1\n1.0.0', 'v1.2.3-rc.1'],
    ['quay.io/o/other:edge\nquay.io/o/other:2.0.0', '2.0.0'],
    ['latest\nedge', 'latest'],
  ])('of the tags %j the version is %s', (tags, version) => {
    const { gitLabels } = parse({ tags, 'git-labels': 'always' })
    expect(gitLabels.get('org.opencontainers.image.version')).toBe(version)
  })
  test('always and never', () => {
    expect(parse({ 'git-labels': 'always' }).gitLabels.get('org.opencontainers.image.revision')).toBe(
      git.commit,
    )
    expect(parse({ 'git-labels': 'never' }, tag).gitLabels.has('org.opencontainers.image.revision')).toBe(
      false,
    )
  })
})

test('several logins, in the order of the registries; the default is the image’s host', () => {
  expect(parse({ username: 'u', password: 'p' }).logins).toEqual([
    { registry: 'quay.io', username: 'u', password: 'p' },
  ])
  expect(
    parse({ registry: 'https://quay.io/\nghcr.io', username: 'a\nb', password: 'c\nd' }).logins.map(
      (login) => login.registry,
    ),
  ).toEqual(['quay.io', 'ghcr.io'])
})

test('in a pull request from a fork secrets are empty: no login, and no error', () => {
  const empty = { registry: 'quay.io', username: 'robot', password: '' }
  const pull = { event: 'pull_request', ref: { kind: 'pull request', number: 3 } } as const
  expect(parse(empty, pull).logins).toEqual([])
  expect(() => parse(empty)).toThrow('input password: there are 1 user names and 0 passwords')
})

test('a JSON key is one password, though it has several lines', () => {
  const key = '{\n  "type": "service_account"\n}'
  expect(parse({ username: '_json_key', password: key }).logins[0]!.password).toBe(key)
})

test('annotations of manifests, of one platform, and of the index', () => {
  expect(parse({ annotations: 'a=1\nindex:b=2\nmanifest[linux/arm64/v8],index:c=3=4' }).annotations).toEqual([
    { level: 'manifest', key: 'a', value: '1' },
    { level: 'index', key: 'b', value: '2' },
    { level: 'manifest', platform: 'linux/arm64', key: 'c', value: '3=4' },
    { level: 'index', key: 'c', value: '3=4' },
  ])
})

test('push: auto on a pull request builds without pushing, and says so', () => {
  const request = parse({}, { event: 'pull_request', ref: { kind: 'pull request', number: 3 } })
  expect(request.push).toBe(false)
  expect(request.notices.join()).toContain('pull request')
})

test.each<[string, string, string[]]>([
  ['', '1.2.3', []],
  ['*.*.*', '1.2.3\nlatest\n1.2.3-rc.1', ['1.2.3', '1.2.3-rc.1']],
  ['v*\n[0-9]*', 'v1\n2\nmain', ['v1', '2']],
  ['latest', 'latest\nquay.io/o/other:latest', ['latest', 'latest']],
])('immutable-tags %j of %j', (patterns, tags, expected) => {
  const { immutable } = parse({ 'immutable-tags': patterns, tags })
  expect(immutable.map(({ tag }) => tag)).toEqual(expected)
})

describe('push: digest', () => {
  test('has no tags, and needs no ref to make some from', () => {
    const request = parse({ push: 'digest', tags: '1.0', 'immutable-tags': '*' }, { ref: undefined })
    expect(request).toMatchObject({ push: true, references: [], immutable: [] })
    expect(request.leg).toEqual({ handsOver: 'record', commit: git.commit })
  })

  test.each([
    ['layout: true', { layout: 'true' }, {}, true],
    ['push: layout', { push: 'layout' }, {}, false],
    ['nothing that may be pushed', { password: '' }, { withoutSecrets: true }, false],
  ] as const)('hands the image over with %s', (_, inputs, facts, push) => {
    const request = parse({ push: 'digest', ...inputs }, facts)
    expect(request.push).toBe(push)
    expect(request.leg?.handsOver).toBe('image')
  })

  test('hands over what tells the digests with nothing pushed and layout: false', () => {
    const request = parse({ push: 'layout', layout: 'false' })
    expect(request).toMatchObject({ push: false, keepLayout: true, leg: { handsOver: 'manifest' } })
  })
})
