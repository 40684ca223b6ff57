import { parseRepository } from '../../../src/oci/reference.js'
import { parseRegistriesFile } from '../../../src/registry/registries-file.js'
import { NO_RULES, type RegistryRules, sourcesOf, targetOf } from '../../../src/registry/rules.js'

function rules(text: string): RegistryRules {
  const { registries } = parseRegistriesFile(text, 'registries.conf', false)
  return { ...NO_RULES, registries: [...registries].sort((a, b) => (a.prefix < b.prefix ? -1 : 1)) }
}

function read(name: string, text: string, byDigest = false): string[] {
  return sourcesOf(parseRepository(name), rules(text), { byDigest }).map(
    ({ repository, insecure }) => `${repository.text}${insecure ? ' insecure' : ''}`,
  )
}

const registry = (settings: Record<string, unknown>) =>
  `[[registry]]\n${Object.entries(settings)
    .map(([key, value]) => `${key} = ${JSON.stringify(value)}`)
    .join('\n')}\n`
const mirror = (settings: Record<string, unknown>) =>
  registry(settings).replace('[[registry]]', '[[registry.mirror]]')

const moved = registry({ prefix: 'quay.io/team', location: 'internal.example/moved', insecure: true })
const wildcard = registry({ prefix: '*.example.com', insecure: true })

describe('a repository is read from', () => {
  test.each([
    ['without rules, where it says', '', 'quay.io/team/app', ['quay.io/team/app']],
    [
      'the location in the place of its prefix',
      moved,
      'quay.io/team/app',
      ['internal.example/moved/app insecure'],
    ],
    ['the location alone', moved, 'quay.io/team', ['internal.example/moved insecure']],
    ['where it says when the prefix ends within a part', moved, 'quay.io/teams/app', ['quay.io/teams/app']],
    ['where it says when another host has the prefix', moved, 'my.quay.io/team/app', ['my.quay.io/team/app']],
    ['any host of a domain', wildcard, 'a.b.example.com/x', ['a.b.example.com/x insecure']],
    [
      'any host of a domain, with its port',
      wildcard,
      'a.example.com:5000/x',
      ['a.example.com:5000/x insecure'],
    ],
    ['the domain itself without the wildcard', wildcard, 'example.com/x', ['example.com/x']],
    ['no host whose path has the domain', wildcard, 'quay.io/a.example.com/x', ['quay.io/a.example.com/x']],
    ['no host that only begins so', wildcard, 'a.example.community/x', ['a.example.community/x']],
    [
      'the location for the wildcard and what precedes it',
      registry({ prefix: '*.example.com', location: 'cache.example' }),
      'a.example.com/x/y',
      ['cache.example/x/y'],
    ],
    [
      'what the longest prefix says',
      `${registry({ location: 'quay.io', insecure: true })}${moved}${registry({ prefix: 'quay.io/team/app', location: 'last.example/app' })}`,
      'quay.io/team/app',
      ['last.example/app'],
    ],
    [
      'Docker Hub’s official images by their whole name',
      registry({ prefix: 'docker.io/library', location: 'hub.example/official' }),
      'docker.io/busybox',
      ['hub.example/official/busybox'],
    ],
    [
      'Docker Hub under its old name',
      registry({ prefix: 'docker.io', location: 'hub.example' }),
      'index.docker.io/a/b',
      ['hub.example/a/b'],
    ],
    [
      'a port that only the prefix lacks, as podman does',
      registry({ location: 'quay.io', insecure: true }),
      'quay.io:8443/x',
      ['quay.io:8443/x insecure'],
    ],
  ])('%s', (_, text, name, expected) => expect(read(name, text)).toEqual(expected))
})

describe('mirrors', () => {
  const three = `${registry({ location: 'quay.io' })}${mirror({ location: 'one.example/quay' })}${mirror({
    location: 'digests.example',
    'pull-from-mirror': 'digest-only',
    insecure: true,
  })}${mirror({ location: 'tags.example', 'pull-from-mirror': 'tag-only' })}`

  test('are asked in order, before the location', () => {
    expect(read('quay.io/a/b', three)).toEqual(['one.example/quay/a/b', 'tags.example/a/b', 'quay.io/a/b'])
    expect(read('quay.io/a/b', three, true)).toEqual([
      'one.example/quay/a/b',
      'digests.example/a/b insecure',
      'quay.io/a/b',
    ])
  })

  test('may be for digests alone', () => {
    const text = `${registry({ location: 'quay.io', 'mirror-by-digest-only': true })}${mirror({ location: 'm.example' })}`
    expect(read('quay.io/a', text)).toEqual(['quay.io/a'])
    expect(read('quay.io/a', text, true)).toEqual(['m.example/a', 'quay.io/a'])
  })

  test('that are blocked are left out', () => {
    expect(read('quay.io/a/b', `${three}${registry({ location: 'one.example', blocked: true })}`)).toEqual([
      'tags.example/a/b',
      'quay.io/a/b',
    ])
  })
})

