import { randomBytes } from 'node:crypto'
import { cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { basename, dirname, isAbsolute, join } from 'node:path'
import { messageOf } from '../errors.js'
import type { Host } from '../host/host.js'
import { endProcessesNaming, endProcessesRootedIn } from '../host/process.js'
import { Layout } from '../oci/layout.js'
import type { Repository } from '../oci/reference.js'
import type { PodmanInfo } from '../podman/info.js'
import { inNamespace, removeFolders, storesFolder } from '../podman/store.js'
import { abandonedRuns, noteRun } from './abandoned.js'

/** Name under which the step's post part finds what has to be removed. */
export const WORKSPACE_STATE = 'workspace'

// More runs than that don’t end at the same moment.
const MOST_TRIES = 10

interface Leftovers {
  readonly folders: readonly string[]
  /** Folder that the job's later steps use, and that the post part removes. */
  readonly logins: string
  /** Folders to mount on. */
  readonly places: readonly string[]
  readonly rootless: boolean
}

/** The folders of one run. All of them are gone when it ends, but for the layout where it is to be kept. */
export class Workspace {
  private constructor(
    /** Small files: secrets and logins. */
    readonly folder: string,
    /** The run's own container storage, and where it may mount the user's. */
    readonly storage: { readonly stores: string; readonly run: string; readonly images: string },
    /** What podman writes, on the layout's file system. */
    readonly exportFolder: string,
    readonly layout: Layout,
    /** What podman is given as TMPDIR: with it go the folders of cache mounts, which are not to be shared. */
    readonly temporary: string,
    private readonly leftovers: Leftovers,
  ) {}

  /** Makes the folders, and notes them for the post part first, which removes what a kill leaves. */
  static async open(
    host: Host,
    podman: PodmanInfo,
    keptLayout: KeptLayout | undefined,
    env: NodeJS.ProcessEnv,
  ): Promise<Workspace> {
    const folder = await mkdtemp(join(env.RUNNER_TEMP || tmpdir(), 'multiarch-build-'))
    // podman 4 refuses a run root of more than 50 characters, which TMPDIR and a runner's folders easily have.
    const run = await mkdtemp('/tmp/multiarch-build-run-')
    const stores = storesFolder(podman, folder)
    // Never in a folder that is removed with all that is in it.
    const images = stores.startsWith(`${folder}/`) ? `${folder}-images` : `${stores}-images`
    // Not below the others: sockets of SSH mounts lie in it, and their paths may have 108 characters.
    const temporary = await mkdtemp(join(env.TMPDIR || '/var/tmp', 'multiarch-build-'))
    const staging =
      keptLayout === undefined
        ? join(folder, 'staging')
        : join(keptLayout.volume, `multiarch-build-staging-${randomBytes(6).toString('hex')}`)
    const logins = join(
      env.RUNNER_TEMP || tmpdir(),
      `multiarch-build-logins-${randomBytes(6).toString('hex')}`,
    )
    // Secrets and logins go first: should another not let itself be removed, they are gone.
    const folders = [folder, stores, run, staging, temporary]
    const leftovers = { folders, logins, places: [images], rootless: podman.rootless && !podman.isRemote }
    const state = JSON.stringify(leftovers)
    host.saveState(WORKSPACE_STATE, state)
    // A runner's post part removes what its run left.
    if (host.kind !== 'runner' && dirname(stores) === dirname(podman.graphRoot)) {
      await removeAbandoned(dirname(stores), host)
      await noteRun(stores, state)
    }
    const exportFolder = join(staging, 'export')
    await mkdir(exportFolder, { recursive: true, mode: 0o700 })
    const layout = await Layout.create(join(staging, 'oci-layout'))
    return new Workspace(folder, { stores, run, images }, exportFolder, layout, temporary, leftovers)
  }

  /** Writes a file that only this user can read. */
  async writePrivate(name: string, text: string): Promise<string> {
    const path = join(this.folder, name)
    await writeFile(path, text, { mode: 0o600 })
    return path
  }

  /** Writes Docker's file of logins, which stays until the post part of the step. @returns its folder */
  async keepLogins(text: string): Promise<string> {
    const { logins } = this.leftovers
    await mkdir(logins, { mode: 0o700 })
    await writeFile(join(logins, 'config.json'), text, { mode: 0o600 })
    return logins
  }

  /** Puts the layout in its lasting place, where one of an earlier run is replaced. */
  async keepLayout(path: string): Promise<void> {
    await mkdir(dirname(path), { recursive: true })
    for (let tries = 1; ; tries++) {
      await rm(path, { recursive: true, force: true })
      try {
        await rename(this.layout.folder, path)
        return
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException
        if (code === 'EXDEV') return cp(this.layout.folder, path, { recursive: true })
        // Another run of the same repository has just put its own there.
        if ((code !== 'ENOTEMPTY' && code !== 'EEXIST') || tries === MOST_TRIES) throw error
      }
    }
  }

  /** @throws {Error} when something is left */
  async close(): Promise<void> {
    const { folders, places, rootless } = this.leftovers
    await removeFolders(folders, rootless, places)
  }
}

/** Where a layout is kept. */
export interface KeptLayout {
  readonly path: string
  /** A folder above it that may be left behind, on the same file system. */
  readonly volume: string
}

/** Where the layout is kept: with the runner's temporary files, or in the user's cache, one a repository. */
export function keptLayout(repository: Repository, env: NodeJS.ProcessEnv): KeptLayout {
  const volume = env.RUNNER_TEMP || join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'multiarch-build')
  const name = env.RUNNER_TEMP
    ? [`multiarch-build-${randomBytes(6).toString('hex')}`, 'oci-layout']
    : // Not as folders in folders: repositories can lie within another, and are replaced whole.
      ['oci-layout', repository.text.replaceAll(':', '_').replaceAll('/', '+')]
  return { volume, path: join(volume, ...name) }
}

/** Removes what killed runs of this user's have left. */
async function removeAbandoned(parent: string, host: Host): Promise<void> {
  for (const state of await abandonedRuns(parent)) {
    await removeLeftovers(state).catch((error) =>
      host.warning(`what a killed run has left could not be removed: ${messageOf(error)}`),
    )
  }
}

/**
 * Ends and removes what a killed run left. Only folders with this product's own names are touched, whatever the state says.
 */
export async function removeLeftovers(state: string): Promise<void> {
  const { folders, logins, places, rootless } = JSON.parse(state) as Leftovers
  const isOwn = (folder: string) =>
    isAbsolute(folder) &&
    [basename(folder), basename(dirname(folder))].some((name) => name.startsWith('multiarch-build-'))
  const own = [...folders, logins].filter(isOwn)
  await endProcessesNaming(own)
  await endProcessesRootedIn(own, inNamespace(rootless))
  await removeFolders(own, rootless, places.filter(isOwn))
}
