import { lstat, readdir, readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { messageOf, RegistryError } from '../errors.js'
import { parseRegistriesFile, type RegistriesFile } from './registries-file.js'
import { NO_RULES, type RegistryRule, type RegistryRules } from './rules.js'

/** Folders of the whole machine. */
export interface SystemFolders {
  readonly configuration: string
  readonly cache: string
}

const SYSTEM: SystemFolders = { configuration: '/etc/containers', cache: '/var/cache' }

interface Files {
  readonly main: string
  /** Whether the main file has to be there. */
  readonly named: boolean
  /** Folders of drop-ins, those that are read first in front. */
  readonly dropIns: readonly string[]
}

/**
 * Where podman 4 and 5 look. A user's own file replaces the system's one and its drop-ins; one that the environment names
 * replaces the main file alone. `XDG_CONFIG_HOME` doesn't matter.
 */
function filesOf(env: NodeJS.ProcessEnv, { configuration }: SystemFolders): Files[] {
  const own = join(env.HOME || homedir(), '.config/containers/registries.conf')
  const system = join(configuration, 'registries.conf')
  // The second is how podman called it before: https://docs.podman.io/en/v5.6.0/markdown/podman.1.html
  const named = env.CONTAINERS_REGISTRIES_CONF || env.REGISTRIES_CONFIG_PATH
  const both = [`${system}.d`, `${own}.d`]
  if (named) return [{ main: named, named: true, dropIns: both }]
  return [
    { main: own, named: false, dropIns: [`${own}.d`] },
    { main: system, named: false, dropIns: both },
  ]
}

/**
 * Reads `registries.conf`, its drop-ins and the short names that podman has noted, as podman 4 and 5 do
 * (containers-registries.conf(5), containers-registries.conf.d(5)).
 * @throws {RegistryError} for a file that can't be read or understood
 */
export async function readRegistryRules(
  env: NodeJS.ProcessEnv = process.env,
  system: SystemFolders = SYSTEM,
): Promise<RegistryRules> {
  const places = filesOf(env, system)
  let found: { path: string; file: RegistriesFile }[] = []
  let dropIns: readonly string[] = []
  for (const { main, named, dropIns: folders } of places) {
    const file = await read(main, { version1: true, required: named })
    dropIns = folders
    if (file === undefined) continue
    found = [{ path: main, file }]
    break
  }
  for (const path of (await Promise.all(dropIns.map(dropInFiles))).flat()) {
    const file = await read(path, { version1: false, required: false })
    if (file !== undefined) found.push({ path, file })
  }
  const noted = await read(notedAliases(env, system), { version1: false, required: false })
  return merge(found, noted)
}

/** The file in which podman notes what a user chose for a short name. */
function notedAliases(env: NodeJS.ProcessEnv, { cache }: SystemFolders): string {
  const own = env.XDG_CACHE_HOME || join(env.HOME || homedir(), '.cache')
  return join(process.getuid?.() === 0 ? cache : own, 'containers/short-name-aliases.conf')
}

function merge(
  found: readonly { readonly path: string; readonly file: RegistriesFile }[],
  noted: RegistriesFile | undefined,
): RegistryRules {
  const registries = new Map<string, RegistryRule>()
  for (const { file } of found) for (const rule of file.registries) registries.set(rule.prefix, rule)
  const last = <K extends 'searchRegistries' | 'shortNameMode'>(key: K) =>
    found.findLast(({ file }) => file[key] !== undefined)?.file[key]
  return {
    registries: [...registries.values()].sort((a, b) => (a.prefix < b.prefix ? -1 : 1)),
    searchRegistries: last('searchRegistries') ?? NO_RULES.searchRegistries,
    shortNameMode: last('shortNameMode') ?? NO_RULES.shortNameMode,
    aliases: new Map(
      [...found.map(({ file }) => file), ...(noted ? [noted] : [])].flatMap(({ aliases }) => [...aliases]),
    ),
    files: found.map(({ path }) => path),
  }
}

async function read(
  path: string,
  { version1, required }: { readonly version1: boolean; readonly required: boolean },
): Promise<RegistriesFile | undefined> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (cause) {
    if (!required && isAbsent(cause)) return undefined
    const cure = required ? 'CONTAINERS_REGISTRIES_CONF must name a file' : 'make it readable'
    throw new RegistryError(`${path} can't be read (${codeOf(cause)})`, { cure, cause })
  }
  try {
    return parseRegistriesFile(text, path, version1)
  } catch (cause) {
    throw new RegistryError(`${path} can't be used: ${messageOf(cause)}`, {
      cure: 'mend it (man containers-registries.conf); podman refuses it, too',
      cause,
    })
  }
}

// Neither a folder that is a symbolic link nor folders in it are looked into, since podman walks without following.
async function dropInFiles(folder: string): Promise<string[]> {
  try {
    if (!(await lstat(folder)).isDirectory()) return []
    const entries = await readdir(folder, { withFileTypes: true })
    const files = entries.filter((entry) => !entry.isDirectory() && entry.name.endsWith('.conf'))
    return files.map(({ name }) => join(folder, name)).sort()
  } catch (cause) {
    if (isAbsent(cause)) return []
    throw new RegistryError(`${folder} can't be read (${codeOf(cause)})`, { cause })
  }
}

function isAbsent(cause: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(codeOf(cause) ?? '')
}

function codeOf(cause: unknown): string | undefined {
  return (cause as NodeJS.ErrnoException).code
}
