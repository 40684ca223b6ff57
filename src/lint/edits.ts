import type { Instruction } from '../dockerfile/parse.js'
import type { Edit, Facts } from './finding.js'

/** A Dockerfile's text with lines replaced; an edit with an empty text removes its lines. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const lines = text.split('\n')
  for (const { line, endLine, text: written } of [...edits].sort((a, b) => b.line - a.line)) {
    lines.splice(line - 1, endLine - line + 1, ...(written === '' ? [] : written.split('\n')))
  }
  return lines.join('\n')
}

/** Lines of a Dockerfile as written. */
export function linesAt({ text }: Facts, { line, endLine }: Pick<Edit, 'line' | 'endLine'>): string {
  return text
    .split('\n')
    .slice(line - 1, endLine)
    .join('\n')
}

/** An instruction with something changed in its text, lines before it included where `before` gives some. */
export function changed(
  facts: Facts,
  { line, endLine }: Instruction,
  change: (text: string) => string,
  before: readonly string[] = [],
): Edit {
  const written = linesAt(facts, { line, endLine })
  const indent = /^[ \t]*/.exec(written)![0]
  return { line, endLine, text: [...before.map((each) => indent + each), change(written)].join('\n') }
}

/** The line of an instruction on which some text stands first; its first line where it is nowhere. */
export function lineWith(facts: Facts, instruction: Instruction, text: string): number {
  const { line, endLine } = instruction
  const at = linesAt(facts, { line, endLine })
    .split('\n')
    .findIndex((each) => each.includes(text))
  return line + Math.max(at, 0)
}

/**
 * A FROM that takes its image for the building machine.
 * @returns undefined where it can't be told how to write it
 */
export function onBuildPlatform(facts: Facts, from: Instruction): Edit | undefined {
  if (from.line !== from.endLine) return undefined
  const written = linesAt(facts, from)
  const flag = '--platform=$BUILDPLATFORM'
  const text = written.includes('--platform=')
    ? written.replace(/--platform=\S+/, () => flag)
    : written.replace(
        /^(\s*FROM)(\s+)/i,
        (_all, keyword: string, blank: string) => `${keyword} ${flag}${blank}`,
      )
  return text === written ? undefined : { line: from.line, endLine: from.line, text }
}
