import { access } from 'node:fs/promises'
import { HostError } from '../errors.js'
import type { Host } from '../host/host.js'
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
export async function installEmulators(
  architecture: string,
  { host, env, signal }: Surroundings,
): Promise<void> {
  const installBy = await chooseInstaller()
  if (installBy === undefined) {
    throw new HostError('neither apt-get nor dnf is here to install an emulator', {
      cure: await installationCure(architecture),
    })
  }
  const log = host.openLog(`Install the emulator for ${architecture}`)
  const runAsRoot: RunAsRoot = async (program, ...args) => {
    const [command, all] = asRoot('env', ['DEBIAN_FRONTEND=noninteractive', program, ...args])
    const onLine = (line: string) => log.line(line)
    return (await stream(command, all, { env, onLine, ...(signal && { signal }) })).exitCode
  }
  try {
    if (await installBy(runAsRoot, architecture)) return
  } finally {
    log.close()
  }
  throw new HostError(`installing the emulator for ${architecture} failed; the log says why`, {
    cure: await installationCure(architecture),
  })
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
  // Fresh machines update themselves in the background, and another of our builds may be installing too.
  const options = ['-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300']
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
