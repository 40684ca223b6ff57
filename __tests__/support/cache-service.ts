import { createHash, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the service and its storage are asked for. */
export type Operation =
  | 'CreateCacheEntry'
  | 'FinalizeCacheEntryUpload'
  | 'GetCacheEntryDownloadURL'
  | 'upload'
  | 'download'

/** A status to answer with; no answer at all; or the connection cut half-way through the content. */
export type Fault = number | 'hang' | 'cut'

/** A request, for assertions. */
export interface Asked {
  readonly operation: Operation
  /** The body of a request of the service; of storage, the query. */
  readonly body: Readonly<Record<string, unknown>>
}

interface Entry {
  readonly id: number
  readonly key: string
  readonly version: string
  readonly scope: string
  readonly created: number
  bytes: Buffer
  complete: boolean
  readonly blocks: Map<string, Buffer>
}

const TWIRP = '/twirp/github.actions.results.api.v1.CacheService/'

/**
 * GitHub's cache service, second version, and the storage behind it, as the real client speaks to them:
 * https://github.com/actions/toolkit/tree/main/packages/cache/src/generated/results/api/v1 and
 * https://learn.microsoft.com/en-us/rest/api/storageservices/put-block-list
 */
export class CacheService {
  readonly token = randomBytes(16).toString('hex')
  /** Branches whose entries can be read, in the order in which they are searched; the first is written to. */
  scopes: readonly string[] = ['refs/heads/main']
  /** The token may not write. */
  readOnly = false
  /** The repository's room is used up. */
  full = false
  readonly faults = new Map<Operation, Fault>()
  readonly asked: Asked[] = []
  private readonly entries: Entry[] = []
  private readonly server: Server
  private origin = ''

  private constructor() {
    this.server = createServer((request, response) => {
      this.answer(request, response).catch((error: Error) => {
        if (!response.headersSent) response.writeHead(500)
        response.end(JSON.stringify({ msg: error.message }))
      })
    })
  }

  static async start(): Promise<CacheService> {
    const service = new CacheService()
    await new Promise<void>((done) => service.server.listen(0, '127.0.0.1', done))
    service.origin = `http://127.0.0.1:${(service.server.address() as AddressInfo).port}`
    return service
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((done) => this.server.close(done))
  }

  /** The variables that a runner gives to a JavaScript action. */
  get env(): Record<string, string> {
    return {
      ACTIONS_CACHE_SERVICE_V2: 'true',
      ACTIONS_RESULTS_URL: `${this.origin}/`,
      ACTIONS_RUNTIME_TOKEN: this.token,
    }
  }

  /** Keys of what can be found, oldest first. */
  get keys(): string[] {
    return this.entries.filter(({ complete }) => complete).map(({ key }) => key)
  }

  /** How often something was asked for. */
  count(operation: Operation): number {
    return this.asked.filter((each) => each.operation === operation).length
  }

  /** Changes the stored bytes of the entries whose key starts so. */
  damage(prefix: string, change: (bytes: Buffer) => Buffer): void {
    const found = this.entries.filter(({ key }) => key.startsWith(prefix))
    if (found.length === 0) throw new Error(`no entry ${prefix}`)
    for (const entry of found) entry.bytes = change(Buffer.from(entry.bytes))
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url!, this.origin)
    if (url.pathname.startsWith(TWIRP)) {
      const operation = url.pathname.slice(TWIRP.length) as Operation
      const body = JSON.parse((await read(request)).toString('utf8'))
      this.asked.push({ operation, body })
      const fault = this.faults.get(operation)
      if (fault === 'hang') return
      const authorized = request.headers.authorization === `Bearer ${this.token}`
      const [status, answer] = authorized
        ? typeof fault === 'number'
          ? refusal(fault, 'unavailable', 'out of order')
          : this.serve(operation, body)
        : refusal(401, 'unauthenticated', 'the token is not valid')
      const headers = { 'content-type': 'application/json', ...(status === 429 && { 'retry-after': '30' }) }
      response.writeHead(status, headers).end(JSON.stringify(answer))
      return
    }
    const operation = request.method === 'PUT' ? 'upload' : 'download'
    this.asked.push({ operation, body: Object.fromEntries(url.searchParams) })
    const fault = this.faults.get(operation)
    const entry = this.entries.find(({ id }) => url.pathname === `/account/container/${id}`)
    if (fault === 'hang') return
    if (typeof fault === 'number' || entry === undefined) {
      response.writeHead(typeof fault === 'number' ? fault : 404).end()
      return
    }
    if (url.searchParams.get('sig') !== signature(entry.id)) response.writeHead(403).end()
    else if (operation === 'upload') await upload(request, url, entry, response)
    else download(request, entry, response, fault === 'cut')
  }

  private serve(operation: Operation, body: Record<string, unknown>): Answer {
    const key = String(body.key)
    const version = String(body.version)
    const scope = this.scopes[0]!
    const same = this.entries.find(
      (entry) => entry.key === key && entry.version === version && entry.scope === scope,
    )
    switch (operation) {
      case 'CreateCacheEntry': {
        if (this.readOnly) return done({ ok: false, message: 'cache write denied: the token is read-only' })
        if (this.full) return refusal(403, 'permission_denied', 'insufficient usage to create the entry')
        if (same?.complete) return refusal(409, 'already_exists', 'cache entry already exists')
        const created = this.entries.length + 1
        const entry = { id: created, key, version, scope, created, bytes: Buffer.alloc(0), complete: false }
        this.entries.push({ ...entry, blocks: new Map() })
        return done({ ok: true, signed_upload_url: this.signed(created) })
      }
      case 'FinalizeCacheEntryUpload': {
        const entry = [...this.entries].reverse().find((each) => each.key === key && each.version === version)
        const ok = entry !== undefined && entry.bytes.length === Number(body.size_bytes)
        if (ok) entry.complete = true
        return done({ ok, entry_id: String(entry?.id ?? 0) })
      }
      case 'GetCacheEntryDownloadURL': {
        const entry = this.find(key, (body.restore_keys as string[] | undefined) ?? [], version)
        if (entry === undefined) return done({ ok: false })
        return done({
          ok: true,
          signed_download_url: this.signed(entry.id),
          matched_key: entry.key,
        })
      }
      default:
        return refusal(404, 'bad_route', operation)
    }
  }

  // https://docs.github.com/en/actions/reference/workflows-and-actions/dependency-caching#cache-key-matching
  private find(key: string, restoreKeys: readonly string[], version: string): Entry | undefined {
    for (const scope of this.scopes) {
      const here = this.entries
        .filter((entry) => entry.complete && entry.version === version && entry.scope === scope)
        .sort((a, b) => b.created - a.created)
      const exact = here.find((entry) => entry.key === key)
      if (exact !== undefined) return exact
      for (const prefix of [key, ...restoreKeys]) {
        const newest = here.find((entry) => entry.key.startsWith(prefix))
        if (newest !== undefined) return newest
      }
    }
    return undefined
  }

  private signed(id: number): string {
    return `${this.origin}/account/container/${id}?sig=${signature(id)}`
  }
}

