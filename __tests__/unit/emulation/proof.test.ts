import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formatOf } from '../../../src/emulation/binfmt.js'
import { isStaticExecutable } from '../../../src/emulation/host-emulators.js'
import { proofBinary, prove } from '../../../src/emulation/proof.js'
import { HostError, Interrupted } from '../../../src/errors.js'
import { stream } from '../../../src/host/process.js'
import { EMULATED_ARCHITECTURES } from './support/architectures.js'

const qemuOf = (architecture: string) => `/usr/bin/qemu-${formatOf(architecture)!.qemu}-static`
const native = ({ x64: 'amd64' } as Record<string, string>)[process.arch] ?? process.arch
const isRoot = process.geteuid?.() === 0

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proof-test-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function executable(name: string, content: Buffer): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  await chmod(path, 0o755)
  return path
}

describe('proof binaries', () => {
  for (const architecture of EMULATED_ARCHITECTURES) {
    const test = existsSync(qemuOf(architecture)) ? it : it.skip
    test(`${architecture}: runs in ${qemuOf(architecture)}`, async () => {
      const path = await executable('proof', proofBinary(architecture))
      const said: string[] = []
      const ended = await stream(qemuOf(architecture), [path], { onLine: (line) => said.push(line) })
      expect({ ...ended, said }).toEqual({ exitCode: 42, said: [] })
    })
  }

  it.each(EMULATED_ARCHITECTURES)('%s: is a static executable', async (architecture) => {
    expect(await isStaticExecutable(await executable('proof', proofBinary(architecture)))).toBe(true)
  })

  it('are refused for an architecture without one', () => {
    expect(() => proofBinary('wasm')).toThrow(HostError)
    expect(() => proofBinary('constructor')).toThrow(HostError)
  })
})

describe('prove', () => {
  it('runs this machine’s own programs', async () => {
    expect(await prove(native)).toEqual({ outcome: 'runs', detail: 'runs' })
  })

  it('leaves nothing behind', async () => {
    await prove(native, { temporary: folder })
    expect(await readdir(folder)).toEqual([])
  })

  it('stops when cancelled', async () => {
    await expect(prove(native, { signal: AbortSignal.abort() })).rejects.toThrow(Interrupted)
  })

  it('says so when there is no folder for temporary files', async () => {
    await expect(prove(native, { temporary: join(folder, 'missing') })).rejects.toMatchObject({
      name: 'HostError',
      cure: expect.stringContaining('TMPDIR'),
    })
  })
  ;(isRoot ? it : it.skip)(
    'says so when temporary files can’t be executed (needs root to mount)',
    async () => {
      const mounted = await stream('mount', ['-t', 'tmpfs', '-o', 'noexec', 'tmpfs', folder])
      expect(mounted.exitCode).toBe(0)
      try {
        await expect(prove(native, { temporary: folder })).rejects.toMatchObject({
          name: 'HostError',
          message: expect.stringContaining('noexec'),
          cure: expect.stringContaining('TMPDIR'),
        })
      } finally {
        await stream('umount', [folder])
      }
    },
  )
})

describe('isStaticExecutable', () => {
  it('refuses what needs a dynamic loader', async () => {
    expect(await isStaticExecutable(process.execPath)).toBe(false)
  })

  it('refuses what is no ELF file, no file, not there or not executable', async () => {
    expect(
      await isStaticExecutable(await executable('script', Buffer.from('#!/bin/true\n'.repeat(10)))),
    ).toBe(false)
    expect(await isStaticExecutable(await executable('empty', Buffer.alloc(0)))).toBe(false)
    expect(await isStaticExecutable(folder)).toBe(false)
    expect(await isStaticExecutable(join(folder, 'missing'))).toBe(false)
    const plain = await executable('plain', proofBinary(native))
    await chmod(plain, 0o644)
    expect(await isStaticExecutable(plain)).toBe(false)
  })
})
