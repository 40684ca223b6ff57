import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { jest } from '@jest/globals'
import { removeFolders } from '../../src/podman/store.js'
import { FaultProxy } from '../support/fault-proxy.js'
import { type Ended, must, runCli, temporaryFolder } from '../support/runner.js'
import {
  contextWith,
  foreign,
  freshName,
  index,
  minimal,
  mustBuild,
  own,
  rawManifest,
  registry,
} from '../support/world.js'

// Base images on a person's own machine: pulled once, and taken from the registry again only when it has others.

jest.setTimeout(600_000)

const BOTH = `linux/${own},linux/${foreign}`

let stores: string
let unset: () => Promise<void>
beforeAll(async () => {
  // What other suites do at the same time is none of this one's.
  const { store } = JSON.parse(await must(['podman', 'info', '--format', 'json']))
  const folder = join(dirname(store.graphRoot), `kept-bases-${process.pid}`)
  const runRoot = mkdtempSync('/tmp/kept-')
  const conf = join(contextWith({}), 'storage.conf')
  const graphRoot = join(folder, 'storage')
  const roots = `graphroot = "${graphRoot}"\nrunroot = "${runRoot}"\nrootless_storage_path = "${graphRoot}"\n`
  writeFileSync(conf, `[storage]\ndriver = "${store.graphDriverName}"\n${roots}`)
  process.env.CONTAINERS_STORAGE_CONF = conf
  stores = join(folder, 'multiarch-build-stores')
  unset = async () => {
    delete process.env.CONTAINERS_STORAGE_CONF
    await removeFolders([folder, runRoot], process.geteuid?.() !== 0)
  }
})
afterAll(() => unset())

/** The images of each store that is kept for a platform and has a certain one. */
function kept(image: string, architecture = own): { id: string; names: string[] }[][] {
  const names = existsSync(stores) ? readdirSync(stores) : []
  return names
    .filter((name) => name.startsWith(`linux-${architecture}+`))
    .map((name) => JSON.parse(readFileSync(join(stores, name, 'overlay-images', 'images.json'), 'utf8')))
    .filter((images) => images.some((each: { names?: string[] }) => each.names?.includes(image)))
}

let proxy: FaultProxy
let conf: string
beforeEach(async () => {
  proxy = await FaultProxy.start(registry)
  const insecure = `\n[[registry]]\nlocation = "${proxy.host}"\ninsecure = true\n`
  const configured = readFileSync(process.env.CONTAINERS_REGISTRIES_CONF!, 'utf8')
  conf = join(contextWith({ 'registries.conf': configured + insecure }), 'registries.conf')
})
afterEach(() => proxy.stop())

/** What a base image is called behind the proxy. */
const behind = (name: string) => name.replace(registry, proxy.host)

/** Builds on the command line, with nothing of an earlier build but base images. */
function build(
  context: string,
  image: string,
  platforms = `linux/${own}`,
  env = {},
  more: readonly string[] = [],
): Promise<Ended> {
  const cli = { CONTAINERS_REGISTRIES_CONF: conf, CI: undefined, ...env }
  const args = [
    '--image',
    image,
    '--tags',
    '1',
    '--context',
    context,
    '--platforms',
    platforms,
    '--push',
    'true',
    '--retries',
    '2',
    ...more,
  ]
  return runCli(['build', ...args], { env: cli })
}

async function mustBuildHere(...args: Parameters<typeof build>): Promise<Ended> {
  const ended = await build(...args)
  if (ended.exitCode !== 0) throw new Error(`${ended.stdout}\n${ended.stderr}`)
  return ended
}

/**
 * Begins a build and ends it while a step runs.
 * @param meanwhile what is done before
 */
