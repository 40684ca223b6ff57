import { InputError } from '../errors.js'
import type { Values } from './inputs.js'

/**
 * The items of an input that takes one a line; blank lines and lines starting with `#` are left out. An item in
 * double quotes may hold line breaks, and `""` for a quote, as in docker/build-push-action.
 */
export function lines<Name extends string>(inputs: Values<Name>, name: NoInfer<Name>): string[] {
  const item = /[ \t]*"((?:[^"]|"")*)"[ \t]*(?:\r?\n|$)|([^\n]*)(?:\n|$)/y
  const text = inputs[name]
  const found: string[] = []
  while (item.lastIndex < text.length) {
    const match = item.exec(text)!
    const line = match[1]?.replaceAll('""', '"') ?? match[2]!.trim()
    if (line !== '' && !line.startsWith('#')) found.push(line)
  }
  return found
}

/** The items of an input whose items can't hold a comma: separated by lines or commas. */
export function items<Name extends string>(inputs: Values<Name>, name: NoInfer<Name>): string[] {
  return lines(inputs, name)
    .flatMap((line) => line.split(','))
    .map((item) => item.trim())
    .filter((item) => item !== '')
}

/**
 * A YAML 1.2 core-schema boolean.
 * @throws {InputError} for anything else, such as `yes` or `1`
 */
export function boolean<Name extends string>(inputs: Values<Name>, name: NoInfer<Name>): boolean {
  const text = inputs[name].trim()
  if (/^(true|True|TRUE)$/.test(text)) return true
  if (/^(false|False|FALSE)$/.test(text)) return false
  throw new InputError(name, `${JSON.stringify(text)} is no boolean; allowed are true and false`)
}

/**
 * One of several words; a boolean among them may be written as YAML 1.2 allows.
 * @throws {InputError} naming what is allowed
 */
export function choice<Name extends string, const Words extends readonly string[]>(
  inputs: Values<Name>,
  name: NoInfer<Name>,
  allowed: Words,
): Words[number] {
  const text = inputs[name].trim()
  const word = /^(True|TRUE|False|FALSE)$/.test(text) ? text.toLowerCase() : text
  if (allowed.includes(word)) return word
  throw new InputError(name, `${JSON.stringify(text)} is unknown; allowed are ${allowed.join(', ')}`)
}

/**
 * A whole number.
 * @throws {InputError} outside of the range
 */
export function wholeNumber<Name extends string>(
  inputs: Values<Name>,
  name: NoInfer<Name>,
  least: number,
  most: number,
): number {
  const text = inputs[name].trim()
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (value >= least && value <= most) return value
  throw new InputError(name, `${JSON.stringify(text)} is no whole number from ${least} to ${most}`)
}

/**
 * `key=value` items, one a line, in order; a later key wins over an earlier one. Values may be empty.
 * @throws {InputError} for a line without `=` or without a key
 */
export function pairs<Name extends string>(
  inputs: Values<Name>,
  name: NoInfer<Name>,
  separator = '=',
): Map<string, string> {
  const found = new Map<string, string>()
  for (const line of lines(inputs, name)) {
    const at = line.indexOf(separator)
    if (at < 1) throw new InputError(name, `${JSON.stringify(line)} is not of the form name${separator}value`)
    found.set(line.slice(0, at).trim(), line.slice(at + 1))
  }
  return found
}

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 }

/**
 * A span of time such as `14d`, `12h` or `90m`, in seconds.
 * @throws {InputError} for anything else
 */
export function duration<Name extends string>(inputs: Values<Name>, name: NoInfer<Name>): number {
  const text = inputs[name].trim()
  const [, number, unit] = /^(\d+(?:\.\d+)?)([smhdw])$/.exec(text) ?? []
  if (number !== undefined) return Number(number) * SECONDS[unit!]!
  throw new InputError(name, `${JSON.stringify(text)} is no span of time; write one such as 14d, 12h or 90m`)
}

const BYTES: Readonly<Record<string, number>> = {
  ...{ B: 1, KB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12 },
  ...{ KIB: 2 ** 10, MIB: 2 ** 20, GIB: 2 ** 30, TIB: 2 ** 40 },
}

/**
 * A size such as `2GB` or `500 MiB`, in bytes.
 * @throws {InputError} for anything else
 */
export function size<Name extends string>(inputs: Values<Name>, name: NoInfer<Name>): number {
  const text = inputs[name].trim()
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?) ?([A-Za-z]+)$/.exec(text) ?? []
  const factor = BYTES[unit.toUpperCase()]
  if (number !== undefined && factor !== undefined) return Math.floor(Number(number) * factor)
  throw new InputError(name, `${JSON.stringify(text)} is no size; write one such as 2GB or 500MB`)
}
