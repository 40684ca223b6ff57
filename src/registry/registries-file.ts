import { parse, TomlError } from 'smol-toml'
import { messageOf } from '../errors.js'
import { isRegistryHost, parseRepository } from '../oci/reference.js'
import type { Mirror, RegistryRule, ShortNameMode } from './rules.js'

/** What one file says; undefined where it says nothing, so that an earlier file's word stands. */
export interface RegistriesFile {
  readonly registries: readonly RegistryRule[]
  readonly searchRegistries: readonly string[] | undefined
  readonly shortNameMode: ShortNameMode | undefined
  readonly aliases: ReadonlyMap<string, string>
}

type Table = Readonly<Record<string, unknown>>

const MODES: readonly string[] = ['enforcing', 'permissive', 'disabled'] satisfies ShortNameMode[]
const PULLS: readonly string[] = ['all', 'digest-only', 'tag-only'] satisfies Mirror['pulls'][]
const VERSION_1 = ['search', 'insecure', 'block'] as const

/**
 * Reads the text of a `registries.conf`, a drop-in or a `short-name-aliases.conf`, as strictly as podman does:
 * https://github.com/containers/image/blob/v5.36.0/pkg/sysregistriesv2/system_registries_v2.go
 * @param origin the file's name
 * @param version1 whether the old format may be: podman 4 and 5 still understand it, but not in drop-ins
 * @throws {Error} with the reason
 */
export function parseRegistriesFile(text: string, origin: string, version1: boolean): RegistriesFile {
  const file = parseToml(text)
  const old = tableOf(file, 'registries')
  if (VERSION_1.some((list) => field(old, list) !== undefined)) {
    if (!version1) throw new Error('it must be in version 2 of the format, and is in version 1')
    const known = ['registry', 'unqualified-search-registries', 'short-name-mode', 'aliases']
    const mixed = known.find((key) => field(file, key) !== undefined)
    if (mixed !== undefined) throw new Error(`version 1 of the format ([registries.…]) can't have ${mixed}`)
    return convertVersion1(old, origin)
  }
  return {
    registries: firstOfEachPrefix(tablesOf(file, 'registry').map((each) => ruleOf(each, origin))),
    searchRegistries: textsOf(file, 'unqualified-search-registries')?.map(searchRegistryOf),
    shortNameMode: modeOf(textOf(file, 'short-name-mode')),
    aliases: aliasesOf(tableOf(file, 'aliases')),
  }
}

function parseToml(text: string): Table {
  try {
    return parse(text)
  } catch (cause) {
    if (!(cause instanceof TomlError)) throw cause
    const [reason = ''] = messageOf(cause).split('\n')
    throw new Error(`line ${cause.line}: ${reason}`, { cause })
  }
}

function ruleOf(table: Table, origin: string): RegistryRule {
  const location = locationOf(textOf(table, 'location'))
  const prefix = locationOf(textOf(table, 'prefix')) || location
  if (prefix === '') throw new Error('a [[registry]] has neither prefix nor location')
  if (prefix.startsWith('*.') && /[/@:]/.test(prefix)) {
    throw new Error(`prefix ${JSON.stringify(prefix)}: a wildcard stands for a whole host, *.example.com`)
  }
  if (location === '' && !prefix.startsWith('*.')) throw new Error(`${prefix} has a prefix and no location`)
  if (field(table, 'pull-from-mirror')) throw new Error(`${prefix}: pull-from-mirror belongs to a mirror`)
  const byDigestOnly = booleanOf(table, 'mirror-by-digest-only')
  return {
    prefix,
    location,
    insecure: booleanOf(table, 'insecure'),
    blocked: booleanOf(table, 'blocked'),
    mirrors: tablesOf(table, 'mirror').map((mirror) => mirrorOf(mirror, prefix, byDigestOnly)),
    origin,
  }
}

function mirrorOf(table: Table, prefix: string, byDigestOnly: boolean): Mirror {
  const location = locationOf(textOf(table, 'location'))
  if (location === '') throw new Error(`a mirror of ${prefix} has no location`)
  const pulls = textOf(table, 'pull-from-mirror')
  if (byDigestOnly && pulls !== '') {
    throw new Error(`${prefix}: mirror-by-digest-only and pull-from-mirror exclude each other`)
  }
  if (pulls !== '' && !PULLS.includes(pulls)) {
    throw new Error(`${prefix}: pull-from-mirror is ${JSON.stringify(pulls)}, and not ${PULLS.join(', ')}`)
  }
  return {
    location,
    insecure: booleanOf(table, 'insecure'),
    pulls: byDigestOnly ? 'digest-only' : ((pulls || 'all') as Mirror['pulls']),
  }
}

