import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  artifacts,
  digestsOf,
  direct,
  expectSuccess,
  expectTagged,
  FIRST,
  mustRun,
  pushed,
  type Repository,
  repositoryOf,
  run,
  stepOf,
} from '../support/called-workflow.js'
import { change, changeOneService, git, SERVICES } from '../support/monorepo.js'
import type { WorkflowEnded } from '../support/workflow.js'
import {
  authRegistry,
  expectNoLeftovers,
  index,
  login,
  own,
  rawManifest,
  runImage,
} from '../support/world.js'

// The reusable workflow, called as its users call it: every job is a machine of its own with a checkout of its own, and
// all that they share is a registry and what is handed over as artifacts of the run.

expectNoLeftovers()

const LONG = 1_800_000
/** Small ones: files alone, a program that is there already, and one that is compiled. */
const THREE = ['rules', 'runtime', 'alerts'] as const

const resultsOf = ({ jobs }: WorkflowEnded) => jobs.map(({ name, result }) => `${name}: ${result}`)
const legsOf = ({ jobs }: WorkflowEnded) => jobs.filter(({ id }) => id === 'build')

describe('three services', () => {
  let repository: Repository
  let whole: WorkflowEnded
  beforeAll(async () => {
    repository = await repositoryOf(THREE)
    whole = await mustRun(repository, pushed(FIRST))
  }, LONG)

  test(
    'of a first push are each built on two machines, and merged to what one build gives',
    async () => {
      const names = THREE.flatMap((name) => [`${name} (linux/amd64)`, `${name} (linux/arm64)`])
      expect(whole.jobs.map(({ name }) => name)).toEqual(['plan', ...names, 'merge'])
      expect(JSON.parse(whole.outputs.services!)).toEqual(THREE)
      const digests = digestsOf(whole, repository)
      const lines = whole.outputs.images!.split('\n')
      expect(lines).toHaveLength(3)
      for (const name of THREE) {
        const image = repository.image(name)
        for (const tag of ['main', `sha-${repository.first.slice(0, 7)}`])
          await expectTagged(image, tag, digests[name]!)
        const line = lines.find((each) => each.startsWith(`${image}@`))!
        expect(await rawManifest(line)).toBe(await rawManifest(`${image}:main`))
        expect(await direct(repository, name)).toEqual(digests[name])
      }
      const alerts = `${repository.image('alerts')}@${digests.alerts![`linux/${own}`]}`
      expect(await runImage(alerts, `linux/${own}`, ['/alerts'])).toContain(
        `"name":"alerts","version":"dev","arch":"${own}"`,
      )
    },
    LONG,
  )

  test(
    'of a later push: only the one that it changes is built and merged',
    async () => {
      const before = await git(repository.folder, 'rev-parse', 'HEAD')
      const changed = await changeOneService(repository.folder, 'alerts')
      const ended = await mustRun(repository, pushed(before))
      expect(ended.jobs.map(({ name }) => name)).toEqual([
        ...['plan', 'alerts (linux/amd64)', 'alerts (linux/arm64)', 'merge'],
      ])
      const digests = digestsOf(ended, repository)
      expect(digests.alerts).not.toEqual(digestsOf(whole, repository).alerts)
      const tag = `sha-${changed.slice(0, 7)}`
      for (const name of ['main', tag]) await expectTagged(repository.image('alerts'), name, digests.alerts!)
      for (const name of ['rules', 'runtime']) {
        expect(await rawManifest(`${repository.image(name)}:${tag}`)).toBeUndefined()
        await expectTagged(repository.image(name), 'main', digestsOf(whole, repository)[name]!)
      }
    },
    LONG,
  )

  test('of a push that changes none: build and merge are skipped, and all is well', async () => {
    const before = await git(repository.folder, 'rev-parse', 'HEAD')
    await change(repository.folder, { 'README.md': 'Still fourteen services.\n' })
    const ended = await mustRun(repository, pushed(before))
    expect(resultsOf(ended)).toEqual(['plan: success', 'build: skipped', 'merge: skipped'])
    expect(ended.outputs).toEqual({ images: '', digests: '', services: '[]' })
  })

  test(
    'of a release are all built, and tagged with its version and latest',
    async () => {
      await git(repository.folder, 'tag', 'v1.2.3')
      const ended = await mustRun(repository, {
        event_name: 'push',
        ref: 'refs/tags/v1.2.3',
        event: { before: FIRST },
      })
      expect(legsOf(ended)).toHaveLength(6)
      const digests = digestsOf(ended, repository)
      for (const name of THREE)
        for (const tag of ['1.2.3', 'latest']) await expectTagged(repository.image(name), tag, digests[name]!)
    },
    LONG,
  )
})

