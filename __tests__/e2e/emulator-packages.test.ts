import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { repository, run } from '../support/runner.js'
import { build, expectNoLeftovers, fixture, freshName } from '../support/world.js'

// A machine on which no emulator is installed: the step installs the distribution's package, with the real package
// managers, registers what it brings and proves it by running a program.

// Root, since the machine without emulators is made of mounts; the world of podman 5.8 brings packages of its own, whose
// names the step tries too, but not what dnf needs.
const able = process.env.TEST_WORLD === 'host-root' && existsSync('/usr/bin/apt-get')
const world = join(repository, '__tests__', 'world', 'without-emulators')

expectNoLeftovers()

if (!able) {
  test.skip('an emulator is installed by the package manager (needs the world host-root and apt)', () =>
    undefined)
} else {
  afterEach(async () => {
    // Other tests expect that this machine runs no s390x.
    await run(['sh', '-c', 'echo -1 >/proc/sys/fs/binfmt_misc/multiarch-qemu-s390x'])
  })

  test.each([
    ['apt', /apt-get|Setting up qemu-user/],
    ['dnf', /Installed:\s|qemu-user-static-s390x/],
  ])(
    '%s installs it',
    async (manager, log) => {
      const step = await build(
        {
          image: freshName(),
          context: fixture('data-only'),
          platforms: 'linux/s390x',
          qemu: 'always',
          push: 'false',
        },
        { node: [world, manager, process.execPath] },
      )
      expect(step).toMatchObject({ exitCode: 0, outputs: { platforms: 'linux/s390x' } })
      expect(step.stdout).toContain('Install the emulator for s390x')
      expect(step.stdout).toMatch(log)
      expect(step.stdout).toMatch(/linux\/s390x: registered \/usr\/\S*s390x/)
    },
    300_000,
  )

  test('a package manager that has no such package is an error that says what to run', async () => {
    const step = await build(
      {
        image: freshName(),
        context: fixture('data-only'),
        // The repository of this world has the emulator for s390x alone.
        platforms: 'linux/riscv64',
        qemu: 'always',
        push: 'false',
      },
      { node: [world, 'dnf', process.execPath] },
    )
    expect(step.exitCode).toBe(3)
    expect(step.annotations).toEqual([
      expect.objectContaining({
        level: 'error',
        message: expect.stringMatching(
          /linux\/riscv64.*installing the emulator for riscv64 failed[\s\S]*sudo dnf install -y qemu-user-static-riscv/,
        ),
      }),
    ])
  }, 600_000)
}
