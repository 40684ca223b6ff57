import { InputError } from '../errors.js'
import { closest } from './closest.js'
import { FOREIGN_INPUTS, INPUTS, type InputDefinition, type InputName } from './contract.js'

/** Values as text, by input name; not given ones have their default, or are empty. */
export type Values<Name extends string> = Readonly<Record<Name, string>>

/** The values of a build's inputs. */
export type Inputs = Values<InputName>

/** The default of an input outside of GitHub Actions, where no expression is evaluated. */
function plainDefault({ default: value = '' }: InputDefinition): string {
  return value.startsWith('${{') ? '' : value
}

/**
 * Takes the inputs out of given values, with defaults for those that are missing or empty (the runner passes an
 * input that evaluates to nothing as an empty text).
 * @throws {InputError} for a name that is no input, saying what to use instead where that is known
 */
export function completeInputs(given: Readonly<Record<string, string>>): Inputs {
  return completeValues(given, INPUTS)
}

/** As {@link completeInputs}, for the inputs of another action. */
export function completeValues<const Definitions extends readonly InputDefinition[]>(
  given: Readonly<Record<string, string>>,
  definitions: Definitions,
): Values<Definitions[number]['name']> {
  const names = new Set(definitions.map(({ name }) => name))
  for (const [name, value] of Object.entries(given)) {
    if (!names.has(name) && value !== '') throw unknownInput(name, [...names])
  }
  const entries = definitions.map((definition) => {
    const value = given[definition.name] ?? ''
    return [definition.name, value.trim() === '' ? plainDefault(definition) : value]
  })
  return Object.fromEntries(entries) as Record<Definitions[number]['name'], string>
}

/** Inputs as a runner passes them: `INPUT_<NAME>`, upper case, spaces as `_`, hyphens kept. */
export function givenInputs(env: NodeJS.ProcessEnv): Record<string, string> {
  const given: Record<string, string> = {}
  for (const [key, value] of Object.entries(env)) {
    if (key.startsWith('INPUT_')) given[key.slice('INPUT_'.length).toLowerCase()] = value ?? ''
  }
  return given
}

function unknownInput(name: string, names: readonly string[]): InputError {
  const instead = FOREIGN_INPUTS[name] ?? FOREIGN_INPUTS[name.replaceAll('_', '-')]
  if (instead !== undefined) return new InputError(name, 'is not an input of this step', { cure: instead })
  const near = closest(name.replaceAll('_', '-'), names)
  return new InputError(name, 'is not an input of this step', {
    cure: near === undefined ? 'see the list of inputs in the README' : `did you mean ${near}?`,
  })
}
