import { createHash, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { download, downloadHalf, read, readSome, type StoredBlob, upload } from './blob-storage.js'

/** What the service and its storage are asked for. */
export type Operation =
  | 'CreateCacheEntry'
  | 'FinalizeCacheEntryUpload'
  | 'GetCacheEntryDownloadURL'
  | 'upload'
  | 'download'

/** A status to answer with; no answer at all; the connection cut half-way through the content; and, with that, the end of it all. */
export type Fault = number | 'hang' | 'cut' | 'die'

/** A request, for assertions. */
export interface Asked {
  readonly operation: Operation
  /** The body of a request of the service; of storage, the query. */
  readonly body: Readonly<Record<string, unknown>>
}

/** What is kept under a key. */
export interface Entry extends StoredBlob {
  readonly id: number
  readonly key: string
  readonly version: string
  readonly scope: string
  readonly created: number
  complete: boolean
}

const AZURE = 'account.blob.core.windows.net'
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
  /** Storage has a name of Azure's, from which the client downloads parts side by side; this is its proxy then. */
  asAzure = false
  /** Of storage, only entries whose key starts so have faults. */
  faulty = ''
  readonly asked: Asked[] = []
  private entries: Entry[] = []
  /** Numbers that were given out. */
  private made = 0
  private readonly server: Server
  private origin = ''

  private constructor() {
    this.server = createServer((request, response) => {
      this.answer(request, response).catch((error: Error) => {
        if (!response.headersSent) response.writeHead(500)
        response.end(JSON.stringify({ msg: error.message }))
      })
    })
    this.server.on('connect', (_, client) => {
      const here = connect((this.server.address() as AddressInfo).port, '127.0.0.1')
      client.write('HTTP/1.1 200 Connection established\r\n\r\n')
      client.pipe(here).pipe(client)
      for (const end of [client, here]) end.on('error', () => undefined)
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
    // Also when a fault has closed it before.
    await new Promise((done) => this.server.close(done))
  }

  /** The variables that a runner gives to a JavaScript action. */
  get env(): Record<string, string> {
    return {
      ACTIONS_CACHE_SERVICE_V2: 'true',
      ACTIONS_RESULTS_URL: `${this.origin}/`,
      ACTIONS_RUNTIME_TOKEN: this.token,
      ...(this.asAzure && { http_proxy: this.origin, no_proxy: '127.0.0.1,localhost' }),
    }
  }

  /** Keys of what can be found, oldest first. */
  get keys(): string[] {
    return this.entries.filter(({ complete }) => complete).map(({ key }) => key)
  }

  /** What is there, to be put back by {@link restore}. */
  snapshot(): readonly Entry[] {
    return this.entries.map((entry) => ({ ...entry }))
  }

  /** Puts everything back as it was, and in order. */
  restore(entries: readonly Entry[]): void {
    this.entries = entries.map((entry) => ({ ...entry }))
    this.made = Math.max(this.made, ...entries.map(({ id }) => id))
    this.faults.clear()
    this.readOnly = false
  }

  /** Forgets the entries whose key starts so, as the service does when the repository's room is used up. */
  evict(prefix: string): void {
    const left = this.entries.filter(({ key }) => !key.startsWith(prefix))
    if (left.length === this.entries.length) throw new Error(`no entry ${prefix}`)
    this.entries = left
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
    const entry = this.entries.find(({ id }) => url.pathname.endsWith(`/container/${id}`))
    const fault = entry?.key.startsWith(this.faulty) ? this.faults.get(operation) : undefined
    if (fault === 'hang') return
    if (typeof fault === 'number' || entry === undefined) {
      response.writeHead(typeof fault === 'number' ? fault : 404).end()
      return
    }
    if (url.searchParams.get('sig') !== signature(entry.id)) response.writeHead(403).end()
    else if (fault !== undefined) await this.breakOff(request, entry, response, fault === 'die')
    else if (operation === 'upload') await upload(request, url, entry, response)
    else download(request, entry, response)
  }

  /** Half of the content goes through. */
  private async breakOff(
    request: IncomingMessage,
    entry: Entry,
    response: ServerResponse,
    isLast: boolean,
  ): Promise<void> {
    if (request.method === 'PUT') await readSome(request, Number(request.headers['content-length']) / 2)
    else await downloadHalf(entry, response)
    request.socket.destroy()
    if (!isLast) return
    this.server.closeAllConnections()
    this.server.close()
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
        // Also when another job has only begun with it.
        if (same !== undefined) return refusal(409, 'already_exists', 'cache entry already exists')
        const created = ++this.made
        const entry = { id: created, key, version, scope, created, bytes: Buffer.alloc(0), complete: false }
        this.entries.push({ ...entry, blocks: new Map() })
        return done({ ok: true, signed_upload_url: this.signed(created) })
      }
      case 'FinalizeCacheEntryUpload': {
        const ok = same !== undefined && same.bytes.length === Number(body.size_bytes)
        if (ok) same.complete = true
        return done({ ok, entry_id: String(same?.id ?? 0) })
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
    const storage = this.asAzure ? `http://${AZURE}` : `${this.origin}/account`
    return `${storage}/container/${id}?sig=${signature(id)}`
  }
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
