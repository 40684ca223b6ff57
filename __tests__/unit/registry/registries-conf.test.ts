import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { readRegistryRules } from '../../../src/registry/registries-conf.js'

let folder: string
let env: NodeJS.ProcessEnv

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'registries-conf-'))
  env = { HOME: join(folder, 'home'), XDG_CACHE_HOME: join(folder, 'cache') }
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const USER = 'home/.config/containers/registries.conf'
const SYSTEM = 'etc/registries.conf'

function write(file: string, text: string): string {
  const path = join(folder, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  return path
}

/** A file that names itself, as a registry, a search registry and an alias. */
function mark(file: string): string {
  const host = `${file.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')}.example`
  return write(
    file,
    `unqualified-search-registries = ["${host}"]\n[[registry]]\nlocation = "${host}"\n[aliases]\nlast = "${host}/x"\n`,
  )
}

async function rules() {
  const found = await readRegistryRules(env, {
    configuration: join(folder, 'etc'),
    cache: join(folder, 'cache'),
  })
  return { ...found, files: found.files.map((file) => file.slice(folder.length + 1)) }
}

test('without files there are no rules', async () => {
  expect(await rules()).toMatchObject({
    registries: [],
    searchRegistries: [],
    shortNameMode: 'permissive',
    files: [],
  })
})

test('the system’s file comes first, then its drop-ins, then the user’s, by name', async () => {
  for (const file of [`${USER}.d/10-user.conf`, `${SYSTEM}.d/20.conf`, `${SYSTEM}.d/10.conf`, SYSTEM])
    mark(file)
  const found = await rules()
  expect(found.files).toEqual([
    SYSTEM,
    `${SYSTEM}.d/10.conf`,
    `${SYSTEM}.d/20.conf`,
    `${USER}.d/10-user.conf`,
  ])
  expect(found.registries).toHaveLength(4)
  expect(found.searchRegistries).toEqual(['home-config-containers-registries-conf-d-10-user-conf.example'])
  expect(found.aliases.get('last')).toBe('home-config-containers-registries-conf-d-10-user-conf.example/x')
})

test('a user’s own file replaces the system’s and its drop-ins', async () => {
  for (const file of [USER, `${USER}.d/1.conf`, SYSTEM, `${SYSTEM}.d/1.conf`]) mark(file)
  expect((await rules()).files).toEqual([USER, `${USER}.d/1.conf`])
})

test('a file that the environment names replaces the main file alone', async () => {
  for (const file of [USER, `${USER}.d/1.conf`, SYSTEM, `${SYSTEM}.d/1.conf`, 'named.conf', 'old.conf'])
    mark(file)
  env.REGISTRIES_CONFIG_PATH = join(folder, 'old.conf')
  expect((await rules()).files).toEqual(['old.conf', `${SYSTEM}.d/1.conf`, `${USER}.d/1.conf`])
  env.CONTAINERS_REGISTRIES_CONF = join(folder, 'named.conf')
  expect((await rules()).files).toEqual(['named.conf', `${SYSTEM}.d/1.conf`, `${USER}.d/1.conf`])
})

test('a file that the environment names has to be there', async () => {
  env.CONTAINERS_REGISTRIES_CONF = join(folder, 'nowhere.conf')
  await expect(rules()).rejects.toMatchObject({
    name: 'RegistryError',
    message: expect.stringMatching(/nowhere\.conf can't be read \(ENOENT\)$/),
    cure: 'CONTAINERS_REGISTRIES_CONF must name a file',
  })
})

test('of drop-ins only files called *.conf are read, and no folders below', async () => {
  mark(`${SYSTEM}.d/a.conf`)
  write(`${SYSTEM}.d/b.conf.rpmsave`, '][')
  mark(`${SYSTEM}.d/below.conf/c.conf`)
  symlinkSync(join(folder, 'gone'), join(folder, `${SYSTEM}.d/z.conf`))
  mkdirSync(dirname(join(folder, USER)), { recursive: true })
  symlinkSync(join(folder, `${SYSTEM}.d`), join(folder, `${USER}.d`))
  expect((await rules()).files).toEqual([`${SYSTEM}.d/a.conf`])
})

test('a drop-in replaces what an earlier file says of a prefix whole, and adds the rest', async () => {
  write(
    SYSTEM,
    '[[registry]]\nlocation = "a.example"\ninsecure = true\n[[registry]]\nlocation = "b.example"\n',
  )
  write(
    `${SYSTEM}.d/1.conf`,
    'short-name-mode = "enforcing"\n[[registry]]\nprefix = "a.example"\nlocation = "c.example"\n',
  )
  const found = await rules()
  expect(found.registries).toMatchObject([
    {
      prefix: 'a.example',
      location: 'c.example',
      insecure: false,
      origin: join(folder, `${SYSTEM}.d/1.conf`),
    },
    { prefix: 'b.example', location: 'b.example' },
  ])
  expect(found.shortNameMode).toBe('enforcing')
})

test('an empty list of search registries replaces an earlier one, and no list doesn’t', async () => {
  write(SYSTEM, 'unqualified-search-registries = ["a.example"]')
  write(`${SYSTEM}.d/1.conf`, '[[registry]]\nlocation = "a.example"')
  expect((await rules()).searchRegistries).toEqual(['a.example'])
  write(`${SYSTEM}.d/2.conf`, 'unqualified-search-registries = []')
  expect((await rules()).searchRegistries).toEqual([])
})

test('what podman has noted for short names comes last', async () => {
  write(SYSTEM, '[aliases]\nubi = "a.example/ubi"\nother = "a.example/other"')
  write('cache/containers/short-name-aliases.conf', '[aliases]\n"ubi" = "noted.example/ubi"')
  const { aliases } = await rules()
  expect([...aliases]).toEqual([
    ['ubi', 'noted.example/ubi'],
    ['other', 'a.example/other'],
  ])
})

test.each([
  [SYSTEM, '[[registry]'],
  [`${SYSTEM}.d/1.conf`, "[registries.search]\nregistries = ['a.example']"],
  ['cache/containers/short-name-aliases.conf', '[aliases]\nx = 1'],
])('a broken %s is named', async (file, text) => {
  const path = write(file, text)
  await expect(rules()).rejects.toMatchObject({
    name: 'RegistryError',
    message: expect.stringContaining(`${path} can't be used: `),
    cure: expect.stringContaining('podman refuses it, too'),
  })
})
