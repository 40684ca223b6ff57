import { posix } from 'node:path'
import { componentTest, isPattern } from '../fingerprint/glob.js'
import { type IgnoreRules, ignoreNothing } from '../fingerprint/ignore.js'
import type { Tree } from '../fingerprint/tree.js'
import type { Change } from './changes.js'
import type { Taken } from './taken.js'

/** What one source of a COPY takes of its context. */
export interface Source {
  readonly taken: Taken
  /** Whether something that changed, with its path from the context, is or may be in it. */
  reaches(change: Change): boolean
}

type Test = (name: string) => boolean

interface Ground {
  /** Of the build context. */
  readonly tree: Tree
  readonly ignore: IgnoreRules
}

/**
 * What a source takes, told by paths: no folder is read but those in which a pattern is looked for. More than it takes where that can't
 * be told exactly, never less.
 * @returns undefined when nothing in the checkout answers to it, so that it comes from elsewhere
 * @throws {Unreadable}
 */
export function sourceOf(taken: Taken, ground: Ground): Source | undefined {
  const everything: Source = { taken, reaches: () => true }
  if (taken.source === undefined) return everything
  const path = posix.normalize(`./${taken.source}`).replace(/\/+$/, '')
  if (path === '..' || path.startsWith('../')) return everything
  const components = path === '.' ? [] : path.split('/')
  const tests = components.map(testOf)
  if (!tests.every((test) => test !== undefined)) return everything
  const found = find(ground.tree, components, tests)
  if (found === undefined) return everything
  const links: Test[][] = []
  let exists = false
  for (const each of found) {
    const real = ground.tree.resolve(each)
    if (real === undefined) return everything
    exists ||= ground.tree.entry(real.path) !== undefined
    if (real.links.length > 0)
      links.push(...[real.path, ...real.links.map((link) => link.path)].map(literally))
  }
  if (!exists) return undefined
  const ignore = taken.obeysIgnoreFile ? ground.ignore : ignoreNothing
  return {
    taken,
    reaches: (change) =>
      (covers(tests, change) && !hides(ignore, tests.length, taken, change)) ||
      // Behind a link the ignore file sees other paths in one version than in another.
      links.some((each) => covers(each, change)),
  }
}

// `go.su[m]` is how a file that may be missing is written.
function testOf(component: string): Test | undefined {
  const plain = component.replace(/\[([A-Za-z0-9_.])\]/g, '$1')
  return isPattern(plain) ? componentTest(plain) : (name) => name === plain
}

function literally(path: string): Test[] {
  const parts = path === '' ? [] : path.split('/')
  return parts.map((part) => (name: string) => name === part)
}

/** Whether a path is what the tests are of, or lies above or below it. */
function covers(tests: readonly Test[], { affects }: Change): boolean {
  const parts = affects === '' ? [] : affects.split('/')
  return parts.every((part, at) => tests[at]?.(part) ?? true)
}

/** Whether the ignore file keeps a change away from a source that covers it, which has so many components. */
function hides(
  ignore: IgnoreRules,
  depth: number,
  { keyword }: Taken,
  { affects, isFolder, isOther }: Change,
): boolean {
  if (affects === '' || !ignore.ignores(affects)) return false
  const parts = affects.split('/').length
  // What lies above may bring the source itself. The kind of what is found counts even if it is ignored, and ADD may unpack it.
  if (parts < depth || (parts === depth && (isOther || keyword === 'ADD'))) return false
  return !isFolder || ignore.isClosed(affects)
}

/** The paths that a source may name, links not followed; undefined where that can't be told. */
function find(tree: Tree, components: readonly string[], tests: readonly Test[]): string[] | undefined {
  let paths = ['']
  for (const [at, component] of components.entries()) {
    if (!isPattern(component)) {
      paths = paths.map((path) => posix.join(path, component))
      continue
    }
    const matched: string[] = []
    for (const path of paths) {
      const folder = tree.resolve(path)?.path
      if (folder === undefined) return undefined
      const names = tree.entry(folder)?.stats.isDirectory() ? tree.names(folder).filter(tests[at]!) : []
      // podman takes what it found for patterns once more.
      if (names.some(isPattern)) return undefined
      matched.push(...names.map((name) => posix.join(path, name)))
    }
    paths = matched
  }
  return paths
}
