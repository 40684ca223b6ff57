import { RegistryError } from '../errors.js'

/** What a failed request knows of itself. */
export interface RequestFailure {
  /** Host of the registry as the user wrote it. */
  readonly registry: string
  /** Method and object: `PUT manifest 1.0 of organisation/name`. */
  readonly operation: string
  /** What came of it. */
  readonly happened: string
  /** Whether the same request may succeed a little later. */
  readonly passing: boolean
  readonly status?: number | undefined
  /** The registry's own error code: https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#error-codes */
  readonly code?: string | undefined
  readonly retryAfterMs?: number | undefined
  /** The peer answered a TLS handshake with something else. */
  readonly notTls?: boolean
  readonly cure?: string | undefined
  readonly cause?: unknown
}

/** A request that a registry refused or that did not reach it. */
export class RequestError extends RegistryError {
  constructor(
    private readonly failure: RequestFailure,
    tries = 1,
  ) {
    const times = tries > 1 ? ` (tried ${tries} times)` : ''
    super(`${failure.registry}: ${failure.operation}: ${failure.happened}${times}`, {
      ...(failure.cure !== undefined && { cure: failure.cure }),
      cause: failure.cause,
    })
  }

  get passing(): boolean {
    return this.failure.passing
  }

  /** HTTP status; undefined when there was no answer. */
  get status(): number | undefined {
    return this.failure.status
  }

  get code(): string | undefined {
    return this.failure.code
  }

  get notTls(): boolean {
    return this.failure.notTls ?? false
  }

  get retryAfterMs(): number | undefined {
    return this.failure.retryAfterMs
  }

  /** The same failure, saying more. */
  withNote(note: string): RequestError {
    return new RequestError({ ...this.failure, happened: `${this.failure.happened} (${note})` })
  }

  /** The same failure, saying how often it was met. */
  afterTries(tries: number): RequestError {
    return new RequestError(this.failure, tries)
  }
}

/** A text of a stranger's, fit for a log line: control characters gone, white space collapsed, bounded in length. */
export function printable(text: string, longest = 300): string {
  const clean = text
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, ' ')
    .trim()
  return clean.length > longest ? `${clean.slice(0, longest)}…` : clean
}
