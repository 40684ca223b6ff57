import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
  request as send,
} from 'node:http'
import { createServer as createTlsServer, request as sendByTls } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'

/** What can become of a request on its way to a registry and back. */
export const FAULTS = {
  /** The registry's own. */
  'internal error': 500,
  /** Answered by a proxy in between. */
  'bad gateway': 502,
  unavailable: 503,
  /** Without a body. */
  'gateway time-out': 504,
  /** With `Retry-After`. */
  'too many requests': 429,
  /** 200, and what a load balancer answers for a service that isn't up. */
  'health page': 200,
  /** An error of a proxy that is being debugged: its message has the login that came with the request. */
  echo: 500,
  /** The connection is reset before an answer. */
  reset: 0,
  /** The registry does it, and the answer comes late. */
  slow: 0,
  /** The registry does it, and the answer ends within its body. */
  'answer cut': 0,
  /** The connection ends within the request's body. */
  'request cut': 0,
  /** Nothing is read, nothing is answered, and the connection stays. */
  silent: 0,
  /** The registry does it, and its answer never comes. */
  'answer lost': 0,
  /** The registry does it, and nothing comes after half of the answer. */
  'answer stalls': 0,
  /** A byte of the answer's body is another. */
  corrupted: 0,
  /** The token is no longer good. */
  unauthorized: 401,
  /** It is not allowed, and never will be. */
  denied: 403,
  /** There is no such thing. */
  missing: 404,
} as const

/** Name of a fault. */
export type Fault = keyof typeof FAULTS

const PAGES: Partial<Record<Fault, string>> = {
  'internal error': '{"errors":[{"code":"UNKNOWN","message":"unknown error"}]}',
  'bad gateway': '<html><h1>502 Bad Gateway</h1></html>',
  unavailable: '<html><h1>503 Service Unavailable</h1></html>',
  'gateway time-out': '',
  'too many requests': '{"errors":[{"code":"TOOMANYREQUESTS","message":"slow down"}]}',
  'health page': '{"data":{"services":{}},"status_code":200}',
  unauthorized: '{"errors":[{"code":"UNAUTHORIZED","message":"authentication required"}]}',
  missing: '{"errors":[{"code":"MANIFEST_UNKNOWN","message":"manifest unknown"}]}',
  denied: '{"errors":[{"code":"DENIED","message":"requested access to the resource is denied"}]}',
}

const SLOW_MS = 1000

/** Files of a proxy that speaks TLS, to a registry that does too, both by certificates of one authority. */
export interface TlsFiles {
  readonly ca: Buffer
  readonly cert: Buffer
  readonly key: Buffer
}

/** Stands between a client and a real registry, and does to any request what a test wants. */
export class FaultProxy {
  /** Requests so far, `METHOD path`. */
  readonly seen: string[] = []
  /** What becomes of a request, by its number from 0. */
  plan: (at: number) => Fault | undefined = () => undefined
  /** Told of each request. */
  onRequest: (at: number) => void = () => undefined
  /** Where in a body a fault strikes, as a share of its length, by the request's number. */
  portion: (at: number) => number = () => 0.5
  /** So many of the next connections are reset before anything is said, TLS neither. */
  deaf = 0
  /** Values of `Authorization` so far, by the request's number. */
  readonly authorizations: (string | undefined)[] = []
  /** What a request without a good login is told to do: as the registry says itself, once it has. */
  private challenge = 'Basic realm="registry"'
  private origin = ''
  /** By the client's port: what is below TLS can be reset, TLS itself can't. */
  private readonly sockets = new Map<number, Socket>()

  private constructor(
    private readonly upstream: string,
    private readonly server: Server,
    private readonly tls: TlsFiles | undefined,
  ) {}

  /**
   * @param upstream `127.0.0.1:PORT` of the registry
   * @param tls for a registry that speaks TLS
   */
  static async start(upstream: string, tls?: TlsFiles): Promise<FaultProxy> {
    const server = tls ? createTlsServer(tls) : createServer()
    const proxy = new FaultProxy(upstream, server, tls)
    server.prependListener('connection', (socket: Socket) => proxy.connected(socket))
    server.on('request', (request, response) => proxy.handle(request, response))
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    proxy.origin = `127.0.0.1:${(server.address() as AddressInfo).port}`
    return proxy
  }

  /** `127.0.0.1:PORT` */
  get host(): string {
    return this.origin
  }

  /** Ends all connections, so that the next request needs another. */
  hangUp(): void {
    for (const socket of this.sockets.values()) socket.destroy()
  }

  async stop(): Promise<void> {
    // Node’s server forgets connections whose requests were never read.
    for (const socket of this.sockets.values()) socket.destroy()
    this.server.closeAllConnections()
    await new Promise((done) => this.server.close(done))
  }

