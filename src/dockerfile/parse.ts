import { readFileSync } from 'node:fs'
import { DockerfileParser, type From, type Instruction as ParsedInstruction } from 'dockerfile-ast'

/** One instruction; lines count from 1. */
export interface Instruction {
  /** Upper case. */
  readonly keyword: string
  /** The text as written, without the keyword. */
  readonly text: string
  readonly line: number
  readonly endLine: number
  /** Values of flags such as `--from`, as written. */
  readonly flags: readonly { readonly name: string; readonly value: string }[]
}

/** A build stage: a FROM and what follows it. */
export interface Stage {
  readonly index: number
  readonly name: string | undefined
  /** What FROM names, as written. */
  readonly base: string
  /** Value of `--platform`, as written. */
  readonly platform: string | undefined
  /** FROM first. */
  readonly instructions: readonly Instruction[]
  /** Names of the labels that LABEL sets in this stage. */
  readonly labels: readonly string[]
}

/** What a Dockerfile says, read but not evaluated. */
export interface Dockerfile {
  readonly path: string
  readonly stages: readonly Stage[]
}

/** Reads and parses a Dockerfile. Anything can be parsed: what makes no sense is left for podman to refuse. */
export function readDockerfile(path: string): Dockerfile {
  return parseDockerfile(readFileSync(path, 'utf8'), path)
}

/** Parses a Dockerfile's text. */
export function parseDockerfile(text: string, path: string): Dockerfile {
  const stages: { from: From; instructions: ParsedInstruction[] }[] = []
  for (const instruction of DockerfileParser.parse(text).getInstructions()) {
    if (instruction.getKeyword() === 'FROM') stages.push({ from: instruction as From, instructions: [] })
    stages.at(-1)?.instructions.push(instruction)
  }
  return {
    path,
    stages: stages.map(({ from, instructions }, index) => ({
      index,
      name: from.getBuildStage()?.toLowerCase(),
      base: from.getImage() ?? '',
      platform: from.getPlatformFlag()?.getValue() ?? undefined,
      instructions: instructions.map(toInstruction),
      labels: instructions.flatMap(labelNames),
    })),
  }
}

function toInstruction(instruction: ParsedInstruction): Instruction {
  const { start, end } = instruction.getRange()
  const withFlags = instruction as ParsedInstruction & {
    getFlags?: () => { getName(): string; getValue(): string | null }[]
  }
  return {
    keyword: instruction.getKeyword(),
    text: instruction.getTextContent().replace(/^\s*\S+\s*/, ''),
    line: start.line + 1,
    endLine: end.line + 1,
    flags: (withFlags.getFlags?.() ?? []).map((flag) => ({
      name: flag.getName(),
      value: flag.getValue() ?? '',
    })),
  }
}

function labelNames(instruction: ParsedInstruction): string[] {
  if (instruction.getKeyword() !== 'LABEL') return []
  const label = instruction as ParsedInstruction & { getProperties(): { getName(): string }[] }
  return label.getProperties().map((property) => property.getName())
}
