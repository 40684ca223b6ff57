import type { Host } from '../host/host.js'
import { mergedRecord, recordOutput } from '../pipeline/merged-commit.js'
import { automaticBase } from '../pipeline/plan-base.js'
import { planText } from '../report/plan.js'
import type { CommandLine } from '../request/command-line.js'
import { gitFacts } from '../request/git.js'
import { type PlanRequest, parsePlanRequest } from '../request/plan-request.js'
import { automaticPush } from '../request/push.js'
import { type Matrix, matrixOf } from '../services/matrix.js'
import { planServices } from '../services/plan.js'

/** From arguments to a matrix: one line of JSON on standard output, whether `--json` was asked for or not. */
export async function runPlan({ given }: CommandLine, host: Host, signal: AbortSignal): Promise<void> {
  const { matrix } = await plan(given, host, signal)
  process.stdout.write(`${JSON.stringify(matrix)}\n`)
}

/** From inputs to outputs: each part of the matrix is one. */
export async function planStep(
  given: Readonly<Record<string, string>>,
  host: Host,
  signal: AbortSignal,
): Promise<void> {
  const { matrix, push, record } = await plan(given, host, signal)
  for (const [name, value] of Object.entries(matrix)) host.setOutput(name, JSON.stringify(value))
  host.setOutput('push', String(push))
  host.setOutput('record', push && record !== undefined ? recordOutput(record, process.env) : '')
}

interface Planned {
  readonly matrix: Matrix
  readonly push: boolean
  readonly record: string | undefined
}

async function plan(
  given: Readonly<Record<string, string>>,
  host: Host,
  signal: AbortSignal,
): Promise<Planned> {
  const asked = parsePlanRequest(given)
  const folder = process.cwd()
  const surroundings = { env: process.env, signal }
  const push = await isPushed(asked, signal)
  const record = mergedRecord(process.env, asked)
  const isAsked = asked.base === 'auto' && !asked.all
  const base = isAsked ? await automaticBase({ ...surroundings, host, push, record }, folder) : asked.base
  const request = { ...asked, base: base === 'auto' ? undefined : base, everyCommit: push }
  const planned = await planServices(request, surroundings, folder)
  if (planned.notice !== undefined) host.notice(planned.notice)
  host.info(planText(planned))
  return { matrix: matrixOf(planned, request), push, record }
}

async function isPushed({ push }: PlanRequest, signal: AbortSignal): Promise<boolean> {
  if (push === 'false') return false
  const inputs = { context: '.', image: '', 'git-labels': 'never' }
  const git = await gitFacts(inputs, { env: process.env, signal })
  return push === 'true' ? !git.withoutSecrets : automaticPush(git).push
}
