import { chmodSync, copyFileSync, existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeEnvironment } from '../support/make.js'
import { BOTH, cache, inPodman, inRegistry, namesOf } from '../support/make-project.js'
import { repository, run, temporaryFolder } from '../support/runner.js'
import { fixture, foreign, freshName, index, own, rawManifest } from '../support/world.js'

// examples/build-image.sh, as a developer starts it.

describe('build-image.sh', () => {
  const script = join(repository, 'examples', 'build-image.sh')
  const build = (env: Record<string, string>, ...args: string[]) =>
    run([...shell, script, ...args], {
      cwd: fixture('data-only'),
      env: makeEnvironment({ XDG_CACHE_HOME: cache, ...env }),
    })
  let shell: string[] = []
  beforeEach(() => {
    shell = []
  })

  test.each([[['sh']], [['bash', '--posix']]])('both architectures into podman: %s', async (with_) => {
    shell = with_
    const IMG = `localhost/make/script:${with_[0]}`
    expect(await build({ IMG })).toMatchObject({ exitCode: 0 })
    expect(await inPodman(IMG)).toEqual(BOTH)
  })

  test('nothing is pushed unasked, in a workflow neither', async () => {
    const IMG = `${freshName()}:1`
    const event = join(temporaryFolder(), 'event.json')
    writeFileSync(event, '{"repository":{"default_branch":"main","full_name":"a/b"}}')
    const runner = {
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: 'push',
      GITHUB_EVENT_PATH: event,
      GITHUB_REF: 'refs/heads/main',
      GITHUB_REPOSITORY: 'a/b',
    }
    shell = ['sh']
    expect(await build({ IMG, ...runner })).toMatchObject({ exitCode: 0 })
    expect(await rawManifest(IMG)).toBeUndefined()
    expect(await inPodman(IMG)).toEqual(BOTH)
  })

  test('PUSH=true: an index in the registry, with further options', async () => {
    const IMG = `${freshName()}:1`
    expect(await build({ IMG, PUSH: 'true' }, '--annotations', 'index:a=b c')).toMatchObject({ exitCode: 0 })
    expect(await inRegistry(IMG)).toEqual(BOTH)
    expect((await index(IMG)).annotations).toMatchObject({ a: 'b c' })
    expect(await namesOf(IMG.replace(/:1$/, ''))).toEqual([])
  })

  test('MULTI_ARCH=false: one architecture, under a name of its own', async () => {
    const IMG = 'localhost/make/script:one'
    const TARGETARCH = foreign
    expect(await build({ IMG, MULTI_ARCH: 'false' })).toMatchObject({ exitCode: 0 })
    expect(await build({ IMG, MULTI_ARCH: 'false', TARGETARCH })).toMatchObject({ exitCode: 0 })
    expect(await inPodman(`${IMG}-${own}`)).toEqual([`linux/${own}`])
    expect(await inPodman(`${IMG}-${foreign}`)).toEqual([`linux/${foreign}`])
    expect(await inPodman(IMG)).toEqual([])
  })

  test('what is missing or wrong ends it with 2, and nothing in a value is run', async () => {
    const IMG = 'localhost/make/script:wrong'
    expect(await build({})).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('IMG is not set') })
    for (const env of [
      { MULTI_ARCH: 'no' },
      { PUSH: '1' },
      { IMG: 'a/b:1,c/d:1' },
      { IMG: '$(touch pwned)' },
    ])
      expect(await build({ IMG, ...env })).toMatchObject({ exitCode: 2 })
    expect(existsSync(join(fixture('data-only'), 'pwned'))).toBe(false)
  })

  test('a copy in a project takes the program that it is told, or the one beside it', async () => {
    const folder = temporaryFolder()
    copyFileSync(script, join(folder, 'build.sh'))
    chmodSync(join(folder, 'build.sh'), 0o755)
    const copy = (env: Record<string, string>) =>
      run([join(folder, 'build.sh'), '--target', 'a b'], { env: makeEnvironment({ IMG: 'x/y:1', ...env }) })
    expect((await copy({ MULTIARCH_BUILD: 'printf [%s]' })).stdout).toContain('[--target][a b]')
    writeFileSync(join(folder, 'multiarch-build.mjs'), 'console.log("beside", process.argv.at(-1))')
    expect((await copy({})).stdout).toBe('beside a b\n')
  })
})
