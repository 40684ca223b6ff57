import { existsSync } from 'node:fs'
import { remoteTrials } from '../builder/remote-trial.js'
import { trialBuilds } from '../builder/trial-build.js'
import { binfmtCheck, emulatorCheck } from '../emulation/health.js'
import { HostError, RegistryError } from '../errors.js'
import { type Check, error, ok } from '../host/check.js'
import { cgroupsCheck, gitCheck, nodeCheck, ownLimits, spaceCheck } from '../host/machine.js'
import { parsePlatform } from '../oci/platform.js'
import { limitsCheck, serviceChecks, storesParent, userIdsCheck } from '../podman/health.js'
import { type PodmanInfo, podmanInfo } from '../podman/info.js'
import { isClient } from '../podman/machine.js'
import { authFilePaths } from '../registry/auth-file.js'
import { readRegistryRules } from '../registry/registries-conf.js'
import type { Section } from '../report/doctor.js'
import { INPUTS } from '../request/contract.js'

// Those besides the defaults that official images are published for.
const OTHER_PLATFORMS = ['linux/arm/v7', 'linux/386', 'linux/ppc64le', 'linux/s390x', 'linux/riscv64']

/** Looks at all that a build needs of this machine. Changes nothing, and takes three seconds. */
export async function examine(env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<Section[]> {
  const { podman, checks } = await podmanChecks(env, signal)
  // What builds is looked at, not what a client of it runs on.
  const isHere = podman === undefined ? !isClient(env) : !podman.isRemote
  const machine = await Promise.all([
    Promise.resolve(nodeCheck()),
    gitCheck(),
    ...(isHere ? [cgroupsCheck(env)] : []),
    spaceCheck('temporary files', env.TMPDIR || '/var/tmp'),
  ])
  return [
    { title: 'podman', checks },
    { title: 'machine', checks: machine },
    ...(isHere ? [{ title: 'platforms', checks: [await binfmtCheck(), ...(await platformChecks())] }] : []),
    { title: 'registries', checks: await registryChecks(env) },
    ...(podman ? [{ title: 'trial', checks: await trials(podman) }] : []),
  ]
}

function trials(podman: PodmanInfo): Promise<Check[]> {
  return (podman.isRemote ? remoteTrials : trialBuilds)(podman, defaultPlatforms())
}

async function podmanChecks(
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<{ podman?: PodmanInfo; checks: Check[] }> {
  let podman: PodmanInfo
  try {
    podman = await podmanInfo(signal)
  } catch (problem) {
    if (!(problem instanceof HostError)) throw problem
    return { checks: [error('podman', problem.message, problem.cure ?? 'run podman info')] }
  }
  const { version, rootless, runtime } = podman
  const checks = [
    ok('podman', `${version}, ${rootless ? 'rootless' : 'as root'}`),
    ...(runtime === undefined ? [] : [ok('OCI runtime', runtime)]),
    userIdsCheck(podman),
    ...(podman.isRemote
      ? serviceChecks(podman)
      : [
          await limitsCheck(podman, await ownLimits(), env),
          await spaceCheck('storage', storesParent(podman)),
        ]),
  ]
  return { podman, checks }
}

function defaultPlatforms() {
  const { default: platforms } = INPUTS.find(({ name }) => name === 'platforms') as { default: string }
  return platforms.split(',').map(parsePlatform)
}

async function platformChecks(): Promise<Check[]> {
  const needed = defaultPlatforms()
  const others = OTHER_PLATFORMS.map(parsePlatform)
  const all = [
    ...needed.map((platform) => emulatorCheck(platform, { needed: true })),
    ...others.map((platform) => emulatorCheck(platform, { needed: false })),
  ]
  return Promise.all(all)
}

async function registryChecks(env: NodeJS.ProcessEnv): Promise<Check[]> {
  const logins = authFilePaths(env).filter(existsSync)
  return [
    await registriesCheck(env),
    ok('logins', logins.length === 0 ? 'none: pushes need username and password' : logins.join(', ')),
  ]
}

async function registriesCheck(env: NodeJS.ProcessEnv): Promise<Check> {
  try {
    const { files } = await readRegistryRules(env)
    return ok(
      'registries.conf',
      files.length === 0 ? 'none: names of images must be whole' : files.join(', '),
    )
  } catch (problem) {
    if (!(problem instanceof RegistryError)) throw problem
    return error('registries.conf', problem.message, problem.cure ?? 'mend the file')
  }
}
