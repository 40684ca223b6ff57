import { parseStep, type Step } from '../dockerfile/steps.js'
import { clock } from '../host/clock.js'
import type { Log, Progress } from '../host/host.js'
import { plainText } from '../host/plain-text.js'
import type { Platform } from '../oci/platform.js'

const TAIL_LINES = 25
const SILENCE_MS = 60_000
const COMMIT = /^(?:\[\d+\/\d+\] )?COMMIT\b/

// https://github.com/containers/common/blob/v0.60.0/libimage/platform.go and its callers, of all versions
const MISMATCH =
  /^WARNING: (image platform \((?:\{|linux\/)(\w+).*?\) does not match the expected platform \((?:\{|linux\/)(\w+).*?\))/

/** A step of podman's log, and how long it took. */
export interface TimedStep {
  readonly step: Step
  readonly seconds: number
}

/** What podman says of an image that is for another platform, and the step at which it does. */
export interface Mismatch {
  readonly message: string
  /** false: only a variant does. */
  readonly architecturesDiffer: boolean
  readonly step: Step | undefined
}

function readMismatch(line: string, step: Step | undefined): Mismatch | undefined {
  const [, message, found, expected] = MISMATCH.exec(line) ?? []
  if (message === undefined) return undefined
  return { message: plainText(message), architecturesDiffer: found !== expected, step }
}

function stepText({ stage, number, total, text }: Step): string {
  return `${stage === undefined ? '' : `stage ${stage}, `}step ${number}/${total}: ${text}`
}

/** The log of one platform's build: prefixes every line, remembers where the build is, and speaks when it is silent. */
export class BuildLog {
  readonly #started = performance.now()
  #lastLine = performance.now()
  #step: Step | undefined
  #running: { readonly step: Step; readonly since: number } | undefined
  readonly #steps: TimedStep[] = []
  #cacheHits = 0
  #doing = ''
  readonly #mismatches: Mismatch[] = []
  readonly #tail: string[] = []
  readonly #heartbeat: NodeJS.Timeout

  constructor(
    private readonly log: Log,
    private readonly platform: Platform,
    silenceMs = SILENCE_MS,
  ) {
    this.#heartbeat = setInterval(() => this.#beat(silenceMs), silenceMs / 4)
    this.#heartbeat.unref()
    this.doing('starting')
  }

  /** Says what is done now, besides podman's steps. */
  doing(what: string): void {
    this.#doing = what
    this.#progress('running')
  }

  /** The step that podman announced last. */
  get step(): Step | undefined {
    return this.#step
  }

  /**
   * The steps so far, without the one that runs, as the log has them: a program's output may look like a step, so nothing
   * that must be right can be told from them.
   */
  get steps(): readonly TimedStep[] {
    return this.#steps
  }

  /** Steps that podman took from a cache. */
  get cacheHits(): number {
    return this.#cacheHits
  }

  /** Images that were pulled for another platform than the step needs, by podman's own word. */
  get mismatches(): readonly Mismatch[] {
    return this.#mismatches
  }

  /** The last lines, without control characters. */
  get tail(): readonly string[] {
    return this.#tail
  }

  get milliseconds(): number {
    return performance.now() - this.#started
  }

  line(text: string): void {
    this.#lastLine = performance.now()
    const step = parseStep(text)
    if (step !== undefined || COMMIT.test(text)) this.#begin(step)
    if (/^(\[\d+\/\d+\] )?--> Using cache /.test(text)) this.#cacheHits++
    const mismatch = readMismatch(text, this.#step)
    if (mismatch !== undefined) this.#mismatches.push(mismatch)
    this.#tail.push(plainText(text))
    if (this.#tail.length > TAIL_LINES) this.#tail.shift()
    this.#write(text)
  }

  #begin(step: Step | undefined): void {
    const now = performance.now()
    if (this.#running !== undefined) {
      const { step: ended, since } = this.#running
      this.#steps.push({ step: ended, seconds: (now - since) / 1000 })
    }
    this.#running = step && { step, since: now }
    this.#step = step ?? this.#step
    this.doing(step === undefined ? 'committing' : stepText(step))
  }

  #progress(state: Progress['state']): void {
    const cached = this.#cacheHits === 0 ? '' : `, ${this.#cacheHits} cached`
    this.log.progress?.(this.platform.text, { state, text: `${this.#doing}${cached}` })
  }

  /** The platform is built once more: what is told from here on is of that build. */
  again(): void {
    this.#step = undefined
    this.#running = undefined
    this.#steps.length = 0
    this.#mismatches.length = 0
    this.#cacheHits = 0
    this.#tail.length = 0
  }

  /** @param state what became of the platform */
  close(state: Exclude<Progress['state'], 'running'> = 'done'): void {
    clearInterval(this.#heartbeat)
    this.#progress(state)
  }

  #write(text: string): void {
    this.log.line(`[${this.platform.text} ${clock(this.milliseconds)}] ${text}`)
  }

  #beat(silenceMs: number): void {
    const silence = performance.now() - this.#lastLine
    if (silence < silenceMs) return
    const where = this.#step === undefined ? 'starting' : stepText(this.#step)
    this.#write(`… ${clock(silence)} without output, still at ${where}`)
  }
}
