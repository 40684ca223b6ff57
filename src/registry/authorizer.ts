import type { Repository } from '../oci/reference.js'
import { type Answer, firstError } from './answer.js'
import { type Challenge, chooseChallenge, parseChallenges } from './challenge.js'
import type { Credential, CredentialStore } from './credentials.js'
import { cureFor, type Refusal } from './cures.js'
import { printable, RequestError } from './request-error.js'
import { isPassingStatus, parseRetryAfter } from './retry.js'
import type { Call, Transport } from './transport.js'

const LONGEST_TOKEN_ANSWER = 1024 * 1024
// https://distribution.github.io/distribution/spec/auth/token/#token-response-fields: 60 s when nothing is said.
const DEFAULT_TOKEN_SECONDS = 60
const MARGIN_SECONDS = 10
const CLIENT_ID = 'multiarch-build'

/** What an authorization is for. */
export interface Access {
  readonly repository: Repository
  readonly action: Refusal['action']
}

interface Token {
  readonly value: string
  /** Milliseconds since the epoch. */
  readonly expires: number
}

/**
 * Answers a registry's challenges: Basic with the login itself, Bearer with tokens that the login buys from the
 * registry's token server, kept by scope until they expire.
 * https://distribution.github.io/distribution/spec/auth/token/
 */
export class Authorizer {
  private challenge: Challenge | undefined
  private readonly tokens = new Map<string, Promise<Token>>()
  private readonly secrets = new Set<string>()

  constructor(
    private readonly transport: Transport,
    private readonly credentials: CredentialStore,
  ) {}

  /** Takes the challenge of a 401 for what later requests have to meet; false when it is none that can be met. */
  learn(answer: Answer): boolean {
    const chosen = chooseChallenge(parseChallenges(answer.header('www-authenticate') ?? ''))
    if (chosen) this.challenge = chosen
    return chosen !== undefined
  }

  /**
   * The value of `Authorization` for a request; undefined when none is needed, or none can be given.
   * @param scopes `repository:<name>:<actions>`, the request's own first
   * @param secure whether the registry itself is reached by TLS
   * @throws {RequestError} when the token server refuses
   */
  async authorization(
    access: Access,
    scopes: readonly string[],
    secure: boolean,
  ): Promise<string | undefined> {
    const { challenge } = this
    const { repository } = access
    if (!challenge) return undefined
    const credential = await this.credentialOf(repository)
    if (challenge.scheme === 'basic') return credential && this.basic(credential)
    const key = JSON.stringify([repository.text, ...scopes])
    // Awaited only when there is one, so that requests at the same time share one fetch.
    const cached = this.tokens.get(key)
    const known = cached && (await cached.catch(() => undefined))
    if (known && known.expires > Date.now()) return `Bearer ${known.value}`
    const fetched = this.fetchToken(challenge, access, scopes, credential, secure)
    this.tokens.set(key, fetched)
    return `Bearer ${(await fetched).value}`
  }

  /** Forgets the tokens of a repository, which the registry no longer takes. */
  forget(repository: Repository): void {
    for (const key of this.tokens.keys()) {
      if (key.startsWith(JSON.stringify([repository.text]).slice(0, -1))) this.tokens.delete(key)
    }
  }

  /** The login for a repository. */
  async credentialOf(repository: Repository): Promise<Credential | undefined> {
    const credential = await this.credentials.find(repository)
    if (credential?.password) this.secrets.add(credential.password)
    if (credential?.identityToken) this.secrets.add(credential.identityToken)
    return credential
  }

  /** A stranger's text fit for a message: without any secret that was sent to it. */
  redact(text: string): string {
    let clean = text
    for (const secret of this.secrets) clean = clean.replaceAll(secret, '***')
    return printable(clean)
  }

  private basic(credential: Credential): string {
    const encoded = Buffer.from(`${credential.username}:${credential.password}`, 'utf8').toString('base64')
    this.secrets.add(encoded)
    return `Basic ${encoded}`
  }