async function endWhileItRuns(
  base: string,
  signal: NodeJS.Signals,
  meanwhile: () => Promise<unknown> = async () => undefined,
): Promise<Ended> {
  const context = contextWith({ Dockerfile: `FROM ${base}\nRUN echo waits; sleep 300\n` })
  const args = ['--image', freshName(), '--tags', '1', '--context', context, '--platforms', `linux/${own}`]
  let begun: Promise<unknown> | undefined
  const ended = await runCli(['build', ...args, '--push', 'false'], {
    env: { CONTAINERS_REGISTRIES_CONF: conf, CI: undefined },
    onOutput: (text, child) => {
      if (/\] waits$/m.test(text)) begun ??= meanwhile().finally(() => child.kill(signal))
    },
  })
  await begun
  return ended
}

/** Makes a base image of one file that no other has, for both platforms. */
async function pushBase(image: string, below = 'scratch'): Promise<void> {
  const context = contextWith({ Dockerfile: `FROM ${below}\nCOPY base /base\n`, base: randomUUID() })
  const platforms = below === 'scratch' ? BOTH : `linux/${own}`
  await mustBuild({ image, tags: 'base', context, platforms, push: 'true' })
}

/** Digests of the layers of an image, by platform. */
async function layersOf(name: string): Promise<Record<string, string[]>> {
  const repository = name.slice(0, name.lastIndexOf(':'))
  const layers: Record<string, string[]> = {}
  for (const { digest, platform } of (await index(name)).manifests) {
    const manifest = JSON.parse((await rawManifest(`${repository}@${digest}`))!)
    layers[platform!.architecture] = manifest.layers.map((layer: { digest: string }) => layer.digest)
  }
  return layers
}

/** How often an image’s topmost layers were fetched through the proxy. */
const fetched = (layers: Record<string, string[]>) =>
  proxy.seen.filter((request) =>
    Object.values(layers).some((each) => request.endsWith(`/blobs/${each.at(-1)}`)),
  ).length

test('pulled once for each platform; anew when the registry has another; and as they are when it is out of reach', async () => {
  const image = freshName()
  const base = `${image}:base`
  await pushBase(image)
  const one = await layersOf(base)
  const context = contextWith({ Dockerfile: `FROM ${behind(base)}\nCOPY f /\n`, f: '1' })
  const service = freshName()

  await mustBuildHere(context, service, BOTH)
  const pulls = fetched(one)
  expect(pulls).toBeGreaterThanOrEqual(1)
  for (const architecture of [own, foreign]) expect(kept(behind(base), architecture)).toHaveLength(1)

  writeFileSync(join(context, 'f'), '2')
  const { stderr } = await mustBuildHere(context, service, BOTH)
  expect(stderr).not.toMatch(/^warning: /m)
  expect(fetched(one)).toBe(pulls)

  await pushBase(image)
  const two = await layersOf(base)
  await mustBuildHere(context, service, BOTH)
  const built = await layersOf(`${service}:1`)
  for (const architecture of [own, foreign]) expect(built[architecture]![0]).toBe(two[architecture]![0])

  proxy.plan = () => 'unavailable'
  writeFileSync(join(context, 'f'), '3')
  const offline = await mustBuildHere(context, service, BOTH)
  expect(offline.stderr).toMatch(
    new RegExp(
      `linux/${own}: ${behind(base)} is used as an earlier build pulled it, since it can’t be looked up: .*503`,
    ),
  )
  expect((await layersOf(`${service}:1`))[own]![0]).toBe(two[own]![0])
})

test('one that the registry has replaced is never used, not even when podman can’t pull the new one', async () => {
  const image = freshName()
  await pushBase(image)
  const context = contextWith({ Dockerfile: `FROM ${behind(`${image}:base`)}\nCOPY f /\n`, f: '1' })
  await mustBuildHere(context, freshName())
  await pushBase(image)
  const { [own]: layers } = await layersOf(`${image}:base`)
  proxy.plan = (at) => (proxy.seen[at]!.endsWith(`/blobs/${layers![0]}`) ? 'denied' : undefined)
  const { exitCode, stderr } = await build(context, freshName())
  expect(exitCode).toBe(1)
  expect(stderr).toContain(behind(`${image}:base`))
})

