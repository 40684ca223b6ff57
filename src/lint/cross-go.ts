import { posix } from 'node:path'
import type { Stage } from '../dockerfile/parse.js'
import { chainOf } from '../dockerfile/stages.js'
import { changed, linesAt } from './edits.js'
import type { Edit, Facts } from './finding.js'
import type { Command } from './shell.js'
import { isDeclared, type Run, runsOf, workingFolder } from './stage-uses.js'

/** Where `go build` is the command: at its beginning, or after variables that are set for it alone. */
const GO_BUILD = /(^|[\s;&|({])go(?=[ \t]+build\b)/g

/** Whether a command builds a Go program. */
export function isGoBuild({ words: [program, verb] }: Command): boolean {
  return program === 'go' && verb === 'build'
}

/** Whether no C compiler has a part in any of a stage's Go programs, by its own word. */
export function isWithoutC(facts: Facts, stage: Stage): boolean {
  const always = chainOf(facts.dockerfile, stage)
    .flatMap(({ instructions }) => instructions)
    .some(
      ({ keyword, assignments }) =>
        keyword === 'ENV' && assignments.some(({ name, value }) => name === 'CGO_ENABLED' && value === '0'),
    )
  const builds = runsOf(facts, stage).flatMap(({ commands }) => commands.filter(isGoBuild))
  return always || builds.every(({ assignments }) => assignments.includes('CGO_ENABLED=0'))
}

/** Files and folders that a stage's `go build` commands write by `-o`, as far as these are known. */
export function goOutputs(facts: Facts, stage: Stage): string[] {
  return runsOf(facts, stage).flatMap(({ instruction, commands }) => {
    const folder = workingFolder(facts, stage, instruction)
    return commands.filter(isGoBuild).flatMap(({ words }) => {
      const at = words.findIndex((word) => word === '-o' || word.startsWith('-o='))
      const output = at < 0 ? undefined : words[at]!.startsWith('-o=') ? words[at]!.slice(3) : words[at + 1]
      if (output === undefined || output.includes('$')) return []
      return folder === undefined && !output.startsWith('/') ? [] : [posix.resolve(folder ?? '/', output)]
    })
  })
}

/**
 * The changes by which all `go build` commands of a stage build for the target's platform.
 * @returns undefined where they can't be told
 */
export function forTarget(facts: Facts, stage: Stage): Edit[] | undefined {
  // Which processor of a family is meant is told by other variables.
  if (facts.platforms.some(({ variant }) => variant !== undefined)) return undefined
  const runs = runsOf(facts, stage).filter(({ commands }) => commands.some(isGoBuild))
  const declared = new Set<string>()
  const edits: Edit[] = []
  for (const run of runs) {
    const edit = ofRun(facts, stage, run, declared)
    if (edit === undefined) return undefined
    edits.push(...edit)
  }
  return edits
}

function ofRun(facts: Facts, stage: Stage, run: Run, declared: Set<string>): Edit[] | undefined {
  const { instruction, commands } = run
  const builds = commands.filter(isGoBuild)
  const settled = ['GOOS', 'GOARCH'].map((name) => isSettled(facts, stage, run, name))
  if (settled.includes(undefined) || !run.plain) return undefined
  const names = ['OS', 'ARCH'].filter((_name, at) => settled[at] === false)
  if (names.length === 0) return []
  const written = linesAt(facts, instruction)
  if ([...written.matchAll(GO_BUILD)].length !== builds.length || /^\s*#/m.test(written)) return undefined
  const missing = names
    .map((name) => `TARGET${name}`)
    .filter((name) => !declared.has(name) && !isDeclared(stage, instruction, name))
  for (const name of missing) declared.add(name)
  const variables = names.map((name) => `GO${name}=$TARGET${name} `).join('')
  return [
    changed(
      facts,
      instruction,
      (text) => text.replace(GO_BUILD, (_all, before: string) => `${before}${variables}go`),
      missing.map((name) => `ARG ${name}`),
    ),
  ]
}

/** Whether a variable is set already, rightly; undefined where it is set in some way that is not understood. */
function isSettled(
  facts: Facts,
  stage: Stage,
  { instruction, commands }: Run,
  name: string,
): boolean | undefined {
  const isRight = (value: string) =>
    /\$\{?TARGET(?:OS|ARCH)\b/.test(value) || (name === 'GOOS' && value === 'linux')
  const builds = commands.filter(isGoBuild)
  const inline = builds.map(({ assignments }) => assignments.find((each) => each.startsWith(`${name}=`)))
  if (inline.every((each) => each !== undefined && isRight(each.slice(name.length + 1)))) return true
  const environment = stage.instructions
    .slice(0, stage.instructions.indexOf(instruction))
    .filter(({ keyword }) => keyword === 'ENV' || keyword === 'ARG')
    .flatMap(({ assignments }) => assignments)
    .filter((each) => each.name === name)
  if (environment.length > 0) return environment.every(({ value = '' }) => isRight(value)) || undefined
  return linesAt(facts, instruction).includes(name) ? undefined : false
}
