import type { Readable } from 'node:stream'
import type { SecureContext } from 'node:tls'
import type { Dispatcher } from 'undici'
import { Answer } from './answer.js'
import { apiHost, isLoopback } from './hosts.js'
import { networkProblem } from './network-problem.js'
import { proxyFor } from './proxy.js'
import { RequestError } from './request-error.js'
import { secureContextFor } from './trust.js'

const CONNECT_TIMEOUT_MS = 15_000
const ANSWER_TIMEOUT_MS = 60_000
// What is sent is hashed and written before it is answered, which takes a big layer minutes in some registries.
const COMMIT_FACTOR = 5
// Node's own 250 ms for each address of a host give up a far or busy registry too soon.
const ADDRESS_TIMEOUT_MS = 2_000
const MOST_REDIRECTS = 10
const USER_AGENT = 'multiarch-build'

/** What is sent with a request: a stream that can be opened again for a redirect, or bytes. */
export type Body = Buffer | { readonly open: () => Readable; readonly size: number }

/** One request. */
export interface Call {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT'
  readonly url: URL
  /** Method and object, for messages. */
  readonly operation: string
  readonly headers?: Readonly<Record<string, string>>
  /** Value of `Authorization`; never sent to another origin than the URL's own. */
  readonly authorization?: string | undefined
  readonly body?: Body
  /** The body must not follow a redirect to another origin. */
  readonly secretBody?: boolean
  /** The registry has to check and keep what is sent before it answers, and is given more time for it. */
  readonly commits?: boolean
}

/** How a registry is reached. */
export interface TransportOptions {
  /** Host with port, as the user wrote it. */
  readonly registry: string
  /** false: no host has to prove who it is. */
  readonly tlsVerify: boolean
  /** The registry itself doesn't have to, on any of its ports; other hosts do. */
  readonly insecure?: boolean
  readonly env: NodeJS.ProcessEnv
  readonly signal?: AbortSignal | undefined
  /** Milliseconds without a byte of an answer after which there is none; a minute unless given, and five times that where it commits. */
  readonly answerTimeoutMs?: number | undefined
}

/** Sends requests for one registry: TLS, proxies, time-outs and redirects; knows nothing of logins. */
export class Transport {
  private readonly dispatchers = new Map<string, Promise<Dispatcher>>()
  private context: Promise<SecureContext> | undefined

  constructor(readonly options: TransportOptions) {}

