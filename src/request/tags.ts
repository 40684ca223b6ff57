import semver from 'semver'
import type { Repository } from '../oci/reference.js'
import type { GitFacts } from './git.js'

const LONGEST_TAG = 128
const SHORT_COMMIT = 7

/** Tags that the Git ref gives, and what should be said about them. */
export interface DefaultTags {
  readonly tags: readonly string[]
  readonly notice?: string
}

/**
 * The tags of images when none are given (README, "Tags"). Empty when the ref is unknown.
 * @param images the repositories; a Git tag `service/v1.2.3` is a version of an image of that name alone
 */
export function defaultTags(
  git: Pick<GitFacts, 'ref' | 'commit' | 'allTags' | 'prerelease'>,
  images: readonly Repository[],
): DefaultTags {
  const { ref, commit } = git
  if (ref?.kind === 'pull request') return { tags: [`pr-${ref.number}`] }
  if (ref?.kind === 'tag') return tagsOfTag(ref.name, git, images)
  const short = commit === undefined ? [] : [`sha-${commit.slice(0, SHORT_COMMIT)}`]
  const branch = ref === undefined ? [] : [validTag(ref.name)]
  return { tags: [...branch, ...short] }
}

function tagsOfTag(
  name: string,
  { allTags, prerelease }: Pick<GitFacts, 'allTags' | 'prerelease'>,
  images: readonly Repository[],
): DefaultTags {
  const prefix = prefixOf(name)
  const names = images.map(({ path }) => nameOf(path))
  const isOurs = prefix === '' || isServiceOf(prefix, names)
  const version = isOurs ? versionOf(name, prefix) : undefined
  if (version === undefined) return { tags: [validTag(name)] }
  const tag = validTag(version.raw.replace(/^v/, ''))
  if (version.prerelease.length > 0 || prerelease) return { tags: [tag] }
  // A list without the tag itself is of another repository, or older than the tag.
  if (allTags === undefined || !allTags.includes(name)) {
    const why = allTags === undefined ? 'could not be listed' : `don’t include ${name}`
    return {
      tags: [tag],
      notice: `the tags of the origin ${why}, so it is unknown whether ${name} is the highest version: latest is left alone`,
    }
  }
  const higher = allTags
    .map((other) => versionOf(other, prefix))
    .some((other) => other !== undefined && other.prerelease.length === 0 && other.compare(version) > 0)
  return { tags: higher ? [tag] : [tag, 'latest'] }
}

/**
 * Which of several tags of one commit a build is of: the highest version of the service that the images are named after, else the
 * highest plain version.
 * @param images names of the images, without a tag
 */
export function tagForImages(tags: readonly string[], images: readonly string[]): string | undefined {
  const names = images.map(nameOf)
  const services = tags.map(prefixOf).filter((prefix) => isServiceOf(prefix, names))
  for (const prefix of [...services, '']) {
    const versions = tags.flatMap((tag) => {
      const version = prefixOf(tag) === prefix ? versionOf(tag, prefix) : undefined
      return version === undefined ? [] : [{ tag, version }]
    })
    const highest = versions.sort((a, b) => b.version.compare(a.version))[0]
    if (highest !== undefined) return highest.tag
  }
  return undefined
}

function nameOf(image: string): string {
  return image.split('/').at(-1)!
}

function prefixOf(tag: string): string {
  return tag.slice(0, tag.lastIndexOf('/') + 1)
}

function isServiceOf(prefix: string, names: readonly string[]): boolean {
  const service = prefix.split('/').at(-2)
  return names.length > 0 && names.every((name) => name === service)
}

function versionOf(tag: string, prefix: string): semver.SemVer | undefined {
  return (tag.startsWith(`${prefix}v`) && semver.parse(tag.slice(prefix.length))) || undefined
}

/**
 * A text as a valid tag: other characters become `-`, it doesn't begin with `.` or `-`, and it is not too long
 * (https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pulling-manifests).
 */
export function validTag(text: string): string {
  const cleaned = text.replace(/[^A-Za-z0-9_.-]+/g, '-').replace(/^[.-]+/, '')
  return cleaned.slice(0, LONGEST_TAG) || 'unnamed'
}
