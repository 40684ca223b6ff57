import { lstatSync, readdirSync, readlinkSync, type Stats } from 'node:fs'
import { join, posix } from 'node:path'
import pLimit from 'p-limit'
import { messageOf } from '../errors.js'
import type { Digest } from '../oci/digest.js'
import { type FileReader, Unreadable } from './file-reader.js'
import type { IgnoreRules } from './ignore.js'

/** A file, folder or link below the root of a tree. */
export interface Entry {
  /** Relative to the root; empty for the root itself. */
  readonly path: string
  readonly stats: Stats
}

/** What one step takes of a tree, in a fixed order, as text that differs when it differs. */
export type Description = readonly (readonly string[])[]

const TOGETHER = 8
const MOST_LINKS = 40
// File type and permissions; https://man7.org/linux/man-pages/man7/inode.7.html.
const TYPE = 0o170000
const PERMISSIONS = 0o7777

/**
 * A folder that a build reads, with its root as a build sees it: links lead nowhere outside.
 */
export class Tree {
  private readonly listed = new Map<string, readonly string[]>()

  constructor(
    readonly root: string,
    private readonly reader: FileReader,
  ) {}

  /** What is at a path; undefined when nothing is. */
  entry(path: string): Entry | undefined {
    const stats = statsOf(join(this.root, path))
    return stats && { path, stats }
  }

  /**
   * Names in a folder, sorted.
   * @throws {Unreadable}
   */
  names(folder: string): readonly string[] {
    const known = this.listed.get(folder)
    if (known !== undefined) return known
    const names = attempt(folder, () => readdirSync(join(this.root, folder)).sort())
    const unclear = names.find((name) => name.includes('\uFFFD'))
    if (unclear !== undefined) throw new Unreadable(`${join(folder, unclear)}: its name is not UTF-8`)
    this.listed.set(folder, names)
    return names
  }

  /** A folder or file with all below it that isn't ignored, in a fixed order. */
  walk(path: string, ignore: IgnoreRules): Entry[] {
    const entry = this.entry(path)
    if (entry === undefined) return []
    const found: Entry[] = [entry]
    if (entry.stats.isDirectory()) this.descend(path, ignore, found)
    return found
  }

  private descend(folder: string, ignore: IgnoreRules, found: Entry[]): void {
    for (const name of this.names(folder)) {
      const path = posix.join(folder, name)
      const entry = this.entry(path)
      if (entry === undefined) throw new Unreadable(`${path} changed while it was read`)
      const ignored = ignore.ignores(path)
      if (!ignored) found.push(entry)
      if (entry.stats.isDirectory() && !(ignored && ignore.isClosed(path))) this.descend(path, ignore, found)
    }
  }

  /**
   * Follows links in a path, each within the root, as in a changed root.
   * @returns the path without links, and the links that were followed; undefined when they go round in circles
   */
  resolve(path: string): { path: string; links: readonly Entry[] } | undefined {
    const links: Entry[] = []
    let rest = path.split('/').filter((part) => part !== '' && part !== '.')
    let done: string[] = []
    while (rest.length > 0) {
      const [part, ...others] = rest as [string, ...string[]]
      rest = others
      if (part === '..') {
        done.pop()
        continue
      }
      const entry = this.entry(posix.join(...done, part))
      if (!entry?.stats.isSymbolicLink()) {
        done.push(part)
        continue
      }
      links.push(entry)
      if (links.length > MOST_LINKS) return undefined
      const target = this.linkTarget(entry)
      if (target.startsWith('/')) done = []
      rest = [...target.split('/').filter((each) => each !== '' && each !== '.'), ...rest]
    }
    return { path: done.join('/'), links }
  }

  /**
   * Type, permissions and content of entries: no times, since a checkout sets them anew, and owners only where asked for.
   * @throws {Unreadable}
   */
  async describe(entries: readonly Entry[], options: { readonly owners: boolean }): Promise<Description> {
    const limit = pLimit(TOGETHER)
    const firstOf = new Map<string, string>()
    return Promise.all(
      entries.map((entry) => {
        const { stats, path } = entry
        // Names of one file stay names of one file in a layer.
        const inode = `${stats.dev} ${stats.ino}`
        const twin = stats.isFile() && stats.nlink > 1 ? (firstOf.get(inode) ?? path) : ''
        if (twin === path) firstOf.set(inode, path)
        return limit(async () => [
          path,
          ((stats.mode & TYPE) | (stats.isSymbolicLink() ? 0 : stats.mode & PERMISSIONS)).toString(8),
          ...(options.owners ? [`${stats.uid}:${stats.gid}`] : []),
          await this.content(entry),
          ...(twin === '' || twin === path ? [] : [twin]),
        ])
      }),
    )
  }

  private async content(entry: Entry): Promise<Digest | string> {
    const { stats, path } = entry
    if (stats.isFile()) return this.reader.digest(join(this.root, path))
    if (stats.isSymbolicLink()) return this.linkTarget(entry)
    return stats.isCharacterDevice() || stats.isBlockDevice() ? String(stats.rdev) : ''
  }

  private linkTarget({ path }: Entry): string {
    const target = attempt(path, () => readlinkSync(join(this.root, path)))
    if (target.includes('\uFFFD')) throw new Unreadable(`${path}: its target is not UTF-8`)
    return target
  }
}

// `*/name` is looked for below files too.
function statsOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined
    throw error
  }
}

function attempt<T>(path: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw new Unreadable(`${path === '' ? 'the folder' : path} can’t be read: ${messageOf(error)}`)
  }
}
