import { setTimeout as sleep } from 'node:timers/promises'
import { Interrupted } from '../errors.js'
import type { Environment } from '../host/process.js'
import { delayAfter } from '../registry/retry.js'
import type { Git, GitSurroundings } from './git-program.js'

const TRIES = 3
const LIMIT_MS = 30_000

/**
 * All tags of the origin; undefined when it could not be asked.
 * @param limitMs time for all tries together
 * @throws {Interrupted} when the signal fired
 */
export async function originTags(
  git: Git,
  { env, signal }: GitSurroundings,
  limitMs = LIMIT_MS,
): Promise<string[] | undefined> {
  // Without such a remote Git would take the word for a path.
  if ((await git(['remote', 'get-url', 'origin'])) === undefined) return undefined
  const options = { env: await unattendedSsh(git, env), limit: AbortSignal.timeout(limitMs) }
  const pauseSignal = AbortSignal.any([signal, options.limit])
  for (let failed = 0; failed < TRIES && !options.limit.aborted; failed++) {
    if (failed > 0) {
      await sleep(delayAfter(failed, undefined, Math.random()), undefined, { signal: pauseSignal }).catch(
        () => {
          if (signal.aborted) throw new Interrupted()
        },
      )
    }
    const listing = await git(['ls-remote', '--tags', '--refs', 'origin'], options)
    if (listing !== undefined) return parseTags(listing)
  }
  return undefined
}

// The variable would win over the keys that actions/checkout writes into core.sshCommand (its input ssh-key).
async function unattendedSsh(git: Git, env: NodeJS.ProcessEnv): Promise<Environment> {
  const isSet = env.GIT_SSH_COMMAND || env.GIT_SSH || (await git(['config', 'core.sshCommand']))
  return isSet ? {} : { GIT_SSH_COMMAND: 'ssh -oBatchMode=yes' }
}

function parseTags(listing: string): string[] {
  return listing
    .split('\n')
    .map((line) => line.split('\trefs/tags/')[1])
    .filter((tag) => tag !== undefined)
}
