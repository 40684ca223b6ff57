import { parse } from 'shell-quote'
import { InputError } from '../errors.js'
import type { SmokeTest } from './build-request.js'
import type { Inputs } from './inputs.js'
import { duration } from './values.js'

/**
 * The arguments of the smoke test: words, which quotes keep together as in a shell. There is none, so that what only one does is refused.
 * @throws {InputError}
 */
export function parseSmokeTest(inputs: Inputs): SmokeTest | undefined {
  const text = inputs['smoke-test'].trim()
  const timeout = duration(inputs, 'smoke-test-timeout')
  if (text === '') return undefined
  const refused = (what: string) =>
    new InputError('smoke-test', `${what}: no shell runs it`, {
      cure: "put it in single quotes where it is meant as it stands, or name a shell of the image: sh -c '…'",
    })
  const args = parse(text, (name) => {
    throw refused(`“$${name}” is a variable`)
  })
  return {
    timeout,
    args: args.map((word) => {
      if (typeof word === 'string') return word
      if ('pattern' in word) return word.pattern
      throw refused('comment' in word ? 'there is a comment in it' : `“${word.op}” is an operator`)
    }),
  }
}
