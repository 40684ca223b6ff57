/** Where in a source file a problem lies; lines count from 1. */
export interface Location {
  readonly file: string
  readonly line: number
  readonly endLine?: number
}

interface Details {
  /** What the reader can do about it. */
  readonly cure?: string
  readonly location?: Location
  readonly cause?: unknown
  /** Parts of the message that are somebody else's words. */
  readonly quotes?: readonly string[]
}

/**
 * An expected failure: its message says what happened and where, `cure` what to do. Anything thrown that
 * is no `Failure` is a defect of this product and is reported as one.
 */
export class Failure extends Error {
  /** Exit code of the command line (docs/command-line.md). */
  readonly exitCode: number = 1
  readonly cure: string | undefined
  readonly location: Location | undefined
  /** Parts of the message that are somebody else's words: of a program, of podman, of the user. */
  readonly quotes: readonly string[]

  constructor(message: string, details: Details = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.name = new.target.name
    this.cure = details.cure
    this.location = details.location
    this.quotes = details.quotes ?? []
  }
}

/** An input (or option) that can't be used. */
export class InputError extends Failure {
  override readonly exitCode = 2

  constructor(
    readonly input: string,
    problem: string,
    details: Details = {},
  ) {
    super(`input ${input}: ${problem}`, details)
  }
}

/** The machine lacks something that the build needs. */
export class HostError extends Failure {
  override readonly exitCode = 3
}

/** One platform could not be built. */
export class BuildError extends Failure {}

/** The Dockerfile has findings, and `lint: error` wants none. */
export class LintError extends Failure {}

/** What was built is not what was asked for. */
export class VerificationError extends Failure {}

/** An image's program does not do what the smoke test wants. */
export class SmokeTestError extends Failure {}

/** What several runs made can't be put together. */
export class MergeError extends Failure {}

/** A registry refused, or could not be reached. */
export class RegistryError extends Failure {}

/** The run was cancelled by a signal. */
export class Interrupted extends Failure {
  override readonly exitCode = 130

  constructor() {
    super('interrupted')
  }
}

/** The message of anything thrown, and below it what to do. */
export function describeFailure(error: unknown): string {
  const cure = error instanceof Failure ? error.cure : undefined
  return cure === undefined ? messageOf(error) : `${messageOf(error)}\nWhat to do: ${cure}`
}

/** The message of anything thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
