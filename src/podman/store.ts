import { randomBytes } from 'node:crypto'
import { accessSync, constants } from 'node:fs'
import { mkdir, readFile, rm, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Captured, capture } from '../host/process.js'
import type { PodmanInfo } from './info.js'

/** A container storage of this run's own. */
export interface Store {
  readonly graphRoot: string
  readonly runRoot: string
  readonly driver: string
  readonly options: readonly string[]
  /** Folders of the stores whose images this one has too, as they are called outside of podman's mount namespace. */
  readonly sharedRoots: readonly string[]
  /** Ids of the base images of other builds that were in it before, of this run or of earlier ones. */
  readonly before?: ReadonlySet<string>
  /** Those of earlier runs are among them. */
  readonly isKept?: boolean
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
  if (info.isRemote) return join(workFolder, 'storage')
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
    sharedRoots: [],
  }
  const { exitCode } = await capture('podman', [...storeArguments(trial), 'info'])
  return exitCode === 0 ? trial.driver : info.graphDriver
}

/**
 * Makes an empty store.
 * @param images where podman sees the user's own store, as {@link userImages} says: an additional, read-only one, so that
 *   local base images are found
 */
export async function createStore(
  info: PodmanInfo,
  folders: { readonly stores: string; readonly run: string },
  { driver, name, images }: { driver: string; name: string; images?: string | undefined },
): Promise<Store> {
  const graphRoot = join(folders.stores, name)
  const runRoot = join(folders.run, name)
  await mkdir(graphRoot, { recursive: true, mode: 0o700 })
  const store = { graphRoot, runRoot, driver }
  // Options are named after the driver that they are for.
  if (driver !== info.graphDriver) return { ...store, options: [], sharedRoots: [] }
  const configured = info.graphOptions.flatMap((option) => /^\w+\.imagestore=(.+)$/.exec(option)?.[1] ?? [])
  if (images === undefined) return { ...store, options: info.graphOptions, sharedRoots: configured }
  return {
    ...store,
    options: [...info.graphOptions, `${driver}.imagestore=${images}`],
    sharedRoots: [...configured, info.graphRoot],
  }
}

/**
 * Where podman is to see the user's own store; undefined when there are no images in it. Every podman that opens a store mounts its
 * `overlay` folder on itself and takes that away when it ends (`MakePrivate` and `Cleanup`,
 * https://github.com/containers/storage/blob/v1.59.0/drivers/overlay/overlay.go). An overlay that is mounted on layers of that store
 * at this moment fails with EINVAL ("failed to clone lowerpath"), rootless in every tenth build and more while others list images.
 * So it is seen in another place, which nobody else unmounts, rootless inside podman's namespace alone. Read-only, as nothing
 * must ever be removed through it.
 * @param place a folder to make, which {@link removeFolders} unmounts and removes
 */
export async function userImages(info: PodmanInfo, place: string): Promise<string | undefined> {
  if (info.images === 0) return undefined
  if (info.graphDriver !== 'overlay') return info.graphRoot
  await mkdir(place, { recursive: true, mode: 0o700 })
  const run = inNamespace(info.rootless)
  const mount = ['mount', '--bind', '--make-private', '-o', 'ro', info.graphRoot, place]
  if ((await run(...mount)).exitCode === 0) return place
  await run('umount', '-l', place)
  return info.graphRoot
}

/**
 * Removes folders that podman wrote to: what it left mounted is unmounted first, and rootless all that belongs to
 * subordinate users is removed inside the user namespace.
 * @param places folders to mount on, in none of the folders: what is mounted there is never touched
 * @throws {Error} when something is left
 */
export async function removeFolders(
  folders: readonly string[],
  rootless: boolean,
  places: readonly string[] = [],
): Promise<void> {
  await unmountBelow([...folders, ...places], rootless)
  if (rootless && folders.length > 0) await inNamespace(rootless)('rm', '-rf', '--', ...folders)
  for (const folder of folders) {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
  for (const place of places) {
    await rmdir(place).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
    })
  }
}

/** Unmounts what podman left mounted in folders. */
export async function unmountBelow(folders: readonly string[], rootless: boolean): Promise<void> {
  const run = inNamespace(rootless)
  const mounts = rootless
    ? (await run('cat', '/proc/self/mountinfo')).stdout
    : await readFile('/proc/self/mountinfo', 'utf8').catch(() => '')
  for (const mount of mountsBelow(mounts, folders)) await run('umount', '-l', mount)
}

/** Runs programs where podman's mounts are, with the rights of all of its users. */
export function inNamespace(rootless: boolean): (...command: readonly string[]) => Promise<Captured> {
  return (...command) => {
    const [program, ...args] = rootless ? ['podman', 'unshare', ...command] : command
    return capture(program!, args)
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
