import type { LogicalLine } from '../dockerfile/lines.js'
import type { Instruction } from '../dockerfile/parse.js'
import { splitFlags, words } from './flags.js'
import { type IgnoreRules, ignoreNothing } from './ignore.js'
import { describeMount, type MountSources } from './mounts.js'
import type { Scope } from './scope.js'
import { describeSources } from './sources.js'
import { NotEligible } from './types.js'

/** What the steps of a stage are computed from. */
export interface StepSources extends MountSources {
  readonly scope: Scope
  readonly ignore: IgnoreRules
  /** How programs of the stage's platform run. */
  readonly execution: string
}

/**
 * What a step does, as a value that differs whenever it may do something else on the same ground. The scope is
 * not changed.
 * @throws {NotEligible} when it can't be told
 * @throws {Unreadable} when a file can't be read
 */
export async function describeStep(line: LogicalLine, sources: StepSources): Promise<unknown> {
  const { scope } = sources
  switch (line.keyword) {
    case 'RUN':
      return [...ground(line, scope), await describeRun(line, sources)]
    case 'COPY':
    case 'ADD':
      return [...ground(line, scope), await describeCopy(line, sources)]
    case 'ARG':
      // Its value counts where it is used.
      return [line.keyword, line.text]
    default:
      return ground(line, scope)
  }
}

/** Brings the scope to where an instruction leaves it. */
export function applyToScope(instruction: Instruction, scope: Scope): void {
  if (instruction.keyword === 'ARG') for (const each of instruction.assignments) scope.declare(each)
  if (instruction.keyword === 'ENV') scope.set(instruction.assignments)
}

/** Its text, and the values of all variables that this names. */
function ground({ keyword, text, heredocs }: LogicalLine, scope: Scope): unknown[] {
  return [
    keyword,
    text,
    heredocs,
    scope.named(text),
    heredocs.filter(({ expands }) => expands).map(({ body }) => scope.named(body)),
  ]
}

async function describeRun({ text }: LogicalLine, sources: StepSources): Promise<unknown> {
  const { scope, execution } = sources
  const declared = [...scope.declared].map(([name, { identity }]) => [name, identity]).sort(byName)
  const mounts: unknown[] = []
  const { flags, rest } = splitFlags(text)
  if (rest.startsWith('--')) throw new NotEligible('its flags can be read in several ways')
  for (const { name, value } of flags) {
    if (name !== 'mount') continue
    if (/["'\\]/.test(value)) throw new NotEligible(`a mount can be read in several ways (${value})`)
    const written = scope.expand(value)
    if (written === undefined) throw new NotEligible(`what is mounted (${value}) depends on an unknown value`)
    mounts.push(await describeMount(written, sources))
  }
  return [declared, execution, mounts]
}

const KNOWN_FLAGS: Readonly<Record<string, readonly string[]>> = {
  COPY: ['from', 'chown', 'chmod', 'link', 'parents', 'exclude'],
  ADD: ['chown', 'chmod', 'link', 'checksum', 'keep-git-dir', 'unpack', 'exclude'],
}

async function describeCopy({ keyword, text }: LogicalLine, sources: StepSources): Promise<unknown> {
  const { scope, stage, platform, context, origins, ignore } = sources
  const { flags, rest } = splitFlags(text)
  const all = words(rest)
  const named = all.slice(0, -1).filter((word) => !/^\d*<</.test(word))
  const paths = named.map((word) => scope.expand(word))
  const unclear = flags.some(({ name }) => !KNOWN_FLAGS[keyword]!.includes(name)) || rest.startsWith('--')
  const unpacks = keyword === 'ADD'
  const parents = flags.some(({ name }) => name === 'parents')
  if (unpacks && isRemote(paths, flags)) return 'checksum'
  if (named.length === 0 && all.length > 1) return 'here-documents'

  const from = flags.filter(({ name }) => name === 'from').map(({ value }) => scope.expand(value))
  if (from.length > 1 || (keyword === 'COPY' && rest.startsWith('--')))
    throw new NotEligible('its flags can be read in several ways')
  if (from.length === 0)
    return describeSources(context, ignore, unclear ? [undefined] : paths, {
      owners: false,
      parents,
      unpacks,
    })
  const [name] = from
  if (name === undefined) throw new NotEligible('what it copies from depends on an unknown value')
  const origin = origins.named(name, stage)
  if (origin.kind !== 'folder') return origins.key(origin, platform)
  // Owners are kept from there, and an ignore file there may or may not count.
  return describeSources(origin.tree, ignoreNothing, unclear ? [undefined] : paths, {
    owners: true,
    parents,
    unpacks,
  })
}

/** Whether ADD fetches its sources, and they can be relied on: there is a checksum. */
function isRemote(
  paths: readonly (string | undefined)[],
  flags: readonly { readonly name: string }[],
): boolean {
  if (paths.some((path) => path === undefined))
    throw new NotEligible('what it adds depends on an unknown value, and could be an address')
  const remote = paths.filter((path) => /^[A-Za-z][A-Za-z0-9+.-]*:\/\/|^git@/.test(path!))
  if (remote.length === 0) return false
  const repository = remote.find((path) => !/^https?:/.test(path!) || /\.git(#.*)?$/.test(path!))
  if (repository !== undefined) throw new NotEligible(`the repository ${repository} may have changed`)
  if (!flags.some(({ name }) => name === 'checksum'))
    throw new NotEligible(`${remote[0]} may have changed: it has no --checksum`)
  if (remote.length < paths.length) throw new NotEligible('it adds both addresses and files')
  return true
}

function byName([a]: readonly string[], [b]: readonly string[]): number {
  return a! < b! ? -1 : 1
}
