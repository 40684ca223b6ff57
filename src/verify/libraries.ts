import type { Elf } from './elf.js'
import { architectureOf, loadsInto } from './machine.js'
import type { FileTree, Found } from './tree.js'

/** A file that the dynamic loader finds for a program, and can't load into it. */
export interface WrongLibrary {
  readonly path: string
  readonly elf: Elf
  /** Path of the file that needs it. */
  readonly neededBy: string
}

/** What loading a program comes to. */
export interface Loading {
  readonly wrong: readonly WrongLibrary[]
  /** The dynamic loader, when the image has none under the path that the program names. */
  readonly missingLoader: string | undefined
}

// What no program has: a hostile one must not take all the time.
const MOST_SEARCHES = 20_000

// Multiarch names of Debian and its like: https://wiki.debian.org/Multiarch/Tuples
const TUPLES: Readonly<Record<string, readonly string[]>> = {
  amd64: ['x86_64-linux-gnu'],
  '386': ['i386-linux-gnu'],
  arm64: ['aarch64-linux-gnu'],
  arm: ['arm-linux-gnueabihf', 'arm-linux-gnueabi'],
  ppc64le: ['powerpc64le-linux-gnu'],
  ppc64: ['powerpc64-linux-gnu'],
  s390x: ['s390x-linux-gnu'],
  riscv64: ['riscv64-linux-gnu'],
  loong64: ['loongarch64-linux-gnu'],
  mips: ['mips-linux-gnu'],
  mipsle: ['mipsel-linux-gnu'],
  mips64: ['mips64-linux-gnuabi64'],
  mips64le: ['mips64el-linux-gnuabi64'],
}

interface Loadable {
  readonly path: string
  readonly elf: Elf
}

/**
 * Follows what the dynamic loader would load into a program. A library that isn't found says nothing, since
 * `ld.so.cache` is not read; one that is found for another machine only does.
 */
export function loadLibraries(
  program: Loadable,
  tree: FileTree,
  environment: ReadonlyMap<string, string>,
): Loading {
  const { interpreter } = program.elf
  if (interpreter === undefined) return { wrong: [], missingLoader: undefined }
  const wrong: WrongLibrary[] = []
  const loader = tree.find(interpreter)
  if (loader?.content.kind === 'elf' && !loadsInto(loader.content.elf, program.elf)) {
    wrong.push({ path: loader.path, elf: loader.content.elf, neededBy: program.path })
  }
  const loaded = new Set<string>([program.path])
  const open: Loadable[] = [program]
  let searches = 0
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    const { linking } = file.elf
    if (linking === undefined || linking === 'unread') continue
    for (const name of linking.needed) {
      if (++searches > MOST_SEARCHES) return { wrong, missingLoader: undefined }
      const candidates = search(name, file, program, tree, environment)
      const fits = ({ elf }: Loadable) => loadsInto(elf, program.elf)
      // ld.so.cache knows folders that we don't: a right one anywhere is the one that is meant.
      const right =
        candidates.find(fits) ??
        (candidates.length === 0
          ? undefined
          : tree
              .named(name.slice(name.lastIndexOf('/') + 1))
              .flatMap(loadable)
              .find(fits))
      const found = right ?? candidates[0]
      if (found === undefined || loaded.has(found.path)) continue
      loaded.add(found.path)
      if (right === undefined) wrong.push({ ...found, neededBy: file.path })
      else open.push(right)
    }
  }
  return { wrong, missingLoader: loader === undefined ? interpreter : undefined }
}

/** ELF files of a library's name in the order in which glibc's loader looks at them; it passes over other machines' files. */
function search(
  name: string,
  file: Loadable,
  program: Loadable,
  tree: FileTree,
  environment: ReadonlyMap<string, string>,
): Loadable[] {
  const paths = name.includes('/')
    ? [name]
    : searchFolders(file, program, environment).map((folder) => `${folder}/${name}`)
  return paths.flatMap((path) => loadable(tree.find(path)))
}

// https://man7.org/linux/man-pages/man8/ld.so.8.html, and musl's default folders.
function searchFolders(
  file: Loadable,
  program: Loadable,
  environment: ReadonlyMap<string, string>,
): string[] {
  const [own, first] = [runPaths(file), runPaths(program)]
  const tuples = TUPLES[architectureOf(program.elf) ?? ''] ?? []
  const libraryPath = (environment.get('LD_LIBRARY_PATH') ?? '').split(/[:;]/).filter((path) => path !== '')
  return [
    ...(own.runpath.length === 0 ? [...own.rpath, ...(first.runpath.length === 0 ? first.rpath : [])] : []),
    ...libraryPath,
    ...own.runpath,
    ...tuples.flatMap((tuple) => [`/usr/local/lib/${tuple}`, `/lib/${tuple}`, `/usr/lib/${tuple}`]),
    ...['/lib64', '/usr/lib64', '/lib', '/usr/lib', '/usr/local/lib', '/usr/local/lib64'],
  ]
}

function runPaths({ path, elf }: Loadable): { rpath: string[]; runpath: string[] } {
  if (elf.linking === undefined || elf.linking === 'unread') return { rpath: [], runpath: [] }
  const origin = path.slice(0, path.lastIndexOf('/'))
  const expand = (folders: readonly string[]) =>
    folders
      .map((folder) => folder.replace(/\$(?:ORIGIN|\{ORIGIN\})/g, origin))
      .filter((folder) => folder.startsWith('/') && !folder.includes('$'))
  return { rpath: expand(elf.linking.rpath), runpath: expand(elf.linking.runpath) }
}

function loadable(found: Found | undefined): Loadable[] {
  return found?.content.kind === 'elf' ? [{ path: found.path, elf: found.content.elf }] : []
}
