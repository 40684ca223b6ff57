import { access, constants, open, realpath } from 'node:fs/promises'
import { release } from 'node:os'
import { HostError } from '../errors.js'
import { stream } from '../host/process.js'
import { formatOf } from './binfmt.js'

/** A program on this host that runs another architecture's programs, needing no file but itself. */
export interface Emulator {
  readonly path: string
  /** It passes the caller's `argv[0]` on when registered with flag P; others take it for an argument. */
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
  const usable = await Promise.all(
    [
      `/usr/libexec/qemu-binfmt/${qemu}-binfmt-P`,
      `/usr/bin/qemu-${qemu}-static`,
      `/usr/bin/qemu-${qemu}`,
      `/usr/local/bin/qemu-${qemu}-static`,
      `/usr/local/bin/qemu-${qemu}`,
    ].map(async (path) => ((await isStaticExecutable(path)) ? [path] : [])),
  )
  return Promise.all(
    usable.flat().map(async (path) => ({ path, preservesArgv0: await preservesArgv0(path) })),
  )
}

/** The emulator that a file is; undefined when it is no static executable. */
export async function emulatorAt(path: string): Promise<Emulator | undefined> {
  return (await isStaticExecutable(path)) ? { path, preservesArgv0: await preservesArgv0(path) } : undefined
}

// Debian 11 to 13 patch QEMU to expect argv[0] whenever it is called by such a name. Else QEMU 6.0 and later learn
// from the kernel, since 5.12, whether it is there (AT_FLAGS_PRESERVE_ARGV0,
// https://git.kernel.org/torvalds/c/2347961b11d4, https://gitlab.com/qemu-project/qemu/-/commit/6e1c0d7b951e).
async function preservesArgv0(path: string): Promise<boolean> {
  if (path.endsWith('-binfmt-P')) return true
  const [major = 0, minor = 0] = release().split('.').map(Number)
  if (major < 5 || (major === 5 && minor < 12)) return false
  return Number.parseInt((await versionNumber(path)) ?? '0', 10) >= 6
}

/** An emulator's version alone, such as `7.2.22`. */
export async function versionNumber(path: string): Promise<string | undefined> {
  return / version (\d[\w.]*)/.exec((await emulatorVersion(path)) ?? '')?.[1]
}

/** What an emulator says of its version, such as `qemu-aarch64 version 7.2.22`; undefined when it says nothing. */
export async function emulatorVersion(path: string): Promise<string | undefined> {
  const said: string[] = []
  try {
    // By the name that Debian registers it under, a link, it takes no options.
    await stream(await realpath(path), ['--version'], { onLine: (line) => said.push(line) })
  } catch (error) {
    if (!(error instanceof HostError) && (error as NodeJS.ErrnoException).code === undefined) throw error
  }
  return said.find((line) => / version \d/.test(line))
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
