import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { digestOf } from '../../src/oci/digest.js'
import { parsePlatform } from '../../src/oci/platform.js'
import { parseRepository, splitName } from '../../src/oci/reference.js'
import { type Descriptor, mediaType } from '../../src/oci/types.js'
import { RegistryClient } from '../../src/registry/client.js'
import { credentialStore } from '../../src/registry/credentials.js'
import { readRegistryRules } from '../../src/registry/registries-conf.js'
import { ImageResolver } from '../../src/registry/resolve-image.js'
import { NO_RULES } from '../../src/registry/rules.js'
import { freshName, registry } from '../support/world.js'

// The same registries.conf for podman or skopeo and for our own client: both go to the same places.

const PLATFORMS = ['linux/amd64', 'linux/arm64/v8', 'linux/arm/v6', 'linux/arm/v7']

let folder: string
let home: string
const clients: RegistryClient[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'registries-conf-'))
  home = join(folder, 'home')
  mkdirSync(home)
})
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()))
  rmSync(folder, { recursive: true, force: true })
})

function write(file: string, text: string): string {
  const path = join(folder, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  return path
}

/** Variables of a user without files of their own, but for those given. */
function environment(env: Record<string, string> = {}): Record<string, string> {
  return { PATH: process.env.PATH!, HOME: home, XDG_RUNTIME_DIR: folder, ...env }
}

async function clientOf(conf?: string): Promise<RegistryClient> {
  const env = environment(conf === undefined ? {} : { CONTAINERS_REGISTRIES_CONF: conf })
  const rules = conf === undefined ? NO_RULES : await readRegistryRules(env)
  const client = new RegistryClient({
    credentials: credentialStore([], env),
    tlsVerify: true,
    retries: 2,
    env,
    rules,
  })
  clients.push(client)
  return client
}

function skopeo(conf: string, ...args: string[]): Buffer {
  return execFileSync('skopeo', ['--registries-conf', conf, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment(),
  })
}

function podman(env: Record<string, string>, ...args: string[]): string {
  const storage = [
    '--root',
    join(folder, 'root'),
    '--runroot',
    join(folder, 'run'),
    '--storage-driver',
    'vfs',
  ]
  return execFileSync('podman', [...storage, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment(env),
    encoding: 'utf8',
  })
}

/** Pushes an image for each platform and their index, under the names as they are. */
async function push(name: string, tag: string): Promise<void> {
  const client = await clientOf()
  const repository = parseRepository(name)
  const manifests: Descriptor[] = []
  for (const text of PLATFORMS) {
    const [os = '', architecture = '', variant] = text.split('/')
    const platform = { os, architecture, ...(variant && { variant }) }
    const config = Buffer.from(
      JSON.stringify({ ...platform, config: {}, rootfs: { type: 'layers', diff_ids: [] }, author: name }),
    )
    const descriptor = { mediaType: mediaType.ociConfig, digest: digestOf(config), size: config.length }
    await client.pushBlob(repository, descriptor, () => Readable.from(config))
    const bytes = Buffer.from(
      JSON.stringify({ schemaVersion: 2, mediaType: mediaType.ociManifest, config: descriptor, layers: [] }),
    )
    await client.putManifest(repository, digestOf(bytes), bytes, mediaType.ociManifest)
    manifests.push({
      mediaType: mediaType.ociManifest,
      digest: digestOf(bytes),
      size: bytes.length,
      platform,
    })
  }
  const index = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: mediaType.ociIndex, manifests }))
  await client.putManifest(repository, tag, index, mediaType.ociIndex)
}

