import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { gitFacts } from '../../../src/request/git.js'
import { completeInputs } from '../../../src/request/inputs.js'
import { parseBuildRequest } from '../../../src/request/parse.js'
import { Repositories } from './support/repository.js'

const REVISION = 'org.opencontainers.image.revision'
const VERSION = 'org.opencontainers.image.version'

const repositories = new Repositories()
afterAll(() => repositories.remove())

/** What a build of a folder would be asked to do. */
async function request(context: string, given: Record<string, string> = {}, env = repositories.env) {
  const inputs = completeInputs({ image: 'quay.io/o/gateway', context, ...given })
  const signal = new AbortController().signal
  const facts = await gitFacts(inputs, { env, signal })
  const { references, gitLabels, notices, push, cache } = parseBuildRequest(inputs, facts, env)
  const about = (words: string) => notices.filter((notice) => notice.includes(words))
  return { facts, tags: references.map(({ tag }) => tag), labels: gitLabels, about, push, cache }
}

describe('on a developer’s machine', () => {
  test('a branch gives its name and the commit', async () => {
    const { clone } = repositories.create()
    const commit = repositories.git(clone, 'rev-parse', 'HEAD')
    const { tags, facts } = await request(clone)
    expect(tags).toEqual(['main', `sha-${commit.slice(0, 7)}`])
    expect(facts).toMatchObject({ commit, commitTime: '2026-01-02T01:04:05Z', changed: [] })
  })

  test('a clone of depth 1 knows its commit, and the origin all tags', async () => {
    const { origin, clone } = repositories.create('v1.2.3')
    repositories.commit(clone)
    repositories.git(clone, 'tag', 'v1.2.4')
    repositories.git(clone, 'push', '-q', '--tags', 'origin', 'main')
    const shallow = repositories.path('shallow')
    repositories.git(repositories.folder, 'clone', '-q', '--depth', '1', `file://${origin}`, shallow)
    expect(repositories.git(shallow, 'rev-parse', '--is-shallow-repository')).toBe('true')
    const { tags, facts, labels } = await request(shallow)
    expect(facts.allTags).toEqual(['v1.2.3', 'v1.2.4'])
    expect(tags).toEqual(['1.2.4', 'latest'])
    expect(labels.get(REVISION)).toBe(repositories.git(clone, 'rev-parse', 'HEAD'))
  })

  test('without .git tags must be given, and labels of Git are missing', async () => {
    const folder = repositories.path('plain')
    mkdirSync(folder)
    writeFileSync(join(folder, 'Dockerfile'), 'FROM scratch\n')
    await expect(request(folder)).rejects.toThrow('there is no Git ref')
    const { labels, facts } = await request(folder, { tags: '1.2.3', 'git-labels': 'always' })
    expect(facts).toMatchObject({ ref: undefined, commit: undefined, changed: [] })
    expect([...labels.keys()]).toEqual(['org.opencontainers.image.title', VERSION])
  })

  test.each([
    [['api/v1.0.0', 'gateway/v2.0.0'], 'quay.io/o/gateway', ['2.0.0', 'latest']],
    [['api/v1.0.0', 'gateway/v2.0.0'], 'quay.io/o/api', ['1.0.0', 'latest']],
    [['api/v1.0.0', 'gateway/v2.0.0', 'v3.0.0'], 'quay.io/o/gateway', ['2.0.0', 'latest']],
    [['services/gateway/v2.0.0', 'v3.0.0'], 'quay.io/o/gateway', ['2.0.0', 'latest']],
    [['api/v1.0.0', 'v3.0.0'], 'quay.io/o/gateway', ['3.0.0', 'latest']],
    [['api/v1.0.0', 'gateway/v2.0.0', 'v3.0.0'], 'quay.io/o/api\nquay.io/o/gateway', ['3.0.0', 'latest']],
    [['v3.0.0-rc.1', 'v3.0.0', 'v3'], 'quay.io/o/gateway', ['3.0.0', 'latest']],
    [['v1.9.0', 'v1.10.0'], 'quay.io/o/gateway', ['1.10.0', 'latest']],
    [['api/v1.0.0'], 'quay.io/o/gateway', ['api-v1.0.0']],
    [['nightly'], 'quay.io/o/gateway', ['nightly']],
  ])('of the tags %j at one commit the build of %j is %j', async (tags, image, expected) => {
    const { clone } = repositories.create(...tags)
    const found = await request(clone, { image })
    expect([...new Set(found.tags)]).toEqual(expected)
  })

  test('a tag that the origin doesn’t have leaves latest alone, and says so', async () => {
    const { clone } = repositories.create('v1.0.0')
    repositories.commit(clone)
    repositories.git(clone, 'tag', 'v2.0.0')
    const { tags, about } = await request(clone)
    expect(tags).toEqual(['2.0.0'])
    expect(about('latest is left alone')).toEqual([expect.stringContaining('don’t include v2.0.0')])
  })
})

