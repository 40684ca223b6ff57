import type { ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { mediaType } from '../../../src/oci/types.js'
import type { RegistryClient } from '../../../src/registry/client.js'
import type { Credential } from '../../../src/registry/credentials.js'
import { clientWith, manifestBytes, randomBlob, repositoryAt } from './support/client.js'
import { type Received, RegistryServer, refuse } from './support/registry-server.js'

const LOGIN = { username: 'builder', password: 'hunter2-secret' }
const BASIC = `Basic ${Buffer.from('builder:hunter2-secret').toString('base64')}`

let registry: RegistryServer
let tokens: RegistryServer
const clients: RegistryClient[] = []
const servers: RegistryServer[] = []

beforeEach(async () => {
  registry = await another()
  tokens = await another()
})

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()))
  for (const server of servers.splice(0)) server.stop()
})

async function another(): Promise<RegistryServer> {
  const server = await RegistryServer.start()
  servers.push(server)
  return server
}

function client(credential: Credential | undefined): RegistryClient {
  const made = clientWith(credential)
  clients.push(made)
  return made
}

/** Makes the registry ask for tokens, which the other server sells as `token-1`, `token-2`, … */
function askForTokens(answer: (number: number) => object = (number) => ({ token: `token-${number}` })): void {
  const realm = `http://${tokens.host}/token`
  registry.fault(
    /GET \/v2\/$/,
    (_, response) => challenge(response, `Bearer realm="${realm}",service="a, b"`),
    99,
  )
  let number = 0
  const sell = (response: ServerResponse) => response.writeHead(200).end(JSON.stringify(answer(++number)))
  tokens.fault(/^GET \/token/, (_, response) => sell(response), 99)
  tokens.fault(
    /^POST \/token/,
    async (request, response) => {
      bodies.push((await buffer(request)).toString())
      sell(response)
    },
    99,
  )
}

const bodies: string[] = []
beforeEach(() => {
  bodies.length = 0
})

function challenge(response: ServerResponse, value: string): void {
  response.setHeader('www-authenticate', value)
  refuse(response, 401, 'UNAUTHORIZED', 'authentication required')
}

const authorizations = (received: readonly Received[]) => received.map(({ authorization }) => authorization)
const apiCalls = () => registry.received.filter(({ url }) => url !== '/v2/')