async function upload(
  request: IncomingMessage,
  url: URL,
  entry: Entry,
  response: ServerResponse,
): Promise<void> {
  const bytes = await read(request)
  switch (url.searchParams.get('comp')) {
    case 'block':
      entry.blocks.set(url.searchParams.get('blockid')!, bytes)
      break
    case 'blocklist': {
      const ids = [...bytes.toString('utf8').matchAll(/<Latest>([^<]+)<\/Latest>/g)].map((match) => match[1]!)
      entry.bytes = Buffer.concat(ids.map((id) => entry.blocks.get(id)!))
      break
    }
    default:
      if (request.headers['x-ms-blob-type'] !== 'BlockBlob') {
        response.writeHead(400).end()
        return
      }
      entry.bytes = bytes
  }
  response
    .writeHead(201, { etag: '"1"', 'last-modified': new Date().toUTCString(), 'x-ms-request-id': '1' })
    .end()
}

function download(request: IncomingMessage, { bytes }: Entry, response: ServerResponse, cut: boolean): void {
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '')
  const start = Number(range?.[1] ?? 0)
  const end = range?.[2] ? Number(range[2]) + 1 : bytes.length
  const content = bytes.subarray(start, end)
  response.writeHead(range === null ? 200 : 206, {
    'content-length': content.length,
    ...(range && { 'content-range': `bytes ${start}-${start + content.length - 1}/${bytes.length}` }),
  })
  if (request.method === 'HEAD') response.end()
  else if (cut) response.write(content.subarray(0, content.length / 2), () => response.destroy())
  else response.end(content)
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

type Answer = readonly [status: number, body: unknown]

function done(body: unknown): Answer {
  return [200, body]
}

// https://twitchtv.github.io/twirp/docs/errors.html
function refusal(status: number, code: string, msg: string): Answer {
  return [status, { code, msg }]
}

function signature(id: number): string {
  return createHash('sha256').update(String(id)).digest('hex')
}
