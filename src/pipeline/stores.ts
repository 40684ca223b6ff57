import type { BuildSite } from '../builder/build-platform.js'
import type { Workspace } from '../builder/workspace.js'
import { messageOf } from '../errors.js'
import { type Platform, platformSlug } from '../oci/platform.js'
import type { BuildPlan } from '../plan/plan.js'
import type { PodmanInfo } from '../podman/info.js'
import { KeptStores } from '../podman/kept-stores.js'
import { createStore, type Store, storeDriver, userImages } from '../podman/store.js'
import type { MeantPlatforms, StorePool } from '../podman/store-pool.js'
import type { BuildRequest } from '../request/build-request.js'
import { meantPlatforms } from '../verify/bases.js'
import { argumentValues } from './arguments.js'
import type { Run } from './build.js'
import { isOfSteps } from './steps/exchange.js'

/**
 * One store a platform: in a common one a name belongs to the platform that pulled it last. Before podman 5.6 the other
 * takes that image for its own (docs/traps.md, 2 and 10), and since then the image of the first loses its name and
 * with it the note of its base image.
 */
export async function storesFor(
  build: Pick<BuildSite, 'request' | 'dockerfile' | 'env'> & {
    readonly plan: BuildPlan
    readonly podman: PodmanInfo
    readonly remotes: ReadonlyMap<string, unknown>
  },
  { storage }: Workspace,
  pool: StorePool | undefined,
): Promise<Map<string, Store>> {
  const { podman, plan, remotes } = build
  const stores = new Map<string, Store>()
  // Smoke tests are run here, whoever has built the image.
  const all = build.request.smokeTest !== undefined && !podman.isRemote
  const here = all ? plan.platforms : plan.platforms.filter(({ text }) => !remotes.has(text))
  if (here.length === 0) return stores
  if (pool !== undefined) {
    for (const platform of here) {
      stores.set(platform.text, await pool.take(platform.text, meantFor(platform, build)))
    }
    return stores
  }
  const driver = await storeDriver(podman, storage)
  const images = await userImages(podman, storage.images)
  for (const platform of here) {
    const name = platformSlug(platform)
    stores.set(platform.text, await createStore(podman, storage, { driver, name, images }))
  }
  return stores
}

/**
 * Where stores of earlier runs are, for a build on a person's own machine that may keep something there. Runners and other CI start from nothing,
 * or are many people's.
 */
export async function keptStores(
  requests: readonly Pick<BuildRequest, 'cache'>[],
  podman: PodmanInfo,
  { host, env }: Pick<Run, 'host' | 'env'>,
): Promise<KeptStores | undefined> {
  const isOwn = host.kind !== 'runner' && !env.CI
  const isWanted = requests.every(({ cache }) => cache.writable && ['auto', 'directory'].includes(cache.kind))
  return isOwn && isWanted ? KeptStores.of(podman) : undefined
}

/** Whether what is from a repository may be left for the next build. */
export function isBase(repository: string): boolean {
  return !isOfSteps(repository)
}

/** What a person is told when stores can't be kept. */
export function notKept(error: unknown): string {
  return `base images could not be kept for the next build: ${messageOf(error)}`
}

function meantFor(
  platform: Platform,
  { request, dockerfile, env, podman }: Parameters<typeof storesFor>[0],
): MeantPlatforms | undefined {
  const { target, buildArgs } = request.build
  const { buildContexts, extraArgs } = request.build
  // Its text is another, and further contexts may be images.
  if (dockerfile.path.endsWith('.in') || buildContexts.length > 0) return undefined
  if (extraArgs.some((each) => /^--(?:from|build-context)\b/.test(each))) return undefined
  const args = argumentValues(buildArgs, env)
  return meantPlatforms({ dockerfile, target, args, platform, buildPlatform: podman.platform })
}
