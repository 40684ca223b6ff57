import { posix } from 'node:path'
import { componentTest, isPattern } from './glob.js'
import type { IgnoreRules } from './ignore.js'
import type { Description, Entry, Tree } from './tree.js'

interface Selection {
  readonly entries: readonly Entry[]
  /** Paths that lead elsewhere, or nowhere. */
  readonly notes: Description
}

/**
 * What COPY and ADD take of a tree for their sources. More than they take where it can't be told exactly, never less
 * (https://github.com/containers/buildah/blob/v1.41.0/copier/copier.go, `copierHandlerGet`).
 * @param sources paths and patterns; undefined for one that isn't known
 */
export async function describeSources(
  tree: Tree,
  ignore: IgnoreRules,
  sources: readonly (string | undefined)[],
  options: { readonly owners: boolean; readonly parents: boolean },
): Promise<unknown> {
  const selections = sources.every((source) => source !== undefined)
    ? sources.map((source) => select(tree, ignore, source, options.parents))
    : [whole(tree, ignore, '')]
  const distinct = new Map(selections.flatMap(({ entries }) => entries).map((entry) => [entry.path, entry]))
  return [
    sources.map((source) => source ?? null),
    selections.map(({ entries, notes }) => [entries.map(({ path }) => path), notes]),
    await tree.describe([...distinct.values()], options),
  ]
}

function whole(tree: Tree, ignore: IgnoreRules, path: string): Selection {
  return { entries: tree.walk(path, ignore), notes: [] }
}

function select(tree: Tree, ignore: IgnoreRules, source: string, parents: boolean): Selection {
  const path = posix.normalize(`./${source}`).replace(/\/+$/, '')
  // Outside of the context: podman refuses it.
  if (path === '..' || path.startsWith('../')) return whole(tree, ignore, '')
  let paths = ['']
  for (const component of path === '.' ? [] : path.split('/')) {
    if (!isPattern(component)) {
      paths = paths.map((each) => posix.join(each, component))
      continue
    }
    const matched = paths.map((each) => match(tree, each, component))
    if (matched.some((each) => each === undefined)) {
      return merge(paths.map((each) => take(tree, ignore, each, false)))
    }
    paths = matched.flatMap((each) => each!)
  }
  return merge(paths.map((each) => take(tree, ignore, each, parents)))
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

function take(tree: Tree, ignore: IgnoreRules, path: string, parents: boolean): Selection {
  const real = tree.resolve(path)
  if (real === undefined) return { entries: [], notes: [[path, 'loop']] }
  const notes = [[path, real.path], ...(parents ? ancestors(path).map((each) => mode(tree, each)) : [])]
  // A link's target is taken although the ignore file may hide it: not every version looks.
  const hidden = real.links.length === 0 && path !== '' && ignore.ignores(path)
  const entries = hidden && ignore.isClosed(path) ? [] : tree.walk(real.path, ignore)
  return { entries: [...real.links, ...(hidden ? entries.slice(1) : entries)], notes }
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
