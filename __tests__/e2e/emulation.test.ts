import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { chmod, copyFile, mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Entry, formatOf, matches, registrationLine } from '../../src/emulation/binfmt.js'
import { ensureRunnable, probe } from '../../src/emulation/emulation.js'
import { emulatorCheck } from '../../src/emulation/health.js'
import { findEmulators } from '../../src/emulation/host-emulators.js'
import { BINFMT_FOLDER, readRegistrations } from '../../src/emulation/kernel.js'
import { emulatorAtWork, proofBinary } from '../../src/emulation/proof.js'
import type { Host } from '../../src/host/host.js'
import { stream } from '../../src/host/process.js'
import { type Platform, parsePlatform } from '../../src/oci/platform.js'

// Not arm64: other tests build for it at the same time.
const riscv = parsePlatform('linux/riscv64')
const ibm = parsePlatform('linux/s390x')
const LOCK = join(tmpdir(), 'multiarch-build-emulation-test.lock')
const REGISTER = join(BINFMT_FOLDER, 'register')

// Debian's other ones need flag P.
const emulator = (await findEmulators(riscv.architecture)).find(({ path }) => !path.endsWith('-binfmt-P'))
const able = process.geteuid?.() === 0 && existsSync(REGISTER) && emulator !== undefined
const what = able ? 'emulators' : 'emulators (skipped: needs root, binfmt_misc and qemu-user-static)'

// Each ends in li a7,93; ecall, so that a0 is the exit code.
// li a7,175 (geteuid); ecall
const GETEUID = programOf('9308f00a 73000000 9308d005 73000000')
// nop; lw a0,0(sp)
const ARGUMENT_COUNT = '13000000 03250100 9308d005 73000000'
// ld a0,8(sp); lbu a0,0(a0)
const FIRST_OF_ARGV0 = '03358100 03450500 9308d005 73000000'

let folder: string
let found: readonly Entry[]

