import type { Platform } from '../oci/platform.js'
import { imageDigests, removeImage } from '../podman/images.js'
import { namedImages } from '../verify/bases.js'
import { argumentValues } from './arguments.js'
import type { Site } from './site.js'

/**
 * Removes base images that earlier runs pulled and that are not what the registry has now. podman would look for newer ones itself, and
 * where that fails take the old one without a word (`pullPolicyNewer` of
 * https://github.com/containers/common/blob/v0.64.2/libimage/pull.go); the build would then be remembered as one from the new image.
 */
export async function dropOutdated(platform: Platform, site: Site): Promise<void> {
  const store = site.stores.get(platform.text)
  if (!store?.isKept) return
  const { request, dockerfile, buildPlatform, resolver } = site
  const { target, buildArgs } = request.build
  const args = argumentValues(buildArgs, site.env)
  const stored = await imageDigests(store)
  for (const named of namedImages({ dockerfile, target, args, platform, buildPlatform })) {
    // What a digest names never changes.
    if (named.image.includes('@')) continue
    const tagged = withTag(named.image.replace(/^docker:\/\//, ''))
    const found = await resolver.resolve(named.image, named.platform)
    if (found.kind === 'image') {
      const full = `${found.repository.text}${tagged.slice(tagged.lastIndexOf(':'))}`
      if ((stored.get(full) ?? found.digest) !== found.digest) await removeImage(store, full, site.env)
    } else if ([...stored.keys()].some((each) => `/${each}`.endsWith(`/${tagged}`))) {
      site.warn(
        `${platform.text}: ${named.image} is used as an earlier build pulled it, since it can’t be looked up: ${found.reason}`,
      )
    }
  }
}

function withTag(image: string): string {
  return /:[^:/]*$/.test(image) ? image : `${image}:latest`
}
