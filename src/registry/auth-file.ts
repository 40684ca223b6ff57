import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { RegistryError } from '../errors.js'
import { parseObject } from './answer.js'
import type { Credential } from './credentials.js'
import { canonicalRegistry } from './hosts.js'

/** The logins of an `auth.json` or `config.json`: https://github.com/containers/image/blob/v5.36.0/docs/containers-auth.json.5.md */
export interface AuthFile {
  /** By registry or namespace, in normal form: `quay.io`, `quay.io/organisation`. */
  readonly auths: ReadonlyMap<string, Credential>
  /** Credential helper by registry. */
  readonly credHelpers: ReadonlyMap<string, string>
  /** Credential helper for all registries. */
  readonly credsStore: string | undefined
}

/**
 * The files that may hold the user's logins, those that win first. A file that the environment names comes before the
 * usual ones, as for podman; `DOCKER_CONFIG` takes the place of `~/.docker`, as for both.
 */
export function authFilePaths(env: NodeJS.ProcessEnv): string[] {
  const home = env.HOME || homedir()
  const runtime = env.XDG_RUNTIME_DIR || `/run/containers/${process.getuid?.() ?? 0}`
  const inRuntime = env.XDG_RUNTIME_DIR ? 'containers/auth.json' : 'auth.json'
  return [
    env.REGISTRY_AUTH_FILE,
    env.DOCKER_CONFIG && join(env.DOCKER_CONFIG, 'config.json'),
    join(runtime, inRuntime),
    join(env.XDG_CONFIG_HOME || join(home, '.config'), 'containers/auth.json'),
    env.DOCKER_CONFIG ? undefined : join(home, '.docker/config.json'),
  ].filter((path): path is string => Boolean(path))
}

/**
 * Reads the user's logins, file by file; those that aren't there are left out.
 * @throws {RegistryError} for a file that can't be read or understood
 */
export async function readAuthFiles(env: NodeJS.ProcessEnv): Promise<AuthFile[]> {
  const files = await Promise.all(authFilePaths(env).map(readAuthFile))
  return files.filter((file) => file !== undefined)
}

async function readAuthFile(path: string): Promise<AuthFile | undefined> {
  const bytes = await readUnlessAbsent(path)
  if (bytes === undefined || bytes.toString().trim() === '') return undefined
  const content = parseObject(bytes)
  if (!content) {
    // JSON.parse's own message quotes the text, which holds secrets.
    throw new RegistryError(`${path} is not valid JSON`, { cure: 'mend it, or log in anew' })
  }
  const auths = entriesOf(content.auths).flatMap(([key, entry]): [string, Credential][] => {
    const credential = decodeEntry(entry)
    return credential ? [[normalKey(key), credential]] : []
  })
  const helpers = entriesOf(content.credHelpers).flatMap(([key, name]): [string, string][] =>
    typeof name === 'string' && name !== '' ? [[normalKey(key), name]] : [],
  )
  const { credsStore } = content
  return {
    auths: new Map(auths),
    credHelpers: new Map(helpers),
    credsStore: typeof credsStore === 'string' && credsStore !== '' ? credsStore : undefined,
  }
}

async function readUnlessAbsent(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path)
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw new RegistryError(`can't read the logins in ${path} (${code})`, { cause })
  }
}

/**
 * A key in normal form: `quay.io`, `quay.io/organisation`. What `docker login` wrote as a URL loses scheme and path, and
 * Docker Hub's aliases become `docker.io`.
 */
export function normalKey(key: string): string {
  const bare = key.trim().replace(/^https?:\/\//, '')
  const isUrl = bare !== key.trim()
  const [host = '', ...path] = bare.split('/')
  const namespace = isUrl ? [] : path.filter((part) => part !== '')
  return [canonicalRegistry(host), ...namespace].join('/')
}

/** The keys under which a repository's login may be found, the longest first. */
export function lookupKeys(registry: string, path: string): string[] {
  const parts = path.split('/')
  const host = canonicalRegistry(registry)
  return [...parts.keys(), parts.length].reverse().map((count) => [host, ...parts.slice(0, count)].join('/'))
}

/** A login as an `auths` entry; an identity token stands beside a user name that means nothing. */
export function encodeEntry({
  username,
  password,
  identityToken,
}: Credential): Readonly<Record<string, string>> {
  const auth = Buffer.from(`${username}:${password}`, 'utf8').toString('base64')
  return identityToken === undefined ? { auth } : { auth, identitytoken: identityToken }
}

function decodeEntry(entry: unknown): Credential | undefined {
  const { auth, identitytoken, username, password } = (entry ?? {}) as Readonly<Record<string, unknown>>
  const identity = typeof identitytoken === 'string' && identitytoken !== '' ? identitytoken : undefined
  const login = decodeAuth(auth) ?? plainLogin(username, password)
  if (identity !== undefined) return { username: '', password: '', ...login, identityToken: identity }
  return login
}

function plainLogin(
  username: unknown,
  password: unknown,
): { username: string; password: string } | undefined {
  if (typeof username !== 'string' || typeof password !== 'string' || username === '') return undefined
  return { username, password }
}

function decodeAuth(auth: unknown): { username: string; password: string } | undefined {
  if (typeof auth !== 'string' || auth === '') return undefined
  const text = Buffer.from(auth, 'base64').toString('utf8')
  const colon = text.indexOf(':')
  if (colon < 0) return undefined
  // Old versions of Docker padded the text with NULs.
  return { username: text.slice(0, colon), password: text.slice(colon + 1).replace(/\0+$/, '') }
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}
