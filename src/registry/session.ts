import type { Repository } from '../oci/reference.js'
import { type Answer, firstError, parseObject } from './answer.js'
import { Authorizer } from './authorizer.js'
import type { CredentialStore } from './credentials.js'
import { cureFor, isFull } from './cures.js'
import { apiHost, apiName } from './hosts.js'
import { RequestError } from './request-error.js'
import { isPassingStatus, parseRetryAfter } from './retry.js'
import { type Body, type Call, Transport, type TransportOptions } from './transport.js'

/**
 * An upload that the registry has lost can be begun anew. What is sent was checked against its digest before, so that
 * DIGEST_INVALID means that the registry read what another push was just writing, as docker-registry 2.8 does.
 * No other 4xx changes by itself.
 */
const PASSING_CODES = ['BLOB_UPLOAD_UNKNOWN', 'DIGEST_INVALID']

const LONGEST_ERROR_ANSWER = 64 * 1024

/** A request about a repository. */
export interface RepositoryCall {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT'
  readonly repository: Repository
  /** What follows `/v2/<name>/`, or a URL that the registry answered. */
  readonly target: string | URL
  /** Object of the request, for messages: `manifest 1.0`. */
  readonly object: string
  readonly action: 'pull' | 'push'
  /** A second repository, from which the request reads. */
  readonly source?: Repository | undefined
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Body
  /** The registry has to check and keep what is sent before it answers. */
  readonly commits?: boolean
}

/** One registry: where its API is, what it asks for, and how its refusals read. */
export class Session {
  private readonly transport: Transport
  private readonly authorizer: Authorizer
  private base: Promise<URL> | undefined

  constructor(options: TransportOptions, credentials: CredentialStore) {
    this.transport = new Transport(options)
    this.authorizer = new Authorizer(this.transport, credentials)
  }

  /**
   * Sends a request, logged in where the registry asks for it; after a 401 once more with a fresh token. Any status is
   * an answer.
   * @throws {RequestError} when there is no answer, or no token
   */
  async send(call: RepositoryCall): Promise<Answer> {
    const base = await this.apiBase()
    const url =
      typeof call.target === 'string' ? repositoryUrl(base, call.repository, call.target) : call.target
    const first = await this.authorizationFor(call, url, base)
    const answer = await this.transport.send(transportCall(call, url, first))
    // What another host answers (after a redirect) says nothing about the login here.
    const refusedHere = answer.status === 401 && answer.url.origin === base.origin
    if (!refusedHere || !this.authorizer.learn(answer)) return answer
    this.authorizer.forget(call.repository)
    const second = await this.authorizationFor(call, url, base).catch((error: unknown) => {
      answer.destroy()
      throw error
    })
    if (second === first) return answer
    await answer.discard()
    return this.transport.send(transportCall(call, url, second))
  }

  /**
   * The `Location` of an answer that has one, as a URL.
   * @throws {RequestError} when it is none, or one that must not be followed
   */
  locationOf(answer: Answer, call: RepositoryCall): URL {
    return this.transport.resolveLocation(answer.header('location') ?? '', answer.url, operationOf(call))
  }

  /** Reads an answer that refuses, and says what it means. */
  async refusal(call: RepositoryCall, answer: Answer): Promise<RequestError> {
    const bytes = await answer.read(LONGEST_ERROR_ANSWER)
    const { code, message } = firstError(bytes && parseObject(bytes))
    const loggedIn = (await this.authorizer.credentialOf(call.repository)) !== undefined
    const { registry } = call.repository
    const { status } = answer
    const words = {
      status,
      code: code && this.authorizer.redact(code),
      message: this.authorizer.redact(message),
    }
    const passing = isPassingStatus(status) || PASSING_CODES.includes(words.code ?? '')
    const from = answer.url.host === apiHost(registry) ? '' : ` from ${answer.url.host}`
    return new RequestError({
      registry,
      operation: operationOf(call),
      happened: [`${status}${from}`, words.code, words.message].filter((part) => part).join(' '),
      status,
      code: words.code,
      passing: passing && !isFull(words),
      retryAfterMs: parseRetryAfter(answer.header('retry-after'), Date.now()),
      cure: cureFor({
        registry,
        repository: call.repository.text,
        action: call.action,
        loggedIn,
        ...words,
      }),
    })
  }