;(able ? describe : describe.skip)(what, () => {
  beforeAll(lock, 120_000)
  afterAll(() => rm(LOCK, { force: true }))

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'emulation-e2e-'))
    await chmod(folder, 0o755)
    found = await ofOurPlatforms()
    for (const { name } of found) await unregister(name)
  })

  afterEach(async () => {
    for (const { name } of await ofOurPlatforms()) await unregister(name)
    // Oldest first, since the newest goes first.
    for (const entry of [...found].reverse()) await register(entry)
    await rm(folder, { recursive: true, force: true })
  })

  it('are registered so that they work where there is no emulator', async () => {
    expect(await probe(riscv)).toBeUndefined()
    const host = recordingHost()
    const runnable = await ensureRunnable([riscv, ibm], { host })
    expect(runnable).toEqual(
      [riscv, ibm].map((platform) => ({
        platform,
        how: 'emulated',
        interpreter: expect.stringContaining(platform.architecture),
        registeredNow: true,
      })),
    )
    for (const platform of [riscv, ibm]) {
      expect(await exitCodeInContainer(proofBinary(platform.architecture))).toBe(42)
      expect((await probe(platform))?.how).toBe('emulated')
    }
    expect((await ofOurPlatforms()).map(({ name }) => name).sort()).toEqual([
      'multiarch-qemu-riscv64',
      'multiarch-qemu-s390x',
    ])
    expect(host.lines.filter(([level]) => level !== 'info')).toEqual([])
  })

  it('are left alone once they work', async () => {
    await ensureRunnable([riscv], { host: recordingHost() })
    const before = await ofOurPlatforms()
    const host = recordingHost()
    const [again] = await ensureRunnable([riscv], { host })
    expect(again).not.toHaveProperty('registeredNow')
    expect(host.lines).toEqual([])
    expect(await ofOurPlatforms()).toEqual(before)
  })

  it('of someone else are left alone when they have flag F', async () => {
    await registerOther('someone', 'F')
    expect(await ensureRunnable([riscv], { host: recordingHost() })).toEqual([
      { platform: riscv, how: 'emulated', interpreter: emulator!.path },
    ])
    expect(await ofOurPlatforms()).toHaveLength(1)
  })

  it('tell their version though their file is gone, as that of a container is', async () => {
    expect(await emulatorAtWork(riscv.architecture)).toBeUndefined()
    const path = join(folder, 'emulator')
    await copyFile(emulator!.path, path)
    await registerOther('someone', 'F', path)
    await rm(path)
    expect(await emulatorAtWork(riscv.architecture)).toMatch(/^qemu-riscv64 version \d/)
    expect(await emulatorCheck(riscv, { needed: true })).toMatchObject({
      found: expect.stringMatching(`^emulated by ${path}, flags \\w*F\\w*, qemu-riscv64 version \\d`),
    })
  })

  it('registered without flag F are overridden, with a notice', async () => {
    await registerOther('someone', '')
    expect(await exitCodeInContainer(proofBinary('riscv64'))).not.toBe(42)
    expect(await probe(riscv)).toBeUndefined()
    const host = recordingHost()
    await ensureRunnable([riscv], { host })
    expect(await exitCodeInContainer(proofBinary('riscv64'))).toBe(42)
    expect(host.lines).toEqual([
      ['notice', expect.stringMatching(/linux\/riscv64: registered .* over someone .* lacks the flag F/)],
    ])
  })

  it.each(['zzz', 'aaa'])('count as registered last, whatever their name: %s', async (name) => {
    await ensureRunnable([riscv], { host: recordingHost() })
    await registerOther(name, '')
    expect(await exitCodeInContainer(proofBinary('riscv64'))).not.toBe(42)
    expect(await probe(riscv)).toBeUndefined()
    await ensureRunnable([riscv], { host: recordingHost() })
    expect(await exitCodeInContainer(proofBinary('riscv64'))).toBe(42)
  })

  it('that are switched off do not count', async () => {
    await registerOther('someone', 'F')
    await writeFile(join(BINFMT_FOLDER, 'someone'), '0')
    expect(await probe(riscv)).toBeUndefined()
    await ensureRunnable([riscv], { host: recordingHost() })
    expect(await exitCodeInContainer(proofBinary('riscv64'))).toBe(42)
  })

  it('of our own that do not work are replaced', async () => {
    await registerOther('multiarch-qemu-riscv64', 'F', '/bin/true')
    const host = recordingHost()
    await ensureRunnable([riscv], { host })
    expect(await exitCodeInContainer(proofBinary('riscv64'))).toBe(42)
    expect(await ofOurPlatforms()).toHaveLength(1)
    expect(host.lines).toEqual([['notice', expect.stringContaining("doesn't work")]])
  })

  it('are registered once by several that come at the same time', async () => {
    const all = Array.from({ length: 6 }, () => ensureRunnable([riscv, ibm], { host: recordingHost() }))
    for (const runnable of await Promise.all(all)) expect(runnable).toHaveLength(2)
    expect(await exitCodeInContainer(proofBinary('s390x'))).toBe(42)
    expect(await ofOurPlatforms()).toHaveLength(2)
  })

  it('give setuid programs the rights that they have natively, on a runner', async () => {
    await ensureRunnable([riscv], { host: recordingHost('runner') })
    expect(await exitCodeInContainer(GETEUID, { mode: 0o755, user: 65534 })).toBe(65534 & 0xff)
    expect(await exitCodeInContainer(GETEUID, { mode: 0o4755, user: 65534 })).toBe(0)
    expect(await exitCodeInContainer(GETEUID, { mode: 0o4711, user: 65534 })).toBe(0)
  })

  it('lend nobody’s rights on a developer’s machine', async () => {
    await ensureRunnable([riscv], { host: recordingHost('terminal') })
    expect(await exitCodeInContainer(GETEUID, { mode: 0o4755, user: 65534 })).toBe(65534 & 0xff)
    // Executable, but not readable.
    expect(await exitCodeInContainer(GETEUID, { mode: 0o711, user: 65534 })).toBe(65534 & 0xff)
  })

  it('pass argv[0] and the arguments on', async () => {
    const run = async (code: string, args: string[]) => {
      const path = join(await mkdtemp(join(folder, 'program-')), 'program')
      await writeFile(path, programOf(code))
      await chmod(path, 0o755)
      return spawnSync(path, args, { argv0: 'Zed' }).status
    }
    for (const { path, preservesArgv0 } of await findEmulators(riscv.architecture)) {
      await registerOther('someone', preservesArgv0 ? 'POF' : 'OF', path)
      expect(await run(ARGUMENT_COUNT, ['a', 'b'])).toBe(3)
      expect(await run(FIRST_OF_ARGV0, [])).toBe((preservesArgv0 ? 'Z' : '/').charCodeAt(0))
      await unregister('someone')
    }
  })

  it('that may not be registered are an error whose cure helps', async () => {
    const refused = await asUser(65534, () =>
      ensureRunnable([riscv], { host: recordingHost() }).catch((error: unknown) => error),
    )
    expect(refused).toMatchObject({
      name: 'HostError',
      message: expect.stringContaining('linux/riscv64'),
      cure: expect.stringContaining(`sudo tee ${REGISTER}`),
    })
    const line = /printf '%s' '([^']+)'/.exec((refused as { cure: string }).cure)![1]!
    await writeFile(REGISTER, line)
    expect(await asUser(65534, () => probe(riscv))).toMatchObject({ how: 'emulated' })
    expect(await exitCodeInContainer(proofBinary('riscv64'))).toBe(42)
  })
})

