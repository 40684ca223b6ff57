import { Interrupted } from '../errors.js'
import { type Environment, stream } from '../host/process.js'

/** How long another machine may take to answer. */
const REACH_MS = 30_000
// As the program `timeout` ends.
const TIMED_OUT = 124

/** What podman answered. */
export interface Answer {
  readonly exitCode: number
  readonly stdout: string
  /** Why it failed: its last line, or that it did not answer. */
  readonly said: string
  /** Whether it was given up. */
  readonly isLate: boolean
}

/**
 * Asks podman something that another machine may have to answer.
 * @throws {HostError} when podman can't be started
 * @throws {Interrupted} when `signal` fired
 */
export async function ask(
  args: readonly string[],
  options: {
    readonly env?: Environment
    readonly signal?: AbortSignal | undefined
    /** Whether it is given up when there is no answer. */
    readonly isLimited: boolean
  },
): Promise<Answer> {
  const { env, signal, isLimited } = options
  const text = { stdout: '', stderr: '' }
  const limit = isLimited ? AbortSignal.timeout(REACH_MS) : undefined
  const ends = [signal, limit].filter((each) => each !== undefined)
  const { exitCode } = await stream('podman', args, {
    ...(env && { env }),
    signal: AbortSignal.any(ends),
    onLine: (line, from) => {
      text[from] += `${line}\n`
    },
  }).catch((error) => {
    if (!(error instanceof Interrupted) || signal?.aborted) throw error
    return { exitCode: TIMED_OUT }
  })
  const isLate = limit?.aborted ?? false
  const said = isLate ? `no answer within ${REACH_MS / 1000} s` : lastLine(text.stderr)
  return { exitCode, stdout: text.stdout, said, isLate }
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) || 'podman said nothing'
}
