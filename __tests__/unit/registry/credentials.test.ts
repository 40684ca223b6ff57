import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseRepository } from '../../../src/oci/reference.js'
import { credentialStore, dockerConfig, podmanAuthFile } from '../../../src/registry/credentials.js'

let home: string
let env: NodeJS.ProcessEnv
const path = process.env.PATH

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'credentials-'))
  env = { HOME: home, XDG_RUNTIME_DIR: join(home, 'run') }
})

afterEach(() => {
  process.env.PATH = path
  rmSync(home, { recursive: true, force: true })
})

const auth = (username: string, password = 'pw') => ({
  auth: Buffer.from(`${username}:${password}`).toString('base64'),
})

function write(file: string, content: unknown): string {
  const at = join(home, file)
  mkdirSync(dirname(at), { recursive: true })
  writeFileSync(at, typeof content === 'string' ? content : JSON.stringify(content))
  return at
}

function helper(name: string, logins: Record<string, { Username: string; Secret: string }>): void {
  const cases = Object.entries(logins).map(
    ([server, login]) => `'${server}') echo '${JSON.stringify(login)}';;`,
  )
  const missing = "*) echo 'credentials not found in native keychain'; exit 1;;"
  const script = `#!/bin/sh\nread -r server\necho "$server" >> ${home}/asked\ncase "$server" in ${cases.join('\n')}\n${missing}\nesac\n`
  chmodSync(write(`bin/docker-credential-${name}`, script), 0o755)
  process.env.PATH = `${join(home, 'bin')}:${path}`
}

async function find(repository: string, explicit: Parameters<typeof credentialStore>[0] = []) {
  return credentialStore(explicit, env).find(parseRepository(repository))
}

describe('files', () => {
  test('are asked in order: named by the environment, podman’s, Docker’s', async () => {
    const files = [
      'named.json',
      'docker/config.json',
      'run/containers/auth.json',
      '.config/containers/auth.json',
    ]
    for (const file of [...files].reverse()) write(file, { auths: { 'quay.io': auth(file) } })
    const asked: (string | undefined)[] = []
    env = { ...env, REGISTRY_AUTH_FILE: join(home, files[0]!), DOCKER_CONFIG: join(home, 'docker') }
    for (const file of files) {
      asked.push((await find('quay.io/a/b'))?.username)
      rmSync(join(home, file))
    }
    expect(asked).toEqual(files)
    expect(await find('quay.io/a/b')).toBeUndefined()
  })

  test('~/.docker is read unless DOCKER_CONFIG takes its place', async () => {
    write('.docker/config.json', { auths: { 'quay.io': auth('docker') } })
    expect(await find('quay.io/a/b')).toEqual({ username: 'docker', password: 'pw' })
    env.DOCKER_CONFIG = join(home, 'elsewhere')
    expect(await find('quay.io/a/b')).toBeUndefined()
  })

  test('that are no JSON are named without being quoted', async () => {
    write('.docker/config.json', '{"auths": {"quay.io": {"auth": "c2VjcmV0"')
    await expect(find('quay.io/a/b')).rejects.toMatchObject({
      name: 'RegistryError',
      message: `${home}/.docker/config.json is not valid JSON`,
    })
  })

  test('that are empty hold nothing', async () => {
    write('.docker/config.json', '')
    expect(await find('quay.io/a/b')).toBeUndefined()
  })
})

describe('keys', () => {
  test.each([
    ['quay.io', 'quay.io/org/app', true],
    ['quay.io/org', 'quay.io/org/app', true],
    ['quay.io/org/app', 'quay.io/org/app', true],
    ['quay.io/or', 'quay.io/org/app', false],
    ['quay.io/org/app/more', 'quay.io/org/app', false],
    ['https://quay.io/v1/', 'quay.io/org/app', true],
    ['http://localhost:5000', 'localhost:5000/app', true],
    ['localhost', 'localhost:5000/app', false],
    ['https://index.docker.io/v1/', 'docker.io/org/app', true],
    ['index.docker.io', 'docker.io/org/app', true],
    ['registry-1.docker.io', 'docker.io/org/app', true],
    ['docker.io', 'index.docker.io/org/app', true],
    ['docker.io/org', 'docker.io/org/app', true],
  ])('%s is for %s: %s', async (key, repository, expected) => {
    write('.docker/config.json', { auths: { [key]: auth('u') } })
    expect((await find(repository)) !== undefined).toBe(expected)
  })

  test('the longest wins', async () => {
    const auths = { 'quay.io': auth('registry'), 'quay.io/org': auth('org'), 'quay.io/org/app': auth('app') }
    write('.docker/config.json', { auths })
    const names = ['quay.io/other/app', 'quay.io/org/other', 'quay.io/org/app', 'quay.io/org/app/sub']
    const users = await Promise.all(names.map(async (name) => (await find(name))?.username))
    expect(users).toEqual(['registry', 'org', 'app', 'app'])
  })

  test.each([
    [
      { auth: Buffer.from('u:p:with:colons').toString('base64') },
      { username: 'u', password: 'p:with:colons' },
    ],
    [{ auth: Buffer.from('u:p\0\0').toString('base64') }, { username: 'u', password: 'p' }],
    [{ auth: Buffer.from('ü:pässword').toString('base64') }, { username: 'ü', password: 'pässword' }],
    [
      { username: 'u', password: 'p' },
      { username: 'u', password: 'p' },
    ],
    [{ identitytoken: 'refresh' }, { username: '', password: '', identityToken: 'refresh' }],
    [
      { ...auth('00000000', ''), identitytoken: 'r' },
      { username: '00000000', password: '', identityToken: 'r' },
    ],
    [{}, undefined],
    [{ auth: 'bm9jb2xvbg==' }, undefined],
  ])('the entry %j is %j', async (entry, expected) => {
    write('.docker/config.json', { auths: { 'quay.io': entry } })
    expect(await find('quay.io/a/b')).toEqual(expected)
  })
})

