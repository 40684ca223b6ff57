import { existsSync, readFileSync, statSync } from 'node:fs'
import { chmod, chown, copyFile, mkdir, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { formatOf, registrationLine } from '../../src/emulation/binfmt.js'
import { findEmulators } from '../../src/emulation/host-emulators.js'
import { BINFMT_FOLDER } from '../../src/emulation/kernel.js'
import { must, runCli } from '../support/runner.js'
import {
  build,
  contextWith,
  expectNoLeftovers,
  freshName,
  registry,
  temporaryFolder,
} from '../support/world.js'

const data = () => contextWith({ Dockerfile: 'FROM scratch\nCOPY f /\n', f: 'data' })
const node = [process.execPath]

expectNoLeftovers()

/** A folder with a program of the host's in the place of another. */
async function programs(scripts: Readonly<Record<string, string>>): Promise<string> {
  const folder = temporaryFolder()
  for (const [name, text] of Object.entries(scripts)) {
    await writeFile(join(folder, name), text)
    await chmod(join(folder, name), 0o755)
  }
  return folder
}

const OLD_PODMAN = `#!/bin/sh
echo '{"host":{"arch":"amd64","os":"linux","security":{"rootless":false},"serviceIsRemote":false},"store":{"graphRoot":"/x","graphDriverName":"overlay","graphOptions":{},"imageStore":{"number":0}},"version":{"Version":"3.4.4"}}'
`

test('no podman', async () => {
  const env = { PATH: temporaryFolder() }
  const step = await build({ image: freshName(), context: data() }, { env })
  expect(step.exitCode).toBe(3)
  expect(step.annotations.map(({ message }) => message)).toEqual([
    expect.stringMatching(/podman is not installed[\s\S]*What to do: install podman 4\.3 or newer/),
  ])
  const doctor = await runCli(['doctor'], { node, env })
  expect(doctor.exitCode).toBe(3)
  expect(doctor.stdout).toMatch(/✗ podman +podman is not installed.*\n +→ install podman/)
})

test('podman 3.4', async () => {
  const env = { PATH: `${await programs({ podman: OLD_PODMAN })}:${process.env.PATH}` }
  const step = await build({ image: freshName(), context: data() }, { env })
  expect(step.exitCode).toBe(3)
  expect(step.annotations[0]!.message).toMatch(/podman 3\.4\.4 is too old[\s\S]*install podman 4\.3/)
  const doctor = await runCli(['doctor', '--json'], { node, env })
  expect(doctor.exitCode).toBe(3)
  expect(JSON.parse(doctor.stdout)).toMatchObject({
    able: false,
    sections: [
      { title: 'podman', checks: [{ state: 'error', found: expect.stringContaining('3.4.4') }] },
      {},
      {},
      {},
    ],
  })
})

test('this host, and nothing of it is changed', async () => {
  const before = existsSync(BINFMT_FOLDER) ? readFileSync(join(BINFMT_FOLDER, 'status'), 'utf8') : ''
  const doctor = await runCli(['doctor'], { node })
  expect(doctor.stdout).toMatch(/✓ linux\/(amd64|arm64) +native/)
  expect(doctor.stdout).toMatch(/✓ build linux\/amd64 +an image of one file in \d/)
  expect(doctor.stdout).toContain('This machine can build')
  expect(doctor.exitCode).toBe(0)
  expect(existsSync(BINFMT_FOLDER) ? readFileSync(join(BINFMT_FOLDER, 'status'), 'utf8') : '').toBe(before)
  expect((await runCli(['doctor', '--push'], { node })).exitCode).toBe(2)
})

test('a folder for the layout that can’t be made', async () => {
  const file = join(temporaryFolder(), 'file')
  await writeFile(file, '')
  const args = ['build', '--image', freshName(), '--tags', 'x', '--context', data()]
  const cli = await runCli(args, { node, env: { XDG_CACHE_HOME: join(file, 'cache') } })
  expect(cli.exitCode).toBe(3)
  expect(cli.stderr).toContain(`${file}/cache`)
  expect(cli.stderr).not.toContain('internal error')
})

test('a folder for temporary files that is not there', async () => {
  const step = await build({ image: freshName(), context: data() }, { env: { TMPDIR: '/no/such/folder' } })
  expect(step.exitCode).toBe(3)
  expect(step.annotations.at(-1)!.message).toMatch(/\/no\/such\/folder[\s\S]*What to do: set TMPDIR/)
})

// Not sh: dash keeps no variable with a hyphen in its name, as INPUT_QEMU-IMAGE has.
/** Starts Node where mounts are its own, after some shell commands. */
const crippled = (commands: string, prefix = ''): string[] => [
  'unshare',
  '--mount',
  '--propagation',
  'private',
  '--',
  'bash',
  '-ec',
  `${commands}\nexec ${prefix} "$@"`,
  'bash',
  process.execPath,
]

const READ_ONLY = `mount --bind ${BINFMT_FOLDER} ${BINFMT_FOLDER}; mount -o remount,bind,ro ${BINFMT_FOLDER}`
const emulators = await findEmulators('s390x')
const able = process.geteuid?.() === 0

;(able ? describe : describe.skip)('crippled as root (skipped for others)', () => {
  test('a full disk', async () => {
    const folder = temporaryFolder()
    const context = contextWith({ Dockerfile: 'FROM scratch\nCOPY f /\n', f: 'x'.repeat(30_000_000) })
    const step = await build(
      { image: freshName(), context, platforms: 'linux/amd64' },
      { node: crippled(`mount -t tmpfs -o size=8m tmpfs ${folder}`), env: { TMPDIR: folder } },
    )
    expect(step.exitCode).toBe(1)
    expect(step.annotations.find(({ level }) => level === 'warning')!.message).toMatch(
      /temporary files: 0\.0 GB free/,
    )
    expect(step.annotations.find(({ level }) => level === 'error')!.message).toMatch(
      new RegExp(`disk is full: ${folder}\\S* has \\d MB free[\\s\\S]*What to do: free space`),
    )
  })

  test('no subordinate ids', async () => {
    const home = temporaryFolder()
    const UID = 54_321
    for (const name of ['', 'run', 'temp', 'tmp']) {
      await mkdir(join(home, name), { recursive: true })
      await chown(join(home, name), UID, UID)
      await chmod(join(home, name), 0o700)
    }
    const passwd = join(temporaryFolder(), 'passwd')
    await writeFile(passwd, `${readFileSync('/etc/passwd', 'utf8')}lonely:x:${UID}:${UID}::${home}:/bin/sh\n`)
    await chmod(passwd, 0o644)
    const user = `setpriv --reuid=${UID} --regid=${UID} --clear-groups --inh-caps=-all --`
    const as = crippled(`mount --bind ${passwd} /etc/passwd`, user)
    const env = {
      HOME: home,
      USER: 'lonely',
      XDG_RUNTIME_DIR: join(home, 'run'),
      XDG_CACHE_HOME: join(home, 'cache'),
      TMPDIR: join(home, 'tmp'),
    }
    const context = contextWith({ Dockerfile: `FROM ${registry}/ubi9/ubi-minimal:9.6\nRUN true\n` })
    await chmod(context, 0o755)
    const cli = await runCli(
      ['build', '--image', freshName(), '--tags', 'x', '--platforms', 'linux/amd64', '--context', context],
      { node: as, env, cwd: '/' },
    )
    expect(cli.exitCode).toBe(1)
    expect(cli.stderr).toMatch(/warning: user ids: this user has no subordinate ids/)
    expect(cli.stderr).toMatch(
      /error: linux\/amd64: RUN failed: this user has no, or too few, subordinate user ids/,
    )
    expect(cli.stderr).toContain('usermod --add-subuids')
    const doctor = await runCli(['doctor'], { node: as, env, cwd: '/' })
    expect(doctor.stdout).toMatch(/! user ids +this user has no subordinate ids/)
  })

  ;(emulators.length > 0 ? describe : describe.skip)('emulators (skipped without qemu-user-static)', () => {
    const LOCK = join(tmpdir(), 'multiarch-build-emulation-test.lock')
    const NAME = 'hosts-test-s390x'
    const run = () => contextWith({ Dockerfile: 'FROM scratch\nRUN ["/true"]\n' })

    async function register(interpreter: string, flags: string): Promise<void> {
      const line = registrationLine({ name: NAME, interpreter, flags, format: formatOf('s390x')! })
      await writeFile(join(BINFMT_FOLDER, 'register'), line)
    }

    beforeAll(() => lock(LOCK), 120_000)
    afterAll(() => rm(LOCK, { force: true }))
    afterEach(async () => {
      for (const name of [NAME, 'multiarch-qemu-s390x']) {
        if (existsSync(join(BINFMT_FOLDER, name))) await writeFile(join(BINFMT_FOLDER, name), '-1')
      }
    })

    test('none, and none can be registered', async () => {
      const step = await build(
        { image: freshName(), context: run(), platforms: 'linux/s390x' },
        { node: crippled(READ_ONLY) },
      )
      expect(step.exitCode).toBe(3)
      expect(step.annotations.at(-1)!.message).toMatch(
        /this machine can't run linux\/s390x programs; nothing registered[\s\S]*mounted read-only[\s\S]*run once, outside any container: printf/,
      )
      const doctor = await runCli(['doctor'], { node: crippled(READ_ONLY) })
      expect(doctor.stdout).toMatch(/! binfmt_misc +.*can’t be written: mounted read-only/)
      expect(doctor.stdout).toMatch(/! linux\/s390x +no emulator is registered; \S+ is installed\n +→ printf/)
    })

    test('one without the flag F is told, and repaired where that is allowed', async () => {
      await register(emulators[0]!.path, '')
      const doctor = await runCli(['doctor'], { node: crippled(READ_ONLY) })
      expect(doctor.stdout).toMatch(/! linux\/s390x +\S+ is registered without the flag F/)
      const step = await build({ image: freshName(), context: run(), platforms: 'linux/s390x' })
      expect(step.annotations.find(({ level }) => level === 'notice')!.message).toMatch(
        /over hosts-test-s390x .* lacks the flag F/,
      )
      expect(step.annotations.at(-1)!.message).toMatch(/RUN failed: \/true is not in the stage’s image/)
    })

    // Where the tools of the host's podman can start a container, and its package manager finds all installed.
    ;(process.env.TEST_WORLD === 'host-root' ? test : test.skip)(
      'an image that registers one, when nothing else helps',
      async () => {
        const hidden = (await findEmulators('s390x')).map(({ path }) => `mount --bind /dev/null ${path}`)
        const image = `localhost/emulators-${process.pid}`
        await must(['podman', 'build', '-q', '-t', image, await emulatorImage(emulators[0]!.path, NAME)])
        try {
          const inputs = {
            image: freshName(),
            context: run(),
            platforms: 'linux/s390x',
            cache: 'auto',
            'skip-unchanged': 'false',
          }
          const options = { node: crippled(hidden.join('\n')) }
          const without = await build(inputs, options)
          expect(without.exitCode).toBe(3)
          const step = await build({ ...inputs, 'qemu-image': image }, options)
          expect(step.annotations.map(({ message }) => message)).toContainEqual(
            expect.stringMatching(`linux/s390x: ${image} registered /qemu`),
          )
          expect(step.annotations.at(-1)!.message).toMatch(/RUN failed: \/true is not in the stage’s image/)
          // For runs on other machines, although this build failed.
          const kept = JSON.parse(readFileSync(join(step.state.cache!, 'pending.json'), 'utf8'))
          expect(kept.blobs[0].descriptor.size).toBe(statSync(emulators[0]!.path).size)
        } finally {
          await must(['podman', 'rmi', '-f', image])
        }
      },
      120_000,
    )

    ;(existsSync('/usr/bin/apt-get') ? test : test.skip)(
      'one that isn’t installed is, under the name that this release has for it',
      async () => {
        const paths = emulators.map(({ path }) => path)
        const asked = join(temporaryFolder(), 'asked')
        // Knows the newer names alone, and installs by showing the emulators that are hidden.
        const apt = await programs({
          'apt-get': `#!/bin/sh
echo "$*" >> ${asked}
case "$*" in
  update) ;;
  *' qemu-user qemu-user-binfmt') umount ${paths.join(' ')} ;;
  *) exit 100 ;;
esac
`,
        })
        const hidden = paths.map((path) => `mount --bind /dev/null ${path}`).join('\n')
        const step = await build(
          { image: freshName(), context: run(), platforms: 'linux/s390x' },
          { node: crippled(`mount --bind ${apt}/apt-get /usr/bin/apt-get\n${hidden}`) },
        )
        expect(readFileSync(asked, 'utf8').trim().split('\n')).toEqual([
          'install -y --no-install-recommends qemu-user-static',
          'update',
          'install -y --no-install-recommends qemu-user-static',
          'install -y --no-install-recommends qemu-user qemu-user-binfmt',
        ])
        expect(step.annotations.at(-1)!.message).toMatch(/RUN failed: \/true is not in the stage’s image/)
      },
    )

    test('one that isn’t needed is not started, not even for a look', async () => {
      const folder = temporaryFolder()
      const calls = join(folder, 'calls')
      const emulator = join(folder, 'emulator')
      await writeFile(emulator, `#!/bin/sh\necho called >> ${calls}\nexit 42\n`)
      await chmod(emulator, 0o755)
      await register(emulator, '')
      const platforms = 'linux/amd64,linux/s390x'
      const step = await build({ image: freshName(), context: data(), platforms })
      expect(step.exitCode).toBe(0)
      expect(JSON.parse(step.outputs.metadata!).builds['linux/s390x'].execution).toBe('cross-built')
      expect(existsSync(calls)).toBe(false)
      // So that the above can fail:
      const needed = await build({ image: freshName(), context: run(), platforms, qemu: 'never' })
      expect(needed.exitCode).toBe(3)
      expect(existsSync(calls)).toBe(true)
    })

    test('one that doesn’t work', async () => {
      await register('/bin/false', 'F')
      const doctor = await runCli(['doctor'], { node: crippled(READ_ONLY) })
      expect(doctor.stdout).toMatch(/! linux\/s390x +\/bin\/false is registered and doesn’t work/)
      const step = await build({
        image: freshName(),
        context: run(),
        platforms: 'linux/s390x',
        qemu: 'never',
      })
      expect(step.exitCode).toBe(3)
      expect(step.annotations.at(-1)!.message).toContain('this host can’t run its programs')
    })
  })
})

/** A context of an image that registers an emulator which it holds. */
async function emulatorImage(emulator: string, name: string): Promise<string> {
  const line = registrationLine({ name, interpreter: '/qemu', flags: 'OF', format: formatOf('s390x')! })
  const context = contextWith({
    Dockerfile: `FROM ${registry}/ubi9/ubi-minimal:9.6\nCOPY . /\nENTRYPOINT ["/bin/sh", "/install"]\n`,
    install: `set -e
[ "$*" = "--install s390x" ]
mount -t binfmt_misc none /proc/sys/fs/binfmt_misc 2>/dev/null || true
printf '%s' '${line}' >/proc/sys/fs/binfmt_misc/register
`,
  })
  await copyFile(emulator, join(context, 'qemu'))
  return context
}

/** Only one run of such tests at a time on a machine: the registrations are the kernel's. */
async function lock(path: string): Promise<void> {
  for (;;) {
    try {
      const file = await open(path, 'wx')
      await file.write(String(process.pid))
      await file.close()
      return
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const holder = Number(readFileSync(path, 'utf8'))
      if (holder > 0 && !existsSync(`/proc/${holder}`)) await rm(path, { force: true })
      await sleep(200)
    }
  }
}
