import { asText, type Contexts, fill, type Value } from './expressions.js'
import type { InputDefinition, WorkflowFile } from './file.js'

/** What a caller's job passes by `with`. */
export type CallInputs = Readonly<Record<string, string | number | boolean>>

const EMPTY = { string: '', number: 0, boolean: false } as const

/**
 * The context `inputs` of a called workflow.
 * @throws {Error} for what GitHub refuses: an unknown input, one that is missing or of another type
 */
export function callInputs(
  { inputs }: WorkflowFile,
  given: CallInputs,
  contexts: Contexts,
): Record<string, Value> {
  refuseUnknown('input', Object.keys(given), inputs)
  return Object.fromEntries(
    [...inputs].map(([name, definition]) => [name, inputValue(name, definition, given[name], contexts)]),
  )
}

function inputValue(
  name: string,
  { type, required, default: fallback }: InputDefinition,
  given: string | number | boolean | undefined,
  contexts: Contexts,
): Value {
  if (given === undefined) {
    if (required) throw new Error(`the input ${name} is required, and not given`)
    return fallback === undefined ? EMPTY[type] : fill(fallback, 'input default', contexts)
  }
  // Any scalar may stand where text is wanted.
  if (type === 'string') return asText(given, name)
  if (typeof given !== type) throw new Error(`the input ${name} is a ${type}, and ${given} is none`)
  return given
}

/**
 * The context `secrets` of a called workflow. Secrets that the caller has not are passed as empty text.
 * @throws {Error} for what GitHub refuses
 */
export function callSecrets(
  { secrets }: WorkflowFile,
  given: Readonly<Record<string, string>>,
): Record<string, string> {
  refuseUnknown('secret', Object.keys(given), secrets)
  for (const [name, { required }] of secrets)
    if (required && given[name] === undefined)
      throw new Error(`the secret ${name} is required, and not given`)
  return { ...given }
}

function refuseUnknown(
  kind: string,
  names: readonly string[],
  known: Pick<ReadonlyMap<string, unknown>, 'has'>,
): void {
  const foreign = names.find((name) => !known.has(name))
  if (foreign !== undefined) throw new Error(`the workflow has no ${kind} ${foreign}`)
}