test('one that its registry has no more is not used', async () => {
  const image = freshName()
  await pushBase(image)
  const context = contextWith({ Dockerfile: `FROM ${behind(`${image}:base`)}\nCOPY f /\n`, f: '1' })
  await mustBuildHere(context, freshName())
  expect(kept(behind(`${image}:base`))).toHaveLength(1)
  // Only the name of the tag leads elsewhere: what it named is still there.
  proxy.plan = (at) => (/\/manifests\/base$/.test(proxy.seen[at]!) ? 'missing' : undefined)
  const { exitCode, stderr } = await build(context, freshName())
  expect([exitCode, stderr]).toEqual([1, expect.stringMatching(/manifest unknown/)])
})

test('they outlast a build that fails, and one that is ended, and nothing else of these does', async () => {
  const image = freshName()
  await pushBase(image, minimal)
  const base = behind(`${image}:base`)
  const layers = await layersOf(`${image}:base`)
  const failing = contextWith({ Dockerfile: `FROM ${base}\nRUN echo first\nRUN exit 3\n` })
  expect((await build(failing, freshName())).exitCode).toBe(1)
  const pulls = fetched(layers)
  expect(pulls).toBeGreaterThanOrEqual(1)

  const ended = await endWhileItRuns(base, 'SIGINT')
  expect(ended.exitCode).toBe(130)

  const right = contextWith({ Dockerfile: `FROM ${base}\nRUN echo first\nRUN echo second > /f\n` })
  const { stderr } = await mustBuildHere(right, freshName())
  expect(stderr).toContain('second')
  expect(fetched(layers)).toBe(pulls)
  const [images, ...more] = kept(base)
  expect(more).toEqual([])
  expect(images!.filter(({ names }) => !names || names.length === 0)).toEqual([])
})

test('what a killed run has left is removed by the next, and what one at work has is not', async () => {
  const folders = () =>
    readdirSync(dirname(stores)).filter((name) => /^multiarch-build-[0-9a-f]{12}$/.test(name))
  const before = folders()
  expect((await endWhileItRuns(minimal, 'SIGKILL')).exitCode).toBe(137)
  const left = folders().filter((name) => !before.includes(name))
  expect(left).toHaveLength(1)
  const during: string[][] = []
  const small = contextWith({ Dockerfile: 'FROM scratch\nCOPY f /\n', f: '' })
  await endWhileItRuns(minimal, 'SIGINT', async () => {
    const atWork = folders().filter((name) => !before.includes(name))
    await mustBuildHere(small, freshName())
    during.push(
      atWork,
      folders().filter((name) => !before.includes(name)),
    )
  })
  const [atWork, afterwards] = during
  expect(atWork).toHaveLength(1)
  expect(atWork).not.toEqual(left)
  expect(afterwards).toEqual(atWork)
  expect(folders()).toEqual(before)
})

