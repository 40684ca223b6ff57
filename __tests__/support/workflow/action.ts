import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse } from 'yaml'
import { repository } from '../runner.js'
import { type Contexts, checkExpressions, fillText, type Value } from './expressions.js'
import { fieldsOf, type ValueMap } from './file.js'

/** An action that a step uses. */
export interface Action {
  /** Entry that the step runs. */
  readonly main: string
  /** Entry that runs at the end of the job. */
  readonly post: string | undefined
  readonly postIf: Value
  /** Defaults by input. */
  readonly inputs: ReadonlyMap<string, Value>
}

// As released: what a caller's workflow names.
const OWN = /^kubernaut\/multiarch-build((?:\/[\w-]+)*)@v1$/

/**
 * The action that a step uses: this product's own, as it is in this folder.
 * @throws {Error} for any other
 */
export function readAction(uses: string): Action {
  const below = OWN.exec(uses)?.[1]
  if (below === undefined) throw new Error(`the driver can’t run ${uses}`)
  const folder = join(repository, below)
  const file = join(folder, 'action.yml')
  if (!existsSync(file)) throw new Error(`${uses} has no action.yml`)
  const definition = parse(readFileSync(file, 'utf8')) as { runs: unknown; inputs?: Record<string, ValueMap> }
  const runs = fieldsOf(definition.runs, `runs of ${uses}`, ['using', 'main', 'post', 'post-if'])
  if (runs.using !== 'node20' && runs.using !== 'node24')
    throw new Error(`the driver can’t run ${uses}, which uses ${runs.using}`)
  return {
    main: entry(folder, runs.main),
    post: runs.post === undefined ? undefined : entry(folder, runs.post),
    postIf: runs['post-if'] ?? 'always()',
    inputs: defaultsOf(definition.inputs ?? {}),
  }
}

function entry(folder: string, path: Value | undefined): string {
  const found = resolve(folder, String(path))
  if (!existsSync(found)) throw new Error(`${found} is not there`)
  return found
}

function defaultsOf(inputs: Readonly<Record<string, ValueMap>>): Map<string, Value> {
  return new Map(
    Object.entries(inputs).map(([name, { default: value = '' }]) => {
      checkExpressions(value, 'action input default')
      return [name.toLowerCase(), value]
    }),
  )
}

/**
 * Refuses inputs that an action doesn’t declare: GitHub only warns of them, and they are lost.
 * @throws {Error}
 */
export function refuseUndeclared(uses: string, { inputs }: Action, given: ValueMap): void {
  const foreign = Object.keys(given).find((name) => !inputs.has(name.toLowerCase()))
  if (foreign !== undefined) throw new Error(`${uses} has no input ${foreign}`)
}

/** What an action is given: an input of which nothing is said has its default, while an empty text stays empty. */
export function actionInputs(
  { inputs }: Action,
  given: Readonly<Record<string, string>>,
  contexts: Contexts,
): Record<string, string> {
  const said = new Map(Object.entries(given).map(([name, value]) => [name.toLowerCase(), value]))
  return Object.fromEntries(
    [...inputs].map(([name, fallback]) => [
      name,
      said.get(name) ?? fillText(fallback, 'action input default', contexts),
    ]),
  )
}
