import type { Dockerfile } from '../dockerfile/parse.js'
import { executionOf } from '../dockerfile/stages.js'
import { type Platform, parsePlatform } from '../oci/platform.js'
import { type PodmanInfo, stagePlatformsLeak } from '../podman/info.js'
import type { BuildRequest } from '../request/build-request.js'

/** How a request is to be built on this host. */
export interface BuildPlan {
  readonly platforms: readonly Platform[]
  /** Platforms whose programs the build or the smoke test runs. */
  readonly mustRun: readonly Platform[]
  /** Whether emulators are set up for those that this host can't run. */
  readonly emulate: boolean
  /** Whether the build itself runs programs of its target platform. */
  readonly executes: boolean
  /** Whether podman needs the platform of every stage written out. */
  readonly explicitPlatforms: boolean
  /** Platforms built at once. */
  readonly parallel: number
}

/** Decides, from what is asked and what is there, how to build. */
export function makePlan(
  request: Pick<BuildRequest, 'platforms' | 'build' | 'qemu' | 'maxParallel' | 'smokeTest'>,
  dockerfile: Dockerfile,
  host: {
    readonly podman: PodmanInfo
    /** Platforms that other machines build. */
    readonly remotes?: ReadonlyMap<string, { readonly cacheKnowsPlatforms: boolean }>
    readonly cores: number
  },
): BuildPlan {
  const { platforms } = request
  const execution = executionOf(dockerfile, request.build.target)
  const here = platforms.filter(({ text }) => !host.remotes?.has(text))
  const onTarget = execution.onTarget || request.qemu === 'always' ? here : []
  // It is run here, whoever has built the image, where anything can be.
  const targets = request.smokeTest === undefined || host.podman.isRemote ? onTarget : platforms
  // In one storage of an old podman a name is that of the platform which pulled it last (docs/traps.md, 2 and 10).
  const old = [...(host.remotes?.values() ?? [])].filter(({ cacheKnowsPlatforms }) => !cacheKnowsPlatforms)
  const sharesImages = old.length > 1
  const named = here.length === 0 ? [] : execution.onNamed.flatMap(platformOrNone)
  return {
    platforms,
    mustRun: distinct([...targets, ...named]),
    emulate: request.qemu !== 'never',
    executes: execution.onTarget,
    explicitPlatforms: stagePlatformsLeak(host.podman) && !dockerfile.path.endsWith('.in'),
    parallel: sharesImages ? 1 : (request.maxParallel ?? Math.max(1, Math.min(platforms.length, host.cores))),
  }
}

function distinct(platforms: readonly Platform[]): Platform[] {
  return [...new Map(platforms.map((platform) => [platform.text, platform])).values()]
}

// What is no platform is left for podman to refuse.
function platformOrNone(text: string): Platform[] {
  try {
    return [parsePlatform(text)]
  } catch {
    return []
  }
}
