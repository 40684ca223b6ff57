import { InputError } from '../errors.js'
import { INPUTS, type InputName } from './contract.js'
import type { Inputs } from './inputs.js'

/** Inputs of the contract that are not available yet, with the values that ask for nothing. */
const WAITING: Partial<Record<InputName, readonly string[]>> = {
  builders: [''],
  push: ['auto', 'true', 'True', 'TRUE', 'false', 'False', 'FALSE'],
}

const KNOWN_WORDS: Partial<Record<InputName, readonly string[]>> = {
  push: ['digest'],
}

/** What of an input is not available yet, for the documentation; undefined when all of it is. */
export function notAvailable(name: InputName): string | undefined {
  if (WAITING[name] === undefined) return undefined
  return KNOWN_WORDS[name]?.map((word) => `\`${word}\``).join(', ') ?? 'any value but the default'
}

/**
 * Refuses what can't be done yet, instead of ignoring it.
 * @throws {InputError} that tells a value which is not available yet from one that never will be
 */
export function refuseWaiting(inputs: Inputs): void {
  for (const { name } of INPUTS) {
    const value = inputs[name].trim()
    const idle = WAITING[name]
    if (idle === undefined || idle.includes(value)) continue
    const known = KNOWN_WORDS[name]
    if (known !== undefined && !known.includes(value.toLowerCase())) {
      const allowed = [...new Set([...idle, ...known].map((word) => word.toLowerCase()))]
      throw new InputError(name, `${JSON.stringify(value)} is unknown; allowed are ${allowed.join(', ')}`)
    }
    throw new InputError(name, `${JSON.stringify(value)} is not available in this version yet`, {
      cure: 'remove the input',
    })
  }
}
