import fc from 'fast-check'
import { isTag, parseRepository } from '../../../src/oci/reference.js'
import { webAddress } from '../../../src/request/git.js'
import { automaticPush } from '../../../src/request/push.js'
import { defaultTags, validTag } from '../../../src/request/tags.js'

const images = ['quay.io/organisation/gateway'].map(parseRepository)
const commit = '0123456789abcdef0123456789abcdef01234567'

describe('default tags', () => {
  test.each([
    ['v1.2.3', ['v1.2.3', 'v1.2.2', 'v0.9.0'], ['1.2.3', 'latest']],
    ['v1.2.3', ['v1.2.3', 'v1.3.0'], ['1.2.3']],
    ['v1.2.3', ['v1.2.3', 'v2.0.0-rc.1'], ['1.2.3', 'latest']],
    ['v1.2.3-rc.1', ['v1.2.3-rc.1'], ['1.2.3-rc.1']],
    ['v1.2.3+build.5', ['v1.2.3+build.5'], ['1.2.3-build.5', 'latest']],
    ['nightly', ['nightly'], ['nightly']],
    ['v1.10.0', ['v1.9.0', 'v1.10.0'], ['1.10.0', 'latest']],
  ])('tag %s among %j gives %j', (name, allTags, expected) => {
    expect(
      defaultTags({ ref: { kind: 'tag', name }, commit, allTags, prerelease: false }, images).tags,
    ).toEqual(expected)
  })

  test.each([
    ['gateway/v1.2.3', ['gateway/v1.2.3', 'gateway/v1.2.2', 'v9.0.0', 'api/v2.0.0'], ['1.2.3', 'latest']],
    ['services/gateway/v1.2.3', ['services/gateway/v1.2.3', 'services/gateway/v1.3.0'], ['1.2.3']],
    ['gateway/v1.2.3-rc.1', ['gateway/v1.2.3-rc.1'], ['1.2.3-rc.1']],
    // Of another service, whose version is not this image's.
    ['api/v1.2.3', ['api/v1.2.3'], ['api-v1.2.3']],
    ['gateway/1.2.3', ['gateway/1.2.3'], ['gateway-1.2.3']],
  ])('tag %s of a repository with many services, among %j, gives %j', (name, allTags, expected) => {
    expect(
      defaultTags({ ref: { kind: 'tag', name }, commit, allTags, prerelease: false }, images).tags,
    ).toEqual(expected)
  })

  test('a tag of one service is no version of images of several names', () => {
    const both = [...images, parseRepository('quay.io/organisation/api')]
    const git = {
      ref: { kind: 'tag', name: 'gateway/v1.2.3' },
      commit,
      allTags: [],
      prerelease: false,
    } as const
    expect(defaultTags(git, both).tags).toEqual(['gateway-v1.2.3'])
  })

  test.each<[string, string[] | undefined]>([
    ['without a list of tags', undefined],
    ['with a list that lacks the tag itself', ['v0.9.0']],
    ['with one that lacks it and has a higher one', ['v2.0.0']],
    ['with an empty one', []],
  ])('%s, latest is left alone, and said', (_, allTags) => {
    const { tags, notice } = defaultTags(
      { ref: { kind: 'tag', name: 'v1.0.0' }, commit, allTags, prerelease: false },
      images,
    )
    expect(tags).toEqual(['1.0.0'])
    expect(notice).toContain('latest is left alone')
  })

  test('a release that is marked as a prerelease is not latest, whatever its tag', () => {
    const git = {
      ref: { kind: 'tag', name: 'v1.0.0' },
      commit,
      allTags: ['v1.0.0'],
      prerelease: true,
    } as const
    expect(defaultTags(git, images)).toEqual({ tags: ['1.0.0'] })
  })

  test('a branch gives its name made valid and the commit', () => {
    expect(
      defaultTags(
        { ref: { kind: 'branch', name: 'feature/ÄB c' }, commit, allTags: [], prerelease: false },
        images,
      ).tags,
    ).toEqual(['feature-B-c', 'sha-0123456'])
  })

  test('a pull request gives its number', () => {
    expect(
      defaultTags(
        { ref: { kind: 'pull request', number: 7 }, commit, allTags: [], prerelease: false },
        images,
      ).tags,
    ).toEqual(['pr-7'])
  })
})

test('any text becomes a valid tag, and a valid tag stays as it is', () => {
  fc.assert(fc.property(fc.string(), (text) => isTag(validTag(text))))
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/), (tag) => validTag(tag) === tag),
  )
})

describe('push: auto', () => {
  const branch = (name: string) => ({ kind: 'branch', name }) as const
  test.each([
    ['push', branch('main'), true],
    ['push', branch('topic'), false],
    ['push', { kind: 'tag', name: 'v1.0.0' } as const, true],
    ['release', { kind: 'tag', name: 'v1.0.0' } as const, true],
    ['workflow_dispatch', branch('topic'), true],
    ['schedule', branch('main'), true],
    ['pull_request', { kind: 'pull request', number: 1 } as const, false],
    ['pull_request_target', { kind: 'pull request', number: 1 } as const, false],
    ['merge_group', branch('gh-readonly-queue/main/pr-1'), false],
    ['issue_comment', branch('main'), false],
    [undefined, branch('main'), false],
  ])('event %s on %j: %s', (event, ref, expected) => {
    const decision = automaticPush({ event, ref, defaultBranch: 'main' })
    expect(decision.push).toBe(expected)
    expect(decision.notice === undefined).toBe(expected)
  })
})

test.each([
  ['https://github.com/o/n.git', 'https://github.com/o/n'],
  ['https://user:token@github.com/o/n', 'https://github.com/o/n'],
  ['git@github.com:o/n.git', 'https://github.com/o/n'],
  ['ssh://git@host.example:2222/o/n.git', 'https://host.example/o/n'],
  ['/srv/git/n.git', undefined],
  [undefined, undefined],
])('remote %s is %s', (remote, expected) => {
  expect(webAddress(remote)).toBe(expected)
})
