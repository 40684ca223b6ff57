import { VerificationError } from '../errors.js'
import type { BuildRequest } from '../request/build-request.js'
import { describeFinding, type Finding } from '../verify/verdict.js'

/**
 * Does with findings what `verify` says.
 * @throws {VerificationError} when it is strict and there are any
 */
export function judge(
  findings: readonly Finding[],
  verify: BuildRequest['verify'],
  warn: (message: string) => void,
): void {
  if (findings.length === 0 || verify === 'off') return
  const text = findings.map(describeFinding).join('\n')
  if (verify === 'warn') {
    warn(text)
    return
  }
  throw new VerificationError(text, {
    cure: 'mend what is named as the likely cause and run again; no tag was moved',
  })
}
