import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { MONOREPO, Monorepo, names, SERVICES, SMALL } from './support/monorepo.js'

const SHARED_GO = ['data-storage', 'gateway', ...SMALL].sort()
const EVERY_GO = ['data-storage', 'db-migrate', 'gateway', ...SMALL].sort()

describe('a monorepo of 14 services', () => {
  const repo = new Monorepo()
  afterAll(() => repo.remove())

  // `gateway` copies all that the ignore file lets through.
  it.each<[Record<string, string | undefined>, string[]]>([
    [{ 'cmd/billing/main.go': 'x' }, ['billing', 'gateway']],
    [{ 'pkg/shared.go': 'x' }, EVERY_GO],
    [{ 'pkg/new.go': 'x' }, EVERY_GO],
    [{ 'pkg/new.go': undefined }, EVERY_GO],
    [{ 'go.sum': 'x' }, SHARED_GO],
    [{ 'go.mod': 'x' }, EVERY_GO],
    [{ 'README.md': 'x', 'docs/guide.txt': 'x' }, []],
    // Of a stage that production does not need, but for the one that copies everything.
    [{ 'hack/debug.sh': 'x' }, ['gateway']],
    [{ 'services/must-gather/gather/gather.sh': 'x' }, ['must-gather']],
    [{ 'services/must-gather/NOTES.md': 'x' }, []],
    [{ 'services/must-gather/.dockerignore': 'x' }, ['must-gather']],
    [{ 'bin/service-arm64': 'x' }, ['gateway', 'runtime']],
    [{ 'bin/service': 'x' }, []],
    [{ 'migrations/2.sql': 'x' }, ['data-storage', 'db-migrate', 'gateway']],
    [{ 'migrations/2.txt': 'x' }, ['db-migrate', 'gateway']],
    [{ 'web/app/new/ä "b".js': 'x' }, ['console', 'gateway']],
    [{ 'rules/a.yaml': 'x' }, ['gateway', 'rules']],
    [{ 'services/audit/Dockerfile.dockerignore': '*.md' }, ['audit', 'gateway']],
    [{ 'services/audit/Dockerfile.dockerignore': undefined }, ['audit', 'gateway']],
    [{ 'web/.gitattributes': '* text eol=crlf' }, ['console', 'gateway']],
  ])('%j', async (files, expected) => {
    expect(await repo.changed(files)).toEqual(expected)
  })

  it('plans all when what holds for all changes', async () => {
    expect(await repo.changed({ '.dockerignore': `${MONOREPO['.dockerignore']}x\n` })).toHaveLength(13)
    expect(await repo.changed({ '.gitattributes': '* -text' })).toHaveLength(14)
  })

  it('plans those whose entries in the list change', async () => {
    const one = SERVICES.replace('- name: audit\n', '- name: audit\n    args: {A: "1"}\n')
    expect(await repo.changed({ 'services.yaml': one })).toEqual(['audit', 'gateway'])
    const shared = SERVICES.replace('defaults:\n', 'defaults:\n  args: {A: "2"}\n')
    expect(await repo.changed({ 'services.yaml': shared })).toHaveLength(14)
    expect(await repo.changed({ 'services.yaml': `# All of them\n${shared}` })).toEqual(['gateway'])
    const broken = repo.head()
    repo.write({ 'services.yaml': ': [' })
    const worse = repo.save()
    expect(await repo.changed({ 'services.yaml': SERVICES })).toHaveLength(14)
    expect(names(await repo.plan({ base: broken }))).toHaveLength(14)
    expect((await repo.plan({ base: worse })).notice).toMatch(/list of services as it was can’t be read/)
  })

  it('sees what is not committed, and what Git ignores', async () => {
    const base = repo.head()
    expect(names(await repo.plan({ base }))).toEqual([])
    repo.write({ 'rules/new.yaml': 'x', 'web/app/main.js': 'changed' })
    expect(names(await repo.plan({ base }))).toEqual(['console', 'gateway', 'rules'])
    repo.git(repo.root, 'checkout', '-q', '.')
    repo.write({ 'rules/new.yaml': undefined, '.gitignore': 'out/\n' })
    const next = repo.save()
    repo.write({ 'rules/out/x': 'made here' })
    const plan = await repo.plan({ base: next })
    expect(names(plan)).toEqual(['gateway', 'rules'])
    expect(plan.planned.find(({ service }) => service.name === 'rules')!.reason).toBe(
      'rules/out changed (COPY in services/rules/Dockerfile:2)',
    )
    repo.write({ 'rules/out': undefined })
  })

  it('counts paths from the working folder', async () => {
    const base = repo.head()
    repo.write({ 'rules/a.yaml': 'again' })
    const list = '- {name: r, image: quay.io/o/r, context: .., file: rules/Dockerfile}'
    const folder = join(repo.root, 'services')
    expect(names(await repo.plan({ base, services: list }, { folder }))).toEqual(['r'])
    repo.git(repo.root, 'checkout', '-q', '.')
    expect(names(await repo.plan({ base, services: list }, { folder }))).toEqual([])
  })

  it('takes a second at most', async () => {
    const base = repo.head()
    repo.write(Object.fromEntries(Array.from({ length: 1500 }, (_, at) => [`docs/${at % 50}/${at}`, 'x'])))
    repo.save()
    const start = performance.now()
    const plan = await repo.plan({ base })
    expect(names(plan)).toEqual([])
    // Five times what it is allowed: other tests run beside this one.
    expect(performance.now() - start).toBeLessThan(5000)
  })
})