describe('uncommitted changes', () => {
  test('of tracked files: the revision is left out, and said; the rest stands', async () => {
    const { clone } = repositories.create('v1.2.3')
    appendFileSync(join(clone, 'file'), 'changed\n')
    const { labels, about, tags } = await request(clone, { 'immutable-tags': '*.*.*' })
    expect(tags).toEqual(['1.2.3', 'latest'])
    expect(labels.has(REVISION)).toBe(false)
    expect(labels.get(VERSION)).toBe('1.2.3')
    expect(about(REVISION)).toEqual([expect.stringMatching(/^file differs from commit [0-9a-f]{7}, so/)])
  })

  test('staged, removed and elsewhere in the work tree count too', async () => {
    const { clone } = repositories.create('v1.2.3')
    mkdirSync(join(clone, 'service'))
    writeFileSync(join(clone, 'service', 'Dockerfile'), 'FROM scratch\n')
    repositories.git(clone, 'add', 'service')
    rmSync(join(clone, 'file'))
    const { labels, about } = await request(join(clone, 'service'))
    expect(labels.has(REVISION)).toBe(false)
    expect(about(REVISION)).toEqual([expect.stringMatching(/and 1 more differ from/)])
  })

  test('untracked files don’t count', async () => {
    const { clone } = repositories.create('v1.2.3')
    writeFileSync(join(clone, 'generated'), '')
    const { labels, about } = await request(clone)
    expect(labels.get(REVISION)).toBe(repositories.git(clone, 'rev-parse', 'HEAD'))
    expect(about(REVISION)).toEqual([])
  })

  test.each([
    ['no such label is written', { 'git-labels': 'never' }],
    ['the user writes it', { labels: `${REVISION}=mine` }],
  ])('nothing is said where %s', async (_, given) => {
    const { clone } = repositories.create('v1.2.3')
    appendFileSync(join(clone, 'file'), 'changed\n')
    expect((await request(clone, given)).about(REVISION)).toEqual([])
  })
})

