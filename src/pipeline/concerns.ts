import { access, constants } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { unreadableHeredoc } from '../diagnosis/dockerfile-text.js'
import { earlyArguments } from '../dockerfile/early-arguments.js'
import type { Dockerfile } from '../dockerfile/parse.js'
import { BuildError, HostError, messageOf } from '../errors.js'
import type { Check } from '../host/check.js'
import { spaceCheck } from '../host/machine.js'
import { driverCheck, storesParent, userIdsCheck } from '../podman/health.js'
import type { PodmanInfo } from '../podman/info.js'
import { moving } from './moving.js'
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
    await spaceCheck('storage', storesParent(podman)),
    await spaceCheck('temporary files', env.TMPDIR || '/var/tmp'),
    userIdsCheck(podman),
  ]
  for (const { state, subject, found, cure } of checks) {
    if (state !== 'ok') site.warn(`${subject}: ${found}. What to do: ${cure}`)
  }
}

/** Says which steps no cache can ever save, and what would help. */
export function warnOfEarlyArguments(dockerfile: Dockerfile, site: Site, env: NodeJS.ProcessEnv): void {
  const { request } = site
  if (request.cache.kind === 'off') return
  const early = earlyArguments(dockerfile, request.build.target, moving(site, env).args)
  for (const { name, declaration, step } of early) {
    site.warn(
      `${name} has another value in every build and is declared before the RUN of line ${step.line}, which sees it: from there on every step runs every time. What to do: move ARG ${name} down to where it is used`,
      { file: dockerfile.path, line: declaration.line, endLine: declaration.endLine },
    )
  }
}
