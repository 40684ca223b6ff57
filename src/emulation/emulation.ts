import { endianness } from 'node:os'
import { join } from 'node:path'
import { HostError } from '../errors.js'
import type { Host } from '../host/host.js'
import type { Environment } from '../host/process.js'
import type { Platform } from '../oci/platform.js'
import { type Entry, formatOf, matches, registrationLine } from './binfmt.js'
import { runEmulatorImage } from './emulator-image.js'
import { type Emulator, findEmulators } from './host-emulators.js'
import { installationCure, installEmulators } from './install.js'
import {
  BINFMT_FOLDER,
  isRoot,
  isWritable,
  mountArguments,
  mountBinfmt,
  readRegistrations,
  write,
} from './kernel.js'
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

/** Options of {@link ensureRunnable}. */
export interface EmulationOptions {
  readonly host: Host
  readonly signal?: AbortSignal
  /** For the programs that are started. */
  readonly env?: Environment
  /** Container image that registers emulators, when nothing else helped. */
  readonly image?: string | undefined
  /** Where the kernel's registrations are; for tests of what happens when they can't be used. */
  readonly binfmtFolder?: string
}

interface Finding {
  readonly proof: Proof
  /** The registration that the kernel goes by. */
  readonly entry?: Entry
}

interface Context {
  readonly platform: Platform
  readonly host: Host
  readonly env: Environment
  readonly folder: string
  readonly signal?: AbortSignal
}

// Others may register and unregister at the same time; then what was just done is done again.
const ATTEMPTS = 3

/**
 * Whether this host can already run a platform's programs, natively or by an emulator that works in containers
 * too. Changes nothing and needs no rights.
 */
export async function probe(
  platform: Platform,
  options: Pick<EmulationOptions, 'signal' | 'binfmtFolder'> = {},
): Promise<Runnable | undefined> {
  if (process.platform !== 'linux') return undefined
  const { binfmtFolder: folder = BINFMT_FOLDER, signal } = options
  return asRunnable(platform, await examine(platform, folder, signal))
}

/**
 * Makes this host able to run each platform's programs: leaves alone what works, else registers an emulator that
 * the host has, else installs the distribution's. Each is proven by running a program.
 * @throws {HostError} that names the platform, what was tried and the command that helps
 */
export async function ensureRunnable(
  platforms: readonly Platform[],
  options: EmulationOptions,
): Promise<readonly Runnable[]> {
  if (process.platform !== 'linux') {
    throw new HostError(`emulators can't be set up on ${process.platform}`, {
      cure: 'podman runs in a Linux machine of its own here, which `podman machine init` sets up with emulators',
    })
  }
  const { host, env = {}, binfmtFolder: folder = BINFMT_FOLDER, image, signal } = options
  const runnable: Runnable[] = []
  // One after the other: package managers lock each other out, and the second platform finds all in place.
  for (const platform of platforms) {
    const context = { platform, host, env, folder, ...(signal && { signal }) }
    const own = ensureOne(context)
    runnable.push(await (image === undefined ? own : own.catch((error) => byImage(context, image, error))))
  }
  return runnable
}

async function ensureOne(context: Context): Promise<Runnable> {
  const { platform, folder, signal } = context
  const before = await examine(platform, folder, signal)
  const present = asRunnable(platform, before)
  if (present !== undefined) return present
  const tried = [describe(before)]
  await requireAccess(context, tried)
  let emulators = await findEmulators(platform.architecture)
  if (emulators.length === 0) {
    await install(context, tried)
    tried.push('installed the emulator package')
    // Packages register what they bring where an init system runs.
    const after = asRunnable(platform, await examine(platform, folder, signal))
    if (after !== undefined) return { ...after, registeredNow: true }
    emulators = await findEmulators(platform.architecture)
  }
  for (const emulator of emulators) {
    const runnable = await register(context, emulator, tried)
    if (runnable === undefined) continue
    announce(context.host, runnable, before.entry)
    return runnable
  }
  throw unable(platform, tried, await installationCure(platform.architecture))
}

/**
 * The last resort: a container image that the user names registers the emulator that it holds.
 * @throws {HostError} with what went wrong before, too
 */
