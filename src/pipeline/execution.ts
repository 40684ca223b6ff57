import { ensureRunnable, probe } from '../emulation/emulation.js'
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
  await ensureRunnable(plan.mustRun, { host, signal })
  const found = new Map<string, PlatformReport['execution']>()
  for (const platform of request.platforms) {
    const runnable = await probe(platform, { signal })
    if (runnable === undefined && plan.executes) {
      throw new HostError(
        `${platform.text}: this host can’t run its programs, which RUN steps of the Dockerfile need`,
        {
          cure: 'set qemu: auto, or let the RUN steps run on FROM --platform=$BUILDPLATFORM',
        },
      )
    }
    found.set(platform.text, runnable?.how === 'native' || plan.executes ? runnable!.how : 'cross-built')
  }
  return found
}
