import type { Stage } from '../dockerfile/parse.js'
import { expandedName } from '../dockerfile/settings.js'
import { stageChain } from '../dockerfile/stages.js'
import { type Platform, parsePlatform } from '../oci/platform.js'
import { linesAt } from './edits.js'
import type { Edit, Facts, Found } from './finding.js'
import { needed, runsOf, stageName } from './stage-uses.js'
import { TOOLCHAINS } from './toolchains.js'

/** Stages for one platform: that of the image itself, and those that compile on a machine which isn't there. */
export function fixedPlatform(facts: Facts): Found[] {
  const shipped = stageChain(facts.dockerfile, facts.target)
  return needed(facts).flatMap((stage) => {
    const platform = platformOf(facts, stage)
    if (platform === undefined) return []
    return shipped.includes(stage)
      ? shippedStage(facts, stage, platform)
      : compilingStage(facts, stage, platform)
  })
}

/** What `--platform` of a stage's FROM says, where that is one platform for all builds. */
function platformOf(facts: Facts, { platform }: Stage): Platform | undefined {
  if (platform === undefined || /\$\{?(?:TARGET|BUILD)/.test(platform)) return undefined
  const variables = { args: facts.args, platform: facts.buildPlatform }
  try {
    return parsePlatform(expandedName(platform, facts.dockerfile, variables) ?? '')
  } catch {
    return undefined
  }
}

function shippedStage(facts: Facts, stage: Stage, platform: Platform): Found[] {
  const others = facts.platforms.filter(
    ({ os, architecture }) => os !== platform.os || architecture !== platform.architecture,
  )
  if (others.length === 0) return []
  const replacement = withoutFlag(facts, stage)
  return [
    {
      message: `${stageName(stage)} is for ${platform.text} alone, and what is shipped goes on from it: images for ${others.map(({ text }) => text).join(', ')} would hold programs for ${platform.text}`,
      cure: 'remove --platform: without it a stage is for the platform that is built',
      location: locationOf(facts, stage),
      ...(replacement && { replacement }),
    },
  ]
}

function compilingStage(facts: Facts, stage: Stage, platform: Platform): Found[] {
  const compiles = TOOLCHAINS.some((toolchain) =>
    runsOf(facts, stage).some(({ commands }) => commands.some(toolchain.compiles)),
  )
  if (!compiles || platform.architecture === facts.buildPlatform.architecture) return []
  return [
    {
      message: `${stageName(stage)} compiles on ${platform.text}, which is emulated on this ${facts.buildPlatform.text} machine`,
      cure: 'write --platform=$BUILDPLATFORM, and let what it compiles depend on TARGETARCH',
      location: locationOf(facts, stage),
    },
  ]
}

function withoutFlag(facts: Facts, { instructions }: Stage): Edit[] | undefined {
  const from = instructions[0]!
  if (from.line !== from.endLine) return undefined
  return [
    { line: from.line, endLine: from.line, text: linesAt(facts, from).replace(/--platform=\S+[ \t]+/, '') },
  ]
}

function locationOf({ dockerfile }: Facts, { instructions }: Stage): Found['location'] {
  const { line, endLine } = instructions[0]!
  return { file: dockerfile.path, line, endLine }
}
