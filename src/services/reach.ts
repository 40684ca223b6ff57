import { lstatSync, readFileSync, realpathSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { IGNORE_FILES } from '../dockerfile/ignore-files.js'
import { InputError } from '../errors.js'
import { FileReader, Unreadable } from '../fingerprint/file-reader.js'
import { readIgnoreRules } from '../fingerprint/ignore.js'
import { automaticArguments, buildArguments } from '../fingerprint/scope.js'
import { Tree } from '../fingerprint/tree.js'
import { NotEligible } from '../fingerprint/types.js'
import { type Platform, parsePlatform } from '../oci/platform.js'
import { contextPath, DEFAULT_NAMES, dockerfilePath, isAddress } from '../request/dockerfile-path.js'
import { type Change, isAtOrAbove } from './changes.js'
import type { Service } from './services.js'
import { type Source, sourceOf } from './sources.js'
import { type Taken, takenFromContext } from './taken.js'

/** Why a change is one of a service; undefined when it isn't. */
export type Reach = (change: Change) => string | undefined

/** The checkout that services lie in. */
export interface Checkout {
  /** Absolute path of the work tree, without links. */
  readonly root: string
  /** The working folder, which paths count from; the same or below. */
  readonly folder: string
  /** By context: what was looked up for one service needn't be for the next. */
  readonly trees: Map<string, Tree>
}

// GitHub’s runners are of these; a builder’s own architecture can be in a path.
const BUILDERS = ['linux/amd64', 'linux/arm64'].map(parsePlatform)

/**
 * Which changes go into a service's image.
 * @param platforms that it is built for
 * @returns or why that can't be told, so that any change may
 */
export async function reachOf(
  service: Service,
  platforms: readonly Platform[],
  checkout: Checkout,
): Promise<Reach | string> {
  try {
    return await compute(service, platforms, checkout)
  } catch (error) {
    const isDoubt = error instanceof NotEligible || error instanceof Unreadable || error instanceof InputError
    if (!isDoubt) throw error
    return error.message
  }
}

async function compute(
  service: Service,
  platforms: readonly Platform[],
  checkout: Checkout,
): Promise<Reach | string> {
  const { root, folder, trees } = checkout
  const context = contextPath(isAddress(service.context) ? service.context : resolve(folder, service.context))
  const file = service.file === undefined ? undefined : resolve(folder, service.file)
  const dockerfile = dockerfilePath(file ?? '', context)
  const named = file === undefined ? DEFAULT_NAMES.map((name) => join(context, name)) : [dockerfile]
  const ignoreFiles = [dockerfile, join(context, '/')].flatMap((path) =>
    IGNORE_FILES.map((name) => `${path}${name}`),
  )
  const behindLink = [context, ...named, ...ignoreFiles].find((path) => isBehindLink(path, root))
  if (behindLink !== undefined) return `${relative(root, behindLink)} is behind a link`
  if (dockerfile.endsWith('.in')) return 'the C preprocessor makes its Dockerfile'
  const tree = trees.get(context) ?? new Tree(context, new FileReader())
  trees.set(context, tree)
  const ignore = await readIgnoreRules(tree, dockerfile, undefined)
  const sources: Source[] = []
  for (const taken of takenOf(service, platforms, dockerfile)) {
    const source = sourceOf(taken, { tree, ignore })
    if (source === undefined)
      return `${taken.keyword} takes ${taken.source}, which is not in the checkout (${relative(root, dockerfile)}:${taken.line})`
    sources.push(source)
  }
  const watched = [...named, ...ignoreFiles].map((path) => relative(root, path))
  const inContext = within(relative(root, context))
  return (change) => {
    if (watched.some((path) => isAtOrAbove(change.affects, path))) return `${change.path} changed`
    const seen = inContext(change)
    const source = seen && sources.find((each) => each.reaches(seen))
    return (
      source &&
      `${change.path} changed (${source.taken.keyword} in ${relative(root, dockerfile)}:${source.taken.line})`
    )
  }
}

/** What any of its platforms' builds takes, each once. */
function takenOf(service: Service, platforms: readonly Platform[], path: string): Taken[] {
  const text = readFileSync(path, 'utf8')
  const given = buildArguments(service.args, {})
  // Reading it once is enough where nothing in it depends on a platform.
  const varies = /(TARGET|BUILD)(PLATFORM|OS|ARCH|VARIANT)/.test(text)
  const targets = varies ? platforms : platforms.slice(0, 1)
  const pairs = targets.flatMap((target) =>
    (varies ? [target, ...BUILDERS] : [target]).map((builder) => automaticArguments(target, builder)),
  )
  const all = pairs.flatMap((platform) =>
    takenFromContext({ path, text, target: service.target, args: { given, platform } }),
  )
  return [...new Map(all.map((taken) => [JSON.stringify(taken), taken])).values()]
}

/** Whether the path is a link, leads over one, or out of the work tree: what it leads to has other names in Git. */
function isBehindLink(path: string, root: string): boolean {
  const clean = path.replace(/(?<=.)\/$/, '')
  if (clean !== root && !clean.startsWith(`${root}/`)) return true
  const stats = lstatSync(clean, { throwIfNoEntry: false })
  return stats !== undefined && (stats.isSymbolicLink() || realpathSync(clean) !== clean)
}

/** A change as a context sees it, or undefined. */
function within(context: string): (change: Change) => Change | undefined {
  if (context === '') return (change) => change
  return (change) => {
    if (isAtOrAbove(change.affects, context)) return { ...change, affects: '', isFolder: true }
    if (!change.affects.startsWith(`${context}/`)) return undefined
    return { ...change, affects: change.affects.slice(context.length + 1) }
  }
}