  /**
   * The failure for an answer whose status is right and whose content is not the API's, such as a health page. It
   * passes: registries and the proxies before them answer so while they are unwell.
   */
  unexpected(call: RepositoryCall, answer: Answer, problem: string): RequestError {
    answer.destroy()
    return new RequestError({
      registry: call.repository.registry,
      operation: operationOf(call),
      happened: `${answer.status}, but ${problem}`,
      status: answer.status,
      passing: true,
    })
  }

  /** A failure that no second try would mend. */
  lasting(call: RepositoryCall, problem: string): RequestError {
    return this.transport.error(operationOf(call), problem)
  }

  async close(): Promise<void> {
    await this.transport.close()
  }

  /** Only the registry's own API gets the login; an upload may have been sent elsewhere. */
  private async authorizationFor(call: RepositoryCall, url: URL, base: URL): Promise<string | undefined> {
    if (url.origin !== base.origin) return undefined
    return this.authorizer.authorization(call, scopesOf(call), base.protocol === 'https:')
  }

  private apiBase(): Promise<URL> {
    this.base ??= this.findApi().catch((error: unknown) => {
      this.base = undefined
      throw error
    })
    return this.base
  }

  /** TLS first; plain HTTP only where it is allowed and the peer does not know TLS. */
  private async findApi(): Promise<URL> {
    const host = apiHost(this.transport.options.registry)
    const secure = new URL(`https://${host}/v2/`)
    try {
      return await this.ping(secure)
    } catch (error) {
      const plain = error instanceof RequestError && this.transport.mayBePlain(host)
      if (!plain || !(error.notTls || this.isElsewhere(host, error))) throw error
    }
    return this.ping(new URL(`http://${host}/v2/`))
  }

  /** Without a port plain HTTP has another one, where an insecure registry may be though nothing answers on 443. */
  private isElsewhere(host: string, { status }: RequestError): boolean {
    return this.transport.options.insecure === true && status === undefined && !/:\d+$/.test(host)
  }

  // https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#determining-support; it is also where a
  // registry that serves some repositories to anyone says how to log in.
  private async ping(url: URL): Promise<URL> {
    const operation = 'GET /v2/'
    const answer = await this.transport.send({ method: 'GET', url, operation })
    if (answer.status === 401 && answer.url.origin === url.origin && !this.authorizer.learn(answer)) {
      answer.destroy()
      throw this.transport.error(operation, 'asks for a login by neither Basic nor Bearer')
    }
    await answer.discard()
    if (answer.status === 200 || answer.status === 401) return url
    throw new RequestError({
      registry: this.transport.options.registry,
      operation,
      happened: `${answer.status}, which is not how a registry answers`,
      status: answer.status,
      passing: isPassingStatus(answer.status),
      retryAfterMs: parseRetryAfter(answer.header('retry-after'), Date.now()),
      cure: 'check the host and port of the registry',
    })
  }
}

function repositoryUrl(base: URL, repository: Repository, target: string): URL {
  return new URL(`${apiName(repository)}/${target}`, base)
}

function transportCall(call: RepositoryCall, url: URL, authorization: string | undefined): Call {
  const { method, headers, body, commits } = call
  return {
    method,
    url,
    authorization,
    operation: operationOf(call),
    ...(headers && { headers }),
    ...(body && { body }),
    ...(commits !== undefined && { commits }),
  }
}

function operationOf({ method, object, repository }: RepositoryCall): string {
  return `${method} ${object} of ${repository.path}`
}

function scopesOf({ repository, action, source }: RepositoryCall): string[] {
  const own = `repository:${apiName(repository)}:${action === 'push' ? 'pull,push' : 'pull'}`
  return source ? [own, `repository:${apiName(source)}:pull`] : [own]
}
