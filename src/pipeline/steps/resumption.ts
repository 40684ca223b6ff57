import type { CheckpointRecord } from '../../cache/records.js'
import { canGoOnAfter } from '../../dockerfile/cuts.js'
import type { Dockerfile, Instruction, Stage } from '../../dockerfile/parse.js'
import { stagesLeft } from '../../dockerfile/resume.js'
import { chainOf, targetStage } from '../../dockerfile/stages.js'
import type { StageKeys } from '../../fingerprint/types.js'
import type { Digest } from '../../oci/digest.js'
import { baseOf, noteBase } from '../../oci/image.js'
import type { ImageConfig, Manifest } from '../../oci/types.js'
import { isOfSteps } from './exchange.js'

/** A kept image of what a stage was after a step. */
export interface Checkpoint {
  readonly keys: StageKeys
  readonly after: Instruction
  readonly key: Digest
  readonly record: CheckpointRecord
}

/**
 * The checkpoints that a build goes on from: of each stage that is still needed the latest.
 * @param stages those that the target needs
 * @param recordOf what is kept under a key, and may be used
 */
export function chooseCheckpoints(
  dockerfile: Dockerfile,
  target: string | undefined,
  stages: readonly StageKeys[],
  recordOf: (key: Digest, keys: StageKeys) => CheckpointRecord | undefined,
): Map<Stage, Checkpoint> {
  const last = targetStage(dockerfile, target)
  const latest = new Map<Stage, Checkpoint>()
  for (const keys of stages) {
    const found = keys.steps.toReversed().flatMap(({ instruction: after, key }): Checkpoint[] => {
      // Of the target something must be left to do, since its result is what podman reports.
      const isEnd = keys.stage === last && after === keys.steps.at(-1)?.instruction
      if (key === undefined || isEnd || !canGoOnAfter(keys.stage, after)) return []
      const record = recordOf(key, keys)
      return record === undefined ? [] : [{ keys, after, key, record }]
    })
    if (found[0] !== undefined) latest.set(keys.stage, found[0])
  }
  const left = stagesLeft(dockerfile, target, latest)
  return new Map([...latest].filter(([stage]) => left.includes(stage)))
}

/** Instructions that a stage which goes on from an image repeats: no image keeps what they say. */
export function repeated(stage: Stage, after: Instruction): Instruction[] {
  const done = stage.instructions.slice(1, stage.instructions.indexOf(after) + 1)
  return done.filter(({ keyword }) => keyword === 'ARG' || keyword === 'SHELL')
}

type HistoryEntry = NonNullable<ImageConfig['history']>[number]

// podman 4.3 notes where the first step of a stage found its image.
function withoutSteps({ comment, ...entry }: HistoryEntry): HistoryEntry {
  const [, from = ''] = /^FROM ([^@]*)@/.exec(comment ?? '') ?? []
  return comment === undefined || isOfSteps(from) ? entry : { ...entry, comment }
}

/** The checkpoint that a stage, or the stage that it goes on from, and so on, was resumed from. */
export function rootCheckpoint(
  dockerfile: Dockerfile,
  stage: Stage | undefined,
  resumed: ReadonlyMap<Stage, Checkpoint>,
): Checkpoint | undefined {
  const root = chainOf(dockerfile, stage).find((each) => resumed.has(each))
  return root && resumed.get(root)
}

/**
 * An image of a build that went on from a checkpoint, as it is when it is built in one: repeated instructions stand in its
 * history once, and its base is that of the whole.
 */
export function asBuiltInOne(
  built: { readonly manifest: Manifest; readonly config: ImageConfig },
  stage: Stage,
  root: Checkpoint,
): { readonly manifest: Manifest; readonly config: ImageConfig } {
  const { keys, after, record } = root
  const from = record.config.history?.length ?? 0
  const to = from + repeated(keys.stage, after).length
  const history = built.config.history?.filter((_entry, at) => at < from || at >= to).map(withoutSteps)
  const config = { ...built.config, ...(history && { history }) }
  if (keys.stage !== stage) return { manifest: built.manifest, config }
  return { manifest: noteBase(built.manifest, baseOf(record.manifest)), config }
}
