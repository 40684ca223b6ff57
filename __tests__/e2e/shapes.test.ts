import { copyFileSync, cpSync, mkdirSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import {
  binaries,
  config,
  expectNoLeftovers,
  fixture,
  freshName,
  gateway,
  index,
  mustBuild,
  rawManifest,
  runImage,
  temporaryFolder,
} from '../support/world.js'

// Shapes A to G of real Dockerfiles: built, pushed, read back by digest with skopeo and run for both architectures.

let files: Server
let toolsUrl: string
beforeAll(async () => {
  // Running what was only cross-built needs the emulator too.
  await mustBuild({ image: freshName(), context: fixture('data-only'), qemu: 'always' })
  files = createServer((request, response) => {
    const architecture = /^\/collect-linux-(\w+)$/.exec(request.url ?? '')?.[1]
    if (architecture === undefined) response.writeHead(404).end()
    else response.end(readFileSync(join(binaries, `service-${architecture}`)))
  })
  await new Promise<void>((listening) => files.listen(0, '127.0.0.1', listening))
  toolsUrl = `http://127.0.0.1:${(files.address() as AddressInfo).port}`
})
afterAll(() => new Promise((closed) => files.close(closed)))
expectNoLeftovers()

interface Shape {
  readonly inputs: () => Record<string, string>
  readonly command: readonly string[]
  /** What the program prints on an architecture. */
  readonly says: (architecture: string) => string
  readonly how: Record<'linux/amd64' | 'linux/arm64', string>
}

const machines: Record<string, string> = { amd64: 'x86_64', arm64: 'aarch64' }
const crossBuilt = { 'linux/amd64': 'native', 'linux/arm64': 'cross-built' }
const emulated = { 'linux/amd64': 'native', 'linux/arm64': 'emulated' }

const shapes: Record<string, Shape> = {
  'A gateway': {
    inputs: () => ({ context: gateway, target: 'production', 'build-args': 'APP_VERSION=1.2.3' }),
    command: ['/gateway', '--version'],
    says: (architecture) => `"arch":"${architecture}"`,
    how: crossBuilt,
  },
  'B data-storage': {
    inputs: () => ({ context: fixture('data-storage') }),
    command: ['/datastore'],
    says: (architecture) => `"arch":"${architecture}","schema":"there"`,
    how: crossBuilt,
  },
  'C db-migrate': {
    inputs: () => ({ context: fixture('db-migrate') }),
    command: ['/bin/sh', '-c', 'migrate --version && echo "on $(uname -m)"'],
    says: (architecture) => `"arch":"${architecture}"}\non ${machines[architecture]}`,
    how: emulated,
  },
  'D must-gather': {
    inputs: () => ({ context: fixture('must-gather'), 'build-args': `TOOLS_URL=${toolsUrl}` }),
    command: ['/bin/sh', '-c', 'cat /etc/collect-release && echo "on $(uname -m)"'],
    says: (architecture) => `"arch":"${architecture}"}\non ${machines[architecture]}`,
    how: emulated,
  },
  'E runtime': {
    inputs: () => ({ context: runtimeContext() }),
    command: ['/service', '--version'],
    says: (architecture) => `"arch":"${architecture}"`,
    how: crossBuilt,
  },
  'F console': {
    inputs: () => ({ context: fixture('console') }),
    command: ['/bin/sh', '-c', 'test -s /opt/app-root/src/index.html && echo "complete on $(uname -m)"'],
    says: (architecture) => `complete on ${machines[architecture]}`,
    how: crossBuilt,
  },
}

// The programs of shape E were built before: here they are put where its ignore file lets them through.
function runtimeContext(): string {
  const folder = temporaryFolder()
  cpSync(fixture('runtime'), folder, { recursive: true })
  mkdirSync(join(folder, 'bin'), { recursive: true })
  for (const architecture of ['amd64', 'arm64']) {
    copyFileSync(join(binaries, `service-${architecture}`), join(folder, 'bin', `service-${architecture}`))
  }
  return folder
}

test.each(Object.entries(shapes))(
  '%s',
  async (_name, shape) => {
    const image = freshName()
    const step = await mustBuild({ image, ...shape.inputs() })
    const digests = JSON.parse(step.outputs.digests!) as Record<string, string>
    expect(Object.keys(digests)).toEqual(['linux/amd64', 'linux/arm64'])
    expect(step.outputs).toMatchObject({ pushed: 'true', image: `${image}@${step.outputs.digest}` })

    const published = await index(`${image}:test`)
    expect(published.manifests.map(({ digest }) => digest)).toEqual(Object.values(digests))
    expect(published.manifests.map(({ platform }) => platform)).toEqual([
      { architecture: 'amd64', os: 'linux' },
      { architecture: 'arm64', os: 'linux' },
    ])
    expect(await rawManifest(`${image}@${step.outputs.digest}`)).toBe(await rawManifest(`${image}:test`))

    const { builds } = JSON.parse(step.outputs.metadata!) as { builds: Record<string, { execution: string }> }
    for (const [platform, digest] of Object.entries(digests)) {
      const architecture = platform.split('/')[1]!
      expect((await config(`${image}@${digest}`)).architecture).toBe(architecture)
      expect(await runImage(`${image}@${digest}`, platform, shape.command)).toContain(
        shape.says(architecture),
      )
      expect(builds[platform]!.execution).toBe(shape.how[platform as keyof Shape['how']])
    }
  },
  600_000,
)

test('G data only: one layer, shared by both platforms', async () => {
  const image = freshName()
  const step = await mustBuild({ image, context: fixture('data-only') })
  const published = await index(`${image}:test`)
  const layers = await Promise.all(
    published.manifests.map(
      async ({ digest }) => JSON.parse((await rawManifest(`${image}@${digest}`))!).layers,
    ),
  )
  expect(layers[0]).toEqual(layers[1])
  expect(step.summary).toContain('1 of 2 layers are shared between platforms')
})

// The Go compiler takes minutes under emulation; other shapes show that each podman emulates.
;(process.env.TEST_WORLD === 'podman58-user' ? test : test.skip)(
  'A gateway with its builder emulated: right, and the summary says what that cost',
  async () => {
    const image = freshName()
    const step = await mustBuild({
      image,
      context: gateway,
      file: join(fixture('gateway-emulated'), 'Dockerfile'),
      target: 'production',
    })
    const { builds } = JSON.parse(step.outputs.metadata!) as { builds: Record<string, { execution: string }> }
    for (const [platform, how] of Object.entries(emulated)) {
      const architecture = platform.split('/')[1]!
      expect(builds[platform]!.execution).toBe(how)
      const digest = step.outputs[`digest-linux-${architecture}`]
      expect(await runImage(`${image}@${digest}`, platform, ['/gateway', '--version'])).toContain(
        `"arch":"${architecture}"`,
      )
    }
    expect(step.summary).toMatch(
      /linux\/arm64 took [\d.]+ × as long as linux\/amd64; compiling on \\?\$BUILDPLATFORM would save about \d+ (?:s|min)/,
    )
  },
  1_800_000,
)
