import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LoopbackRegistry } from '../../src/cache/loopback/registry.js'
import { digestOf } from '../../src/oci/digest.js'
import { type ImageConfig, type Manifest, mediaType } from '../../src/oci/types.js'
import { must, run, temporaryFolder } from '../support/runner.js'
import { registry as source } from '../support/world.js'

// The registry through which images of steps pass, with clients that know nothing of it.

let registry: LoopbackRegistry
let authFile: string
const losses: Error[] = []
const skopeo = (...args: string[]) => must(['skopeo', ...args])
const login = () => ['--tls-verify=false', `--authfile=${authFile}`]

beforeAll(async () => {
  const folder = temporaryFolder('loopback-')
  registry = await LoopbackRegistry.start({
    folder: join(folder, 'content'),
    onLoss: (error) => losses.push(error),
  })
  authFile = join(folder, 'auth.json')
  const auth = Buffer.from(`${registry.username}:${registry.password}`).toString('base64')
  writeFileSync(authFile, JSON.stringify({ auths: { [registry.host]: { auth } } }), { mode: 0o600 })
})
afterAll(async () => {
  await registry.close()
  expect(losses).toEqual([])
})

test('skopeo copies an image there and back, byte for byte, lists it and deletes it', async () => {
  const [there, back] = [temporaryFolder(), temporaryFolder()]
  await skopeo(
    'copy',
    '-q',
    '--src-tls-verify=false',
    `docker://${source}/ubi9/ubi-minimal:9.6`,
    `dir:${there}`,
  )
  const name = `docker://${registry.host}/team/app:1`
  await skopeo(
    'copy',
    '-q',
    '--preserve-digests',
    `--dest-authfile=${authFile}`,
    '--dest-tls-verify=false',
    `dir:${there}`,
    name,
  )
  await skopeo(
    'copy',
    '-q',
    '--preserve-digests',
    `--src-authfile=${authFile}`,
    '--src-tls-verify=false',
    name,
    `dir:${back}`,
  )
  const manifest = readFileSync(join(there, 'manifest.json'))
  expect(readFileSync(join(back, 'manifest.json'))).toEqual(manifest)
  expect(digestOf(Buffer.from(await skopeo('inspect', '--raw', ...login(), name)))).toBe(digestOf(manifest))
  expect(
    JSON.parse(await skopeo('list-tags', ...login(), `docker://${registry.host}/team/app`)),
  ).toMatchObject({ Tags: ['1'] })
  await skopeo('delete', ...login(), name)
  expect((await run(['skopeo', 'inspect', ...login(), name])).exitCode).not.toBe(0)
})

test('nobody gets in without the run’s login', async () => {
  for (const credentials of [['--no-creds'], ['--creds=multiarch-build:guess']]) {
    const { exitCode, stderr } = await run([
      'skopeo',
      'list-tags',
      '--tls-verify=false',
      ...credentials,
      `docker://${registry.host}/team/app`,
    ])
    expect(exitCode).not.toBe(0)
    expect(stderr).toMatch(/authentication required|unauthorized|belongs to one run/i)
  }
})

test('podman puts an image in and takes it out again', async () => {
  const context = temporaryFolder()
  writeFileSync(join(context, 'Dockerfile'), 'FROM scratch\nCOPY f /f\n')
  writeFileSync(join(context, 'f'), 'content')
  const root = temporaryFolder('loopback-store-')
  const podman = (...args: string[]) =>
    must(['podman', '--root', join(root, 's'), '--runroot', join(root, 'r'), ...args])
  const id = (await podman('build', '--quiet', context)).trim()
  const name = `${registry.host}/steps:1`
  await podman('push', '--quiet', ...login(), id, name)
  await podman('rmi', '--force', id)
  expect((await podman('pull', '--quiet', ...login(), name)).trim()).toBe(id)
  const pushed = registry.content.manifest('steps', '1')!
  const manifest = JSON.parse(pushed.bytes.toString()) as Manifest
  const config = JSON.parse((await registry.content.read(manifest.config.digest))!.toString()) as ImageConfig
  expect(pushed.mediaType).toBe(mediaType.ociManifest)
  expect(config.os).toBe('linux')
  await must(['podman', 'unshare', 'rm', '-rf', root]).catch(() => must(['rm', '-rf', root]))
})
