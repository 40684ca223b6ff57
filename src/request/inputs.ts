import { InputError } from '../errors.js'
import { closest } from './closest.js'
import { FOREIGN_INPUTS, INPUTS, type InputName } from './contract.js'

/** Values as text, by input name; not given ones have their default, or are empty. */
export type Inputs = Readonly<Record<InputName, string>>

const NAMES: ReadonlySet<string> = new Set(INPUTS.map((input) => input.name))

/** The default of an input outside of GitHub Actions, where no expression is evaluated. */
function plainDefault(definition: (typeof INPUTS)[number]): string {
  const value = 'default' in definition ? definition.default : ''
  return value.startsWith('${{') ? '' : value
}

/**
 * Takes the inputs out of given values, with defaults for those that are missing or empty (the runner passes an
 * input that evaluates to nothing as an empty text).
 * @throws {InputError} for a name that is no input, saying what to use instead where that is known
 */
export function completeInputs(given: Readonly<Record<string, string>>): Inputs {
  for (const [name, value] of Object.entries(given)) {
    if (!NAMES.has(name) && value !== '') throw unknownInput(name)
  }
  const entries = INPUTS.map((definition) => {
    const value = given[definition.name] ?? ''
    return [definition.name, value.trim() === '' ? plainDefault(definition) : value]
  })
  return Object.fromEntries(entries) as Record<InputName, string>
}

/**
 * The inputs as a runner passes them: `INPUT_<NAME>`, upper case, spaces as `_`, hyphens kept.
 * @throws {InputError} for one that isn't declared
 */
export function inputsFromEnvironment(env: NodeJS.ProcessEnv): Inputs {
  const given: Record<string, string> = {}
  for (const [key, value] of Object.entries(env)) {
    if (key.startsWith('INPUT_')) given[key.slice('INPUT_'.length).toLowerCase()] = value ?? ''
  }
  return completeInputs(given)
}

function unknownInput(name: string): InputError {
  const instead = FOREIGN_INPUTS[name] ?? FOREIGN_INPUTS[name.replaceAll('_', '-')]
  if (instead !== undefined) return new InputError(name, 'is not an input of this step', { cure: instead })
  const near = closest(name.replaceAll('_', '-'), [...NAMES])
  return new InputError(name, 'is not an input of this step', {
    cure: near === undefined ? 'see the list of inputs in the README' : `did you mean ${near}?`,
  })
}