describe('what is planned whole', () => {
  const repo = new Monorepo()
  const base = repo.head()
  afterAll(() => repo.remove())

  it.each<[string, Record<string, string>, NodeJS.ProcessEnv, RegExp, RegExp | undefined]>([
    ['no base', {}, {}, /no base/, undefined],
    ['all', { base, all: 'true' }, {}, /asked for/, undefined],
    ['a tag', { base }, { GITHUB_REF: 'refs/tags/v1.2.0' }, /tag v1.2.0/, undefined],
    ['another tag', { base }, { GITHUB_REF: 'refs/tags/a/latest' }, /tag a\/latest/, undefined],
    ['a new branch', { base: '0'.repeat(40) }, {}, /no earlier commit/, /no earlier commit/],
    ['an unknown commit', { base: 'f'.repeat(40) }, {}, /no commit of this clone/, /fetch-depth: 0/],
    ['an unknown name', { base: 'nosuch' }, {}, /no commit/, /nosuch/],
  ])('%s', async (_what, given, env, reason, notice) => {
    const plan = await repo.plan(given, { env })
    expect(plan.planned).toHaveLength(14)
    expect(plan.planned[0]!.reason).toMatch(reason)
    if (notice === undefined) expect(plan.notice).toBeUndefined()
    else expect(plan.notice).toMatch(notice)
  })

  it('is a forced push', async () => {
    const env = repo.runner('push', 'refs/heads/main', { forced: true })
    expect((await repo.plan({ base }, { env })).notice).toMatch(/forced/)
    const other = repo.runner('push', 'refs/heads/main', { forced: false })
    expect(names(await repo.plan({ base }, { env: other }))).toEqual([])
  })

  it('is not the tag of a service', async () => {
    const plan = await repo.plan({ base }, { env: { GITHUB_REF: 'refs/tags/users/v1.2.0' } })
    expect(names(plan)).toEqual(['users'])
    expect(plan.unchanged).toHaveLength(13)
    await expect(repo.plan({}, { env: { GITHUB_REF: 'refs/tags/user/v1.2.0' } })).rejects.toThrow(
      'the tag user/v1.2.0 is of “user”, which is no service',
    )
    const all = await repo.plan({ all: 'true' }, { env: { GITHUB_REF: 'refs/tags/user/v1.2.0' } })
    expect(all.planned).toHaveLength(14)
  })

  it('is a list that stands in a workflow, when workflows change', async () => {
    const services = SERVICES
    expect(names(await repo.plan({ base, services }))).toEqual([])
    repo.write({ '.github/workflows/ci.yml': 'x' })
    expect((await repo.plan({ base, services })).notice).toMatch(/\.github changed/)
    repo.write({ '.github': undefined })
  })

  it('is a folder without Git, or a list outside of the repository', async () => {
    const folder = repo.path('plain')
    mkdirSync(folder)
    writeFileSync(join(folder, 's.yaml'), '- {name: r, image: quay.io/o/r}')
    const plain = await repo.plan({ base, services: 's.yaml' }, { folder })
    expect(plain.notice).toMatch(/no Git repository/)
    const outside = await repo.plan({ base, services: join(folder, 's.yaml') })
    expect(outside.notice).toMatch(/outside of the repository/)
  })

  it('is a list that is not there', async () => {
    await expect(repo.plan({ services: 'nosuch.yaml' })).rejects.toThrow('"nosuch.yaml" is not there')
  })
})

