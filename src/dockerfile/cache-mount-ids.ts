import { type Doubt, logicalLines } from './lines.js'
import { type RunFlag, runFlags, textOf } from './run-flags.js'

/** A Dockerfile's text whose cache mounts are one platform's own. */
export interface WithCacheMountIds {
  readonly text: string
  /** Mounts of which it can't be told whether, or under which name, podman keeps them: they may be shared. */
  readonly doubts: readonly Doubt[]
}

interface Insertion {
  readonly offset: number
  readonly text: string
}

interface Option {
  readonly name: string
  readonly value: string
  /** Behind its last character in the file. */
  readonly end: number
}

const TYPES = new Set(['bind', 'cache', 'secret', 'ssh', 'tmpfs'])
const TARGET = /^(?:target|dst|destination)$/

/**
 * Gives every cache mount an id of a platform's own. Where several platforms are built on one machine podman would give them one and the
 * same folder (docs/traps.md, 26). Nothing else is changed, and lines keep their numbers. What ONBUILD mounts stays as it is: an image in
 * OCI's format has no ONBUILD.
 * @param suffix what tells the platform
 */
export function withCacheMountIds(text: string, suffix: string): WithCacheMountIds {
  const { lines, doubts: unclear } = logicalLines(text)
  if (unclear.length > 0) return { text, doubts: /mount/i.test(text) && /cache/i.test(text) ? unclear : [] }
  const doubts: Doubt[] = []
  const insertions: Insertion[] = []
  for (const each of lines.filter(({ keyword }) => keyword === 'RUN')) {
    for (const flag of runFlags(each).filter(({ name }) => name === 'mount')) {
      const options = optionsOf(flag)
      const problem = problemOf(options)
      if (problem !== undefined) doubts.push({ line: each.line, problem })
      else insertions.push(...ownId(options, suffix))
    }
  }
  return { text: inserted(text, insertions), doubts }
}

function optionsOf({ value }: RunFlag): Option[] {
  const options: Option[] = []
  let start = 0
  for (let at = 0; at <= value.length; at++) {
    if (at < value.length && value[at]!.value !== ',') continue
    const [name = '', ...rest] = textOf(value.slice(start, at)).split('=')
    options.push({ name, value: rest.join('='), end: (value[at - 1]?.offset ?? 0) + 1 })
    start = at + 1
  }
  return options
}

// podman takes away a second layer of quotes, and puts in the values of variables, before it looks for commas.
function problemOf(options: readonly Option[]): string | undefined {
  const strange = options.find(({ name }) => !/^[\w-]*$/.test(name))
  if (strange !== undefined) return `${strange.name} in its mount can be read in several ways`
  const unknown = options.find(({ name, value }) => name === 'type' && !TYPES.has(value))
  return unknown && `the type of its mount is ${unknown.value || 'empty'}`
}

/** What makes a mount a platform's own; nothing for one that no other build meets. */
function ownId(options: readonly Option[], suffix: string): Insertion[] {
  const last = (wanted: (option: Option) => boolean) =>
    options.findLast((option) => wanted(option) && option.value !== '')
  const from = last(({ name }) => name === 'from')
  if (!options.some(({ name, value }) => name === 'type' && value === 'cache')) return []
  if (from !== undefined && !from.value.includes('$')) return []
  const ids = options.filter(({ name }) => name === 'id')
  // The value of a variable may hold a comma, and an id behind it: the last id counts.
  const isPlain = options.every(({ name, value }) => name === 'id' || !value.includes('$'))
  if (isPlain && ids.length > 0 && ids.every(({ value }) => value !== '')) {
    return ids.map(({ end }) => ({ offset: end, text: `-${suffix}` }))
  }
  const key = last(({ name }) => name === 'id') ?? last(({ name }) => TARGET.test(name))
  if (key === undefined) return []
  return [{ offset: options.at(-1)!.end, text: `,id=${escaped(key.value)}-${suffix}` }]
}

// A variable keeps its meaning; blanks and the like have lost the quotes that they had.
function escaped(value: string): string {
  return value.replace(/[^\w./:@%+=${}-]/g, '\\$&')
}

function inserted(text: string, insertions: readonly Insertion[]): string {
  let result = text
  // From the end on, so that what comes before keeps its place.
  for (const { offset, text: more } of insertions.toReversed()) {
    result = `${result.slice(0, offset)}${more}${result.slice(offset)}`
  }
  return result
}
