import type { PlatformBuild } from '../builder/build-platform.js'
import { storedImages } from '../podman/images.js'
import { type BaseFinding, isNamed, verifyBases } from '../verify/bases.js'
import { argumentValues } from './arguments.js'
import { isNamedBy } from './kept-bases.js'
import type { Site } from './site.js'
import { isOfSteps } from './steps/exchange.js'

/**
 * Looks at what podman took from registries to build a platform.
 * @returns undefined when that can't be told
 */
export async function basesFindings(built: PlatformBuild, site: Site): Promise<BaseFinding[] | undefined> {
  const { request, dockerfile, buildPlatform } = site
  // What this machine has says nothing of what another one took.
  if (site.remotes.has(built.platform.text)) return undefined
  const rootfs = built.config.rootfs as { readonly diff_ids?: readonly string[] } | undefined
  const named = {
    dockerfile,
    target: request.build.target,
    args: argumentValues(request.build.buildArgs, site.env),
    platform: built.platform,
  }
  const store = site.stores.get(built.platform.text)!
  const isUsed = isNamedBy(built.platform, site)
  const stored = await storedImages(store, site.env, (repositories) => isNamed(named, repositories))
  if (stored === undefined) {
    site.warn(
      `${built.platform.text}: podman can’t list the images that it pulled, so base images are checked by its log alone`,
    )
    return undefined
  }
  return verifyBases({
    ...named,
    buildPlatform,
    diffIds: rootfs?.diff_ids ?? [],
    // What stands below a step that is not run again was judged when it ran.
    images: stored
      .filter(({ repositories }) => !repositories.some(isOfSteps))
      // What other builds have left is there all the same.
      .filter(({ id, names }) => !store.before?.has(id) || isUsed(names)),
  })
}
