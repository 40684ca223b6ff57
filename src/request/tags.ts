import semver from 'semver'
import type { GitFacts } from './git.js'

const LONGEST_TAG = 128
const SHORT_COMMIT = 7

/** Tags that the Git ref gives, and what should be said about them. */
export interface DefaultTags {
  readonly tags: readonly string[]
  readonly notice?: string
}

/** The tags of an image when none are given (README, "Tags"). Empty when the ref is unknown. */
export function defaultTags(git: Pick<GitFacts, 'ref' | 'commit' | 'allTags'>): DefaultTags {
  const { ref, commit } = git
  if (ref?.kind === 'pull request') return { tags: [`pr-${ref.number}`] }
  if (ref?.kind === 'tag') return tagsOfTag(ref.name, git.allTags)
  const short = commit === undefined ? [] : [`sha-${commit.slice(0, SHORT_COMMIT)}`]
  const branch = ref === undefined ? [] : [validTag(ref.name)]
  return { tags: [...branch, ...short] }
}

function tagsOfTag(name: string, allTags: readonly string[] | undefined): DefaultTags {
  const version = versionOf(name)
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
    .map(versionOf)
    .some((other) => other !== undefined && other.prerelease.length === 0 && other.compare(version) > 0)
  return { tags: higher ? [tag] : [tag, 'latest'] }
}

function versionOf(tag: string): semver.SemVer | undefined {
  return (tag.startsWith('v') && semver.parse(tag)) || undefined
}

/**
 * A text as a valid tag: other characters become `-`, it doesn't begin with `.` or `-`, and it is not too long
 * (https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pulling-manifests).
 */
export function validTag(text: string): string {
  const cleaned = text.replace(/[^A-Za-z0-9_.-]+/g, '-').replace(/^[.-]+/, '')
  return cleaned.slice(0, LONGEST_TAG) || 'unnamed'
}
