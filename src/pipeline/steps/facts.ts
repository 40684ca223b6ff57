import type { Dockerfile, Instruction, Stage } from '../../dockerfile/parse.js'
import { stagesLeft } from '../../dockerfile/resume.js'
import { neededStages } from '../../dockerfile/stages.js'
import type { StepFacts } from '../../report/report.js'
import type { Checkpoint } from './resumption.js'

const MAKES_A_LAYER = new Set(['RUN', 'COPY', 'ADD'])

/**
 * What became of each step that makes a layer, of all that the target needs.
 * @param seconds what instructions took that were run
 */
export function stepFacts(
  dockerfile: Dockerfile,
  target: string | undefined,
  resumed: ReadonlyMap<Stage, Pick<Checkpoint, 'after'>>,
  seconds: ReadonlyMap<Instruction, number>,
): StepFacts[] {
  const left = stagesLeft(dockerfile, target, resumed)
  return neededStages(dockerfile, target).flatMap((stage) => {
    const { instructions } = stage
    const after = resumed.get(stage)?.after
    const done = left.includes(stage) ? after && instructions.indexOf(after) : instructions.length
    return instructions.flatMap((instruction, at): StepFacts[] => {
      const { keyword, line } = instruction
      if (!MAKES_A_LAYER.has(keyword)) return []
      if (done !== undefined && at <= done) return [{ line, keyword, cached: true }]
      const took = seconds.get(instruction)
      return [{ line, keyword, cached: false, ...(took !== undefined && { seconds: rounded(took) }) }]
    })
  })
}

function rounded(seconds: number): number {
  return Math.round(seconds * 100) / 100
}
