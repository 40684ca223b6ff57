import type { Location } from '../errors.js'

/** The artifacts of a workflow run: folders by name, which its other jobs can read. */
export interface Artifacts {
  /**
   * Uploads a folder, in place of what has this name.
   * @throws {HostError}
   */
  replace(name: string, folder: string): Promise<void>
  /**
   * Downloads the artifacts whose names begin so, each into a folder of its name.
   * @returns the names, of which each is there once
   * @throws {HostError}
   */
  fetch(prefix: string, folder: string): Promise<string[]>
}

/** What differs between a GitHub runner and a terminal. */
export interface Host {
  readonly kind: 'runner' | 'terminal'
  /** A line of our own for the log. */
  info(message: string): void
  notice(message: string, location?: Location): void
  warning(message: string, location?: Location): void
  error(message: string, location?: Location): void
  /** Keeps a secret out of all output from here on. */
  mask(secret: string): void
  /** A text without the secrets, for what is shown elsewhere. */
  hide(text: string): string
  /** Opens a part of the log that shows text which is not ours; nothing in it is obeyed as a command. */
  openLog(title: string): Log
  setOutput(name: string, value: string): void
  /** Remembers something for the step's post part. */
  saveState(name: string, value: string): void
  /** Appends Markdown to the job summary. */
  summarize(markdown: string): Promise<void>
  /** Where the whole log is, when less of it is shown. */
  readonly logFile?: () => string | undefined
  /** Absent outside of a workflow run. */
  readonly artifacts?: () => Promise<Artifacts>
}

/** An open part of the log. */
export interface Log {
  line(text: string): void
  /** Says where a part of the work is, for those that show it as it goes on. */
  progress?(subject: string, progress: Progress): void
  close(): void
}

/** Where a part of the work is. */
export interface Progress {
  readonly state: 'running' | 'done' | 'failed' | 'stopped'
  /** What it does, or what became of it. */
  readonly text: string
}
