import { existsSync, lstatSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { IGNORE_FILES } from '../dockerfile/ignore-files.js'
import type { Location } from '../errors.js'
import type { Facts, Found } from './finding.js'

/** A pattern that brings nothing back of what another one ignores. */
export interface IneffectivePattern {
  readonly pattern: string
  /** The one that ignores all. */
  readonly all: string
  readonly location: Location
}

/** The ignore file that podman reads, or would if it were there. */
export function ignoreFileOf(context: string, dockerfile: string, given: string | undefined): string {
  if (given !== undefined) return given
  const places = [
    ...IGNORE_FILES.map((name) => `${dockerfile}${name}`),
    ...IGNORE_FILES.map((name) => join(context, name)),
  ]
  return places.find((path) => existsSync(path)) ?? places.at(-1)!
}

/** The pattern of an ignore file that does nothing; undefined when all do, or there is no such file. */
export function ineffectivePattern(path: string, context: string): IneffectivePattern | undefined {
  if (!existsSync(path)) return undefined
  const isFolder = (name: string) =>
    lstatSync(join(context, name), { throwIfNoEntry: false })?.isDirectory() === true
  return findIneffective(path, readFileSync(path, 'utf8'), isFolder)
}

/**
 * podman doesn't look into a folder that is ignored unless a pattern brings something back by that folder's own name; Docker
 * does (docs/traps.md, 43).
 * @param isFolder whether a path of the context is one
 */
export function findIneffective(
  path: string,
  text: string,
  isFolder: (path: string) => boolean,
): IneffectivePattern | undefined {
  const lines = text.split('\n').map((line) => line.trim())
  const all = lines.findIndex((line) => /^\/?(?:\*\*?|\*\*\/\*)$/.test(line))
  if (all < 0) return undefined
  const kept = lines.flatMap((line, at) =>
    at > all && line.startsWith('!')
      ? [{ at, pattern: posix.normalize(line.slice(1)).replace(/^\/+/, '') }]
      : [],
  )
  if (kept.some(({ pattern }) => !/[*?[]/.test(pattern) && isFolder(pattern))) return undefined
  const wild = kept.find(({ pattern }) => /[*?[].*\//.test(pattern))
  return wild && { pattern: wild.pattern, all: lines[all]!, location: { file: path, line: wild.at + 1 } }
}

/** Patterns of the ignore file that do nothing. */
export function ineffectiveIgnorePattern({ ineffective }: Facts): Found[] {
  if (ineffective === undefined) return []
  const { pattern, all, location } = ineffective
  return [
    {
      message: `“!${pattern}” brings nothing back from the folders that “${all}” ignores: podman doesn’t look into them, Docker does`,
      cure: 'bring each folder back by its name, such as “!src”, and ignore within it what isn’t needed',
      location,
    },
  ]
}
