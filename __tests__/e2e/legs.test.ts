import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ArtifactService } from '../support/artifact-service.js'
import { must, run, runCli, runStep, type StepEnded, temporaryFolder } from '../support/runner.js'
import {
  authRegistry,
  build,
  contextWith,
  endStep,
  expectNoLeftovers,
  fixture,
  foreign,
  freshName,
  index,
  login,
  mustBuild,
  own,
  rawManifest,
} from '../support/world.js'

// Each leg, and the merge, is a process with folders of its own, as on runners of their own.

expectNoLeftovers()

const data = fixture('data-only')
let service: ArtifactService
beforeAll(async () => {
  service = await ArtifactService.start()
})
beforeEach(() => service.clear())
afterAll(() => service.stop())

const leg = (architecture: string, inputs: Record<string, string>, env: Record<string, string> = {}) =>
  build(
    { context: data, push: 'digest', tags: '', platforms: `linux/${architecture}`, ...inputs },
    { env: { ...service.env, ...env } },
  )

async function mustLeg(...[architecture, inputs, env]: Parameters<typeof leg>): Promise<StepEnded> {
  const ended = await leg(architecture, inputs, env)
  if (ended.exitCode !== 0) throw new Error(`${ended.stdout}\n${ended.stderr}`)
  return ended
}

function merge(inputs: Record<string, string>, env: Record<string, string> = {}): Promise<StepEnded> {
  return runStep('merge', {
    inputs: { tags: 'test', push: 'true', ...inputs },
    env: { ...service.env, ...env },
  })
}

const errorsOf = (step: StepEnded) =>
  step.annotations.filter(({ level }) => level === 'error').map(({ message }) => message)

