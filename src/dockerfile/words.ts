/** A variable's value; undefined where it isn't known. A variable that isn't set is empty. */
export type Lookup = (name: string) => string | undefined

class Unknown extends Error {}

/**
 * Expands variables in a word and takes its quotes away, as builders do in FROM, COPY, ENV and their like
 * (https://github.com/openshift/imagebuilder/blob/v1.2.15/shell_parser.go).
 * @returns undefined when it depends on a value that isn't known, or on a form that not every version has
 */
export function expandWord(word: string, lookup: Lookup): string | undefined {
  const scanner = new Scanner(word, lookup)
  try {
    const result = scanner.until(undefined)
    return result
  } catch (error) {
    if (error instanceof Unknown) return undefined
    throw error
  }
}

/** The names of all variables that a text can refer to, whether quotes or escapes take their meaning away or not. */
export function variableNames(text: string): string[] {
  return [...new Set([...text.matchAll(/\$\{?([\p{L}_][\p{L}\p{N}_]*)/gu)].map((match) => match[1]!))]
}

class Scanner {
  private readonly text: string[]
  private at = 0

  constructor(
    word: string,
    private readonly lookup: Lookup,
  ) {
    this.text = [...word]
  }

  until(stop: string | undefined): string {
    let result = ''
    while (this.at < this.text.length) {
      const char = this.text[this.at++]!
      if (char === stop) return result
      if (char === "'") result += this.singleQuoted()
      else if (char === '"') result += this.doubleQuoted()
      else if (char === '$') result += this.variable()
      else if (char === '\\') result += this.text[this.at++] ?? ''
      else result += char
    }
    if (stop !== undefined) throw new Unknown()
    return result
  }

  private singleQuoted(): string {
    const end = this.text.indexOf("'", this.at)
    if (end < 0) throw new Unknown()
    const quoted = this.text.slice(this.at, end).join('')
    this.at = end + 1
    return quoted
  }

  private doubleQuoted(): string {
    let result = ''
    for (;;) {
      const char = this.text[this.at++]
      if (char === undefined) throw new Unknown()
      if (char === '"') return result
      if (char === '$') result += this.variable()
      else if (char === '\\' && /["$\\]/.test(this.text[this.at] ?? '')) result += this.text[this.at++]
      else result += char
    }
  }

  private variable(): string {
    if (this.text[this.at] !== '{') {
      const name = this.name()
      return name === '' ? '$' : this.value(name)
    }
    this.at += 1
    const name = this.name()
    const next = this.text[this.at++]
    if (name === '') throw new Unknown()
    if (next === '}') return this.value(name)
    const modifier = next === ':' ? this.text[this.at++] : undefined
    // Prefixes, suffixes, replacements and `:?` are not in every version.
    if (modifier !== '-' && modifier !== '+') throw new Unknown()
    const word = this.until('}')
    const value = this.value(name)
    if (modifier === '-') return value === '' ? word : value
    return value === '' ? '' : word
  }

  private name(): string {
    let name = ''
    if (/\p{N}/u.test(this.text[this.at] ?? '')) throw new Unknown()
    while (/[\p{L}\p{N}_]/u.test(this.text[this.at] ?? '')) name += this.text[this.at++]
    return name
  }

  private value(name: string): string {
    const value = this.lookup(name)
    if (value === undefined) throw new Unknown()
    return value
  }
}