test(
  'a pull request from a fork builds what it changes, has no secrets and pushes nothing',
  async () => {
    const repository = await repositoryOf(THREE)
    const { folder, first } = repository
    await git(folder, 'checkout', '--quiet', '-b', 'topic')
    const head = {
      sha: await changeOneService(folder, 'alerts'),
      repo: { full_name: 'someone/services', fork: true },
    }
    await git(folder, 'checkout', '--quiet', '--detach', first)
    await git(folder, 'merge', '--quiet', '--no-ff', '--message', 'merge', 'topic')
    const event = { number: 3, pull_request: { number: 3, head, base: { sha: first } } }
    for (const push of ['auto', 'true']) {
      const ended = await mustRun(
        repository,
        { event_name: 'pull_request', ref: 'refs/pull/3/merge', event },
        { inputs: { push } },
      )
      expect(JSON.parse(ended.outputs.services!)).toEqual(['alerts'])
      const merge = stepOf(ended, 'merge', '/merge')
      expect(merge.with).toMatchObject({ push: 'false', username: '', password: '' })
      expect(merge.outputs).toMatchObject({ pushed: 'false', tags: `${repository.image('alerts')}:pr-3` })
      for (const { name } of legsOf(ended)) expect(stepOf(ended, name).outputs.pushed).toBe('false')
      const references = [
        `${repository.image('alerts')}:pr-3`,
        ended.outputs.images!,
        ...Object.values(digestsOf(ended, repository).alerts!).map(
          (digest) => `${repository.image('alerts')}@${digest}`,
        ),
      ]
      for (const reference of references) expect(await rawManifest(reference)).toBeUndefined()
    }
  },
  LONG,
)

test(
  'a leg that fails keeps all tags as they are; when it has run again, alone, the merge is made',
  async () => {
    const repository = await repositoryOf(['rules', 'alerts'])
    const service = await artifacts(repository)
    const failing = `alerts (linux/${own})`
    const failed = await run(repository, pushed(FIRST), {
      service,
      onStep: ({ job, step, workspace }) => {
        if (job.name !== failing || !step.uses?.startsWith('kubernaut/')) return undefined
        writeFileSync(
          join(workspace, 'services/alerts/Dockerfile'),
          'FROM scratch AS production\nCOPY absent /\n',
        )
        return undefined
      },
    })
    expect(failed.result).toBe('failure')
    const isFailed = ({ name }: { name: string }) => name === failing
    expect(legsOf(failed).map((job) => [isFailed(job), job.result])).toEqual(
      legsOf(failed).map((job) => [isFailed(job), isFailed(job) ? 'failure' : 'success']),
    )
    expect(failed.jobs.find(({ id }) => id === 'merge')!.result).toBe('skipped')
    expect(stepOf(failed, failing).stdout).toContain('absent')
    for (const name of ['rules', 'alerts'])
      expect(await rawManifest(`${repository.image(name)}:main`)).toBeUndefined()

    const again = await mustRun(repository, pushed(FIRST), { service, earlier: failed })
    expect(again.jobs.filter(({ attempt }) => attempt === 2).map(({ name }) => name)).toEqual([
      failing,
      'merge',
    ])
    const digests = digestsOf(again, repository)
    for (const name of ['rules', 'alerts']) await expectTagged(repository.image(name), 'main', digests[name]!)
    expect(digests.alerts).toEqual(await direct(repository, 'alerts'))

    // One that was right runs again too, as somebody may ask for: nothing is other than before.
    const third = await mustRun(repository, pushed(FIRST), { service, earlier: again, rerun: [failing] })
    expect(third.jobs.filter(({ attempt }) => attempt === 3).map(({ name }) => name)).toEqual([
      failing,
      'merge',
    ])
    expect(third.outputs).toEqual(again.outputs)
  },
  LONG,
)

