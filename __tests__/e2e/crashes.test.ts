import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { proofBinary } from '../../src/emulation/proof.js'
import { build, contextWith, expectNoLeftovers, freshName } from '../support/world.js'

// Programs that end badly under emulation: what is the emulator's doing, and what the program's own (docs/emulation.md).

expectNoLeftovers()

const foreign = process.arch === 'arm64' ? 'amd64' : 'arm64'
const CODE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  arm64: {
    // mov x0,#0; ldr x1,[x0]; nop
    'reads nothing': '000080d2 010040f9 1f2003d5',
    // udf #0, three times
    'has no such instruction': '00000000 00000000 00000000',
    // mov x0,#3; mov x8,#93; svc #0
    'exits with 3': '600080d2 a80b80d2 010000d4',
  },
  amd64: {
    // xor %eax,%eax; mov (%rax),%rax; nops
    'reads nothing': '31c0 488b00 90909090909090',
    // ud2; nops
    'has no such instruction': '0f0b 90909090909090909090',
    // mov $3,%edi; mov $60,%eax; syscall
    'exits with 3': 'bf03000000 b83c000000 0f05',
  },
}

/** A static program of these instructions, as long as those of the proof that it is made of. */
function program(code: string): Buffer {
  const [bytes, proof] = [Buffer.from(code.replaceAll(' ', ''), 'hex'), proofBinary(foreign)]
  return Buffer.concat([proof.subarray(0, proof.length - bytes.length), bytes])
}

/** The error of a build that runs a program. */
async function errorOf(bytes: Buffer): Promise<string> {
  const context = contextWith({ Dockerfile: 'FROM scratch\nCOPY program /\nRUN ["/program"]\n' })
  writeFileSync(join(context, 'program'), bytes, { mode: 0o755 })
  const step = await build({ image: freshName(), context, platforms: `linux/${foreign}` })
  expect(step.exitCode).toBe(1)
  const [error, ...more] = step.annotations.filter(({ level }) => level === 'error')
  expect(more).toEqual([])
  expect(error!.properties).toContain('line=3')
  return error!.message
}

test.each([
  ['reads nothing', 'SIGSEGV'],
  ['has no such instruction', 'SIGILL'],
])('a program that %s crashed under emulation, with %s and the emulator’s version', async (what, signal) => {
  const message = await errorOf(program(CODE[foreign]![what]!))
  expect(message).toMatch(
    new RegExp(
      `linux/${foreign}: RUN failed: a program crashed under emulation \\(${signal}; qemu-\\w+ version \\d`,
    ),
  )
  expect(message).toMatch(/What to do: let the builder run natively/)
})

test('a program that exits with 3 failed by itself', async () => {
  const message = await errorOf(program(CODE[foreign]!['exits with 3']!))
  expect(message).toMatch(/exit status 3/)
  expect(message).not.toMatch(/emulation|crashed/)
})

test('a program of a machine that nothing here runs', async () => {
  const bytes = proofBinary(foreign)
  bytes.writeUInt16LE(0x1234, 18)
  expect(await errorOf(bytes)).toMatch(
    new RegExp(
      `/program is no program for linux/${foreign}[\\s\\S]*What to do: build or download it for each platform`,
    ),
  )
})
