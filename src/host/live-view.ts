import type { WriteStream } from 'node:tty'
import cliTruncate from 'cli-truncate'
import { createLogUpdate } from 'log-update'
import pc from 'picocolors'
import { clock } from './clock.js'
import type { Progress } from './host.js'

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']
const FRAME_MS = 100

interface Line {
  readonly progress: Progress
  readonly started: number
  readonly ended?: number
}

/** Lines at the end of a terminal that are written anew as the work goes on, one for each part of it. */
export class LiveView {
  readonly #lines = new Map<string, Line>()
  readonly #update: ReturnType<typeof createLogUpdate>
  #timer: NodeJS.Timeout | undefined
  #frame = 0

  /** @param colors whether it may use any */
  constructor(
    private readonly stream: WriteStream,
    private readonly colors: boolean,
  ) {
    this.#update = createLogUpdate(stream)
  }

  /** Says where a part of the work is. */
  show(subject: string, progress: Progress): void {
    const { started } = this.#lines.get(subject) ?? { started: performance.now() }
    const ended = progress.state === 'running' ? {} : { ended: performance.now() }
    this.#lines.set(subject, { progress, started, ...ended })
    this.#timer ??= setInterval(() => {
      this.#frame = (this.#frame + 1) % FRAMES.length
      this.#draw()
    }, FRAME_MS).unref()
    this.#draw()
  }

  /** Writes text above the lines, where it stays. */
  above(text: string): void {
    this.#update.clear()
    this.stream.write(`${text}\n`)
    this.#draw()
  }

  /** Lets the lines of parts that have ended stay as they are. */
  end(subjects: Iterable<string>): void {
    const last = [...subjects].filter((subject) => this.#lines.has(subject))
    const text = this.#texts(last).join('\n')
    for (const subject of last) this.#lines.delete(subject)
    if (this.#lines.size === 0) {
      clearInterval(this.#timer)
      this.#timer = undefined
    }
    if (last.length > 0) this.above(text)
    // Shows the cursor again.
    if (this.#lines.size === 0) this.#update.done()
  }

  #draw(): void {
    if (this.#lines.size > 0) this.#update(this.#texts([...this.#lines.keys()]).join('\n'))
  }

  #texts(subjects: readonly string[]): string[] {
    const width = Math.max(...[...this.#lines.keys()].map((subject) => subject.length))
    return subjects.map((subject) => this.#text(subject, this.#lines.get(subject)!, width))
  }

  #text(subject: string, { progress, started, ended }: Line, width: number): string {
    const { green, red, yellow, dim } = pc.createColors(this.colors)
    const sign = {
      running: FRAMES[this.#frame]!,
      done: green('✓'),
      failed: red('✗'),
      stopped: yellow('■'),
    }[progress.state]
    const time = clock((ended ?? performance.now()) - started)
    const line = `${sign} ${subject.padEnd(width)} ${dim(time.padStart(6))}  ${progress.text}`
    return cliTruncate(line, this.stream.columns || 80)
  }
}
