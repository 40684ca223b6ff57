import { digestOf } from '../../../src/oci/digest.js'
import type { GitFacts } from '../../../src/request/git.js'
import { completeValues } from '../../../src/request/inputs.js'
import { MERGE_INPUTS } from '../../../src/request/merge-contract.js'
import { imagesOfDigests, parseMergeRequest } from '../../../src/request/merge-request.js'

const git: GitFacts = {
  event: 'push',
  fork: false,
  withoutSecrets: false,
  pullRequest: false,
  prerelease: false,
  ref: { kind: 'tag', name: 'v1.2.3' },
  commit: 'a'.repeat(40),
  commitTime: '2026-01-02T03:04:05Z',
  changed: [],
  defaultBranch: 'main',
  source: 'https://github.com/o/r',
  allTags: ['v1.2.3'],
}

const parse = (given: Record<string, string>, facts: Partial<GitFacts> = {}) =>
  parseMergeRequest(completeValues({ image: 'quay.io/o/gateway', ...given }, MERGE_INPUTS), {
    ...git,
    ...facts,
  })

test('tags, push and labels of the index are those of a build', () => {
  const request = parse({ 'immutable-tags': '*.*.*', annotations: 'a=1\nindex:b=2' })
  expect(request.references.map(({ tag }) => tag)).toEqual(['1.2.3', 'latest'])
  expect(request.immutable.map(({ tag }) => tag)).toEqual(['1.2.3'])
  expect(request).toMatchObject({ push: true, verify: 'strict', sources: undefined })
  expect(Object.fromEntries(request.indexAnnotations)).toMatchObject({
    a: '1',
    b: '2',
    'org.opencontainers.image.title': 'gateway',
    'org.opencontainers.image.version': '1.2.3',
    'org.opencontainers.image.revision': git.commit,
  })
})

describe('digests', () => {
  const one = digestOf('1')
  const two = digestOf('2')
  const both = JSON.stringify({ 'linux/amd64': one, 'linux/arm64': two })
  const named = (text: string) =>
    parse({ digests: text }).sources!.map((source) =>
      source.kind === 'digest'
        ? [source.platform.text, source.digest]
        : [source.repository.text, source.reference],
    )

  test.each([
    ['the output of one leg', both],
    ['of several, one a line', `{"linux/amd64":"${one}"}\n{"linux/arm64":"${two}"}`],
    ['one object over several lines', JSON.stringify(JSON.parse(both), undefined, 2)],
  ])('%s', (_, text) => {
    expect(named(text)).toEqual([
      ['linux/amd64', one],
      ['linux/arm64', two],
    ])
  })

  test('references', () => {
    expect(named(`quay.io/o/a:1.0\ndocker://quay.io/o/b@${one}`)).toEqual([
      ['quay.io/o/a', '1.0'],
      ['quay.io/o/b', one],
    ])
  })

  test.each([
    ['{"linux/amd64":"sha256:12"}', 'is no digest'],
    [`{"nothing":"${one}"}`, 'input digests: '],
    ['{broken', 'is no JSON'],
    ['quay.io/o/a', 'neither a digest nor a tag'],
  ])('%s is refused', (text, words) => {
    expect(() => parse({ digests: text })).toThrow(words)
  })
})

test('annotations of manifests are refused: their digests are made', () => {
  expect(() => parse({ annotations: 'manifest:a=1' })).toThrow('input annotations: those of manifests')
})

test('an input that is a build’s alone is told', () => {
  expect(() => completeValues({ target: 'x' }, MERGE_INPUTS)).toThrow(
    'input target: is not an input of this step',
  )
})

test('digests of several services name their images', () => {
  const [a, b] = [`sha256:${'a'.repeat(64)}`, `sha256:${'b'.repeat(64)}`]
  const platforms = 'linux/amd64,linux/arm64'
  const one = JSON.stringify({ 'q.io/o/x': { 'linux/amd64': a }, 'q.io/o/y': { 'linux/amd64': b } })
  const other = JSON.stringify({ 'q.io/o/x': { 'linux/arm64': b } })
  expect(imagesOfDigests({ digests: `${one}\n${other}`, platforms })).toEqual([
    { image: 'q.io/o/x', platforms, digests: `{"linux/amd64":"${a}"}\n{"linux/arm64":"${b}"}` },
    { image: 'q.io/o/y', platforms, digests: `{"linux/amd64":"${b}"}` },
  ])
  expect(imagesOfDigests({ digests: `{"linux/amd64":"${a}"}`, platforms })).toBeUndefined()
  expect(imagesOfDigests({ digests: 'q.io/o/x:1', platforms })).toBeUndefined()
  expect(imagesOfDigests({ digests: '{}', platforms })).toBeUndefined()
})
