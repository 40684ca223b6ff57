import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pLimit from 'p-limit'
import { HostError } from '../errors.js'
import type { Host } from '../host/host.js'
import type { Environment } from '../host/process.js'
import type { Platform } from '../oci/platform.js'
import type { Entry } from './binfmt.js'
import type { EmulatorCache } from './cache.js'
import { copyOutOfImage, runEmulatorImage } from './emulator-image.js'
import { emulatorAt, findEmulators, versionNumber } from './host-emulators.js'
import { installationCure, installEmulators } from './install.js'
import {
  BINFMT_FOLDER,
  isRoot,
  isWritable,
  mountArguments,
  mountBinfmt,
  readRegistrations,
} from './kernel.js'
import {
  asRunnable,
  type Context,
  describe,
  examine,
  lineFor,
  type Runnable,
  register,
} from './registration.js'

export type { Runnable } from './registration.js'

/** Options of {@link ensureRunnable}. */
export interface EmulationOptions {
  readonly host: Host
  readonly signal?: AbortSignal
  /** For the programs that are started. */
  readonly env?: Environment
  /** Container image that registers emulators, when nothing else helped. */
  readonly image?: string | undefined
  /** Emulators of earlier runs. */
  readonly cache?: EmulatorCache | undefined
  /** Where the kernel's registrations are; for tests of what happens when they can't be used. */
  readonly binfmtFolder?: string
}

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
 * the host has, else one that an earlier run kept, else installs the distribution's. Each is proven by running a program.
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
  const { host, env = {}, binfmtFolder: folder = BINFMT_FOLDER, image, cache, signal } = options
  return oneAtATime(async () => {
    const runnable: Runnable[] = []
    for (const platform of platforms) {
      const context = { platform, host, env, folder, cache, ...(signal && { signal }) }
      const own = ensureOne(context)
      runnable.push(await (image === undefined ? own : own.catch((error) => byImage(context, image, error))))
    }
    return runnable
  })
}

// Package managers lock each other out, and the second platform, or service, finds all in place.
const oneAtATime = pLimit(1)

async function ensureOne(context: Context): Promise<Runnable> {
  const { platform, folder, signal } = context
  const before = await examine(platform, folder, signal)
  const present = asRunnable(platform, before)
  if (present !== undefined) return present
  const tried = [describe(before)]
  await requireAccess(context, tried)
  let emulators = await findEmulators(platform.architecture)
  const installing = emulators.length === 0
  if (installing) {
    const kept = await fromCache(context, before.entry, tried)
    if (kept !== undefined) return kept
    await install(context, tried)
    tried.push('installed the emulator package')
    // Packages register what they bring where an init system runs.
    const after = asRunnable(platform, await examine(platform, folder, signal))
    if (after !== undefined) {
      await keep(context, after.interpreter)
      return { ...after, registeredNow: true }
    }
    emulators = await findEmulators(platform.architecture)
  }
  for (const emulator of emulators) {
    const runnable = await register(context, emulator, tried)
    if (runnable === undefined) continue
    announce(context.host, runnable, before.entry)
    if (installing) await keep(context, runnable.interpreter)
    return runnable
  }
  throw unable(platform, tried, await installationCure(platform.architecture))
}

/** An emulator that an earlier run kept, registered and proven; undefined where there is none that works. */
async function fromCache(
  context: Context,
  overridden: Entry | undefined,
  tried: string[],
): Promise<Runnable | undefined> {
  const { platform, host, cache } = context
  const kept = await cache?.fetch(platform.architecture)
  if (kept === undefined) return undefined
  const emulator = await emulatorAt(kept.path)
  const runnable = emulator && (await register(context, emulator, tried))
  if (runnable === undefined) {
    host.notice(`${platform.text}: the emulator from the cache, QEMU ${kept.version}, does not work here`)
    return undefined
  }
  announce(host, runnable, overridden, `, from the cache, QEMU ${kept.version}`)
  return runnable
}

/** Notes the emulator that an image brought, whose path is one in the image. */
async function keepFromImage(context: Context, image: string, { interpreter }: Runnable): Promise<void> {
  const { cache, env, signal } = context
  if (cache === undefined || interpreter === undefined) return
  const folder = await mkdtemp(join(tmpdir(), 'multiarch-build-emulator-'))
  try {
    const copy = await copyOutOfImage(image, interpreter, folder, { env, signal })
    if (copy !== undefined) await keep(context, copy)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Notes an emulator that was installed, for runs on machines that lack it too. */
async function keep({ platform, cache }: Context, path: string | undefined): Promise<void> {
  if (cache === undefined || path === undefined || !(await emulatorAt(path))) return
  const version = await versionNumber(path)
  if (version !== undefined) await cache.keep(platform.architecture, { path, version })
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
  await keepFromImage(context, image, runnable)
  host.notice(`${platform.text}: ${image} registered ${runnable.interpreter ?? 'an emulator'}`)
  return { ...runnable, registeredNow: true }
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

function announce(
  host: Host,
  { platform, interpreter }: Runnable,
  overridden: Entry | undefined,
  origin = '',
): void {
  if (overridden === undefined) {
    host.info(`${platform.text}: registered ${interpreter}${origin}`)
    return
  }
  const fault = overridden.flags.includes('F') ? "doesn't work" : 'lacks the flag F and fails in containers'
  host.notice(
    `${platform.text}: registered ${interpreter}${origin} over ${overridden.name} (${overridden.interpreter}), which ${fault}`,
  )
}

function unable(platform: Platform, tried: readonly string[], cure: string | undefined): HostError {
  return new HostError(`this machine can't run ${platform.text} programs; ${tried.join('; ')}`, {
    ...(cure !== undefined && { cure }),
  })
}