test(
  'in any order, and twice at once, the same images are made',
  async () => {
    const list = ['rules', 'runtime']
    const repository = await repositoryOf(list)
    const ran: string[] = []
    const reversed = await mustRun(repository, pushed(FIRST), {
      order: (legs) => legs.toReversed(),
      onStep: ({ job, step }) => void (step.uses === 'kubernaut/multiarch-build@v1' && ran.push(job.name)),
    })
    expect(ran).toEqual([
      ...['runtime (linux/arm64)', 'runtime (linux/amd64)', 'rules (linux/arm64)', 'rules (linux/amd64)'],
    ])
    const inputs = { all: true }
    const together = await Promise.all([1, 2].map(() => mustRun(repository, pushed(FIRST), { inputs })))
    for (const { outputs } of together) expect(outputs).toEqual(reversed.outputs)
    for (const name of list)
      await expectTagged(repository.image(name), 'main', digestsOf(reversed, repository)[name]!)
  },
  LONG,
)

test(
  'a registry that wants a login gets that of the caller, and no log shows it',
  async () => {
    const repository = await repositoryOf(['rules'], { host: authRegistry })
    // Not mustRun: GitHub keeps back outputs that hold the user name, which is a short one.
    const ended = await run(repository, pushed(FIRST), {
      secrets: { QUAY_USERNAME: login.username, QUAY_PASSWORD: login.password },
    })
    expectSuccess(ended)
    const image = `${repository.image('rules')}:main`
    expect((await index(image, `${login.username}:${login.password}`)).manifests).toHaveLength(2)
    const steps = ended.jobs.flatMap((job) => job.steps)
    const shown = steps.map(({ stdout, stderr, summary, outputs }) =>
      [stdout.replace(/^::add-mask::.*$/gm, ''), stderr, summary, JSON.stringify(outputs)].join('\n'),
    )
    expect(shown.join('\n')).not.toContain(login.password)
  },
  LONG,
)

// 28 jobs take long: once is enough, with the podman that GitHub's runners have and as their user. (A compiler that runs under emulation is in `shapes`.)
const onRunners = process.env.TEST_WORLD === 'podman58-user' ? test : test.skip

onRunners(
  '14 services of all shapes are built on 28 machines, and merged with one summary',
  async () => {
    const repository = await repositoryOf(SERVICES)
    const ended = await mustRun(repository, pushed(FIRST))
    expect(legsOf(ended)).toHaveLength(28)
    expect(ended.jobs.filter(({ id }) => id === 'merge')).toHaveLength(1)
    expect(JSON.parse(ended.outputs.services!)).toEqual(SERVICES)
    const digests = digestsOf(ended, repository)
    expect(Object.keys(digests)).toEqual([...SERVICES])
    for (const name of SERVICES) await expectTagged(repository.image(name), 'main', digests[name]!)

    const { summary } = stepOf(ended, 'merge', '/merge')
    expect(summary).toContain('14 images merged')
    expect(summary.match(/^\| Image \| Platform \|/gm)).toHaveLength(1)
    for (const line of ended.outputs.images!.split('\n')) expect(summary).toContain(line.split('@')[1])
    // In the table they are cut short.
    for (const digest of Object.values(digests).flatMap((each) => Object.values(each)))
      expect(summary).toContain(`\`${digest.slice(0, 'sha256:'.length + 12)}\``)
  },
  4 * LONG,
)

test(
  'with a machine written down in one service, none is tagged',
  async () => {
    const repository = await repositoryOf(['rules', 'hardcoded'])
    const ended = await run(repository, pushed(FIRST))
    expect(resultsOf(ended)).toEqual([
      ...['plan: success', 'rules (linux/amd64): success', 'rules (linux/arm64): success'],
      ...['hardcoded (linux/amd64): success', 'hardcoded (linux/arm64): failure', 'merge: skipped'],
    ])
    for (const name of ['rules', 'hardcoded'])
      expect(await rawManifest(`${repository.image(name)}:main`)).toBeUndefined()
  },
  LONG,
)
