import { posix } from 'node:path'
import { operands } from './copies.js'
import { mountOptions } from './mount-options.js'
import type { Dockerfile, Instruction, Stage } from './parse.js'
import { findStage, instructionReferences } from './stages.js'

/** What is known to differ from one commit to the next. */
export interface Moving {
  /** Whether a path is a folder of the context, or the context itself: sources of programs, where most commits change something. */
  readonly isFolder: (source: string) => boolean
  /** Arguments whose values name a commit, a run or a time. */
  readonly args: ReadonlySet<string>
}

/**
 * The first instruction of a stage that most commits change, directly or through a stage that it takes something from. What
 * comes before is worth keeping; what comes after is hardly ever the same again.
 * @returns undefined when there is none
 */
export function firstVolatile(dockerfile: Dockerfile, stage: Stage, moving: Moving): Instruction | undefined {
  const earlier = dockerfile.stages.slice(0, stage.index)
  const isVolatile = (name: string) => {
    const found = findStage(earlier, name)
    return found !== undefined && firstVolatile(dockerfile, found, moving) !== undefined
  }
  const [from, ...steps] = stage.instructions
  if (from === undefined || isVolatile(stage.base)) return from
  return steps.find(
    (step, at) =>
      takesFromContext(step, moving, steps.slice(at + 1)) || instructionReferences(step).some(isVolatile),
  )
}

function takesFromContext(
  step: Instruction,
  { isFolder, args }: Moving,
  later: readonly Instruction[],
): boolean {
  switch (step.keyword) {
    case 'ARG':
      return step.assignments.some(({ name }) => args.has(name))
    case 'COPY':
    case 'ADD':
      // Who copies a folder by itself, and later all that it lies in, knows that it changes less often.
      return contextSources(step).some(
        (source) => isFolder(source) && !later.some((each) => covers(each, source)),
      )
    case 'RUN':
      return bindSources(step).some(isFolder)
    default:
      return false
  }
}

function contextSources(step: Instruction): string[] {
  if (step.keyword !== 'COPY' && step.keyword !== 'ADD') return []
  return instructionReferences(step).length > 0 ? [] : operands(step.text).slice(0, -1).map(pathOf)
}

/** Whether a step copies a folder that a path lies in. */
function covers(step: Instruction, path: string): boolean {
  return contextSources(step).some(
    (source) => path !== source && (source === '' || path.startsWith(`${source}/`)),
  )
}

/** A source as a path from the context; empty for the context itself. */
function pathOf(source: string): string {
  const path = posix.join('/', source).replace(/\/$/, '')
  return path.slice(1)
}

function bindSources({ flags }: Instruction): string[] {
  return flags.flatMap(({ name, value }) => {
    if (name !== 'mount') return []
    const options = mountOptions(value)
    // A mount without a type is a bind mount.
    if ((options.get('type') ?? 'bind') !== 'bind' || options.has('from')) return []
    return [pathOf(options.get('source') ?? options.get('src') ?? '.')]
  })
}
