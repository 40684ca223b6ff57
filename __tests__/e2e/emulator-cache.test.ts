import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { CacheService } from '../support/cache-service.js'
import { repository, run, type StepEnded } from '../support/runner.js'
import { build, endStep, expectNoLeftovers, fixture, freshName } from '../support/world.js'

// An emulator that one run installed is there for the next, on another fresh machine, by GitHub's cache service.

const able = process.env.TEST_WORLD === 'host-root' && existsSync('/usr/bin/apt-get')
const world = join(repository, '__tests__', 'world', 'without-emulators')

expectNoLeftovers()

if (!able) {
  test.skip('an emulator comes from the cache (needs the world host-root and apt)', () => undefined)
} else {
  let service: CacheService
  beforeAll(async () => {
    service = await CacheService.start()
  })
  afterAll(() => service.stop())
  afterEach(forget)

  test('an emulator that was installed is kept, taken from the cache, and replaced when it is broken', async () => {
    const first = await runOn('apt')
    expect(first).toMatchObject({ exitCode: 0 })
    expect(first.stdout).toContain('Install the emulator for s390x')
    // The build waited for no upload.
    expect(service.keys).toEqual([])
    expect(await end(first)).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^cache: saved 1 file, [\d.]+ MB, in GitHub’s cache\n$/),
    })
    expect(service.keys).toHaveLength(2)

    const second = await runOn('none')
    expect(second).toMatchObject({ exitCode: 0, annotations: [] })
    expect(second.stdout).toMatch(/linux\/s390x: registered \S+, from the cache, QEMU \d+\.\d+/)
    expect(second.stdout).not.toContain('Install the emulator')
    expect(await end(second)).toMatchObject({ exitCode: 0, stdout: '' })
    expect(service.keys).toHaveLength(2)

    service.damage('multiarch-build-1-blob-', (bytes) =>
      bytes.fill(bytes[bytes.length >> 1]! ^ 1, bytes.length >> 1),
    )
    const third = await runOn('apt')
    expect(third).toMatchObject({
      exitCode: 0,
      annotations: [
        {
          level: 'warning',
          message: expect.stringMatching(/^cache: GitHub’s cache: what is kept .*the build goes on/),
        },
      ],
    })
    expect(third.stdout).toContain('Install the emulator for s390x')
    await end(third)

    const fourth = await runOn('none')
    expect(fourth).toMatchObject({ exitCode: 0, annotations: [] })
    expect(fourth.stdout).toContain('from the cache, QEMU')
  }, 600_000)

  test('what runs natively asks no cache for anything', async () => {
    const asked = service.asked.length
    const step = await build(
      {
        image: freshName(),
        context: fixture('data-only'),
        push: 'false',
        cache: 'auto',
        'skip-unchanged': 'false',
      },
      { env: service.env },
    )
    expect(step.exitCode).toBe(0)
    expect(step.state.cache).toBeUndefined()
    expect(service.asked.length).toBe(asked)
  }, 600_000)

  // What the fixture makes needs no emulator: the step is told to set it up all the same.
  async function runOn(manager: string): Promise<StepEnded> {
    await forget()
    const inputs = { context: fixture('data-only'), platforms: 'linux/s390x', qemu: 'always', push: 'true' }
    const cache = { cache: 'auto', 'skip-unchanged': 'false' }
    const node = [world, manager, process.execPath]
    return build({ image: freshName(), ...inputs, ...cache }, { node, env: service.env })
  }

  const end = (step: StepEnded) => endStep(step, service.env)

  // Other tests expect that this machine runs no s390x.
  async function forget(): Promise<void> {
    await run(['sh', '-c', 'echo -1 >/proc/sys/fs/binfmt_misc/multiarch-qemu-s390x'])
  }
}
