import { data, Evaluator, Lexer, Parser } from '@actions/expressions'

/** Contexts of an expression by name, as plain values. */
export type Contexts = Readonly<Record<string, unknown>>

/** What became of what an `if` goes by. */
export interface Status {
  readonly failed: boolean
}

/** The value of an expression, as GitHub's own library evaluates it; what no context has is null. */
export function evaluate(
  expression: string,
  contexts: Contexts,
  status: Status = { failed: false },
): unknown {
  const { tokens } = new Lexer(expression).lex()
  const functions = statusFunctions(status)
  const parsed = new Parser(tokens, Object.keys(contexts), [...functions.values()]).parse()
  const dictionary = JSON.parse(JSON.stringify(contexts), data.reviver) as data.Dictionary
  return JSON.parse(JSON.stringify(new Evaluator(parsed, dictionary, functions).evaluate(), data.replacer))
}

/** A value of a workflow file with its expressions evaluated: one that is nothing but an expression keeps its type. */
export function interpolate(value: unknown, contexts: Contexts): unknown {
  if (Array.isArray(value)) return value.map((each) => interpolate(each, contexts))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, interpolate(each, contexts)]))
  }
  if (typeof value !== 'string') return value
  const whole = /^\$\{\{((?:(?!\}\}).)*)\}\}$/s.exec(value.trim())
  if (whole !== null) return evaluate(whole[1]!, contexts)
  return value.replaceAll(/\$\{\{(.*?)\}\}/gs, (_, expression) => asText(evaluate(expression, contexts)))
}

/** A value as the text that it becomes in an input or output. */
export function asText(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? 'Object' : String(value)
}

/** Whether an `if` lets a job or step run: without a status function of its own only when all before has gone well. */
export function isMet(condition: unknown, contexts: Contexts, status: Status): boolean {
  const text = asText(condition ?? '').trim()
  const [, inner = text] = /^\$\{\{(.*)\}\}$/s.exec(text) ?? []
  const asks = /\b(success|failure|always|cancelled)\s*\(/.test(inner)
  if (!asks && status.failed) return false
  if (inner.trim() === '') return true
  const value = evaluate(inner, contexts, status)
  return value !== false && value !== null && value !== 0 && value !== ''
}

function statusFunctions({ failed }: Status) {
  const values = { success: !failed, failure: failed, always: true, cancelled: false }
  return new Map(
    Object.entries(values).map(([name, value]) => [
      name,
      { name, minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(value) },
    ]),
  )
}
