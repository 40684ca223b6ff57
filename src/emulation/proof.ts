import { access, chmod, constants, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { HostError, Interrupted, messageOf } from '../errors.js'
import { stream } from '../host/process.js'

/** What became of executing a program for an architecture. */
export interface Proof {
  readonly outcome: 'runs' | 'exec-format-error' | 'crashed' | 'wrong-exit'
  /** For a message: how it ended, and what was said meanwhile. */
  readonly detail: string
}

interface Machine {
  readonly bits: 32 | 64
  readonly order: 'little' | 'big'
  readonly machine: number
  readonly flags: number
  /** Machine code as it lies in memory. */
  readonly code: string
}

/** What the program of a proof ends with. */
export const PROOF_EXIT_CODE = 42
const TIMEOUT_MS = 60_000

// Where the shell ends up that execvp starts for a file which the kernel can't execute (see `exercise`).
const NOT_EXECUTABLE = 126

// Any address that is a multiple of the largest page size in use, 64 KiB, and not below vm.mmap_min_addr.
const BASE = 0x400000
const ALIGNMENT = 0x10000

// e_machine and e_flags of the ABI that distributions build for, and code for exit(42), by the system call numbers
// of https://github.com/torvalds/linux/tree/v6.12/arch (syscall.tbl).
const MACHINES: Readonly<Record<string, Machine>> = {
  // mov $42,%edi; mov $60,%eax; syscall
  amd64: machine(64, 'little', 62, 0, 'bf2a000000 b83c000000 0f05'),
  // mov $42,%ebx; mov $1,%eax; int $0x80
  '386': machine(32, 'little', 3, 0, 'bb2a000000 b801000000 cd80'),
  // mov x0,#42; mov x8,#93; svc #0
  arm64: machine(64, 'little', 183, 0, '400580d2 a80b80d2 010000d4'),
  // mov r0,#42; mov r7,#1; svc #0: in ARMv4 already, so one program for all variants. EABI version 5
  arm: machine(32, 'little', 40, 0x05000000, '2a00a0e3 0170a0e3 000000ef'),
  // li r0,1; li r3,42; sc. ABI version 2: the entry point is an address, not a function descriptor
  ppc64le: machine(64, 'little', 21, 2, '01000038 2a006038 02000044'),
  ppc64: machine(64, 'big', 21, 2, '38000001 3860002a 44000002'),
  // lghi %r2,42; svc 1
  s390x: machine(64, 'big', 22, 0, 'a729002a 0a01'),
  // li a0,42; li a7,93; ecall. Double-precision floating-point ABI
  riscv64: machine(64, 'little', 243, 4, '1305a002 9308d005 73000000'),
  // addi.d $a0,$zero,42; addi.d $a7,$zero,93; syscall 0. ABI version 1, double-precision
  loong64: machine(64, 'little', 258, 0x43, '04a8c002 0b74c102 00002b00'),
  // li $v0,5058; li $a0,42; syscall. n64, MIPS64 release 2
  mips64le: machine(64, 'little', 8, 0x80000000, 'c2130224 2a000424 0c000000'),
  mips64: machine(64, 'big', 8, 0x80000000, '240213c2 2404002a 0000000c'),
  // li $v0,4001; li $a0,42; syscall. o32, MIPS32
  mipsle: machine(32, 'little', 8, 0x50001000, 'a10f0224 2a000424 0c000000'),
  mips: machine(32, 'big', 8, 0x50001000, '24020fa1 2404002a 0000000c'),
}

function machine(
  bits: Machine['bits'],
  order: Machine['order'],
  number: number,
  flags: number,
  code: string,
): Machine {
  return { bits, order, machine: number, flags, code: code.replaceAll(' ', '') }
}

/**
 * A static ELF executable for an architecture that does nothing but exit with 42.
 * @throws {HostError} for an architecture that we have none for
 */
export function proofBinary(architecture: string): Buffer {
  const target = Object.hasOwn(MACHINES, architecture) ? MACHINES[architecture] : undefined
  if (target === undefined) {
    throw new HostError(`cannot tell whether this machine runs ${architecture} programs`, {
      cure: `known architectures: ${Object.keys(MACHINES).join(', ')}`,
    })
  }
  return elf(target)
}

// One loadable segment that holds the whole file, in the order of the fields of
// https://refspecs.linuxfoundation.org/elf/gabi4+/ch4.eheader.html and ch5.pheader.html.
function elf({ bits, order, machine, flags, code }: Machine): Buffer {
  const wide = bits === 64
  const word = bits / 8
  const [headerSize, segmentSize] = wide ? [64, 56] : [52, 32]
  const start = headerSize + segmentSize
  const size = start + code.length / 2
  const identity = Buffer.alloc(16)
  identity.set([0x7f, 0x45, 0x4c, 0x46, wide ? 2 : 1, order === 'little' ? 1 : 2, 1])
  const header: Field[] = [
    ...[2, machine].map((value): Field => [2, value]),
    [4, 1],
    ...[BASE + start, headerSize, 0].map((value): Field => [word, value]),
    [4, flags],
    ...[headerSize, segmentSize, 1, 0, 0, 0].map((value): Field => [2, value]),
  ]
  const loadable: Field = [4, 1]
  const readExecute: Field = [4, 5]
  const place = [0, BASE, BASE, size, size].map((value): Field => [word, value])
  const align: Field = [word, ALIGNMENT]
  const segment = wide ? [loadable, readExecute, ...place, align] : [loadable, ...place, readExecute, align]
  return Buffer.concat([identity, pack(header, order), pack(segment, order), Buffer.from(code, 'hex')])
}

type Field = readonly [bytes: number, value: number]

function pack(fields: readonly Field[], order: Machine['order']): Buffer {
  return Buffer.concat(
    fields.map(([bytes, value]) => {
      const field = Buffer.from(value.toString(16).padStart(2 * bytes, '0'), 'hex')
      return order === 'big' ? field : field.reverse()
    }),
  )
}

/**
 * Executes a program for the architecture, natively or by whatever the kernel has registered for it.
 * @throws {HostError} when the folder for temporary files doesn't allow programs to be executed
 * @throws {Interrupted} when `signal` fired
 */
export async function prove(
  architecture: string,
  { signal, temporary = tmpdir() }: { signal?: AbortSignal | undefined; temporary?: string } = {},
): Promise<Proof> {
  return withProgram(architecture, temporary, (folder) => exercise(folder, signal))
}

/**
 * What the emulator that the kernel has registered says of its version, such as `qemu-aarch64 version 7.2.22`; undefined when
 * there is none, or it isn't QEMU. Asked of the one at work: the kernel may hold a file that is gone, or was in a container, as
 * docker/setup-qemu-action's is. Every program that QEMU runs gives it its options by the environment, too
 * (`arg_table`, https://github.com/qemu/qemu/blob/v9.2.0/linux-user/main.c).
 */
export async function emulatorAtWork(architecture: string): Promise<string | undefined> {
  const said: string[] = []
  try {
    await withProgram(architecture, tmpdir(), (folder) =>
      stream(join(folder, 'proof'), [], {
        env: { QEMU_VERSION: '1' },
        signal: AbortSignal.timeout(TIMEOUT_MS),
        onLine: (line) => said.push(line),
      }),
    )
  } catch (error) {
    if (!(error instanceof HostError || error instanceof Interrupted) && errorCode(error) === undefined)
      throw error
  }
  return said.find((line) => / version \d/.test(line))
}

async function withProgram<Result>(
  architecture: string,
  temporary: string,
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  const binary = proofBinary(architecture)
  const folder = await makeFolder(temporary)
  try {
    await writeFile(join(folder, 'proof'), binary)
    // glibc's execvp, and with it Node's spawn, hands a file that the kernel can't execute to /bin/sh. As the
    // interpreter of a script the program is never read as one, and what the shell does is known.
    // https://sourceware.org/git/?p=glibc.git;a=blob;f=posix/execvpe.c (maybe_script_execute)
    await writeFile(join(folder, 'run'), `#!./proof\nexit ${NOT_EXECUTABLE}\n`)
    for (const name of ['proof', 'run']) await makeExecutable(join(folder, name))
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function makeFolder(parent: string): Promise<string> {
  try {
    return await mkdtemp(join(parent, 'multiarch-proof-'))
  } catch (cause) {
    throw new HostError(`cannot write to ${parent}: ${messageOf(cause)}`, {
      cure: 'set TMPDIR to a folder that can be written to',
      cause,
    })
  }
}

async function makeExecutable(path: string): Promise<void> {
  await chmod(path, 0o700)
  try {
    // The kernel answers EACCES here, too, when the file system is mounted noexec.
    await access(path, constants.X_OK)
  } catch (cause) {
    throw new HostError(`programs can't be executed in ${dirname(dirname(path))}: it is mounted noexec`, {
      cure: 'set TMPDIR to a folder on another file system',
      cause,
    })
  }
}

async function exercise(folder: string, signal?: AbortSignal): Promise<Proof> {
  const said: string[] = []
  const timeout = AbortSignal.timeout(TIMEOUT_MS)
  try {
    const { exitCode } = await stream(join(folder, 'run'), [], {
      cwd: folder,
      signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
      onLine: (line) => said.push(line),
    })
    return verdict(exitCode, said)
  } catch (error) {
    if (error instanceof Interrupted && !signal?.aborted) {
      return { outcome: 'crashed', detail: `did not end within ${TIMEOUT_MS / 1000} s` }
    }
    const code = errorCode(error)
    // ENOENT and EACCES are about the registered interpreter here: the program itself is there, and executable.
    if (code === 'ENOEXEC' || code === 'ENOENT' || code === 'EACCES') {
      return { outcome: 'exec-format-error', detail: messageOf(error) }
    }
    throw error
  }
}

function verdict(exitCode: number, said: readonly string[]): Proof {
  const last = said.length === 0 ? '' : `: ${said.at(-1)}`
  if (exitCode === PROOF_EXIT_CODE) return { outcome: 'runs', detail: 'runs' }
  if (exitCode === NOT_EXECUTABLE) return { outcome: 'exec-format-error', detail: 'exec format error' }
  if (exitCode > 128) return { outcome: 'crashed', detail: `ended by signal ${exitCode - 128}${last}` }
  return { outcome: 'wrong-exit', detail: `exit code ${exitCode} instead of ${PROOF_EXIT_CODE}${last}` }
}

function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  return (error as NodeJS.ErrnoException).code ?? errorCode(error.cause)
}
