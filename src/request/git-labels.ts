import semver from 'semver'
import type { Repository, TaggedReference } from '../oci/reference.js'
import { REVISION } from '../oci/types.js'
import type { GitFacts } from './git.js'
import type { Values } from './inputs.js'
import { choice, pairs } from './values.js'

const PREFIX = 'org.opencontainers.image.'
const SHORT_COMMIT = 7

/** Labels that Git gives, and what should be said about them. */
export interface GitLabels {
  readonly labels: ReadonlyMap<string, string>
  readonly notice?: string
}

/** The labels of `git-labels`, and those that are always there. */
export function gitLabels(
  inputs: Values<'git-labels' | 'labels'>,
  git: GitFacts,
  repository: Repository,
  references: readonly TaggedReference[],
): GitLabels {
  const mode = choice(inputs, 'git-labels', ['auto', 'always', 'never'])
  const labels = new Map<string, string>()
  const set = (name: string, value: string | undefined) => {
    if (value !== undefined) labels.set(`${PREFIX}${name}`, value)
  }
  set('title', repository.path.split('/').at(-1))
  set('source', git.source)
  const tagPush =
    git.ref?.kind === 'tag' && (git.event === undefined || git.event === 'push' || git.event === 'release')
  if (mode === 'never' || (mode === 'auto' && !tagPush)) return { labels }
  const isClean = git.changed.length === 0
  if (isClean) set('revision', git.commit)
  set('version', versionAmong(references.map(({ tag }) => tag)))
  set('created', git.commitTime)
  if (isClean || git.commit === undefined || pairs(inputs, 'labels').has(REVISION)) return { labels }
  return { labels, notice: noticeOf(git.changed, git.commit) }
}

function versionAmong(tags: readonly string[]): string | undefined {
  return tags.find((tag) => semver.valid(tag) !== null) ?? tags[0]
}

function noticeOf(changed: readonly string[], commit: string): string {
  const differ = changed.length === 1 ? 'differs' : `and ${changed.length - 1} more differ`
  return `${changed[0]} ${differ} from commit ${commit.slice(0, SHORT_COMMIT)}, so the label ${REVISION} is left out. Commit the changes or undo them before this step to have it.`
}
