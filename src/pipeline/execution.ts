import { emulatorCache } from '../cache/emulators.js'
import { ensureRunnable, probe, type Runnable } from '../emulation/emulation.js'
import { isNative } from '../emulation/registration.js'
import { HostError } from '../errors.js'
import type { Platform } from '../oci/platform.js'
import type { BuildPlan } from '../plan/plan.js'
import type { RemotePodman } from '../podman/remote.js'
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
 * Makes the host able to run what the build of some platforms runs, and says for each platform how it will be built.
 * @param platforms those that are built, not taken from an earlier run
 * @throws {HostError} when it can't
 */
export async function prepareExecution(
  request: BuildRequest,
  plan: BuildPlan,
  platforms: readonly Platform[],
  remotes: ReadonlyMap<string, RemotePodman>,
  run: Run,
): Promise<Preparation> {
  const { host, signal } = run
  const mustRun = neededFor(platforms, request, plan)
  if (plan.emulate && mustRun.length > 0) {
    const cache = emulatorCache(run.cache, host)
    await ensureRunnable(mustRun, { host, signal, image: request.qemuImage, cache })
  }
  const runnable = new Map<string, Runnable>()
  // Asking for others would start the emulator, if there is one, for nothing.
  const native = platforms.filter(({ text, architecture }) => !remotes.has(text) && isNative(architecture))
  for (const platform of new Map([...mustRun, ...native].map((each) => [each.text, each])).values()) {
    const found = await probe(platform, { signal })
    if (found !== undefined) runnable.set(platform.text, found)
  }
  for (const { text } of mustRun) {
    if (runnable.has(text)) continue
    const needing = plan.executes ? 'RUN steps of the Dockerfile need' : 'the smoke test needs'
    const other = plan.executes
      ? 'let the RUN steps run on FROM --platform=$BUILDPLATFORM'
      : 'leave smoke-test out'
    throw new HostError(`${text}: this host can’t run its programs, which ${needing}`, {
      cure: `set qemu: auto, or ${other}`,
    })
  }
  const execution = platforms.map(({ text, architecture }): [string, PlatformReport['execution']] => {
    const remote = remotes.get(text)
    if (remote?.platform.architecture === architecture) return [text, 'native']
    if (remote !== undefined) return [text, plan.executes ? 'emulated' : 'cross-built']
    const how = runnable.get(text)?.how
    return [text, how === 'native' || (plan.executes && how !== undefined) ? how : 'cross-built']
  })
  return { execution: new Map(execution), runnable }
}

/** What must run for some of the request's platforms; all of it where that is asked for in any case. */
function neededFor(
  platforms: readonly Platform[],
  request: BuildRequest,
  { mustRun }: BuildPlan,
): readonly Platform[] {
  if (request.qemu === 'always' || request.smokeTest !== undefined) return mustRun
  if (platforms.length === 0) return []
  const left = request.platforms.filter((platform) => !platforms.includes(platform)).map(({ text }) => text)
  return mustRun.filter(({ text }) => !left.includes(text))
}
