import { readdir, readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls'
import { RegistryError } from '../errors.js'
import { digestOf } from '../oci/digest.js'

// The first that is there holds the system's authorities: https://go.dev/src/crypto/x509/root_linux.go
const SYSTEM_BUNDLES = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/ssl/cert.pem',
]

// To read 150 authorities takes OpenSSL as long as several requests do.
const made = new Map<string, SecureContext>()

/** What the `certs.d` folders hold for a registry. */
interface Certificates {
  readonly authorities: readonly string[]
  /** Certificates of this client with their keys. */
  readonly own: readonly { readonly cert: string; readonly key: string }[]
}

/**
 * What TLS with a registry is done with: the authorities by which its certificate is judged (Node's own, those of this system,
 * which podman trusts, those of `NODE_EXTRA_CA_CERTS`, which Node leaves out once others are given, and the
 * `*.crt` files of the registry's `certs.d` folders), and the client's own certificate, `*.cert` with `*.key`, from there.
 * https://github.com/containers/image/blob/v5.36.0/docs/containers-certs.d.5.md
 * @param registry host with port, which is the folder's name
 * @throws {RegistryError} when a file is missing, can't be read or is no PEM
 */
export async function secureContextFor(registry: string, env: NodeJS.ProcessEnv): Promise<SecureContext> {
  const { authorities, own } = await certificatesOf(registry, env)
  const shared = await Promise.all([systemAuthorities(env), readIfThere(env.NODE_EXTRA_CA_CERTS)])
  const ca = [...rootCertificates, ...shared.filter((bundle) => bundle !== undefined), ...authorities]
  // OpenSSL keeps the last of several certificates of one kind, podman takes the first.
  const pairs = own.toReversed()
  const options = { ca, cert: pairs.map(({ cert }) => cert), key: pairs.map(({ key }) => key) }
  const content = digestOf(Buffer.from(JSON.stringify(options)))
  try {
    const context = made.get(content) ?? createSecureContext(options)
    made.set(content, context)
    return context
  } catch (cause) {
    throw new RegistryError(`${registry}: a certificate or key can't be read`, {
      cause,
      cure: `the files of certs.d/${registry} must be in PEM form, and each *.key must fit its *.cert`,
    })
  }
}

async function certificatesOf(registry: string, env: NodeJS.ProcessEnv): Promise<Certificates> {
  const home = env.HOME || homedir()
  const folders = [
    join(env.XDG_CONFIG_HOME || join(home, '.config'), 'containers/certs.d'),
    '/etc/containers/certs.d',
    '/etc/docker/certs.d',
  ]
  const found = await Promise.all(folders.map((folder) => readFolder(join(folder, registry))))
  return {
    authorities: found.flatMap(({ authorities }) => authorities),
    own: found.find(({ own }) => own.length > 0)?.own ?? [],
  }
}

async function readFolder(folder: string): Promise<Certificates> {
  const names = ((await unlessAbsent(readdir(folder))) ?? []).sort()
  const named = (extension: string) => names.filter((name) => name.endsWith(extension))
  const read = (name: string) => readCertificate(join(folder, name))
  for (const [one, other] of [
    ['.cert', '.key'],
    ['.key', '.cert'],
  ] as const) {
    const alone = named(one).find((name) => !names.includes(withExtension(name, one, other)))
    if (alone === undefined) continue
    throw new RegistryError(`${join(folder, alone)} has no ${withExtension(alone, one, other)} beside it`, {
      cure: 'a certificate of this client needs its key; certificates of authorities are called *.crt',
    })
  }
  return {
    authorities: await Promise.all(named('.crt').map(read)),
    own: await Promise.all(
      named('.cert').map(async (name) => ({
        cert: await read(name),
        key: await read(withExtension(name, '.cert', '.key')),
      })),
    ),
  }
}

function withExtension(name: string, from: string, to: string): string {
  return name.slice(0, -from.length) + to
}

async function readCertificate(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    throw new RegistryError(`${path} can't be read (${(cause as NodeJS.ErrnoException).code})`, { cause })
  }
}

async function systemAuthorities(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  for (const path of env.SSL_CERT_FILE ? [env.SSL_CERT_FILE] : SYSTEM_BUNDLES) {
    const bundle = await readIfThere(path)
    if (bundle !== undefined) return bundle
  }
  return undefined
}

async function readIfThere(path: string | undefined): Promise<string | undefined> {
  return path ? unlessAbsent(readFile(path, 'utf8')) : undefined
}

async function unlessAbsent<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EACCES') return undefined
    throw error
  }
}
