import type { Readable } from 'node:stream'
import pLimit from 'p-limit'
import { Interrupted, RegistryError } from '../errors.js'
import type { Digest } from '../oci/digest.js'
import type { Image } from '../oci/image.js'
import type { Layout } from '../oci/layout.js'
import type { Repository, TaggedReference } from '../oci/reference.js'
import type { Descriptor } from '../oci/types.js'
import type { RegistryClient } from '../registry/client.js'
import { refuseMoving } from './immutable-tags.js'

const BLOBS_AT_ONCE = 4

/** What is published where. */
export interface Publication {
  readonly client: RegistryClient
  /** Holds the manifests and the index. */
  readonly layout: Layout
  /** A blob's content from its beginning. */
  readonly openBlob: (descriptor: Descriptor) => Readable
  readonly repositories: readonly Repository[]
  /** Blobs that are being pushed, or have been, by `repository@digest`. */
  readonly blobs: Map<string, Promise<unknown>>
  /** Called when a tag stands. */
  readonly onTag?: (reference: TaggedReference) => void
}

/**
 * Tries every repository's login before anything is built.
 * @throws {RegistryError} when a registry does not accept it
 */
export async function checkLogins({ client, repositories }: Publication): Promise<void> {
  await Promise.all(repositories.map((repository) => client.checkAccess(repository)))
}

/**
 * Pushes one platform's blobs, then its manifest by digest, to every repository. No tag is touched.
 * @param standing repositories that have the image already
 * @param signal ends it before the next blob or manifest: what is under way may be another platform's too
 * @throws {Interrupted} when it fired
 */
export async function publishImage(
  publication: Publication,
  image: Image,
  signal: AbortSignal,
  standing: readonly Repository[] = [],
): Promise<void> {
  const unlessEnded = <T>(push: () => Promise<T>) => {
    if (signal.aborted) throw new Interrupted()
    return push()
  }
  const having = [...standing]
  const isThere = ({ text }: Repository) => having.some((other) => other.text === text)
  for (const repository of publication.repositories) {
    if (isThere(repository)) continue
    // Another repository of the same registry already has the blobs: they are mounted, not sent again.
    const mountFrom = having.find((other) => other.registry === repository.registry)
    const limit = pLimit(BLOBS_AT_ONCE)
    const blobs = [...image.manifest.layers, image.manifest.config]
    await Promise.all(
      blobs.map((blob) =>
        limit(() => unlessEnded(() => pushBlobOnce(publication, repository, blob, mountFrom))),
      ),
    )
    await unlessEnded(() => putByDigest(publication, repository, image.descriptor))
    having.push(repository)
  }
}

/**
 * Platforms share blobs. Each is sent once, whichever platform is first: two uploads of one blob at the same moment
 * are also what docker-registry 2.8 answers a manifest's PUT with DIGEST_INVALID for.
 */
function pushBlobOnce(
  { client, openBlob, blobs }: Publication,
  repository: Repository,
  blob: Descriptor,
  mountFrom: Repository | undefined,
): Promise<unknown> {
  const key = `${repository.text}@${blob.digest}`
  const pushed = blobs.get(key) ?? client.pushBlob(repository, blob, () => openBlob(blob), mountFrom)
  blobs.set(key, pushed)
  return pushed
}

/**
 * Pushes the index by digest to every repository and reads it back.
 * @param immutable those of the references that must not get another digest
 * @returns what sets the tags; one that is right already is left alone
 * @throws {RegistryError} when a registry has something else afterwards than what was sent, or an immutable tag another digest
 */
export async function publishIndex(
  publication: Publication,
  index: Descriptor,
  references: readonly TaggedReference[],
  immutable: readonly TaggedReference[],
): Promise<() => Promise<void>> {
  for (const repository of publication.repositories) await putByDigest(publication, repository, index)
  const standing = new Map<string, Digest | undefined>()
  for (const { text, repository, tag } of references) {
    standing.set(text, (await publication.client.resolve(repository, tag))?.digest)
  }
  refuseMoving(immutable, standing, index.digest)
  return async () => {
    for (const reference of references) {
      if (standing.get(reference.text) === index.digest) publication.onTag?.(reference)
      else await setTag(publication, index, reference)
    }
  }
}

async function putByDigest(
  publication: Publication,
  repository: Repository,
  descriptor: Descriptor,
): Promise<void> {
  const { client, layout } = publication
  const bytes = await layout.readBytes(descriptor.digest)
  await client.putManifest(repository, descriptor.digest, bytes, descriptor.mediaType)
  const stored = await client.getManifest(repository, descriptor.digest)
  if (stored === undefined || !stored.bytes.equals(bytes)) {
    throw new RegistryError(
      `${repository.text}@${descriptor.digest} was pushed, but the registry ${stored ? 'has other bytes' : 'does not have it'}`,
      { cure: 'run the job again; if it stays, the registry’s storage is damaged or a proxy answers for it' },
    )
  }
}

async function setTag(
  publication: Publication,
  index: Descriptor,
  reference: TaggedReference,
): Promise<void> {
  const { client, layout } = publication
  const { repository, tag } = reference
  await client.putManifest(repository, tag, await layout.readBytes(index.digest), index.mediaType)
  // Before it is read back: should that fail, it must not be said that no tag was set.
  publication.onTag?.(reference)
  const after = await client.getManifest(repository, tag)
  if (after?.digest !== index.digest) {
    throw new RegistryError(
      `${reference.text} was set to ${index.digest}, but the registry says ${after?.digest ?? 'that there is no such tag'}`,
      { cure: 'another job may have moved the tag at the same moment; run the job again' },
    )
  }
}
