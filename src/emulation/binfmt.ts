/** How the kernel tells an architecture's programs, and what QEMU calls it. */
export interface Format {
  /** QEMU's name of the architecture, as in `qemu-aarch64`. */
  readonly qemu: string
  readonly magic: Buffer
  readonly mask: Buffer
}

/** What is registered in the kernel under one name. */
export interface Entry {
  readonly name: string
  readonly enabled: boolean
  readonly interpreter: string
  /** Letters of https://docs.kernel.org/admin-guide/binfmt-misc.html; F: opened once, at registration. */
  readonly flags: string
  /** Absent for entries that go by a file's extension. */
  readonly match?: Match
}

/** Bytes to be found at an offset, as far as the mask says. */
export interface Match {
  readonly offset: number
  readonly magic: Buffer
  readonly mask: Buffer
}

// The kernel compares within the first 256 bytes of a file (BINPRM_BUF_SIZE).
const HEADER_LENGTH = 256

// Magic and mask as in Debian's /usr/lib/binfmt.d (qemu-user-static 7.2), which are those of
// https://gitlab.com/qemu-project/qemu/-/blob/v7.2.0/scripts/qemu-binfmt-conf.sh; the latter alone has i386 and
// x86_64. The low bit of e_type is masked out, so that position-independent executables match too.
const LITTLE = 'ffffffffffffff00fffffffffffffffffeffffff'
const FORMATS: Readonly<Record<string, Format>> = {
  amd64: format(
    'x86_64',
    '7f454c4602010100000000000000000002003e00',
    'fffffffffffefe00fffffffffffffffffeffffff',
  ),
  '386': format(
    'i386',
    '7f454c4601010100000000000000000002000300',
    'fffffffffffefe00fffffffffffffffffeffffff',
  ),
  arm64: format('aarch64', '7f454c460201010000000000000000000200b700', LITTLE),
  arm: format('arm', '7f454c4601010100000000000000000002002800', LITTLE),
  ppc64le: format(
    'ppc64le',
    '7f454c4602010100000000000000000002001500',
    'fffffffffffffffcfffffffffffffffffeffff00',
  ),
  ppc64: format(
    'ppc64',
    '7f454c4602020100000000000000000000020015',
    'fffffffffffffffcfffffffffffffffffffeffff',
  ),
  s390x: format(
    's390x',
    '7f454c4602020100000000000000000000020016',
    'fffffffffffffffcfffffffffffffffffffeffff',
  ),
  riscv64: format('riscv64', '7f454c460201010000000000000000000200f300', LITTLE),
  loong64: format(
    'loongarch64',
    '7f454c4602010100000000000000000002000201',
    'fffffffffffffffc00fffffffffffffffeffffff',
  ),
  mips64le: format(
    'mips64el',
    '7f454c4602010100000000000000000002000800',
    'ffffffffffffff00fefffffffffffffffeffffff',
  ),
  mips64: format(
    'mips64',
    '7f454c4602020100000000000000000000020008',
    'ffffffffffffff00fefffffffffffffffffeffff',
  ),
  // The longer ones look at EF_MIPS_ABI2 in e_flags too, which tells n32 programs from o32 ones.
  mipsle: format(
    'mipsel',
    `7f454c4601010100000000000000000002000800${'00'.repeat(17)}`,
    `ffffffffffffff00fefffffffffffffffeffffff${'00'.repeat(16)}20`,
  ),
  mips: format(
    'mips',
    `7f454c4601020100000000000000000000020008${'00'.repeat(20)}`,
    `ffffffffffffff00fefffffffffffffffffeffff${'00'.repeat(19)}20`,
  ),
}

function format(qemu: string, magic: string, mask: string): Format {
  return { qemu, magic: Buffer.from(magic, 'hex'), mask: Buffer.from(mask, 'hex') }
}

/** @returns undefined for an architecture that QEMU doesn't emulate */
export function formatOf(architecture: string): Format | undefined {
  return Object.hasOwn(FORMATS, architecture) ? FORMATS[architecture] : undefined
}

/**
 * Parses an entry's file in `/proc/sys/fs/binfmt_misc`, as
 * https://github.com/torvalds/linux/blob/v6.12/fs/binfmt_misc.c (`entry_status`) writes it.
 * @returns undefined when the text is no such file's
 */
export function parseEntry(name: string, text: string): Entry | undefined {
  const [state, ...lines] = text.split('\n')
  const interpreter = valueAfter('interpreter ', lines)
  const flags = valueAfter('flags: ', lines)
  if ((state !== 'enabled' && state !== 'disabled') || interpreter === undefined || flags === undefined) {
    return undefined
  }
  const match = parseMatch(lines)
  return { name, enabled: state === 'enabled', interpreter, flags, ...(match && { match }) }
}

function parseMatch(lines: readonly string[]): Match | undefined {
  const hex = valueAfter('magic ', lines)
  if (hex === undefined) return undefined
  const magic = Buffer.from(hex, 'hex')
  const mask = valueAfter('mask ', lines)
  return {
    offset: Number(valueAfter('offset ', lines) ?? 0),
    magic,
    mask: mask === undefined ? Buffer.alloc(magic.length, 0xff) : Buffer.from(mask, 'hex'),
  }
}

function valueAfter(start: string, lines: readonly string[]): string | undefined {
  return lines.find((line) => line.startsWith(start))?.slice(start.length)
}

/** Whether the kernel would take a file that starts with `header` for one of this entry's. */
export function matches(entry: Entry, header: Buffer): boolean {
  if (!entry.enabled || entry.match === undefined) return false
  const { offset, magic, mask } = entry.match
  // The kernel pads a short file with zeros before it compares.
  const seen = Buffer.alloc(HEADER_LENGTH)
  header.copy(seen)
  if (offset + magic.length > HEADER_LENGTH) return false
  return magic.every((byte, index) => ((byte ^ seen[offset + index]!) & mask[index]!) === 0)
}

/** The line that registers an entry, to be written to `register` in one piece. */
export function registrationLine(entry: {
  name: string
  interpreter: string
  flags: string
  format: Format
}): string {
  const { magic, mask } = entry.format
  return `:${entry.name}:M::${escaped(magic)}:${escaped(mask)}:${entry.interpreter}:${entry.flags}`
}

function escaped(bytes: Buffer): string {
  return [...bytes].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('')
}
