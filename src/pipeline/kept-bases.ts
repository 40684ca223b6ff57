import type { Dockerfile } from '../dockerfile/parse.js'
import { HostError } from '../errors.js'
import { type Digest, isDigest } from '../oci/digest.js'
import type { Platform } from '../oci/platform.js'
import { imageDigests, manifestDigest, removeNamed } from '../podman/images.js'
import { readImageList } from '../podman/storage-files.js'
import type { Store } from '../podman/store.js'
import { candidatesOf } from '../registry/short-names.js'
import { imagesOf } from './named-images.js'
import type { Site } from './site.js'

/**
 * Removes base images that earlier runs pulled and that are not what the registry has now. podman would look for newer ones itself, and
 * where that fails take the old one without a word (`pullPolicyNewer` of
 * https://github.com/containers/common/blob/v0.64.2/libimage/pull.go); the build would then be remembered as one from the new image.
 */
export async function dropOutdated(platform: Platform, site: Site): Promise<void> {
  const store = site.stores.get(platform.text)
  if (!store?.isKept || site.remotes.has(platform.text)) return
  for (const { image, platform: of } of imagesOf(platform, site)) {
    // What a digest names never changes.
    if (image.includes('@')) continue
    const stored = await imageDigests(store)
    const names = namesInStore(image, site)
    const tagged = withTag(image.replace(/^docker:\/\//, ''))
    // podman takes an image of any repository that ends in a short name, when it can't have the one that is meant.
    const alike = [...stored.keys()].filter(
      (name) => `/${name}`.endsWith(`/${tagged}`) || names.includes(name),
    )
    const found = await site.resolver.resolve(image, of)
    const isRight = (name: string) =>
      found.kind === 'image'
        ? name === `${found.repository.text}${tagOf(tagged)}` && stored.get(name) === found.digest
        : !found.isMissing && names.includes(name)
    const isOfUser = found.kind !== 'image' && (await userHas(store, names))
    const outdated = alike.filter((name) => isOfUser || !isRight(name))
    await removeNames(store, outdated, site.env)
    if (found.kind === 'image' || alike.length === outdated.length) continue
    site.warn(
      `${platform.text}: ${image} is used as an earlier build pulled it, since it can’t be looked up: ${found.reason}`,
    )
  }
}

/**
 * An image that podman took from the user's storage, or an earlier run's, and that the registry has replaced: it says nothing when it can't pull the
 * new one. Undefined when there is none.
 * @param dockerfile of what was left to do
 */
export async function outdatedBase(
  platform: Platform,
  site: Site,
  dockerfile: Dockerfile,
): Promise<string | undefined> {
  const store = site.stores.get(platform.text)!
  // One name may stand for the images of two platforms, of which a store has the later one.
  const meant = new Map<string, Digest[]>()
  for (const { image, platform: of } of imagesOf(platform, { ...site, dockerfile })) {
    // The image of a step, by its id.
    if (/^[0-9a-f]{64}$/.test(image)) continue
    const found = await site.resolver.resolve(image, of)
    if (found.kind !== 'image' || image.includes('@')) continue
    const name = `${found.repository.text}${tagOf(withTag(image))}`
    meant.set(name, [...(meant.get(name) ?? []), found.digest])
  }
  for (const [name, digests] of meant) {
    const taken = await manifestDigest(store, name)
    if (taken !== undefined && !digests.includes(taken)) return name
  }
  return undefined
}

/** Whether an image of a store is, by one of its names, something that a platform's build takes from elsewhere. */
export function isNamedBy(platform: Platform, site: Site): (names: readonly string[]) => boolean {
  const wanted = imagesOf(platform, site).map(({ image }) => ({ image, names: namesInStore(image, site) }))
  return (known) =>
    known.some((name) =>
      wanted.some(({ image, names }) =>
        names.length > 0 ? names.includes(name) : `/${name}`.endsWith(`/${withTag(image)}`),
      ),
    )
}

/** What an image may be called in a store, of all that its name may mean. */
function namesInStore(image: string, { publication }: Site): string[] {
  try {
    return candidatesOf(image, publication.client.rules).map(({ repository, reference }) =>
      isDigest(reference) ? `${repository.text}@${reference}` : `${repository.text}:${reference}`,
    )
  } catch {
    // It is in no registry.
    return []
  }
}

async function userHas({ sharedRoots, driver }: Store, names: readonly string[]): Promise<boolean> {
  const lists = await Promise.all(sharedRoots.map((root) => readImageList(root, driver)))
  return lists.some((images) => images?.some((each) => each.names?.some((name) => names.includes(name))))
}

/** @throws {HostError} when a name is still there */
async function removeNames(store: Store, names: readonly string[], env: Site['env']): Promise<void> {
  if (names.length === 0) return
  await removeNamed(store, env, names)
  const left = await imageDigests(store)
  const name = names.find((each) => left.has(each))
  if (name === undefined) return
  throw new HostError(`${name}, which the registry has replaced, can’t be removed from podman’s storage`, {
    cure: 'empty the folder multiarch-build-stores beside podman’s storage (docs/local.md)',
  })
}

function tagOf(tagged: string): string {
  return tagged.slice(tagged.lastIndexOf(':'))
}

function withTag(image: string): string {
  return /:[^:/]*$/.test(image) ? image : `${image}:latest`
}
