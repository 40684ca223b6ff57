import { emulatorCache } from '../cache/emulators.js'
import { ensureRunnable, probe, type Runnable } from '../emulation/emulation.js'
import { isNative } from '../emulation/registration.js'
import { HostError } from '../errors.js'
import type { BuildPlan } from '../plan/plan.js'
import type { PlatformReport } from '../report/report.js'
import type { BuildRequest } from '../request/build-request.js'
import type { Run } from './build.js'

/** What this host can run, and how each platform will be built with that. */
export interface Preparation {
  readonly execution: ReadonlyMap<string, PlatformReport['execution']>
  /** Platforms whose programs the build runs, and the host's own. */
  readonly runnable: ReadonlyMap<string, Runnable>
}

/**
 * Makes the host able to run what the build runs, and says for each platform how it will be built.
 * @throws {HostError} when it can't
 */
export async function prepareExecution(
  request: BuildRequest,
  plan: BuildPlan,
  run: Run,
): Promise<Preparation> {
  const { host, signal } = run
  if (plan.emulate && plan.mustRun.length > 0) {
    const cache = emulatorCache(run.cache, host)
    await ensureRunnable(plan.mustRun, { host, signal, image: request.qemuImage, cache })
  }
  const runnable = new Map<string, Runnable>()
  // Asking for others would start the emulator, if there is one, for nothing.
  const native = request.platforms.filter(({ architecture }) => isNative(architecture))
  for (const platform of new Map([...plan.mustRun, ...native].map((each) => [each.text, each])).values()) {
    const found = await probe(platform, { signal })
    if (found !== undefined) runnable.set(platform.text, found)
  }
  for (const { text } of plan.mustRun) {
    if (runnable.has(text)) continue
    throw new HostError(`${text}: this host can’t run its programs, which RUN steps of the Dockerfile need`, {
      cure: 'set qemu: auto, or let the RUN steps run on FROM --platform=$BUILDPLATFORM',
    })
  }
  const execution = request.platforms.map(({ text }): [string, PlatformReport['execution']] => {
    const how = runnable.get(text)?.how
    return [text, how === 'native' || (plan.executes && how !== undefined) ? how : 'cross-built']
  })
  return { execution: new Map(execution), runnable }
}
