import { randomBytes } from 'node:crypto'
import { accessSync, constants } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { capture } from '../host/process.js'
import type { PodmanInfo } from './info.js'

/** A container storage of this run's own. */
export interface Store {
  readonly graphRoot: string
  readonly runRoot: string
  readonly driver: string
  readonly options: readonly string[]
}

/** podman's global arguments that select a store. */
export function storeArguments(store: Store): string[] {
  return [
    '--root',
    store.graphRoot,
    '--runroot',
    store.runRoot,
    '--storage-driver',
    store.driver,
    ...store.options.flatMap((option) => ['--storage-opt', option]),
  ]
}

/**
 * Where the stores of a run lie: beside the user's own store, since that is a file system which the driver is known
 * to work on, or else in the work folder.
 */
export function storesFolder(info: PodmanInfo, workFolder: string): string {
  const parent = dirname(info.graphRoot)
  try {
    accessSync(parent, constants.W_OK)
    return join(parent, `multiarch-build-${randomBytes(6).toString('hex')}`)
  } catch {
    return join(workFolder, 'storage')
  }
}

/**
 * The storage driver of the run's own stores: the user's. podman 4 picks vfs, which copies every layer whole, where
 * overlay would work too; without images of the user's to share, overlay is taken where podman accepts it.
 */
export async function storeDriver(
  info: PodmanInfo,
  folders: { readonly stores: string; readonly run: string },
): Promise<string> {
  if (info.graphDriver !== 'vfs' || info.images > 0) return info.graphDriver
  const trial = {
    graphRoot: join(folders.stores, 'trial'),
    runRoot: join(folders.run, 'trial'),
    driver: 'overlay',
    options: [],
  }
  const { exitCode } = await capture('podman', [...storeArguments(trial), 'info'])
  return exitCode === 0 ? trial.driver : info.graphDriver
}

/** Makes an empty store, with the user's own as an additional, read-only one, so that local base images are found. */
export async function createStore(
  info: PodmanInfo,
  folders: { readonly stores: string; readonly run: string },
  driver: string,
  name: string,
): Promise<Store> {
  const graphRoot = join(folders.stores, name)
  const runRoot = join(folders.run, name)
  await mkdir(graphRoot, { recursive: true, mode: 0o700 })
  const own = info.images > 0 ? [`${info.graphDriver}.imagestore=${info.graphRoot}`] : []
  // Options are named after the driver that they are for.
  const options = driver === info.graphDriver ? [...info.graphOptions, ...own] : []
  return { graphRoot, runRoot, driver, options }
}

/**
 * Removes folders that podman wrote to: what it left mounted is unmounted first, and rootless all that belongs to
 * subordinate users is removed inside the user namespace.
 * @throws {Error} when something is left
 */
export async function removeFolders(folders: readonly string[], rootless: boolean): Promise<void> {
  const inNamespace = rootless ? ['podman', 'unshare'] : []
  const run = (...command: string[]) => {
    const [program, ...args] = [...inNamespace, ...command]
    return capture(program!, args)
  }
  const mounts = rootless
    ? (await run('cat', '/proc/self/mountinfo')).stdout
    : await readFile('/proc/self/mountinfo', 'utf8').catch(() => '')
  for (const mount of mountsBelow(mounts, folders)) await run('umount', '-l', mount)
  for (const folder of folders) {
    if (rootless) await run('rm', '-rf', '--', folder)
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** Mount points below folders, innermost first (https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html). */
export function mountsBelow(mountinfo: string, folders: readonly string[]): string[] {
  return mountinfo
    .split('\n')
    .map((line) =>
      line
        .split(' ')[4]
        ?.replace(/\\([0-7]{3})/g, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8))),
    )
    .filter(
      (path): path is string =>
        path !== undefined && folders.some((folder) => path.startsWith(`${folder}/`) || path === folder),
    )
    .reverse()
}
