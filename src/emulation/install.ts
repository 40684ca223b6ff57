import { access } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { HostError } from '../errors.js'
import type { Host, Log } from '../host/host.js'
import { type Environment, stream } from '../host/process.js'
import { formatOf } from './binfmt.js'
import { asRoot } from './kernel.js'

interface Surroundings {
  readonly host: Host
  readonly env: Environment
  readonly signal?: AbortSignal
}

/** Runs a program as root, its output in the log; gives its exit code. */
type RunAsRoot = (program: string, ...args: string[]) => Promise<number>

type Installer = (run: RunAsRoot, architecture: string) => Promise<boolean>

// Fresh machines update themselves in the background, and another of our builds may be installing too. apt's own
// DPkg::Lock::Timeout doesn't cover the lock on its package index.
const LOCKED = /^E: Could not get lock /
const LOCK_TIMEOUT_MS = 300_000
const LOCK_INTERVAL_MS = 1000

const APT = '/usr/bin/apt-get'
const DNF = '/usr/bin/dnf'

// Since QEMU 9.2 Debian's qemu-user itself is static, and qemu-user-binfmt has the names for binfmt_misc.
const APT_PACKAGES = [['qemu-user-static'], ['qemu-user', 'qemu-user-binfmt']]

// How Fedora splits QEMU's emulators: https://src.fedoraproject.org/rpms/qemu
const FEDORA_NAMES: Readonly<Record<string, string>> = {
  amd64: 'x86',
  '386': 'x86',
  arm64: 'aarch64',
  arm: 'arm',
  ppc64le: 'ppc',
  ppc64: 'ppc',
  s390x: 's390x',
  riscv64: 'riscv',
  loong64: 'loongarch64',
  mips64le: 'mips',
  mips64: 'mips',
  mipsle: 'mips',
  mips: 'mips',
}

/**
 * Installs the distribution's static emulators.
 * @throws {HostError} when that is not possible here
 */
export async function installEmulators(architecture: string, surroundings: Surroundings): Promise<void> {
  const installBy = await chooseInstaller()
  const cure = await installationCure(architecture)
  if (installBy === undefined) {
    throw new HostError('neither apt-get nor dnf is here to install an emulator', { cure })
  }
  const log = surroundings.host.openLog(`Install the emulator for ${architecture}`)
  try {
    if (await installBy(runnerFor(surroundings, log), architecture)) return
  } finally {
    log.close()
  }
  throw new HostError(`installing the emulator for ${architecture} failed; the log says why`, { cure })
}

function runnerFor({ env, signal }: Surroundings, log: Log): RunAsRoot {
  return async (program, ...args) => {
    // By `env`, since sudo passes no variables on. LC_ALL: what is said about locks is looked for.
    const variables = ['DEBIAN_FRONTEND=noninteractive', 'LC_ALL=C']
    const [command, all] = asRoot('env', [...variables, program, ...args])
    const deadline = Date.now() + LOCK_TIMEOUT_MS
    for (;;) {
      let locked = false
      const onLine = (line: string) => {
        log.line(line)
        locked ||= LOCKED.test(line)
      }
      const { exitCode } = await stream(command, all, { env, onLine, ...(signal && { signal }) })
      if (exitCode === 0 || !locked || Date.now() > deadline) return exitCode
      await sleep(LOCK_INTERVAL_MS, undefined, signal && { signal }).catch(() => undefined)
    }
  }
}

/** The command that installs the emulators here, for a person to run. */
export async function installationCure(architecture: string): Promise<string> {
  if (await exists(APT)) return 'run once: sudo apt-get install -y qemu-user-static'
  if (await exists(DNF)) return `run once: sudo dnf install -y ${fedoraPackage(architecture)}`
  const qemu = formatOf(architecture)?.qemu
  return `install QEMU's static user-mode emulator (qemu-${qemu}-static) with this system's package manager`
}

async function chooseInstaller(): Promise<Installer | undefined> {
  if (await exists(APT)) return installByApt
  if (await exists(DNF)) return installByDnf
  return undefined
}

async function installByApt(run: RunAsRoot): Promise<boolean> {
  const options = ['-y', '--no-install-recommends']
  let updated = false
  for (const packages of APT_PACKAGES) {
    if ((await run(APT, 'install', ...options, ...packages)) === 0) return true
    if (updated) continue
    // An index that is missing, or so old that the package's file is gone from the mirror.
    updated = true
    await run(APT, 'update')
    if ((await run(APT, 'install', ...options, ...packages)) === 0) return true
  }
  return false
}

async function installByDnf(run: RunAsRoot, architecture: string): Promise<boolean> {
  for (const name of [fedoraPackage(architecture), 'qemu-user-static']) {
    if ((await run(DNF, 'install', '-y', '--setopt=install_weak_deps=False', name)) === 0) return true
  }
  return false
}

function fedoraPackage(architecture: string): string {
  return `qemu-user-static-${FEDORA_NAMES[architecture]}`
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
