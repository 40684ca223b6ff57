import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { capture } from '../host/process.js'
import { repositoryOf } from './images.js'
import type { PodmanInfo } from './info.js'
import { agree, isForgotten, type KeptStores, lastPart } from './kept-stores.js'
import { readImageList, type StorageImage } from './storage-files.js'
import { createStore, removeFolders, type Store, storeArguments, storeDriver, userImages } from './store.js'

/** Platform by the last part of a repository's name. */
export type MeantPlatforms = ReadonlyMap<string, string>

interface PooledStore {
  readonly store: Store
  /** Platform whose builds it is for. */
  readonly platform: string
  /** Whether the user's own images are seen through it. */
  readonly seesUser: boolean
  /** What its images were pulled for. */
  readonly meant: Map<string, string>
  /** When a build last named them, in milliseconds since 1970. */
  readonly used: Map<string, number>
  /** Builds in a row that failed with it. */
  failures: number
  /** Whether images were pulled into it by this run. */
  isGrown: boolean
}

/**
 * Stores that several builds have one after the other, so that base images are pulled once. Nothing else is left in them: images of
 * another build's steps would be taken for this one's.
 */
export class StorePool {
  private readonly free: PooledStore[] = []
  private readonly taken = new Map<Store, PooledStore>()
  private made = 0

  private constructor(
    /** podman as it was in the beginning. */
    readonly podman: PodmanInfo,
    private readonly folders: { readonly stores: string; readonly run: string },
    private readonly driver: string,
    private readonly images: string | undefined,
    private readonly isBase: (repository: string) => boolean,
    private readonly kept: KeptStores | undefined,
  ) {}

  /**
   * @param storage folders to make them in, which the caller removes
   * @param isBase whether what is from a repository may be left for the next build
   * @param kept where stores of earlier runs are, and where those of this run are to be
   */
  static async open(
    podman: PodmanInfo,
    storage: { readonly stores: string; readonly run: string; readonly images: string },
    isBase: (repository: string) => boolean,
    kept?: KeptStores,
  ): Promise<StorePool> {
    await mkdir(storage.stores, { recursive: true, mode: 0o700 })
    const driver = await storeDriver(podman, storage)
    return new StorePool(podman, storage, driver, await userImages(podman, storage.images), isBase, kept)
  }

  /**
   * A store for one build of a platform, to be given back.
   * @param meant the platform that each base image's repository is meant for; undefined when that isn't known. One store holds each for one
   *   platform alone: podman before 5.6 takes what is there for any, and newer ones take its name away (docs/traps.md, 2 and 10)
   */
  async take(platform: string, meant: MeantPlatforms | undefined): Promise<Store> {
    const needsUser = meant === undefined || (await this.userHas(meant))
    const at = this.free.findIndex(
      (each) =>
        each.platform === platform && meant && agree(each.meant, meant) && (each.seesUser || !needsUser),
    )
    const found = at < 0 ? await this.make(platform, meant, needsUser) : this.free.splice(at, 1)[0]!
    for (const [repository, of] of meant ?? []) {
      found.meant.set(repository, of)
      found.used.set(repository, Date.now())
    }
    // Where it isn't known what it is used for, no other build can have it.
    if (meant !== undefined) this.taken.set(found.store, found)
    return found.store
  }

  /**
   * Takes a store back, with its base images, or removes it.
   * @param isIntact whether the build ended well
   */
  async giveBack(store: Store, isIntact: boolean): Promise<void> {
    const pooled = this.taken.get(store)
    this.taken.delete(store)
    if (pooled !== undefined) forget(pooled)
    const isOfUse = pooled !== undefined && (isIntact || (await removeContainers(store)))
    const bases = isOfUse ? await this.basesAlone(pooled) : undefined
    if (pooled === undefined || bases === undefined) {
      await removeFolders([store.graphRoot, store.runRoot], this.podman.rootless)
      return
    }
    const isNew = (id: string) => !store.before?.has(id)
    this.free.push({
      ...pooled,
      store: { ...store, before: bases },
      failures: isIntact ? 0 : pooled.failures + 1,
      isGrown: pooled.isGrown || [...bases].some(isNew),
    })
  }