  private async fetchToken(
    challenge: Challenge,
    access: Access,
    scopes: readonly string[],
    credential: Credential | undefined,
    secure: boolean,
  ): Promise<Token> {
    const realm = this.realmOf(challenge, secure)
    const service = challenge.parameters.service
    const call =
      credential?.identityToken !== undefined
        ? refreshCall(realm, service, scopes, credential.identityToken)
        : this.tokenCall(realm, service, scopes, credential)
    const answer = await this.transport.send(call)
    const failed = answer.status !== 200
    const body = await answer.readObject(LONGEST_TOKEN_ANSWER)
    const value = body?.token || body?.access_token
    if (failed) throw this.refused(call, answer, body, access, credential !== undefined)
    if (typeof value !== 'string' || /[^\x21-\x7e]/.test(value)) {
      throw this.failure(call, answer, 'the token server answered 200 without a token', true)
    }
    this.secrets.add(value)
    const seconds = typeof body?.expires_in === 'number' ? body.expires_in : DEFAULT_TOKEN_SECONDS
    return {
      value,
      expires: Date.now() + Math.max(seconds, DEFAULT_TOKEN_SECONDS) * 1000 - MARGIN_SECONDS * 1000,
    }
  }

  private realmOf({ parameters }: Challenge, secure: boolean): URL {
    const text = parameters.realm ?? ''
    const realm = URL.canParse(text) ? new URL(text) : undefined
    if (realm?.protocol === 'https:' || (realm?.protocol === 'http:' && !secure)) return realm
    // A login must not cross the network in the clear because a registry says so.
    throw this.transport.error('log in', 'the registry names a token server that is not reached by https')
  }

  private tokenCall(
    realm: URL,
    service: string | undefined,
    scopes: readonly string[],
    credential: Credential | undefined,
  ): Call {
    const url = new URL(realm)
    if (service !== undefined) url.searchParams.set('service', service)
    for (const scope of scopes) url.searchParams.append('scope', scope)
    return {
      method: 'GET',
      url,
      operation: `GET token from ${realm.host}`,
      authorization: credential && this.basic(credential),
    }
  }

  private refused(
    call: Call,
    answer: Answer,
    body: Readonly<Record<string, unknown>> | undefined,
    { repository, action }: Access,
    loggedIn: boolean,
  ): RequestError {
    const first = firstError(body)
    const said = body?.details ?? body?.message ?? body?.error_description ?? body?.error ?? first.message
    const message = typeof said === 'string' ? this.redact(said) : ''
    const { status } = answer
    const cure = cureFor({
      registry: this.transport.options.registry,
      repository: repository.text,
      action,
      loggedIn,
      // An invalid or expired grant is a 400 (RFC 6749, 5.2).
      status: status === 400 ? 401 : status,
      code: first.code && this.redact(first.code),
      message,
    })
    const happened = `${status}${message && `: ${message}`}`
    return this.failure(call, answer, happened, isPassingStatus(status), cure)
  }

  private failure(
    call: Call,
    answer: Answer,
    happened: string,
    passing: boolean,
    cure?: string,
  ): RequestError {
    return new RequestError({
      registry: this.transport.options.registry,
      operation: call.operation,
      status: answer.status,
      happened,
      passing,
      cure,
      retryAfterMs: parseRetryAfter(answer.header('retry-after'), Date.now()),
    })
  }
}

// https://distribution.github.io/distribution/spec/auth/oauth/#refresh-token-format
function refreshCall(
  realm: URL,
  service: string | undefined,
  scopes: readonly string[],
  refreshToken: string,
): Call {
  const form = new URLSearchParams({
    grant_type: 'refresh_token',
    client_id: CLIENT_ID,
    refresh_token: refreshToken,
  })
  if (service !== undefined) form.set('service', service)
  if (scopes.length > 0) form.set('scope', scopes.join(' '))
  return {
    method: 'POST',
    url: realm,
    operation: `POST refresh token to ${realm.host}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: Buffer.from(form.toString()),
    secretBody: true,
  }
}
