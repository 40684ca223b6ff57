import { lstatSync } from 'node:fs'
import { join, posix } from 'node:path'
import type { Git } from '../request/git-program.js'

/** A path of a repository that is no longer as it was. */
export interface Change {
  /** As it is named in messages. */
  readonly path: string
  /** What may have changed by it: the path, or the folder above. Empty for the repository's root. */
  readonly affects: string
  /** Whether all below it may have changed. */
  readonly isFolder: boolean
  /** Whether it is new, gone, or of another kind, rather than of other content alone. */
  readonly isOther: boolean
}

/** What has changed since a commit; without a list where that can't be told. */
export type Changes =
  | { readonly unknown: string }
  | {
      readonly since: readonly string[]
      readonly list: readonly Change[]
      /** How often commits since then changed a path, or a folder above it; 0 where commits are not looked at one by one. */
      readonly timesChanged: (path: string) => number
    }

const RAW = ['-r', '-t', '--raw']
const NO_RENAMES = ['--no-renames', '--ignore-submodules=none']
// One path a line, whatever is in it.
const QUOTED = ['-c', 'core.quotePath=true']
const SUBMODULE = '160000'
const FOLDER = '040000'

/**
 * What is not as it was where the checkout's history left the base's: in commits, in the work tree, and of what Git ignores.
 * @param root absolute path of the work tree
 * @param everyCommit whether what was changed and taken back again counts too
 */
export async function changesSince(
  git: Git,
  base: string,
  root: string,
  everyCommit: boolean,
): Promise<Changes> {
  if (/^0+$/.test(base)) return { unknown: 'there is no earlier commit' }
  const isShallow = (await git(['rev-parse', '--is-shallow-repository'])) !== 'false'
  const fetch = 'fetch the history (fetch-depth: 0 of actions/checkout)'
  const commit = await commitOf(git, base)
  if (commit === undefined) return { unknown: `${base} is no commit of this clone: ${fetch}` }
  const since = lines(await git(['merge-base', '--all', commit, 'HEAD']))
  // Where history is cut off, what looks like the place where two lines part may not be it.
  const isCertain = !isShallow || (since.length === 1 && since[0] === commit)
  if (since.length === 0 || !isCertain)
    return { unknown: `where HEAD and ${base} part is not in this clone: ${fetch}` }
  const committed = await Promise.all(since.map((each) => committedSince(git, each)))
  const walked = everyCommit ? await Promise.all(since.map((each) => changedByCommits(git, each))) : []
  const uncommitted = await uncommittedIn(git, root)
  if (uncommitted === undefined || [...committed, ...walked].some((each) => each === undefined)) {
    return {
      unknown: `Git doesn’t say what changed in ${root}: it may not trust the folder (git config --global --add safe.directory ${root})`,
    }
  }
  const byCommits = walked.flatMap((each) => each!)
  const all = [...committed.flatMap((each) => each!), ...byCommits, ...uncommitted]
  const unclear = all.find(({ path }) => path.includes('\uFFFD'))
  if (unclear !== undefined) return { unknown: `the name ${unclear.path} is not UTF-8` }
  const timesChanged = (path: string) => byCommits.filter(({ affects }) => isAtOrAbove(affects, path)).length
  return { since, list: all.flatMap(withAttributes), timesChanged }
}

// A runner's checkout has branches of the origin alone.
async function commitOf(git: Git, base: string): Promise<string | undefined> {
  const verify = (name: string) => git(['rev-parse', '--verify', '--quiet', `${name}^{commit}`])
  return (await verify(base)) ?? (await verify(`refs/remotes/origin/${base}`))
}

// Plumbing, since settings such as diff.relative change what others list.
async function committedSince(git: Git, commit: string): Promise<Change[] | undefined> {
  return parseRaw(await git([...QUOTED, 'diff-tree', ...RAW, ...NO_RENAMES, commit, 'HEAD']))
}

/** What any commit since another one changed, merges against all of their parents. */
async function changedByCommits(git: Git, commit: string): Promise<Change[] | undefined> {
  const commits = await git(['rev-list', `${commit}..HEAD`])
  if (commits === undefined) return undefined
  const each = [...QUOTED, 'diff-tree', '--stdin', '--root', '--no-commit-id', '-c', ...RAW, ...NO_RENAMES]
  return parseRaw(await git(each, { input: `${commits}\n` }))
}

// https://git-scm.com/docs/git-diff-tree#_raw_output_format: a colon, mode and object for each parent, and those of the result.
function parseRaw(listing: string | undefined): Change[] | undefined {
  if (listing === undefined) return undefined
  const changes = lines(listing).flatMap((line) => {
    const [, parents, fields, path] = /^(:+)([^\t]*)\t(.*)$/s.exec(line) ?? []
    if (parents === undefined || fields === undefined || path === undefined) return [undefined]
    const modes = fields.split(' ').slice(0, parents.length + 1)
    const status = fields.split(' ').at(-1)!
    const isContent = /^M+$/.test(status)
    // A folder that is new or gone is one in the image too, even if the ignore file hides all in it.
    if (isContent && modes.every((mode) => mode === FOLDER)) return []
    return change(unquoted(path), modes.includes(SUBMODULE), !isContent)
  })
  return changes.every((each) => each !== undefined) ? changes : undefined
}

async function uncommittedIn(git: Git, root: string): Promise<Change[] | undefined> {
  const listing = await git(
    [...QUOTED, 'status', '--porcelain', '--untracked-files=normal', '--ignored=matching', ...NO_RENAMES],
    { onlyTrusted: true },
  )
  if (listing === undefined) return undefined
  return lines(listing).flatMap((line) => {
    const path = unquoted(line.slice(3))
    const real = path.replace(/\/$/, '')
    const isFolder = real !== path || isFolderAt(join(root, real))
    const gone = ancestors(real).filter((folder) => !isFolderAt(join(root, folder)))
    return [
      change(real, isFolder, line.slice(0, 2).trim() !== 'M'),
      ...gone.map((folder) => change(folder, false, true)),
    ]
  })
}

function isFolderAt(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

function ancestors(path: string): string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_part, at) => parts.slice(0, at + 1).join('/'))
}

/** Whether a path is another one or a folder above it. */
export function isAtOrAbove(above: string, path: string): boolean {
  return above === '' || above === path || path.startsWith(`${above}/`)
}

function change(path: string, isFolder: boolean, isOther: boolean): Change {
  return { path, affects: path, isFolder, isOther }
}

// They say how Git writes files into the work tree.
function withAttributes(changed: Change): Change[] {
  if (posix.basename(changed.path) !== '.gitattributes') return [changed]
  const folder = posix.dirname(changed.path)
  return [changed, { ...changed, affects: folder === '.' ? '' : folder, isFolder: true }]
}

function lines(text: string | undefined): string[] {
  return (text ?? '').split('\n').filter((line) => line !== '')
}

const ESCAPES: Readonly<Record<string, string>> = {
  ...{ a: '\x07', b: '\b', t: '\t', n: '\n', v: '\v', f: '\f', r: '\r' },
}

/** A path as Git writes it: in quotes, as in C, where it holds anything unusual. */
export function unquoted(text: string): string {
  if (!/^".*"$/s.test(text)) return text
  const bytes = [...text.slice(1, -1).matchAll(/\\([0-7]{3})|\\(.)|([^\\]+)/gs)].map(
    ([, octal, letter, plain]) => {
      if (octal !== undefined) return Buffer.from([Number.parseInt(octal, 8)])
      return Buffer.from(plain ?? ESCAPES[letter!] ?? letter!)
    },
  )
  return Buffer.concat(bytes).toString()
}
