import type { Stage } from '../dockerfile/parse.js'
import { chainOf } from '../dockerfile/stages.js'
import type { ContextCopy } from './context.js'
import type { Facts, Found } from './finding.js'
import { needed, runsOf } from './stage-uses.js'

/** A context that takes longer to copy than most builds of it: rarely meant. */
const LARGE = 500e6
/** Programs that may ask Git for a version, directly or through a build file. */
const MAY_ASK_GIT =
  /\bgit\b|\b(?:make|goreleaser|mage|task|just|bazel|setuptools.?scm|hatch-vcs|gitversion|nbgv)\b/i
const INSTALLS_PACKAGES = /\b(?:npm (?:ci|install|i)\b|pnpm (?:i|install)\b|yarn\b|bun (?:i|install)\b)/

/** A `.git` folder that is copied into a stage where nothing asks Git. */
export function gitFolderInContext(facts: Facts): Found[] {
  const copy = facts.copies.find(
    ({ gitFolder, instruction }) =>
      gitFolder !== undefined &&
      !stagesWith(facts, instruction).some((stage) => runs(facts, stage, MAY_ASK_GIT)),
  )
  if (copy === undefined) return []
  return [
    {
      message: `this copies ${copy.gitFolder}: every commit changes it, so that the steps from here on always run again, and the whole history is in the layer`,
      cure: `add a line ${copy.gitFolder} to ${facts.ignoreFile}`,
      location: locationOf(facts, copy),
    },
  ]
}

/** Node packages of the building machine that take the place of those that were installed for the platform. */
export function nodeModulesInContext(facts: Facts): Found[] {
  const copy = facts.copies.find(
    ({ nodeModules, instruction }) =>
      nodeModules.length > 0 &&
      stagesWith(facts, instruction).some((stage) => runs(facts, stage, INSTALLS_PACKAGES)),
  )
  if (copy === undefined) return []
  return [
    {
      message: `this copies ${copy.nodeModules[0]} of the building machine over what is installed for the platform: its native add-ons are for the wrong one`,
      cure: `add a line **/node_modules to ${facts.ignoreFile}`,
      location: locationOf(facts, copy),
    },
  ]
}

/** Gigabytes that are copied. */
export function largeContext(facts: Facts): Found[] {
  const copy = facts.copies.find(({ bytes }) => bytes > LARGE)
  if (copy?.largest === undefined) return []
  const { largest, bytes } = copy
  return [
    {
      message: `this copies ${megabytes(bytes)} of the build context, once for each platform; ${megabytes(largest.bytes)} of it are in ${largest.path}`,
      cure: `add what the image doesn’t need to ${facts.ignoreFile}, or copy only what it needs`,
      location: locationOf(facts, copy),
    },
  ]
}

/** The stages that hold an instruction, their own steps and those that they go on from. */
function stagesWith(facts: Facts, instruction: ContextCopy['instruction']): Stage[] {
  return needed(facts).filter((stage) =>
    chainOf(facts.dockerfile, stage).some(({ instructions }) => instructions.includes(instruction)),
  )
}

function runs(facts: Facts, stage: Stage, pattern: RegExp): boolean {
  return chainOf(facts.dockerfile, stage).some((each) =>
    runsOf(facts, each).some(({ script }) => pattern.test(script)),
  )
}

function locationOf({ dockerfile }: Facts, { instruction }: ContextCopy): Found['location'] {
  return { file: dockerfile.path, line: instruction.line, endLine: instruction.endLine }
}

function megabytes(bytes: number): string {
  return bytes < 1e9 ? `${Math.round(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(1)} GB`
}
