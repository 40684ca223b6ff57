import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { constants as osConstants } from 'node:os'
import { join, resolve } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'
import { setTimeout as sleep } from 'node:timers/promises'
import { getExecOutput } from '@actions/exec'
import { HostError, Interrupted } from '../errors.js'

/** Variables for a child; undefined ones are left out. */
export type Environment = Readonly<Record<string, string | undefined>>

/** A finished program's output, decoded as UTF-8. */
export interface Captured {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

/** How a streamed program ended. */
export interface Ended {
  /** 128 + the signal's number when a signal ended it, as a shell reports it. */
  readonly exitCode: number
}

interface StreamOptions {
  readonly env?: Environment
  readonly cwd?: string
  /** Text for standard input; none otherwise. */
  readonly input?: string
  /** Cancels: SIGTERM to the program and all that it started, SIGKILL after `KILL_AFTER_MS`. */
  readonly signal?: AbortSignal
  /** Called with each line of either output, without its end. */
  readonly onLine?: (line: string, stream: 'stdout' | 'stderr') => void
  /** Called once with the process number, which is the group's too. */
  readonly onStart?: (pid: number) => void
}

// The runner kills 7.5 s after its SIGINT; half a second of that must be left for our own cleaning up.
const KILL_AFTER_MS = 3000
const LONGEST_LINE = 64 * 1024
const BROKEN_PIPE = new Set(['EPIPE', 'ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_DESTROYED'])

/**
 * The environment that a child may see: ours without the step's inputs, the runner's tokens and the cache
 * service's credentials, so that nothing which a program prints or passes on can hold them.
 */
export function childEnvironment(extra: Environment = {}): Record<string, string> {
  const merged = { ...process.env, ...extra }
  const allowed = Object.entries(merged).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && !/^(INPUT_|ACTIONS_|STATE_|GITHUB_TOKEN$|GH_TOKEN$)/.test(entry[0]),
  )
  return Object.fromEntries(allowed)
}

/**
 * Runs a short program to its end and gives its output. It can't be cancelled: for anything that may take
 * longer than a second use {@link stream}.
 * @throws {HostError} when there is no such program
 */
export async function capture(
  program: string,
  args: readonly string[],
  options: { env?: Environment; cwd?: string; input?: string } = {},
): Promise<Captured> {
  if (options.input !== undefined) return captureWithInput(program, args, options)
  // Given a bare name, @actions/exec prints what it meets on the way along the PATH on standard output.
  const path = locate(program, childEnvironment(options.env).PATH)
  try {
    return await getExecOutput(`"${path}"`, [...args], {
      silent: true,
      ignoreReturnCode: true,
      env: childEnvironment(options.env),
      ...(options.cwd !== undefined && { cwd: options.cwd }),
    })
  } catch (cause) {
    throw new HostError(`cannot run ${program}`, { cause })
  }
}

function locate(program: string, path = ''): string {
  const candidates = program.includes('/')
    ? [program]
    : path.split(':').map((folder) => join(folder, program))
  const found = candidates.find((candidate) => {
    try {
      accessSync(candidate, constants.X_OK)
      return true
    } catch {
      return false
    }
  })
  if (found === undefined) throw new HostError(`cannot run ${program}: it is not on the PATH`)
  return resolve(found)
}

// A program that ends without reading its input would end us with EPIPE if @actions/exec wrote to it: nothing there
// listens for errors of the pipe.
async function captureWithInput(
  program: string,
  args: readonly string[],
  options: { env?: Environment; cwd?: string; input?: string },
): Promise<Captured> {
  const text = { stdout: '', stderr: '' }
  const { exitCode } = await stream(program, args, {
    ...options,
    onLine: (line, from) => {
      text[from] += `${line}\n`
    },
  })
  return { exitCode, ...text }
}

/**
 * Runs a program, hands its output over line by line, and can be cancelled. The program leads a process group of
 * its own, so that what it started ends with it.
 * @throws {HostError} when it can't be started
 * @throws {Interrupted} when `signal` fired
 */