  /**
   * Keeps what was given back for later runs, where that is wanted.
   * @throws {Error} when that fails; what holds the stores is to be removed all the same
   */
  async close(): Promise<void> {
    const { kept } = this
    if (kept === undefined) return
    const keeping = this.free.splice(0).map(async ({ platform, store, meant, used, failures, isGrown }) => {
      const images = (await readImageList(store.graphRoot, store.driver)) ?? []
      const there = new Set(images.flatMap(({ names = [] }) => names.map(lastPart)))
      const ofThese = <Value>(notes: ReadonlyMap<string, Value>) =>
        new Map([...notes].filter(([name]) => there.has(name)))
      const bases = { meant: ofThese(meant), used: ofThese(used), failures }
      await kept.keep(platform, store, bases, isGrown)
    })
    // What holds them is removed next.
    for (const ended of await Promise.allSettled(keeping)) if (ended.status === 'rejected') throw ended.reason
  }

  private async make(
    platform: string,
    meant: MeantPlatforms | undefined,
    needsUser: boolean,
  ): Promise<PooledStore> {
    const { driver, kept } = this
    const number = String(++this.made)
    const old = `${number}-kept`
    const bases = meant && (await kept?.take(platform, meant, join(this.folders.stores, old)))
    const name = bases === undefined ? number : old
    await mkdir(join(this.folders.run, name), { recursive: true, mode: 0o700 })
    const seesUser = kept === undefined || needsUser
    const images = seesUser ? this.images : undefined
    const made = await createStore(this.podman, this.folders, { driver, name, images })
    const there = bases && (await readImageList(made.graphRoot, driver))
    return {
      store: { ...made, ...(there && { before: new Set(there.map(({ id }) => id)), isKept: true }) },
      platform,
      seesUser,
      meant: new Map(bases?.meant),
      used: new Map(bases?.used),
      failures: bases?.failures ?? 0,
      isGrown: false,
    }
  }

  /**
   * Whether the user's own store may have one of the images. Where it hasn't, a store that is to be kept doesn't see it: podman would
   * take layers from there, which the user can remove.
   */
  private async userHas(meant: MeantPlatforms): Promise<boolean> {
    const images = await readImageList(this.podman.graphRoot, this.podman.graphDriver)
    const last = [...meant.keys()]
    // By an id with its algorithm, or by a transport.
    if (last.some((name) => name === 'sha256' || name.includes(':'))) return true
    const ids = last.filter((name) => /^[0-9a-f]{3,64}$/.test(name))
    return (
      images === undefined ||
      images.some(
        ({ id, names }) =>
          names?.some((name) => meant.has(lastPart(name))) || ids.some((each) => id.startsWith(each)),
      )
    )
  }

  /** Removes all images of a store but base images. @returns the ids of these; undefined when another is left */
  private async basesAlone({ store, used }: PooledStore): Promise<Set<string> | undefined> {
    const isBase = ({ names }: StorageImage) =>
      names?.some((name) => used.has(lastPart(name)) && this.isBase(repositoryOf(name))) ?? false
    const read = async () => (await readImageList(store.graphRoot, store.driver)) ?? []
    const built = (await read()).filter((image) => !isBase(image)).map(({ id }) => id)
    if (built.length > 0) await capture('podman', [...storeArguments(store), 'rmi', '--force', ...built])
    const left = await read()
    return left.every(isBase) ? new Set(left.map(({ id }) => id)) : undefined
  }
}

/** Forgets what no build has named for long, so that it is removed with its note of the platform. */
function forget({ meant, used }: PooledStore): void {
  for (const name of [...used.keys()].filter((each) => isForgotten(used.get(each)!))) {
    used.delete(name)
    meant.delete(name)
  }
}

/** Removes what builds leave that were ended. @returns whether none is left */
async function removeContainers(store: Store): Promise<boolean> {
  const podman = (...args: string[]) => capture('podman', [...storeArguments(store), ...args])
  const list = async () => {
    const { exitCode, stdout } = await podman('ps', '--all', '--external', '--quiet', '--no-trunc')
    return exitCode === 0 ? stdout.split('\n').filter((id) => id !== '') : undefined
  }
  const left = await list()
  if (left === undefined || left.length === 0) return left !== undefined
  await podman('rm', '--force', ...left)
  return (await list())?.length === 0
}
