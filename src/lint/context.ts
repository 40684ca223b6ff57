import { lstatSync, readdirSync } from 'node:fs'
import { basename, join, posix } from 'node:path'
import { operands } from '../dockerfile/copies.js'
import type { Dockerfile, Instruction } from '../dockerfile/parse.js'
import { neededStages } from '../dockerfile/stages.js'
import { FileReader } from '../fingerprint/file-reader.js'
import { type IgnoreRules, readIgnoreRules } from '../fingerprint/ignore.js'
import { ignoreFileArgument } from '../fingerprint/salt.js'
import { Tree } from '../fingerprint/tree.js'
import type { Facts } from './finding.js'
import { ignoreFileOf, ineffectivePattern } from './ignore-file.js'

/** What a COPY or ADD takes of the build context's folders. */
export interface ContextCopy extends Seen {
  readonly instruction: Instruction
}

/** What is in folders of the build context. Paths are relative to it. */
interface Seen {
  /** A `.git` folder. */
  readonly gitFolder: string | undefined
  /** Folders of installed Node packages. */
  readonly nodeModules: readonly string[]
  /** Bytes of files; what comes after the limit is not counted. */
  readonly bytes: number
  /** What most of them are in: a file or folder right below one that is copied. */
  readonly largest: { readonly path: string; readonly bytes: number } | undefined
}

/** Where looking ends: nothing that is said depends on more. */
const ENOUGH = { bytes: 20e9, entries: 200_000 }

/** Looks at what each COPY and ADD that goes into the image takes of folders of the context. Reads no file. */
export async function contextCopies(
  dockerfile: Dockerfile,
  { context, target, extraArgs }: ContextQuestion,
): Promise<Pick<Facts, 'copies' | 'ignoreFile' | 'ineffective'>> {
  const tree = new Tree(context, new FileReader())
  const ignore = await readIgnoreRules(tree, dockerfile.path, ignoreFileArgument(extraArgs))
  // Stages often copy the same: once is enough to walk through it.
  const seen = new Map<string, Seen>()
  const look = (sources: readonly string[]): Seen => {
    const key = sources.join('\n')
    const found = seen.get(key) ?? lookAt(sources, context, ignore)
    seen.set(key, found)
    return found
  }
  const copies = neededStages(dockerfile, target)
    .flatMap(({ instructions }) => instructions)
    .filter(({ keyword }) => keyword === 'COPY' || keyword === 'ADD')
    .filter(({ flags }) => !flags.some(({ name }) => /^(?:from|exclude|parents)$/.test(name)))
    .map((instruction) => ({ instruction, ...look(sourcesOf(instruction)) }))
  const ignoreFile = ignoreFileOf(context, dockerfile.path, ignoreFileArgument(extraArgs))
  return { copies, ignoreFile: basename(ignoreFile), ineffective: ineffectivePattern(ignoreFile, context) }
}

/** Of which build it is asked. */
export interface ContextQuestion {
  /** Absolute path. */
  readonly context: string
  readonly target: string | undefined
  readonly extraArgs: readonly string[]
}

/** The folders that an instruction names, where it names them as they are. */
function sourcesOf({ text }: Instruction): string[] {
  return operands(text)
    .slice(0, -1)
    .map((source) => posix.join('/', source).slice(1).replace(/\/$/, ''))
    .filter((path) => !/[$*?[]/.test(path))
}

function lookAt(sources: readonly string[], context: string, ignore: IgnoreRules): Seen {
  const look = new Look(context, ignore)
  for (const path of sources) look.folder(path)
  const { gitFolder, nodeModules, bytes, sizes } = look
  const largest = [...sizes].sort(([, a], [, b]) => b - a)[0]
  return { gitFolder, nodeModules, bytes, largest: largest && { path: largest[0], bytes: largest[1] } }
}

class Look {
  gitFolder: string | undefined
  readonly nodeModules: string[] = []
  /** By the file or folder right below the one that is copied. */
  readonly sizes = new Map<string, number>()
  bytes = 0
  private entries = 0

  constructor(
    private readonly context: string,
    private readonly ignore: IgnoreRules,
  ) {}

  /** Takes a source that is a folder into account. */
  folder(path: string): void {
    const stats = lstatSync(join(this.context, path), { throwIfNoEntry: false })
    if (stats?.isDirectory()) this.descend(path, undefined)
  }

  private descend(folder: string, top: string | undefined): void {
    for (const entry of list(join(this.context, folder))) {
      if (this.entries++ > ENOUGH.entries || this.bytes > ENOUGH.bytes) return
      const path = posix.join(folder, entry.name)
      const ignored = this.ignore.ignores(path)
      if (entry.isDirectory()) {
        if (ignored && this.ignore.isClosed(path)) continue
        if (!ignored && entry.name === '.git') this.gitFolder ??= path
        if (!ignored && entry.name === 'node_modules') this.nodeModules.push(path)
        this.descend(path, top ?? path)
      } else if (!ignored && entry.isFile()) {
        const size = lstatSync(join(this.context, path), { throwIfNoEntry: false })?.size ?? 0
        this.bytes += size
        this.sizes.set(top ?? path, (this.sizes.get(top ?? path) ?? 0) + size)
      }
    }
  }
}

// A folder that can't be read is left for podman to complain of.
function list(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}
