import type { Dockerfile, Instruction } from './parse.js'

/** A here-document of an instruction. */
export interface Heredoc {
  readonly name: string
  /** Whether variables in the body stand for their values: the name isn't quoted. */
  readonly expands: boolean
  /** As written, without the line that ends it. */
  readonly body: string
}

/** An instruction as a builder reads it: one logical line and its here-documents. */
export interface LogicalLine {
  /** Upper case. */
  readonly keyword: string
  /** Without the keyword; continued lines are joined, comments and blank lines between them left out. */
  readonly text: string
  readonly line: number
  /** Where in the file's text each character of `text` is. */
  readonly offsets: readonly number[]
  readonly heredocs: readonly Heredoc[]
}

/** Something that builders of different versions read in different ways. */
export interface Doubt {
  readonly line: number
  readonly problem: string
}

const CONTINUES = /(^|[^\\])\\[ \t]*$/
const DOUBTFUL_END = /\\\\[ \t]*$/
const HEREDOC_WORD = /^\d*<<(-?)([^<]*)$/
const HEREDOC_NAME = /^(?:[A-Za-z0-9_.]+|'[A-Za-z0-9_.]+'|"[A-Za-z0-9_.]+")$/

/**
 * Splits a Dockerfile's text into logical lines, as BuildKit's parser does, which podman uses
 * (https://github.com/moby/buildkit/blob/v0.17.0/frontend/dockerfile/parser/parser.go).
 */
export function logicalLines(text: string): { lines: LogicalLine[]; doubts: Doubt[] } {
  const mark = text.startsWith('\uFEFF') ? 1 : 0
  const raw = text.slice(mark).split('\n')
  const source = raw.map((line) => line.replace(/\r+$/, ''))
  const starts = startsOf(raw, mark)
  const doubts: Doubt[] = []
  const lines: LogicalLine[] = []
  if (text.includes('\uFFFD')) doubts.push({ line: 1, problem: 'it is not UTF-8' })
  if (hasEscapeDirective(source)) doubts.push({ line: 1, problem: 'another escape character is set' })
  let at = 0
  while (at < source.length) {
    if (isBlankOrComment(source[at]!)) {
      at += 1
      continue
    }
    const start = at
    const { joined, offsets, next } = join(source, starts, at)
    if (source.slice(at, next).some((line) => DOUBTFUL_END.test(line)))
      doubts.push({ line: start + 1, problem: 'a line ends with two backslashes' })
    const [, before = '', word = '', rest = ''] = /^(\s*(\S+)\s*)([\s\S]*)$/.exec(joined.trimEnd())!
    const keyword = word.toUpperCase()
    const read = heredocsOf(keyword, rest, { source, raw }, next)
    if (read.problem !== undefined) doubts.push({ line: start + 1, problem: read.problem })
    lines.push({
      keyword,
      text: rest,
      line: start + 1,
      offsets: offsets.slice(before.length),
      heredocs: read.heredocs,
    })
    at = read.next
  }
  return { lines, doubts }
}

/**
 * The logical line of each instruction of a parsed Dockerfile. Where the two readings differ there is a doubt, and no
 * line can be relied on.
 */
export function linesOf(
  dockerfile: Dockerfile,
  text: string,
): { of: (instruction: Instruction) => LogicalLine; doubts: readonly Doubt[] } {
  const { lines, doubts } = logicalLines(text)
  const byLine = new Map(lines.map((line) => [line.line, line]))
  const instructions = [
    ...dockerfile.globals,
    ...dockerfile.stages.flatMap((stage) => [...stage.instructions]),
  ]
  const differs =
    instructions.find((each) => byLine.get(each.line)?.keyword !== each.keyword)?.line ??
    (instructions.length === lines.length ? undefined : 1)
  return {
    of: (instruction) => byLine.get(instruction.line)!,
    doubts:
      differs === undefined || doubts.length > 0
        ? doubts
        : [{ line: differs, problem: 'it can be read in two ways' }],
  }
}

/** The words of a line: apart where blanks are, unless these are quoted or escaped. Quotes and escapes are kept. */
function rawWords(text: string): string[] {
  return text.match(/(?:\\[\s\S]|"(?:\\[\s\S]|[^"\\])*"|'[^']*'|[^\s\\])+|\\/g) ?? []
}

function isBlankOrComment(line: string): boolean {
  return /^\s*(#|$)/.test(line)
}

function hasEscapeDirective(source: readonly string[]): boolean {
  const end = source.findIndex((line) => !/^\s*#/.test(line))
  return source
    .slice(0, end < 0 ? source.length : end)
    .some((line) => /^\s*#\s*escape\s*=\s*[^\\\s]/i.test(line))
}

function startsOf(lines: readonly string[], first: number): number[] {
  const starts: number[] = []
  let start = first
  for (const line of lines) {
    starts.push(start)
    start += line.length + 1
  }
  return starts
}

function join(
  source: readonly string[],
  starts: readonly number[],
  from: number,
): { joined: string; offsets: number[]; next: number } {
  let joined = ''
  const offsets: number[] = []
  let at = from
  let continues = true
  while (continues && at < source.length) {
    const line = source[at]!
    const start = starts[at]!
    at += 1
    if (isBlankOrComment(line)) continue
    continues = CONTINUES.test(line)
    const part = continues ? line.replace(CONTINUES, '$1') : line
    joined += part
    for (let column = 0; column < part.length; column++) offsets.push(start + column)
  }
  return { joined, offsets, next: at }
}

function heredocsOf(
  keyword: string,
  text: string,
  { source, raw }: { readonly source: readonly string[]; readonly raw: readonly string[] },
  from: number,
): { heredocs: Heredoc[]; next: number; problem?: string } {
  const heredocs: Heredoc[] = []
  let next = from
  if (!/^(RUN|COPY|ADD|ONBUILD)$/.test(keyword) || !text.includes('<<')) return { heredocs, next }
  const words = rawWords(text).map((word) => HEREDOC_WORD.exec(word))
  for (const match of words) {
    if (match === null || match[2] === '') continue
    const [, chomp, name = ''] = match
    if (keyword === 'ONBUILD' || !HEREDOC_NAME.test(name))
      return { heredocs, next, problem: 'its here-document can be read in several ways' }
    const plain = name.replace(/^["']|["']$/g, '')
    const end = source.findIndex(
      (line, at) => at >= next && (chomp === '-' ? line.replace(/^\t+/, '') : line) === plain,
    )
    if (end < 0) return { heredocs, next, problem: 'its here-document has no end' }
    heredocs.push({ name: plain, expands: plain === name, body: raw.slice(next, end).join('\n') })
    next = end + 1
  }
  return { heredocs, next }
}
