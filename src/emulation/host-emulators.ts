import { access, constants, open } from 'node:fs/promises'
import { formatOf } from './binfmt.js'

/** A program on this host that runs another architecture's programs, needing no file but itself. */
export interface Emulator {
  readonly path: string
  /** It expects the caller's `argv[0]` as an argument of its own, which the kernel passes with flag P. */
  readonly preservesArgv0: boolean
}

const PT_INTERP = 3
const HEADERS_LENGTH = 4096

/**
 * The static emulators for an architecture that this host has, the best one first. Dynamically linked ones don't
 * count: their libraries aren't in the container.
 */
export async function findEmulators(architecture: string): Promise<readonly Emulator[]> {
  const qemu = formatOf(architecture)?.qemu
  if (qemu === undefined) return []
  const candidates = [
    // Debian's, with a patch that makes them expect argv[0] when called by such a name. Programs that go by it
    // (busybox, login shells) work with these alone on kernels before 5.12.
    { path: `/usr/libexec/qemu-binfmt/${qemu}-binfmt-P`, preservesArgv0: true },
    { path: `/usr/bin/qemu-${qemu}-static`, preservesArgv0: false },
    { path: `/usr/bin/qemu-${qemu}`, preservesArgv0: false },
    { path: `/usr/local/bin/qemu-${qemu}-static`, preservesArgv0: false },
    { path: `/usr/local/bin/qemu-${qemu}`, preservesArgv0: false },
  ]
  const usable = await Promise.all(candidates.map(({ path }) => isStaticExecutable(path)))
  return candidates.filter((_, index) => usable[index])
}

/** Whether a file is an executable ELF file that names no dynamic loader. */
export async function isStaticExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK)
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADERS_LENGTH), 0, HEADERS_LENGTH, 0)
      return namesNoLoader(buffer.subarray(0, bytesRead))
    } finally {
      await file.close()
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR' || code === 'ENOTDIR') return false
    throw error
  }
}

function namesNoLoader(headers: Buffer): boolean {
  if (headers.length < 64 || headers.readUInt32BE(0) !== 0x7f454c46) return false
  const wide = headers[4] === 2
  const little = headers[5] === 1
  const read = (offset: number, length: number) =>
    little ? headers.readUIntLE(offset, length) : headers.readUIntBE(offset, length)
  const start = wide ? read(little ? 32 : 34, 6) : read(28, 4)
  const size = read(wide ? 54 : 42, 2)
  const count = read(wide ? 56 : 44, 2)
  if (count === 0 || start + size * count > headers.length) return false
  return Array.from({ length: count }, (_, index) => read(start + size * index, 4)).every(
    (type) => type !== PT_INTERP,
  )
}
