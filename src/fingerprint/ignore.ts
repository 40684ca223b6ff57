import { readFile, stat } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { IGNORE_FILES } from '../dockerfile/ignore-files.js'
import type { Tree } from './tree.js'

/**
 * Which paths of a context COPY and ADD can't reach. podman's versions differ in details, so a path counts as ignored only where
 * every one ignores it, and one that is taken for not ignored may be ignored by some.
 */
export interface IgnoreRules {
  /** Whether a path, relative to the context, is ignored for certain. */
  ignores(path: string): boolean
  /** Whether nothing below an ignored folder can be taken back by a later pattern. */
  isClosed(folder: string): boolean
}

/** Nothing is ignored. */
export const ignoreNothing: IgnoreRules = { ignores: () => false, isClosed: () => false }

/**
 * The rules that hold for a build, found where podman looks for them
 * (https://github.com/containers/buildah/blob/v1.41.0/pkg/parse/parse.go, `ContainerIgnoreFile`).
 * @param given file that podman is told to use
 */
export async function readIgnoreRules(
  context: Tree,
  dockerfile: string,
  given: string | undefined,
): Promise<IgnoreRules> {
  if (given !== undefined) return (await rulesOf(given, 'option')) ?? ignoreNothing
  const beside = IGNORE_FILES.map((name) => `${dockerfile}${name}`)
  const found = (await Promise.all(beside.map((path) => rulesOf(path)))).filter(
    (rules) => rules !== undefined,
  )
  if (found.length > 0) return allOf(found)
  // These two are looked for within the context, links included.
  for (const name of IGNORE_FILES) {
    const real = context.resolve(name)
    const rules = real && (await rulesOf(join(context.root, real.path)))
    if (rules !== undefined) return rules
  }
  return ignoreNothing
}

// Where there are two, which one is taken depends on who looks.
function allOf(rules: readonly IgnoreRules[]): IgnoreRules {
  return {
    ignores: (path) => rules.every((each) => each.ignores(path)),
    isClosed: (folder) => rules.every((each) => each.isClosed(folder)),
  }
}

async function rulesOf(path: string, from: Source = 'found'): Promise<IgnoreRules | undefined> {
  const exists = await stat(path).then(
    () => true,
    () => false,
  )
  if (!exists) return undefined
  return parseIgnoreRules(await readFile(path, 'utf8').catch(() => ''), from)
}

/** Whether podman found an ignore file by itself, or was told of it by `--ignorefile`. */
type Source = 'found' | 'option'

/** Parses the text of an ignore file. */
export function parseIgnoreRules(text: string, from: Source = 'found'): IgnoreRules {
  const patterns = text.split('\n').flatMap((line) => parseLine(line, from))
  const kept = patterns.filter(({ negated }) => negated)
  return {
    ignores(path) {
      let ignored = false
      for (const pattern of patterns) {
        if (pattern.negated === ignored && pattern.matches(path)) ignored = !pattern.negated
      }
      return ignored
    },
    isClosed: (folder) =>
      kept.every(
        ({ prefix }) => prefix !== '' && !prefix.startsWith(folder) && !`${folder}/`.startsWith(`${prefix}/`),
      ),
  }
}

interface Pattern {
  readonly negated: boolean
  /** Its beginning up to the first component with a wildcard. */
  readonly prefix: string
  matches(path: string): boolean
}

// Lines as imagebuilder reads them, and patterns as containers/storage's PatternMatcher does
// (https://github.com/containers/storage/blob/v1.57.2/pkg/fileutils/fileutils.go).
function parseLine(line: string, from: Source): Pattern[] {
  if (line.startsWith('#')) return []
  const bare = line.replace(/^\uFEFF/, '')
  const trimmed = bare.replace(/^\/+|\/+$/g, '').trim()
  if (trimmed === '' || trimmed === '!') return []
  const clean = posix.normalize(trimmed).replace(/(?<=.)\/$/, '')
  if (clean.startsWith('!')) return [keeping(clean.slice(1).replace(/^\/+/, ''))]
  // Not every version takes a byte order mark away, so such a pattern may match nothing. And a file that it was told of podman 4 reads
  // itself, and leaves slashes where they are.
  return bare !== line || (from === 'option' && line.startsWith('/')) ? [] : dropping(clean)
}

/** A pattern that takes paths back: matches whatever some version might match. */
function keeping(pattern: string): Pattern {
  const prefix = literalPrefix(pattern)
  const doubtful = /[[\]\\]/.test(pattern) || pattern === '' || !isUnicode(pattern)
  const tests = doubtful ? [] : expressions(pattern, 's')
  return {
    negated: true,
    prefix,
    matches: (path) =>
      doubtful
        ? prefix === '' || path === prefix || path.startsWith(`${prefix}/`)
        : [path, ...parents(path)].some((each) => tests.some((test) => test.test(each))),
  }
}

/** A pattern that ignores paths: matches only what every version matches. */
function dropping(pattern: string): Pattern[] {
  if (/[[\]\\]/.test(pattern) || !isUnicode(pattern)) return []
  const tests = expressions(pattern, '')
  const depth = pattern.split('/').length
  const all = (path: string) => tests.every((test) => test.test(path))
  return [
    {
      negated: false,
      prefix: literalPrefix(pattern),
      // Of the folders above a path the matcher tries only the one that is as deep as the pattern.
      matches(path) {
        if (all(path)) return true
        const parts = path.split('/')
        return parts.length > depth && all(parts.slice(0, depth).join('/'))
      },
    },
  ]
}

function parents(path: string): string[] {
  const parts = path.split('/')
  return parts.slice(1).map((_part, at) => parts.slice(0, at + 1).join('/'))
}

function literalPrefix(pattern: string): string {
  const parts = pattern.split('/')
  const wild = parts.findIndex((part) => /[*?[\]\\]/.test(part))
  return (wild < 0 ? parts : parts.slice(0, wild)).join('/')
}

function isUnicode(text: string): boolean {
  return !text.includes('\uFFFD')
}

/** The pattern's meaning in older versions, and in newer ones, which end `**x` differently. */
function expressions(pattern: string, flags: string): RegExp[] {
  const common = new RegExp(`^${translate(pattern)}$`, `u${flags}`)
  if (!pattern.startsWith('**') || /[*?]/.test(pattern.slice(2))) return [common]
  const end = pattern.slice(2)
  return end === ''
    ? [common]
    : [common, new RegExp(`${quoted(end)}$|^${quoted(end.replace(/^\//, ''))}$`, `u${flags}`)]
}

function translate(pattern: string): string {
  return pattern.replace(/\*\*\/?$|\*\*\/?|\*|\?|[^*?]+/g, (part, at: number) => {
    if (part.startsWith('**')) return at + part.length === pattern.length ? '.*' : '(.*/)?'
    if (part === '*') return '[^/]*'
    return part === '?' ? '[^/]' : quoted(part)
  })
}

function quoted(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
