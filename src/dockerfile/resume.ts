import type { Dockerfile, Instruction, Stage } from './parse.js'
import { findStage, stageReferences, targetStage } from './stages.js'

/** Where a stage goes on: from an image that is as the stage was after some instruction. */
export interface Resumption {
  /** The last instruction that the image has done. */
  readonly after: Instruction
  /** Reference that FROM can take. */
  readonly image: string
}

/**
 * The stages that are still to be built, in the file's order, when some go on from images: what a resumed stage did before
 * needs no other stage any more.
 */
export function stagesLeft(
  dockerfile: Dockerfile,
  target: string | undefined,
  resumed: ReadonlyMap<Stage, Pick<Resumption, 'after'>>,
): Stage[] {
  const left = new Set<Stage>()
  const visit = (stage: Stage | undefined): void => {
    if (stage === undefined || left.has(stage)) return
    left.add(stage)
    const earlier = dockerfile.stages.slice(0, stage.index)
    for (const name of stageReferences(remaining(stage, resumed.get(stage)))) visit(findStage(earlier, name))
  }
  visit(targetStage(dockerfile, target))
  return dockerfile.stages.filter((stage) => left.has(stage))
}

function remaining(stage: Stage, resumption: Pick<Resumption, 'after'> | undefined): Stage {
  if (resumption === undefined) return stage
  const from = stage.instructions.indexOf(resumption.after) + 1
  return { ...stage, base: 'scratch', instructions: stage.instructions.slice(from) }
}

/**
 * The Dockerfile's text in which stages go on from images. What these have done is taken out, but for ARG and SHELL,
 * which no image keeps; stages that nothing needs any more are empty. Lines and stages keep their numbers.
 */
export function resumedText(
  text: string,
  dockerfile: Dockerfile,
  target: string | undefined,
  resumed: ReadonlyMap<Stage, Resumption>,
): string {
  const lines = text.split('\n')
  const left = new Set(stagesLeft(dockerfile, target, resumed))
  const last = targetStage(dockerfile, target)?.index ?? dockerfile.stages.length
  for (const stage of dockerfile.stages.slice(0, last + 1)) {
    const resumption = resumed.get(stage)
    if (!left.has(stage)) {
      takeOut(lines, stage.instructions)
      putFrom(lines, stage, 'scratch')
    } else if (resumption !== undefined) {
      const done = stage.instructions.slice(0, stage.instructions.indexOf(resumption.after) + 1)
      takeOut(
        lines,
        done.filter(({ keyword }) => keyword !== 'ARG' && keyword !== 'SHELL'),
      )
      putFrom(lines, stage, resumption.image)
    }
  }
  return lines.join('\n')
}

function takeOut(lines: string[], instructions: readonly Instruction[]): void {
  for (const { line, endLine } of instructions) lines.fill('', line - 1, endLine)
}

function putFrom(lines: string[], stage: Stage, image: string): void {
  const platform = stage.platform === undefined || image === 'scratch' ? '' : ` --platform=${stage.platform}`
  const name = stage.name === undefined ? '' : ` AS ${stage.name}`
  lines[stage.instructions[0]!.line - 1] = `FROM${platform} ${image}${name}`
}
