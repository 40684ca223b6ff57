import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureRunnable, probe } from '../../../src/emulation/emulation.js'
import { findEmulators } from '../../../src/emulation/host-emulators.js'
import { readRegistrations } from '../../../src/emulation/kernel.js'
import { HostError } from '../../../src/errors.js'
import type { Host } from '../../../src/host/host.js'
import { parsePlatform } from '../../../src/oci/platform.js'

const native = parsePlatform(`linux/${process.arch}`.replace('x64', 'amd64'))

/** A host that keeps what it is told. */
function recordingHost(): Host & { lines: string[] } {
  const lines: string[] = []
  const say = (message: string) => void lines.push(message)
  return {
    kind: 'terminal',
    lines,
    info: say,
    notice: say,
    warning: say,
    error: say,
    mask: () => undefined,
    hide: (text: string) => text,
    openLog: (title) => ({ line: (text) => say(`${title}: ${text}`), close: () => undefined }),
    setOutput: () => undefined,
    saveState: () => undefined,
    summarize: async () => undefined,
  }
}

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'emulation-test-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('what this machine runs by itself', () => {
  it('is native, and nothing is done about it', async () => {
    const host = recordingHost()
    expect(await probe(native)).toEqual({ platform: native, how: 'native' })
    expect(await ensureRunnable([native], { host })).toEqual([{ platform: native, how: 'native' }])
    expect(host.lines).toEqual([])
  })

  it('is native where the registrations are hidden', async () => {
    const binfmtFolder = join(folder, 'missing')
    expect(await probe(native, { binfmtFolder })).toEqual({ platform: native, how: 'native' })
  })

  it('is an error for an architecture that nobody knows', async () => {
    await expect(probe({ os: 'linux', architecture: 'wasm', text: 'linux/wasm' })).rejects.toThrow(HostError)
  })
})

// An architecture that no test registers, so that these don't depend on what others do meanwhile.
const foreign = parsePlatform('linux/loong64')
const runsHere = (await probe(foreign)) !== undefined
const hasEmulator = (await findEmulators(foreign.architecture)).length > 0

;(runsHere ? describe.skip : describe)(
  `a platform that can't be run (skipped where ${foreign.text} runs)`,
  () => {
    const attempt = () => ensureRunnable([native, foreign], { host: recordingHost(), binfmtFolder: folder })

    it('is not there for a probe', async () => {
      expect(await probe(foreign)).toBeUndefined()
    })

    it('is an error that names platform, reason and cure when the mechanism is switched off', async () => {
      await writeFile(join(folder, 'register'), '')
      await writeFile(join(folder, 'status'), 'disabled\n')
      await expect(attempt()).rejects.toMatchObject({
        name: 'HostError',
        exitCode: 3,
        message: expect.stringMatching(
          /linux\/loong64.*nothing registered for it: exec format error.*switched off/,
        ),
        cure: `run once: echo 1 | sudo tee ${folder}/status`,
      })
    })

    it('is an error when nothing can be registered', async () => {
      // A device that every write fails on; as root a mode would not do.
      await mkdir(join(folder, 'real'))
      await symlink('/dev/full', join(folder, 'register'))
      if (!hasEmulator) return
      await expect(attempt()).rejects.toMatchObject({
        name: 'HostError',
        message: expect.stringMatching(/linux\/loong64.*registering .*loongarch64.* did not help: .*ENOSPC/),
      })
    })

    it('is an error with the line to register when that is not allowed', async () => {
      await symlink(join(folder, 'nowhere'), join(folder, 'register'))
      if (!hasEmulator) return
      await expect(attempt()).rejects.toMatchObject({
        message: expect.stringContaining("can't be written"),
        cure: expect.stringMatching(
          /printf '%s' ':multiarch-qemu-loongarch64:M::.*' \| sudo tee .*\/register/,
        ),
      })
    })
  },
)

describe('registrations', () => {
  it('are read where they are, and absent where they are not', async () => {
    expect(await readRegistrations(join(folder, 'missing'))).toEqual({
      mounted: false,
      enabled: true,
      entries: [],
    })
    const here = await readRegistrations('/proc/sys/fs/binfmt_misc')
    expect(here.mounted).toBe(existsSync('/proc/sys/fs/binfmt_misc/register'))
    expect(here.entries.every((entry) => entry.name !== 'status')).toBe(true)
  })

  it('skip files that make no sense', async () => {
    await writeFile(join(folder, 'strange'), 'neither\n')
    await mkdir(join(folder, 'nested'))
    expect((await readRegistrations(folder)).entries).toEqual([])
  })
})
