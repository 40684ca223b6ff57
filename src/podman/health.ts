import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import semver from 'semver'
import { ADD_SUBORDINATE_IDS, KEEP_LIMITS } from '../diagnosis/host-limits.js'
import { type Check, ok, warning } from '../host/check.js'
import type { Limits } from '../host/machine.js'
import type { PodmanInfo } from './info.js'

// What base images and package managers take for granted (https://docs.podman.io/en/v5.6.0/markdown/podman.1.html#rootless-mode).
const ENOUGH_IDS = 65_536

// Since 5.0 podman asks for these: https://github.com/containers/podman/blob/v5.6.0/pkg/specgen/generate/oci_linux.go
const WANTED_LIMIT = 1_048_576

/** The storage driver of the user's store, which is that of the run's own ones. */
export function driverCheck(driver: string): Check {
  if (driver !== 'vfs') return ok('storage driver', driver)
  return warning(
    'storage driver',
    'vfs, which copies every layer whole: slower, and several times the space',
    'write driver = "overlay" under [storage] in /etc/containers/storage.conf (rootless: ~/.config/containers/storage.conf), then run podman system reset, which removes local images',
  )
}

/** Subordinate users of a rootless podman. */
export function userIdsCheck(info: Pick<PodmanInfo, 'rootless' | 'userIds'>): Check {
  if (!info.rootless) return ok('user ids', 'all (root)')
  const { userIds = ENOUGH_IDS } = info
  if (userIds >= ENOUGH_IDS) return ok('user ids', `${userIds} for containers`)
  return warning(
    'user ids',
    userIds <= 1
      ? 'this user has no subordinate ids: every RUN fails, and so do base images with files of several users'
      : `${userIds} for containers, and base images may need ${ENOUGH_IDS}`,
    ADD_SUBORDINATE_IDS,
  )
}

/** Whether podman 5 can set the limits that it wants for RUN steps. */
export async function limitsCheck(info: PodmanInfo, limits: Limits, env: NodeJS.ProcessEnv): Promise<Check> {
  const found = `${limits.files} open files, ${limits.processes} processes`.replaceAll(
    'Infinity',
    'any number of',
  )
  const enough = limits.mayRaise || (limits.files >= WANTED_LIMIT && limits.processes >= WANTED_LIMIT)
  // Rootless podman keeps to what there is by itself.
  if (enough || info.rootless || semver.lt(info.version, '5.0.0') || (await setsUlimits(env))) {
    return ok('limits', found)
  }
  return warning(
    'limits',
    `${found}; podman ${info.version} wants ${WANTED_LIMIT}, and may not raise them`,
    KEEP_LIMITS,
  )
}

async function setsUlimits(env: NodeJS.ProcessEnv): Promise<boolean> {
  const texts = await Promise.all(
    (await configurationFiles(env)).map((path) => readFile(path, 'utf8').catch(() => '')),
  )
  return texts.some((text) => /^\s*default_ulimits\s*=/m.test(text))
}

async function configurationFiles(env: NodeJS.ProcessEnv): Promise<string[]> {
  if (env.CONTAINERS_CONF) return [env.CONTAINERS_CONF]
  const own = join(env.XDG_CONFIG_HOME || join(env.HOME || homedir(), '.config'), 'containers')
  const folders = ['/usr/share/containers', '/etc/containers', own]
  const dropIns = await Promise.all(
    folders.map(async (folder) => {
      const names = await readdir(join(folder, 'containers.conf.d')).catch(() => [])
      return names.map((name) => join(folder, 'containers.conf.d', name))
    }),
  )
  return [...folders.map((folder) => join(folder, 'containers.conf')), ...dropIns.flat()]
}

const LITTLE_MEMORY = 4e9
const LITTLE_SPACE = 10e9

/** Memory and disk of the machine that podman here is a client of. */
export function serviceChecks({ memory, free, platform }: PodmanInfo): Check[] {
  const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`
  const checks: Check[] = [ok('service', `on another machine, ${platform.text}`)]
  if (memory !== undefined) {
    checks.push(
      memory >= LITTLE_MEMORY
        ? ok('memory', gigabytes(memory))
        : warning(
            'memory',
            `${gigabytes(memory)}: little for compilers of two platforms`,
            'podman machine stop; podman machine set --memory 8192; podman machine start',
          ),
    )
  }
  if (free !== undefined) {
    checks.push(
      free >= LITTLE_SPACE
        ? ok('storage', `${gigabytes(free)} free`)
        : warning(
            'storage',
            `${gigabytes(free)} free`,
            'podman system prune -a; or podman machine stop; podman machine set --disk-size 100; podman machine start',
          ),
    )
  }
  return checks
}

/** The folder that stores of builds are made in, for a look at its room. */
export function storesParent(info: Pick<PodmanInfo, 'graphRoot'>): string {
  const parent = dirname(info.graphRoot)
  return existsSync(parent) ? parent : dirname(parent)
}