describe('legs that push', () => {
  test('are merged, in any order, to what one build gives', async () => {
    const image = freshName()
    for (const architecture of [foreign, own]) {
      const ended = await mustLeg(architecture, { image })
      expect(ended.outputs.pushed).toBe('true')
      expect(ended.outputs.tags).toBe('')
      expect(ended.outputs[`digest-linux-${architecture}`]).toMatch(/^sha256:/)
    }
    expect(
      await must(['skopeo', 'list-tags', '--tls-verify=false', `docker://${image}`]).catch(() => ''),
    ).not.toMatch(/"[a-z0-9-]+"\s*\]/)
    const merged = await merge({ image })
    expect({ exitCode: merged.exitCode, errors: errorsOf(merged) }).toEqual({ exitCode: 0, errors: [] })
    const one = await mustBuild({ image, context: data, tags: 'one' })
    expect(JSON.parse(merged.outputs.digests!)).toEqual(JSON.parse(one.outputs.digests!))
    expect(merged.outputs.digest).toBe(one.outputs.digest)
    expect(merged.outputs.image).toBe(`${image}@${merged.outputs.digest}`)
    expect((await index(`${image}:test`)).manifests).toHaveLength(2)
    expect(merged.summary).toContain('1 image merged')
    expect((await merge({ image })).outputs.digest).toBe(merged.outputs.digest)
  })

  test('a missing one is named, and no tag is set', async () => {
    const image = freshName()
    await mustLeg(own, { image })
    const merged = await merge({ image })
    expect(merged.exitCode).toBe(1)
    expect(errorsOf(merged)).toEqual([
      expect.stringMatching(
        `linux/${foreign} is missing: there is linux/${own}; no tag was set\nWhat to do: run the job`,
      ),
    ])
    expect(await rawManifest(`${image}:test`)).toBeUndefined()
  })

  test('one that runs again replaces what it handed over', async () => {
    const image = freshName()
    const content = (text: string) => contextWith({ Dockerfile: 'FROM scratch\nCOPY f /\n', f: text })
    for (const architecture of [own, foreign]) await mustLeg(architecture, { image, context: content('1') })
    const again = await mustLeg(own, { image, context: content('2') })
    expect(service.names).toHaveLength(2)
    // In the same attempt it is another job's, and would take its place unseen.
    const [first, second] = ['1', '2'].map((attempt) => ({ GITHUB_RUN_ATTEMPT: attempt }))
    await mustLeg(own, { image, context: content('2') }, first)
    const other = await leg(own, { image, context: content('3') }, first)
    expect(other.exitCode).toBe(1)
    expect(errorsOf(other)).toEqual([expect.stringMatching(/another job of this run has handed over linux/)])
    await mustLeg(own, { image, context: content('2') }, second)
    const merged = await merge({ image })
    expect(merged.outputs[`digest-linux-${own}`]).toBe(again.outputs[`digest-linux-${own}`])
  })

  test('of several images have no tag in common', async () => {
    const images = [freshName(), freshName()]
    for (const image of images)
      for (const architecture of [own, foreign]) await mustLeg(architecture, { image })
    const merged = await merge({ tags: `${images[0]}:both` })
    expect(merged.exitCode).toBe(2)
    expect(errorsOf(merged)).toEqual([expect.stringMatching(/both would be a tag of .* and of /)])
    expect(await rawManifest(`${images[0]}:both`)).toBeUndefined()
  })

  test('of several images are all merged, with one summary', async () => {
    const images = [freshName(), freshName()]
    for (const image of images)
      for (const architecture of [own, foreign]) await mustLeg(architecture, { image })
    const merged = await merge({})
    expect(merged.exitCode).toBe(0)
    expect(merged.outputs.image!.split('\n').map((line) => line.split('@')[0])).toEqual([...images].sort())
    expect(Object.keys(JSON.parse(merged.outputs.digests!))).toEqual([...images].sort())
    expect(merged.summary.match(/images merged/g)).toHaveLength(1)
    for (const image of images) expect((await index(`${image}:test`)).manifests).toHaveLength(2)
  })

  test('of two runs of one commit at once give the same, whichever ends first', async () => {
    const image = freshName()
    const other = await ArtifactService.start()
    try {
      const digests = await Promise.all(
        [service.env, other.env].map(async (env) => {
          await Promise.all([own, foreign].map((architecture) => mustLeg(architecture, { image }, env)))
          const merged = await merge({ image }, env)
          expect({ exitCode: merged.exitCode, errors: errorsOf(merged) }).toEqual({ exitCode: 0, errors: [] })
          return merged.outputs.digest
        }),
      )
      expect(digests[0]).toBe(digests[1])
      expect(await digestOfTag(image)).toBe(digests[0])
    } finally {
      await other.stop()
    }
  })

  test('one that dies after its push is missing until it has run again', async () => {
    const image = freshName()
    await mustLeg(own, { image })
    let killed = false
    const died = await build(
      { context: data, push: 'digest', tags: '', platforms: `linux/${foreign}`, image },
      {
        env: service.env,
        onOutput: (text, child) => {
          if (killed || !/pushed sha256:/.test(text)) return
          killed = true
          child.kill('SIGKILL')
        },
      },
    )
    expect({ killed, exitCode: died.exitCode }).toEqual({ killed: true, exitCode: 137 })
    expect((await endStep(died, service.env)).exitCode).toBe(0)
    expect(errorsOf(await merge({ image }))).toEqual([expect.stringContaining(`linux/${foreign} is missing`)])
    await mustLeg(foreign, { image })
    expect((await merge({ image })).exitCode).toBe(0)
  })

  test('no tag is set of any image while another is not right', async () => {
    const [whole, half] = [freshName(), freshName()]
    for (const architecture of [own, foreign]) await mustLeg(architecture, { image: whole })
    await mustLeg(own, { image: half })
    const merged = await merge({})
    expect(merged.exitCode).toBe(1)
    expect(errorsOf(merged)).toEqual([expect.stringContaining(`${half}: linux/${foreign} is missing`)])
    expect(await rawManifest(`${whole}:test`)).toBeUndefined()
  })

  test('of different commits are refused', async () => {
    const image = freshName()
    const context = contextWith({ Dockerfile: 'FROM scratch\nCOPY Dockerfile /\n' })
    await mustLeg(own, { image, context }, { GITHUB_SHA: '1'.repeat(40) })
    await mustLeg(foreign, { image, context }, { GITHUB_SHA: '2'.repeat(40) })
    const merged = await merge({ image })
    expect(merged.exitCode).toBe(1)
    expect(errorsOf(merged)).toEqual([expect.stringContaining('of different commits')])
  })

  test('need a login, as a build does; nothing of it is shown', async () => {
    const image = freshName(authRegistry)
    for (const architecture of [own, foreign]) await mustLeg(architecture, { image, ...login })
    const merged = await merge({ image, ...login })
    expect(merged.exitCode).toBe(0)
    const shown =
      merged.stdout.replace(/^::add-mask::.*$/gm, '') + merged.summary + JSON.stringify(merged.outputs)
    expect(shown).not.toContain(login.password)
  })
})

describe('a record’s word is not enough', () => {
  test('a wrong image is found, though its leg said that it was verified', async () => {
    const image = freshName()
    const context = fixture('data-only')
    await mustLeg(own, { image, context })
    // The leg of the other platform is given this one's image.
    await mustLeg(foreign, { image, context })
    const digests = {
      [`linux/${own}`]: await digestOf(image, own),
      [`linux/${foreign}`]: await digestOf(image, own),
    }
    const merged = await merge({ image, digests: JSON.stringify(digests) })
    expect(merged.exitCode).toBe(1)
    expect(errorsOf(merged)[0]).toContain(`linux/${foreign}`)
    expect(await rawManifest(`${image}:test`)).toBeUndefined()
  })

  test('damaged records are told', async () => {
    const image = freshName()
    for (const architecture of [own, foreign]) await mustLeg(architecture, { image })
    service.damage(service.names[0]!, (bytes) => {
      bytes[bytes.length >> 1]! ^= 0xff
      return bytes
    })
    const merged = await merge({ image })
    expect(merged.exitCode).not.toBe(0)
    expect(errorsOf(merged)).toHaveLength(1)
  })
})

