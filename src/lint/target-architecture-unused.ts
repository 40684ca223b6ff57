import { posix } from 'node:path'
import type { Stage } from '../dockerfile/parse.js'
import { forTarget, goOutputs, isGoBuild, isWithoutC } from './cross-go.js'
import type { Facts, Found } from './finding.js'
import type { Command } from './shell.js'
import { isOnBuildMachine, needed, runsOf, stageName, takenFrom, textOf } from './stage-uses.js'

/** Ways of saying which machine is meant, rightly or not. */
const SAYS = /\bTARGET\w*|\bGOARCH\b|\bCARGO_BUILD_TARGET\b|--target\b|\bxx-|zigbuild|\bcross\b/

/** Stages that run on the building machine and compile for it, though the image is for others too. */
export function targetArchitectureUnused(facts: Facts): Found[] {
  const others = facts.platforms.filter(
    ({ architecture }) => architecture !== facts.buildPlatform.architecture,
  )
  if (others.length === 0) return []
  return needed(facts).flatMap((stage) => {
    if (!isOnBuildMachine(facts, stage) || SAYS.test(textOf(facts, stage))) return []
    const run = runsOf(facts, stage).find(({ commands }) => commands.some(isCompiler))
    if (run === undefined || !isTaken(facts, stage)) return []
    const { line, endLine } = run.instruction
    const isGo = run.commands.some(isGoBuild)
    const replacement = isGo && isWithoutC(facts, stage) ? forTarget(facts, stage) : undefined
    return [
      {
        message: `${stageName(stage)} runs on the building machine and is never told TARGETARCH: images for ${others.map(({ text }) => text).join(', ')} would hold programs for ${facts.buildPlatform.text}`,
        cure: isGo
          ? 'write “ARG TARGETOS” and “ARG TARGETARCH” before this RUN, and GOOS=$TARGETOS GOARCH=$TARGETARCH before go build'
          : 'write “ARG TARGETARCH” before this RUN, and choose --target by it',
        location: { file: facts.dockerfile.path, line, endLine },
        ...(replacement && { replacement }),
      },
    ]
  })
}

function isCompiler(command: Command): boolean {
  const [program, verb] = command.words
  return isGoBuild(command) || (program === 'cargo' && verb === 'build')
}

/** Whether a compiled program goes into the image, and not only what it made. */
function isTaken(facts: Facts, stage: Stage): boolean {
  const outputs = goOutputs(facts, stage)
  return (takenFrom(facts, stage) ?? []).some(
    (path) =>
      /\/target\/(?:release|debug)\//.test(path) ||
      outputs.some((output) => output === path || posix.dirname(path) === output),
  )
}
