import type { Platform } from '../oci/platform.js'
import type { Assignment, Dockerfile, Instruction, Stage } from './parse.js'
import { stageChain } from './stages.js'
import { expandWord, type Lookup } from './words.js'

/** A value that the Dockerfile and the build's arguments give a label or variable. */
export interface Setting {
  readonly value: string
  readonly instruction: Instruction
}

/** What a target's image must have, by name; only what can be told without building. */
export interface Settings {
  readonly labels: ReadonlyMap<string, Setting>
  readonly environment: ReadonlyMap<string, Setting>
}

/** What gives variables their values in one build. */
export interface BuildVariables {
  /** Build arguments; undefined for one whose value isn't known here. */
  readonly args: ReadonlyMap<string, string | undefined>
  readonly platform: Platform
  /** Names in the environment of the image that was built: what the Dockerfile didn't set comes from its base. */
  readonly environment: ReadonlySet<string>
}

/** A value, or undefined for one that is not known here. */
type Value = string | undefined

// Builders set these by themselves, each in its own way.
const BUILDERS_OWN = /^(TARGET|BUILD)(PLATFORM|OS|ARCH|VARIANT)$|_proxy$|^SOURCE_DATE_EPOCH$/i

/**
 * Evaluates LABEL and ENV of a target, as https://docs.docker.com/reference/dockerfile/#environment-replacement says, for
 * plain names, `${NAME}`, `${NAME:-default}` and `${NAME:+other}`. Whatever depends on anything else is left out.
 */
export function expectedSettings(
  dockerfile: Dockerfile,
  target: string | undefined,
  variables: BuildVariables,
): Settings {
  const globals = globalValues(dockerfile, variables)
  const image: ImageSettings = { labels: new Map(), environment: new Map() }
  for (const stage of stageChain(dockerfile, target).reverse())
    evaluateStage(stage, globals, image, variables)
  return { labels: known(image.labels), environment: known(image.environment) }
}

/**
 * A name as FROM has it, with the values of the ARGs before the first FROM; undefined where one of them is not known here.
 */
export function expandedName(
  text: string,
  dockerfile: Dockerfile,
  variables: Pick<BuildVariables, 'args' | 'platform'>,
): Value {
  const { os, architecture } = variables.platform
  const values = new Map<string, Value>([
    ['TARGETOS', os],
    ['TARGETARCH', architecture],
    ...globalValues(dockerfile, variables),
  ])
  return expandWord(text, (name) => values.get(name))
}

function globalValues(
  dockerfile: Dockerfile,
  variables: Pick<BuildVariables, 'args' | 'platform'>,
): Map<string, Value> {
  const globals = new Map<string, Value>()
  const lookup: Lookup = (name) => globals.get(name)
  for (const { assignments } of dockerfile.globals) {
    for (const each of assignments) globals.set(each.name, argument(each, variables, lookup))
  }
  return globals
}

type Values = Map<string, { readonly value: Value; readonly instruction: Instruction }>

interface ImageSettings {
  readonly labels: Values
  readonly environment: Values
}

function evaluateStage(
  stage: Stage,
  globals: ReadonlyMap<string, Value>,
  { labels, environment }: ImageSettings,
  variables: BuildVariables,
): void {
  const args = new Map<string, Value>()
  const lookup: Lookup = (name) => {
    if (environment.has(name)) return environment.get(name)!.value
    // A variable of the base image wins over an ARG of the same name.
    if (variables.environment.has(name)) return undefined
    return args.get(name)
  }
  for (const instruction of stage.instructions) {
    const { keyword, assignments } = instruction
    if (keyword === 'ARG') {
      for (const each of assignments) {
        const again = args.has(each.name) && each.value === undefined
        const value = argument(each, variables, lookup, globals)
        args.set(each.name, again && !variables.args.has(each.name) ? undefined : value)
      }
    } else if (keyword === 'ENV' || keyword === 'LABEL') {
      const into = keyword === 'ENV' ? environment : labels
      // All values of one instruction are from before it.
      const values = assignments.map((each) => ({ name: each.name, value: assigned(each, lookup) }))
      for (const { name, value } of values) into.set(name, { value, instruction })
    }
  }
}

function argument(
  assignment: Assignment,
  { args, platform }: Pick<BuildVariables, 'args' | 'platform'>,
  lookup: Lookup,
  globals: ReadonlyMap<string, Value> = new Map(),
): Value {
  const { name } = assignment
  if (args.has(name)) return args.get(name)
  if (assignment.value === undefined) {
    if (name === 'TARGETARCH') return platform.architecture
    if (name === 'TARGETOS') return platform.os
    if (BUILDERS_OWN.test(name)) return undefined
    return globals.has(name) ? globals.get(name) : ''
  }
  return BUILDERS_OWN.test(name) ? undefined : assigned(assignment, lookup)
}

function assigned({ value = '', form }: Assignment, lookup: Lookup): Value {
  if (form === 'unclear') return undefined
  return form === 'literal' ? value : expandWord(value, lookup)
}

function known(values: Values): Map<string, Setting> {
  const found = new Map<string, Setting>()
  for (const [name, { value, instruction }] of values) {
    if (value !== undefined && !name.includes('$')) found.set(name, { value, instruction })
  }
  return found
}
