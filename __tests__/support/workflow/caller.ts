import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { repository } from '../runner.js'
import type { CallInputs } from './call.js'
import { asText, checkExpressions, fill, fillTexts, type Place } from './expressions.js'
import { fieldsOf, type ValueMap } from './file.js'
import { githubContext, type Happening } from './github.js'

const OWN = /^kubernaut\/multiarch-build\/(\.github\/workflows\/[\w-]+\.yml)@v1$/

/**
 * What the only job of a caller's workflow passes to a reusable workflow of this product.
 * @param given secrets that the run has: none, in a pull request from a fork
 * @throws {Error} at anything in it that means more than that
 */
export function readCaller(
  path: string,
  given: {
    readonly secrets: Readonly<Record<string, string>>
    readonly github: Happening
    readonly sha: string
  },
): { file: string; inputs: CallInputs; secrets: Record<string, string> } {
  const top = fieldsOf(parse(readFileSync(path, 'utf8')), path, ['name', 'on', 'jobs'])
  const jobs = Object.values((top.jobs ?? {}) as ValueMap)
  if (jobs.length !== 1) throw new Error(`${path} has ${jobs.length} jobs`)
  const { uses, with: inputs, secrets } = fieldsOf(jobs[0], 'the job', ['uses', 'with', 'secrets'])
  const file = OWN.exec(asText(uses ?? '', 'uses'))?.[1]
  if (file === undefined) throw new Error(`the driver can’t run ${uses}`)
  const contexts = {
    github: githubContext(given.github, { sha: given.sha, attempt: 1 }),
    secrets: given.secrets,
  }
  return {
    file: join(repository, file),
    inputs: fill(checked(inputs, 'with of a call'), 'with of a call', contexts) as CallInputs,
    secrets: fillTexts(checked(secrets, 'secrets of a call'), 'secrets of a call', contexts),
  }
}

function checked(value: ValueMap[string] | undefined, place: Place): ValueMap {
  const fields = (value ?? {}) as ValueMap
  checkExpressions(fields, place)
  return fields
}
