import type { Dockerfile } from '../dockerfile/parse.js'
import { executesOnTarget } from '../dockerfile/stages.js'
import { type Platform, platformSlug } from '../oci/platform.js'
import { type PodmanInfo, storeKnowsPlatforms } from '../podman/info.js'
import type { BuildRequest } from '../request/build-request.js'

/** How one platform is to be built. */
export interface PlatformPlan {
  readonly platform: Platform
  /** Name of the store that its build uses. */
  readonly store: string
}

/** How a request is to be built on this host. */
export interface BuildPlan {
  readonly platforms: readonly PlatformPlan[]
  /** Platforms whose programs this host must be able to run. */
  readonly mustRun: readonly Platform[]
  /** Whether the build itself runs programs of its target platform. */
  readonly executes: boolean
  /** Platforms built at once. */
  readonly parallel: number
}

/** Decides, from what is asked and what is there, how to build. */
export function makePlan(
  request: Pick<BuildRequest, 'platforms' | 'build' | 'qemu' | 'maxParallel'>,
  dockerfile: Dockerfile,
  host: { readonly podman: PodmanInfo; readonly cores: number },
): BuildPlan {
  const { platforms } = request
  const shared = storeKnowsPlatforms(host.podman)
  const executes = executesOnTarget(dockerfile, request.build.target)
  const emulate = request.qemu === 'always' || (request.qemu === 'auto' && executes)
  return {
    // An older podman takes another platform's base image or layer for this one's when they share a store.
    platforms: platforms.map((platform) => ({
      platform,
      store: shared ? 'shared' : platformSlug(platform),
    })),
    mustRun: emulate ? platforms : [],
    executes,
    parallel: request.maxParallel ?? Math.max(1, Math.min(platforms.length, host.cores)),
  }
}
