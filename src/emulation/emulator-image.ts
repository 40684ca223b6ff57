import { join } from 'node:path'
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

/**
 * Copies a file out of a container image that is in podman's storage, as root's podman sees it.
 * @param folder where it goes
 * @returns the copy; undefined when there is no such file
 */
export async function copyOutOfImage(
  image: string,
  path: string,
  folder: string,
  { env, signal }: Omit<Surroundings, 'log'>,
): Promise<string | undefined> {
  const podman = async (...options: string[]) => {
    const said: string[] = []
    const [program, args] = asRoot('podman', options)
    const onLine = (line: string, from: string) => from === 'stdout' && said.push(line)
    const { exitCode } = await stream(program, args, { env, onLine, ...(signal && { signal }) })
    return exitCode === 0 ? (said.at(-1) ?? '') : undefined
  }
  // Never started, so that what it would run doesn't matter.
  const container = await podman('create', '--pull=never', '--network=none', image, 'nothing')
  if (container === undefined) return undefined
  const copy = join(folder, 'emulator')
  const copied = await podman('cp', `${container}:${path}`, copy)
  await podman('rm', '--force', container)
  return copied === undefined ? undefined : copy
}