describe('helpers', () => {
  test('of a registry win over entries, and get its name', async () => {
    helper('one', { 'quay.io': { Username: 'helped', Secret: 's3' } })
    write('.docker/config.json', { auths: { 'quay.io/a': auth('u') }, credHelpers: { 'quay.io': 'one' } })
    expect(await find('quay.io/a/b')).toEqual({ username: 'helped', password: 's3' })
    expect(readFileSync(join(home, 'asked'), 'utf8')).toBe('quay.io\n')
  })

  test('for all are asked last, for Docker Hub under both its keys', async () => {
    helper('all', { 'docker.io': { Username: '<token>', Secret: 'refresh' } })
    write('.docker/config.json', { auths: { 'quay.io': auth('u') }, credsStore: 'all' })
    expect((await find('quay.io/a/b'))?.username).toBe('u')
    expect(await find('docker.io/a/b')).toEqual({ username: '', password: '', identityToken: 'refresh' })
    expect(await find('ghcr.io/a/b')).toBeUndefined()
    expect(readFileSync(join(home, 'asked'), 'utf8')).toBe(
      'https://index.docker.io/v1/\ndocker.io\nghcr.io\n',
    )
  })

  test('that are missing matter only when named for the registry', async () => {
    write('.docker/config.json', { credHelpers: { 'quay.io': 'absent' }, credsStore: 'absent' })
    await expect(find('quay.io/a/b')).rejects.toThrow(/docker-credential-absent, which can't be run/)
    expect(await find('ghcr.io/a/b')).toBeUndefined()
  })

  test('must be plain names', async () => {
    write('.docker/config.json', { credHelpers: { 'quay.io': 'x/../../bin/sh' } })
    await expect(find('quay.io/a/b')).rejects.toThrow(/is no credential helper/)
  })
})

describe('logins of the step', () => {
  const explicit = [
    { registry: 'quay.io', username: 'step', password: 'p' },
    { registry: 'https://index.docker.io/v1/', username: 'hub', password: 'p' },
  ]

  test('win over everything', async () => {
    helper('one', { 'quay.io': { Username: 'helped', Secret: 's3' } })
    write('.docker/config.json', { auths: { 'quay.io/a/b': auth('u') }, credHelpers: { 'quay.io': 'one' } })
    expect(await find('quay.io/a/b', explicit)).toEqual({ username: 'step', password: 'p' })
    expect((await find('docker.io/a/b', explicit))?.username).toBe('hub')
    expect(await find('ghcr.io/a/b', explicit)).toBeUndefined()
  })

  test('make podman’s auth file together with what it would have read itself', async () => {
    write('run/containers/auth.json', { auths: { 'ghcr.io': auth('first'), 'quay.io/a': auth('lost') } })
    write('.docker/config.json', {
      auths: { 'ghcr.io': auth('second'), 'ghcr.io/org': auth('third'), 'https://r.io/v1/': auth('r') },
      credHelpers: { 'gcr.io': 'gcloud', 'quay.io': 'one' },
    })
    expect(JSON.parse((await podmanAuthFile(explicit, env))!)).toEqual({
      auths: {
        'quay.io': auth('step', 'p'),
        'docker.io': auth('hub', 'p'),
        'ghcr.io': auth('first'),
        'r.io': auth('r'),
      },
      credHelpers: { 'gcr.io': 'gcloud' },
    })
    expect(await podmanAuthFile([], env)).toBeUndefined()
  })

  test('are in Docker’s own file under the keys that Docker uses', async () => {
    write('.docker/config.json', { auths: { 'ghcr.io': auth('mine') }, credHelpers: { 'gcr.io': 'gcloud' } })
    expect(JSON.parse(dockerConfig((await podmanAuthFile(explicit, env))!))).toEqual({
      auths: {
        'quay.io': auth('step', 'p'),
        'https://index.docker.io/v1/': auth('hub', 'p'),
        'ghcr.io': auth('mine'),
      },
      credHelpers: { 'gcr.io': 'gcloud' },
    })
  })

  test('for one namespace of a registry are the registry’s, as Docker has them', async () => {
    const namespace = [{ registry: 'quay.io/org', username: 'step', password: 'p' }]
    expect(JSON.parse(dockerConfig((await podmanAuthFile(namespace, env))!)).auths).toEqual({
      'quay.io': auth('step', 'p'),
      'quay.io/org': auth('step', 'p'),
    })
    const two = [...namespace, { registry: 'quay.io/other', username: 'two', password: 'p' }]
    expect(Object.keys(JSON.parse(dockerConfig((await podmanAuthFile(two, env))!)).auths)).toEqual([
      'quay.io/org',
      'quay.io/other',
    ])
  })

  test('for a namespace do not lose to the helper of its registry', async () => {
    helper('one', { 'quay.io': { Username: 'helped', Secret: 's3' } })
    write('.docker/config.json', { credHelpers: { 'quay.io': 'one' } })
    const file = await podmanAuthFile([{ registry: 'quay.io/org', username: 'step', password: 'p' }], env)
    expect(JSON.parse(file!)).toEqual({
      auths: { 'quay.io/org': auth('step', 'p'), 'quay.io': auth('helped', 's3') },
      credHelpers: {},
    })
  })
})
