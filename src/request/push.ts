import type { Repository } from '../oci/reference.js'
import { isLoopback } from '../registry/hosts.js'
import type { GitFacts } from './git.js'

/** Whether to push, and the notice that explains a `false` that nobody wrote. */
export interface PushDecision {
  readonly push: boolean
  readonly notice?: string
}

/** The rule of `push: auto`. */
export function automaticPush(git: Pick<GitFacts, 'event' | 'ref' | 'defaultBranch'>): PushDecision {
  const { event, ref, defaultBranch } = git
  const not = (why: string): PushDecision => ({
    push: false,
    notice: `nothing is pushed: ${why}. Set push: true to push all the same.`,
  })
  switch (event) {
    case 'release':
    case 'workflow_dispatch':
    case 'schedule':
      return { push: true }
    case 'push':
      if (ref?.kind === 'tag') return { push: true }
      if (ref?.kind === 'branch' && ref.name === defaultBranch) return { push: true }
      return not(`${ref?.kind === 'branch' ? `branch ${ref.name}` : 'this ref'} is not the default branch`)
    case 'pull_request':
    case 'pull_request_target':
      return not('this is a pull request')
    case 'merge_group':
      return not('this is a merge queue')
    case undefined:
      return not('this is no GitHub workflow')
    default:
      return not(`the event ${event} does not push by default`)
  }
}

/**
 * The rule of `push: true`: a pull request from a fork, or Dependabot's, gets no secrets, and the same workflow builds it without a push
 * (https://docs.github.com/en/actions/reference/security/secrets).
 */
export function wantedPush(
  { withoutSecrets }: Pick<GitFacts, 'withoutSecrets'>,
  repositories: readonly Repository[],
  passwords: readonly string[],
): PushDecision {
  const needsLogin = repositories.some(({ registry }) => !isLoopback(registry))
  if (!withoutSecrets || passwords.length > 0 || !needsLogin) return { push: true }
  return {
    push: false,
    notice:
      'nothing is pushed: the runs of pull requests from forks and of Dependabot get no secrets. The images are built and verified all the same.',
  }
}
