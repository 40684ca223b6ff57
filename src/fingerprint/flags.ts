/** A flag of an instruction, as written. */
export interface Flag {
  readonly name: string
  /** Empty where there is none. */
  readonly value: string
}

/**
 * The flags of an instruction, and what follows them, as BuildKit's parser finds them
 * (https://github.com/moby/buildkit/blob/v0.17.0/frontend/dockerfile/parser/split_command.go).
 */
export function splitFlags(text: string): { flags: readonly Flag[]; rest: string } {
  const flags: Flag[] = []
  let rest = text.trim()
  for (;;) {
    const match = /^--((?:\\[\s\S]|"(?:\\[\s\S]|[^"\\])*"|'[^']*'|[^\s\\"'])+)(?:\s+|$)/.exec(rest)
    if (match === null) return { flags, rest }
    const [, name = '', value = ''] = /^([^=]*)=?([\s\S]*)$/.exec(match[1]!)!
    flags.push({ name, value })
    rest = rest.slice(match[0].length)
  }
}

/** The words after the flags of COPY and ADD, in either form, as written. */
export function words(rest: string): readonly string[] {
  return jsonWords(rest) ?? rest.split(/[\t\v\f\r ]+/).filter((word) => word !== '')
}

/** The words after an instruction's flags where they are a list in JSON; undefined where the builder takes them for a text. */
export function jsonWords(rest: string): readonly string[] | undefined {
  if (!rest.startsWith('[')) return undefined
  try {
    const list: unknown = JSON.parse(rest)
    return Array.isArray(list) && list.every((each) => typeof each === 'string') ? list : undefined
  } catch {
    return undefined
  }
}
