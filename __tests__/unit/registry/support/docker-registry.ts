import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { TokenService, type TokenUser } from './token-service.js'

/** How a registry is set up. */
export interface DockerRegistryOptions {
  /** Folder for storage, settings and keys; made when it isn't there. */
  readonly folder: string
  /** The only login that is let in; anyone is without it. */
  readonly login?: { readonly username: string; readonly password: string }
  /** Users to whom a service of tokens gives them. */
  readonly tokens?: readonly TokenUser[]
  /** Speaks TLS, with a certificate by the authority `<folder>/ca.crt`. */
  readonly tls?: boolean
}

/** Debian's docker-registry on a free port of this machine. */
export class DockerRegistry {
  private constructor(
    /** Host with port. */
    readonly host: string,
    private readonly process: ChildProcess,
    /** Gives its tokens, where it wants any. */
    readonly tokens: TokenService | undefined,
  ) {}

  static async start({ folder, login, tls, tokens: users }: DockerRegistryOptions): Promise<DockerRegistry> {
    mkdirSync(folder, { recursive: true })
    const port = await freePort()
    const host = `127.0.0.1:${port}`
    const certificate = tls || users ? makeCertificate(folder) : undefined
    const read = (path: string) => readFileSync(path, 'utf8')
    const tokens =
      users &&
      (await TokenService.start(
        { certificate: read(certificate!.certificate), key: read(certificate!.key) },
        users,
      ))
    const config = {
      version: 0.1,
      log: { level: 'error' },
      storage: { filesystem: { rootdirectory: join(folder, 'storage') } },
      http: { addr: host, ...(tls && { tls: certificate }) },
      ...(tokens && {
        auth: {
          token: {
            realm: tokens.realm,
            service: 'registry',
            issuer: 'tests',
            rootcertbundle: join(folder, 'ca.crt'),
          },
        },
      }),
      ...(login && { auth: { htpasswd: { realm: 'test', path: makeHtpasswd(folder, login) } } }),
    }
    // JSON is YAML.
    writeFileSync(join(folder, 'config.yml'), JSON.stringify(config))
    const child = spawn('docker-registry', ['serve', join(folder, 'config.yml')], { stdio: 'ignore' })
    for (let tries = 0; tries < 100 && child.exitCode === null; tries++) {
      if (await accepts(port)) return new DockerRegistry(host, child, tokens)
      await sleep(100)
    }
    child.kill()
    throw new Error(`docker-registry did not start on ${host}`)
  }

  async stop(): Promise<void> {
    await this.tokens?.stop()
    if (this.process.exitCode !== null) return
    const ended = new Promise((resolve) => this.process.once('exit', resolve))
    this.process.kill('SIGTERM')
    await ended
  }
}

function makeHtpasswd(folder: string, login: { username: string; password: string }): string {
  const path = join(folder, 'htpasswd')
  writeFileSync(path, execFileSync('htpasswd', ['-Bbn', login.username, login.password]))
  return path
}

function makeCertificate(folder: string): { certificate: string; key: string } {
  const openssl = (line: string) => execFileSync('openssl', line.split(' '), { stdio: 'pipe', cwd: folder })
  const newKey = '-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes'
  openssl(`req -x509 ${newKey} -keyout ca.key -out ca.crt -subj /CN=authority -days 2`)
  openssl(`req ${newKey} -keyout tls.key -out tls.csr -subj /CN=registry`)
  writeFileSync(join(folder, 'extensions'), 'subjectAltName=IP:127.0.0.1')
  const signer = '-CA ca.crt -CAkey ca.key -CAcreateserial -extfile extensions -days 2'
  openssl(`x509 -req -in tls.csr -out tls.crt ${signer}`)
  return { certificate: join(folder, 'tls.crt'), key: join(folder, 'tls.key') }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}
