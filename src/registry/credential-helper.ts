import { HostError, RegistryError } from '../errors.js'
import { capture } from '../host/process.js'
import type { Credential } from './credentials.js'
import { canonicalRegistry, DOCKER_HUB_SERVER_ADDRESS } from './hosts.js'

// https://github.com/docker/docker-credential-helpers/blob/v0.9.3/credentials/credentials.go: a secret that is
// an identity token comes with this as its user name.
const TOKEN_USERNAME = '<token>'

/**
 * Asks a credential helper, `docker-credential-<name> get`, for a registry's login.
 * https://github.com/docker/docker-credential-helpers#development
 * @param required whether the configuration names the helper for this very registry, so that its absence is an error
 * @returns undefined when the helper has none
 * @throws {RegistryError} when a required helper isn't installed
 */
export async function askHelper(
  name: string,
  registry: string,
  required: boolean,
  env: NodeJS.ProcessEnv,
): Promise<Credential | undefined> {
  for (const address of addressesOf(registry)) {
    const found = await get(name, address, required, env)
    if (found) return found
  }
  return undefined
}

// docker login stores Docker Hub's login under a URL, podman login under its name.
function addressesOf(registry: string): string[] {
  return canonicalRegistry(registry) === 'docker.io' ? [DOCKER_HUB_SERVER_ADDRESS, 'docker.io'] : [registry]
}

async function get(
  name: string,
  address: string,
  required: boolean,
  env: NodeJS.ProcessEnv,
): Promise<Credential | undefined> {
  // The name comes out of a file and must not lead to another program.
  if (!/^[A-Za-z0-9._-]+$/.test(name))
    throw new RegistryError(`${JSON.stringify(name)} is no credential helper`)
  const program = `docker-credential-${name}`
  try {
    const { exitCode, stdout } = await capture(program, ['get'], { env, input: address })
    return exitCode === 0 ? parseAnswer(stdout, program, address) : undefined
  } catch (cause) {
    if (!(cause instanceof HostError)) throw cause
    if (!required) return undefined
    throw new RegistryError(`the login for ${address} is kept by ${program}, which can't be run`, {
      cause,
      cure: `install ${program}, or log in anew`,
    })
  }
}

// What a helper printed is a secret, also when it can't be understood: no part of it may be in the error.
function parseAnswer(stdout: string, program: string, address: string): Credential | undefined {
  const answer = parse(stdout)
  const { Username: username, Secret: secret } = answer ?? {}
  if (typeof username !== 'string' || typeof secret !== 'string') {
    throw new RegistryError(`${program} gave no login for ${address} that can be understood`)
  }
  if (secret === '') return undefined
  return username === TOKEN_USERNAME
    ? { username: '', password: '', identityToken: secret }
    : { username, password: secret }
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
