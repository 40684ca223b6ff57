import { randomBytes } from 'node:crypto'
import { lstat, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { capture } from '../host/process.js'
import { repositoryOf } from './images.js'
import type { PodmanInfo } from './info.js'
import { storeLayers } from './storage-files.js'
import { removeFolders, type Store, unmountBelow } from './store.js'

/** Beside the user's own storage, which lies on a file system that podman's driver is known to work on. */
const FOLDER = 'multiarch-build-stores'
const RECORD = 'multiarch-build.json'
// More are only there when as many builds ran at the same time, or when Dockerfiles mean one image for different platforms.
const MOST_OF_A_PLATFORM = 3
const MOST_BYTES = 10e9
const FORGOTTEN_MS = 14 * 24 * 60 * 60 * 1000
// A store that is damaged would let every build fail.
const MOST_FAILURES = 5

/** What is known of a store that is kept. */
export interface KeptBases {
  /** The platform that images are meant for, by the last part of their repository's name. */
  readonly meant: ReadonlyMap<string, string>
  /** When a build last named them, in milliseconds since 1970. */
  readonly used: ReadonlyMap<string, number>
  /** Builds in a row that failed with it. */
  readonly failures: number
}

interface Written {
  readonly tools: string
  readonly meant: [string, string][]
  readonly used: [string, number][]
  readonly failures: number
}

/**
 * Stores that this machine keeps between runs, with base images and nothing else, so that the next build needn't pull them. A run takes one by
 * renaming its folder into its own, and gives it back in the same way: two runs never have the same.
 */
export class KeptStores {
  private constructor(
    private readonly folder: string,
    /** What another podman, user, or configuration may not be able to read. */
    private readonly tools: string,
    private readonly rootless: boolean,
  ) {}

  /** @returns undefined where none can be kept */
  static async of(podman: PodmanInfo): Promise<KeptStores | undefined> {
    // A podman elsewhere has them in its own storage, and other drivers would copy every layer whole.
    if (podman.isRemote || podman.graphDriver !== 'overlay') return undefined
    const folder = join(dirname(podman.graphRoot), FOLDER)
    const uid = process.getuid?.()
    try {
      await mkdir(folder, { mode: 0o700 })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return undefined
    }
    // Somebody else's, in a folder that several users share, could hold anything.
    const made = await lstat(folder).catch(() => undefined)
    if (!made?.isDirectory() || made.uid !== uid || (made.mode & 0o077) !== 0) return undefined
    const tools = JSON.stringify([podman.version, podman.graphOptions, podman.rootless, uid])
    return new KeptStores(folder, tools, podman.rootless)
  }

  /**
   * Takes a store out: the one that has most of what a build needs.
   * @param meant the platforms that the build's base images are meant for
   * @param place the folder to be its root, which isn't there yet, on the same file system; of no use to others when this fails
   * @returns undefined when there is none
   */
  async take(
    platform: string,
    meant: ReadonlyMap<string, string>,
    place: string,
  ): Promise<KeptBases | undefined> {
    if (meant.size === 0) return undefined
    for (const { name, written } of await this.candidates(platform, meant)) {
      // Another run may be faster.
      if (!(await this.moveOut(name, place))) continue
      try {
        await rm(join(place, RECORD))
        await forgetPlaces(place)
      } catch {
        return undefined
      }
      return { ...written, meant: new Map(written.meant), used: new Map(written.used) }
    }
    return undefined
  }

  /**
   * Keeps a store that has nothing but base images; or removes it, where it needs the user's own store, is too large, or too
   * many builds have failed with it.
   * @param isGrown whether images were pulled into it
   * @throws {Error} when that fails; the store is to be removed then
   */
  async keep(platform: string, store: Store, bases: KeptBases, isGrown: boolean): Promise<void> {
    await this.removeForgotten(join(dirname(store.graphRoot), 'forgotten'))
    const layers = await storeLayers(store)
    const isOfUse = layers?.standAlone && layers.bytes <= MOST_BYTES && bases.used.size > 0
    if (!isOfUse || bases.failures >= MOST_FAILURES) return removeFolders([store.graphRoot], this.rootless)
    await this.makeRoom(platform, `${store.graphRoot}-old`)
    const written: Written = {
      tools: this.tools,
      meant: [...bases.meant],
      used: [...bases.used],
      failures: bases.failures,
    }
    await unmountBelow([store.graphRoot], this.rootless)
    // After a power failure files could be empty that the list of layers says are there.
    if (isGrown) await sync(store.graphRoot)
    await writeFile(join(store.graphRoot, RECORD), JSON.stringify(written), { mode: 0o600 })
    const name = `${prefix(platform)}${randomBytes(6).toString('hex')}`
    await rename(store.graphRoot, join(this.folder, name))
  }

  /** Removes the platform's store that was used least recently, where there are as many as may be. */
  private async makeRoom(platform: string, place: string): Promise<void> {
    const all = await this.records(prefix(platform))
    const [oldest] = all.sort((a, b) => lastUse(a.written) - lastUse(b.written))
    if (oldest === undefined || all.length < MOST_OF_A_PLATFORM) return
    if (await this.moveOut(oldest.name, place)) await removeFolders([place], this.rootless)
  }

  /** Removes stores of any platform that no build has taken for two weeks, or that nobody can use any more. */
  private async removeForgotten(place: string): Promise<void> {
    for (const { name, written } of await this.records('')) {
      if (!isForgotten(lastUse(written))) continue
      const of = `${place}-${randomBytes(6).toString('hex')}`
      if (await this.moveOut(name, of)) await removeFolders([of], this.rootless)
    }
  }

  /** Stores that fit, the best first. One that has nothing of what is needed is better left to others, as long as there is room for one more. */
  private async candidates(platform: string, meant: ReadonlyMap<string, string>) {
    const had = (written: Written) => written.used.filter(([name]) => meant.has(name)).length
    const all = await this.records(prefix(platform))
    const least = all.length < MOST_OF_A_PLATFORM ? 1 : 0
    return all
      .flatMap(({ name, written }) => (written ? [{ name, written }] : []))
      .filter(({ written }) => agree(new Map(written.meant), meant) && had(written) >= least)
      .sort((a, b) => had(b.written) - had(a.written) || lastUse(a.written) - lastUse(b.written))
  }

  /** What is known of each store whose name begins in a certain way; undefined of what can't be used. */
  private async records(start: string): Promise<{ name: string; written: Written | undefined }[]> {
    const names = await readdir(this.folder).catch(() => [])
    return Promise.all(
      names
        .filter((name) => name.startsWith(start))
        .map(async (name) => ({ name, written: await this.readRecord(name) })),
    )
  }

  private async readRecord(name: string): Promise<Written | undefined> {
    try {
      const written = JSON.parse(await readFile(join(this.folder, name, RECORD), 'utf8')) as Written
      return written.tools === this.tools ? written : undefined
    } catch {
      return undefined
    }
  }

  private moveOut(name: string, place: string): Promise<boolean> {
    return rename(join(this.folder, name), place).then(
      () => true,
      () => false,
    )
  }
}

/** Whether what builds take is meant for the same platforms. */
export function agree(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return [...a].every(([repository, platform]) => (b.get(repository) ?? platform) === platform)
}

/** The last part of the repository in an image's name. */
export function lastPart(name: string): string {
  return repositoryOf(name).split('/').at(-1)!
}

/** Whether no build has named an image, or taken a store, for two weeks. */
export function isForgotten(lastUse: number): boolean {
  return Date.now() - lastUse >= FORGOTTEN_MS
}

function lastUse(written: Written | undefined): number {
  return Math.max(0, ...(written?.used.map(([, at]) => at) ?? []))
}

async function sync(folder: string): Promise<void> {
  // Not every `sync` knows of single file systems.
  if ((await capture('sync', ['-f', folder])).exitCode !== 0) await capture('sync', [])
}

/** Of the folders of a platform's stores. */
function prefix(platform: string): string {
  return `${platform.replaceAll('/', '-')}+`
}

/**
 * Removes podman's own database, which names the folders that it was made in and refuses others (`database configuration
 * mismatch`). There is nothing in it but containers and their volumes.
 */
async function forgetPlaces(graphRoot: string): Promise<void> {
  const names = (await readdir(graphRoot)).filter((name) => /^(?:libpod|volumes|db\.sql.*)$/.test(name))
  for (const name of names) await rm(join(graphRoot, name), { recursive: true, force: true })
}
