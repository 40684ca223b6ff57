import type { Image } from '../oci/image.js'
import type { Platform } from '../oci/platform.js'
import { loadLibraries } from './libraries.js'
import { isMachineCode, machineName, runsOn } from './machine.js'
import { environmentOf, type Started, startedPrograms } from './program.js'
import type { FileTree, Found } from './tree.js'
import type { Explanation, Finding } from './verdict.js'

/** What the caller knows of an image besides its bytes. */
export interface ContentsContext {
  /** Whether a file for another machine belongs at this path. */
  readonly allowed: (path: string) => boolean
  /** Why a file may be for another machine, by where the Dockerfile takes it from. */
  readonly explain: (path: string) => Explanation | undefined
}

const PATHS_SHOWN = 5

/**
 * Compares the programs in an image with its platform: what a container of it starts, through scripts and wrappers, with
 * the libraries that this loads, and all others.
 */
export function verifyContents(
  image: Pick<Image, 'config'>,
  expected: Platform,
  tree: FileTree,
  context: ContentsContext,
): Finding[] {
  const verdicts = new Verdicts(expected, context)
  for (const [at, started] of startedPrograms(image.config.config, tree).entries()) {
    if (started.file === undefined)
      verdicts.absent(started, severityOfAbsence(started, at === 0, image, tree))
    else verdicts.program(started.file, tree, environmentOf(image.config.config))
  }
  verdicts.others(tree)
  return verdicts.findings
}

/**
 * How bad it is that a program isn't there. An absolute path in an image that holds programs is a mistake. A command in an
 * image of data alone is often made up, since `podman create` wants one; what lies in a volume may be there by then.
 */
function severityOfAbsence(
  { name, interprets }: Started,
  isFirst: boolean,
  { config }: Pick<Image, 'config'>,
  tree: FileTree,
): Finding['severity'] | undefined {
  // What a script or wrapper goes on to may be there by the time that it does.
  if (!isFirst && interprets === undefined) return undefined
  if (!isFirst || !name.startsWith('/')) return 'warning'
  const volumes = [...Object.keys(config.config?.Volumes ?? {}), '/dev', '/proc', '/run', '/sys']
  if (volumes.some((volume) => name.startsWith(`${volume.replace(/\/+$/, '')}/`))) return 'warning'
  for (const { content } of tree.files()) if (content.kind !== 'other') return 'error'
  return 'warning'
}

class Verdicts {
  readonly findings: Finding[] = []
  private readonly judged = new Set<string>()

  constructor(
    private readonly expected: Platform,
    private readonly context: ContentsContext,
  ) {}

  /** A program that starting a container needs is not there. */
  absent({ name, interprets }: Started, severity: 'error' | 'warning' | undefined): void {
    if (severity === undefined) return
    this.add(severity, {
      found:
        interprets === undefined ? `no ${name}` : `no ${name}, which ${interprets} names as its interpreter`,
      expected: interprets === undefined ? 'the program that the image starts' : 'the interpreter',
      cause: /\/(?:sh|bash)$/.test(name)
        ? 'the image has no shell, and the shell form of ENTRYPOINT or CMD, or a script, needs one'
        : 'it was not copied into the image, or lies elsewhere',
    })
  }

  /** A program that is started, and what it loads. */
  program(file: Found, tree: FileTree, environment: ReadonlyMap<string, string>): void {
    const { path, content } = file
    if (this.judged.has(path) || this.context.allowed(path)) return
    this.judged.add(path)
    if (content.kind === 'damaged') this.wrong(path, `a damaged program (${content.problem}) at ${path}`)
    else if (content.kind === 'alien') this.wrong(path, `a program for ${content.system} at ${path}`)
    else if (content.kind === 'elf') {
      const runs = runsOn(content.elf, this.expected.architecture)
      if (runs === 'no' || runs === 'compatible') {
        this.wrong(
          path,
          `a program for ${machineName(content.elf)} at ${path}`,
          runs === 'no' ? 'error' : 'warning',
        )
      } else this.libraries({ path, elf: content.elf }, tree, environment)
    }
  }

  private libraries(
    program: Parameters<typeof loadLibraries>[0],
    tree: FileTree,
    environment: ReadonlyMap<string, string>,
  ): void {
    const { wrong, missingLoader } = loadLibraries(program, tree, environment)
    for (const { path, elf, neededBy } of wrong) {
      if (this.judged.has(path) || this.context.allowed(path)) continue
      this.judged.add(path)
      this.wrong(path, `a library for ${machineName(elf)} at ${path}, which ${neededBy} loads`)
    }
    if (missingLoader !== undefined) {
      this.add('warning', {
        found: `no ${missingLoader}, the dynamic loader of ${program.path}`,
        expected: 'the loader and its libraries, or a static program',
        cause:
          'the program was linked dynamically and copied without what it loads; for Go, set CGO_ENABLED=0',
      })
    }
  }

  /** Files for other machines that nothing starts, as far as is known: one finding for all of them. */
  others(tree: FileTree): void {
    const foreign: string[] = []
    for (const { path, content } of tree.files()) {
      if (content.kind !== 'elf' || !isMachineCode(content.elf) || this.judged.has(path)) continue
      if (runsOn(content.elf, this.expected.architecture) !== 'no' || this.context.allowed(path)) continue
      foreign.push(`${path} (${machineName(content.elf)})`)
    }
    if (foreign.length === 0) return
    const shown = foreign.sort().slice(0, PATHS_SHOWN).join(', ')
    const more = foreign.length > PATHS_SHOWN ? ` and ${foreign.length - PATHS_SHOWN} more` : ''
    const files = foreign.length === 1 ? '1 file' : `${foreign.length} files`
    const first = foreign[0]!.replace(/ \(.*$/, '')
    this.add('warning', {
      found: `${files} for another machine: ${shown}${more}`,
      expected: `files for ${this.expected.architecture} only`,
      ...this.context.explain(first),
      cure: 'name those that belong in the image in verify-allow',
    })
  }

  private wrong(path: string, found: string, severity: Finding['severity'] = 'error'): void {
    this.add(severity, {
      found,
      expected: `one for ${this.expected.architecture}`,
      ...this.context.explain(path),
    })
  }

  private add(severity: Finding['severity'], finding: Omit<Finding, 'severity' | 'platform'>): void {
    this.findings.push({ severity, platform: this.expected.text, ...finding })
  }
}
