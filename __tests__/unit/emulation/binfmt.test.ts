import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { type Entry, formatOf, matches, parseEntry, registrationLine } from '../../../src/emulation/binfmt.js'
import { proofBinary } from '../../../src/emulation/proof.js'
import { EMULATED_ARCHITECTURES } from './support/architectures.js'

/** An entry's file as `entry_status` in the kernel's fs/binfmt_misc.c writes it. */
function asKernelWrites(entry: Entry): string {
  const head = `${entry.enabled ? 'enabled' : 'disabled'}\ninterpreter ${entry.interpreter}\nflags: ${entry.flags}\n`
  if (entry.match === undefined) return `${head}extension .jar\n`
  const { offset, magic, mask } = entry.match
  const masked = mask.every((byte) => byte === 0xff) ? '' : `mask ${mask.toString('hex')}\n`
  return `${head}offset ${offset}\nmagic ${magic.toString('hex')}\n${masked}`
}

const bytes = (minLength: number, maxLength: number) =>
  fc.uint8Array({ minLength, maxLength }).map((array) => Buffer.from(array))

const match = fc.integer({ min: 1, max: 128 }).chain((length) =>
  fc.record({
    offset: fc.integer({ min: 0, max: 128 }),
    magic: bytes(length, length),
    mask: bytes(length, length),
  }),
)

const entry = fc
  .record({
    name: fc.stringMatching(/^[a-z0-9.-]{1,20}$/),
    enabled: fc.boolean(),
    interpreter: fc.stringMatching(/^\/[A-Za-z0-9/_. -]{1,80}$/),
    flags: fc.subarray(['P', 'O', 'C', 'F']).map((letters) => letters.join('')),
    match: fc.option(match, { nil: undefined }),
  })
  .map(({ match, ...rest }): Entry => ({ ...rest, ...(match && { match }) }))

const machines = [...EMULATED_ARCHITECTURES]

describe('entries of binfmt_misc', () => {
  it('are read back as the kernel writes them', () => {
    fc.assert(
      fc.property(entry, (written) => {
        expect(parseEntry(written.name, asKernelWrites(written))).toEqual(written)
      }),
    )
  })

  it('are not made of other files', () => {
    expect(parseEntry('status', 'enabled\n')).toBeUndefined()
    expect(parseEntry('x', '')).toBeUndefined()
    expect(parseEntry('x', 'interpreter /bin/true\nflags: F\n')).toBeUndefined()
  })

  it('match a file that differs only where the mask has no bit', () => {
    fc.assert(
      fc.property(match, bytes(256, 256), (wanted, noise) => {
        const header = Buffer.from(noise)
        wanted.magic.forEach((byte, index) => {
          const kept = wanted.mask[index]!
          header[wanted.offset + index] = (byte & kept) | (noise[wanted.offset + index]! & ~kept)
        })
        const enabled = { name: 'x', enabled: true, interpreter: '/x', flags: '', match: wanted }
        expect(matches(enabled, header)).toBe(true)
        expect(matches({ ...enabled, enabled: false }, header)).toBe(false)
      }),
    )
  })

  it('do not match a file that differs in one bit of the mask', () => {
    fc.assert(
      fc.property(match, fc.nat(), fc.integer({ min: 0, max: 7 }), (wanted, where, bit) => {
        const index = where % wanted.magic.length
        wanted.mask[index]! |= 1 << bit
        const header = Buffer.alloc(256)
        wanted.magic.copy(header, wanted.offset)
        header[wanted.offset + index]! ^= 1 << bit
        const enabled = { name: 'x', enabled: true, interpreter: '/x', flags: '', match: wanted }
        expect(matches(enabled, header)).toBe(false)
      }),
    )
  })

  it('that reach past what the kernel reads match nothing', () => {
    const far = { offset: 250, magic: Buffer.alloc(8), mask: Buffer.alloc(8, 0xff) }
    const one = { name: 'x', enabled: true, interpreter: '/x', flags: '', match: far }
    expect(matches(one, Buffer.alloc(300))).toBe(false)
  })

  it('for a file name’s extension match no header', () => {
    const text = 'enabled\ninterpreter /usr/bin/jexec\nflags: \nextension .jar\n'
    expect(matches(parseEntry('jar', text)!, Buffer.alloc(256))).toBe(false)
  })
})

describe('formats', () => {
  const registered = (architecture: string): Entry => ({
    name: architecture,
    enabled: true,
    interpreter: '/x',
    flags: 'F',
    match: { offset: 0, ...formatOf(architecture)! },
  })

  it.each(machines)('%s tells its programs from all others', (architecture) => {
    const matching = machines.filter((other) => matches(registered(architecture), proofBinary(other)))
    expect(matching).toEqual([architecture])
  })

  it.each(machines)('%s covers position-independent executables and GNU extensions', (architecture) => {
    const header = proofBinary(architecture)
    const little = header[5] === 1
    header[little ? 16 : 17] = 3
    header[7] = 3
    expect(matches(registered(architecture), header)).toBe(true)
  })

  const installed = machines.filter((architecture) => existsSync(distributed(architecture)))
  const cases = installed.length === 0 ? [] : installed
  ;(cases.length === 0 ? it.skip.each(['no qemu-user-static here']) : it.each(cases))(
    '%s is what the distribution registers',
    (architecture) => {
      const format = formatOf(architecture)!
      const [, , type, offset, magic, mask] = readFileSync(distributed(architecture), 'utf8').split(':')
      expect([type, offset]).toEqual(['M', ''])
      expect(format.magic.toString('hex')).toBe(unescaped(magic!).toString('hex'))
      expect(format.mask.toString('hex')).toBe(unescaped(mask!).toString('hex'))
    },
  )

  it('are registered by a line that says the same', () => {
    for (const architecture of machines) {
      const format = formatOf(architecture)!
      const line = registrationLine({ name: 'n', interpreter: '/bin/i', flags: 'OCF', format })
      const fields = line.split(':')
      expect(fields).toHaveLength(8)
      expect([fields[1], fields[2], fields[6], fields[7]]).toEqual(['n', 'M', '/bin/i', 'OCF'])
      expect(unescaped(fields[4]!)).toEqual(format.magic)
      expect(unescaped(fields[5]!)).toEqual(format.mask)
      // MAX_REGISTER_LENGTH in fs/binfmt_misc.c
      expect(line.length).toBeLessThan(1920)
    }
  })

  it('are unknown for what QEMU has no emulator for', () => {
    expect(formatOf('wasm')).toBeUndefined()
    expect(formatOf('toString')).toBeUndefined()
  })
})

function distributed(architecture: string): string {
  return `/usr/lib/binfmt.d/qemu-${formatOf(architecture)!.qemu}.conf`
}

function unescaped(text: string): Buffer {
  const plain = text.replace(/\\x([0-9a-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return Buffer.from(plain, 'latin1')
}