describe('a checkout that belongs to somebody else', () => {
  const isRoot = process.getuid?.() === 0
  // Only root can give a file away.
  const asRoot = isRoot ? test : test.skip
  const foreign = () => {
    const { clone } = repositories.create('v1.2.3')
    execFileSync('chown', ['-R', '65534:65534', clone])
    expect(() => repositories.git(clone, 'rev-parse', 'HEAD')).toThrow(/ownership|unsafe/)
    return clone
  }

  asRoot('is read all the same', async () => {
    const { tags } = await request(foreign())
    expect(tags).toEqual(['1.2.3', 'latest'])
  })

  asRoot('has none of the programs run that its settings name', async () => {
    const clone = foreign()
    const proof = repositories.path('proof')
    repositories.git(clone, '-c', 'safe.directory=*', 'config', 'filter.evil.clean', `touch ${proof}; cat`)
    writeFileSync(join(clone, '.git', 'info', 'attributes'), 'file filter=evil\n')
    appendFileSync(join(clone, 'file'), 'changed\n')
    const { facts } = await request(clone)
    expect(facts.changed).toEqual([])
    expect(existsSync(proof)).toBe(false)
  })

  asRoot('a Git that takes safe.directory from files alone gets one, with what the user’s say', async () => {
    const clone = foreign()
    const temporary = repositories.path('temporary')
    mkdirSync(temporary)
    mkdirSync(join(repositories.folder, 'config', 'git'), { recursive: true })
    const user = join(repositories.folder, 'config', 'git', 'config')
    const { origin } = repositories.create('v1.2.3', 'v1.3.0')
    writeFileSync(user, `[url "${origin}"]\ninsteadOf = "nowhere:"\n`)
    repositories.git(
      repositories.folder,
      '-c',
      'safe.directory=*',
      '-C',
      clone,
      'remote',
      'set-url',
      'origin',
      'nowhere:',
    )
    const PATH = repositories.pathWithGit('[ "$2" = "safe.directory=*" ] && shift 2\nexec "$REAL" "$@"')
    const { tags } = await request(clone, {}, { ...repositories.env, PATH, RUNNER_TEMP: temporary })
    rmSync(user)
    expect(tags).toEqual(['1.2.3'])
    expect(readdirSync(temporary)).toEqual([])
  })

  asRoot('can’t have a program of its owner run', async () => {
    const clone = foreign()
    const mark = repositories.path('mark')
    appendFileSync(join(clone, '.git', 'config'), `[core]\nfsmonitor = "touch ${mark}; false"\n`)
    await request(clone)
    expect(() => readFileSync(mark)).toThrow('ENOENT')
  })
})

describe('on a runner', () => {
  test('a tag of an older line is not latest', async () => {
    const { clone } = repositories.create('v1.2.3')
    repositories.commit(clone)
    repositories.git(clone, 'tag', 'v1.3.0')
    repositories.git(clone, 'push', '-q', '--tags', 'origin', 'main')
    repositories.git(clone, 'checkout', '-q', 'v1.2.3')
    repositories.commit(clone)
    repositories.git(clone, 'tag', 'v1.2.4')
    repositories.git(clone, 'push', '-q', '--tags')
    const env = repositories.runner('push', 'refs/tags/v1.2.4', { ref: 'refs/tags/v1.2.4' })
    const { tags, push, about } = await request(clone, {}, env)
    expect({ tags, push }).toEqual({ tags: ['1.2.4'], push: true })
    expect(about('latest')).toEqual([])
  })

  test('a context that is another repository says nothing of the ref’s tag', async () => {
    const { clone } = repositories.create('v0.1.0')
    const env = repositories.runner('push', 'refs/tags/v1.0.0', { ref: 'refs/tags/v1.0.0' })
    const { tags, about } = await request(clone, {}, env)
    expect(tags).toEqual(['1.0.0'])
    expect(about('don’t include v1.0.0')).toHaveLength(1)
  })

  test('without .git the runner’s variables are what is known', async () => {
    const folder = repositories.path('plain')
    mkdirSync(folder)
    writeFileSync(join(folder, 'Dockerfile'), 'FROM scratch\n')
    const env = repositories.runner('push', 'refs/tags/v1.0.0', { ref: 'refs/tags/v1.0.0' })
    const { tags, labels, about } = await request(folder, {}, env)
    expect(tags).toEqual(['1.0.0'])
    expect(labels.get(REVISION)).toBe(env.GITHUB_SHA)
    expect(about('could not be listed')).toHaveLength(1)
  })

  test.each([
    [true, ['1.0.0']],
    [false, ['1.0.0', 'latest']],
  ])('a release whose prerelease is %s gives %j', async (prerelease, expected) => {
    const { clone } = repositories.create('v1.0.0')
    const release = { tag_name: 'v1.0.0', target_commitish: 'main', draft: false, prerelease }
    const env = repositories.runner('release', 'refs/tags/v1.0.0', { action: 'published', release })
    const { tags, push, about } = await request(clone, {}, env)
    expect({ tags, push }).toEqual({ tags: expected, push: true })
    expect(about('latest')).toEqual([])
  })

  const sha = '9b2c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e'
  const queue = `gh-readonly-queue/main/pr-104-${sha}`
  test.each<[string, string, object, string[], string]>([
    [
      'merge_group',
      `refs/heads/${queue}`,
      { merge_group: { head_ref: `refs/heads/${queue}`, base_ref: 'refs/heads/main', head_sha: sha } },
      [queue.replaceAll('/', '-')],
      'this is a merge queue',
    ],
    [
      'pull_request_target',
      'refs/heads/main',
      { number: 7, pull_request: { number: 7, head: { ref: 'topic', sha }, base: { ref: 'main' } } },
      ['pr-7'],
      'this is a pull request',
    ],
    [
      'pull_request',
      'refs/pull/7/merge',
      { number: 7, pull_request: { number: 7, head: { ref: 'topic', sha }, base: { ref: 'main' } } },
      ['pr-7'],
      'this is a pull request',
    ],
    [
      'workflow_run',
      'refs/heads/main',
      { action: 'completed', workflow_run: { event: 'pull_request', head_branch: 'topic', head_sha: sha } },
      ['main'],
      'the event workflow_run does not push by default',
    ],
  ])('%s on %s', async (event, ref, payload, expected, why) => {
    const { clone } = repositories.create()
    const { tags, push, about, cache } = await request(clone, {}, repositories.runner(event, ref, payload))
    expect(tags.filter((tag) => !tag.startsWith('sha-'))).toEqual(expected)
    expect(push).toBe(false)
    expect(about('nothing is pushed')).toEqual([expect.stringContaining(why)])
    expect(cache.writable).toBe(false)
  })
})

