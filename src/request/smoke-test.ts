import { type ParseEntry, parse } from 'shell-quote'
import { InputError } from '../errors.js'
import type { SmokeTest } from './build-request.js'
import type { Inputs } from './inputs.js'
import { duration } from './values.js'

const LONGEST = 86_400

/**
 * The arguments of the smoke test: words, which quotes keep together as in a shell. There is none, so that what only one does is refused.
 * @throws {InputError}
 */
export function parseSmokeTest(inputs: Inputs): SmokeTest | undefined {
  const text = inputs['smoke-test'].trim()
  const timeout = duration(inputs, 'smoke-test-timeout')
  if (timeout < 1 || timeout > LONGEST) throw new InputError('smoke-test-timeout', 'is not between 1s and 1d')
  if (text === '') return undefined
  const refused = (what: string) =>
    new InputError('smoke-test', `${what}: no shell runs it`, {
      cure: "put it in single quotes where it is meant as it stands, or name a shell of the image: sh -c '…'",
    })
  if (!isClosed(text)) throw new InputError('smoke-test', 'a quote is not closed')
  return {
    timeout,
    args: words(text, refused).map((word) => {
      if (typeof word === 'string') return word
      if ('pattern' in word) return word.pattern
      throw refused('comment' in word ? 'there is a comment in it' : `“${word.op}” is an operator`)
    }),
  }
}

function words(text: string, refused: (what: string) => InputError): ParseEntry[] {
  try {
    return parse(text, (name) => {
      throw refused(`“$${name}” is a variable`)
    })
  } catch (cause) {
    if (cause instanceof InputError) throw cause
    throw refused((cause as Error).message)
  }
}

// The library takes an open quote for nothing, and a test of fewer words would pass.
function isClosed(text: string): boolean {
  const bare = text.replaceAll(/\\[\s\S]|'[^']*'|"(?:\\[\s\S]|[^"\\])*"/g, '')
  return !/['"\\]/.test(bare)
}
