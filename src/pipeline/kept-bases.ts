import { HostError } from '../errors.js'
import type { Platform } from '../oci/platform.js'
import { imageDigests, removeImages } from '../podman/images.js'
import type { Store } from '../podman/store.js'
import { candidatesOf } from '../registry/short-names.js'
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
  for (const named of namedImages({ dockerfile, target, args, platform, buildPlatform })) {
    // What a digest names never changes.
    if (named.image.includes('@')) continue
    const tagged = withTag(named.image.replace(/^docker:\/\//, ''))
    const tag = tagged.slice(tagged.lastIndexOf(':'))
    const stored = await imageDigests(store)
    const alike = [...stored.keys()].filter((name) => `/${name}`.endsWith(`/${tagged}`))
    const found = await resolver.resolve(named.image, named.platform)
    const meant =
      found.kind === 'image' ? [`${found.repository.text}${tag}`] : meantBy(named.image, site, tag)
    const isRight = (name: string) =>
      meant.includes(name) && (found.kind !== 'image' || stored.get(name) === found.digest)
    // podman takes an image of any repository that ends in a short name, when it can't have the one that is meant.
    const others = [...new Set([...alike, ...meant])].filter((name) => stored.has(name) && !isRight(name))
    await removeNames(store, others, site.env)
    if (found.kind !== 'image' && meant.some((name) => stored.has(name))) {
      site.warn(
        `${platform.text}: ${named.image} is used as an earlier build pulled it, since it can’t be looked up: ${found.reason}`,
      )
    }
  }
}

/** What an image may be called in a store. */
function meantBy(image: string, { publication }: Site, tag: string): string[] {
  try {
    return candidatesOf(image, publication.client.rules).map(({ repository }) => `${repository.text}${tag}`)
  } catch {
    // It is in no registry.
    return []
  }
}

/** @throws {HostError} when a name is still there */
async function removeNames(store: Store, names: readonly string[], env: Site['env']): Promise<void> {
  if (names.length === 0) return
  await removeImages(store, env, names)
  const left = await imageDigests(store)
  const name = names.find((each) => left.has(each))
  if (name === undefined) return
  throw new HostError(`${name}, which the registry has replaced, can’t be removed from podman’s storage`, {
    cure: 'empty the folder multiarch-build-stores beside podman’s storage (docs/local.md)',
  })
}

function withTag(image: string): string {
  return /:[^:/]*$/.test(image) ? image : `${image}:latest`
}
