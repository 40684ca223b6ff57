import type { LogicalLine } from './lines.js'

/** A character of a flag, and where in the file's text it comes from. */
interface Character {
  readonly value: string
  readonly offset: number
}

/** A flag of an instruction, without its quotes and escapes, as podman reads it. */
export interface RunFlag {
  readonly name: string
  /** What follows the `=`. */
  readonly value: readonly Character[]
}

/**
 * Reads the flags of an instruction, where it is not read by a shell: a quote or a backslash can stand anywhere in a flag, its name
 * included, but not before it (`extractBuilderFlags`, https://github.com/openshift/imagebuilder/blob/v1.2.15/dockerfile/parser/line_parsers.go).
 */
export function runFlags({ text, offsets }: Pick<LogicalLine, 'text' | 'offsets'>): RunFlag[] {
  const flags: RunFlag[] = []
  let at = 0
  for (;;) {
    while (/\s/.test(text[at] ?? '')) at += 1
    if (!text.startsWith('--', at)) return flags
    const { word, next } = readWord(text, offsets, at)
    at = next
    if (word.length > 2) flags.push(toFlag(word))
  }
}

function readWord(
  text: string,
  offsets: readonly number[],
  from: number,
): { word: Character[]; next: number } {
  const word: Character[] = []
  let quote: string | undefined
  let at = from
  for (; at < text.length; at++) {
    const char = text[at]!
    if (char === quote) quote = undefined
    else if (quote === undefined && /["']/.test(char)) quote = char
    else if (quote === undefined && /\s/.test(char)) break
    else {
      if (char === '\\') at += 1
      if (at < text.length) word.push({ value: text[at]!, offset: offsets[at]! })
    }
  }
  return { word, next: at }
}

function toFlag(word: readonly Character[]): RunFlag {
  const equals = word.findIndex(({ value }) => value === '=')
  const end = equals < 0 ? word.length : equals
  return { name: textOf(word.slice(2, end)), value: word.slice(end + 1) }
}

/** The text of some characters. */
export function textOf(characters: readonly Character[]): string {
  return characters.map(({ value }) => value).join('')
}
