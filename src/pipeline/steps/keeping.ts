import type { TimedStep } from '../../builder/build-log.js'
import type { Ground } from '../../builder/step-images.js'
import { canGoOnAfter } from '../../dockerfile/cuts.js'
import type { Dockerfile, Instruction, Stage } from '../../dockerfile/parse.js'
import { stagesLeft } from '../../dockerfile/resume.js'
import { findStage } from '../../dockerfile/stages.js'
import { instructionOfStep } from '../../dockerfile/steps.js'
import { firstVolatile, type Moving } from '../../dockerfile/volatile.js'
import { type Checkpoint, repeated } from './resumption.js'

// What is faster than this is not worth an image, which costs podman some tenths of a second twice.
const LEAST_SECONDS = 1
// Bytes a second, unpacked, at which a layer is packed, sent, fetched and unpacked again, taken together.
const PASSAGE = 50e6

/** A step after which an image may be worth keeping. */
export interface Candidate {
  readonly stage: Stage
  readonly after: Instruction
  /** What the steps since the candidate before it took. */
  readonly seconds: number
}

/** How long each instruction took, by the log, in seconds; the log may lie. */
export function secondsByInstruction(
  dockerfile: Dockerfile,
  steps: readonly TimedStep[],
): Map<Instruction, number> {
  const seconds = new Map<Instruction, number>()
  for (const timed of steps) {
    const instruction = instructionOfStep(dockerfile, timed.step)
    if (instruction !== undefined) seconds.set(instruction, (seconds.get(instruction) ?? 0) + timed.seconds)
  }
  return seconds
}

/**
 * The steps after which images may be worth keeping: RUNs that were done by this build, took their time, and that most commits don't
 * change.
 */
export function candidates(
  dockerfile: Dockerfile,
  target: string | undefined,
  resumed: ReadonlyMap<Stage, Checkpoint>,
  seconds: ReadonlyMap<Instruction, number>,
  moving: Moving,
): Candidate[] {
  return stagesLeft(dockerfile, target, resumed).flatMap((stage) => {
    const { instructions } = stage
    const last = firstVolatile(dockerfile, stage, moving)
    const end = last === undefined ? instructions.length : instructions.indexOf(last)
    const begin = instructions.indexOf(resumed.get(stage)?.after ?? instructions[0]!) + 1
    const found: Candidate[] = []
    let since = 0
    for (const after of instructions.slice(begin, end)) {
      since += seconds.get(after) ?? 0
      if (after.keyword !== 'RUN' || since < LEAST_SECONDS || !canGoOnAfter(stage, after)) continue
      found.push({ stage, after, seconds: since })
      since = 0
    }
    return found
  })
}

/** Whether steps that took some seconds are worth the bytes, unpacked, of what they left. */
export function isWorthKeeping(seconds: number, bytes: number): boolean {
  return seconds >= LEAST_SECONDS + bytes / PASSAGE
}

/**
 * What a stage has after an instruction: the image that it, or the stage that it goes on from, and so on, begins with, and what was
 * done since.
 * @param imageOf the image that a stage begins with; undefined when it isn't known
 */
export function groundAfter(
  dockerfile: Dockerfile,
  stage: Stage,
  after: Instruction,
  resumed: ReadonlyMap<Stage, Checkpoint>,
  imageOf: (stage: Stage) => Omit<Ground, 'done'> | undefined,
): Ground | undefined {
  const checkpoint = resumed.get(stage)
  const upTo = stage.instructions.indexOf(after) + 1
  if (checkpoint !== undefined) {
    const { record, after: from } = checkpoint
    const rest = stage.instructions.slice(stage.instructions.indexOf(from) + 1, upTo)
    return {
      diffIds: (record.config.rootfs as { readonly diff_ids: readonly string[] }).diff_ids,
      history: record.config.history?.length ?? 0,
      done: [...repeated(stage, from), ...rest],
    }
  }
  const own = stage.instructions.slice(1, upTo)
  const base = findStage(dockerfile.stages.slice(0, stage.index), stage.base)
  if (base === undefined) {
    const image = imageOf(stage)
    return image && { ...image, done: own }
  }
  const below = groundAfter(dockerfile, base, base.instructions.at(-1)!, resumed, imageOf)
  return below && { ...below, done: [...below.done, ...own] }
}
