import { operands } from '../dockerfile/copies.js'
import type { Assignment, Instruction, Stage } from '../dockerfile/parse.js'
import { chainOf } from '../dockerfile/stages.js'
import { type ArchitectureName, architecturesIn, othersThan, soleArchitecture } from './architectures.js'
import { changed, linesAt, lineWith } from './edits.js'
import type { Edit, Facts, Found } from './finding.js'
import type { Command } from './shell.js'
import { isDeclared, isOnTarget, needed, type Run, runsOf } from './stage-uses.js'

/** Variables by which compilers and scripts choose the machine that they make something for. */
const CHOOSES = /^(?:GOARCH|CARGO_BUILD_TARGET|(?:TARGET_?|CPU_|SYSTEM_|[A-Z]+_)?ARCH(?:ITECTURE)?)$/
/** Automatic ones, which have a rule of their own, and those of the building machine. */
const NOT_CHOOSING = /^(?:TARGETARCH|BUILD_?ARCH|HOST_?ARCH)$/
const TRIPLE = /(?:^|[=-])(?:x86_64|aarch64|i686|armv7|arm|powerpc64le|s390x|riscv64gc)-[a-z]+-linux-/

/** Something that is for one architecture, in a part of the Dockerfile that is for all of them. */
interface Fixed {
  readonly instruction: Instruction
  readonly name: ArchitectureName
  readonly what: string
  readonly cure: string
  readonly replacement?: readonly Edit[]
}

/** Architectures that are written down where every platform has its own. */
export function hardCodedArchitecture(facts: Facts): Found[] {
  return needed(facts).flatMap((stage) =>
    fixedIn(facts, stage).flatMap(({ instruction, name, what, cure, replacement }) => {
      const others = othersThan(name.architecture, facts.platforms)
      if (others.length === 0 || isChosenByName(facts, stage, name)) return []
      const line = lineWith(facts, instruction, name.written)
      return [
        {
          message: `${what} is for ${name.architecture}, and ${others.map(({ text }) => text).join(', ')} ${others.length === 1 ? 'gets' : 'get'} the same`,
          cure,
          location: { file: facts.dockerfile.path, line, endLine: line },
          ...(replacement && { replacement }),
        },
      ]
    }),
  )
}

/** Stages such as build-amd64 are there once for each architecture. */
function isChosenByName({ dockerfile }: Facts, stage: Stage, { architecture }: ArchitectureName): boolean {
  return chainOf(dockerfile, stage).some(({ name }) =>
    architecturesIn(name ?? '').some((each) => each.architecture === architecture),
  )
}

function fixedIn(facts: Facts, stage: Stage): Fixed[] {
  const onTarget = isOnTarget(facts, stage)
  const runs = new Map(runsOf(facts, stage).map((run) => [run.instruction, run]))
  return stage.instructions.flatMap((instruction): Fixed[] => {
    const fixed = (() => {
      switch (instruction.keyword) {
        case 'FROM':
          return onTarget ? fixedImage(instruction, stage) : undefined
        case 'ARG':
        case 'ENV':
          return fixedVariable(facts, stage, instruction, onTarget)
        case 'RUN':
          return fixedRun(facts, stage, runs.get(instruction)!, onTarget)
        case 'COPY':
        case 'ADD':
          return onTarget ? fixedSource(instruction) : undefined
        default:
          return undefined
      }
    })()
    return fixed === undefined ? [] : [fixed]
  })
}

