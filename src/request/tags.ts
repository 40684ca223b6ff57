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
  git: Pick<GitFacts, 'ref' | 'commit' | 'allTags'>,
  images: readonly Repository[],
): DefaultTags {
  const { ref, commit } = git
  if (ref?.kind === 'pull request') return { tags: [`pr-${ref.number}`] }
  if (ref?.kind === 'tag') return tagsOfTag(ref.name, git.allTags, images)
  const short = commit === undefined ? [] : [`sha-${commit.slice(0, SHORT_COMMIT)}`]
  const branch = ref === undefined ? [] : [validTag(ref.name)]
  return { tags: [...branch, ...short] }
}

function tagsOfTag(
  name: string,
  allTags: readonly string[] | undefined,
  images: readonly Repository[],
): DefaultTags {
  const prefix = name.slice(0, name.lastIndexOf('/') + 1)
  const service = prefix.split('/').at(-2)
  const isOurs = service === undefined || images.every(({ path }) => path.split('/').at(-1) === service)
  const version = isOurs ? versionOf(name, prefix) : undefined
  if (version === undefined) return { tags: [validTag(name)] }
  const tag = validTag(version.raw.replace(/^v/, ''))
  if (version.prerelease.length > 0) return { tags: [tag] }
  if (allTags === undefined) {
    return {
      tags: [tag],
      notice: `the tags of the origin could not be listed, so it is unknown whether ${name} is the highest version: latest is left alone`,
    }
  }
  const higher = allTags
    .map((other) => versionOf(other, prefix))
    .some((other) => other !== undefined && other.prerelease.length === 0 && other.compare(version) > 0)
  return { tags: higher ? [tag] : [tag, 'latest'] }
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
