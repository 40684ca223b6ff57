import { readdir, readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls'
import { RegistryError } from '../errors.js'

// The first that is there holds the system's authorities: https://go.dev/src/crypto/x509/root_linux.go
const SYSTEM_BUNDLES = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/ssl/cert.pem',
]

/**
 * The authorities by which a registry's certificate is judged: Node's own, those of this system (which podman trusts),
 * those of `NODE_EXTRA_CA_CERTS` (which Node leaves out once others are given), and the `*.crt` files of
 * the registry's `certs.d` folders (https://github.com/containers/image/blob/v5.36.0/docs/containers-certs.d.5.md).
 * @param registry host with port, which is the folder's name
 * @throws {RegistryError} when a file is no PEM certificate
 */
export async function trustedAuthorities(registry: string, env: NodeJS.ProcessEnv): Promise<SecureContext> {
  const own = await certsDirectoryAuthorities(registry, env)
  const shared = await Promise.all([systemAuthorities(env), readIfThere(env.NODE_EXTRA_CA_CERTS)])
  const authorities = [...rootCertificates, ...shared.filter((bundle) => bundle !== undefined), ...own]
  try {
    return createSecureContext({ ca: authorities })
  } catch (cause) {
    throw new RegistryError(`${registry}: a CA file can't be read`, {
      cause,
      cure: `the files of certs.d/${registry} must hold certificates in PEM form`,
    })
  }
}

async function certsDirectoryAuthorities(registry: string, env: NodeJS.ProcessEnv): Promise<string[]> {
  const home = env.HOME || homedir()
  const folders = [
    join(env.XDG_CONFIG_HOME || join(home, '.config'), 'containers/certs.d'),
    '/etc/containers/certs.d',
    '/etc/docker/certs.d',
  ]
  const found = await Promise.all(folders.map((folder) => readCertificates(join(folder, registry))))
  return found.flat()
}

async function readCertificates(folder: string): Promise<string[]> {
  const names = await unlessAbsent(readdir(folder))
  const files = (names ?? []).filter((name) => name.endsWith('.crt')).sort()
  return Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))
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
