import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Digest, digestOf } from '../../../../src/oci/digest.js'

/** A request as the server got it. */
export interface Received {
  readonly method: string
  /** Path and query. */
  readonly url: string
  readonly authorization: string | undefined
  readonly body: Buffer
}

type Responder = (request: IncomingMessage, response: ServerResponse) => void

interface Fault {
  readonly matches: RegExp
  readonly respond: Responder
  times: number
}

/**
 * A registry in memory on a free port of this machine, which speaks as much of the distribution API as the client uses,
 * and can be told to go wrong.
 */
export class RegistryServer {
  readonly blobs = new Map<string, Buffer>()
  readonly manifests = new Map<string, { bytes: Buffer; type: string }>()
  readonly received: Received[] = []
  private readonly faults: Fault[] = []
  private uploads = 0

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  static async start(hostname = '127.0.0.1'): Promise<RegistryServer> {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, hostname, resolve))
    const registry = new RegistryServer(server, (server.address() as AddressInfo).port)
    server.on('request', (request, response) => registry.handle(request, response))
    return registry
  }

  /** Host with port. */
  get host(): string {
    return `127.0.0.1:${this.port}`
  }

  /** Answers the next `times` requests whose `METHOD /path` matches in another way. */
  fault(matches: RegExp, respond: Responder, times = 1): void {
    this.faults.push({ matches, respond, times })
  }

  /** `METHOD /path` of what was received, without the probes of `/v2/`. */
  get calls(): string[] {
    return this.received.filter(({ url }) => url !== '/v2/').map(({ method, url }) => `${method} ${url}`)
  }

  stop(): void {
    this.server.closeAllConnections()
    this.server.close()
  }

  private handle(request: IncomingMessage, response: ServerResponse): void {
    const { method = '', url = '' } = request
    const fault = this.faults.find(({ matches, times }) => times > 0 && matches.test(`${method} ${url}`))
    if (fault) {
      fault.times--
      const { authorization } = request.headers
      this.received.push({ method, url, authorization, body: Buffer.alloc(0) })
      fault.respond(request, response)
      return
    }
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks)
      this.received.push({ method, url, authorization: request.headers.authorization, body })
      this.answer(request, response, body)
    })
    request.on('error', () => undefined)
  }

  private answer(request: IncomingMessage, response: ServerResponse, body: Buffer): void {
    const url = new URL(request.url!, 'http://registry')
    const [, object, reference] = /\/(blobs|manifests|uploads)\/([^/]*)$/.exec(url.pathname) ?? []
    if (url.pathname === '/v2/') response.writeHead(200).end('{}')
    else if (object === 'uploads') this.upload(request.method!, url, response, body)
    else if (object === 'blobs') sendObject(response, this.blobs.get(reference!), 'application/octet-stream')
    else if (request.method === 'PUT') this.putManifest(request, reference!, response, body)
    else this.sendManifest(response, reference!)
  }

  private upload(method: string, url: URL, response: ServerResponse, body: Buffer): void {
    const digest = url.searchParams.get('digest')
    if (method === 'POST' && this.blobs.has(url.searchParams.get('mount') ?? '')) {
      response.writeHead(201).end()
    } else if (method === 'POST') {
      response.writeHead(202, { location: `${url.pathname}${++this.uploads}?_state=a%20b~c` }).end()
    } else if (digestOf(body) !== digest) {
      refuse(response, 400, 'DIGEST_INVALID', 'provided digest did not match')
    } else {
      this.blobs.set(digest, body)
      response.writeHead(201, { 'docker-content-digest': digest }).end()
    }
  }

  private putManifest(
    request: IncomingMessage,
    reference: string,
    response: ServerResponse,
    bytes: Buffer,
  ): void {
    this.storeManifest(reference, bytes, request.headers['content-type'] ?? '')
    response.writeHead(201, { 'docker-content-digest': digestOf(bytes) }).end()
  }

  /** Puts a manifest there under a tag and its digest. */
  storeManifest(reference: string, bytes: Buffer, type: string): Digest {
    const digest = digestOf(bytes)
    this.manifests.set(reference, { bytes, type })
    this.manifests.set(digest, { bytes, type })
    return digest
  }

  private sendManifest(response: ServerResponse, reference: string): void {
    const manifest = this.manifests.get(reference)
    sendObject(response, manifest?.bytes, manifest?.type ?? '')
  }
}

/** Answers as a registry refuses. */
export function refuse(response: ServerResponse, status: number, code: string, message: string): void {
  const body = JSON.stringify({ errors: [{ code, message }] })
  response.writeHead(status, { 'content-type': 'application/json' }).end(body)
}

function sendObject(response: ServerResponse, bytes: Buffer | undefined, type: string): void {
  if (bytes === undefined) {
    refuse(response, 404, 'NOT_FOUND', 'not known')
    return
  }
  response.writeHead(200, {
    'content-type': type,
    'content-length': bytes.length,
    'docker-content-digest': digestOf(bytes),
  })
  // Node leaves the body of an answer to HEAD out.
  response.end(bytes)
}
