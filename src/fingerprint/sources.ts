import { posix } from 'node:path'
import { componentTest, isPattern } from './glob.js'
import { type IgnoreRules, ignoreNothing } from './ignore.js'
import type { Description, Entry, Tree } from './tree.js'

interface Selection {
  readonly entries: readonly Entry[]
  /** What is said of paths besides. */
  readonly notes: Description
}

/** What COPY and ADD select from. */
interface Ground {
  readonly tree: Tree
  readonly ignore: IgnoreRules
  readonly options: SourceOptions
}

interface SourceOptions {
  /** Whether owners are kept. */
  readonly owners: boolean
  /** `--parents`. */
  readonly parents: boolean
  /** Whether archives are unpacked. */
  readonly unpacks: boolean
}

/**
 * What COPY and ADD take of a tree for their sources. More than they take where it can't be told exactly, never less
 * (https://github.com/containers/buildah/blob/v1.41.0/add.go, `Add`, and copier/copier.go, `copierHandlerGet`).
 * @param sources paths and patterns; undefined for one that isn't known
 */
export async function describeSources(
  tree: Tree,
  ignore: IgnoreRules,
  sources: readonly (string | undefined)[],
  options: SourceOptions,
): Promise<unknown> {
  const ground = { tree, ignore, options }
  const selections = sources.every((source) => source !== undefined)
    ? sources.map((source) => select(ground, source))
    : [whole(ground, '', () => true)]
  const distinct = new Map(selections.flatMap(({ entries }) => entries).map((entry) => [entry.path, entry]))
  return [
    sources.map((source) => source ?? null),
    selections.map(({ entries, notes }) => [entries.map(({ path }) => path), notes]),
    await tree.describe([...distinct.values()], options),
  ]
}

/**
 * All below a folder, in place of what can't be told. The kind of what a pattern finds first decides whether the destination is a
 * folder, though it is ignored then; so what may be found counts.
 */
function whole(ground: Ground, folder: string, mayBeFound: (path: string) => boolean): Selection {
  const { tree, ignore, options } = ground
  const hidden = tree
    .walk(folder, ignoreNothing)
    .filter(({ path }) => ignore.ignores(path) && mayBeFound(path))
  const entries = [...tree.walk(folder, ignore), ...(options.unpacks ? hidden : [])]
  const links = linksBelow(tree, folder).map((path) => take(ground, path))
  return merge([{ entries, notes: hidden.map(kind) }, ...links])
}

/** The links below a folder, and in turn below what they lead to: a pattern may go through any of them, ignored or not. */
function linksBelow(tree: Tree, folder: string): string[] {
  const links = new Set<string>()
  const folders = [folder]
  for (const each of folders) {
    for (const { path, stats } of tree.walk(each, ignoreNothing)) {
      if (!stats.isSymbolicLink() || links.has(path)) continue
      links.add(path)
      const target = tree.resolve(path)
      if (target !== undefined) folders.push(target.path)
    }
  }
  return [...links]
}

function select(ground: Ground, source: string): Selection {
  const path = posix.normalize(`./${source}`).replace(/\/+$/, '')
  // Outside of the context: podman refuses it.
  if (path === '..' || path.startsWith('../')) return whole(ground, '', () => true)
  const components = path === '.' ? [] : path.split('/')
  let paths = ['']
  for (const component of components) {
    if (!isPattern(component)) {
      paths = paths.map((each) => posix.join(each, component))
      continue
    }
    const matched = paths.map((each) => match(ground.tree, each, component))
    if (matched.some((each) => each === undefined)) {
      const mayBeFound = ending(components)
      const folders = paths.map((each) => ground.tree.resolve(each))
      return merge(folders.map((each) => whole(ground, each?.path ?? '', mayBeFound)))
    }
    paths = matched.flatMap((each) => each!)
  }
  return merge(paths.map((each) => take(ground, each)))
}

/** Whether a pattern may find a path, judged by its last component. */
function ending(components: readonly string[]): (path: string) => boolean {
  const test = componentTest(components.at(-1)!)
  return (path) => test?.(posix.basename(path)) ?? true
}

/** The paths in a folder that match; undefined where that can't be told. */
function match(tree: Tree, folder: string, pattern: string): string[] | undefined {
  const test = componentTest(pattern)
  const real = tree.resolve(folder)?.path
  if (test === undefined || real === undefined) return undefined
  if (!tree.entry(real)?.stats.isDirectory()) return []
  const names = tree.names(real).filter(test)
  // podman takes what it found for patterns once more.
  return names.some(isPattern) ? undefined : names.map((name) => posix.join(folder, name))
}

function take({ tree, ignore, options }: Ground, path: string): Selection {
  const real = tree.resolve(path)
  if (real === undefined) return { entries: [], notes: [[path, 'loop']] }
  const entry = tree.entry(real.path)
  const notes = [
    [path, ...(entry === undefined ? [] : kind(entry))],
    ...(options.parents ? ancestors(path).map((each) => mode(tree, each)) : []),
  ]
  // Behind a link the ignore file sees other paths in one version than in another.
  if (real.links.length > 0)
    return { entries: [...real.links, ...tree.walk(real.path, ignoreNothing)], notes }
  const hidden = path !== '' && ignore.ignores(path) && !options.unpacks
  const entries = hidden && ignore.isClosed(path) ? [] : tree.walk(real.path, ignore)
  return { entries: hidden ? entries.slice(1) : entries, notes }
}

function kind({ path, stats }: Entry): string[] {
  return [path, stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : 'other']
}

function ancestors(path: string): string[] {
  const parts = path.split('/')
  return parts.slice(1).map((_part, at) => parts.slice(0, at + 1).join('/'))
}

function mode(tree: Tree, path: string): string[] {
  const real = tree.resolve(path)?.path
  const entry = real === undefined ? undefined : tree.entry(real)
  return [path, real ?? '', String(entry?.stats.mode)]
}

function merge(selections: readonly Selection[]): Selection {
  return {
    entries: selections.flatMap(({ entries }) => entries),
    notes: selections.flatMap(({ notes }) => notes),
  }
}
