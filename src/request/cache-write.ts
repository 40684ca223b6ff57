/** What the event that started a run says of who is behind it. */
export interface EventFacts {
  /** GitHub's event name; undefined outside of GitHub Actions. */
  readonly event: string | undefined
  /** The repository is a fork. */
  readonly fork: boolean
  /** A pull request is behind an event of another name: a comment on it, or a workflow that ran for it. */
  readonly pullRequest: boolean
}

/** Whether a run may write the cache, and why not. */
export interface WriteDecision {
  readonly write: boolean
  readonly why?: string
}

/**
 * The rule of `cache-write: auto`. What strangers can propose must not get into what others are built from
 * (https://github.com/slsa-framework/slsa/blob/main/docs/spec/v1.1/threats.md, “Poison the build cache”).
 */
export function automaticCacheWrite({ event, fork, pullRequest }: EventFacts): WriteDecision {
  if (event === undefined) return { write: true }
  if (event.startsWith('pull_request') || pullRequest) return { write: false, why: 'this is a pull request' }
  if (event === 'merge_group') return { write: false, why: 'this is a merge queue' }
  if (fork) return { write: false, why: 'this repository is a fork' }
  return { write: true }
}