export async function stream(
  program: string,
  args: readonly string[],
  options: StreamOptions = {},
): Promise<Ended> {
  if (options.signal?.aborted) throw new Interrupted()
  const child = spawn(program, args, {
    env: childEnvironment(options.env),
    cwd: options.cwd,
    stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    detached: true,
  })
  if (child.pid !== undefined) options.onStart?.(child.pid)
  child.stdin?.on('error', () => undefined).end(options.input)
  const lines = [splitLines(child.stdout!, 'stdout', options), splitLines(child.stderr!, 'stderr', options)]
  const stop = () => killGroup(child.pid)
  options.signal?.addEventListener('abort', stop, { once: true })
  try {
    const exitCode = await new Promise<number>((resolve, reject) => {
      child.on('error', (cause) => reject(new HostError(`cannot run ${program}`, { cause })))
      child.on('close', (code, name) => resolve(code ?? 128 + signalNumber(name)))
    })
    for (const flush of lines) flush()
    if (options.signal?.aborted) throw new Interrupted()
    return { exitCode }
  } finally {
    options.signal?.removeEventListener('abort', stop)
  }
}

/** A program that is talked to, line by line, while it runs. */
export interface Conversation {
  say(line: string): void
  /** Resolves when it has ended, however it did. */
  readonly ended: Promise<void>
  /** Ends it and all that it started, at once. */
  stop(): void
}

/** Starts a program to talk to. It must be stopped in the end: until then this process does not end either. */
export function converse(
  program: string,
  args: readonly string[],
  options: Required<Pick<StreamOptions, 'cwd' | 'onLine'>>,
): Conversation {
  const { cwd, onLine } = options
  const child = spawn(program, args, {
    env: childEnvironment(),
    cwd,
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  })
  child.stdin.on('error', () => undefined)
  splitLines(child.stdout, 'stdout', { onLine })
  splitLines(child.stderr, 'stderr', { onLine })
  const ended = new Promise<void>((resolve) => {
    child.on('error', () => resolve())
    child.on('close', () => resolve())
  })
  return {
    say: (line) => void child.stdin.write(`${line}\n`),
    ended,
    stop: () => {
      if (child.pid !== undefined) signalGroup(child.pid, 'SIGKILL')
    },
  }
}

interface PipeOptions {
  readonly env?: Environment
  readonly signal?: AbortSignal
  /** Writes standard input and ends it; without it there is none. */
  readonly input?: (stdin: Writable) => Promise<void>
  /** Reads standard output to its end; without it the output is dropped. */
  readonly output?: (stdout: Readable) => Promise<void>
}

/**
 * Runs a program with bytes, not lines, going in and out. It is ended when `input` or `output` fails, whose error is thrown
 * unless the program had ended by itself.
 * @throws {HostError} when it can't be started
 * @throws {Interrupted} when `signal` fired
 */
export async function pipe(
  program: string,
  args: readonly string[],
  options: PipeOptions,
): Promise<Ended & { readonly stderr: string }> {
  if (options.signal?.aborted) throw new Interrupted()
  const child = spawn(program, args, {
    env: childEnvironment(options.env),
    stdio: [options.input ? 'pipe' : 'ignore', options.output ? 'pipe' : 'ignore', 'pipe'],
    detached: true,
  })
  let stderr = ''
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-LONGEST_LINE)
  })
  const stop = () => killGroup(child.pid)
  options.signal?.addEventListener('abort', stop, { once: true })
  const failed = (error: unknown): { readonly error: unknown; readonly isOwn: boolean } => {
    // What comes of the program's own end is explained by its exit code.
    const isOwn =
      !BROKEN_PIPE.has((error as NodeJS.ErrnoException)?.code ?? '') && !child.stdout?.readableEnded
    stop()
    // Nobody reads on, and a full pipe would keep “close” from coming.
    child.stdout?.destroy()
    return { error, isOwn }
  }
  const none = Promise.resolve(undefined)
  const writing = options.input?.(child.stdin!).then(() => undefined, failed) ?? none
  const reading = options.output?.(child.stdout!).then(() => undefined, failed) ?? none
  child.stdin?.on('error', () => undefined)
  try {
    const exitCode = await new Promise<number>((resolve, reject) => {
      child.on('error', (cause) => reject(new HostError(`cannot run ${program}`, { cause })))
      child.on('close', (code, name) => resolve(code ?? 128 + signalNumber(name)))
    })
    const problem = (await writing) ?? (await reading)
    if (options.signal?.aborted) throw new Interrupted()
    if (problem && (problem.isOwn || exitCode === 0)) throw problem.error
    return { exitCode, stderr }
  } finally {
    options.signal?.removeEventListener('abort', stop)
  }
}

