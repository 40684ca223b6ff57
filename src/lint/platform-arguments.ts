import semver from 'semver'
import type { Assignment, Instruction, Stage } from '../dockerfile/parse.js'
import { chainOf } from '../dockerfile/stages.js'
import { changed, lineWith } from './edits.js'
import type { Facts, Found } from './finding.js'
import { needed, type Run, runsOf } from './stage-uses.js'

const USE =
  /(?<!\\)\$(?:\{((?:TARGET|BUILD)(?:PLATFORM|OS|ARCH))\}|((?:TARGET|BUILD)(?:PLATFORM|OS|ARCH))\b)/g

/** Automatic arguments that are given a value of their own in the Dockerfile. */
export function platformArgumentDefault(facts: Facts): Found[] {
  return [...facts.dockerfile.globals, ...needed(facts).flatMap(({ instructions }) => instructions)].flatMap(
    (instruction) => {
      if (instruction.keyword !== 'ARG') return []
      for (const assignment of instruction.assignments) {
        const effect = effectOf(facts, assignment)
        if (effect === undefined) continue
        const { name, value } = assignment
        const sole = instruction.assignments.length === 1 && instruction.line === instruction.endLine
        return [
          {
            message: `ARG ${name}=${value} gives a value to an argument that builders set for each platform: ${effect}`,
            cure: `write ARG ${name}, without a value`,
            location: { file: facts.dockerfile.path, line: instruction.line, endLine: instruction.endLine },
            ...(sole && {
              replacement: [changed(facts, instruction, (text) => text.replace(/^(\s*\w+\s+\w+)=.*$/, '$1'))],
            }),
          },
        ]
      }
      return []
    },
  )
}

// Each shown by podman 4.3.1 and 5.8.6; Docker's builder takes a default before its own value.
function effectOf({ platforms }: Facts, { name, value, form }: Assignment): string | undefined {
  if (value === undefined || form !== 'literal') return undefined
  if (name === 'TARGETPLATFORM' || name === 'BUILDPLATFORM')
    return 'podman 5.8 refuses to build that, and older ones may take it in place of the platform’s'
  if (name !== 'TARGETARCH' && name !== 'TARGETOS') return undefined
  const isRight = platforms.every((each) => (name === 'TARGETOS' ? each.os : each.architecture) === value)
  return isRight
    ? undefined
    : 'podman does so here too, but Docker’s builder takes the one that is written for all of them'
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

// In 5.8 a stage has the arguments of the one that it goes on from, in 4.3 it has not.
function declaredBefore({ dockerfile, podman }: Facts, stage: Stage): Set<string> {
  const inherited = semver.lt(podman, '4.4.0') ? ['ENV'] : ['ENV', 'ARG']
  return new Set(
    chainOf(dockerfile, stage)
      .slice(1)
      .flatMap(({ instructions }) => instructions)
      .filter(({ keyword }) => inherited.includes(keyword))
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