async function ofOurPlatforms(): Promise<readonly Entry[]> {
  const { entries } = await readRegistrations(BINFMT_FOLDER)
  const concerns =
    ({ architecture }: Platform) =>
    (entry: Entry) =>
      matches({ ...entry, enabled: true }, proofBinary(architecture))
  return entries.filter((entry) => concerns(riscv)(entry) || concerns(ibm)(entry))
}

async function register(entry: Entry): Promise<void> {
  const { name, interpreter, flags } = entry
  await writeFile(
    REGISTER,
    registrationLine({ name, interpreter, flags, format: { qemu: '', ...entry.match! } }),
  )
  expect((await ofOurPlatforms()).find((other) => other.name === name)).toEqual({ ...entry, enabled: true })
  if (!entry.enabled) await writeFile(join(BINFMT_FOLDER, name), '0')
}

async function registerOther(name: string, flags: string, interpreter = emulator!.path): Promise<void> {
  const { magic, mask } = formatOf('riscv64')!
  await register({ name, enabled: true, interpreter, flags, match: { offset: 0, magic, mask } })
}

async function unregister(name: string): Promise<void> {
  await writeFile(join(BINFMT_FOLDER, name), '-1')
}

/** Runs a program where the root folder holds nothing else. */
async function exitCodeInContainer(
  program: Buffer,
  { mode = 0o755, user = 0 }: { mode?: number; user?: number } = {},
): Promise<number> {
  const root = await mkdtemp(join(folder, 'root-'))
  await chmod(root, 0o755)
  await writeFile(join(root, 'program'), program)
  await chmod(join(root, 'program'), mode)
  return (await stream('chroot', [`--userspec=${user}:${user}`, root, '/program'])).exitCode
}

/** The proof for riscv64 with other code of 16 bytes. */
function programOf(code: string): Buffer {
  const proof = proofBinary('riscv64')
  const headers = proof.subarray(0, proof.length - 12)
  const program = Buffer.concat([headers, Buffer.from(code.replaceAll(' ', ''), 'hex')])
  for (const offset of [96, 104]) program.writeBigUInt64LE(BigInt(program.length), offset)
  return program
}

async function asUser<T>(user: number, work: () => Promise<T>): Promise<T> {
  process.seteuid!(user)
  try {
    return await work()
  } finally {
    process.seteuid!(0)
  }
}

/** Only one run of these tests at a time on a machine: the registrations are the kernel's. */
async function lock(): Promise<void> {
  for (;;) {
    try {
      const file = await open(LOCK, 'wx')
      await file.write(String(process.pid))
      await file.close()
      return
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const holder = Number(readFileSync(LOCK, 'utf8'))
      if (holder > 0 && !existsSync(`/proc/${holder}`)) await rm(LOCK, { force: true })
      await sleep(200)
    }
  }
}

function recordingHost(
  kind: Host['kind'] = 'terminal',
): Host & { lines: [level: string, message: string][] } {
  const lines: [string, string][] = []
  const say = (level: string) => (message: string) => void lines.push([level, message])
  return {
    kind,
    lines,
    info: say('info'),
    notice: say('notice'),
    warning: say('warning'),
    error: say('error'),
    mask: () => undefined,
    hide: (text: string) => text,
    openLog: (title) => ({ line: (text) => say('log')(`${title}: ${text}`), close: () => undefined }),
    setOutput: () => undefined,
    saveState: () => undefined,
    summarize: async () => undefined,
  }
}
