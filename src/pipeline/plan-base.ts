import type { Host } from '../host/host.js'
import { readPayload } from '../request/git.js'
import { withGit } from '../request/git-program.js'
import { readMerged } from './merged-commit.js'

/** What `base: auto` goes by. */
export interface BaseQuestion {
  readonly host: Host
  readonly env: NodeJS.ProcessEnv
  readonly signal: AbortSignal
  /** Whether this run pushes. */
  readonly push: boolean
  /** Where it is remembered what is merged; undefined where nothing is. */
  readonly record: string | undefined
}

/**
 * The commit since which changes count: a pull request's or merge queue's base, and for a push to a branch the last commit up to which all
 * was merged, so that what a failed run was to build is not forgotten.
 * @returns undefined where there is none, and all has to be planned
 */
export async function automaticBase(question: BaseQuestion, folder: string): Promise<string | undefined> {
  const { env, push, record } = question
  const payload = readPayload(env.GITHUB_EVENT_PATH)
  switch (env.GITHUB_EVENT_NAME) {
    case 'pull_request':
    case 'pull_request_target':
      // What an earlier commit of it pushed stands under its tags.
      return push ? undefined : payload.pull_request?.base?.sha
    case 'merge_group':
      return payload.merge_group?.base_sha
    case 'push':
      if (record === undefined) return undefined
      return push ? lastMerged(record, question, folder) : payload.before
    default:
      return undefined
  }
}

async function lastMerged(
  record: string,
  question: BaseQuestion,
  folder: string,
): Promise<string | undefined> {
  const commit = (await readMerged(record, question))?.commit
  if (commit === undefined) {
    question.host.notice(
      'all services are planned: no earlier run on this branch is known to have merged all',
    )
    return undefined
  }
  // After the branch was moved elsewhere, images of commits that are no more in it may stand under its tags.
  const isBefore = await withGit(folder, question, (git) =>
    git(['merge-base', '--is-ancestor', commit, 'HEAD']),
  )
  if (isBefore !== undefined) return commit
  question.host.notice(
    `all services are planned: ${commit}, the last that was merged, is not before this one`,
  )
  return undefined
}
