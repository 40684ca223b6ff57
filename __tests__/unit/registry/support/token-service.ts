import { createPrivateKey, randomUUID, sign, X509Certificate } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One that may do what it is asked for, for the repositories that it may. */
export interface TokenUser {
  readonly username: string
  readonly password: string
  readonly actions: readonly string[]
}

/**
 * Gives tokens for Docker's registry, which trusts its key:
 * https://distribution.github.io/distribution/spec/auth/jwt/
 */
export class TokenService {
  /** How many of the next tokens have expired already. */
  expired = 0
  /** What was asked for: user, and scopes. */
  readonly asked: string[] = []
  private readonly server: Server

  private constructor(
    private readonly key: { readonly certificate: string; readonly key: string },
    users: readonly TokenUser[],
  ) {
    this.server = createServer((request, response) => {
      const url = new URL(request.url!, 'http://localhost')
      const [name, password] = Buffer.from(
        (request.headers.authorization ?? '').replace(/^Basic /, ''),
        'base64',
      )
        .toString()
        .split(/:(.*)/s)
      const user = users.find((each) => each.username === name && each.password === password)
      const scopes = url.searchParams.getAll('scope').flatMap((scope) => scope.split(' '))
      this.asked.push(`${name} ${scopes.join(' ')}`)
      if (name !== '' && user === undefined) {
        // Says back what it was sent, as one that is being debugged does.
        const details = `not this one: ${request.headers.authorization} (${name}:${password})`
        response.writeHead(401, { 'content-type': 'application/json' }).end(JSON.stringify({ details }))
        return
      }
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(
        JSON.stringify({
          token: this.token(url.searchParams.get('service')!, scopes, user),
          expires_in: 300,
        }),
      )
    })
  }

  /** @param key files of a key and of its certificate, which the registry trusts */
  static async start(
    key: { readonly certificate: string; readonly key: string },
    users: readonly TokenUser[],
  ): Promise<TokenService> {
    const service = new TokenService(key, users)
    await new Promise<void>((done) => service.server.listen(0, '127.0.0.1', done))
    return service
  }

  get realm(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/token`
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((done) => this.server.close(done))
  }

  private token(service: string, scopes: readonly string[], user: TokenUser | undefined): string {
    const now = Math.floor(Date.now() / 1000)
    // The registry forgives a minute.
    const age = this.expired-- > 0 ? 1000 : 0
    const access = scopes.map((scope) => {
      const [type, name, actions = ''] = scope.split(/:(.*):/s)
      const allowed = user?.actions ?? ['pull']
      return { type, name, actions: actions.split(',').filter((action) => allowed.includes(action)) }
    })
    const leaf = new X509Certificate(this.key.certificate).raw.toString('base64')
    const header = { typ: 'JWT', alg: 'ES256', x5c: [leaf] }
    const [issued, expires] = [now - age - 1, now - age + 300]
    const claims = {
      iss: 'tests',
      sub: user?.username ?? '',
      aud: service,
      iat: issued,
      nbf: issued,
      exp: expires,
      jti: randomUUID(),
      access,
    }
    const text = [header, claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.')
    const key = { key: createPrivateKey(this.key.key), dsaEncoding: 'ieee-p1363' } as const
    return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`
  }
}
