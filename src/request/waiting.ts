import { InputError } from '../errors.js'
import type { InputName } from './contract.js'
import type { Inputs } from './inputs.js'

/** Inputs of the contract that are not available yet. */
const WAITING: readonly InputName[] = ['builders']

/** What of an input is not available yet, for the documentation; undefined when all of it is. */
export function notAvailable(name: InputName): string | undefined {
  return WAITING.includes(name) ? 'any value but the default' : undefined
}

/**
 * Refuses what can't be done yet, instead of ignoring it.
 * @throws {InputError}
 */
export function refuseWaiting(inputs: Inputs): void {
  const asked = WAITING.find((name) => inputs[name].trim() !== '')
  if (asked === undefined) return
  throw new InputError(
    asked,
    `${JSON.stringify(inputs[asked].trim())} is not available in this version yet`,
    {
      cure: 'remove the input',
    },
  )
}
