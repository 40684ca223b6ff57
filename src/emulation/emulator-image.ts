import { messageOf } from '../errors.js'
import type { Log } from '../host/host.js'
import { type Environment, stream } from '../host/process.js'
import { asRoot } from './kernel.js'

interface Surroundings {
  readonly env: Environment
  readonly log: Log
  readonly signal?: AbortSignal | undefined
}

/**
 * Runs a container image that registers an emulator with the kernel: privileged, as root, with the arguments
 * `--install ARCHITECTURE`, as https://github.com/tonistiigi/binfmt takes them. The image must hold a static emulator and
 * register it with the flag F, since its files are gone when it ends.
 * @returns what went wrong
 */
export async function runEmulatorImage(
  image: string,
  architecture: string,
  { env, log, signal }: Surroundings,
): Promise<string | undefined> {
  const options = ['--rm', '--privileged', '--network=none', '--pull=missing']
  const [program, args] = asRoot('podman', ['run', ...options, image, '--install', architecture])
  let last = ''
  const onLine = (line: string) => {
    log.line(line)
    last = line
  }
  try {
    const { exitCode } = await stream(program, args, { env, onLine, ...(signal && { signal }) })
    return exitCode === 0 ? undefined : last || `exit code ${exitCode}`
  } catch (error) {
    if (signal?.aborted) throw error
    return messageOf(error)
  }
}
