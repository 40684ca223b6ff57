import type { Facts, Finding } from './finding.js'
import { RULES, type RuleId } from './rules.js'

const PAGES = 'https://github.com/kubernaut/multiarch-build/blob/main/docs/lint'

/** What in a Dockerfile makes this build wrong, slow or heavy, in the order of its lines. */
export function findings(facts: Facts): Finding[] {
  // What the preprocessor makes of such a file is not known here.
  if (facts.dockerfile.path.endsWith('.in')) return []
  return RULES.flatMap(({ id, find }) => find(facts).map((found): Finding => ({ rule: id, ...found }))).sort(
    (a, b) => a.location.line - b.location.line,
  )
}

/** Where a rule is explained. */
export function pageOf(rule: RuleId): string {
  return `${PAGES}/${rule}.md`
}

/** A finding as it is shown on its line: what it is, what to do, the lines to write, and where more is said. */
export function describe({ rule, message, cure, replacement = [] }: Finding): string {
  return [
    `${rule}: ${message}. What to do: ${cure}`,
    ...replacement.map(({ line, endLine, text }) =>
      text === '' ? `${place(line, endLine)}: remove` : `${place(line, endLine)}: write\n${indented(text)}`,
    ),
    pageOf(rule),
  ].join('\n')
}

function place(line: number, endLine: number): string {
  return line === endLine ? `line ${line}` : `lines ${line} to ${endLine}`
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n')
}
