import { setTimeout as sleep } from 'node:timers/promises'
import { Interrupted } from '../errors.js'
import { RequestError } from './request-error.js'

const FIRST_DELAY_MS = 500
const LONGEST_DELAY_MS = 30_000
const LONGEST_RETRY_AFTER_MS = 120_000

/** What decides how an operation is tried again. */
export interface RetryOptions {
  /** Tries in all, at least one. */
  readonly retries: number
  readonly signal?: AbortSignal
  /** Told why and when, before each wait. */
  readonly onRetry?: (message: string) => void
}

/** Not Implemented, HTTP Version Not Supported and Insufficient Storage, which another try meets again (RFC 9110, 15.6; RFC 4918, 11.5). */
const LASTING_STATUSES = [501, 505, 507]

/** Whether a status tells of a passing condition, as far as the body says nothing else: 408, 429 and most of 5xx. */
export function isPassingStatus(status: number): boolean {
  return status === 408 || status === 429 || (status >= 500 && !LASTING_STATUSES.includes(status))
}

/**
 * Milliseconds to wait after a try failed: exponential, capped, with jitter over the upper half, and never less than
 * what the registry asked for, unless that is more than two minutes.
 * @param failed number of tries that failed, from 1
 * @param random a number in [0, 1)
 */
export function delayAfter(failed: number, retryAfterMs: number | undefined, random: number): number {
  const exponential = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (failed - 1))
  const jittered = exponential * (0.5 + random / 2)
  return Math.max(jittered, Math.min(retryAfterMs ?? 0, LONGEST_RETRY_AFTER_MS))
}

/**
 * Milliseconds that a `Retry-After` header asks for, given as seconds or as an HTTP date (RFC 9110, 10.2.3);
 * undefined when there is none or it means nothing.
 */
export function parseRetryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000
  const date = Date.parse(header)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}

/**
 * Runs an operation until it succeeds, fails for a lasting reason, or has been tried `retries` times.
 * @throws {RequestError} the last failure, which says how often it was tried
 * @throws {Interrupted} when the signal fired
 */
export async function withRetries<T>(options: RetryOptions, operation: () => Promise<T>): Promise<T> {
  for (let failed = 1; ; failed++) {
    if (options.signal?.aborted) throw new Interrupted()
    try {
      return await operation()
    } catch (error) {
      if (options.signal?.aborted) throw new Interrupted()
      if (!(error instanceof RequestError && error.passing)) throw error
      if (failed >= options.retries) throw error.afterTries(failed)
      await pause(options, error, failed)
    }
  }
}

async function pause(options: RetryOptions, error: RequestError, failed: number): Promise<void> {
  const delay = delayAfter(failed, error.retryAfterMs, Math.random())
  const seconds = (delay / 1000).toFixed(1)
  options.onRetry?.(`${error.message}; try ${failed + 1} of ${options.retries} in ${seconds} s`)
  try {
    await sleep(delay, undefined, { ...(options.signal && { signal: options.signal }) })
  } catch {
    throw new Interrupted()
  }
}