  /**
   * Sends a request and follows redirects. The answer's body must be read or discarded.
   * @throws {RequestError} when there is no answer
   */
  async send(call: Call): Promise<Answer> {
    let { url, authorization } = call
    for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
      const answer = await this.exchange({ ...call, url, authorization })
      const location = redirectLocation(call.method, answer)
      if (location === undefined) return answer
      await answer.discard()
      const next = this.resolveLocation(location, url, call.operation)
      // https://fetch.spec.whatwg.org/#http-redirect-fetch: a credential is for the origin that it was meant for.
      if (next.origin !== url.origin) {
        authorization = undefined
        if (call.secretBody) throw this.error(call.operation, `refused to send a login on to ${next.host}`)
      }
      url = next
    }
    throw this.error(call.operation, `redirected more than ${MOST_REDIRECTS} times`)
  }

  /**
   * A `Location` as a URL: relative ones against the request's. One that leads from TLS to plain HTTP on the same host
   * is that of a registry that does not know of the TLS proxy before it, and is taken back to TLS; to
   * another host it is refused.
   * @throws {RequestError} for what is no URL, or not allowed
   */
  resolveLocation(location: string, base: URL, operation: string): URL {
    const next = URL.canParse(location, base.href) ? new URL(location, base) : undefined
    if (next === undefined || !/^https?:$/.test(next.protocol)) {
      throw this.error(operation, 'the registry answered a Location that is no URL')
    }
    next.username = ''
    next.password = ''
    if (next.protocol === 'http:' && base.protocol === 'https:' && next.hostname === base.hostname) {
      next.protocol = 'https:'
      next.port = base.port
    }
    if (next.protocol === 'http:' && !this.mayBePlain(next.host)) {
      throw this.error(operation, `the registry redirects to plain HTTP at ${next.host}`)
    }
    return next
  }

  /** Whether a host may be spoken to without TLS. */
  mayBePlain(host: string): boolean {
    return isLoopback(host) || !this.mustVerify(host)
  }

  private mustVerify(host: string): boolean {
    const { registry, tlsVerify, insecure = false } = this.options
    return tlsVerify && !(insecure && withoutPort(host) === withoutPort(apiHost(registry)))
  }

  /** A lasting failure of an operation. */
  error(operation: string, happened: string, cure?: string): RequestError {
    return new RequestError({ registry: this.options.registry, operation, happened, passing: false, cure })
  }

  /** Ends all connections; what is still under way fails. */
  async close(): Promise<void> {
    const open = await Promise.allSettled(this.dispatchers.values())
    this.dispatchers.clear()
    await Promise.all(open.map((result) => result.status === 'fulfilled' && result.value.destroy()))
  }

  private async exchange(call: Call): Promise<Answer> {
    const { request } = await import('undici')
    const dispatcher = await this.dispatcherFor(call.url)
    const answerTimeoutMs = this.options.answerTimeoutMs ?? ANSWER_TIMEOUT_MS
    try {
      const response = await request(call.url, {
        dispatcher,
        method: call.method,
        headers: headersOf(call),
        body: contentOf(call.body),
        headersTimeout: call.commits ? answerTimeoutMs * COMMIT_FACTOR : answerTimeoutMs,
        bodyTimeout: answerTimeoutMs,
        ...(this.options.signal && { signal: this.options.signal }),
      })
      return new Answer(response, call.url, (cause) => this.networkError(call, cause))
    } catch (cause) {
      throw this.networkError(call, cause)
    }
  }

  private networkError({ operation, url }: Call, cause: unknown): RequestError {
    const { happened, passing, cure, kind } = networkProblem(cause, url.host)
    return new RequestError({
      registry: this.options.registry,
      operation,
      happened,
      passing,
      cure,
      cause,
      notTls: kind === 'not-tls',
    })
  }

  private dispatcherFor(url: URL): Promise<Dispatcher> {
    const proxy = proxyFor(url, this.options.env) ?? ''
    const verify = this.mustVerify(url.host)
    const key = `${verify} ${proxy}`
    const known = this.dispatchers.get(key)
    if (known) return known
    const made = this.createDispatcher(proxy, verify)
    this.dispatchers.set(key, made)
    return made
  }

  // The certs.d files of the registry hold for its token server and storage too, as they do for podman.
  private async createDispatcher(proxy: string, verify: boolean): Promise<Dispatcher> {
    this.context ??= secureContextFor(this.options.registry, this.options.env)
    const connect = {
      secureContext: await this.context,
      rejectUnauthorized: verify,
      timeout: CONNECT_TIMEOUT_MS,
      autoSelectFamilyAttemptTimeout: ADDRESS_TIMEOUT_MS,
    }
    const { Agent, ProxyAgent } = await import('undici')
    if (proxy === '') return new Agent({ connect })
    return new ProxyAgent({ uri: proxy, requestTls: connect, proxyTls: connect, proxyTunnel: false })
  }
}

function withoutPort(host: string): string {
  return host.toLowerCase().replace(/:\d+$/, '')
}

function contentOf(body: Body | undefined): Readable | Buffer | null {
  if (body === undefined) return null
  return 'open' in body ? body.open() : body
}

function headersOf({ headers, authorization, body }: Call): Record<string, string> {
  const size = body && ('open' in body ? body.size : body.length)
  return {
    'user-agent': USER_AGENT,
    ...headers,
    ...(size !== undefined && { 'content-length': String(size) }),
    ...(authorization !== undefined && { authorization }),
  }
}

function redirectLocation(method: string, answer: Answer): string | undefined {
  // Only 307 and 308 keep the method of a request that isn't safe (RFC 9110, 15.4).
  const followed = method === 'GET' || method === 'HEAD' ? [301, 302, 303, 307, 308] : [307, 308]
  return followed.includes(answer.status) ? answer.header('location') : undefined
}
