import { context, getOctokit } from '@actions/github'
import { messageOf } from '../errors.js'
import type { Host } from './host.js'
import { plainText } from './plain-text.js'

// https://docs.github.com/en/rest/checks/runs#create-a-check-run: so many annotations a request.
const BATCH = 50
const LONGEST_TEXT = 60_000
const TIMEOUT_MS = 15_000
/** GitHub's answers to a token that may only read, or may not see the repository. */
const NOT_ALLOWED = [401, 403, 404]

/** A line of a file with something to say about it. */
export interface CheckAnnotation {
  /** From the root of the repository. */
  readonly path: string
  readonly startLine: number
  readonly endLine: number
  readonly level: 'notice' | 'warning' | 'failure'
  readonly title: string
  readonly message: string
}

/** How one platform fared, as GitHub shows it at a commit. */
export interface CheckRun {
  readonly name: string
  readonly conclusion: 'success' | 'failure' | 'cancelled' | 'neutral'
  readonly title: string
  /** Plain text. */
  readonly summary: string
  readonly annotations: readonly CheckAnnotation[]
}

/** How GitHub is told. */
export interface CheckRunOptions {
  readonly token: string
  readonly host: Host
  readonly signal: AbortSignal
}

/**
 * Shows checks at the commit of the workflow run. It is an extra: a token that may not is a notice, anything else that goes wrong
 * a warning.
 */
export async function sendCheckRuns(
  checks: readonly CheckRun[],
  { token, host, signal }: CheckRunOptions,
): Promise<void> {
  if (token === '' || process.env.GITHUB_REPOSITORY === undefined || process.env.GITHUB_SHA === undefined) {
    host.notice('check-runs: there is no token, or this is no workflow run: no checks are shown')
    return
  }
  try {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)])
    for (const check of checks) await send(check, { token, host, signal: limit })
  } catch (error) {
    const { status } = error as { status?: number }
    if (status !== undefined && NOT_ALLOWED.includes(status)) {
      host.notice(
        'check-runs: the token may not write checks (give the job permissions: checks: write); no checks are shown',
      )
    } else host.warning(`check-runs: GitHub could not be told: ${messageOf(error)}`)
  }
}

async function send(check: CheckRun, { token, host, signal }: CheckRunOptions): Promise<void> {
  // What a program or podman prints can be in a message, and no runner masks what is sent from here.
  const shown = (text: string) => host.hide(text.split('\n').map(plainText).join('\n')).slice(0, LONGEST_TEXT)
  const octokit = getOctokit(token)
  const batches = batched(check.annotations)
  const where = { ...context.repo, request: { signal } }
  const output = (annotations: readonly CheckAnnotation[]) => ({
    title: shown(check.title),
    summary: shown(check.summary),
    annotations: annotations.map((each) => ({
      path: each.path,
      start_line: each.startLine,
      end_line: each.endLine,
      annotation_level: each.level,
      title: each.title,
      message: shown(each.message),
    })),
  })
  const { data } = await octokit.rest.checks.create({
    ...where,
    name: check.name,
    head_sha: headCommit(),
    details_url: `${context.serverUrl}/${context.repo.owner}/${context.repo.repo}/actions/runs/${context.runId}`,
    status: 'completed',
    conclusion: check.conclusion,
    output: output(batches[0] ?? []),
  })
  for (const batch of batches.slice(1)) {
    await octokit.rest.checks.update({ ...where, check_run_id: data.id, output: output(batch) })
  }
}

// On pull requests GITHUB_SHA is a merge that nobody looks at, and after another workflow the head of the default branch.
// https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#pull_request
function headCommit(): string {
  const { pull_request: pullRequest, workflow_run: workflowRun } = context.payload
  const head = (pullRequest?.head as { sha?: string } | undefined)?.sha ?? workflowRun?.head_sha
  return typeof head === 'string' ? head : context.sha
}

function batched(annotations: readonly CheckAnnotation[]): CheckAnnotation[][] {
  const count = Math.ceil(annotations.length / BATCH)
  return Array.from({ length: count }, (_, at) => annotations.slice(at * BATCH, (at + 1) * BATCH))
}
