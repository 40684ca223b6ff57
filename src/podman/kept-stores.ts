import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { capture } from '../host/process.js'
import { ownImages } from './images.js'
import type { PodmanInfo } from './info.js'
import { imagesVersion, standsAlone } from './storage-files.js'
import { removeFolders, type Store, storeArguments, unmountBelow } from './store.js'

/** Beside the user's own storage, which lies on a file system that podman's driver is known to work on. */
const FOLDER = 'multiarch-build-stores'
const RECORD = 'multiarch-build.json'
// More are only there when as many builds ran at the same time, or when Dockerfiles mean one image for different platforms.
const MOST_OF_A_PLATFORM = 3
const MOST_BYTES = 10e9
const FORGOTTEN_MS = 14 * 24 * 60 * 60 * 1000

/** What is known of a store that is kept. */
export interface KeptBases {
  /** The platform that images are meant for, by the last part of their repository's name. */
  readonly meant: ReadonlyMap<string, string>
  /** When a build last named them, in milliseconds since 1970. */
  readonly used: ReadonlyMap<string, number>
  /** Of the list of images, when it was known to have nothing but base images. */
  readonly version: bigint | undefined
}

interface Written {
  readonly tools: string
  readonly meant: [string, string][]
  readonly used: [string, number][]
  readonly version: string
}

/**
 * Stores that this machine keeps between runs, with base images and nothing else, so that the next build needn't pull them. A run takes one by
 * renaming its folder into its own: two runs never have the same, and what a killed run had goes with that run's folders.
 */
export class KeptStores {
  private constructor(
    private readonly folder: string,
    /** What another podman, or one with another configuration, may not be able to read. */
    private readonly tools: string,
    private readonly rootless: boolean,
  ) {}

  /** @returns undefined where none can be kept */
  static async of(podman: PodmanInfo): Promise<KeptStores | undefined> {
    // A podman elsewhere has them in its own storage, and other drivers would copy every layer whole.
    if (podman.isRemote || podman.graphDriver !== 'overlay') return undefined
    const folder = join(dirname(podman.graphRoot), FOLDER)
    try {
      await mkdir(folder, { mode: 0o700 })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return undefined
    }
    return new KeptStores(folder, JSON.stringify([podman.version, podman.graphOptions]), podman.rootless)
  }

  /**
   * Takes a store out: the one that has most of what a build needs.
   * @param meant the platforms that the build's base images are meant for
   * @param place the folder to be its root, which isn't there yet, on the same file system
   * @returns undefined when there is none
   */
  async take(
    platform: string,
    meant: ReadonlyMap<string, string>,
    place: string,
  ): Promise<KeptBases | undefined> {
    for (const { name, written } of await this.candidates(platform, meant)) {
      try {
        await rename(join(this.folder, name), place)
      } catch {
        // Another run was faster.
        continue
      }
      if (written !== undefined) {
        await rm(join(place, RECORD))
        await forgetPlaces(place)
        const { version } = written
        return { meant: new Map(written.meant), used: new Map(written.used), version: BigInt(version) }
      }
      await removeFolders([place], this.rootless)
    }
    return undefined
  }

  /**
   * Keeps a store that has nothing but base images, without those that no build has named for two weeks; or removes it, where
   * it needs the user's own store or there are enough.
   */
  async keep(platform: string, store: Store, bases: KeptBases): Promise<void> {
    const used = new Map([...bases.used].filter(([, at]) => Date.now() - at < FORGOTTEN_MS))
    const isGrown = (await imagesVersion(store)) !== bases.version
    if (isGrown || used.size < bases.used.size) await trim(store, used)
    const version = await imagesVersion(store)
    const isOfUse = version !== undefined && used.size > 0 && (await standsAlone(store))
    if (!isOfUse || (await this.namesOf(platform)).length >= MOST_OF_A_PLATFORM) {
      await removeFolders([store.graphRoot], this.rootless)
      return
    }
    const meant = [...bases.meant].filter(([name]) => used.has(name))
    const written: Written = { tools: this.tools, meant, used: [...used], version: String(version) }
    await writeFile(join(store.graphRoot, RECORD), JSON.stringify(written), { mode: 0o600 })
    await unmountBelow([store.graphRoot], this.rootless)
    const name = `${prefix(platform)}${randomBytes(6).toString('hex')}`
    await rename(store.graphRoot, join(this.folder, name))
  }

  /** Stores that fit, the best first, after those that nobody can use any more. */
  private async candidates(platform: string, meant: ReadonlyMap<string, string>) {
    const all = await Promise.all(
      (await this.namesOf(platform)).map(async (name) => ({
        name,
        written: await this.readRecord(join(this.folder, name, RECORD)),
      })),
    )
    const had = ({ written }: (typeof all)[number]) =>
      written?.used.filter(([name]) => meant.has(name)).length ?? Number.POSITIVE_INFINITY
    return all
      .filter(({ written }) => written === undefined || agree(new Map(written.meant), meant))
      .sort((a, b) => had(b) - had(a))
  }

  /** @returns undefined where there is none that can be used */
  private async readRecord(path: string): Promise<Written | undefined> {
    try {
      const written = JSON.parse(await readFile(path, 'utf8')) as Written
      return written.tools === this.tools ? written : undefined
    } catch {
      return undefined
    }
  }

  private async namesOf(platform: string): Promise<string[]> {
    return (await readdir(this.folder)).filter((name) => name.startsWith(prefix(platform)))
  }
}

/** Whether what builds take is meant for the same platforms. */
export function agree(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return [...a].every(([repository, platform]) => (b.get(repository) ?? platform) === platform)
}

/** Of the folders of a platform's stores. */
function prefix(platform: string): string {
  return `${platform.replaceAll('/', '-')}+`
}

/**
 * Removes podman's own database, which names the folders that it was made in and refuses others (`database configuration
 * mismatch`). There is nothing in it but containers.
 */
async function forgetPlaces(graphRoot: string): Promise<void> {
  for (const name of ['libpod', 'db.sql']) await rm(join(graphRoot, name), { recursive: true, force: true })
}

/** Removes images that no build names any more, and the least recently named ones until there is room. */
async function trim(store: Store, used: Map<string, number>): Promise<void> {
  const images = (await ownImages(store, {})) ?? []
  const lastUse = (names: readonly string[]) =>
    Math.max(0, ...names.map((name) => used.get(lastPart(name)) ?? 0))
  const dated = images.map(({ Id, Size, RepoTags, RepoDigests }) => ({
    id: Id,
    size: Size,
    at: lastUse([...(RepoTags ?? []), ...(RepoDigests ?? [])]),
  }))
  const unwanted: string[] = []
  let bytes = 0
  for (const { id, size, at } of dated.sort((a, b) => b.at - a.at)) {
    bytes += size
    if (at === 0 || bytes > MOST_BYTES) unwanted.push(id)
  }
  if (unwanted.length > 0) await capture('podman', [...storeArguments(store), 'rmi', '--force', ...unwanted])
}

/** The last part of the repository in an image's name. */
export function lastPart(name: string): string {
  return name
    .replace(/@.*$/, '')
    .replace(/:[^:/]*$/, '')
    .split('/')
    .at(-1)!
}
