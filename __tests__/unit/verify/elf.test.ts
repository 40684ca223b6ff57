import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { proofBinary } from '../../../src/emulation/proof.js'
import { ContentReader } from '../../../src/verify/content.js'
import { ElfError, readElf } from '../../../src/verify/elf.js'
import { FileBytes } from '../../../src/verify/file-bytes.js'
import { architectureOf, isMachineCode, loadsInto, machineName, runsOn } from '../../../src/verify/machine.js'

const architectures = [
  'amd64',
  '386',
  'arm64',
  'arm',
  'ppc64le',
  'ppc64',
  's390x',
  'riscv64',
  'loong64',
  'mips64le',
  'mips64',
  'mipsle',
  'mips',
]
const host = readFileSync(process.execPath)

const read = (bytes: Buffer) => readElf(FileBytes.of(bytes))

/** As a file streams by, in chunks of some size. */
function streamed(bytes: Buffer, chunk: number) {
  const reader = new ContentReader(bytes.length)
  for (let at = 0; at < bytes.length; at += chunk) reader.push(bytes.subarray(at, at + chunk))
  return reader.end()
}

test.each(architectures)('a static program for %s', (architecture) => {
  const elf = read(proofBinary(architecture))
  expect(elf).toMatchObject({ interpreter: undefined, linking: undefined })
  expect(architectureOf(elf)).toBe(architecture)
  expect(runsOn(elf, architecture)).toBe('yes')
  const others = architectures.filter((other) => other !== architecture)
  for (const other of others) {
    const compatible = architecture === '386' && other === 'amd64'
    expect(runsOn(elf, other)).toBe(compatible ? 'compatible' : 'no')
  }
})

test('a platform that is not known is not judged', () => {
  expect(runsOn(read(proofBinary('arm64')), 'sparc64')).toBe('unknown')
  expect(runsOn(read(proofBinary('arm64')), '__proto__')).toBe('unknown')
})

test('this program: dynamic, with its loader and libraries', () => {
  const elf = read(host)
  expect(elf.interpreter).toMatch(/^\/lib.*\/ld-linux.*\.so\.\d$/)
  expect(elf.linking).toMatchObject({ needed: expect.arrayContaining(['libc.so.6']) })
})

const small = ['/bin/true', '/bin/ls', '/usr/bin/skopeo'].filter((path) => existsSync(path))
test.each(small)('%s: read from chunks of any size, the same as whole', (path) => {
  const bytes = readFileSync(path)
  for (const chunk of [1 + 4095, 65_536, 1 << 20, bytes.length]) {
    expect(streamed(bytes, chunk)).toEqual({ kind: 'elf', elf: read(bytes) })
  }
})

test('chunks of a few bytes', () => {
  const bytes = readFileSync('/bin/true')
  for (const chunk of [1, 3, 7]) expect(streamed(bytes, chunk)).toEqual({ kind: 'elf', elf: read(bytes) })
})

const libraries = '/usr/lib/x86_64-linux-gnu'
const someLibraries = existsSync(libraries)
  ? readdirSync(libraries)
      .filter((name) => /\.so\.\d+$/.test(name))
      .slice(0, 60)
  : []
if (someLibraries.length > 0) {
  test('libraries of this machine: streaming keeps all that is needed', () => {
    for (const name of someLibraries) {
      const bytes = readFileSync(join(libraries, name))
      const content = streamed(bytes, 100_000)
      expect(content).toEqual({ kind: 'elf', elf: read(bytes) })
    }
  })
}