function splitLines(
  source: NodeJS.ReadableStream,
  name: 'stdout' | 'stderr',
  options: StreamOptions,
): () => void {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  source.on('data', (chunk: Buffer) => {
    // A lone CR ends a line for the runner's log reader too (progress bars redraw with it).
    const parts = (rest + decoder.write(chunk)).split(/\r\n|\n|\r/)
    rest = parts.pop()!
    for (const part of parts) options.onLine?.(part, name)
    if (rest.length > LONGEST_LINE) {
      options.onLine?.(rest, name)
      rest = ''
    }
  })
  return () => {
    const last = rest + decoder.end()
    if (last !== '') options.onLine?.(last, name)
    rest = ''
  }
}

const LOOK_AGAIN_MS = 50

/** Waits until no program's arguments name one of some folders any more, and kills those that stay. */
export async function processesNamingEnded(folders: readonly string[], limitMs: number): Promise<void> {
  for (const end = performance.now() + limitMs; ; await sleep(LOOK_AGAIN_MS)) {
    const pids = await processesNaming(folders)
    if (pids.length === 0) return
    if (performance.now() < end) continue
    for (const pid of pids) {
      signalGroup(pid, 'SIGKILL')
      signalGroup(-pid, 'SIGKILL')
    }
    return
  }
}

/**
 * Ends what an earlier, killed run of ours has left running: programs whose arguments name one of its folders, with
 * the process group that each leads.
 */
export async function endProcessesNaming(folders: readonly string[]): Promise<void> {
  for (const pid of await processesNaming(folders)) signalGroup(pid, 'SIGKILL')
}

async function processesNaming(folders: readonly string[]): Promise<number[]> {
  const found: number[] = []
  for (const name of await readdir('/proc').catch(() => [])) {
    if (!/^\d+$/.test(name) || Number(name) === process.pid) continue
    const args = (await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '')).split('\0')
    const names = (folder: string) =>
      args.some((argument) => argument === folder || argument.startsWith(`${folder}/`))
    if (folders.some(names)) found.push(Number(name))
  }
  return found
}

/**
 * Ends what an earlier, killed run of ours has left running in containers: processes whose root is an overlay mounted from one of
 * its folders. They are no children of podman's, name nothing, and rootless may belong to a subordinate user.
 * @param asOwner runs a program with the rights of all of these users
 */
export async function endProcessesRootedIn(
  folders: readonly string[],
  asOwner: (...command: readonly string[]) => Promise<unknown>,
): Promise<void> {
  for (const name of await readdir('/proc').catch(() => [])) {
    if (!/^\d+$/.test(name)) continue
    const mounts = await readFile(`/proc/${name}/mountinfo`, 'utf8').catch(() => '')
    const root = mounts.split('\n').find((line) => line.split(' ')[4] === '/') ?? ''
    if (folders.some((folder) => root.includes(`=${folder}/`))) await asOwner('kill', '-KILL', name)
  }
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return
  signalGroup(pid, 'SIGTERM')
  setTimeout(() => signalGroup(pid, 'SIGKILL'), KILL_AFTER_MS).unref()
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal)
  } catch (error) {
    // EPERM: what sudo runs belongs to root, and ends by itself.
    if (!['ESRCH', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
}

function signalNumber(name: NodeJS.Signals | null): number {
  return name === null ? 0 : osConstants.signals[name]
}
