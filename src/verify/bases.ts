import { type ImageReference, imageReferences } from '../dockerfile/image-references.js'
import type { Dockerfile } from '../dockerfile/parse.js'
import { expandedName } from '../dockerfile/settings.js'
import { isBuildPlatform } from '../dockerfile/stages.js'
import type { Location } from '../errors.js'
import { type Platform, parsePlatform } from '../oci/platform.js'
import type { Finding } from './verdict.js'

/** A finding about an image that the build took from elsewhere. */
export interface BaseFinding extends Finding {
  readonly severity: 'error' | 'warning'
  readonly cause: string
  readonly cure: string
  readonly location?: Location
}

/** An image that podman may have used. */
export interface UsedImage {
  readonly name: string
  /** All of its names. */
  readonly names: readonly string[]
  readonly repositories: readonly string[]
  readonly platform: Platform
  readonly diffIds: readonly string[]
  /** It was there before the build, so that nothing but its name tells whether it was used. */
  readonly readOnly: boolean
}

/** One platform's build, as far as its base images matter. */
export interface BuiltFrom {
  readonly platform: Platform
  /** Platform that podman runs on. */
  readonly buildPlatform: Platform
  readonly dockerfile: Dockerfile
  readonly target: string | undefined
  /** Build arguments; undefined for one whose value isn't known here. */
  readonly args: ReadonlyMap<string, string | undefined>
  /** Layers of the built image, uncompressed. */
  readonly diffIds: readonly string[]
  readonly images: readonly UsedImage[]
}

/**
 * Whether what an image was built from is for its platform (docs/traps.md, 10, 11, 23): podman takes an image that is
 * published for one platform alone for any other, and labels the result with the platform asked for.
 */
export function verifyBases(built: BuiltFrom): BaseFinding[] {
  const references = expandedReferences(built)
  const used = built.images
    .map((image) => ({ image, references: references.filter((each) => names(each, image)) }))
    .filter((each) => !each.image.readOnly || (each.references.length > 0 && !isReplaced(each.image, built)))
  const base = wrongBase(
    built,
    used.map(({ image }) => image),
  )
  return used.flatMap((each) => {
    if (each.image === base) return [baseFinding(built, each.image, each.references)]
    const meant = [...each.references.map((reference) => platformMeant(reference, built))]
    const allowed = meant.length > 0 ? meant : [built.platform, built.buildPlatform]
    if (allowed.some((platform) => same(platform, each.image.platform))) return []
    return [otherFinding(built, each.image, each.references)]
  })
}

// One of the user's images is out of use where another of that name was pulled, or is there for the platform.
function isReplaced({ names }: UsedImage, { images, platform }: BuiltFrom): boolean {
  return images.some(
    (other) =>
      (!other.readOnly || same(other.platform, platform)) && other.names.some((name) => names.includes(name)),
  )
}

type Naming = Pick<BuiltFrom, 'dockerfile' | 'target' | 'args' | 'platform'>

/** Whether the Dockerfile names an image of the user's own, by any of its repositories. */
export function isNamed(built: Naming, repositories: readonly string[]): boolean {
  return expandedReferences(built).some((reference) =>
    namesRepository(reference, { repositories, readOnly: true }),
  )
}

/**
 * The platform that each base image is meant for, by the last part of its name, since registries.conf may lead names to the same place; undefined
 * where one is meant for several, or a value isn't known.
 */
export function meantPlatforms(
  built: Naming & Pick<BuiltFrom, 'buildPlatform'>,
): Map<string, string> | undefined {
  const meant = new Map<string, string>()
  for (const reference of expandedReferences(built)) {
    const repository = repositoryOf(reference).split('/').at(-1)!
    const { text } = platformMeant(reference, built)
    const isKnown = repository !== '' && !repository.includes('$') && isClear(reference)
    if (!isKnown || (meant.get(repository) ?? text) !== text) return undefined
    meant.set(repository, text)
  }
  return meant
}

/** What an image is taken from, variables replaced where their values are known: each with the platform that it is meant for. */
export function namedImages(
  built: Naming & Pick<BuiltFrom, 'buildPlatform'>,
): { readonly image: string; readonly platform: Platform }[] {
  return expandedReferences(built).map((reference) => ({
    image: reference.image,
    platform: platformMeant(reference, built),
  }))
}

function isClear({ platform }: ImageReference): boolean {
  return platform === undefined || isBuildPlatform(platform) || !platform.includes('$')
}

