import type { Repository } from '../oci/reference.js'
import { type AuthFile, encodeEntry, lookupKeys, normalKey, readAuthFiles } from './auth-file.js'
import { askHelper } from './credential-helper.js'
import { canonicalRegistry } from './hosts.js'

// https://github.com/docker/cli/blob/v28.0.0/cli/config/configfile/file.go and registry.IndexServer
const DOCKER_HUB = 'https://index.docker.io/v1/'

/** A login. */
export interface Credential {
  readonly username: string
  readonly password: string
  /** A refresh token, which buys access tokens in place of the password. */
  readonly identityToken?: string
}

/** A login that this step was given; `registry` may name a namespace too, `quay.io/organisation`. */
export interface ExplicitLogin {
  readonly registry: string
  readonly username: string
  readonly password: string
}

/** Where logins come from. */
export interface CredentialStore {
  /** @throws {RegistryError} when a file of logins or a helper can't be used */
  find(repository: Repository): Promise<Credential | undefined>
}

/**
 * The logins of this step, and after them those of the user: `REGISTRY_AUTH_FILE`, `DOCKER_CONFIG`, podman's and
 * Docker's own files, with their helpers. Within one file a helper for the registry wins, then the entry with the longest
 * prefix of `registry/path`, then the helper for all.
 */
export function credentialStore(
  explicit: readonly ExplicitLogin[],
  env: NodeJS.ProcessEnv = process.env,
): CredentialStore {
  const own = new Map(explicit.map(({ registry, ...login }) => [normalKey(registry), login]))
  const found = new Map<string, Promise<Credential | undefined>>()
  let files: Promise<AuthFile[]> | undefined
  const search = async (repository: Repository): Promise<Credential | undefined> => {
    const given = longestMatch(own, repository)
    if (given) return given
    files ??= readAuthFiles(env)
    for (const file of await files) {
      const credential = await findInFile(file, repository, env)
      if (credential) return credential
    }
    return undefined
  }
  return {
    find(repository) {
      const known = found.get(repository.text)
      if (known) return known
      const searching = search(repository)
      found.set(repository.text, searching)
      return searching
    },
  }
}

/**
 * Text of an `auth.json` by which podman sees what {@link credentialStore} sees: the user's own files merged, and the
 * logins of this step in place of whatever these say of the same registries. It holds secrets.
 * @returns undefined without logins of this step: podman then reads the user's files itself
 * @throws {RegistryError} for a file that can't be read or understood
 */
export async function podmanAuthFile(
  explicit: readonly ExplicitLogin[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<string | undefined> {
  if (explicit.length === 0) return undefined
  const auths = new Map(explicit.map(({ registry, ...login }) => [normalKey(registry), encodeEntry(login)]))
  const helpers = new Map<string, string>()
  for (const file of await readAuthFiles(env)) {
    // A later file must add nothing below a key of an earlier one, where podman would prefer it as the longer match.
    const taken = new Set([...auths.keys(), ...helpers.keys()])
    const free = ([key]: readonly [string, unknown]) => !lookupKeysOf(key).some((prefix) => taken.has(prefix))
    for (const [key, name] of [...file.credHelpers].filter(free)) {
      // podman asks a registry's helper before it looks at entries of its namespaces, which would lose to it.
      const shadows = [...taken].some((other) => other.startsWith(`${key}/`))
      const login = shadows ? await askHelper(name, key, true, env) : undefined
      if (login) auths.set(key, encodeEntry(login))
      else if (!shadows) helpers.set(key, name)
    }
    for (const [key, login] of [...file.auths].filter(free)) auths.set(key, encodeEntry(login))
  }
  return JSON.stringify({ auths: Object.fromEntries(auths), credHelpers: Object.fromEntries(helpers) })
}

/**
 * The same logins as Docker's `config.json` has them, for tools that read that alone: the key of Docker Hub is an address.
 * @param authFile what {@link podmanAuthFile} gives
 */
export function dockerConfig(authFile: string): string {
  const { auths, credHelpers } = JSON.parse(authFile) as Readonly<
    Record<string, Readonly<Record<string, unknown>>>
  >
  const entries = Object.entries(auths!)
  const hostOf = (key: string) => key.split('/')[0]!
  // Docker knows no namespaces: the only login for one stands for the whole registry.
  const alone = entries
    .map(([key, entry]) => [hostOf(key), entry] as const)
    .filter(([host]) => entries.filter(([key]) => hostOf(key) === host).length === 1)
    .filter(([host]) => credHelpers![host] === undefined)
  const named = [...alone, ...entries].map(([key, entry]) => [key === 'docker.io' ? DOCKER_HUB : key, entry])
  return JSON.stringify({ auths: Object.fromEntries(named), credHelpers })
}

async function findInFile(
  file: AuthFile,
  repository: Repository,
  env: NodeJS.ProcessEnv,
): Promise<Credential | undefined> {
  const registry = canonicalRegistry(repository.registry)
  const helper = file.credHelpers.get(registry)
  if (helper !== undefined) return askHelper(helper, registry, true, env)
  const entry = longestMatch(file.auths, repository)
  if (entry || file.credsStore === undefined) return entry
  return askHelper(file.credsStore, registry, false, env)
}

function longestMatch<T>(entries: ReadonlyMap<string, T>, { registry, path }: Repository): T | undefined {
  const key = lookupKeys(registry, path).find((candidate) => entries.has(candidate))
  return key === undefined ? undefined : entries.get(key)
}

function lookupKeysOf(key: string): string[] {
  const [host = '', ...path] = key.split('/')
  return path.length === 0 ? [host] : lookupKeys(host, path.join('/'))
}
