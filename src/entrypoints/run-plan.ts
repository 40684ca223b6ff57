import type { Host } from '../host/host.js'
import { planText } from '../report/plan.js'
import type { CommandLine } from '../request/command-line.js'
import { parsePlanRequest } from '../request/plan-request.js'
import { matrixOf } from '../services/matrix.js'
import { planServices } from '../services/plan.js'

/** From arguments to a matrix: one line of JSON on standard output, whether `--json` was asked for or not. */
export async function runPlan({ given }: CommandLine, host: Host, signal: AbortSignal): Promise<void> {
  const request = parsePlanRequest(given)
  const plan = await planServices(request, { env: process.env, signal }, process.cwd())
  const matrix = matrixOf(plan, request)
  if (plan.notice !== undefined) host.notice(plan.notice)
  host.info(planText(plan))
  process.stdout.write(`${JSON.stringify(matrix)}\n`)
}