describe('Bearer', () => {
  test('a token is bought with the login, for the service and the scope, and used until it expires', async () => {
    askForTokens()
    const { descriptor, open } = randomBlob(10)
    const repository = repositoryAt(registry.host)
    const one = client(LOGIN)
    await Promise.all([
      one.pushBlob(repository, descriptor, open),
      one.pushBlob(repository, descriptor, open),
    ])
    expect(authorizations(tokens.received)).toEqual([BASIC])
    const { searchParams } = new URL(tokens.received[0]!.url, 'http://tokens')
    expect(Object.fromEntries(searchParams)).toEqual({
      service: 'a, b',
      scope: 'repository:team/app:pull,push',
    })
    expect(new Set(authorizations(apiCalls()))).toEqual(new Set(['Bearer token-1']))
  })

  test('reading and writing take tokens of their own; a mount asks to read the other repository too', async () => {
    askForTokens()
    const { descriptor, open } = randomBlob(10)
    const one = client(LOGIN)
    await one.resolve(repositoryAt(registry.host), '1')
    await one.pushBlob(
      repositoryAt(registry.host),
      descriptor,
      open,
      repositoryAt(registry.host, 'team/base'),
    )
    const scopes = tokens.received.map(({ url }) =>
      new URL(url, 'http://tokens').searchParams.getAll('scope'),
    )
    expect(scopes).toEqual([
      ['repository:team/app:pull'],
      ['repository:team/app:pull,push'],
      ['repository:team/app:pull,push', 'repository:team/base:pull'],
    ])
  })

  test('without a login an anonymous token is asked for', async () => {
    askForTokens((number) => ({ access_token: `access-${number}` }))
    await client(undefined).resolve(repositoryAt(registry.host), '1')
    expect(authorizations(tokens.received)).toEqual([undefined])
    expect(authorizations(apiCalls())).toEqual(['Bearer access-1'])
  })

  test('an identity token is sent as a refresh token, in the body', async () => {
    askForTokens()
    await client({ username: '', password: '', identityToken: 'r+t' }).resolve(
      repositoryAt(registry.host),
      '1',
    )
    expect(tokens.received).toMatchObject([{ method: 'POST', url: '/token', authorization: undefined }])
    expect(Object.fromEntries(new URLSearchParams(bodies[0]))).toMatchObject({
      grant_type: 'refresh_token',
      refresh_token: 'r+t',
      service: 'a, b',
      scope: 'repository:team/app:pull',
    })
  })

  test('after a 401 one fresh token is bought; a second 401 is the end', async () => {
    askForTokens()
    const again = `Bearer realm="http://${tokens.host}/token",error="invalid_token"`
    registry.fault(/^HEAD/, (_, response) => challenge(response, again), 1)
    const one = client(LOGIN)
    await expect(one.resolve(repositoryAt(registry.host), '1')).resolves.toBeUndefined()
    expect(authorizations(apiCalls())).toEqual(['Bearer token-1', 'Bearer token-2'])
    registry.fault(/^HEAD/, (_, response) => challenge(response, again), 99)
    await expect(one.resolve(repositoryAt(registry.host), '1')).rejects.toMatchObject({ status: 401 })
    expect(authorizations(apiCalls()).slice(2)).toEqual(['Bearer token-2', 'Bearer token-3'])
  })

  test('an upload that is refused for its token is sent again in full', async () => {
    askForTokens()
    const again = `Bearer realm="http://${tokens.host}/token"`
    registry.fault(/^PUT/, (_, response) => challenge(response, again), 1)
    const { descriptor, open } = randomBlob(2_000_000)
    await expect(client(LOGIN).pushBlob(repositoryAt(registry.host), descriptor, open)).resolves.toBe(
      'uploaded',
    )
    expect(registry.blobs.get(descriptor.digest)).toHaveLength(2_000_000)
  })

  test('a login that the token server refuses is told without the password', async () => {
    const realm = `http://${tokens.host}/token`
    registry.fault(/^GET \/v2\/$/, (_, response) => challenge(response, `Bearer realm="${realm}"`))
    tokens.fault(/token/, (_, response) => {
      response.writeHead(401).end(JSON.stringify({ details: `bad password ${LOGIN.password} or ${BASIC}` }))
    })
    const error = await client(LOGIN)
      .resolve(repositoryAt(registry.host), '1')
      .catch((thrown: Error) => thrown)
    expect(error).toMatchObject({
      message: `${registry.host}: GET token from ${tokens.host}: 401: bad password *** or Basic ***`,
      cure: expect.stringMatching(/may not accept the user name and password .* lacks the right to read/),
    })
  })

  test.each<[number, object, string, RegExp]>([
    [
      403,
      { errors: [{ code: 'DENIED', message: 'no' }] },
      '403: no',
      /^the login .* lacks the right to push/,
    ],
    [
      400,
      { error: 'invalid_grant', error_description: 'expired' },
      '400: expired',
      /whether they have expired/,
    ],
    [429, { details: 'slow down' }, '429: slow down (tried 3 times)', /limits the rate/],
  ])('a refusal %d by the token server has a cure', async (status, body, happened, cure) => {
    const realm = `http://${tokens.host}/token`
    registry.fault(/^GET \/v2\/$/, (_, response) => challenge(response, `Bearer realm="${realm}"`), 99)
    tokens.fault(/token/, (_, response) => response.writeHead(status).end(JSON.stringify(body)), 99)
    const { descriptor, open } = randomBlob(10)
    const pushed = client(LOGIN).pushBlob(repositoryAt(registry.host), descriptor, open)
    await expect(pushed).rejects.toMatchObject({
      message: `${registry.host}: GET token from ${tokens.host}: ${happened}`,
      cure: expect.stringMatching(cure),
    })
  })

  test('a token server that is unwell is asked again', async () => {
    tokens.fault(/token/, (_, response) => response.writeHead(503).end())
    tokens.fault(/token/, (_, response) => response.writeHead(200).end('<html>healthy</html>'))
    askForTokens()
    await client(LOGIN).resolve(repositoryAt(registry.host), '1')
    expect(authorizations(apiCalls())).toEqual(['Bearer token-1'])
    expect(tokens.received).toHaveLength(3)
  })
})

