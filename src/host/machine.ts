import { readFile } from 'node:fs/promises'
import { messageOf } from '../errors.js'
import { type Check, error, ok, warning } from './check.js'
import { capture } from './process.js'
import { freeBytes } from './space.js'

const OLDEST_NODE = 20
const LITTLE_SPACE = 2e9

/** How this machine groups processes; `hybrid`: both kinds at once, which crun refuses. */
export type Cgroups = 'v1' | 'v2' | 'hybrid' | 'none'

/** Node, which runs this product. */
export function nodeCheck(version = process.versions.node): Check {
  const major = Number(version.split('.')[0])
  if (major >= OLDEST_NODE) return ok('Node.js', version)
  return error('Node.js', `${version}, too old`, `install Node.js ${OLDEST_NODE} or newer`)
}

/** Git, which tags, labels and dates come from. */
export async function gitCheck(): Promise<Check> {
  try {
    const { stdout } = await capture('git', ['--version'])
    return ok('git', stdout.trim().replace('git version ', ''))
  } catch (problem) {
    return warning('git', messageOf(problem), 'install git, or give tags yourself and set git-labels: never')
  }
}

/** Which kinds of cgroups are mounted, from `/proc/self/mounts`. */
export function cgroupsOf(mounts: string): Cgroups {
  const types = mounts.split('\n').map((line) => line.split(' ')[2])
  const old = types.includes('cgroup')
  if (types.includes('cgroup2')) return old ? 'hybrid' : 'v2'
  return old ? 'v1' : 'none'
}

/** What the OCI runtime will make of this machine's cgroups, unless RUN does without it. */
export async function cgroupsCheck(env: NodeJS.ProcessEnv): Promise<Check> {
  const found = cgroupsOf(await readFile('/proc/self/mounts', 'utf8').catch(() => ''))
  const text = found === 'none' ? 'none is mounted' : found
  if (env.BUILDAH_ISOLATION === 'chroot') return ok('cgroups', `${text}; not used (BUILDAH_ISOLATION=chroot)`)
  if (found === 'v1' || found === 'v2') return ok('cgroups', text)
  return warning(
    'cgroups',
    found === 'hybrid' ? 'v1 and v2 are both mounted, which crun refuses' : text,
    'export BUILDAH_ISOLATION=chroot',
  )
}

/** Room in the folders that builds write to. */
export async function spaceCheck(subject: string, folder: string): Promise<Check> {
  const free = await freeBytes(folder)
  if (free === undefined) return warning(subject, `${folder} can’t be looked at`, `make ${folder} readable`)
  const found = `${(free / 1e9).toFixed(1)} GB free in ${folder}`
  if (free >= LITTLE_SPACE) return ok(subject, found)
  return warning(subject, found, 'podman system prune -a')
}

/** Limits of this process, `Infinity` for unlimited, and whether it may raise them. */
export interface Limits {
  readonly files: number
  readonly processes: number
  readonly mayRaise: boolean
}

const CAP_SYS_RESOURCE = 24n

/** Reads limits from `/proc/self/limits` and `/proc/self/status`. */
export function limitsOf(limits: string, status: string): Limits {
  const hard = (name: string) => {
    const value = new RegExp(`^${name} +\\S+ +(\\S+)`, 'm').exec(limits)?.[1]
    return value === undefined || value === 'unlimited' ? Infinity : Number(value)
  }
  const effective = BigInt(`0x${/^CapEff:\s*([0-9a-f]+)$/m.exec(status)?.[1] ?? '0'}`)
  return {
    files: hard('Max open files'),
    processes: hard('Max processes'),
    mayRaise: ((effective >> CAP_SYS_RESOURCE) & 1n) === 1n,
  }
}

/** Limits of this process. */
export async function ownLimits(): Promise<Limits> {
  const [limits, status] = await Promise.all(
    ['limits', 'status'].map((name) => readFile(`/proc/self/${name}`, 'utf8').catch(() => '')),
  )
  return limitsOf(limits!, status!)
}
