import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HostError, Interrupted } from '../errors.js'
import { type Environment, stream } from '../host/process.js'

/** Git's answer in one folder, without the line end; undefined when it has none, isn't installed or took too long. */
export type Git = (args: readonly string[], options?: GitOptions) => Promise<string | undefined>

/** How one call differs. */
export interface GitOptions {
  readonly env?: Environment
  /** Ends the call, which has no answer then. */
  readonly limit?: AbortSignal
  /** Only where Git trusts the folder without our word: what is asked may run programs that the folder's settings name. */
  readonly onlyTrusted?: boolean
  /** Its standard input. */
  readonly input?: string
}

/** What Git is started with. */
export interface GitSurroundings {
  readonly env: NodeJS.ProcessEnv
  /** Cancels every call: it then throws {@link Interrupted}. */
  readonly signal: AbortSignal
  /** Answers so far, where many are asked the same: of a checkout that nobody changes meanwhile. */
  readonly known?: Map<string, Promise<Answer>>
}

interface Answer {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

// In container jobs the checkout belongs to another user, and Git would refuse to read it. Whoever that is must not
// get a program of his run by us either, which the setting fsmonitor of his repository could name.
const NO_MONITOR = ['-c', 'core.fsmonitor=false']
const TRUSTED = ['-c', 'safe.directory=*', ...NO_MONITOR]
// The words of newer and of older releases.
const FOREIGN_OWNER = /detected dubious ownership|unsafe repository/

/** Lends a Git that reads a folder whoever owns it, and never asks a question. */
export async function withGit<T>(
  folder: string,
  surroundings: GitSurroundings,
  use: (git: Git) => Promise<T>,
): Promise<T> {
  const { env } = surroundings
  const base: Environment = { ...env, GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' }
  const problem = (await ask([...TRUSTED, '-C', folder, 'rev-parse', '--git-dir'], base, surroundings)).stderr
  if (!FOREIGN_OWNER.test(problem)) return use(answers(folder, base, surroundings))
  // Before 2.38 Git takes safe.directory from files alone
  // (https://github.com/git/git/blob/v2.37.0/Documentation/config/safe.txt).
  const own = await mkdtemp(join(env.RUNNER_TEMP || tmpdir(), 'multiarch-build-git-'))
  try {
    const config = join(own, 'config')
    await writeFile(config, trustingConfig(env))
    return await use(answers(folder, { ...base, GIT_CONFIG_GLOBAL: config }, surroundings))
  } finally {
    await rm(own, { recursive: true, force: true })
  }
}

function trustingConfig(env: NodeJS.ProcessEnv): string {
  const home = env.HOME ?? ''
  const files = env.GIT_CONFIG_GLOBAL
    ? [env.GIT_CONFIG_GLOBAL]
    : [join(env.XDG_CONFIG_HOME || join(home, '.config'), 'git', 'config'), join(home, '.gitconfig')]
  const includes = files.map((path) => `[include]\npath = ${JSON.stringify(path)}\n`)
  return `${includes.join('')}[safe]\ndirectory = *\n`
}

function answers(folder: string, base: Environment, surroundings: GitSurroundings): Git {
  return async (args, { env, limit, onlyTrusted, input } = {}) => {
    const all = onlyTrusted ? [...NO_MONITOR, '-C', folder, ...args] : [...TRUSTED, '-C', folder, ...args]
    const variables = onlyTrusted ? { GIT_CONFIG_GLOBAL: surroundings.env.GIT_CONFIG_GLOBAL } : {}
    const { exitCode, stdout } = await ask(all, { ...base, ...variables, ...env }, surroundings, limit, input)
    // A blank at the end may belong to the name of a file.
    return exitCode === 0 ? stdout.replace(/\n+$/, '') : undefined
  }
}

function ask(
  args: readonly string[],
  env: Environment,
  surroundings: GitSurroundings,
  limit?: AbortSignal,
  input?: string,
): Promise<Answer> {
  const { known } = surroundings
  const key = JSON.stringify([args, env.GIT_CONFIG_GLOBAL, env.GIT_SSH_COMMAND, input])
  const answer = known?.get(key) ?? askAnew(args, env, surroundings, limit, input)
  known?.set(key, answer)
  // What has a limit asks others, who may answer the next time.
  const forget = () => known?.delete(key)
  if (limit !== undefined) answer.then(({ exitCode }) => exitCode !== 0 && forget(), forget)
  return answer
}

async function askAnew(
  args: readonly string[],
  env: Environment,
  { signal }: GitSurroundings,
  limit?: AbortSignal,
  input?: string,
): Promise<Answer> {
  const text = { stdout: '', stderr: '' }
  try {
    const { exitCode } = await stream('git', args, {
      env,
      ...(input !== undefined && { input }),
      signal: limit === undefined ? signal : AbortSignal.any([signal, limit]),
      onLine: (line, from) => {
        text[from] += `${line}\n`
      },
    })
    return { exitCode, ...text }
  } catch (error) {
    const isTooLong = error instanceof Interrupted && !signal.aborted
    if (!isTooLong && !(error instanceof HostError)) throw error
    return { exitCode: 1, ...text }
  }
}
