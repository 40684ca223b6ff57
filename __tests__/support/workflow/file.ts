import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parse } from 'yaml'
import { checkExpressions, type Place, type Value } from './expressions.js'

/** A map of a workflow or action file. */
export type ValueMap = Readonly<Record<string, Value>>

/** A reusable workflow, as far as it means anything here. */
export interface WorkflowFile {
  readonly name: string
  readonly inputs: ReadonlyMap<string, InputDefinition>
  readonly secrets: ReadonlyMap<string, { readonly required: boolean }>
  readonly outputs: ReadonlyMap<string, Value>
  readonly env: ValueMap
  /** In an order in which each comes after those that it needs. */
  readonly jobs: readonly JobDefinition[]
}

export interface InputDefinition {
  readonly type: 'string' | 'boolean' | 'number'
  readonly required: boolean
  readonly default: Value | undefined
}

export interface JobDefinition {
  readonly id: string
  readonly name: Value | undefined
  readonly needs: readonly string[]
  readonly if: Value | undefined
  readonly runsOn: Value
  readonly environment: Value | undefined
  readonly matrix: Value | undefined
  readonly failFast: Value
  readonly env: ValueMap
  readonly outputs: ValueMap
  readonly steps: readonly StepDefinition[]
  /** Secrets that it names: GitHub gives its runner no others. */
  readonly secrets: readonly string[]
}

export interface StepDefinition {
  readonly id: string | undefined
  readonly name: Value | undefined
  readonly if: Value | undefined
  readonly uses: string | undefined
  readonly run: Value | undefined
  readonly with: ValueMap
  readonly env: ValueMap
  readonly shell: string | undefined
  readonly workingDirectory: Value
  readonly continueOnError: Value
}

// Of no meaning where jobs run one after the other, on this machine, without a token.
const WITHOUT_MEANING = ['permissions', 'timeout-minutes', 'concurrency']

/**
 * Reads a reusable workflow.
 * @throws {Error} at anything in it that isn't run here as GitHub would
 */
