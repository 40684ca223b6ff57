import { constants, open, opendir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { messageOf } from '../errors.js'
import { type Environment, stream } from '../host/process.js'
import { type Entry, parseEntry } from './binfmt.js'

/** Where the kernel's registrations are. */
export const BINFMT_FOLDER = '/proc/sys/fs/binfmt_misc'

/** What the kernel has registered to run other programs than its own. */
export interface Registrations {
  /** False when the file system isn't mounted here, so that nothing is known. */
  readonly mounted: boolean
  /** False when the whole mechanism is switched off. */
  readonly enabled: boolean
  /** In the order in which the kernel asks them. */
  readonly entries: readonly Entry[]
}

/**
 * Reads what is registered, which needs no rights. What can't be read counts as absent: containers hide this
 * folder, or parts of it.
 */
export async function readRegistrations(folder: string): Promise<Registrations> {
  const names = await namesNewestFirst(folder)
  const status = await textOf(join(folder, 'status'))
  const others = names.filter((name) => name !== 'status' && name !== 'register')
  const entries = await Promise.all(
    others.map(async (name) => parseEntry(name, (await textOf(join(folder, name))) ?? '')),
  )
  return {
    mounted: names.includes('register'),
    enabled: status?.trim() !== 'disabled',
    entries: entries.filter((entry) => entry !== undefined),
  }
}

// Of several entries that match, the kernel takes the one registered last (`create_entry` puts it first in the
// list, https://github.com/torvalds/linux/blob/v6.12/fs/binfmt_misc.c). Nothing tells the order but the folder's
// own: such file systems list what was created last first (`dcache_readdir` in fs/libfs.c). `opendir` keeps that,
// `readdir` would sort. Times tell less: switching an entry off and on changes them.
async function namesNewestFirst(folder: string): Promise<string[]> {
  const names: string[] = []
  try {
    for await (const entry of await opendir(folder)) names.push(entry.name)
  } catch (error) {
    if (!isAbsence(error)) throw error
  }
  return names
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (isAbsence(error)) return undefined
    throw error
  }
}

function isAbsence(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException
  return ['ENOENT', 'EACCES', 'EPERM', 'ENOTDIR', 'EISDIR', 'EINVAL'].includes(code ?? '')
}

/** Whether this process is root's. */
export function isRoot(): boolean {
  return process.geteuid?.() === 0
}

/** The arguments that run a program as root: itself, or by a sudo that never asks. */
export function asRoot(program: string, args: readonly string[]): readonly [string, readonly string[]] {
  return isRoot() ? [program, args] : ['sudo', ['-n', program, ...args]]
}

/**
 * Mounts the file system where that was not done.
 * @returns what went wrong
 */
export async function mountBinfmt(folder: string, env: Environment): Promise<string | undefined> {
  if ((await readRegistrations(folder)).mounted) return undefined
  const problem = await run(asRoot('mount', mountArguments(folder)), env)
  // Another process may have done it meanwhile.
  return problem === undefined || (await readRegistrations(folder)).mounted ? undefined : problem
}

/** The arguments of `mount` that make the kernel's registrations visible. */
export function mountArguments(folder: string): readonly string[] {
  return ['-t', 'binfmt_misc', 'binfmt_misc', folder]
}

/** Whether {@link write} can work, found out without writing. */
export async function isWritable(file: string, env: Environment): Promise<boolean> {
  if (await writableByUs(file)) return true
  return !isRoot() && (await run(asRoot('test', ['-w', file]), env)) === undefined
}

async function writableByUs(file: string): Promise<boolean> {
  try {
    // Not `access`, which goes by the real user, not the effective one.
    await (await open(file, constants.O_WRONLY)).close()
    return true
  } catch {
    return false
  }
}

/**
 * Writes to one of the kernel's files, as root where that is needed.
 * @returns what went wrong
 */
export async function write(file: string, text: string, env: Environment): Promise<string | undefined> {
  if (!(await writableByUs(file))) return run(['sudo', ['-n', 'tee', file]], env, text)
  try {
    // The kernel takes a registration as a whole or not at all, so it has to be a single write.
    const handle = await open(file, constants.O_WRONLY)
    try {
      await handle.write(text)
    } finally {
      await handle.close()
    }
    return undefined
  } catch (error) {
    return messageOf(error)
  }
}

async function run(
  [program, args]: readonly [string, readonly string[]],
  env: Environment,
  input?: string,
): Promise<string | undefined> {
  const said: string[] = []
  try {
    const { exitCode } = await stream(program, args, {
      env,
      ...(input !== undefined && { input }),
      onLine: (line, output) => output === 'stderr' && said.push(line),
    })
    return exitCode === 0 ? undefined : said.join('; ') || `${program} ended with exit code ${exitCode}`
  } catch (error) {
    return messageOf(error)
  }
}
