import { endianness } from 'node:os'
import { join } from 'node:path'
import type { Host } from '../host/host.js'
import type { Environment } from '../host/process.js'
import type { Platform } from '../oci/platform.js'
import { type Entry, formatOf, matches, registrationLine } from './binfmt.js'
import type { EmulatorCache } from './cache.js'
import type { Emulator } from './host-emulators.js'
import { readRegistrations, write } from './kernel.js'
import { type Proof, proofBinary, prove } from './proof.js'

/** A platform whose programs this host runs, in containers too. */
export interface Runnable {
  readonly platform: Platform
  readonly how: 'native' | 'emulated'
  /** The emulator, as it is registered; absent when the kernel doesn't let us see. */
  readonly interpreter?: string
  /** It could not before this call. */
  readonly registeredNow?: boolean
}

/** What was found out about a platform. */
export interface Finding {
  readonly proof: Proof
  /** The registration that the kernel goes by. */
  readonly entry?: Entry
}

/** One platform, and what its emulation needs to know. */
export interface Context {
  readonly platform: Platform
  readonly host: Host
  readonly env: Environment
  readonly folder: string
  readonly cache?: EmulatorCache | undefined
  readonly signal?: AbortSignal
}

// Others may register and unregister at the same time; then what was just done is done again.
const ATTEMPTS = 3

/** Runs a program of the platform, and looks up what the kernel goes by. */
export async function examine(platform: Platform, folder: string, signal?: AbortSignal): Promise<Finding> {
  const { enabled, entries } = await readRegistrations(folder)
  const header = proofBinary(platform.architecture)
  const entry = enabled ? entries.find((candidate) => matches(candidate, header)) : undefined
  return { proof: await prove(platform.architecture, { signal }), ...(entry && { entry }) }
}

/** Undefined when programs of the platform don't run in containers. */
export function asRunnable(platform: Platform, { proof, entry }: Finding): Runnable | undefined {
  if (proof.outcome !== 'runs') return undefined
  if (entry === undefined) {
    // In a container the registrations may be out of sight and yet at work.
    return { platform, how: isNative(platform.architecture) ? 'native' : 'emulated' }
  }
  // Without F the kernel looks for the interpreter in the container's own file system, where there is none.
  if (!entry.flags.includes('F')) return undefined
  return { platform, how: 'emulated', interpreter: entry.interpreter }
}

/** Whether this machine’s processor itself runs an architecture’s programs. */
export function isNative(architecture: string): boolean {
  const little = endianness() === 'LE'
  const native: Readonly<Record<string, readonly string[]>> = {
    x64: ['amd64', '386'],
    ia32: ['386'],
    arm64: ['arm64', 'arm'],
    arm: ['arm'],
    ppc64: [little ? 'ppc64le' : 'ppc64'],
    mips: ['mips'],
    mipsel: ['mipsle'],
  }
  return (native[process.arch] ?? [process.arch]).includes(architecture)
}

/**
 * Registers an emulator and proves it; what does not work is taken back.
 * @param tried gets what did not help
 */
export async function register(
  context: Context,
  emulator: Emulator,
  tried: string[],
): Promise<Runnable | undefined> {
  const { platform, folder, env, signal } = context
  const line = lineFor(context, emulator)
  let finding: Finding | undefined
  let problem: string | undefined
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    await unregister(context)
    // "File exists" means that someone else was quicker; the proof tells whether theirs is as good.
    problem = await write(join(folder, 'register'), line, env)
    finding = await examine(platform, folder, signal)
    const runnable = asRunnable(platform, finding)
    if (runnable !== undefined) return { ...runnable, registeredNow: true }
  }
  tried.push(`registering ${emulator.path} did not help: ${problem ?? describe(finding!)}`)
  await unregister(context)
  return undefined
}

/** Removes our own registration, unless it works by now. */
async function unregister({ platform, folder, env, signal }: Context): Promise<void> {
  const name = ownName(platform)
  const { entries } = await readRegistrations(folder)
  if (!entries.some((entry) => entry.name === name)) return
  if (asRunnable(platform, await examine(platform, folder, signal)) !== undefined) return
  await write(join(folder, name), '-1', env)
}

function ownName(platform: Platform): string {
  return `multiarch-qemu-${formatOf(platform.architecture)!.qemu}`
}

// F: the kernel opens the emulator now, so that it need not be in any container. O: also runs what can be executed
// but not read. P: programs see the argv[0] that they were called by, as natively.
// C: setuid programs get their owner's rights, as natively; without it `USER app` and `RUN sudo …` end in "effective
// uid is not 0" (https://github.com/containers/podman/issues/20443). But QEMU wasn't made to withstand its caller, so
// that C lends root's rights to any user who can reach a foreign setuid program (which is why Debian gave it up in
// qemu 1:10.0.3+ds-3). So only on runners, whose user can become root anyway; docker/setup-qemu-action does it too.
export function lineFor({ platform, host }: Context, emulator: Emulator): string {
  return registrationLine({
    name: ownName(platform),
    interpreter: emulator.path,
    flags: `${emulator.preservesArgv0 ? 'P' : ''}O${host.kind === 'runner' ? 'C' : ''}F`,
    format: formatOf(platform.architecture)!,
  })
}

/** A finding, for a message. */
export function describe({ proof, entry }: Finding): string {
  const via = entry === undefined ? 'nothing registered for it' : `${entry.name} (${entry.interpreter})`
  if (proof.outcome === 'runs') return `${via}: registered without the flag F, so it fails in containers`
  return `${via}: ${proof.detail}`
}
