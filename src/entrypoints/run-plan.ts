import type { Host } from '../host/host.js'
import { planText } from '../report/plan.js'
import type { CommandLine } from '../request/command-line.js'
import { gitFacts } from '../request/git.js'
import { type PlanRequest, parsePlanRequest } from '../request/plan-request.js'
import { automaticPush } from '../request/push.js'
import { type Matrix, matrixOf } from '../services/matrix.js'
import { planServices } from '../services/plan.js'

/** From arguments to a matrix: one line of JSON on standard output, whether `--json` was asked for or not. */
export async function runPlan({ given }: CommandLine, host: Host, signal: AbortSignal): Promise<void> {
  process.stdout.write(`${JSON.stringify(await plan(given, host, signal))}\n`)
}

/** From inputs to outputs: each part of the matrix is one. */
export async function planStep(
  given: Readonly<Record<string, string>>,
  host: Host,
  signal: AbortSignal,
): Promise<void> {
  const matrix = await plan(given, host, signal)
  for (const [name, value] of Object.entries(matrix)) host.setOutput(name, JSON.stringify(value))
  host.setOutput('push', String(await isPushed(parsePlanRequest(given), signal)))
}

async function isPushed({ push }: PlanRequest, signal: AbortSignal): Promise<boolean> {
  if (push === 'false') return false
  const inputs = { context: '.', image: '', 'git-labels': 'never' }
  const git = await gitFacts(inputs, { env: process.env, signal })
  return push === 'true' ? !git.withoutSecrets : automaticPush(git).push
}

async function plan(
  given: Readonly<Record<string, string>>,
  host: Host,
  signal: AbortSignal,
): Promise<Matrix> {
  const request = parsePlanRequest(given)
  const planned = await planServices(request, { env: process.env, signal }, process.cwd())
  if (planned.notice !== undefined) host.notice(planned.notice)
  host.info(planText(planned))
  return matrixOf(planned, request)
}