describe('what is blocked', () => {
  const blocked = registry({ prefix: 'quay.io/bad', location: 'other.example', blocked: true })

  test('is neither read nor written, and the file is named', () => {
    const message = 'quay.io/bad/app is blocked: registries.conf says blocked = true for quay.io/bad'
    expect(() => read('quay.io/bad/app', blocked)).toThrow(message)
    expect(() => targetOf(parseRepository('quay.io/bad/app'), rules(blocked))).toThrow(message)
  })

  test('can’t be reached as another’s location', () => {
    const text = `${registry({ prefix: 'good.example', location: 'quay.io/bad' })}${blocked}`
    expect(() => read('good.example/app', text)).toThrow('quay.io/bad/app is blocked')
  })
})

test('a repository is written under its own name, insecurely where its rule says so', () => {
  const target = (name: string) => targetOf(parseRepository(name), rules(moved))
  expect(target('quay.io/team/app')).toMatchObject({
    repository: { text: 'quay.io/team/app' },
    insecure: true,
  })
  expect(target('quay.io/else/app')).toMatchObject({ insecure: false })
})

test('a location that makes no repository is named with its file', () => {
  const text = registry({ prefix: 'quay.io', location: 'Internal.example/UPPER' })
  expect(() => read('quay.io/a', text)).toThrow(
    'registries.conf makes Internal.example/UPPER/a of quay.io/a: "Internal.example/UPPER/a": "UPPER": repository names are lower case',
  )
})

describe('a file is refused', () => {
  test.each([
    ['that is no TOML', 'unqualified = [', /^line 1: /],
    [
      'with a text for a boolean',
      registry({ location: 'a.example', insecure: 'true' }),
      'insecure must be true or false',
    ],
    [
      'with one table for a list of them',
      '[registry]\nlocation = "a.example"',
      'registry must be written [[registry]]',
    ],
    ['without prefix and location', '[[registry]]\ninsecure = true', 'neither prefix nor location'],
    ['with a prefix alone', '[[registry]]\nprefix = "a.example"', 'a.example has a prefix and no location'],
    [
      'with a wildcard in a path',
      '[[registry]]\nprefix = "*.example.com/x"',
      'a wildcard stands for a whole host',
    ],
    ['with a URL', registry({ location: 'https://a.example' }), 'must be without http://'],
    [
      'with a mirror without location',
      `${registry({ location: 'a.example' })}[[registry.mirror]]`,
      'a mirror of a.example has no location',
    ],
    [
      'with an unknown use of a mirror',
      `${registry({ location: 'a.example' })}${mirror({ location: 'b.example', 'pull-from-mirror': 'never' })}`,
      'pull-from-mirror is "never"',
    ],
    [
      'with two words on mirrors',
      `${registry({ location: 'a.example', 'mirror-by-digest-only': true })}${mirror({ location: 'b.example', 'pull-from-mirror': 'all' })}`,
      'exclude each other',
    ],
    [
      'with a use of mirrors at the registry',
      registry({ location: 'a.example', 'pull-from-mirror': 'all' }),
      'belongs to a mirror',
    ],
    [
      'that contradicts itself',
      `${registry({ prefix: 'x.example', location: 'a.example' })}${registry({ location: 'a.example', insecure: true })}`,
      'a.example is insecure in one place',
    ],
    [
      'with an unknown mode',
      'short-name-mode = "ask"',
      'short-name-mode is "ask", and not enforcing, permissive, disabled',
    ],
    ['with a search registry that is none', 'unqualified-search-registries = ["a/b"]', '"a/b" is no host'],
    ['with an alias of a whole name', '[aliases]\n"quay.io/a" = "quay.io/b"', '"quay.io/a" is no short name'],
    ['with an alias to a short name', '[aliases]\n"a" = "b"', '"b" names no registry'],
    ['with an alias to a tag', '[aliases]\n"a" = "quay.io/b:1"', 'must have no tag'],
    ['in version 1, where it may not be', "[registries.search]\nregistries = ['a.example']", 'version 2'],
  ])('%s', (_, text, problem) => {
    expect(() => parseRegistriesFile(text, 'f', false)).toThrow(problem)
  })

  test('that mixes versions', () => {
    const text = `unqualified-search-registries = []\n[registries.block]\nregistries = ['a.example']`
    expect(() => parseRegistriesFile(text, 'f', true)).toThrow("can't have unqualified-search-registries")
  })
})

test('version 1 is understood', () => {
  const list = (name: string, ...hosts: string[]) =>
    `[registries.${name}]\nregistries = ${JSON.stringify(hosts)}\n`
  const text = list('search', 'a.example') + list('insecure', 'b.example/') + list('block', 'c.example')
  const file = parseRegistriesFile(text, 'f', true)
  expect(file.searchRegistries).toEqual(['a.example'])
  expect(file.registries).toMatchObject([
    { prefix: 'c.example', insecure: false, blocked: true },
    { prefix: 'b.example', insecure: true, blocked: false },
  ])
})

test('keys may be written in any case, and unknown ones are passed over', () => {
  const file = parseRegistriesFile(
    'new = 1\n[[registry]]\nLocation = "a.example"\nINSECURE = true',
    'f',
    false,
  )
  expect(file.registries).toMatchObject([{ prefix: 'a.example', insecure: true }])
})

test('of one prefix in one file the first counts', () => {
  const first = registry({ prefix: 'a.example', location: 'one.example' })
  expect(read('a.example/x', first + registry({ prefix: 'a.example', location: 'two.example' }))).toEqual([
    'one.example/x',
  ])
})
