import { asText, type Contexts, EvaluationFailed, fill, fillText, type Value } from './expressions.js'
import type { JobDefinition } from './file.js'
import type { JobEnded } from './job.js'
import { type Combination, expandMatrix } from './matrix.js'

/** One of the jobs that a definition stands for; without a matrix there is one. */
export interface Leg {
  readonly name: string
  readonly matrix: Combination | undefined
  readonly runsOn: Value
  readonly environment: string | undefined
  readonly contexts: Contexts
}

/**
 * The jobs of a definition.
 * @throws {EvaluationFailed} for what GitHub finds only now
 */
export function legsOf(definition: JobDefinition, contexts: Contexts): readonly Leg[] {
  const failFast = fill(definition.failFast, 'strategy', contexts)
  const combinations =
    definition.matrix === undefined
      ? [undefined]
      : expandMatrix(fill(definition.matrix, 'strategy', contexts))
  const total = combinations.length
  return combinations.map((matrix, at) => {
    const strategy = { 'fail-fast': failFast, 'job-index': at, 'job-total': total, 'max-parallel': total }
    return legOf(definition, matrix, { ...contexts, matrix: matrix ?? {}, strategy })
  })
}

function legOf(definition: JobDefinition, matrix: Combination | undefined, contexts: Contexts): Leg {
  const runsOn = fill(definition.runsOn, 'job', contexts)
  if (runsOn === '' || runsOn === null || (Array.isArray(runsOn) && runsOn.length === 0))
    throw new EvaluationFailed(`${definition.id}: runs-on names no runner`)
  const named = definition.name === undefined ? '' : fillText(definition.name, 'job', contexts)
  return {
    name: named || nameOf(definition.id, matrix),
    matrix,
    runsOn,
    environment:
      definition.environment === undefined
        ? undefined
        : fillText(definition.environment, 'job', contexts) || undefined,
    contexts,
  }
}

function nameOf(id: string, matrix: Combination | undefined): string {
  if (matrix === undefined) return id
  const values = Object.values(matrix).filter((value) => typeof value !== 'object')
  return `${id} (${values.map((value) => asText(value, 'name')).join(', ')})`
}

/** Whether legs still start when one has failed. */
export function isFailFast({ contexts }: Leg): boolean {
  return (contexts.strategy as { 'fail-fast': Value })['fail-fast'] === true
}

/** A job that ran no step. */
export function withoutSteps(
  id: string,
  result: JobEnded['result'],
  attempt: number,
  { leg, error }: { readonly leg?: Leg; readonly error?: string } = {},
): JobEnded {
  return {
    id,
    name: leg?.name ?? id,
    matrix: leg?.matrix,
    runsOn: leg?.runsOn ?? null,
    environment: leg?.environment,
    result,
    outputs: {},
    withheld: [],
    steps: [],
    left: [],
    error,
    attempt,
  }
}
