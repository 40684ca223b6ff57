import { ensureRunnable, probe, type Runnable } from '../emulation/emulation.js'
import { HostError } from '../errors.js'
import type { BuildPlan } from '../plan/plan.js'
import type { PlatformReport } from '../report/report.js'
import type { BuildRequest } from '../request/build-request.js'
import type { Run } from './build.js'

/**
 * Makes the host able to run what the build runs, and says for each platform how it will be built.
 * @throws {HostError} when it can't
 */
export async function prepareExecution(
  request: BuildRequest,
  plan: BuildPlan,
  run: Run,
): Promise<Map<string, PlatformReport['execution']>> {
  const { host, signal } = run
  if (plan.emulate && plan.mustRun.length > 0) await ensureRunnable(plan.mustRun, { host, signal })
  const runnable = new Map<string, Runnable | undefined>()
  for (const platform of [...plan.mustRun, ...request.platforms]) {
    runnable.set(platform.text, await probe(platform, { signal }))
  }
  for (const { text } of plan.mustRun) {
    if (runnable.get(text) !== undefined) continue
    throw new HostError(`${text}: this host can’t run its programs, which RUN steps of the Dockerfile need`, {
      cure: 'set qemu: auto, or let the RUN steps run on FROM --platform=$BUILDPLATFORM',
    })
  }
  return new Map(
    request.platforms.map(({ text }) => {
      const how = runnable.get(text)?.how
      return [text, how === 'native' || (plan.executes && how !== undefined) ? how : 'cross-built']
    }),
  )
}
