import { Interrupted } from '../errors.js'
import type { Ended } from '../host/process.js'
import { type Reads, readsOfGroup } from '../host/process-group.js'
import type { BuildLog } from './build-log.js'

/** Milliseconds without a byte after which a registry is taken to have fallen silent. */
export const STALLED_MS = 120_000
const LOOK_MS = 5_000
// An answer that asks to wait (429) is longer than that.
const NOTHING_BYTES = 200
// podman's own threads wake each other some times a second, each time by a number of eight bytes (eventfd(2)); an answer's reads are longer.
const WAKING_BYTES = 8

// The last line of podman's log, but for messages of its own, while it takes an image from a registry.
const PULLING =
  /^(?:Trying to pull |Getting image source signatures|Copying (?:blob|config) |(?:\[\d+\/\d+\] )?STEP \d+\/\d+: (?:FROM |(?:COPY|ADD) .*--from=))/

/**
 * Runs podman, and ends it when it stands still while it takes an image from a registry: it waits for one that says nothing for as
 * long as the connection lasts (https://github.com/containers/image sets no time for answers).
 * @param pulling whether it is taking an image
 * @param run runs it until it ends or its signal fires, and says its process number at the beginning
 * @returns undefined when it was ended for that
 * @throws {Interrupted} when `signal` fired
 */
export async function unlessStalled(
  pulling: () => boolean,
  signal: AbortSignal,
  run: (signal: AbortSignal, onStart: (pid: number) => void) => Promise<Ended>,
): Promise<Ended | undefined> {
  const stalled = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const watch = (pid: number) => {
    let before: Reads | undefined
    let since = performance.now()
    const look = async () => {
      const reads = await readsOfGroup(pid)
      if (!isStill(before, reads) || !pulling()) since = performance.now()
      before = reads
      if (performance.now() - since >= STALLED_MS) stalled.abort()
    }
    timer = setInterval(() => void look(), LOOK_MS)
  }
  try {
    return await run(AbortSignal.any([signal, stalled.signal]), watch)
  } catch (error) {
    if (error instanceof Interrupted && stalled.signal.aborted && !signal.aborted) return undefined
    throw error
  } finally {
    clearInterval(timer)
  }
}

/** Whether a group has read nothing from a registry between two looks. Where a program of it has ended, there is less than before. */
export function isStill(before: Reads | undefined, after: Reads | undefined): boolean {
  if (before === undefined || after === undefined || after.bytes < before.bytes) return false
  return after.bytes - before.bytes - WAKING_BYTES * (after.calls - before.calls) < NOTHING_BYTES
}

/**
 * Whether a build is taking an image from a registry, by its log. What a RUN step prints may look like podman's own lines, and a program
 * may well be silent for long.
 */
export function isPulling({ tail, step }: BuildLog): boolean {
  return (
    !/^RUN\b/i.test(step?.text ?? '') && PULLING.test(tail.findLast((line) => !/^time="/.test(line)) ?? '')
  )
}
