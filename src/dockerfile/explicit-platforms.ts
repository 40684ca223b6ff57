import { DockerfileParser, type From } from 'dockerfile-ast'

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
