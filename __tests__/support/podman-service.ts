import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { podmanInfo } from '../../src/podman/info.js'
import { removeFolders } from '../../src/podman/store.js'
import { must } from './runner.js'

const OTHER_USER = 'multiarch-test'

/** A podman that serves its API on a socket, with storage of its own, and where this user may become another, as another user unless told otherwise. */
export interface PodmanService {
  /** `unix://…` */
  readonly address: string
  /** Runs a command of that podman, on its own side. */
  readonly podman: (...args: readonly string[]) => Promise<string>
  readonly stop: () => Promise<void>
}

/** Starts one. */
export async function startPodmanService(
  user: 'another user' | 'this user' = 'another user',
): Promise<PodmanService> {
  // Not below a long path, which podman 4 refuses for the run root.
  const folder = mkdtempSync('/tmp/service-')
  const asOther = user === 'this user' ? [] : await becoming(OTHER_USER, folder)
  const store = [
    '--root',
    join(folder, 'storage'),
    '--runroot',
    join(folder, 'run'),
    '--storage-driver',
    'overlay',
  ]
  const socket = join(folder, 'podman.sock')
  const command = [...asOther, 'podman', ...store, 'system', 'service', '--time=0', `unix://${socket}`]
  const service = spawn(command[0]!, command.slice(1), { stdio: 'ignore', env: process.env })
  for (let tries = 0; !existsSync(socket) && tries < 300; tries++) await sleep(100)
  return {
    address: `unix://${socket}`,
    podman: (...args) => must([...asOther, 'podman', ...store, ...args]),
    stop: async () => {
      const ended = new Promise((done) => service.once('exit', done))
      service.kill('SIGTERM')
      await ended
      const { rootless } = await podmanInfo()
      await removeFolders([folder], rootless)
    },
  }
}

/**
 * Stands between a client and a service. What the service answers when it has loaded an image is kept back.
 * @param onLoaded called instead
 */
export async function withoutAnswerToLoad(
  address: string,
  onLoaded: () => void,
): Promise<{ readonly address: string; readonly stop: () => void }> {
  const server = createServer((client) => {
    const upstream = connect(address.replace('unix://', ''))
    let isLoad = false
    let isTold = false
    client.on('data', (bytes) => {
      isLoad ||= /^POST \S*\/images\/load\b/m.test(bytes.toString('latin1'))
      upstream.write(bytes)
    })
    upstream.on('data', (bytes) => {
      if (!isLoad) client.write(bytes)
      else if (!isTold) onLoaded()
      isTold = isLoad
    })
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      one.on('error', () => other.destroy())
      one.on('end', () => other.end())
    }
  })
  const folder = mkdtempSync('/tmp/between-')
  const socket = join(folder, 'podman.sock')
  await new Promise<void>((done) => server.listen(socket, done))
  const stop = () => {
    server.close()
    rmSync(folder, { recursive: true })
  }
  return { address: `unix://${socket}`, stop }
}

/** What makes another user of a command, with a home of his own; nothing for an unprivileged user, who can't. */
async function becoming(user: string, home: string): Promise<string[]> {
  if (process.getuid!() !== 0) return []
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async (which) => (await must(['id', which, user])).trim()),
  )
  mkdirSync(join(home, 'runtime'))
  await must(['chown', '-R', `${uid}:${gid}`, home])
  const become = ['setpriv', '--reuid', uid!, '--regid', gid!, '--init-groups', '--inh-caps=-all', '--']
  return [
    ...become,
    'env',
    `USER=${user}`,
    `LOGNAME=${user}`,
    `HOME=${home}`,
    `XDG_RUNTIME_DIR=${join(home, 'runtime')}`,
  ]
}
