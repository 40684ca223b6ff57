import { isDeepStrictEqual } from 'node:util'
import { EvaluationFailed, type Value } from './expressions.js'

/** The values of one job of a matrix. */
export type Combination = Readonly<Record<string, Value>>

// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstrategymatrix
const MOST_JOBS = 256

/**
 * The jobs of a matrix, in GitHub's order.
 * @throws {EvaluationFailed} for what GitHub refuses: no job at all, an empty list, too many
 */
export function expandMatrix(matrix: Value): Combination[] {
  const { include = [], exclude = [], ...vectors } = mapOf(matrix, 'matrix')
  const excluded = listOf(exclude, 'exclude').map((each) => mapOf(each, 'exclude'))
  const crossed = cross(vectors).filter(
    (combination) => !excluded.some((each) => agrees(each, combination, Object.keys(each))),
  )
  const all = withIncluded(crossed, vectors, listOf(include, 'include'))
  if (all.length === 0) throw new EvaluationFailed('the matrix has no job')
  if (all.length > MOST_JOBS) throw new EvaluationFailed(`the matrix has ${all.length} jobs`)
  return all
}

function cross(vectors: Combination): Combination[] {
  if (Object.keys(vectors).length === 0) return []
  return Object.entries(vectors).reduce<Combination[]>(
    (combinations, [name, values]) => {
      const list = listOf(values, name)
      if (list.length === 0) throw new EvaluationFailed(`the list ${name} of the matrix is empty`)
      return combinations.flatMap((each) => list.map((value) => ({ ...each, [name]: value })))
    },
    [{}],
  )
}

/** An entry goes into all combinations whose original values it leaves alone; where there is none it is a job of its own. */
function withIncluded(
  crossed: readonly Combination[],
  vectors: Combination,
  include: readonly Value[],
): Combination[] {
  const combinations = [...crossed]
  const own: Combination[] = []
  for (const value of include) {
    const entry = mapOf(value, 'include')
    const shared = Object.keys(entry).filter((name) => name in vectors)
    const fits = crossed.map((each) => agrees(entry, each, shared))
    if (!fits.includes(true)) own.push(entry)
    for (const [at, isFit] of fits.entries()) if (isFit) combinations[at] = { ...combinations[at], ...entry }
  }
  return [...combinations, ...own]
}

function agrees(one: Combination, other: Combination, names: readonly string[]): boolean {
  return names.every((name) => isDeepStrictEqual(one[name], other[name]))
}

function mapOf(value: Value, what: string): Combination {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Combination
  throw new EvaluationFailed(`${what} is no map`)
}

function listOf(value: Value, what: string): readonly Value[] {
  if (Array.isArray(value)) return value
  throw new EvaluationFailed(`${what} is no list`)
}