describe('push: true in a pull request without secrets', () => {
  const repo = { full_name: 'o/gateway' }
  const event = (pull: object) => {
    const { clone } = repositories.create()
    const payload = join(clone, 'event.json')
    writeFileSync(payload, JSON.stringify({ repository: repo, pull_request: { number: 3, ...pull } }))
    const env = { ...repositories.env, GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: payload }
    return { clone, env: { ...env, GITHUB_REF: 'refs/pull/3/merge', GITHUB_REPOSITORY: 'o/gateway' } }
  }
  const login = { push: 'true', registry: 'quay.io', username: 'robot', password: '' }
  const said = expect.stringContaining('get no secrets')

  test.each([
    ['from a fork', { head: { repo: { full_name: 'them/gateway' } } }, {}],
    ['from a fork that is gone', { head: { repo: null } }, {}],
    ['of Dependabot', { head: { repo } }, { GITHUB_ACTOR: 'dependabot[bot]' }],
  ])('%s: nothing is pushed, and it is said', async (_, pull, more) => {
    const { clone, env } = event(pull)
    const asked = await request(clone, login, { ...env, ...more })
    expect(asked).toMatchObject({ push: false, tags: ['pr-3'] })
    expect(asked.about('')).toEqual([said])
  })

  test.each([
    ['a login is there all the same', { ...login, password: 'p' }],
    ['a registry on this machine needs none', { push: 'true', image: 'localhost:5000/gateway' }],
  ])('%s', async (_, given) => {
    const { clone, env } = event({ head: { repo: null } })
    expect(await request(clone, given, env)).toMatchObject({ push: true })
  })

  test('a missing password in the repository’s own is a mistake', async () => {
    const { clone, env } = event({ head: { repo } })
    await expect(request(clone, login, env)).rejects.toThrow('0 passwords')
  })
})