test('flags tell variants of one machine number', () => {
  const flagged = (architecture: string, flags: number, edit?: (bytes: Buffer) => void) => {
    const bytes = Buffer.from(proofBinary(architecture))
    const at = bytes[4] === 2 ? 48 : 36
    if (bytes[5] === 1) bytes.writeUInt32LE(flags, at)
    else bytes.writeUInt32BE(flags, at)
    edit?.(bytes)
    return read(bytes)
  }
  const [hard, soft] = [flagged('arm', 0x05000400), flagged('arm', 0x05000200)]
  expect(machineName(hard)).toBe('arm (hard float)')
  expect(machineName(soft)).toBe('arm (soft float)')
  expect(loadsInto(hard, soft)).toBe(false)
  expect(loadsInto(hard, flagged('arm', 0x05000000))).toBe(true)
  expect(machineName(flagged('mipsle', 0x20))).toBe('mips64le n32')
  expect(runsOn(flagged('mipsle', 0x20), 'mipsle')).toBe('no')
  const x32 = flagged('386', 0, (bytes) => bytes.writeUInt16LE(62, 18))
  expect(machineName(x32)).toBe('x32')
  const bpf = flagged('amd64', 0, (bytes) => bytes.writeUInt16LE(247, 18))
  expect(isMachineCode(bpf)).toBe(false)
  const sparc = flagged('mips64', 0, (bytes) => bytes.writeUInt16BE(43, 18))
  expect(machineName(sparc)).toBe('machine 43 (64-bit, big-endian)')
})

test.each([
  ['empty', Buffer.alloc(0)],
  ['the magic alone', Buffer.from('\x7fELF')],
  ['a header that is cut off', proofBinary('arm64').subarray(0, 40)],
  ['program headers beyond the end', proofBinary('arm64').subarray(0, 64)],
  ['another class', edited(proofBinary('arm64'), 4, 3)],
  ['another byte order', edited(proofBinary('arm64'), 5, 0)],
  ['65535 program headers', edited(edited(proofBinary('arm64'), 56, 0xff), 57, 0xff)],
])('%s is damaged', (_name, bytes) => {
  expect(() => read(bytes)).toThrow(ElfError)
})

function edited(bytes: Buffer, at: number, value: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[at] = value
  return copy
}

const samples = [readFileSync('/bin/true'), proofBinary('s390x'), proofBinary('arm'), proofBinary('mips64')]

test('whatever is changed in a file: an answer or the typed error, whole or streamed', () => {
  const changes = fc.array(fc.tuple(fc.nat(1023), fc.integer({ min: 0, max: 255 })), { maxLength: 8 })
  fc.assert(
    fc.property(
      fc.constantFrom(...samples),
      changes,
      fc.double({ min: 0, max: 1 }),
      (sample, edits, part) => {
        const bytes = Buffer.from(sample.subarray(0, Math.ceil(sample.length * (part > 0.5 ? 1 : part))))
        for (const [at, value] of edits) if (at < bytes.length) bytes[at] = value
        try {
          read(bytes)
        } catch (error) {
          expect(error).toBeInstanceOf(ElfError)
        }
        expect(['elf', 'damaged', 'other', 'script', 'alien']).toContain(streamed(bytes, 1000).kind)
      },
    ),
    { numRuns: 2000 },
  )
})

test('any bytes at all', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (random, magic) => {
      const bytes = Buffer.concat([
        magic ? Buffer.from('\x7fELF\x02\x01\x01', 'latin1') : Buffer.alloc(0),
        random,
      ])
      expect(() => streamed(bytes, 11)).not.toThrow()
    }),
  )
})

test('other things that files can be', () => {
  expect(streamed(Buffer.from('#!/bin/sh\necho hi\n'), 3)).toEqual({
    kind: 'script',
    firstLine: '#!/bin/sh',
    text: '#!/bin/sh\necho hi\n',
  })
  const long = streamed(Buffer.from(`#!/bin/sh\n${'#'.repeat(40_000)}`), 5000)
  expect(long).toEqual({ kind: 'script', firstLine: '#!/bin/sh', text: undefined })
  expect(streamed(Buffer.from('cffaedfe0c000001', 'hex'), 8)).toEqual({ kind: 'alien', system: 'macOS' })
  expect(streamed(Buffer.from('MZ\x90\x00', 'latin1'), 8)).toEqual({ kind: 'alien', system: 'Windows' })
  for (const text of ['', '#', '#!', 'text of some length'])
    expect(streamed(Buffer.from(text), 2).kind).toBe('other')
})
