import { execFileSync } from 'node:child_process'
import { chmodSync, readdirSync } from 'node:fs'
import { CacheService } from '../support/cache-service.js'
import { cachedImage, native } from '../support/cached-build.js'
import { run as runProgram, temporaryFolder } from '../support/runner.js'
import { build, contextWith, endStep, expectNoLeftovers, freshName, registry } from '../support/world.js'

// A disk that gets full, and a cancel, in the middle of saving and restoring.

expectNoLeftovers()

const BLOBS = 'multiarch-build-1-blob-'
const isRoot = process.geteuid?.() === 0
const under = (folder: string) => readdirSync(folder, { recursive: true }).map(String)

if (!isRoot) {
  test.skip('a full disk (needs root, to mount a small one)', () => undefined)
} else {
  describe('a disk that gets full', () => {
    const mounted: string[] = []
    afterAll(() => {
      for (const folder of mounted) execFileSync('umount', [folder])
    })
    /** A file system of its own, of so many bytes. */
    const disk = (bytes: number) => {
      const folder = temporaryFolder('disk-')
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes},mode=0700`, 'tmpfs', folder])
      mounted.push(folder)
      return folder
    }

    test.each([
      ['nothing fits', 40_000],
      // The layers of the base do, or the file's; then there is no room for the others.
      ['some of it fits', 400_000],
    ])(
      'while what a build left is saved in a folder, and %s',
      async (_, bytes) => {
        const folder = disk(bytes)
        const { run } = cachedImage({ cache: 'directory' })
        const { digests } = await run({ cache: 'off' })
        const small = { 'cache-dir': folder }
        for (let times = 0; times < 2; times++) {
          const full = await run(small)
          expect(full).toMatchObject({ digests, unchanged: false })
          expect(full.main.annotations).toEqual([])
          expect(full.post.annotations.map(({ message }) => message)).toEqual([
            expect.stringMatching(
              /^cache: \S+: ENOSPC: .*; the build goes on without it\. What to do: make room$/,
            ),
          ])
          expect(under(folder).filter((name) => name.includes('partial'))).toEqual([])
        }
        // With room it is a cache as any other.
        execFileSync('mount', ['-o', `remount,size=${50_000_000}`, folder])
        expect(await run(small)).toMatchObject({ digests, warnings: [] })
        expect(await run(small)).toMatchObject({ digests, unchanged: true, warnings: [] })
      },
      120_000,
    )
  })
}

describe('a cancel', () => {
  // Larger than what is unpacked in a moment.
  const dockerfile = `FROM ${registry}/ubi9/ubi-minimal:9.6
COPY f /f
RUN --mount=type=cache,target=/kept test -e /kept/data || head -c 300000000 /dev/urandom >/kept/data
`
  const { image, context, cache } = {
    image: freshName(),
    context: contextWith({ Dockerfile: dockerfile, f: 'one' }),
    cache: temporaryFolder('cache-'),
  }
  const inputs = {
    image,
    context,
    platforms: native,
    push: 'false',
    'cache-write': 'true',
    'skip-unchanged': 'false',
  }

  /** Runs the step in folders of its own, which must be empty in the end, and cancels it when something has come to pass. */
  async function cancelled(
    where: Readonly<Record<string, string>>,
    env: Readonly<Record<string, string>>,
    isTime: (temporary: string) => boolean,
  ): Promise<void> {
    const [temp, temporary] = [temporaryFolder('temp-'), temporaryFolder('tmpdir-')]
    // Subordinate users come through them.
    for (const folder of [temp, temporary]) chmodSync(folder, 0o755)
    const surroundings = { RUNNER_TEMP: temp, TMPDIR: temporary, ...env }
    let inTheMiddle = false
    const step = await build(
      { ...inputs, ...where },
      {
        env: surroundings,
        onStart: (child) => {
          const timer = setInterval(() => {
            if (inTheMiddle || !isTime(temporary)) return
            inTheMiddle = true
            child.kill('SIGINT')
          }, 5)
          child.on('close', () => clearInterval(timer))
        },
      },
    )
    expect(inTheMiddle).toBe(true)
    expect(step.exitCode).toBe(130)
    expect(step.stdout).not.toContain('STEP ')
    expect(step.annotations.map(({ level, message }) => [level, message])).toEqual([
      ['error', expect.stringContaining('interrupted')],
    ])
    expect(await endStep(step, surroundings)).toMatchObject({ exitCode: 0, stdout: '' })
    expect([readdirSync(temp), readdirSync(temporary)]).toEqual([[], []])
    for (const folder of [temp, temporary])
      expect((await runProgram(['pgrep', '-f', folder])).stdout).toBe('')
  }

  /** Whether a mount is being unpacked: its folder has not got its name yet. */
  const isUnpacking = (temporary: string) =>
    under(temporary).some((name) => /\/\.multiarch-build-[^/]+\/data$/.test(name))

  test('while a cache mount is unpacked', async () => {
    const where = { cache: 'directory', 'cache-dir': cache }
    const first = await build({ ...inputs, ...where })
    expect(await endStep(first)).toMatchObject({ exitCode: 0, annotations: [] })
    const before = under(cache).sort()
    await cancelled(where, {}, isUnpacking)
    expect(under(cache).sort()).toEqual(before)
    const after = await build({ ...inputs, ...where })
    expect(after.stdout).toContain('cache mount /kept: 300.0 MB')
  }, 600_000)

  test('while a cache mount is downloaded', async () => {
    const github = await CacheService.start()
    try {
      const where = { cache: 'actions' }
      const small = contextWith({ Dockerfile: dockerfile.replace('300000000', '300000'), f: 'one' })
      const first = await build({ ...inputs, ...where, context: small }, { env: github.env })
      expect(await endStep(first, github.env)).toMatchObject({ exitCode: 0, annotations: [] })
      github.faults.set('download', 'hang')
      // Its record still comes.
      github.faulty = BLOBS
      const asked = github.count('download') + 1
      await cancelled({ ...where, context: small }, github.env, () => github.count('download') > asked)
    } finally {
      await github.stop()
    }
  }, 600_000)
})
