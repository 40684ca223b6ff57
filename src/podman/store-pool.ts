import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { capture } from '../host/process.js'
import { ownImages } from './images.js'
import type { PodmanInfo } from './info.js'
import { createStore, removeFolders, type Store, storeArguments, storeDriver, userImages } from './store.js'

/** Platform by the last part of a repository's name. */
export type MeantPlatforms = ReadonlyMap<string, string>

interface PooledStore {
  readonly store: Store
  /** Platform whose builds it is for. */
  readonly platform: string
  /** What its images were pulled for. */
  readonly meant: Map<string, string>
  /** As {@link version} says, when it was known to have nothing but base images. */
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
  ) {}

  /**
   * @param storage folders to make them in, which the caller removes
   * @param isBase whether what is from a repository may be left for the next build
   */
  static async open(
    podman: PodmanInfo,
    storage: { readonly stores: string; readonly run: string; readonly images: string },
    isBase: (repository: string) => boolean,
  ): Promise<StorePool> {
    await mkdir(storage.stores, { recursive: true, mode: 0o700 })
    const driver = await storeDriver(podman, storage)
    return new StorePool(podman, storage, driver, await userImages(podman, storage.images), isBase)
  }

  /**
   * A store for one build of a platform, to be given back.
   * @param meant the platform that each base image's repository is meant for; undefined when that isn't known. One store holds each for one
   *   platform alone: podman before 5.6 takes what is there for any, and newer ones take its name away (docs/traps.md, 2 and 10)
   */
  async take(platform: string, meant: MeantPlatforms | undefined): Promise<Store> {
    const at = this.free.findIndex((each) => each.platform === platform && meant && agree(each.meant, meant))
    const found = at < 0 ? await this.make(platform) : this.free.splice(at, 1)[0]!
    for (const [repository, of] of meant ?? []) found.meant.set(repository, of)
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
    if (pooled !== undefined && isIntact && (await this.isClean(pooled))) {
      this.free.push(pooled)
      return
    }
    await removeFolders([store.graphRoot, store.runRoot], this.podman.rootless)
  }

  private async make(platform: string): Promise<PooledStore> {
    const name = String(++this.made)
    await mkdir(join(this.folders.run, name), { recursive: true, mode: 0o700 })
    const { driver, images } = this
    const store = await createStore(this.podman, this.folders, { driver, name, images })
    return { store: { ...store, isPooled: true }, platform, meant: new Map(), version: undefined }
  }

  /** Whether nothing but base images is in a store, which is seen to. To list images takes podman longer than what else an unchanged build needs. */
  private async isClean(pooled: PooledStore): Promise<boolean> {
    const { store } = pooled
    if ((await version(store)) === pooled.version) return true
    const isClean = await this.removeBuilt(store)
    pooled.version = await version(store)
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

/** Whether what two builds take is meant for the same platforms. */
export function agree(a: MeantPlatforms, b: MeantPlatforms): boolean {
  return [...a].every(([repository, platform]) => (b.get(repository) ?? platform) === platform)
}

/** When a store's list of images was last written, in nanoseconds; undefined when there is none (`images.json` of containers/storage). */
async function version({ graphRoot, driver }: Store): Promise<bigint | undefined> {
  const list = join(graphRoot, `${driver}-images`, 'images.json')
  return (await stat(list, { bigint: true }).catch(() => undefined))?.mtimeNs
}
