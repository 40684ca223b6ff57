import type { Dockerfile, Instruction } from './parse.js'
import { neededStages } from './stages.js'

/** An argument that is declared too early. */
export interface EarlyArgument {
  readonly name: string
  readonly declaration: Instruction
  /** The first step that runs again for each of its values though it doesn't name it. */
  readonly step: Instruction
}

/**
 * Arguments that have another value in each build and are declared before a RUN that doesn't name them: it sees them all the same, so
 * nothing from there on can come from a cache (docs/traps.md, 25).
 * @param moving names of arguments that have another value in each build
 */
export function earlyArguments(
  dockerfile: Dockerfile,
  target: string | undefined,
  moving: ReadonlySet<string>,
): EarlyArgument[] {
  return neededStages(dockerfile, target).flatMap(({ instructions }) =>
    instructions.flatMap((declaration, at) =>
      declaration.keyword !== 'ARG'
        ? []
        : declaration.assignments.flatMap(({ name }): EarlyArgument[] => {
            if (!moving.has(name)) return []
            const step = instructions.slice(at + 1).find(({ keyword }) => keyword === 'RUN')
            return step === undefined || step.text.includes(name) ? [] : [{ name, declaration, step }]
          }),
    ),
  )
}