async function byImage(context: Context, image: string, before: unknown): Promise<Runnable> {
  if (!(before instanceof HostError)) throw before
  const { platform, host, folder, env, signal } = context
  const log = host.openLog(`Register the emulator for ${platform.text} by ${image}`)
  const problem = await runEmulatorImage(image, platform.architecture, { env, log, signal }).finally(() =>
    log.close(),
  )
  const finding = await examine(platform, folder, signal)
  const runnable = asRunnable(platform, finding)
  if (runnable === undefined) {
    const tried = `${image} did not help: ${problem ?? describe(finding)}`
    throw new HostError(`${before.message}; ${tried}`, before.cure === undefined ? {} : { cure: before.cure })
  }
  host.notice(`${platform.text}: ${image} registered ${runnable.interpreter ?? 'an emulator'}`)
  return { ...runnable, registeredNow: true }
}

async function examine(platform: Platform, folder: string, signal?: AbortSignal): Promise<Finding> {
  const { enabled, entries } = await readRegistrations(folder)
  const header = proofBinary(platform.architecture)
  const entry = enabled ? entries.find((candidate) => matches(candidate, header)) : undefined
  return { proof: await prove(platform.architecture, { signal }), ...(entry && { entry }) }
}

function asRunnable(platform: Platform, { proof, entry }: Finding): Runnable | undefined {
  if (proof.outcome !== 'runs') return undefined
  if (entry === undefined) {
    // In a container the registrations may be out of sight and yet at work.
    return { platform, how: isNative(platform.architecture) ? 'native' : 'emulated' }
  }
  // Without F the kernel looks for the interpreter in the container's own file system, where there is none.
  if (!entry.flags.includes('F')) return undefined
  return { platform, how: 'emulated', interpreter: entry.interpreter }
}

/** Whether this machine's processor itself runs an architecture's programs. */
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

// Before anything is installed: what can't be registered afterwards is of no use.
async function requireAccess(context: Context, tried: readonly string[]): Promise<void> {
  const { platform, folder, env } = context
  const problem = await mountBinfmt(folder, env)
  if (problem !== undefined) {
    const mounting = `binfmt_misc can't be mounted: ${problem}`
    throw unable(platform, [...tried, mounting], await manualCure(context))
  }
  if (!(await readRegistrations(folder)).enabled) {
    const cure = `run once: echo 1 | sudo tee ${folder}/status`
    throw unable(platform, [...tried, 'binfmt_misc is switched off on this machine'], cure)
  }
  const file = join(folder, 'register')
  if (await isWritable(file, env)) return
  const why = isRoot()
    ? 'mounted read-only, or by another user namespace'
    : "needs root, or a sudo that doesn't ask"
  throw unable(platform, [...tried, `${file} can't be written: ${why}`], await manualCure(context))
}

async function manualCure(context: Context): Promise<string> {
  const { platform, folder } = context
  const [emulator] = await findEmulators(platform.architecture)
  if (emulator === undefined) return installationCure(platform.architecture)
  const { mounted } = await readRegistrations(folder)
  const mount = mounted ? '' : `sudo mount ${mountArguments(folder).join(' ')} && `
  const line = lineFor(context, emulator)
  return `run once, outside any container: ${mount}printf '%s' '${line}' | sudo tee ${folder}/register`
}

async function install(context: Context, tried: readonly string[]): Promise<void> {
  try {
    await installEmulators(context.platform.architecture, context)
  } catch (error) {
    if (!(error instanceof HostError)) throw error
    throw unable(context.platform, [...tried, error.message], error.cure)
  }
}

async function register(
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
function lineFor({ platform, host }: Context, emulator: Emulator): string {
  return registrationLine({
    name: ownName(platform),
    interpreter: emulator.path,
    flags: `${emulator.preservesArgv0 ? 'P' : ''}O${host.kind === 'runner' ? 'C' : ''}F`,
    format: formatOf(platform.architecture)!,
  })
}

function announce(host: Host, { platform, interpreter }: Runnable, overridden: Entry | undefined): void {
  if (overridden === undefined) {
    host.info(`${platform.text}: registered ${interpreter}`)
    return
  }
  const fault = overridden.flags.includes('F') ? "doesn't work" : 'lacks the flag F and fails in containers'
  host.notice(
    `${platform.text}: registered ${interpreter} over ${overridden.name} (${overridden.interpreter}), which ${fault}`,
  )
}

function describe({ proof, entry }: Finding): string {
  const via = entry === undefined ? 'nothing registered for it' : `${entry.name} (${entry.interpreter})`
  if (proof.outcome === 'runs') return `${via}: registered without the flag F, so it fails in containers`
  return `${via}: ${proof.detail}`
}

function unable(platform: Platform, tried: readonly string[], cure: string | undefined): HostError {
  return new HostError(`this machine can't run ${platform.text} programs; ${tried.join('; ')}`, {
    ...(cure !== undefined && { cure }),
  })
}
