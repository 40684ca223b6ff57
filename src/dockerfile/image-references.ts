import { mountOptions } from './mount-options.js'
import type { Dockerfile, Instruction, Stage } from './parse.js'
import { neededStages } from './stages.js'

/** An image from elsewhere that the Dockerfile names. */
export interface ImageReference {
  /** As written, with its variables. */
  readonly image: string
  /** `--platform` of a FROM, as written; undefined where the target's platform is meant. */
  readonly platform: string | undefined
  readonly by: 'FROM' | 'COPY --from' | 'RUN --mount'
  readonly line: number
}

/** The images from elsewhere that building the target uses. */
export function imageReferences(dockerfile: Dockerfile, target: string | undefined): ImageReference[] {
  return neededStages(dockerfile, target).flatMap((stage) => {
    const earlier = dockerfile.stages.slice(0, stage.index)
    return [fromReference(stage), ...stage.instructions.flatMap(otherReferences)].filter(
      ({ image }) => image !== '' && image.toLowerCase() !== 'scratch' && !isStage(earlier, image),
    )
  })
}

function fromReference(stage: Stage): ImageReference {
  const { base: image, platform, instructions } = stage
  return { image, platform, by: 'FROM', line: instructions[0]!.line }
}

function otherReferences({ keyword, flags, line }: Instruction): ImageReference[] {
  return flags.flatMap(({ name, value }): ImageReference[] => {
    const mounted = name === 'mount' ? mountOptions(value).get('from') || undefined : undefined
    if (mounted !== undefined) return [{ image: mounted, platform: undefined, by: 'RUN --mount', line }]
    if (name !== 'from' || keyword === 'FROM') return []
    return [{ image: value, platform: undefined, by: 'COPY --from', line }]
  })
}

function isStage(stages: readonly Stage[], name: string): boolean {
  return stages.some((stage) => stage.name === name.toLowerCase() || String(stage.index) === name)
}
