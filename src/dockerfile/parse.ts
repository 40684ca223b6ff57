import { readFileSync } from 'node:fs'
import {
  DockerfileParser,
  type From,
  type Instruction as ParsedInstruction,
  type Property,
  PropertyInstruction,
} from 'dockerfile-ast'

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
  /** Of ARG, ENV and LABEL. */
  readonly assignments: readonly Assignment[]
}

/** `name=value` of an ARG, ENV or LABEL, without its quotes. */
export interface Assignment {
  readonly name: string
  /** Undefined where there is none, as in `ARG NAME`. */
  readonly value: string | undefined
  /** Whether variables in the value stand for theirs; `unclear` where quotes and escapes are mixed. */
  readonly form: 'literal' | 'expands' | 'unclear'
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
  /** ARGs before the first FROM. */
  readonly globals: readonly Instruction[]
  readonly stages: readonly Stage[]
}

/** Reads and parses a Dockerfile. Anything can be parsed: what makes no sense is left for podman to refuse. */
export function readDockerfile(path: string): Dockerfile {
  return parseDockerfile(readFileSync(path, 'utf8'), path)
}

/** Parses a Dockerfile's text. */
export function parseDockerfile(text: string, path: string): Dockerfile {
  const globals: ParsedInstruction[] = []
  const stages: { from: From; instructions: ParsedInstruction[] }[] = []
  for (const instruction of DockerfileParser.parse(text).getInstructions()) {
    if (instruction.getKeyword() === 'FROM') stages.push({ from: instruction as From, instructions: [] })
    const place = stages.at(-1)?.instructions ?? globals
    place.push(instruction)
  }
  return {
    path,
    globals: globals.map(toInstruction),
    stages: stages.map(({ from, instructions }, index) => ({
      index,
      name: from.getBuildStage()?.toLowerCase(),
      base: from.getImage() ?? '',
      platform: from.getPlatformFlag()?.getValue() ?? undefined,
      instructions: instructions.map(toInstruction),
      labels: instructions
        .filter((instruction) => instruction.getKeyword() === 'LABEL')
        .flatMap((label) => assignments(label).map(({ name }) => name)),
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
    assignments: assignments(instruction),
  }
}

function assignments(instruction: ParsedInstruction): Assignment[] {
  if (!(instruction instanceof PropertyInstruction)) return []
  return propertiesOf(instruction).map((property) => {
    const value = property.getValue() ?? undefined
    const written = property.getUnescapedValue() ?? ''
    return { name: property.getName(), value, form: formOf(written, value ?? '') }
  })
}

// ENV and LABEL have the form `NAME value`, and the parser takes `ARG NAME NAME` for that too.
function propertiesOf(instruction: PropertyInstruction): Property[] {
  const words = instruction.getPropertyArguments()
  const properties = instruction.getProperties()
  if (instruction.getKeyword() !== 'ARG' || properties.length === words.length) return properties
  return words.flatMap((word) => {
    const [alone] = DockerfileParser.parse(`ARG ${word.getValue()}`).getInstructions()
    return (alone as PropertyInstruction).getProperties()
  })
}

function formOf(written: string, value: string): Assignment['form'] {
  if (/^'[^'\\]*'$/.test(written)) return 'literal'
  if (/[\\']/.test(written) || /["']/.test(value)) return 'unclear'
  return value.includes('$') ? 'expands' : 'literal'
}