test('two builds at the same time have a store each', async () => {
  const image = freshName()
  await pushBase(image, minimal)
  const base = behind(`${image}:base`)
  // Neither ends before the other has begun.
  const waits = (mine: string, other: string) =>
    `FROM ${base}\nRUN wget -qO- http://127.0.0.1:PORT/${mine} && echo ${other} >/f\n`
  const arrived: ServerResponse[] = []
  const server = createServer((_, response) => {
    arrived.push(response)
    if (arrived.length === 2) for (const each of arrived) each.end('both')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const contexts = [waits('a', 'b'), waits('b', 'a')].map((text) =>
    contextWith({ Dockerfile: text.replace('PORT', String(port)) }),
  )
  const extra = ['--network', 'host']
  await Promise.all(contexts.map((context) => mustBuildHere(context, freshName(), undefined, {}, extra)))
  server.close()
  expect(arrived).toHaveLength(2)
  expect(kept(base)).toHaveLength(2)
})

test('services of a list have them too', async () => {
  const image = freshName()
  await pushBase(image)
  const layers = await layersOf(`${image}:base`)
  const Dockerfile = `FROM ${behind(`${image}:base`)}\nCOPY f /\n`
  const local = `localhost/own-${randomUUID()}:1`
  const ofLocal = contextWith({ Dockerfile: 'FROM scratch\nCOPY f /own\n', f: '' })
  await must(['podman', 'build', '--quiet', '--tag', local, ofLocal])
  const folder = contextWith({
    'a/Dockerfile': Dockerfile,
    'a/f': '1',
    'b/Dockerfile': Dockerfile,
    'b/f': '2',
    // Of the user's own, which the store of the ones before doesn't see.
    'c/Dockerfile': `FROM ${local}\nCOPY f /\n`,
    'c/f': '3',
  })
  const services = ['a', 'b', 'c'].map((name) => ({ name, context: name, image: freshName() }))
  const args = ['--services', JSON.stringify({ services }), '--platforms', `linux/${own}`, '--push', 'true']
  const pulls: number[] = []
  for (const tag of ['1', '2']) {
    // With nothing of an earlier run but base images.
    const { exitCode, stderr } = await runCli(['build', ...args, '--tags', tag], {
      cwd: folder,
      env: { CONTAINERS_REGISTRIES_CONF: conf, CI: undefined },
    })
    expect([exitCode, exitCode === 0 ? '' : stderr]).toEqual([0, ''])
    pulls.push(fetched(layers))
  }
  await must(['podman', 'rmi', local])
  expect(pulls[0]).toBeGreaterThanOrEqual(1)
  expect(pulls[1]).toBe(pulls[0])
})

test('what stands on an image that only the user’s own storage has is not kept', async () => {
  const base = `localhost/own-${randomUUID()}:1`
  const folder = contextWith({ 'tree/own': 'own' })
  await must(['tar', '-cf', join(folder, 'base.tar'), '-C', join(folder, 'tree'), '.'])
  await must(['podman', 'import', '--quiet', join(folder, 'base.tar'), base])
  const context = contextWith({ Dockerfile: `FROM ${base}\nCOPY f /\n`, f: '1' })
  for (const f of ['2', '3']) {
    await mustBuildHere(context, freshName())
    writeFileSync(join(context, 'f'), f)
  }
  await must(['podman', 'rmi', base])
  expect((await build(context, freshName())).exitCode).toBe(1)
})

test('an older one of the user’s own, when podman can’t pull the new one, is told, and the build not remembered', async () => {
  const image = freshName()
  await pushBase(image)
  const base = behind(`${image}:base`)
  await must(['podman', 'pull', '--quiet', '--tls-verify=false', base])
  await pushBase(image)
  const { [own]: layers } = await layersOf(`${image}:base`)
  const context = contextWith({ Dockerfile: `FROM ${base}\nCOPY f /\n`, f: '1' })
  const service = freshName()
  const env = { XDG_CACHE_HOME: temporaryFolder(), CI: 'true' }
  proxy.plan = (at) => (proxy.seen[at]!.endsWith(`/blobs/${layers![0]}`) ? 'denied' : undefined)
  const stale = await build(context, service, undefined, env)
  expect(stale.exitCode).toBe(0)
  expect(stale.stderr).toContain('the registry has another one, which podman could not pull')
  proxy.plan = () => undefined
  const { stderr } = await mustBuildHere(context, service, undefined, env)
  expect(stderr).not.toContain('unchanged')
  expect((await layersOf(`${service}:1`))[own]![0]).toBe(layers![0])
  expect((await mustBuildHere(context, service, undefined, env)).stderr).toContain('unchanged')
  await must(['podman', 'rmi', '--force', base])
})

test('other CI keeps none and takes none', async () => {
  const image = freshName()
  await pushBase(image)
  const layers = await layersOf(`${image}:base`)
  const context = contextWith({ Dockerfile: `FROM ${behind(`${image}:base`)}\nCOPY f /\n`, f: '1' })
  const pulls: number[] = []
  for (const CI of ['true', undefined, 'true', undefined]) {
    await mustBuildHere(context, freshName(), `linux/${own}`, { CI })
    pulls.push(fetched(layers))
  }
  const [once] = pulls
  expect(pulls).toEqual([once, 2 * once!, 3 * once!, 3 * once!])
})
