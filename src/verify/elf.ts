import { BeyondEnd, type FileBytes, OutOfReach, type Range } from './file-bytes.js'

// https://refspecs.linuxfoundation.org/elf/gabi4+/ch4.eheader.html, ch5.pheader.html, ch5.dynamic.html
const MAGIC = Buffer.from([0x7f, 0x45, 0x4c, 0x46])
const [PT_LOAD, PT_DYNAMIC, PT_INTERP] = [1, 2, 3]
const [DT_NULL, DT_NEEDED, DT_STRTAB, DT_STRSZ, DT_RPATH, DT_RUNPATH] = [0, 1, 5, 10, 15, 29]
const PF_X = 1

// What no program has comes from a damaged or hostile file. The kernel refuses program headers of more than 64 KiB and an
// interpreter's name of more than PATH_MAX (https://github.com/torvalds/linux/blob/v6.12/fs/binfmt_elf.c).
const MOST_SEGMENTS = 1024
const LONGEST_PATH = 4096
const LARGEST_DYNAMIC = 1 << 20
const LARGEST_STRINGS = 32 << 20
const MOST_NEEDED = 1024

/** A file that begins as ELF does and is none that could be loaded. */
export class ElfError extends Error {}

/** For which processor a file is, by its ELF header. */
export interface ElfHeader {
  readonly bits: 32 | 64
  readonly order: 'little' | 'big'
  /** `e_type`: 2 executable, 3 shared object or position-independent executable */
  readonly type: number
  /** `e_machine` */
  readonly machine: number
  /** `e_flags`, whose meaning is the machine's */
  readonly flags: number
}

/** What the dynamic loader reads. */
export interface Linking {
  /** `DT_NEEDED`: names of libraries */
  readonly needed: readonly string[]
  /** `DT_RPATH`, which `DT_RUNPATH` makes void */
  readonly rpath: readonly string[]
  readonly runpath: readonly string[]
}

/** An ELF file as far as the kernel and the dynamic loader look at it. */
export interface Elf extends ElfHeader {
  /** `PT_INTERP`: the dynamic loader's path */
  readonly interpreter: string | undefined
  /** Nothing for a static program; `unread` when these parts of the file were not kept. */
  readonly linking: Linking | 'unread' | undefined
}

interface Segment {
  readonly type: number
  readonly flags: number
  readonly offset: number
  readonly address: number
  readonly size: number
}

/** Whether a file begins as ELF files do. */
export function isElf(head: Buffer): boolean {
  return head.subarray(0, MAGIC.length).equals(MAGIC)
}

/** Bytes at the beginning of a file that say where the rest is. */
export const ELF_HEAD = 4096

/**
 * The parts of a file that {@link readElf} will ask for, by its first {@link ELF_HEAD} bytes: segments that hold no code, since
 * names of libraries are in one of them, whatever tool wrote or changed the file.
 * @throws {ElfError}
 */
export function elfParts(head: FileBytes): Range[] {
  return orDamaged(() => {
    const { segments } = readHeader(head)
    if (segments === 'unread' || !segments.some(({ type }) => type === PT_DYNAMIC || type === PT_INTERP))
      return []
    return segments
      .filter(({ type }) => type === PT_LOAD || type === PT_DYNAMIC || type === PT_INTERP)
      .map(({ type, flags, offset, size }) => {
        // Older linkers put names and code into one segment, names first.
        const limit = type === PT_LOAD && (flags & PF_X) !== 0 && offset > 0 ? 0 : 8 << 20
        return { offset, length: Math.min(size, limit) }
      })
      .filter(({ length }) => length > 0)
  })
}

/**
 * Reads an ELF file.
 * @throws {ElfError} when it is damaged; no other error, whatever the bytes
 */
export function readElf(file: FileBytes): Elf {
  return orDamaged(() => {
    const { header, segments, fields } = readHeader(file)
    if (segments === 'unread') return { ...header, interpreter: undefined, linking: segments }
    const interpreter = segments.find(({ type }) => type === PT_INTERP)
    const dynamic = segments.find(({ type }) => type === PT_DYNAMIC)
    return {
      ...header,
      interpreter:
        interpreter && text(file.read(interpreter.offset, checked(interpreter.size, LONGEST_PATH))),
      linking: dynamic && orUnread(() => readLinking(file, segments, dynamic, fields)),
    }
  })
}

function orDamaged<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof BeyondEnd || error instanceof OutOfReach) throw new ElfError(error.message)
    throw error
  }
}

function orUnread<T>(read: () => T): T | 'unread' {
  try {
    return read()
  } catch (error) {
    if (error instanceof OutOfReach) return 'unread'
    throw error
  }
}

interface Fields {
  readonly bits: 32 | 64
  half(bytes: Buffer, at: number): number
  word(bytes: Buffer, at: number): number
  /** An address or offset, of the class's size. */
  long(bytes: Buffer, at: number): number
}

