import { setMaxListeners } from 'node:events'
import { type Access, BrokenContent, problemOf } from './problem.js'
import type { Teller } from './store.js'

const FAILURES_BEFORE_GIVING_UP = 3

/** What one operation of a store may cost. */
export interface Attempt {
  readonly access: Access
  readonly limitMs: number
}

/**
 * Keeps a store's problems away from the build: each kind is told of once, an operation has a limited time, and after
 * a few failures in a row, or one that will last, the store is left alone.
 */
export class Guard {
  private readonly told = new Set<string>()
  private readonly failuresInARow: Record<Access, number> = { read: 0, write: 0 }
  private readonly off = new Set<Access>()
  failures = 0

  constructor(
    private readonly place: string,
    private readonly tell: Teller,
    private readonly signal: AbortSignal | undefined,
  ) {
    // Each operation under way listens to it.
    if (signal) setMaxListeners(0, signal)
  }

  /** Whether operations of this kind are still tried. */
  allows(access: Access): boolean {
    return !this.off.has(access) && !this.signal?.aborted
  }

  /**
   * Does something with the store.
   * @param work gets a signal that fires when the time is up or the run was cancelled
   * @returns undefined when it failed, was cancelled, or is no longer tried
   * @throws {BrokenContent} when the store has something else than it was asked for
   */
  async attempt<T>(
    { access, limitMs }: Attempt,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T | undefined> {
    if (!this.allows(access)) return undefined
    const stop = new AbortController()
    const cancel = () => stop.abort()
    this.signal?.addEventListener('abort', cancel, { once: true })
    const timer = setTimeout(cancel, limitMs)
    try {
      const result = await untilStopped(work(stop.signal), stop.signal)
      this.failuresInARow[access] = 0
      return result
    } catch (error) {
      if (error instanceof BrokenContent) throw error
      if (this.signal?.aborted) return undefined
      this.note(stop.signal.aborted ? tooSlow(limitMs, access) : problemOf(error, access), access)
      return undefined
    } finally {
      clearTimeout(timer)
      this.signal?.removeEventListener('abort', cancel)
    }
  }

  /** Tells of content that was not what it should be. */
  noteBroken(message: string): void {
    this.warn({ kind: 'broken', text: message })
  }

  private note(problem: ReturnType<typeof problemOf>, access: Access): void {
    this.failures += 1
    this.failuresInARow[access] += 1
    this.warn(problem)
    const wereOff = this.off.size
    for (const each of problem.lasting ?? []) this.off.add(each)
    if (this.failuresInARow[access] >= FAILURES_BEFORE_GIVING_UP) this.off.add(access)
    if (this.off.size > wereOff) {
      this.tell.info(
        `cache: ${this.place} is not ${[...this.off].map(done).join(' or ')} any more in this run`,
      )
    }
  }

  private warn({ kind, text, cure }: ReturnType<typeof problemOf>): void {
    if (this.told.has(kind)) return
    this.told.add(kind)
    const help = cure === undefined ? '' : `. What to do: ${cure}`
    this.tell.warning(`cache: ${this.place}: ${text}; the build goes on without it${help}`)
  }
}

function done(access: Access): string {
  return access === 'read' ? 'read' : 'written'
}

function tooSlow(limitMs: number, access: Access): ReturnType<typeof problemOf> {
  return { kind: `slow ${access}`, text: `no answer within ${Math.ceil(limitMs / 1000)} s` }
}

/** What can't be stopped is left behind: its end, good or bad, is of no interest any more. */
async function untilStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop: () => void = () => undefined
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason)
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
  work.catch(() => undefined)
  try {
    return await Promise.race([work, stopped])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
