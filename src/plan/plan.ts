import type { Dockerfile } from '../dockerfile/parse.js'
import { executesOnTarget } from '../dockerfile/stages.js'
import type { Platform } from '../oci/platform.js'
import { type PodmanInfo, stagePlatformsLeak } from '../podman/info.js'
import type { BuildRequest } from '../request/build-request.js'

/** How a request is to be built on this host. */
export interface BuildPlan {
  readonly platforms: readonly Platform[]
  /** Platforms whose programs this host must be able to run. */
  readonly mustRun: readonly Platform[]
  /** Whether the build itself runs programs of its target platform. */
  readonly executes: boolean
  /** Whether podman needs the platform of every stage written out. */
  readonly explicitPlatforms: boolean
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
  const executes = executesOnTarget(dockerfile, request.build.target)
  const emulate = request.qemu === 'always' || (request.qemu === 'auto' && executes)
  return {
    platforms,
    mustRun: emulate ? platforms : [],
    executes,
    explicitPlatforms: stagePlatformsLeak(host.podman) && !dockerfile.path.endsWith('.in'),
    parallel: request.maxParallel ?? Math.max(1, Math.min(platforms.length, host.cores)),
  }
}
