import { buffer } from 'node:stream/consumers'
import { messageOf, RegistryError } from '../errors.js'
import { chooseImage } from '../oci/choose-image.js'
import type { Digest } from '../oci/digest.js'
import { MalformedError, parseConfig, parseIndex, parseManifest } from '../oci/parse.js'
import { normalizePlatform, type Platform } from '../oci/platform.js'
import type { Repository } from '../oci/reference.js'
import { isIndexType, mediaType } from '../oci/types.js'
import type { RegistryClient } from './client.js'
import type { FetchedManifest } from './manifests.js'
import type { OpenedImage } from './opened-image.js'
import { type Candidate, candidatesOf } from './short-names.js'

// What a config or manifest of an image is at most.
const LONGEST_CONFIG = 4 * 1024 * 1024

/** What a reference refers to now, for one platform. */
export interface ResolvedImage {
  readonly kind: 'image'
  /** The repository meant, in full; where registries.conf puts it doesn't matter. */
  readonly repository: Repository
  /** Of the platform's own image manifest. */
  readonly digest: Digest
  /** The index that names it; undefined when the reference is a single image, whichever platform was asked for. */
  readonly index: Digest | undefined
  /** As the index says it, or else the image's config. */
  readonly platform: Platform
}

/** A reference that can't be told the meaning of. */
export interface Unresolvable {
  readonly kind: 'unresolvable'
  /** In plain words, for a message. */
  readonly reason: string
  /** There is such an image, for other platforms. */
  readonly lacksPlatform: boolean
  /** Whether registries were asked, and said that there is none. */
  readonly isMissing: boolean
}

/**
 * Tells what references in a Dockerfile mean at this moment: the digest of the image that podman would pull. Local storage isn't
 * looked at, though podman uses an image there of that name. What was found out once is kept, for askers at the same
 * time too, and each index is read once for all platforms.
 */
export class ImageResolver {
  private readonly answers = new Map<string, Promise<ResolvedImage | Unresolvable>>()
  private readonly opened = new Map<string, Promise<OpenedImage | undefined>>()
  /** What was read of each repository. */
  private readonly known = new Map<string, Map<Digest, FetchedManifest>>()
  private readonly platforms = new Map<Digest, Promise<Platform>>()

  constructor(private readonly client: RegistryClient) {}

  /**
   * @param reference as written after FROM, `--from=` or `from=`, variables replaced; `docker://` may precede it
   * @throws {Interrupted} when the signal fired; everything else is unresolvable, with the reason
   */
  resolve(reference: string, platform: Platform): Promise<ResolvedImage | Unresolvable> {
    const key = `${platform.text} ${reference}`
    const known = this.answers.get(key)
    if (known) return known
    const answer = this.search(reference, platform)
    this.answers.set(key, answer)
    return answer
  }

  private async search(text: string, platform: Platform): Promise<ResolvedImage | Unresolvable> {
    let candidates: Candidate[]
    try {
      candidates = candidatesOf(text, this.client.rules)
    } catch (reason) {
      return unresolvable(messageOf(reason))
    }
    const problems: Unresolvable[] = []
    for (const candidate of candidates) {
      const found = await this.look(candidate, platform)
      if (found.kind === 'image') return found
      problems.push(found)
    }
    return {
      kind: 'unresolvable',
      reason: problems.map(({ reason }) => reason).join('; '),
      lacksPlatform: problems.some(({ lacksPlatform }) => lacksPlatform),
      isMissing: problems.length > 0 && problems.every(({ isMissing }) => isMissing),
    }
  }

  private async look(candidate: Candidate, platform: Platform): Promise<ResolvedImage | Unresolvable> {
    const { repository, reference } = candidate
    try {
      const image = await this.open(candidate)
      if (image === undefined) {
        const reason = `${repository.text} has no ${reference}`
        return { kind: 'unresolvable', reason, lacksPlatform: false, isMissing: true }
      }
      return await this.choose(image, candidate, platform)
    } catch (error) {
      if (error instanceof RegistryError) return unresolvable(messageOf(error))
      if (error instanceof MalformedError)
        return unresolvable(`${repository.text} ${reference} is no image: ${messageOf(error)}`)
      throw error
    }
  }

  private open({ repository, reference }: Candidate): Promise<OpenedImage | undefined> {
    const key = `${repository.text} ${reference}`
    const opening = this.opened.get(key) ?? this.read({ repository, reference })
    this.opened.set(key, opening)
    return opening
  }

  private async read({ repository, reference }: Candidate): Promise<OpenedImage | undefined> {
    const known = this.known.get(repository.text) ?? new Map<Digest, FetchedManifest>()
    this.known.set(repository.text, known)
    const image = await this.client.open(repository, reference, known)
    if (image) known.set(image.root.digest, image.root)
    return image
  }

  private async choose(
    image: OpenedImage,
    { repository, reference }: Candidate,
    wanted: Platform,
  ): Promise<ResolvedImage | Unresolvable> {
    const { root } = image
    if (!isIndexType(root.mediaType)) {
      const platform = await this.platformOf(image, root)
      return { kind: 'image', repository, digest: root.digest, index: undefined, platform }
    }
    const chosen = chooseImage(parseIndex(root.bytes), root.mediaType, wanted)
    if (chosen === undefined) {
      const reason = `${repository.text} ${reference} has no image for ${wanted.text}`
      return { kind: 'unresolvable', reason, lacksPlatform: true, isMissing: true }
    }
    const { digest } = chosen
    const platform = chosen.platform
      ? normalizePlatform(chosen.platform)
      : await this.platformOf(image, await manifestOf(image, digest))
    return { kind: 'image', repository, digest, index: root.digest, platform }
  }

  private platformOf(image: OpenedImage, manifest: FetchedManifest): Promise<Platform> {
    const reading = this.platforms.get(manifest.digest) ?? readPlatform(image, manifest)
    this.platforms.set(manifest.digest, reading)
    return reading
  }
}

function unresolvable(reason: string): Unresolvable {
  return { kind: 'unresolvable', reason, lacksPlatform: false, isMissing: false }
}

async function manifestOf(image: OpenedImage, digest: Digest): Promise<FetchedManifest> {
  const manifest = await image.manifest(digest)
  if (manifest === undefined) throw new MalformedError(`${digest} is in its index and not in the registry`)
  return manifest
}

async function readPlatform(image: OpenedImage, manifest: FetchedManifest): Promise<Platform> {
  const { mediaType: type } = manifest
  if (type !== mediaType.ociManifest && type !== mediaType.dockerManifest) {
    throw new MalformedError(`its type is ${type || 'not told'}`)
  }
  const { config } = parseManifest(manifest.bytes)
  if (config.size > LONGEST_CONFIG)
    throw new MalformedError(`its config is longer than ${LONGEST_CONFIG} bytes`)
  return normalizePlatform(parseConfig(await buffer(await image.blob(config))))
}