function fieldsOf(bits: 32 | 64, order: 'little' | 'big'): Fields {
  const little = order === 'little'
  const word = (bytes: Buffer, at: number) => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at))
  return {
    bits,
    half: (bytes, at) => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at)),
    word,
    long: (bytes, at) => {
      if (bits === 32) return word(bytes, at)
      const [high, low] = little
        ? [word(bytes, at + 4), word(bytes, at)]
        : [word(bytes, at), word(bytes, at + 4)]
      // Kept exact where it matters: what lies beyond 2^53 is beyond every file's end.
      return high * 2 ** 32 + low
    },
  }
}

function readHeader(file: FileBytes): {
  header: ElfHeader
  segments: readonly Segment[] | 'unread'
  fields: Fields
} {
  const identity = file.read(0, 16)
  const [classByte, orderByte] = [identity[4], identity[5]]
  if (!isElf(identity)) throw new ElfError('no ELF file')
  if (classByte !== 1 && classByte !== 2) throw new ElfError(`unknown class ${classByte}`)
  if (orderByte !== 1 && orderByte !== 2) throw new ElfError(`unknown byte order ${orderByte}`)
  const header = { bits: classByte === 2 ? 64 : 32, order: orderByte === 1 ? 'little' : 'big' } as const
  const fields = fieldsOf(header.bits, header.order)
  const wide = header.bits === 64
  const bytes = file.read(0, wide ? 64 : 52)
  const flagsAt = wide ? 48 : 36
  const table = fields.long(bytes, wide ? 32 : 28)
  const [size, count] = [fields.half(bytes, flagsAt + 6), fields.half(bytes, flagsAt + 8)]
  return {
    header: {
      ...header,
      type: fields.half(bytes, 16),
      machine: fields.half(bytes, 18),
      flags: fields.word(bytes, flagsAt),
    },
    // Tools that change programs may put the table behind everything else.
    segments: orUnread(() => (count === 0 ? [] : readSegments(file, fields, table, count, size))),
    fields,
  }
}

function readSegments(
  file: FileBytes,
  fields: Fields,
  offset: number,
  count: number,
  size: number,
): Segment[] {
  const wide = fields.bits === 64
  if (size !== (wide ? 56 : 32)) throw new ElfError(`program headers of ${size} bytes`)
  const table = file.read(offset, checked(count, MOST_SEGMENTS) * size)
  return Array.from({ length: count }, (_, index) => {
    const entry = table.subarray(index * size, (index + 1) * size)
    return {
      type: fields.word(entry, 0),
      flags: fields.word(entry, wide ? 4 : 24),
      offset: fields.long(entry, wide ? 8 : 4),
      address: fields.long(entry, wide ? 16 : 8),
      size: fields.long(entry, wide ? 32 : 16),
    }
  })
}

function readLinking(
  file: FileBytes,
  segments: readonly Segment[],
  dynamic: Segment,
  fields: Fields,
): Linking {
  const values = readDynamic(file.read(dynamic.offset, checked(dynamic.size, LARGEST_DYNAMIC)), fields)
  const offsets = [DT_NEEDED, DT_RPATH, DT_RUNPATH].map((tag) => values.get(tag!) ?? [])
  if (offsets.every((list) => list.length === 0)) return { needed: [], rpath: [], runpath: [] }
  const [address, size] = [values.get(DT_STRTAB!)?.[0], values.get(DT_STRSZ!)?.[0]]
  if (address === undefined || size === undefined) throw new ElfError('names without a table of strings')
  const strings = file.read(fileOffset(segments, address), checked(size, LARGEST_STRINGS))
  const [needed, rpath, runpath] = offsets.map((list) => list.map((at) => nameAt(strings, at)))
  const folders = (paths: string[]) => paths.flatMap((path) => path.split(':')).filter((path) => path !== '')
  return { needed: needed!, rpath: folders(rpath!), runpath: folders(runpath!) }
}

/** Values by tag; of each tag no more than {@link MOST_NEEDED}. */
function readDynamic(bytes: Buffer, fields: Fields): Map<number, number[]> {
  const size = fields.bits / 8
  const values = new Map<number, number[]>()
  for (let at = 0; at + 2 * size <= bytes.length; at += 2 * size) {
    const tag = fields.long(bytes, at)
    if (tag === DT_NULL) break
    const list = values.get(tag) ?? []
    if (list.push(fields.long(bytes, at + size)) > MOST_NEEDED) throw new ElfError('too many libraries')
    values.set(tag, list)
  }
  return values
}

function fileOffset(segments: readonly Segment[], address: number): number {
  const segment = segments.find(
    (each) => each.type === PT_LOAD && address >= each.address && address < each.address + each.size,
  )
  if (segment === undefined) throw new ElfError('an address outside of all segments')
  return address - segment.address + segment.offset
}

function nameAt(strings: Buffer, at: number): string {
  if (at >= strings.length) throw new ElfError('a name outside of the table of strings')
  return text(strings.subarray(at, at + LONGEST_PATH))
}

/** A text up to its zero byte. */
function text(bytes: Buffer): string {
  const end = bytes.indexOf(0)
  return bytes.toString('utf8', 0, end < 0 ? bytes.length : end)
}

function checked(value: number, most: number): number {
  if (value > most) throw new ElfError(`${value} where at most ${most} can be`)
  return value
}
