import { posix } from 'node:path'
import { operands } from '../dockerfile/copies.js'
import { logicalLines } from '../dockerfile/lines.js'
import type { Instruction, Stage } from '../dockerfile/parse.js'
import { expandedName } from '../dockerfile/settings.js'
import {
  chainOf,
  findStage,
  instructionReferences,
  isBuildPlatform,
  isRun,
  isTargetPlatform,
  neededStages,
  platformOf,
  stageChain,
} from '../dockerfile/stages.js'
import { jsonWords, splitFlags } from '../fingerprint/flags.js'
import type { Facts } from './finding.js'
import { type Command, commandsOf } from './shell.js'

/** A RUN, as the shell gets it. */
export interface Run {
  readonly instruction: Instruction
  /** Without flags; here-documents follow the first line. */
  readonly script: string
  readonly commands: readonly Command[]
  /** Whether its lines are a script as they stand: no here-document, no list of words. */
  readonly plain: boolean
}

/** The RUN instructions of a stage. */
export function runsOf(facts: Facts, { instructions }: Stage): Run[] {
  const lines = logicalLines(facts.text).lines
  return instructions.filter(isRun).map((instruction) => {
    const line = lines.find((each) => each.line === instruction.line)
    const { rest } = splitFlags(line?.text ?? instruction.text)
    const bodies = (line?.heredocs ?? []).map(({ body }) => body)
    const words = jsonWords(rest)?.join(' ')
    const script = [words ?? rest, ...bodies].join('\n')
    const plain = bodies.length === 0 && words === undefined
    return { instruction, script, commands: commandsOf(script), plain }
  })
}

/** Stages whose platform is the target's, of those that go into the image. */
export function targetStages(facts: Facts): Stage[] {
  return needed(facts).filter((stage) => isOnTarget(facts, stage))
}

/** Stages that go into the image, in the file's order. */
export function needed({ dockerfile, target }: Facts): Stage[] {
  return neededStages(dockerfile, target)
}

/** Whether a stage is for the target's platform. */
export function isOnTarget({ dockerfile }: Facts, stage: Stage): boolean {
  return isTargetPlatform(platformOf(dockerfile, stage))
}

/** Whether a stage runs on the building machine. */
export function isOnBuildMachine({ dockerfile }: Facts, stage: Stage): boolean {
  return isBuildPlatform(platformOf(dockerfile, stage) ?? '')
}

/** Whether what a stage ends with is the image, or a part of what the image goes on from. */
export function isShipped({ dockerfile, target }: Facts, stage: Stage): boolean {
  return stageChain(dockerfile, target).includes(stage)
}

/** Whether any stage of the file goes on from a stage. */
export function hasChildren({ dockerfile }: Facts, stage: Stage): boolean {
  return dockerfile.stages.some(
    (each) =>
      each.index > stage.index && findStage(dockerfile.stages.slice(0, each.index), each.base) === stage,
  )
}

/** Whether a stage goes on from another one, and not from an image. */
export function goesOn({ dockerfile }: Facts, stage: Stage): boolean {
  return chainOf(dockerfile, stage).length > 1
}

/** Paths that stages which go into the image take from a stage; undefined where one of them mounts it. */
export function takenFrom(facts: Facts, stage: Stage): readonly string[] | undefined {
  const paths: string[] = []
  for (const user of needed(facts)) {
    const earlier = facts.dockerfile.stages.slice(0, user.index)
    for (const instruction of user.instructions) {
      if (!instructionReferences(instruction).some((name) => findStage(earlier, name) === stage)) continue
      if (instruction.keyword !== 'COPY') return undefined
      paths.push(
        ...operands(instruction.text)
          .slice(0, -1)
          .map((path) => posix.join('/', path)),
      )
    }
  }
  return paths
}

/** The folder that a stage works in when an instruction begins; undefined where it is the base image's. */
export function workingFolder({ dockerfile }: Facts, stage: Stage, before: Instruction): string | undefined {
  let folder: string | undefined
  for (const each of chainOf(dockerfile, stage)
    .reverse()
    .flatMap(({ instructions }) => instructions)) {
    if (each === before) break
    if (each.keyword === 'WORKDIR') folder = posix.resolve(folder ?? '/', each.text.trim())
  }
  return folder
}

/** Whether a stage has an ARG of a name before an instruction of it. */
export function isDeclared({ instructions }: Stage, before: Instruction, name: string): boolean {
  return instructions
    .slice(0, instructions.indexOf(before))
    .some(({ keyword, assignments }) => keyword === 'ARG' && assignments.some((each) => each.name === name))
}

/** The text of a stage and of those that it goes on from. */
export function textOf({ dockerfile }: Facts, stage: Stage): string {
  return chainOf(dockerfile, stage)
    .flatMap(({ instructions }) => instructions)
    .map(({ text }) => text)
    .join('\n')
}

/** The image that a stage starts from, with the values of its variables where these are known. */
export function imageOf(facts: Facts, stage: Stage): string {
  const root = chainOf(facts.dockerfile, stage).at(-1)!
  const variables = { args: facts.args, platform: facts.buildPlatform }
  return expandedName(root.base, facts.dockerfile, variables) ?? root.base
}

/** A stage in a sentence. */
export function stageName({ name }: Stage): string {
  return name === undefined ? 'this stage' : `the stage ${name}`
}
