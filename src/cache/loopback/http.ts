import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Digest, isDigest } from '../../oci/digest.js'

// As much as the registries that manifests come from take: distribution-spec, "Pushing Manifests".
const LONGEST_MANIFEST = 4 * 1024 * 1024

/** What a client sees of a request that can't be answered: the codes of distribution-spec, "Error Codes". */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

/** Refuses all but some methods. */
export function allow(method: string, ...methods: readonly string[]): void {
  if (!methods.includes(method)) throw new Refusal(405, 'UNSUPPORTED', `${method} is not possible here`)
}

/** The part that a Range header asks for; undefined for all of it, which a server may always give (RFC 9110, 14.2). */
export function rangeOf(
  header: string | undefined,
  size: number,
): { start: number; end: number } | undefined {
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(header ?? '') ?? []
  if (from === undefined) return undefined
  const start = Number(from)
  const end = to ? Math.min(Number(to), size - 1) : size - 1
  if (start > end) throw new Refusal(416, 'BLOB_UNKNOWN', 'there is no such part')
  return { start, end }
}

/** Passes bytes on and fails when they are not as many as were announced: the client then sees the connection end. */
export function exactly(length: number): (bytes: AsyncIterable<Buffer>) => AsyncGenerator<Buffer> {
  return async function* (bytes) {
    let passed = 0
    for await (const chunk of bytes) {
      passed += chunk.length
      yield chunk
    }
    if (passed !== length) throw new Error(`${passed} bytes instead of ${length}`)
  }
}

/** The body of a request that is to be short: a manifest. */
export async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > LONGEST_MANIFEST) throw new Refusal(413, 'SIZE_INVALID', 'the manifest is too long')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Digests of the config and layers that a manifest names. */
export function referredBlobs(bytes: Buffer): Digest[] {
  let manifest: { config?: { digest?: unknown }; layers?: readonly { digest?: unknown }[] }
  try {
    manifest = JSON.parse(bytes.toString())
  } catch {
    throw new Refusal(400, 'MANIFEST_INVALID', 'not JSON')
  }
  return [manifest?.config, ...(manifest?.layers ?? [])].flatMap((each) =>
    isDigest(each?.digest) ? [each.digest] : [],
  )
}

/** Ends an answer. */
export function end(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>> = {},
  body?: string | Buffer,
): void {
  const length = body === undefined && status !== 204 ? { 'content-length': '0' } : {}
  response.writeHead(status, { ...length, ...headers }).end(body)
}

/** Answers a request that could not be served, in the form of distribution-spec, "Error Codes". */
export function refuse(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  // Broken off half-way by either side: the client sees the connection end and knows.
  if (response.headersSent) return void response.destroy()
  const refusal =
    error instanceof Refusal ? error : new Refusal(500, 'UNKNOWN', 'the request could not be answered')
  // What is left of a body must be read, or the client does not come to reading the answer.
  request.resume()
  const body = JSON.stringify({ errors: [{ code: refusal.code, message: refusal.message }] })
  end(response, refusal.status, { 'content-type': 'application/json' }, body)
}
