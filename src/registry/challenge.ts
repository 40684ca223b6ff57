/** One challenge of a `WWW-Authenticate` header; scheme and parameter names in lower case. */
export interface Challenge {
  readonly scheme: string
  readonly parameters: Readonly<Record<string, string>>
}

const TOKEN = String.raw`[!#$%&'*+.^_\`|~0-9A-Za-z-]+`
const PARAMETER = new RegExp(String.raw`(${TOKEN})[ \t]*=[ \t]*(?:"((?:[^"\\]|\\.)*)"|(${TOKEN}))`, 'y')
const SCHEME = new RegExp(String.raw`(${TOKEN})(?=[ \t,]|$)`, 'y')
// A challenge may carry one bare value instead of parameters (`Negotiate YII…==`).
const TOKEN68 = /[A-Za-z0-9._~+/-]+=*(?=[ \t]*(?:,|$))/y
const SEPARATOR = /[ \t,]+/y

/**
 * Parses the value of `WWW-Authenticate`, several headers joined by commas. Quoted values may hold commas and escaped
 * quotes (RFC 9110, 11.6.1). Parsing ends at what can't be understood; what came before it is kept.
 */
export function parseChallenges(header: string): Challenge[] {
  const challenges: { scheme: string; parameters: Record<string, string> }[] = []
  let at = 0
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at
    const match = pattern.exec(header)
    if (match) at = pattern.lastIndex
    return match ?? undefined
  }
  while (at < header.length) {
    if (take(SEPARATOR)) continue
    const current = challenges.at(-1)
    const parameter = current && take(PARAMETER)
    if (parameter) {
      current.parameters[parameter[1]!.toLowerCase()] = parameter[2]?.replace(/\\(.)/g, '$1') ?? parameter[3]!
      continue
    }
    const scheme = take(SCHEME)
    if (scheme) challenges.push({ scheme: scheme[1]!.toLowerCase(), parameters: {} })
    else if (!take(TOKEN68)) break
  }
  return challenges
}

/** The challenge that this client answers: Bearer before Basic; undefined when neither is offered. */
export function chooseChallenge(challenges: readonly Challenge[]): Challenge | undefined {
  return (
    challenges.find(({ scheme, parameters }) => scheme === 'bearer' && parameters.realm !== undefined) ??
    challenges.find(({ scheme }) => scheme === 'basic')
  )
}
