import { data, Evaluator, Lexer, Parser } from '@actions/expressions'

/** What workflow files and contexts are made of. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value }

/** The contexts of a place, by name. */
export type Contexts = Readonly<Record<string, Value>>

/** What the functions of a condition say. */
export type Status = Readonly<Record<'success' | 'failure' | 'cancelled', boolean>>

const OF_A_JOB = ['github', 'needs', 'strategy', 'matrix', 'vars', 'inputs']
const OF_A_STEP = [...OF_A_JOB, 'job', 'runner', 'env', 'steps']

/**
 * The contexts that GitHub lends to each place
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/contexts#context-availability).
 */
const AVAILABLE = {
  'with of a call': OF_A_JOB,
  'secrets of a call': [...OF_A_JOB, 'secrets'],
  'input default': ['github', 'inputs', 'vars'],
  'workflow env': ['github', 'secrets', 'inputs', 'vars'],
  'workflow output': ['github', 'jobs', 'vars', 'inputs'],
  'job if': ['github', 'needs', 'vars', 'inputs'],
  strategy: ['github', 'needs', 'vars', 'inputs'],
  job: OF_A_JOB,
  'job env': [...OF_A_JOB, 'secrets'],
  'job output': [...OF_A_STEP, 'secrets'],
  'step if': OF_A_STEP,
  step: [...OF_A_STEP, 'secrets'],
  'action input default': ['github', 'strategy', 'matrix', 'job', 'runner'],
} as const satisfies Record<string, readonly string[]>

/** A place in a workflow or an action. */
export type Place = keyof typeof AVAILABLE

/** GitHub could not evaluate an expression, which fails the job rather than the workflow file. */
export class EvaluationFailed extends Error {}

const STATUS_FUNCTIONS = ['success', 'failure', 'cancelled', 'always'] as const
const CONDITIONS: readonly Place[] = ['job if', 'step if']

function functionsOf(place: Place): { name: string; minArgs: number; maxArgs: number }[] {
  if (!CONDITIONS.includes(place)) return []
  return STATUS_FUNCTIONS.map((name) => ({ name, minArgs: 0, maxArgs: 0 }))
}

function parse(expression: string, place: Place) {
  const { tokens } = new Lexer(expression).lex()
  try {
    return new Parser(tokens, [...AVAILABLE[place]], functionsOf(place)).parse()
  } catch (cause) {
    throw new Error(`${place}: ${expression}: ${(cause as Error).message}`, { cause })
  }
}

/**
 * Checks all expressions in a value, also those that no run may come to.
 * @throws {Error} for what GitHub refuses before any job starts: an unknown function, a context that isn't lent to the place
 */
export function checkExpressions(value: Value, place: Place): void {
  if (CONDITIONS.includes(place)) {
    parse(conditionOf(value), place)
  } else if (typeof value === 'string') {
    for (const part of partsOf(value)) if (typeof part !== 'string') parse(part.expression, place)
  } else if (typeof value === 'object' && value !== null) {
    for (const each of Object.values(value)) checkExpressions(each, place)
  }
}

function evaluate(expression: string, place: Place, contexts: Contexts, status?: Status): Value {
  const lent = Object.fromEntries(AVAILABLE[place].map((name) => [name, contexts[name] ?? {}]))
  const results = { ...status, always: true }
  const functions = functionsOf(place).map((each) => {
    const result = results[each.name as (typeof STATUS_FUNCTIONS)[number]] ?? false
    return [each.name, { ...each, call: () => new data.BooleanData(result) }] as const
  })
  const tree = parse(expression, place)
  try {
    const evaluator = new Evaluator(tree, asData(lent) as data.Dictionary, new Map(functions))
    return JSON.parse(JSON.stringify(evaluator.evaluate(), data.replacer)) as Value
  } catch (cause) {
    throw new EvaluationFailed(`${place}: ${expression}: ${(cause as Error).message}`, { cause })
  }
}

function asData(value: Value): data.ExpressionData {
  return JSON.parse(JSON.stringify(value), data.reviver) as data.ExpressionData
}

/** A value with all expressions in it evaluated; one that is nothing but an expression keeps its result's type. */
export function fill(value: Value, place: Place, contexts: Contexts): Value {
  if (typeof value === 'string') {
    const parts = partsOf(value)
    if (parts.length === 1 && typeof parts[0] !== 'string')
      return evaluate(parts[0]!.expression, place, contexts)
    return parts
      .map((part) =>
        typeof part === 'string' ? part : asText(evaluate(part.expression, place, contexts), place),
      )
      .join('')
  }
  if (Array.isArray(value)) return value.map((each: Value) => fill(each, place, contexts))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, fill(each, place, contexts)]))
}

/** As {@link fill}, where GitHub wants text. */
export function fillText(value: Value, place: Place, contexts: Contexts): string {
  return asText(fill(value, place, contexts), place)
}

/** As {@link fillText}, for each value of a map such as `env`. */
export function fillTexts(
  values: Readonly<Record<string, Value>>,
  place: Place,
  contexts: Contexts,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, fillText(value, place, contexts)]),
  )
}

/** A plain value as GitHub writes it into text. */
export function asText(value: Value, place: string): string {
  if (typeof value === 'object' && value !== null)
    throw new EvaluationFailed(`${place}: a list or map is no text`)
  return asData(value).coerceString()
}

/** Whether a condition holds; without a status function in it, it also wants success, as without any condition. */
export function holds(
  condition: Value | undefined,
  place: 'job if' | 'step if',
  contexts: Contexts,
  status: Status,
): boolean {
  const text = condition === undefined ? 'success()' : conditionOf(condition)
  const names = new Lexer(text).lex().tokens.map(({ lexeme }) => lexeme.toLowerCase())
  const asks = STATUS_FUNCTIONS.some((name) =>
    names.some((each, at) => each === name && names[at + 1] === '('),
  )
  const whole = asks ? text : `success() && (${text})`
  // As in the file format's own conversion to a boolean: empty text, zero and null are false.
  return evaluate(`!!(${whole})`, place, contexts, status) === true
}

function conditionOf(value: Value): string {
  const parts = partsOf(asText(value, 'if'))
  if (parts.length === 1) return typeof parts[0] === 'string' ? parts[0] : parts[0]!.expression
  // GitHub takes it for text, which is always true: surely not what was meant.
  throw new Error(`if: ${value}: there is text around the expression`)
}

type Part = string | { readonly expression: string }

function partsOf(text: string): Part[] {
  const parts: Part[] = []
  let rest = text
  for (let start = rest.indexOf('${{'); start >= 0; start = rest.indexOf('${{')) {
    if (start > 0) parts.push(rest.slice(0, start))
    // Braces within quotes don't end it.
    const [whole, expression] = /^\$\{\{((?:'[^']*'|[^'])*?)\}\}/.exec(rest.slice(start)) ?? []
    if (whole === undefined) throw new Error(`${text}: an expression has no end`)
    parts.push({ expression: expression!.trim() })
    rest = rest.slice(start + whole.length)
  }
  return rest === '' && parts.length > 0 ? parts : [...parts, rest]
}
