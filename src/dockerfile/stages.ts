import type { Dockerfile, Stage } from './parse.js'

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

function stageReferences(stage: Stage): string[] {
  const flags = stage.instructions.flatMap((instruction) => instruction.flags)
  return [
    stage.base,
    ...flags.filter((flag) => flag.name === 'from').map((flag) => flag.value),
    ...flags
      .filter((flag) => flag.name === 'mount')
      .flatMap((flag) => /(?:^|,)from=([^,]+)/.exec(flag.value)?.[1] ?? []),
  ]
}

/**
 * Whether building the target executes programs of the target platform: a needed stage that isn't fixed to
 * `$BUILDPLATFORM` has a RUN. COPY, WORKDIR and the like execute nothing.
 */
export function executesOnTarget(dockerfile: Dockerfile, target: string | undefined): boolean {
  const stages = neededStages(dockerfile, target)
  // Nothing readable (such as a file for the C preprocessor): assume that it does.
  if (stages.length === 0 || dockerfile.path.endsWith('.in')) return true
  return stages.some((stage) => !runsOnBuildPlatform(dockerfile, stage) && stage.instructions.some(isRun))
}

function runsOnBuildPlatform(dockerfile: Dockerfile, stage: Stage): boolean {
  if (stage.platform !== undefined) return /^\$(BUILDPLATFORM|\{BUILDPLATFORM\})$/.test(stage.platform)
  const base = findStage(dockerfile.stages.slice(0, stage.index), stage.base)
  return base !== undefined && runsOnBuildPlatform(dockerfile, base)
}

function isRun(instruction: { readonly keyword: string }): boolean {
  return instruction.keyword === 'RUN'
}
