import { posix } from 'node:path'
import type { Dockerfile, Instruction, Stage } from './parse.js'
import { findStage, targetStage } from './stages.js'

/** The instruction that puts a file into an image. */
export interface Origin {
  readonly stage: Stage
  readonly instruction: Instruction
  /** Where it comes from: the build context, a stage, another image, or the base image of `stage`. */
  readonly from:
    | { readonly kind: 'context'; readonly sources: readonly string[] }
    | { readonly kind: 'stage'; readonly stage: Stage; readonly sources: readonly string[] }
    | { readonly kind: 'image'; readonly image: string }
    | { readonly kind: 'run' }
    | { readonly kind: 'base'; readonly image: string }
}

/**
 * Where a path of the target's image most likely comes from: the last COPY or ADD whose destination covers it, through the
 * stages that it goes on from. A guess for a message, since only the build knows what a RUN did.
 */
export function originOf(
  dockerfile: Dockerfile,
  target: string | undefined,
  path: string,
): Origin | undefined {
  let stage = targetStage(dockerfile, target)
  while (stage !== undefined) {
    const here = copyOf(dockerfile, stage, path)
    if (here) return here
    const base = findStage(dockerfile.stages.slice(0, stage.index), stage.base)
    if (base === undefined) return fromBase(stage, path)
    stage = base
  }
  return undefined
}

function fromBase(stage: Stage, path: string): Origin | undefined {
  const naming = stage.instructions.findLast(
    ({ keyword, text }) => keyword === 'RUN' && text.includes(posix.basename(path)),
  )
  if (naming) return { stage, instruction: naming, from: { kind: 'run' } }
  const [from] = stage.instructions
  if (from === undefined || stage.base.toLowerCase() === 'scratch') return undefined
  return { stage, instruction: from, from: { kind: 'base', image: stage.base } }
}

function copyOf(dockerfile: Dockerfile, stage: Stage, path: string): Origin | undefined {
  let folder = '/'
  let found: { instruction: Instruction; sources: readonly string[]; exact: boolean } | undefined
  for (const instruction of stage.instructions) {
    if (instruction.keyword === 'WORKDIR') folder = posix.resolve(folder, instruction.text.trim())
    if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') continue
    const words = operands(instruction.text)
    const [sources, destination] = [words.slice(0, -1), words.at(-1)]
    if (destination === undefined || sources.length === 0) continue
    const exact = reaches(posix.resolve(folder, destination), sources, path)
    if (exact !== undefined && (exact || !found?.exact)) found = { instruction, sources, exact }
  }
  if (found === undefined) return undefined
  const { instruction, sources } = found
  return { stage, instruction, from: sourceOf(dockerfile, stage, instruction, sources) }
}

/** true: puts just this file there; false: a folder that may hold it; undefined: something else. */
function reaches(destination: string, sources: readonly string[], path: string): boolean | undefined {
  if (destination === path) return true
  const below = destination === '/' ? '/' : `${destination}/`
  if (!path.startsWith(below)) return undefined
  const rest = path.slice(below.length)
  return sources.some((source) => posix.basename(source) === rest)
}

function sourceOf(
  dockerfile: Dockerfile,
  stage: Stage,
  instruction: Instruction,
  sources: readonly string[],
): Origin['from'] {
  const from = instruction.flags.find(({ name }) => name === 'from')?.value
  if (from === undefined) return { kind: 'context', sources }
  const source = findStage(dockerfile.stages.slice(0, stage.index), from)
  return source === undefined ? { kind: 'image', image: from } : { kind: 'stage', stage: source, sources }
}

/** The words after the flags, in either form. */
export function operands(text: string): string[] {
  const joined = text.replace(/\\[ \t]*\r?\n/g, ' ').trim()
  const rest = joined.replace(/^(?:--\S+\s+)+/, '')
  if (rest.startsWith('[')) {
    try {
      const list: unknown = JSON.parse(rest)
      if (Array.isArray(list)) return list.map(String)
    } catch {
      // Not the JSON form, then: the builder reads it as words too.
    }
  }
  return rest.split(/\s+/).map((word) => word.replace(/^(["'])(.*)\1$/, '$2'))
}
