import { setTimeout as sleep } from 'node:timers/promises'

const WINDOW_MS = 60_000

/** Milliseconds until one more is allowed, with so many in any minute; `past` holds times, oldest first. */
export function delayBefore(past: readonly number[], now: number, perMinute: number): number {
  const oldest = past.at(-perMinute)
  return oldest === undefined ? 0 : Math.max(0, oldest + WINDOW_MS - now)
}

/** Lets so many through in a minute; the others wait. A signal ends the waiting. */
export function pacer(perMinute: number, signal?: AbortSignal): () => Promise<void> {
  let past: number[] = []
  return async () => {
    const now = Date.now()
    past = past.filter((time) => time > now - WINDOW_MS)
    const delay = delayBefore(past, now, perMinute)
    past.push(now + delay)
    if (delay > 0) await sleep(delay, undefined, signal && { signal }).catch(() => undefined)
  }
}