describe('registries.conf: the same image as skopeo', () => {
  const table = (name: string, settings: Record<string, unknown>) =>
    `[[${name}]]\n${Object.entries(settings)
      .map(([key, value]) => `${key} = ${JSON.stringify(value)}\n`)
      .join('')}`
  const own = () => table('registry', { location: registry, insecure: true })
  const from = (prefix: string, location: string) => table('registry', { prefix, location, insecure: true })
  const mirror = (location: string, settings: Record<string, unknown> = {}) =>
    table('registry.mirror', { location, insecure: true, ...settings })

  test('by location, longest prefix, wildcard and mirrors', async () => {
    const [one, two, three] = [freshName(), freshName(), freshName()] as const
    await push(one, '1')
    await push(two, '1')
    await push(three, 'only-here')
    const conf = write(
      'registries.conf',
      own() +
        from('registry.access.redhat.com', dirname(one)) +
        from('registry.access.redhat.com/longer', two) +
        from('*.example.com', dirname(one)) +
        from('down.test/x', one) +
        mirror('127.0.0.1:1/nobody') +
        from('lacking.test/x', one) +
        mirror(three) +
        from('digests.test/x', one) +
        mirror(two, { 'pull-from-mirror': 'digest-only' }) +
        from('first.test/x', one) +
        mirror(two),
    )
    const last = basename(one)
    const { digest } = (await (await clientOf()).resolve(parseRepository(two), '1'))!
    const expected: [string, string][] = [
      [`registry.access.redhat.com/${last}:1`, one],
      ['registry.access.redhat.com/longer:1', two],
      [`a.b.example.com/${last}:1`, one],
      ['down.test/x:1', one],
      ['lacking.test/x:1', one],
      ['lacking.test/x:only-here', three],
      ['digests.test/x:1', one],
      [`digests.test/x@${digest}`, two],
      ['first.test/x:1', two],
    ]
    for (const [name, place] of expected) {
      const client = await clientOf(conf)
      const { name: repository, tag, digest: exact } = splitName(name)
      const ours = await client.open(parseRepository(repository), exact ?? tag!)
      const theirs = digestOf(skopeo(conf, 'inspect', '--raw', `docker://${name}`))
      expect([name, ours?.foundIn.text, ours?.root.digest]).toEqual([name, place, theirs])
    }
  })

  test('of an index, for each platform', async () => {
    const name = freshName()
    await push(name, '1')
    const conf = write('registries.conf', own() + from('registry.access.redhat.com/ubi9', name))
    const resolver = new ImageResolver(await clientOf(conf))
    const seen = new Set<string>()
    for (const platform of ['linux/amd64', 'linux/arm64', 'linux/arm/v7', 'linux/arm/v6']) {
      const [, architecture = '', variant] = platform.split('/')
      const copy = join(folder, platform.replaceAll('/', '-'))
      const override = ['--override-os=linux', `--override-arch=${architecture}`]
      if (variant) override.push(`--override-variant=${variant}`)
      skopeo(
        conf,
        '--insecure-policy',
        ...override,
        'copy',
        'docker://registry.access.redhat.com/ubi9:1',
        `dir:${copy}`,
      )
      const resolved = await resolver.resolve('registry.access.redhat.com/ubi9:1', parsePlatform(platform))
      expect(resolved).toMatchObject({ digest: digestOf(readFileSync(join(copy, 'manifest.json'))) })
      seen.add(JSON.stringify(resolved))
    }
    expect(seen.size).toBe(4)
  })

  test('and a push goes where theirs goes: to the name, not to its location', async () => {
    const [name, elsewhere] = [freshName(), freshName()]
    const conf = write('registries.conf', own() + from(name, elsewhere))
    const tar = write('empty.tar', '\0'.repeat(10_240))
    podman({}, 'import', '--quiet', tar, 'localhost/empty:1')
    podman(
      { CONTAINERS_REGISTRIES_CONF: conf },
      'push',
      '--quiet',
      'localhost/empty:1',
      `docker://${name}:podman`,
    )
    const plain = await clientOf()
    const { bytes, mediaType: type } = (await plain.getManifest(parseRepository(name), 'podman'))!
    await (await clientOf(conf)).putManifest(parseRepository(name), 'ours', bytes, type)
    for (const tag of ['podman', 'ours']) {
      expect(await plain.resolve(parseRepository(name), tag)).toBeDefined()
      expect(await plain.resolve(parseRepository(elsewhere), tag)).toBeUndefined()
    }
  })
})

describe('registries.conf: the same files as podman', () => {
  interface Entry {
    readonly Prefix: string
    readonly Location: string
    readonly Insecure: boolean
    readonly Blocked: boolean
  }

  async function compare(env: Record<string, string>): Promise<number> {
    const { search = [], ...entries } = JSON.parse(
      podman(env, 'info', '--format', '{{json .Registries}}'),
    ) as { search?: string[] } & Record<string, Entry>
    const rules = await readRegistryRules(environment(env))
    expect(rules.searchRegistries).toEqual(search)
    const ours = rules.registries.map(({ prefix, location, insecure, blocked }) => [
      prefix,
      location,
      insecure,
      blocked,
    ])
    const theirs = Object.values<Entry>(entries).map(({ Prefix, Location, Insecure, Blocked }) => [
      Prefix,
      Location,
      Insecure,
      Blocked,
    ])
    expect(ours).toEqual(theirs.sort(([a], [b]) => (a! < b! ? -1 : 1)))
    return ours.length
  }

  const mark = (file: string, name: string, more = '') =>
    write(
      file,
      `unqualified-search-registries = ["${name}.search"]\n${more}[[registry]]\nlocation = "${name}.test"\n`,
    )

  test('the user’s own, the environment’s, and drop-ins', async () => {
    expect(await compare({})).toBe(0)
    mark('home/.config/containers/registries.conf.d/2.conf', 'second')
    mark('home/.config/containers/registries.conf.d/10.conf', 'tenth')
    expect(await compare({})).toBe(2)
    mark('home/.config/containers/registries.conf', 'main')
    expect(await compare({})).toBe(3)
    const named = mark('named.conf', 'named', 'short-name-mode = "enforcing"\n')
    expect(await compare({ CONTAINERS_REGISTRIES_CONF: named })).toBe(3)
    mark('xdg/containers/registries.conf', 'xdg')
    expect(await compare({ XDG_CONFIG_HOME: join(folder, 'xdg') })).toBe(3)
  })

  test('version 1, and any case of keys', async () => {
    const old = write(
      'v1.conf',
      "[registries.search]\nregistries = ['a.test']\n[registries.block]\nregistries = ['b.test/']\n",
    )
    expect(await compare({ CONTAINERS_REGISTRIES_CONF: old })).toBe(1)
    const cased = write('cased.conf', '[[registry]]\nPrefix = "*.a.test"\nINSECURE = true\n')
    expect(await compare({ CONTAINERS_REGISTRIES_CONF: cased })).toBe(1)
  })

  test.each([
    ['no TOML', '[[registry]\n'],
    ['a text for a boolean', '[[registry]]\nlocation = "a.test"\ninsecure = "yes"\n'],
    ['a prefix without location', '[[registry]]\nprefix = "a.test"\n'],
    ['a wildcard with a path', '[[registry]]\nprefix = "*.a.test/b"\nlocation = "c.test"\n'],
    ['an alias to a short name', '[aliases]\n"a" = "b"\n'],
  ])('both refuse %s', async (_, text) => {
    const env = { CONTAINERS_REGISTRIES_CONF: write('broken.conf', text) }
    expect(() => podman(env, 'info', '--format', '{{json .Registries}}')).toThrow(/broken\.conf/)
    await expect(readRegistryRules(environment(env))).rejects.toThrow(/broken\.conf can't be used/)
  })
})
