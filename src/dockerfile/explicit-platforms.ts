import { DockerfileParser, type From, type Instruction } from 'dockerfile-ast'
import { type Platform, platformArguments } from '../oci/platform.js'

/**
 * Gives every FROM that names no platform the one that it means: the target's, or that of the earlier stage which
 * it goes on from. In podman before 5.8 the platform of a stage holds for the stages after it too, so that
 * `FROM --platform=$BUILDPLATFORM a` lets a later `FROM b` take b for the building machine (docs/traps.md, 35).
 * Lines keep their numbers.
 * @returns undefined when there is nothing to change
 */
export function withExplicitPlatforms(text: string, target: string): string | undefined {
  const froms = DockerfileParser.parse(text)
    .getInstructions()
    .filter((instruction): instruction is From => instruction.getKeyword() === 'FROM')
  if (!froms.some((from) => from.getPlatformFlag() !== null)) return undefined
  const platforms = new Map<string, string>()
  const lines = text.split('\n')
  for (const from of froms) {
    const own = from.getPlatformFlag()?.getValue() ?? undefined
    const platform = own ?? platforms.get(from.getImage()?.toLowerCase() ?? '') ?? target
    const name = from.getBuildStage()?.toLowerCase()
    if (name) platforms.set(name, platform)
    if (own !== undefined) continue
    const { line, character } = from.getInstructionRange().end
    lines[line] = `${lines[line]!.slice(0, character)} --platform=${platform}${lines[line]!.slice(character)}`
  }
  return lines.join('\n')
}

const TARGET_VARIABLE =
  /\$(?:\{(TARGET(?:PLATFORM|OS|ARCH|VARIANT))(?::-[^{}$]*)?\}|(TARGET(?:PLATFORM|OS|ARCH|VARIANT))\b)/g

/**
 * Writes out what TARGETARCH and its like are, in FROM and in defaults of ARGs before the first FROM: podman 4.3 knows
 * them there only when an ARG declares them, and takes what follows a `:-` for every platform (docs/traps.md, 47). Lines
 * keep their numbers.
 */
export function withTargetValues(text: string, platform: Platform): string {
  const values = platformArguments('TARGET', platform)
  const lines = text.split('\n')
  for (const { start, end } of beforeStages(text)) {
    for (let at = start.line; at <= end.line; at++) {
      lines[at] = lines[at]!.replace(
        TARGET_VARIABLE,
        (written, braced, bare) => values.get(braced ?? bare) ?? written,
      )
    }
  }
  return lines.join('\n')
}

/** Where FROMs are, and the ARGs before the first one. */
function beforeStages(text: string): ReturnType<Instruction['getRange']>[] {
  const instructions = DockerfileParser.parse(text).getInstructions()
  const first = instructions.findIndex((each) => each.getKeyword() === 'FROM')
  return instructions
    .filter((each, at) => each.getKeyword() === 'FROM' || (at < first && each.getKeyword() === 'ARG'))
    .map((each) => each.getRange())
}
