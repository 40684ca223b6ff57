import type { Check } from '../host/check.js'
import { plainText } from '../host/plain-text.js'

/** A part of the examination. */
export interface Section {
  readonly title: string
  readonly checks: readonly Check[]
}

const SIGNS: Readonly<Record<Check['state'], string>> = { ok: '✓', warning: '!', error: '✗' }

/** Whether a build with all defaults can work. */
export function isAble(sections: readonly Section[]): boolean {
  return sections.every(({ checks }) => checks.every(({ state }) => state !== 'error'))
}

/** The examination as a person reads it: a line for each check, and under it what to do. */
export function doctorText(sections: readonly Section[]): string {
  const width = Math.max(...sections.flatMap(({ checks }) => checks.map(({ subject }) => subject.length)))
  const line = ({ subject, state, found, cure }: Check) =>
    [
      `  ${SIGNS[state]} ${subject.padEnd(width)}  ${plainText(found)}`,
      ...(cure === undefined ? [] : [`    ${' '.repeat(width)}  → ${plainText(cure)}`]),
    ].join('\n')
  return [
    ...sections.map(({ title, checks }) => [title, ...checks.map(line)].join('\n')),
    verdict(sections),
  ].join('\n\n')
}

function verdict(sections: readonly Section[]): string {
  const states = sections.flatMap(({ checks }) => checks.map(({ state }) => state))
  const warnings = states.filter((state) => state === 'warning').length
  if (!isAble(sections)) return 'This machine can’t build with the defaults: see ✗ above.'
  if (warnings === 0) return 'This machine can build.'
  return `This machine can build; ${warnings} ${warnings === 1 ? 'thing' : 'things'} to mend for some builds, see ! above.`
}

/** The examination for programs. */
export function doctorJson(sections: readonly Section[]): Record<string, unknown> {
  return { able: isAble(sections), sections }
}
