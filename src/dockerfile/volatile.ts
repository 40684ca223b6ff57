import { operands } from './copies.js'
import type { Dockerfile, Instruction, Stage } from './parse.js'
import { findStage } from './stages.js'

/** What is known to differ from one commit to the next. */
export interface Moving {
  /** Whether a source of COPY is a folder of the context: sources of programs, where most commits change something. */
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
  return steps.find((step) => takesFromContext(step, moving) || takesFrom(step).some(isVolatile))
}

function takesFromContext(step: Instruction, { isFolder, args }: Moving): boolean {
  switch (step.keyword) {
    case 'ARG':
      return step.assignments.some(({ name }) => args.has(name))
    case 'COPY':
    case 'ADD':
      return takesFrom(step).length === 0 && operands(step.text).slice(0, -1).some(isFolder)
    case 'RUN':
      return bindSources(step).some(isFolder)
    default:
      return false
  }
}

function takesFrom({ flags }: Instruction): string[] {
  return flags.flatMap(({ name, value }) => {
    if (name === 'from') return [value]
    return name === 'mount' ? (mountFields(value).get('from') ?? []) : []
  })
}

function bindSources({ flags }: Instruction): string[] {
  return flags.flatMap(({ name, value }) => {
    if (name !== 'mount') return []
    const fields = mountFields(value)
    // A mount without a type is a bind mount.
    if ((fields.get('type') ?? 'bind') !== 'bind' || fields.has('from')) return []
    return [fields.get('source') ?? fields.get('src') ?? '.']
  })
}

function mountFields(value: string): Map<string, string> {
  return new Map(
    value.split(',').map((field) => {
      const [name = '', ...rest] = field.split('=')
      return [name.toLowerCase(), rest.join('=')]
    }),
  )
}
