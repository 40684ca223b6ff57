import type { ElfHeader } from './elf.js'

interface Abi {
  readonly bits: 32 | 64
  readonly order: 'little' | 'big'
  readonly machine: number
}

// e_machine by https://github.com/torvalds/linux/blob/v6.12/include/uapi/linux/elf-em.h and elf.h of LoongArch
const ABIS: Readonly<Record<string, Abi>> = {
  amd64: { bits: 64, order: 'little', machine: 62 },
  '386': { bits: 32, order: 'little', machine: 3 },
  arm64: { bits: 64, order: 'little', machine: 183 },
  arm: { bits: 32, order: 'little', machine: 40 },
  ppc64le: { bits: 64, order: 'little', machine: 21 },
  ppc64: { bits: 64, order: 'big', machine: 21 },
  s390x: { bits: 64, order: 'big', machine: 22 },
  riscv64: { bits: 64, order: 'little', machine: 243 },
  loong64: { bits: 64, order: 'little', machine: 258 },
  mips64: { bits: 64, order: 'big', machine: 8 },
  mips64le: { bits: 64, order: 'little', machine: 8 },
  mips: { bits: 32, order: 'big', machine: 8 },
  mipsle: { bits: 32, order: 'little', machine: 8 },
}

const [EM_NONE, EM_MIPS, EM_S390, EM_ARM, EM_X86_64] = [0, 8, 22, 40, 62]
/** AVR, Xtensa, CUDA, AMDGPU, BPF: microcontrollers, accelerators and the kernel's own machine run no container. */
const DEVICES: readonly number[] = [83, 94, 190, 224, 247]
/** n32: 64-bit registers, 32-bit pointers; no architecture of OCI's list. */
const EF_MIPS_ABI2 = 0x20
const [EF_ARM_SOFT_FLOAT, EF_ARM_HARD_FLOAT] = [0x200, 0x400]

/**
 * Whether a processor runs a program: `compatible` when it does so as an older architecture, which is what was meant
 * in some images and a mistake in others.
 */
export function runsOn(elf: ElfHeader, architecture: string): 'yes' | 'compatible' | 'no' | 'unknown' {
  if (!Object.hasOwn(ABIS, architecture)) return 'unknown'
  const own = architectureOf(elf)
  if (own === architecture) return 'yes'
  if (own === '386' && architecture === 'amd64') return 'compatible'
  return isNarrow(elf, ABIS[architecture]!) ? 'compatible' : 'no'
}

/** Programs of a 64-bit machine with short pointers, for which OCI has no name: x32, n32 of MIPS, s390. */
function isNarrow({ bits, order, machine, flags }: ElfHeader, abi: Abi): boolean {
  return (
    bits === 32 &&
    abi.bits === 64 &&
    machine === abi.machine &&
    order === abi.order &&
    (machine === EM_X86_64 || machine === EM_S390 || (machine === EM_MIPS && (flags & EF_MIPS_ABI2) !== 0))
  )
}

/** Whether a file is code for a processor that could run a container. */
export function isMachineCode({ machine }: ElfHeader): boolean {
  return machine !== EM_NONE && !DEVICES.includes(machine)
}

/** Whether a library can be loaded into a program. */
export function loadsInto(library: ElfHeader, program: ElfHeader): boolean {
  const same =
    library.machine === program.machine && library.bits === program.bits && library.order === program.order
  return same && !floatsDiffer(library, program)
}

function floatsDiffer(a: ElfHeader, b: ElfHeader): boolean {
  const [one, other] = [floatAbi(a), floatAbi(b)]
  return one !== undefined && other !== undefined && one !== other
}

// https://github.com/ARM-software/abi-aa/blob/2024Q3/aaelf32/aaelf32.rst, e_flags; set by linkers of today, not by Go's
function floatAbi({ machine, flags, type }: ElfHeader): 'hard' | 'soft' | undefined {
  if (machine !== EM_ARM || (type !== 2 && type !== 3)) return undefined
  if ((flags & EF_ARM_HARD_FLOAT) !== 0) return 'hard'
  return (flags & EF_ARM_SOFT_FLOAT) !== 0 ? 'soft' : undefined
}

/** A machine by the name that OCI has for it, or else as exactly as the file says. */
export function machineName(elf: ElfHeader): string {
  const float = floatAbi(elf)
  const name = architectureOf(elf)
  if (name !== undefined) return float === undefined ? name : `${name} (${float} float)`
  if (elf.machine === EM_X86_64) return 'x32'
  if (elf.machine === EM_MIPS) return `mips64${elf.order === 'little' ? 'le' : ''} n32`
  return `machine ${elf.machine} (${elf.bits}-bit, ${elf.order}-endian)`
}

/** OCI's name of the architecture that a file is for. */
export function architectureOf(elf: ElfHeader): string | undefined {
  if (elf.machine === EM_MIPS && elf.bits === 32 && (elf.flags & EF_MIPS_ABI2) !== 0) return undefined
  const found = Object.entries(ABIS).find(
    ([, abi]) => abi.machine === elf.machine && abi.bits === elf.bits && abi.order === elf.order,
  )
  return found?.[0]
}
