import type { Assignment, Instruction, Stage } from '../dockerfile/parse.js'
import { chainOf } from '../dockerfile/stages.js'
import type { Platform } from '../oci/platform.js'
import { changed, lineWith } from './edits.js'
import type { Facts, Found } from './finding.js'
import { needed, type Run, runsOf } from './stage-uses.js'

const OF_TARGET = /^TARGET(?:PLATFORM|OS|ARCH)$/
const USE =
  /(?<!\\)\$(?:\{((?:TARGET|BUILD)(?:PLATFORM|OS|ARCH))\}|((?:TARGET|BUILD)(?:PLATFORM|OS|ARCH))\b)/g

/** Automatic arguments that are given a value of their own in the Dockerfile. */
export function platformArgumentDefault(facts: Facts): Found[] {
  return needed(facts)
    .flatMap(({ instructions }) => instructions)
    .flatMap((instruction) => {
      if (instruction.keyword !== 'ARG') return []
      const given = instruction.assignments.find((each) => isWrongForSome(facts, each))
      if (given === undefined) return []
      const { name, value = '' } = given
      const sole = instruction.assignments.length === 1 && instruction.line === instruction.endLine
      return [
        {
          message: `ARG ${name}=${value} gives ${name} one value for all platforms: some builders take it in place of the platform’s own`,
          cure: `write ARG ${name}, without a value: the builder gives it one for each platform`,
          location: { file: facts.dockerfile.path, line: instruction.line, endLine: instruction.endLine },
          ...(sole && {
            replacement: [changed(facts, instruction, (text) => text.replace(/^(\s*\w+\s+\w+)=.*$/, '$1'))],
          }),
        },
      ]
    })
}

// A value that is right for all platforms of this build changes nothing.
function isWrongForSome({ platforms }: Facts, { name, value, form }: Assignment): boolean {
  if (value === undefined || form !== 'literal' || !OF_TARGET.test(name)) return false
  return platforms.some((platform) => targetValue(name, platform) !== value)
}

function targetValue(name: string, { os, architecture, text }: Platform): string {
  return name === 'TARGETOS' ? os : name === 'TARGETARCH' ? architecture : text
}

/** Automatic arguments that are used where no ARG declares them, so that they are empty. */
export function undeclaredPlatformArgument(facts: Facts): Found[] {
  return needed(facts).flatMap((stage) => {
    const known = declaredBefore(facts, stage)
    const runs = runsOf(facts, stage)
    return stage.instructions.flatMap((instruction) => {
      if (instruction.keyword === 'FROM') return []
      for (const { name } of instruction.assignments) {
        if (instruction.keyword === 'ARG' || instruction.keyword === 'ENV') known.add(name)
      }
      const names = usedIn(runs, instruction).filter((name) => !known.has(name))
      if (names.length === 0) return []
      for (const name of names) known.add(name)
      const line = lineWith(facts, instruction, names[0]!)
      return [
        {
          message: `${names.join(' and ')} ${names.length === 1 ? 'has' : 'have'} no value here: this stage has no ARG for ${names.length === 1 ? 'it' : 'them'}, and one of another stage or before the first FROM does not count`,
          cure: `write ${names.map((name) => `“ARG ${name}”`).join(' and ')} in this stage, before it is used`,
          location: { file: facts.dockerfile.path, line, endLine: line },
          replacement: [
            changed(
              facts,
              instruction,
              (text) => text,
              names.map((name) => `ARG ${name}`),
            ),
          ],
        },
      ]
    })
  })
}

function declaredBefore({ dockerfile }: Facts, stage: Stage): Set<string> {
  return new Set(
    chainOf(dockerfile, stage)
      .slice(1)
      .flatMap(({ instructions }) => instructions)
      .filter(({ keyword }) => keyword === 'ARG' || keyword === 'ENV')
      .flatMap(({ assignments }) => assignments.map(({ name }) => name)),
  )
}

function usedIn(runs: readonly Run[], instruction: Instruction): string[] {
  if (!/^(?:RUN|COPY|ADD|ENV|LABEL|ARG|WORKDIR)$/.test(instruction.keyword)) return []
  const script = runs.find((run) => run.instruction === instruction)?.script
  const text = script ?? instruction.text
  const names = [...text.matchAll(USE)].map((match) => match[1] ?? match[2]!)
  // A script may set it itself, or read it from a file.
  return [...new Set(names)].filter(
    (name) => !new RegExp(`\\b${name}=|\\bread +(?:-\\w+ +)*${name}\\b`).test(text),
  )
}
