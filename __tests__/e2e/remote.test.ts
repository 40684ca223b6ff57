import { writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { bothParts } from '../support/cached-build.js'
import { type PodmanService, startPodmanService, withoutAnswerToLoad } from '../support/podman-service.js'
import { must, runCli, type StepOptions } from '../support/runner.js'
import {
  build,
  config,
  contextWith,
  expectNoLeftovers,
  foreign,
  freshName,
  index,
  minimal,
  mustBuild,
  own,
  temporaryFolder,
} from '../support/world.js'

// podman here is but a client, as on macOS and where CONTAINER_HOST is set: its service has other storage and, in root's worlds, another user.

expectNoLeftovers()

let service: PodmanService
let env: Record<string, string>
beforeAll(async () => {
  service = await startPodmanService()
  env = { CONTAINER_HOST: service.address }
}, 600_000)
afterAll(() => service.stop(), 600_000)

const both = `linux/${own},linux/${foreign}`
const dockerfile = `FROM --platform=$BUILDPLATFORM ${minimal} AS builder
ARG TARGETARCH
RUN --mount=type=cache,target=/mine echo "$TARGETARCH" >> /mine/log && sort -u /mine/log > /built
FROM scratch
COPY --from=builder /built /built
COPY f /
`

test('the whole of it: built there, verified, pushed and loaded, with the digests of a build here', async () => {
  const image = freshName()
  const context = contextWith({ Dockerfile: dockerfile, f: 'x' })
  const inputs = { image, context, platforms: both }
  const step = await mustBuild({ ...inputs, load: 'true' }, { env })
  const { manifests } = await index(`${image}:test`)
  expect(manifests.map(({ platform }) => platform?.architecture).sort()).toEqual(['amd64', 'arm64'])
  const list = JSON.parse(await service.podman('manifest', 'inspect', `${image}:test`))
  expect(list.manifests).toHaveLength(2)
  const here = await mustBuild({ ...inputs, tags: 'here' })
  expect(here.outputs.digests).toBe(step.outputs.digests)
  for (const [platform, how] of [
    [`linux/${own}`, 'native'],
    [`linux/${foreign}`, 'cross-built'],
  ]) {
    expect(JSON.parse(step.outputs.metadata!).builds[platform!].execution).toBe(how)
  }
}, 600_000)

test('an unchanged image is not built again there', async () => {
  const context = contextWith({ Dockerfile: dockerfile, f: 'x' })
  const cache = { cache: 'directory', 'cache-dir': temporaryFolder(), 'cache-write': 'true' }
  const inputs = { image: freshName(), context, platforms: both, ...cache }
  const run = async () => bothParts(await build(inputs, { env }), { env })
  const first = await run()
  const there = await service.podman('images', '--all', '--quiet', '--no-trunc')
  const second = await run()
  expect(second).toMatchObject({ unchanged: true, digests: first.digests, warnings: [] })
  expect(await service.podman('images', '--all', '--quiet', '--no-trunc')).toBe(there)
  writeFileSync(join(context, 'f'), 'y')
  const third = await run()
  expect(third.unchanged).toBe(false)
  expect(third.digests).not.toBe(first.digests)
}, 600_000)

test.each([
  ['plain', '--mount=type=cache,target=/plain'],
  ['quoted', '--mount="type=cache,target=/quoted"'],
  ['cut', '--mount=type=cache,id=c\\\nut,\\\ntarget=/cut'],
])(
  'cache mounts there are of one platform each: %s',
  async (name, mount) => {
    const image = freshName()
    const text = dockerfile.replace('--mount=type=cache,target=/mine', mount).replaceAll('/mine', `/${name}`)
    await mustBuild({ image, context: contextWith({ Dockerfile: text, f: 'x' }), platforms: both }, { env })
    for (const architecture of [own, foreign]) {
      const layout = temporaryFolder()
      await must([
        'skopeo',
        'copy',
        '--src-tls-verify=false',
        `--override-arch=${architecture}`,
        `docker://${image}:test`,
        `dir:${layout}`,
      ])
      const manifest = JSON.parse(await must(['cat', `${layout}/manifest.json`])) as {
        layers: { digest: string }[]
      }
      const first = `${layout}/${manifest.layers[0]!.digest.replace('sha256:', '')}`
      expect(await must(['tar', '-xzOf', first, 'built'])).toBe(`${architecture}\n`)
    }
  },
  600_000,
)

test('a cache mount that can’t be told from another platform’s is refused at its line', async () => {
  const context = contextWith({
    Dockerfile: `FROM ${minimal}\nARG OPTIONS=type=cache,target=/hidden\nRUN --mount=$OPTIONS echo >/hidden/f\n`,
  })
  const refused = await build({ image: freshName(), context, platforms: `linux/${own}` }, { env })
  expect(refused.exitCode).toBe(1)
  expect(refused.annotations.at(-1)).toMatchObject({
    message: expect.stringMatching(/might get this cache mount: \$OPTIONS/),
    properties: expect.stringContaining('line=3'),
  })
}, 600_000)

test('a base image that adds a step with a cache mount is refused', async () => {
  const folder = contextWith({
    Dockerfile: `FROM ${minimal}\nONBUILD RUN --mount=type=cache,target=/added echo >/added/f\n`,
  })
  const adds = `${freshName()}:1`
  const client = ['podman', '--remote', `--url=${service.address}`]
  await must([...client, 'build', '--format=docker', `--tag=${adds}`, folder])
  await must([...client, 'push', '--quiet', '--tls-verify=false', adds])
  const context = contextWith({ Dockerfile: `FROM ${adds}\nRUN true\n` })
  const refused = await build({ image: freshName(), context, platforms: `linux/${own}` }, { env })
  expect(refused.exitCode).toBe(1)
  expect(refused.annotations.at(-1)!.message).toMatch(
    /adds a step with a cache mount \(ONBUILD\).*target=\/added/,
  )
}, 600_000)

describe('what is loaded there has a name for a moment', () => {
  const names = async () => {
    const all = await service.podman('images', '--format={{.Repository}}:{{.Tag}}')
    return all.split('\n').filter((name) => name.includes('multiarch-build-load-'))
  }
  const inputs = (f: string) => ({
    image: freshName(),
    context: contextWith({ Dockerfile: 'FROM scratch\nCOPY f /\n', f }),
    platforms: `linux/${own}`,
    load: 'true',
  })

  test('a run that is interrupted while podman loads takes it away', async () => {
    let step: Parameters<NonNullable<StepOptions['onStart']>>[0] | undefined
    const during: string[] = []
    const between = await withoutAnswerToLoad(service.address, async () => {
      during.push(...(await names()))
      step?.kill('SIGINT')
    })
    const onStart: StepOptions['onStart'] = (child) => {
      step = child
    }
    const ended = await build(inputs('one'), { env: { CONTAINER_HOST: between.address }, onStart })
    between.stop()
    expect(ended.exitCode).toBe(130)
    expect(during).toHaveLength(1)
    expect(await names()).toEqual([])
  }, 600_000)

  test('the next run takes away what one that was killed has left', async () => {
    await mustBuild({ ...inputs('two'), load: 'false' }, { env })
    const [id] = (await service.podman('images', '--all', '--quiet')).split('\n')
    await service.podman('tag', id!, 'localhost/multiarch-build-load-0123456789ab:latest')
    expect(await names()).toHaveLength(1)
    await mustBuild(inputs('three'), { env })
    expect(await names()).toEqual([])
  }, 600_000)
})

test('several services, on the command line', async () => {
  const prefix = freshName()
  const folder = contextWith({
    'services.yaml': `image: ${prefix}/{name}\nservices: [{ name: a, context: a }, { name: b, context: b }]\n`,
    'a/Dockerfile': 'FROM scratch\nCOPY f /\n',
    'a/f': 'a',
    'b/Dockerfile': `FROM ${minimal}\nCOPY f /\n`,
    'b/f': 'b',
  })
  const args = ['build', '--services', 'services.yaml', '--tags', 't', '--platforms', both, '--push']
  const ended = await runCli([...args, '--cache', 'off'], { env, cwd: folder })
  expect(ended.stderr).toContain(`pushed ${prefix}/b@sha256:`)
  expect(ended.exitCode).toBe(0)
  expect((await config(`${prefix}/b:t`)).architecture).toBe(own)
}, 600_000)

test('a smoke test runs there, and leaves nothing', async () => {
  const context = contextWith({ Dockerfile: `FROM ${minimal}\nCOPY f /\nENTRYPOINT ["/bin/sh"]\n`, f: 'x' })
  const inputs = { image: freshName(), context, platforms: `linux/${own}`, 'smoke-test': '-c "test -f /f"' }
  const step = await mustBuild(inputs, { env })
  expect(step.stdout).toContain('smoke test with -c test -f /f')
  expect((await service.podman('ps', '--all', '--quiet')).trim()).toBe('')
  const failed = await build({ ...inputs, 'smoke-test': '-c "exit 3"' }, { env })
  expect(failed.exitCode).toBe(1)
  expect(failed.annotations.at(-1)!.message).toMatch(/smoke test "-c exit 3" ended with exit code 3/)
}, 600_000)

test('what can’t be had of it is refused by name, and a failure is told as elsewhere', async () => {
  const context = contextWith({ Dockerfile: `FROM ${minimal}\nRUN exit 4\n` })
  const inputs = { image: freshName(), context, platforms: `linux/${own}` }
  const docker = await build({ ...inputs, format: 'docker' }, { env })
  expect(docker.exitCode).toBe(2)
  expect(docker.annotations.at(-1)!.message).toMatch(/format[\s\S]*podman on another machine/)
  const failed = await build(inputs, { env })
  expect(failed.exitCode).toBe(1)
  expect(failed.annotations.at(-1)!.message).toMatch(/RUN failed: .*exit status 4/)
  const gone = await build(inputs, { env: { CONTAINER_HOST: 'unix:///nowhere/podman.sock' } })
  expect(gone.exitCode).toBe(3)
}, 600_000)

test('doctor looks at the machine that podman builds on, and says when it is out of reach', async () => {
  const doctor = await runCli(['doctor', '--json'], { env })
  const { sections } = JSON.parse(doctor.stdout) as {
    sections: { title: string; checks: { subject: string; state: string; found: string; cure?: string }[] }[]
  }
  const find = (title: string, subject: string) =>
    sections.find((each) => each.title === title)?.checks.find((each) => each.subject === subject)
  expect(find('podman', 'service')).toMatchObject({ state: 'ok', found: `on another machine, linux/${own}` })
  expect(find('podman', 'memory')?.found).toMatch(/^\d+\.\d GB/)
  expect(find('podman', 'storage')?.found).toMatch(/^\d+\.\d GB free/)
  expect(find('trial', `linux/${own}`)).toMatchObject({
    state: 'ok',
    found: expect.stringMatching(/runs programs/),
  })
  // Whether that machine has an emulator is its own affair.
  const other = find('trial', `linux/${foreign}`)!
  expect(other.state === 'ok' ? other.found : other.cure).toMatch(/runs programs|qemu-user-static/)
  expect(sections.map(({ title }) => title)).not.toContain('platforms')
  const gone = await runCli(['doctor'], { env: { CONTAINER_HOST: 'unix:///nowhere/podman.sock' } })
  expect(gone.exitCode).toBe(3)
  expect(gone.stdout).toMatch(/✗ podman +podman does not work[\s\S]*→ .*unset CONTAINER_HOST/)
}, 600_000)

/** A machine that takes connections and says nothing. */
async function silentMachine(onConnection: () => void = () => undefined) {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    onConnection()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return { env: { CONTAINER_HOST: `tcp://127.0.0.1:${port}` }, close: () => server.close() }
}

test('one that is silent is given up, on the word of what can be done', async () => {
  const machine = await silentMachine()
  const context = contextWith({ Dockerfile: 'FROM scratch\nCOPY f /\n', f: '' })
  const silent = await build({ image: freshName(), context }, { env: machine.env })
  machine.close()
  expect(silent.exitCode).toBe(3)
  expect(silent.annotations.at(-1)!.message).toMatch(
    /^podman does not work on this host: no answer within 30 s\nWhat to do: .*unset CONTAINER_HOST/,
  )
}, 600_000)

test('a signal ends the wait for one that is silent', async () => {
  let step: Parameters<NonNullable<StepOptions['onStart']>>[0] | undefined
  const machine = await silentMachine(() => step?.kill('SIGINT'))
  const context = contextWith({ Dockerfile: 'FROM scratch\nCOPY f /\n', f: '' })
  const onStart: StepOptions['onStart'] = (child) => {
    step = child
  }
  const ended = await build({ image: freshName(), context }, { env: machine.env, onStart })
  machine.close()
  expect(ended.exitCode).toBe(130)
}, 600_000)
