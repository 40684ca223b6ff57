import { Failure } from '../../errors.js'
import { pipe } from '../../host/process.js'

type PipeOptions = Parameters<typeof pipe>[2]

/** How files that builds made are reached: rootless they can belong to subordinate users, inside podman's user namespace. */
export interface Access {
  readonly rootless: boolean
  readonly signal?: AbortSignal
}

/**
 * Runs a program as the one to whom all files of a build belong.
 * @throws {Failure} when it fails
 */
export async function runAsOwner(
  access: Access,
  command: readonly string[],
  streams: Pick<PipeOptions, 'input' | 'output'>,
): Promise<void> {
  const [program, ...args] = access.rootless ? ['podman', 'unshare', ...command] : command
  const { exitCode, stderr } = await pipe(program!, args, {
    ...streams,
    // Messages that are looked at, and numbers with a point, whatever the user's language is.
    env: { LC_ALL: 'C' },
    ...(access.signal && { signal: access.signal }),
  })
  if (exitCode === 0) return
  const said = stderr.trim().split('\n').at(-1) ?? ''
  throw new Failure(`${command[0]} ended with ${exitCode}${said === '' ? '' : `: ${said}`}`)
}
