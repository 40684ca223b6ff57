import { statSync } from 'node:fs'
import { access, constants } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import type { Dockerfile } from '../dockerfile/parse.js'
import { unreadableHeredoc } from '../dockerfile/podman-syntax.js'
import { BuildError, HostError, messageOf } from '../errors.js'
import type { Check } from '../host/check.js'
import { spaceCheck } from '../host/machine.js'
import { driverCheck, storesParent, userIdsCheck } from '../podman/health.js'
import type { PodmanInfo } from '../podman/info.js'
import type { Site } from './site.js'

/**
 * Refuses what is known to fail before anything is made.
 * @throws {HostError} for a folder that can't be written to
 * @throws {BuildError} for a Dockerfile that this podman can't read
 */
export async function refuseHopeless(
  dockerfile: Dockerfile,
  podman: PodmanInfo,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const heredoc = unreadableHeredoc(dockerfile, podman.version)
  if (heredoc !== undefined) {
    throw new BuildError(`podman ${podman.version} can’t read the here-document of this ${heredoc.keyword}`, {
      cure: 'use podman 4.8 or newer, or write the commands with && and backslashes',
      location: { file: dockerfile.path, line: heredoc.line, endLine: heredoc.endLine },
    })
  }
  for (const folder of new Set([env.RUNNER_TEMP || tmpdir(), '/tmp', env.TMPDIR || '/var/tmp'])) {
    await access(folder, constants.W_OK | constants.X_OK).catch((cause) => {
      throw new HostError(`temporary files can’t be written to ${folder}: ${messageOf(cause)}`, {
        cure: 'set TMPDIR to a folder that this user can write to',
        cause,
      })
    })
  }
}

/** Says what makes builds fail or slow on this machine, before one does. Starts no program. */
export async function warnOfConcerns(podman: PodmanInfo, site: Site, env: NodeJS.ProcessEnv): Promise<void> {
  const driver = site.stores.values().next().value?.driver ?? podman.graphDriver
  const checks: Check[] = [
    driverCheck(driver),
    ...(podman.isRemote ? [] : [await spaceCheck('storage', storesParent(podman))]),
    await spaceCheck('temporary files', env.TMPDIR || '/var/tmp'),
    userIdsCheck(podman),
  ]
  for (const { state, subject, found, cure } of checks) {
    if (state !== 'ok') site.warn(`${subject}: ${found}. What to do: ${cure}`)
  }
}

/**
 * What tells that the checkout was made with another umask than runners have, so that its files have other modes and the layers other
 * digests (docs/traps.md, 32): the Dockerfile is of the same checkout.
 */
export function umaskNote(dockerfile: Dockerfile): string | undefined {
  const copies = dockerfile.stages
    .flatMap(({ instructions }) => instructions)
    .filter(
      ({ keyword, flags }) => /^(COPY|ADD)$/.test(keyword) && !flags.some(({ name }) => name === 'from'),
    )
  const mode = statSync(dockerfile.path).mode & 0o777
  if ((mode & 0o020) === 0 || copies.every(({ flags }) => flags.some(({ name }) => name === 'chmod')))
    return undefined
  return `files of this checkout can be written by their group (${mode.toString(8)}): the same commit gives layers with other digests where the umask is 022, as on most runners; COPY --chmod=…, or a checkout with that umask, makes them the same`
}
