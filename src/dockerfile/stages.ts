import { mountOptions } from './mount-options.js'
import type { Dockerfile, Instruction, Stage } from './parse.js'

/** The stage that `target` names (by name or number), or the last one; undefined when there is none. */
export function targetStage(dockerfile: Dockerfile, target: string | undefined): Stage | undefined {
  if (target === undefined) return dockerfile.stages.at(-1)
  return findStage(dockerfile.stages, target)
}

/** The target's stage, the one that it goes on from, and so on. */
export function stageChain(dockerfile: Dockerfile, target: string | undefined): Stage[] {
  return chainOf(dockerfile, targetStage(dockerfile, target))
}

/** A stage, the one that it goes on from, and so on. */
export function chainOf(dockerfile: Dockerfile, stage: Stage | undefined): Stage[] {
  const chain: Stage[] = []
  for (
    let each = stage;
    each !== undefined;
    each = findStage(dockerfile.stages.slice(0, each.index), each.base)
  ) {
    chain.push(each)
  }
  return chain
}

/** The stages that go into the target, itself included, in the file's order. */
export function neededStages(dockerfile: Dockerfile, target: string | undefined): Stage[] {
  const needed = new Set<Stage>()
  const visit = (stage: Stage | undefined): void => {
    if (stage === undefined || needed.has(stage)) return
    needed.add(stage)
    const earlier = dockerfile.stages.slice(0, stage.index)
    for (const name of stageReferences(stage)) visit(findStage(earlier, name))
  }
  visit(targetStage(dockerfile, target))
  return dockerfile.stages.filter((stage) => needed.has(stage))
}

/** The stage of a name or number among some stages. */
export function findStage(stages: readonly Stage[], name: string): Stage | undefined {
  const named = stages.findLast((stage) => stage.name === name.toLowerCase())
  return named ?? (/^\d+$/.test(name) ? stages[Number(name)] : undefined)
}

/** Names of stages, images and contexts that a stage takes something from, its base first. */
export function stageReferences(stage: Stage): string[] {
  return [stage.base, ...stage.instructions.flatMap(instructionReferences)]
}

/** Names of stages, images and contexts that an instruction takes something from, but for FROM. */
export function instructionReferences({ flags }: Instruction): string[] {
  return flags.flatMap(({ name, value }) => {
    if (name === 'from') return [value]
    const from = name === 'mount' ? mountOptions(value).get('from') : undefined
    return from ? [from] : []
  })
}

/** Where RUN steps run: for the target's platform, or for one that the Dockerfile names. */
export interface Execution {
  readonly onTarget: boolean
  /** Values of `FROM --platform=os/architecture`. */
  readonly onNamed: readonly string[]
}

/**
 * Which platforms' programs building the target executes: those of needed stages that have a RUN and aren't fixed to
 * `$BUILDPLATFORM`. COPY, WORKDIR and the like execute nothing.
 */
export function executionOf(dockerfile: Dockerfile, target: string | undefined): Execution {
  const stages = neededStages(dockerfile, target)
  // Nothing readable (such as a file for the C preprocessor): assume that it does.
  if (stages.length === 0 || dockerfile.path.endsWith('.in')) return { onTarget: true, onNamed: [] }
  const platforms = stages
    .filter((stage) => stage.instructions.some(isRun))
    .map((stage) => platformOf(dockerfile, stage) ?? '$TARGETPLATFORM')
    .filter((platform) => !isBuildPlatform(platform))
  return {
    onTarget: platforms.some((platform) => platform.includes('$')),
    onNamed: [...new Set(platforms.filter((platform) => !platform.includes('$')))],
  }
}

/** The RUN instructions that run on the target platform. */
export function runsOnTarget(dockerfile: Dockerfile, target: string | undefined): Instruction[] {
  return neededStages(dockerfile, target)
    .filter((stage) => isTargetPlatform(platformOf(dockerfile, stage)))
    .flatMap((stage) => stage.instructions.filter(isRun))
}

/** The platform that a stage, or the one that it goes on from, is given; undefined when none is written. */
export function platformOf(dockerfile: Dockerfile, stage: Stage): string | undefined {
  const base = findStage(dockerfile.stages.slice(0, stage.index), stage.base)
  return stage.platform ?? (base && platformOf(dockerfile, base))
}

/** Whether a `--platform` as written is the building machine's. */
export function isBuildPlatform(written: string): boolean {
  return /^\$(BUILDPLATFORM|\{BUILDPLATFORM\})$/.test(written)
}

/** Whether a `--platform` as written is the target's, as it is where none is. */
export function isTargetPlatform(written: string | undefined): boolean {
  return written === undefined || written.includes('TARGETPLATFORM')
}

/** Whether an instruction runs a program. */
export function isRun(instruction: { readonly keyword: string }): boolean {
  return instruction.keyword === 'RUN'
}
