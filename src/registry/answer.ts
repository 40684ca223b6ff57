import type { Dispatcher } from 'undici'
import { RegistryError } from '../errors.js'

/** A registry's answer; its body must be read to its end or discarded, or the connection stays taken. */
export class Answer {
  readonly status: number

  constructor(
    private readonly response: Dispatcher.ResponseData,
    /** Where it came from, after redirects. */
    readonly url: URL,
    /** Says what went wrong while the body was read. */
    private readonly failure: (cause: unknown) => RegistryError,
  ) {
    this.status = response.statusCode
  }

  /** A header by its lower-case name; several of one name are joined by commas. */
  header(name: string): string | undefined {
    const value = this.response.headers[name]
    return Array.isArray(value) ? value.join(', ') : value
  }

  /** `Content-Length` in bytes; undefined when it isn't sent. */
  get contentLength(): number | undefined {
    const value = this.header('content-length')
    return value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined
  }

  /** `Content-Type` without parameters; empty when it isn't sent. */
  get contentType(): string {
    return (this.header('content-type') ?? '').split(';')[0]!.trim().toLowerCase()
  }

  /** Reads the body as it comes. */
  async *chunks(): AsyncGenerator<Buffer> {
    try {
      for await (const chunk of this.response.body) yield chunk
    } catch (cause) {
      throw cause instanceof RegistryError ? cause : this.failure(cause)
    }
  }

  /** Up to `longest` bytes of the body; undefined when it is longer. */
  async read(longest: number): Promise<Buffer | undefined> {
    const chunks: Buffer[] = []
    let size = 0
    for await (const chunk of this.chunks()) {
      size += chunk.length
      if (size > longest) return undefined
      chunks.push(chunk)
    }
    return Buffer.concat(chunks)
  }

  /** The body as an object; undefined when it is longer than `longest` bytes or no JSON object. */
  async readObject(longest: number): Promise<Readonly<Record<string, unknown>> | undefined> {
    const bytes = await this.read(longest)
    return bytes && parseObject(bytes)
  }

  /** Frees the connection. */
  async discard(): Promise<void> {
    // An unread rest that fails to come is nobody's loss.
    this.response.body.on('error', () => undefined)
    await this.response.body.dump({ limit: 64 * 1024 }).catch(() => undefined)
  }

  /** Ends the connection without reading on. */
  destroy(): void {
    this.response.body.on('error', () => undefined).destroy()
  }
}

/** JSON text as an object; undefined for anything else. */
export function parseObject(bytes: Buffer): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}

/** The first of the errors in a body: https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#error-codes */
export function firstError(body: Readonly<Record<string, unknown>> | undefined): {
  code: string | undefined
  message: string
} {
  const first: unknown = Array.isArray(body?.errors) ? body.errors[0] : undefined
  if (typeof first !== 'object' || first === null) return { code: undefined, message: '' }
  const { code, message, detail } = first as Readonly<Record<string, unknown>>
  const words = [message, detail].filter((part): part is string => typeof part === 'string' && part !== '')
  return { code: typeof code === 'string' ? code : undefined, message: words.join(': ') }
}