describe('what the registry has collected, or never had', () => {
  test('is pushed by the merge from the layout that the leg handed over', async () => {
    const image = freshName()
    const pushed: StepEnded[] = []
    for (const architecture of [own, foreign]) {
      pushed.push(await mustLeg(architecture, { image, push: 'digest', layout: 'true' }))
    }
    const lost = `${image}@${pushed[1]!.outputs[`digest-linux-${foreign}`]}`
    await must(['skopeo', 'delete', '--tls-verify=false', `docker://${lost}`])
    expect(await rawManifest(lost)).toBeUndefined()
    const merged = await merge({ image })
    expect({ exitCode: merged.exitCode, errors: errorsOf(merged) }).toEqual({ exitCode: 0, errors: [] })
    expect(await rawManifest(lost)).toBeDefined()
  })

  test('without a layout it is an error that says so', async () => {
    const image = freshName()
    for (const architecture of [own, foreign]) await mustLeg(architecture, { image })
    const lost = `${image}@${await digestOf(image, foreign)}`
    await must(['skopeo', 'delete', '--tls-verify=false', `docker://${lost}`])
    const merged = await merge({ image })
    expect(merged.exitCode).toBe(1)
    expect(errorsOf(merged)).toEqual([expect.stringMatching(/is not there[\s\S]*layout: true/)])
  })

  test('is not needed where nothing is pushed: manifests tell the digests', async () => {
    const image = freshName()
    for (const architecture of [own, foreign])
      await mustLeg(architecture, { image, push: 'layout', layout: 'false' })
    const merged = await merge({ image, push: 'false' })
    expect({ exitCode: merged.exitCode, errors: errorsOf(merged) }).toEqual({ exitCode: 0, errors: [] })
    const one = await mustBuild({ image, context: data, tags: 'one' })
    expect(merged.outputs).toMatchObject({ pushed: 'false', digest: one.outputs.digest })
    const pushing = await merge({ image })
    expect(pushing.exitCode).toBe(1)
    expect(errorsOf(pushing)).toEqual([expect.stringContaining('handed over no layers')])
  })

  test('a pull request from a fork builds, merges and pushes nothing', async () => {
    const image = freshName('quay.io')
    const folder = contextWith({
      'event.json': JSON.stringify({
        pull_request: { number: 3, head: { repo: null } },
        repository: { full_name: 'o/r' },
      }),
    })
    const env = {
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_REF: 'refs/pull/3/merge',
      GITHUB_EVENT_PATH: join(folder, 'event.json'),
    }
    for (const architecture of [own, foreign]) {
      const ended = await mustLeg(architecture, { image, username: 'robot', password: '' }, env)
      expect(ended.outputs.pushed).toBe('false')
    }
    const merged = await merge({ image, tags: '', push: 'true', username: 'robot', password: '' }, env)
    expect({ exitCode: merged.exitCode, errors: errorsOf(merged) }).toEqual({ exitCode: 0, errors: [] })
    expect(merged.outputs).toMatchObject({ pushed: 'false', tags: `${image}:pr-3` })
    expect(Object.keys(JSON.parse(merged.outputs.digests!))).toHaveLength(2)
  })
})

describe('images that somebody else pushed', () => {
  test('are merged from references, also of another repository, on the command line', async () => {
    const parts = freshName()
    for (const architecture of [own, foreign]) {
      await mustBuild({ image: parts, context: data, platforms: `linux/${architecture}`, tags: architecture })
    }
    const image = freshName()
    const digests = [own, foreign].map((architecture) => `${parts}:${architecture}`).join('\n')
    const temporary = temporaryFolder()
    const ended = await runCli(
      ['merge', '--image', image, '--tags', '1.0', '--digests', digests, '--push', 'true', '--json'],
      { env: { TMPDIR: temporary } },
    )
    expect(ended.exitCode).toBe(0)
    expect(JSON.parse(ended.stdout)).toMatchObject({ pushed: true, tags: [`${image}:1.0`] })
    const { manifests } = await index(`${image}:1.0`)
    expect(manifests).toHaveLength(2)
    const copied = await run([
      'skopeo',
      'copy',
      '--all',
      '--src-tls-verify=false',
      `docker://${image}:1.0`,
      `dir:${temporary}/copy`,
    ])
    expect(copied.exitCode).toBe(0)
    expect(readdirSync(temporary)).toEqual(['copy'])
  })
})

async function digestOfTag(image: string): Promise<string> {
  return `sha256:${createHash('sha256')
    .update((await rawManifest(`${image}:test`))!)
    .digest('hex')}`
}

async function digestOf(image: string, architecture: string): Promise<string> {
  const ended = await mustLeg(architecture, { image })
  return ended.outputs[`digest-linux-${architecture}`]!
}