describe('the commits between', () => {
  it('begin where a branch left the base', async () => {
    const repo = new Monorepo()
    repo.git(repo.root, 'checkout', '-q', '-b', 'topic')
    repo.write({ 'rules/a.yaml': 'topic' })
    repo.save()
    repo.git(repo.root, 'checkout', '-q', 'main')
    repo.write({ 'web/app/main.js': 'main' })
    repo.save()
    repo.git(repo.root, 'checkout', '-q', 'topic')
    expect(names(await repo.plan({ base: 'main' }))).toEqual(['gateway', 'rules'])
    repo.remove()
  })

  it('must be in the clone', async () => {
    const repo = new Monorepo()
    const first = repo.head()
    for (const text of ['1', '2', '3']) {
      repo.write({ 'rules/a.yaml': text })
      repo.save()
    }
    const parent = repo.git(repo.root, 'rev-parse', 'HEAD^')
    const folder = repo.path('shallow')
    repo.git(repo.folder, 'clone', '-q', '--depth', '2', `file://${repo.root}`, folder)
    expect((await repo.plan({ base: first }, { folder })).notice).toMatch(/fetch-depth: 0/)
    expect(names(await repo.plan({ base: parent }, { folder }))).toEqual(['gateway', 'rules'])
    // Only the origin has the branch.
    repo.git(folder, 'checkout', '-q', '--detach')
    repo.git(folder, 'branch', '-q', '-D', 'main')
    expect((await repo.plan({ base: 'main' }, { folder })).notice).toBeUndefined()
    repo.remove()
  })

  it('have modules of other repositories', async () => {
    const repo = new Monorepo()
    const other = new Monorepo({ 'x.txt': 'x' })
    const add = ['-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', other.root, 'rules/sub']
    repo.git(repo.root, ...add)
    const base = repo.save()
    expect(names(await repo.plan({ base }))).toEqual([])
    repo.git(join(repo.root, 'rules/sub'), 'commit', '-q', '--allow-empty', '-m', 'new')
    expect(names(await repo.plan({ base }))).toEqual(['gateway', 'rules'])
    repo.save()
    expect(names(await repo.plan({ base }))).toEqual(['gateway', 'rules'])
    repo.remove()
    other.remove()
  })
})

describe('links', () => {
  it('are followed where COPY names them, and doubted elsewhere', async () => {
    const repo = new Monorepo({
      'services.yaml':
        '[{name: a, image: quay.io/o/a, context: ctx}, {name: b, image: quay.io/o/b, context: l}]',
      '.gitignore': '',
      'ctx/Dockerfile': 'FROM scratch\nCOPY named wild/* /\n',
      'ctx/.dockerignore': 'real\n',
      'ctx/real/x': '1',
      'ctx/far/x': '1',
      'ctx/other': '1',
      'ctx/wild/y': '1',
    })
    symlinkSync('real', join(repo.root, 'ctx/named'))
    symlinkSync('../far', join(repo.root, 'ctx/wild/far'))
    symlinkSync('ctx', join(repo.root, 'l'))
    repo.save()
    expect(await repo.changed({ 'ctx/other': '2' })).toEqual(['b'])
    expect(await repo.changed({ 'ctx/real/x': '2' })).toEqual(['a', 'b'])
    expect(await repo.changed({ 'ctx/far/x': '2' })).toEqual(['a', 'b'])
    repo.remove()
  })
})
