import { InputError } from '../errors.js'
import { type Platform, parsePlatforms } from '../oci/platform.js'
import {
  isTag,
  parseRepository,
  parseTaggedReference,
  type Repository,
  type TaggedReference,
  withTag,
} from '../oci/reference.js'
import type { GitFacts } from './git.js'
import type { Values } from './inputs.js'
import { defaultTags } from './tags.js'
import { items } from './values.js'

/** Where an image goes, and under which names. */
export interface NamedImages {
  readonly repositories: readonly Repository[]
  readonly references: readonly TaggedReference[]
  readonly notices: readonly string[]
}

/**
 * The repositories and tags of `image` and `tags`, or those that the Git ref gives.
 * @throws {InputError}
 */
export function parseReferences(inputs: Values<'image' | 'tags'>, git: GitFacts): NamedImages {
  const images = items(inputs, 'image').map((text) => orInputError('image', () => parseRepository(text)))
  const given = items(inputs, 'tags')
  const full = given
    .filter((tag) => /[/:]/.test(tag))
    .map((tag) => orInputError('tags', () => parseTaggedReference(tag)))
  const bare = given.filter((tag) => !/[/:]/.test(tag))
  for (const tag of bare) {
    if (!isTag(tag)) throw new InputError('tags', `${JSON.stringify(tag)} is no valid tag`)
  }
  if (images.length === 0 && (full.length === 0 || bare.length > 0)) {
    throw missingImage()
  }
  const defaults = given.length === 0 ? defaultTags(git, images) : { tags: [] }
  const tags = given.length === 0 ? defaults.tags : bare
  if (given.length === 0 && tags.length === 0) {
    throw new InputError('tags', 'none is given, and there is no Git ref to make one from', {
      cure: 'give at least one tag',
    })
  }
  const references = [...images.flatMap((image) => tags.map((tag) => withTag(image, tag))), ...full]
  const repositories = uniqueBy(
    [...images, ...full.map((reference) => reference.repository)],
    (each) => each.text,
  )
  return {
    repositories,
    references: uniqueBy(references, (each) => each.text),
    notices: defaults.notice === undefined ? [] : [defaults.notice],
  }
}

/**
 * Refuses one tag for several images, of which the last to be pushed would have it.
 * @throws {InputError}
 */
export function refuseSharedTags(images: readonly Pick<NamedImages, 'repositories' | 'references'>[]): void {
  const owners = new Map<string, string>()
  for (const { repositories, references } of images) {
    const image = repositories[0]!.text
    for (const { text } of references) {
      const owner = owners.get(text) ?? image
      owners.set(text, owner)
      if (owner === image) continue
      throw new InputError('tags', `${text} would be a tag of ${owner} and of ${image}`, {
        cure: 'give several images bare tags, which each of them gets',
      })
    }
  }
}

/**
 * The repositories of `image`, for images that get their tags elsewhere.
 * @throws {InputError}
 */
export function parseUntagged(inputs: Values<'image'>): NamedImages {
  const repositories = items(inputs, 'image').map((text) =>
    orInputError('image', () => parseRepository(text)),
  )
  if (repositories.length === 0) throw missingImage()
  return { repositories: uniqueBy(repositories, (each) => each.text), references: [], notices: [] }
}

function missingImage(): InputError {
  return new InputError('image', 'is missing', {
    cure: 'name the repository, such as quay.io/organisation/name',
  })
}

/**
 * The platforms, in the order given.
 * @throws {InputError} for one that is none, or is there twice
 */
export function platformsOf(inputs: Values<'platforms'>): Platform[] {
  return orInputError('platforms', () => parsePlatforms(items(inputs, 'platforms')))
}

function orInputError<T>(input: string, parse: () => T): T {
  try {
    return parse()
  } catch (cause) {
    throw new InputError(input, (cause as Error).message, { cause })
  }
}

function uniqueBy<T>(values: readonly T[], key: (value: T) => string): T[] {
  const seen = new Set<string>()
  return values.filter((value) => !seen.has(key(value)) && seen.add(key(value)))
}
