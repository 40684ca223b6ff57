import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
  request as send,
} from 'node:http'
import type { AddressInfo } from 'node:net'

/** What can become of a request on its way to a registry and back. */
export const FAULTS = {
  /** Answered by a proxy in between. */
  'bad gateway': 503,
  /** With `Retry-After`. */
  'too many requests': 429,
  /** 200, and what a load balancer answers for a service that isn't up. */
  'health page': 200,
  /** The connection is reset before an answer. */
  reset: 0,
  /** The registry does it, and the answer ends half-way. */
  'answer cut': 0,
  /** The connection ends within the request's body. */
  'request cut': 0,
  /** A byte of the answer's body is another. */
  corrupted: 0,
  /** The token is no longer good. */
  unauthorized: 401,
  /** It is not allowed, and never will be. */
  denied: 403,
} as const

/** Name of a fault. */
export type Fault = keyof typeof FAULTS

const PAGES: Partial<Record<Fault, string>> = {
  'bad gateway': '<html><h1>503 Service Unavailable</h1></html>',
  'too many requests': '{"errors":[{"code":"TOOMANYREQUESTS","message":"slow down"}]}',
  'health page': '{"data":{"services":{}},"status_code":200}',
  unauthorized: '{"errors":[{"code":"UNAUTHORIZED","message":"authentication required"}]}',
  denied: '{"errors":[{"code":"DENIED","message":"requested access to the resource is denied"}]}',
}

/** Stands between a client and a real registry, and does to any request what a test wants. */
export class FaultProxy {
  /** Requests so far, `METHOD path`. */
  readonly seen: string[] = []
  /** What becomes of a request, by its number from 0. */
  plan: (at: number) => Fault | undefined = () => undefined
  /** Told of each request. */
  onRequest: (at: number) => void = () => undefined
  private origin = ''

  private constructor(
    private readonly upstream: string,
    private readonly server: Server,
  ) {}

  /** @param upstream `127.0.0.1:PORT` of the registry */
  static async start(upstream: string): Promise<FaultProxy> {
    const server = createServer()
    const proxy = new FaultProxy(upstream, server)
    server.on('request', (request, response) => proxy.handle(request, response))
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    proxy.origin = `127.0.0.1:${(server.address() as AddressInfo).port}`
    return proxy
  }

  /** `127.0.0.1:PORT` */
  get host(): string {
    return this.origin
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((done) => this.server.close(done))
  }

  private handle(request: IncomingMessage, response: ServerResponse): void {
    const at = this.seen.length
    this.seen.push(`${request.method} ${request.url}`)
    this.onRequest(at)
    const fault = this.plan(at)
    request.on('error', () => undefined)
    response.on('error', () => undefined)
    if (fault === undefined) return void this.forward(request, response)
    const page = PAGES[fault]
    if (page !== undefined) return void answer(request, response, fault, page)
    if (fault === 'reset') return void request.socket.resetAndDestroy()
    if (fault === 'request cut') return void this.cutRequest(request, response)
    this.forward(request, response, fault)
  }

  private cutRequest(request: IncomingMessage, response: ServerResponse): void {
    const length = Number(request.headers['content-length'] ?? 0)
    if (length < 2) return void request.socket.destroy()
    let left = length >> 1
    const upstream = this.open(request, response, () => undefined)
    request.on('data', (chunk: Buffer) => {
      upstream.write(chunk.subarray(0, left))
      left -= chunk.length
      if (left > 0) return
      upstream.destroy()
      response.destroy()
    })
  }

  private forward(request: IncomingMessage, response: ServerResponse, fault?: Fault): void {
    const upstream = this.open(request, response, (answered) => {
      const length = Number(answered.headers['content-length'] ?? 0)
      response.writeHead(answered.statusCode!, answered.rawHeaders)
      if (fault === undefined || length < 2) {
        // Without a body there is nothing to spoil but the connection.
        if (fault !== undefined) return void request.socket.destroy()
        return void answered.pipe(response)
      }
      const chunks: Buffer[] = []
      answered.on('data', (chunk: Buffer) => chunks.push(chunk))
      answered.on('end', () => {
        const body = Buffer.concat(chunks)
        if (fault === 'answer cut')
          return void response.write(body.subarray(0, length >> 1), () => response.destroy())
        body[length >> 1]! ^= 1
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
    const upstream = send({ host, port, method, path, headers, agent: false }, onAnswer)
    upstream.on('error', () => request.socket.destroy())
    // However it ended: nothing of the registry's answer stays open.
    response.on('close', () => upstream.destroy())
    return upstream
  }
}

function answer(request: IncomingMessage, response: ServerResponse, fault: Fault, page: string): void {
  request.resume()
  response.writeHead(FAULTS[fault], {
    'content-type': page.startsWith('{') ? 'application/json' : 'text/html',
    'content-length': request.method === 'HEAD' ? 0 : Buffer.byteLength(page),
    ...(fault === 'too many requests' && { 'retry-after': '1' }),
    ...(fault === 'unauthorized' && { 'www-authenticate': 'Basic realm="registry"' }),
  })
  response.end(request.method === 'HEAD' ? undefined : page)
}