// `amd64/alpine` of Docker Hub, and tags that end in an architecture: each is one platform's.
function fixedImage(instruction: Instruction, { base }: Stage): Fixed | undefined {
  const image = base.replace(/^docker\.io\//, '')
  const name = soleArchitecture(
    /^(?:amd64|arm64v8|arm32v[67]|i386|ppc64le|s390x|riscv64)\/[^/]+$/.test(image)
      ? image.split('/')[0]!
      : (/:[^:/@]*-(\w+)$/.exec(image)?.[1] ?? ''),
  )
  if (name === undefined || image.includes('$')) return undefined
  return {
    instruction,
    name,
    what: `the base image ${base}`,
    cure: 'name the image that is published for all platforms, without the architecture',
  }
}

function fixedVariable(
  facts: Facts,
  stage: Stage,
  instruction: Instruction,
  onTarget: boolean,
): Fixed | undefined {
  for (const assignment of instruction.assignments) {
    const { name: variable, value = '', form } = assignment
    const name = form === 'unclear' ? undefined : soleArchitecture(value)
    if (name === undefined || NOT_CHOOSING.test(variable)) continue
    const whole = name.written === value || TRIPLE.test(value)
    const chooses = CHOOSES.test(variable) && whole && isUsed(stage, instruction, variable)
    // In the environment of an image such a path leads nowhere on other platforms.
    if (!chooses && !(onTarget && instruction.keyword === 'ENV' && value.includes('/'))) continue
    const replacement = chooses ? variableEdit(facts, stage, instruction, assignment) : undefined
    return {
      instruction,
      name,
      what: `${instruction.keyword} ${variable}=${value}`,
      cure: chooses
        ? `let it be the target’s: “ARG TARGETARCH” and ${instruction.keyword} ${variable}=$TARGETARCH`
        : 'use a path without the architecture, or a link to it that a RUN makes',
      ...(replacement && { replacement }),
    }
  }
  return undefined
}

// What compilers read from the environment needn't be named.
function isUsed({ instructions }: Stage, declaration: Instruction, variable: string): boolean {
  if (/^(?:GOARCH|CARGO_BUILD_TARGET)$/.test(variable)) return true
  const later = instructions.slice(instructions.indexOf(declaration) + 1)
  return later.some(({ text }) => new RegExp(`\\b${variable}\\b`).test(text))
}

function variableEdit(
  facts: Facts,
  stage: Stage,
  instruction: Instruction,
  { name, value }: Assignment,
): Edit[] | undefined {
  // Other spellings than Go's have no variable of their own.
  const written = linesAt(facts, instruction)
  if (!/^(?:amd64|arm64|386|ppc64le|s390x|riscv64)$/.test(value!) || instruction.assignments.length > 1)
    return undefined
  const pattern = new RegExp(`\\b${name}([= ])(["']?)${value}\\2(?=\\s*$)`)
  if (!pattern.test(written)) return undefined
  const text = (line: string) =>
    line.replace(pattern, (_all, between: string) => `${name}${between}$TARGETARCH`)
  return [changed(facts, instruction, text, declaration(stage, instruction))]
}

function declaration(stage: Stage, before: Instruction): string[] {
  return isDeclared(stage, before, 'TARGETARCH') ? [] : ['ARG TARGETARCH']
}

function fixedRun(facts: Facts, stage: Stage, run: Run, onTarget: boolean): Fixed | undefined {
  const { instruction, script, commands } = run
  const sole = soleArchitecture(script)
  // Whoever names several builds for each of them.
  if (sole === undefined) return undefined
  for (const command of commands) {
    const assignment = command.assignments
      .concat(command.words[0] === 'export' ? command.words.slice(1) : [])
      .find((each) => isChoosing(each))
    if (assignment !== undefined) {
      const replacement = inlineEdit(facts, stage, run, assignment)
      return {
        instruction,
        name: sole,
        what: assignment,
        cure: `write “ARG TARGETARCH” before it, and ${assignment.split('=')[0]}=$TARGETARCH`,
        ...(replacement && { replacement }),
      }
    }
    const target = rustTarget(command)
    if (target !== undefined) {
      return {
        instruction,
        name: sole,
        what: target,
        cure: 'choose the target by TARGETARCH, after “ARG TARGETARCH”',
      }
    }
    const file = onTarget ? fetchedFile(command) : undefined
    if (file !== undefined) {
      return {
        instruction,
        name: sole,
        what: file,
        cure: 'choose the file by TARGETARCH, after “ARG TARGETARCH”; where it is spelled in another way, with a case of the shell',
      }
    }
  }
  return undefined
}

function isChoosing(assignment: string): boolean {
  const [name = '', value = ''] = assignment.split('=')
  return (
    CHOOSES.test(name) &&
    !NOT_CHOOSING.test(name) &&
    (soleArchitecture(value)?.written === value || TRIPLE.test(value))
  )
}

function inlineEdit(
  facts: Facts,
  stage: Stage,
  { instruction, plain }: Run,
  assignment: string,
): Edit[] | undefined {
  const written = linesAt(facts, instruction)
  const [name, value] = assignment.split('=')
  const at = new RegExp(`(^|[\\s;&|({])${name}=${value}(?=[\\s;&|)])`, 'g')
  const isGo = /^(?:amd64|arm64|386|ppc64le|s390x|riscv64)$/.test(value!)
  // Within quotes it may be text.
  if (!isGo || !plain || /^\s*#/m.test(written) || [...written.matchAll(at)].length === 0) return undefined
  if (
    architecturesIn(written).length !== [...written.matchAll(at)].length ||
    /["'][^"']*\bGOARCH=/.test(written)
  )
    return undefined
  return [
    changed(
      facts,
      instruction,
      (text) => text.replace(at, (_all, before: string) => `${before}${name}=$TARGETARCH`),
      declaration(stage, instruction),
    ),
  ]
}

function rustTarget({ words: [program = '', ...rest] }: Command): string | undefined {
  if (!/^(?:cargo|rustup|rustc)$/.test(program)) return undefined
  return rest.find((word) => TRIPLE.test(word))?.replace(/^--target=/, '')
}

/** The file for one architecture that a command downloads or installs. */
function fetchedFile({ words: [program = '', ...rest] }: Command): string | undefined {
  if (!/^(?:curl|wget|dpkg|apt-get|apt|dnf|microdnf|yum|rpm|tar|unzip)$/.test(program)) return undefined
  const file = rest.find((word) => /[/.]/.test(word) && architecturesIn(word).length > 0)
  return file && inShort(file)
}

// A URL from the part on that names the architecture.
function inShort(path: string): string {
  const parts = path.split('/')
  return parts.slice(parts.findIndex((part) => architecturesIn(part).length > 0)).join('/')
}

function fixedSource(instruction: Instruction): Fixed | undefined {
  const sources = operands(instruction.text).slice(0, -1)
  const name = soleArchitecture(sources.join('\n'))
  const source = name && sources.find((each) => each.includes(name.written))
  if (name === undefined || source === undefined || textHasVariants(instruction)) return undefined
  return {
    instruction,
    name,
    what: /^https?:/.test(source) ? inShort(source) : source,
    cure: source.includes('-linux-gnu')
      ? 'copy from a path without the architecture: let a RUN of the source’s stage put the files there'
      : 'write “ARG TARGETARCH” before it, and the name with $TARGETARCH; one file for each architecture',
  }
}

// Where the destination names it too the file is meant for that architecture, as a data file is.
function textHasVariants({ text }: Instruction): boolean {
  return architecturesIn(operands(text).at(-1) ?? '').length > 0
}
