/** A command of a shell's script, as far as its words show. */
export interface Command {
  /** `NAME=value` before the command. */
  readonly assignments: readonly string[]
  /** The program and its arguments, without quotes. Empty for an assignment alone. */
  readonly words: readonly string[]
}

const KEYWORDS = new Set([
  'if',
  'then',
  'else',
  'elif',
  'fi',
  'do',
  'done',
  'while',
  'until',
  '!',
  '{',
  '}',
  'time',
  'exec',
])
const ASSIGNMENT = /^[A-Za-z_]\w*\+?=/

/** The commands of a script, in its order. Substitutions stay parts of words: what they run is not listed. */
export function commandsOf(script: string): Command[] {
  return separated(script)
    .map(toCommand)
    .filter(({ assignments, words }) => assignments.length + words.length > 0)
}

function toCommand(all: readonly string[]): Command {
  let at = 0
  while (KEYWORDS.has(all[at] ?? '')) at += 1
  const rest = all.slice(at)
  const program = rest.findIndex((word) => !ASSIGNMENT.test(word))
  const end = program < 0 ? rest.length : program
  const words = rest.slice(end)
  // `env NAME=value program`
  if (words[0] === 'env' && words.length > 1) {
    const inner = toCommand(words.slice(1))
    return { assignments: [...rest.slice(0, end), ...inner.assignments], words: inner.words }
  }
  return { assignments: rest.slice(0, end), words }
}

/** The words of each command, split where a shell splits them. */
function separated(script: string): string[][] {
  const commands: string[][] = [[]]
  let word: string | undefined
  const endWord = () => {
    if (word !== undefined) commands.at(-1)!.push(word)
    word = undefined
  }
  for (let at = 0; at < script.length; at += 1) {
    const char = script[at]!
    if (char === '\\') {
      const next = script[++at]
      if (next !== '\n') word = (word ?? '') + (next ?? '')
    } else if (char === "'" || char === '"') {
      const end = endOfQuotes(script, at)
      word = (word ?? '') + script.slice(at + 1, end)
      at = end
    } else if (char === '`' || (char === '$' && script[at + 1] === '(')) {
      const end =
        char === '`' ? indexOr(script.indexOf('`', at + 1), script) : endOfParentheses(script, at + 1)
      word = (word ?? '') + script.slice(at, end + 1)
      at = end
    } else if (char === '#' && word === undefined) {
      at = indexOr(script.indexOf('\n', at), script) - 1
    } else if (/[\n;&|()]/.test(char)) {
      endWord()
      if (commands.at(-1)!.length > 0) commands.push([])
    } else if (/\s/.test(char)) {
      endWord()
    } else {
      word = (word ?? '') + char
    }
  }
  endWord()
  return commands
}

function endOfQuotes(script: string, start: number): number {
  const quote = script[start]
  for (let at = start + 1; at < script.length; at += 1) {
    if (script[at] === '\\' && quote === '"') at += 1
    else if (script[at] === quote) return at
  }
  return script.length
}

function endOfParentheses(script: string, start: number): number {
  let open = 0
  for (let at = start; at < script.length; at += 1) {
    if (script[at] === '(') open += 1
    else if (script[at] === ')' && --open === 0) return at
    else if (script[at] === "'" || script[at] === '"') at = endOfQuotes(script, at)
  }
  return script.length
}

function indexOr(index: number, script: string): number {
  return index < 0 ? script.length : index
}