describe('Basic', () => {
  test('the login itself is sent, also for a password that is no Latin', async () => {
    registry.fault(/^GET \/v2\/$/, (_, response) => challenge(response, 'Basic realm="x"'))
    await client({ username: 'u', password: 'pä:ss' }).resolve(repositoryAt(registry.host), '1')
    const expected = `Basic ${Buffer.from('u:pä:ss').toString('base64')}`
    expect(authorizations(apiCalls())).toEqual([expected])
  })

  test.each([
    [LOGIN, /lacks the right to push/],
    [undefined, /no login for 127/],
  ])('a refusal is explained by whether there was a login', async (login, cure) => {
    registry.fault(/^PUT/, (_, response) => challenge(response, 'Basic realm="x"'), 99)
    const put = client(login).putManifest(
      repositoryAt(registry.host),
      '1',
      manifestBytes('x'),
      mediaType.ociManifest,
    )
    await expect(put).rejects.toMatchObject({ status: 401, cure: expect.stringMatching(cure) })
  })
})

test('a registry that asks for a login of another kind says so', async () => {
  registry.fault(/^GET \/v2\/$/, (_, response) => challenge(response, 'Negotiate'))
  await expect(client(LOGIN).resolve(repositoryAt(registry.host), '1')).rejects.toThrow(
    /neither Basic nor Bearer/,
  )
})

describe('a login stays where it belongs', () => {
  test.each([301, 302, 303, 307, 308])('a redirect %d to another host carries none', async (status) => {
    registry.fault(/^GET \/v2\/$/, (_, response) => challenge(response, 'Basic realm="x"'))
    const { descriptor, open } = randomBlob(1000)
    const one = client(LOGIN)
    await one.pushBlob(repositoryAt(registry.host), descriptor, open)
    tokens.blobs.set(descriptor.digest, registry.blobs.get(descriptor.digest)!)
    const location = `http://localhost:${tokens.port}/v2/cdn/blobs/${descriptor.digest}`
    registry.fault(/^GET .*blobs/, (_, response) => response.writeHead(status, { location }).end())
    expect(await buffer(await one.getBlob(repositoryAt(registry.host), descriptor))).toHaveLength(1000)
    expect(authorizations(registry.received)).toContain(BASIC)
    expect(authorizations(tokens.received)).toEqual([undefined])
  })

  test('a redirect to another host that asks for a login gets none', async () => {
    registry.fault(/^GET \/v2\/$/, (_, response) => challenge(response, 'Basic realm="x"'))
    const { descriptor } = randomBlob(10)
    const location = `http://${tokens.host}/steal`
    registry.fault(/^GET .*blobs/, (_, response) => response.writeHead(307, { location }).end(), 99)
    tokens.fault(
      /steal/,
      (_, response) => challenge(response, `Bearer realm="http://${tokens.host}/token"`),
      99,
    )
    const got = client(LOGIN).getBlob(repositoryAt(registry.host), descriptor)
    await expect(got).rejects.toThrow(`401 from ${tokens.host}`)
    expect(tokens.calls).toEqual(['GET /steal'])
    expect(authorizations(tokens.received)).toEqual([undefined])
  })

  test('an upload that is sent to another host carries none', async () => {
    registry.fault(/^GET \/v2\/$/, (_, response) => challenge(response, 'Basic realm="x"'))
    const { descriptor, open } = randomBlob(10)
    const location = `http://${tokens.host}/v2/team/app/blobs/uploads/7`
    registry.fault(/^POST/, (_, response) => response.writeHead(202, { location }).end())
    await expect(client(LOGIN).pushBlob(repositoryAt(registry.host), descriptor, open)).resolves.toBe(
      'uploaded',
    )
    expect(tokens.blobs.has(descriptor.digest)).toBe(true)
    expect(authorizations(tokens.received)).toEqual([undefined])
  })

  test('a refresh token does not follow a redirect', async () => {
    const [thief, moved, asking] = [await another(), await another(), await another()]
    const realm = `http://${moved.host}/token`
    moved.fault(/token/, (_, response) =>
      response.writeHead(307, { location: `http://${thief.host}/t` }).end(),
    )
    asking.fault(/^GET \/v2\/$/, (_, response) => challenge(response, `Bearer realm="${realm}"`))
    const credential = { username: '', password: '', identityToken: 'refresh' }
    await expect(client(credential).resolve(repositoryAt(asking.host), '1')).rejects.toThrow(
      /refused to send a login/,
    )
    expect(thief.received).toEqual([])
  })
})