/** In one file the first of a prefix counts; what contradicts itself is refused. */
function firstOfEachPrefix(rules: readonly RegistryRule[]): RegistryRule[] {
  const byPlace = new Map<string, RegistryRule>()
  const byPrefix = new Map<string, RegistryRule>()
  for (const rule of rules) {
    const place = rule.location || rule.prefix
    const other = byPlace.get(place) ?? rule
    for (const setting of ['insecure', 'blocked'] as const) {
      if (other[setting] !== rule[setting])
        throw new Error(`${place} is ${setting} in one place and not in another`)
    }
    byPlace.set(place, other)
    if (!byPrefix.has(rule.prefix)) byPrefix.set(rule.prefix, rule)
  }
  return [...byPrefix.values()]
}

function convertVersion1(old: Table, origin: string): RegistriesFile {
  const [search, insecure, blocked] = VERSION_1.map((list) => textsOf(tableOf(old, list), 'registries') ?? [])
  const hosts = [...new Set([...blocked!, ...insecure!])]
  return {
    registries: hosts.map((host) => ({
      prefix: locationOf(host),
      location: locationOf(host),
      insecure: insecure!.includes(host),
      blocked: blocked!.includes(host),
      mirrors: [],
      origin,
    })),
    searchRegistries: search!.map(searchRegistryOf),
    shortNameMode: undefined,
    aliases: new Map(),
  }
}

function aliasesOf(table: Table): Map<string, string> {
  return new Map(
    Object.entries(table).map(([name, value]) => {
      if (typeof value !== 'string') throw new Error(`the alias ${name} is no text`)
      const [first = ''] = name.split('/')
      if (name === '' || /[:@]/.test(name) || (name.includes('/') && /\.|^localhost$/.test(first))) {
        throw new Error(`the alias ${JSON.stringify(name)} is no short name`)
      }
      return [name, value === '' ? '' : parseRepository(value).text]
    }),
  )
}

function modeOf(mode: string): ShortNameMode | undefined {
  if (mode === '') return undefined
  if (MODES.includes(mode)) return mode as ShortNameMode
  throw new Error(`short-name-mode is ${JSON.stringify(mode)}, and not ${MODES.join(', ')}`)
}

function searchRegistryOf(text: string): string {
  const host = locationOf(text)
  if (!isRegistryHost(host))
    throw new Error(`unqualified-search-registries: ${JSON.stringify(host)} is no host`)
  return host
}

function locationOf(text: string): string {
  if (/^https?:\/\//.test(text)) throw new Error(`location ${JSON.stringify(text)} must be without http://`)
  return text.replace(/\/+$/, '')
}

// podman's TOML library takes keys in any case (https://pkg.go.dev/github.com/BurntSushi/toml#Unmarshal).
function field(table: Table, name: string): unknown {
  return table[name] ?? Object.entries(table).find(([key]) => key.toLowerCase() === name)?.[1]
}

function textOf(table: Table, name: string): string {
  const value = field(table, name) ?? ''
  if (typeof value !== 'string') throw new Error(`${name} must be a text`)
  return value
}

function booleanOf(table: Table, name: string): boolean {
  const value = field(table, name) ?? false
  if (typeof value !== 'boolean') throw new Error(`${name} must be true or false, without quotes`)
  return value
}

function textsOf(table: Table, name: string): string[] | undefined {
  const value = field(table, name)
  if (value === undefined) return undefined
  if (!Array.isArray(value) || !value.every((each) => typeof each === 'string')) {
    throw new Error(`${name} must be a list of texts`)
  }
  return value
}

function tableOf(table: Table, name: string): Table {
  const value = field(table, name) ?? {}
  if (!isTable(value)) throw new Error(`${name} must be a table`)
  return value
}

function tablesOf(table: Table, name: string): readonly Table[] {
  const value = field(table, name) ?? []
  if (!Array.isArray(value) || !value.every(isTable)) throw new Error(`${name} must be written [[${name}]]`)
  return value
}

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
}