/** References with the values of their variables, where these are known. */
function expandedReferences(built: Naming): ImageReference[] {
  return imageReferences(built.dockerfile, built.target).map((reference) => ({
    ...reference,
    image: expandedName(reference.image, built.dockerfile, built) ?? reference.image,
  }))
}

// The base is the image whose layers the built one begins with. Images of several platforms may have the same layers,
// so that one of the right platform clears the others.
function wrongBase({ platform, diffIds }: BuiltFrom, images: readonly UsedImage[]): UsedImage | undefined {
  const below = images.filter(
    (image) => image.diffIds.length > 0 && image.diffIds.every((id, at) => id === diffIds[at]),
  )
  const longest = Math.max(...below.map((image) => image.diffIds.length))
  const candidates = below.filter((image) => image.diffIds.length === longest)
  return candidates.some((image) => same(image.platform, platform)) ? undefined : candidates[0]
}

function platformMeant(
  { platform }: ImageReference,
  built: Pick<BuiltFrom, 'platform' | 'buildPlatform'>,
): Platform {
  if (platform === undefined) return built.platform
  if (isBuildPlatform(platform)) return built.buildPlatform
  try {
    return parsePlatform(platform)
  } catch {
    return built.platform
  }
}

// Variants of one architecture are left to the check of the image itself: many images don't say theirs.
function same(a: Platform, b: Platform): boolean {
  return a.os === b.os && a.architecture === b.architecture
}

function names(
  reference: ImageReference,
  image: Pick<UsedImage, 'names' | 'repositories' | 'readOnly'>,
): boolean {
  return namesRepository(reference, image) && (!image.readOnly || namesTag(reference, image.names))
}

// Short names are completed by podman. A variable of unknown value may stand for anything that was pulled, and not for
// all that the user has.
function namesRepository(
  reference: ImageReference,
  { repositories, readOnly }: Pick<UsedImage, 'repositories' | 'readOnly'>,
): boolean {
  if (readOnly && reference.image.includes('$')) return false
  const parts = repositoryOf(reference)
    .split(/\$(?:\w+|\{[^}]*\})/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const pattern = new RegExp(`(?:^|/)${parts.join('.*')}$`)
  return repositories.some((repository) => pattern.test(repository))
}

/** Of what was there before, other tags of a repository are other images. */
function namesTag({ image }: ImageReference, known: readonly string[]): boolean {
  const digest = /@.*$/.exec(image)?.[0]
  const end = digest ?? /:[^:/]*$/.exec(image)?.[0] ?? ':latest'
  return known.some((name) => name.endsWith(end))
}

function repositoryOf({ image }: ImageReference): string {
  return image.replace(/@.*$/, '').replace(/:[^:/}]*$/, '')
}

function baseFinding(built: BuiltFrom, image: UsedImage, references: readonly ImageReference[]): BaseFinding {
  const from = references.findLast(({ by }) => by === 'FROM')
  const fixed = from?.platform !== undefined && !same(platformMeant(from, built), built.platform)
  return {
    severity: 'error',
    platform: built.platform.text,
    found: `${image.name} for ${image.platform.text} as the base image`,
    expected: `a base image for ${built.platform.text}`,
    cause: fixed
      ? `FROM --platform=${from.platform} takes it for another platform`
      : 'it is published for that platform alone, or FROM names it by the digest of one platform',
    cure: fixed
      ? 'let the final stage start from a FROM without --platform'
      : `take a base image that is published for ${built.platform.text}, name it by a tag or the digest of its index, or leave ${built.platform.text} out of platforms`,
    ...(from && { location: { file: built.dockerfile.path, line: from.line } }),
  }
}

function otherFinding(
  built: BuiltFrom,
  image: UsedImage,
  references: readonly ImageReference[],
): BaseFinding {
  const [reference] = references
  const use = reference === undefined ? '' : ` (${reference.by}, line ${reference.line})`
  return {
    severity: 'warning',
    platform: built.platform.text,
    found: `${image.name} for ${image.platform.text}${use}`,
    expected: `an image for ${built.platform.text}`,
    cause: 'it is published for that platform alone, or named by the digest of one platform',
    cure: 'if programs are taken from it, take an image that has the platform; if it is meant so, give it a stage of its own, FROM --platform=…, and copy from that',
    ...(reference && { location: { file: built.dockerfile.path, line: reference.line } }),
  }
}
