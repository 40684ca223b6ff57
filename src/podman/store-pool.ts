import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { capture } from '../host/process.js'
import { ownImages } from './images.js'
import type { PodmanInfo } from './info.js'
import { agree, type KeptStores, lastPart } from './kept-stores.js'
import { imagesVersion, readImageList } from './storage-files.js'
import { createStore, removeFolders, type Store, storeArguments, storeDriver, userImages } from './store.js'

/** Platform by the last part of a repository's name. */
export type MeantPlatforms = ReadonlyMap<string, string>

interface PooledStore {
  readonly store: Store
  /** Platform whose builds it is for. */
  readonly platform: string
  /** What its images were pulled for. */
  readonly meant: Map<string, string>
  /** When a build last named them, in milliseconds since 1970. */
  readonly used: Map<string, number>
  /** As {@link imagesVersion} says, when it was known to have nothing but base images. */
  version: bigint | undefined
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
    const at = this.free.findIndex((each) => each.platform === platform && meant && agree(each.meant, meant))
    const found = at < 0 ? await this.make(platform, meant) : this.free.splice(at, 1)[0]!
    for (const [repository, of] of meant ?? []) {
      found.meant.set(repository, of)
      found.used.set(repository, Date.now())
    }
    this.taken.set(found.store, found)
    // Of what it was used for nothing is known, so that no other build can have it.
    if (meant === undefined) this.taken.delete(found.store)
    return found.store
  }

  /**
   * Takes a store back, with its base images, or removes it.
   * @param isIntact whether the build ended well
   */
  async giveBack(store: Store, isIntact: boolean): Promise<void> {
    const pooled = this.taken.get(store)
    this.taken.delete(store)
    if (
      pooled !== undefined &&
      (isIntact || (await removeContainers(store))) &&
      (await this.isClean(pooled))
    ) {
      this.free.push({ ...pooled, store: { ...store, isPooled: true } })
      return
    }
    await removeFolders([store.graphRoot, store.runRoot], this.podman.rootless)
  }

  /** Keeps what was given back for later runs, where that is wanted. */
  async close(): Promise<void> {
    const { kept } = this
    if (kept === undefined) return
    const keeping = this.free
      .splice(0)
      .map(({ platform, store, ...bases }) => kept.keep(platform, store, bases))
    // What holds them is removed next.
    for (const kept of await Promise.allSettled(keeping)) if (kept.status === 'rejected') throw kept.reason
  }

  private async make(platform: string, meant: MeantPlatforms | undefined): Promise<PooledStore> {
    const name = String(++this.made)
    await mkdir(join(this.folders.run, name), { recursive: true, mode: 0o700 })
    const { driver, kept } = this
    const bases = meant && (await kept?.take(platform, meant, join(this.folders.stores, name)))
    const images = kept && meant && !(await this.userHas(meant)) ? undefined : this.images
    const made = await createStore(this.podman, this.folders, { driver, name, images })
    const store = { ...made, isPooled: bases !== undefined, isKept: bases !== undefined }
    return {
      store,
      platform,
      meant: new Map(bases?.meant),
      used: new Map(bases?.used),
      version: bases?.version,
    }
  }

  /**
   * Whether the user's own store may have one of the images. Where it hasn't, a store that is to be kept doesn't see it: podman would
   * take layers from there, which the user can remove.
   */
  private async userHas(meant: MeantPlatforms): Promise<boolean> {
    const images = await readImageList(this.podman.graphRoot, this.podman.graphDriver)
    return (
      images === undefined || images.some(({ names }) => names?.some((name) => meant.has(lastPart(name))))
    )
  }

  /** Whether nothing but base images is in a store, which is seen to. To list images takes podman longer than what else an unchanged build needs. */
  private async isClean(pooled: PooledStore): Promise<boolean> {
    const { store } = pooled
    if ((await imagesVersion(store)) === pooled.version) return true
    const isClean = await this.removeBuilt(store)
    pooled.version = await imagesVersion(store)
    return isClean
  }

  /** Removes all images of a store but base images. @returns whether no other is left */
  private async removeBuilt(store: Store): Promise<boolean> {
    const built = await this.builtImages(store)
    if (built === undefined) return false
    if (built.length === 0) return true
    await capture('podman', [...storeArguments(store), 'rmi', '--force', ...built])
    return (await this.builtImages(store))?.length === 0
  }

  private async builtImages(store: Store): Promise<string[] | undefined> {
    const images = await ownImages(store, {})
    return images
      ?.filter(
        ({ RepoDigests }) => !(RepoDigests ?? []).some((name) => this.isBase(name.replace(/@.*$/, ''))),
      )
      .map(({ Id }) => Id)
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
