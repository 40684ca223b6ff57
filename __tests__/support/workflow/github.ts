import type { Value } from './expressions.js'
import type { ValueMap } from './file.js'

/** What happened in the caller's repository; what isn't said is as for one of its own branches. */
export interface Happening {
  readonly event_name: string
  /** `refs/heads/…`, `refs/tags/…` or `refs/pull/…/merge` */
  readonly ref: string
  /** The event's payload; `repository` is added where it is missing. */
  readonly event?: ValueMap
  readonly actor?: string
  readonly repository?: string
  readonly run_id?: string
  readonly run_number?: string
  readonly base_ref?: string
  readonly head_ref?: string
}

/** The token of a run, which is good for nothing. */
export const TOKEN = 'ghs_0000000000000000000000000000driver'

/** The context `github` of a run, in which a called workflow sees its caller's. */
export function githubContext(
  { event_name, ref, event = {}, ...other }: Happening,
  run: { readonly sha: string; readonly attempt: number },
): ValueMap {
  const repository = other.repository ?? 'octo-org/services'
  return {
    event_name,
    ref,
    ref_name: ref.replace(/^refs\/(heads|tags|pull)\//, ''),
    ref_type: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    ref_protected: false,
    sha: run.sha,
    event: {
      repository: { full_name: repository, default_branch: 'main', fork: false, private: false },
      ...event,
    },
    repository,
    repository_owner: repository.split('/')[0]!,
    actor: other.actor ?? 'octocat',
    triggering_actor: other.actor ?? 'octocat',
    base_ref: other.base_ref ?? '',
    head_ref: other.head_ref ?? '',
    workflow: 'ci',
    workflow_ref: `${repository}/.github/workflows/images.yml@${ref}`,
    run_id: other.run_id ?? '1000000001',
    run_number: other.run_number ?? '1',
    run_attempt: String(run.attempt),
    retention_days: '90',
    server_url: 'https://github.com',
    api_url: 'https://api.github.com',
    graphql_url: 'https://api.github.com/graphql',
    token: TOKEN,
  }
}

// The token and the payload are in the context alone.
const NO_VARIABLES = ['token', 'event']

/** The variables that a runner makes of the contexts `github` and `runner`. */
export function contextVariables(prefix: string, context: ValueMap): Record<string, string> {
  const entries = Object.entries(context).filter(
    (entry): entry is [string, Exclude<Value, object>] => !NO_VARIABLES.includes(entry[0]),
  )
  return Object.fromEntries(
    entries.map(([name, value]) => [`${prefix}_${name.toUpperCase()}`, String(value)]),
  )
}