export function readWorkflow(path: string): WorkflowFile {
  try {
    return parseWorkflow(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw new Error(`${basename(path)}: ${(cause as Error).message}`, { cause })
  }
}

function parseWorkflow(text: string): WorkflowFile {
  const top = fieldsOf(parse(text), 'the workflow', ['name', 'on', 'env', 'jobs'])
  const on = fieldsOf(top.on, 'on', ['workflow_call'])
  const call = fieldsOf(on.workflow_call ?? {}, 'workflow_call', ['inputs', 'secrets', 'outputs'])
  const jobs = Object.entries(mapOf(top.jobs, 'jobs')).map(([id, job]) => jobOf(id, job))
  return {
    name: textOf(top.name ?? '', 'name'),
    inputs: eachOf(call.inputs, 'inputs', inputOf),
    secrets: eachOf(call.secrets, 'secrets', (value, place) => ({
      required: fieldsOf(value ?? {}, place, ['description', 'required']).required === true,
    })),
    outputs: eachOf(call.outputs, 'outputs', (value, place) =>
      checked(fieldsOf(value, place, ['description', 'value']).value ?? '', 'workflow output'),
    ),
    env: checked(mapOf(top.env ?? {}, 'env'), 'workflow env'),
    jobs: inOrder(jobs),
  }
}

function inputOf(value: Value, place: string): InputDefinition {
  const fields = fieldsOf(value, place, ['description', 'type', 'required', 'default'])
  const type = textOf(fields.type, `${place}.type`)
  if (type !== 'string' && type !== 'boolean' && type !== 'number')
    throw new Error(`${place}: unknown type ${type}`)
  const { default: fallback } = fields
  return {
    type,
    required: fields.required === true,
    default: fallback === undefined ? undefined : checked(fallback, 'input default'),
  }
}

const OF_JOBS = ['name', 'needs', 'if', 'runs-on', 'environment', 'strategy', 'env', 'outputs', 'steps']

function jobOf(id: string, value: Value): JobDefinition {
  const fields = fieldsOf(value, id, OF_JOBS)
  const strategy = fieldsOf(fields.strategy ?? {}, `${id}.strategy`, ['matrix', 'fail-fast', 'max-parallel'])
  checkExpressions(strategy, 'strategy')
  const { environment } = fields
  if (typeof environment === 'object' && environment !== null) throw unknown(`${id}.environment`, 'a map')
  const steps = listOf(fields.steps, `${id}.steps`)
  return {
    id,
    name: optional(fields.name, 'job'),
    needs: [fields.needs ?? []].flat().map((each) => textOf(each, `${id}.needs`)),
    if: optional(fields.if, 'job if'),
    runsOn: checked(fields['runs-on'] ?? '', 'job'),
    environment: optional(environment, 'job'),
    matrix: strategy.matrix,
    failFast: strategy['fail-fast'] ?? true,
    env: checked(mapOf(fields.env ?? {}, `${id}.env`), 'job env'),
    outputs: checked(mapOf(fields.outputs ?? {}, `${id}.outputs`), 'job output'),
    steps: steps.map((step, at) => stepOf(step, `${id}.steps[${at}]`)),
    secrets: secretsIn(value),
  }
}

const OF_STEPS = ['id', 'name', 'if', 'uses', 'run', 'with', 'env', 'shell', 'working-directory']

function stepOf(value: Value, place: string): StepDefinition {
  const fields = fieldsOf(value, place, [...OF_STEPS, 'continue-on-error'])
  const uses = fields.uses === undefined ? undefined : textOf(fields.uses, `${place}.uses`)
  if ((uses === undefined) === (fields.run === undefined))
    throw new Error(`${place} has neither uses nor run, or both`)
  const foreign = (uses === undefined ? ['with'] : ['shell', 'working-directory']).find(
    (key) => key in fields,
  )
  if (foreign !== undefined) throw unknown(place, foreign)
  return {
    id: fields.id === undefined ? undefined : textOf(fields.id, `${place}.id`),
    name: optional(fields.name, 'step'),
    if: optional(fields.if, 'step if'),
    uses,
    run: optional(fields.run, 'step'),
    with: checked(mapOf(fields.with ?? {}, `${place}.with`), 'step'),
    env: checked(mapOf(fields.env ?? {}, `${place}.env`), 'step'),
    shell: fields.shell === undefined ? undefined : textOf(fields.shell, `${place}.shell`),
    workingDirectory: checked(fields['working-directory'] ?? '.', 'step'),
    continueOnError: checked(fields['continue-on-error'] ?? false, 'step'),
  }
}

function inOrder(jobs: readonly JobDefinition[]): JobDefinition[] {
  const ordered: JobDefinition[] = []
  const isThere = (id: string) => ordered.some((each) => each.id === id)
  while (ordered.length < jobs.length) {
    const next = jobs.find(({ id, needs }) => !isThere(id) && needs.every(isThere))
    if (next === undefined)
      throw new Error('jobs need one that is not there, or each other: none of them can start')
    ordered.push(next)
  }
  return ordered
}

function secretsIn(value: Value): string[] {
  const text = JSON.stringify(value)
  if (/\bsecrets\s*(?:\[|\)|\.\*)/.test(text)) throw unknown('secrets', 'other than by their names')
  return [...text.matchAll(/\bsecrets\.([\w-]+)/g)].map((match) => match[1]!)
}

function unknown(place: string, what: string): Error {
  return new Error(`${place}: the driver does not know “${what}”`)
}

/** The fields of a map that may have no others but those without meaning here. */
export function fieldsOf(value: unknown, place: string, known: readonly string[]): ValueMap {
  const fields = mapOf(value, place)
  const foreign = Object.keys(fields).find((key) => !known.includes(key) && !WITHOUT_MEANING.includes(key))
  if (foreign !== undefined) throw unknown(place, foreign)
  return fields
}

function mapOf(value: unknown, place: string): ValueMap {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as ValueMap
  throw new Error(`${place} is no map`)
}

function listOf(value: unknown, place: string): readonly Value[] {
  if (Array.isArray(value)) return value as Value[]
  throw new Error(`${place} is no list`)
}

function textOf(value: unknown, place: string): string {
  if (typeof value === 'string') return value
  throw new Error(`${place} is no text`)
}

function eachOf<T>(
  value: unknown,
  place: string,
  read: (value: Value, place: string) => T,
): ReadonlyMap<string, T> {
  const entries = Object.entries(mapOf(value ?? {}, place))
  return new Map(entries.map(([name, each]) => [name, read(each, `${place}.${name}`)]))
}

function checked<T extends Value>(value: T, place: Place): T {
  checkExpressions(value, place)
  return value
}

function optional(value: Value | undefined, place: Place): Value | undefined {
  return value === undefined ? undefined : checked(value, place)
}