  private connected(socket: Socket): void {
    const port = socket.remotePort!
    this.sockets.set(port, socket)
    socket.once('close', () => this.sockets.delete(port))
    if (this.deaf <= 0) return
    this.deaf--
    // Once the server has it: it can't take one that has ended already.
    setImmediate(() => socket.resetAndDestroy())
  }

  private handle(request: IncomingMessage, response: ServerResponse): void {
    const at = this.seen.length
    this.seen.push(`${request.method} ${request.url}`)
    this.onRequest(at)
    this.authorizations.push(request.headers.authorization)
    const fault = this.plan(at)
    request.on('error', () => undefined)
    response.on('error', () => undefined)
    if (fault === undefined) return void this.forward(request, response)
    const page = fault === 'echo' ? echo(request) : PAGES[fault]
    if (page !== undefined) return void answer(request, response, fault, page, this.challenge)
    if (fault === 'reset') return void this.sockets.get(request.socket.remotePort!)!.resetAndDestroy()
    if (fault === 'silent') return
    if (fault === 'request cut') return void this.cutRequest(request, response, this.portion(at))
    this.forward(request, response, fault, this.portion(at))
  }

  private cutRequest(request: IncomingMessage, response: ServerResponse, portion: number): void {
    const length = Number(request.headers['content-length'] ?? 0)
    if (length < 2) return void request.socket.destroy()
    let left = Math.floor(length * portion)
    const upstream = this.open(request, response, () => undefined)
    request.on('data', (chunk: Buffer) => {
      upstream.write(chunk.subarray(0, Math.max(left, 0)))
      left -= chunk.length
      if (left > 0) return
      upstream.destroy()
      response.destroy()
    })
  }

  private forward(request: IncomingMessage, response: ServerResponse, fault?: Fault, portion = 0): void {
    const upstream = this.open(request, response, (answered) => {
      this.challenge = answered.headers['www-authenticate'] ?? this.challenge
      const length = Number(answered.headers['content-length'] ?? 0)
      if (fault === undefined || fault === 'slow') {
        const pass = () => {
          response.writeHead(answered.statusCode!, answered.rawHeaders)
          answered.pipe(response)
        }
        return void (fault === undefined ? pass() : setTimeout(pass, SLOW_MS))
      }
      const isBare = length < 2 || request.method === 'HEAD'
      if (fault === 'answer lost' || (fault === 'answer stalls' && isBare)) return
      // Without a body there is nothing to spoil but the connection.
      if (length < 2) return void request.socket.destroy()
      response.writeHead(answered.statusCode!, answered.rawHeaders)
      const chunks: Buffer[] = []
      answered.on('data', (chunk: Buffer) => chunks.push(chunk))
      answered.on('end', () => {
        const body = Buffer.concat(chunks)
        const at = Math.floor(length * portion)
        if (fault === 'answer stalls') return void response.write(body.subarray(0, at))
        if (fault === 'answer cut') return void response.write(body.subarray(0, at), () => response.destroy())
        body[at]! ^= 1
        response.end(body)
      })
    })
    request.pipe(upstream)
  }

  private open(
    request: IncomingMessage,
    response: ServerResponse,
    onAnswer: (answered: IncomingMessage) => void,
  ) {
    const [host, port] = this.upstream.split(':')
    const { method, url: path, headers } = request
    // The host is kept, by which the registry makes the addresses of uploads.
    const options = { host, port, method, path, headers, agent: false } as const
    const upstream = this.tls
      ? sendByTls({ ...options, ca: this.tls.ca, servername: '' }, onAnswer)
      : send(options, onAnswer)
    upstream.on('error', () => request.socket.destroy())
    // However it ended: nothing of the registry's answer stays open.
    response.on('close', () => upstream.destroy())
    return upstream
  }
}

function echo({ headers }: IncomingMessage): string {
  const { authorization = '' } = headers
  const login = Buffer.from(authorization.replace(/^Basic /, ''), 'base64').toString()
  const message = `upstream failed, Authorization: ${authorization}${authorization.startsWith('Basic ') ? ` (${login})` : ''}`
  return JSON.stringify({ errors: [{ code: 'UNKNOWN', message, detail: authorization }] })
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  fault: Fault,
  page: string,
  challenge: string,
): void {
  request.resume()
  response.writeHead(FAULTS[fault], {
    ...(page !== '' && { 'content-type': page.startsWith('{') ? 'application/json' : 'text/html' }),
    'content-length': request.method === 'HEAD' ? 0 : Buffer.byteLength(page),
    ...(fault === 'too many requests' && { 'retry-after': '1' }),
    ...(fault === 'unauthorized' && { 'www-authenticate': challenge }),
  })
  response.end(request.method === 'HEAD' ? undefined : page)
}
