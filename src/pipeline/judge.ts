import { type Location, VerificationError } from '../errors.js'
import type { BuildRequest } from '../request/build-request.js'
import { describeFinding, type Finding } from '../verify/verdict.js'

/**
 * Does with findings what `verify` says. Warnings never fail a build.
 * @throws {VerificationError} when it is strict and there are errors
 */
export function judge(
  findings: readonly Finding[],
  verify: BuildRequest['verify'],
  warn: (message: string, location?: Location) => void,
): void {
  if (verify === 'off') return
  const errors = verify === 'strict' ? findings.filter(({ severity }) => severity === 'error') : []
  for (const finding of findings) {
    if (!errors.includes(finding)) warn(withCure(finding, '. What to do: '), finding.location)
  }
  if (errors.length === 0) return
  const [first] = errors
  const others = errors.slice(1).map((each) => withCure(each, '; '))
  throw new VerificationError([describeFinding(first!), ...others].join('\n'), {
    cure: first!.cure ?? 'mend what is named as the likely cause and run again; no tag was moved',
    ...(first!.location && { location: first!.location }),
  })
}

function withCure(finding: Finding, before: string): string {
  return finding.cure === undefined
    ? describeFinding(finding)
    : `${describeFinding(finding)}${before}${finding.cure}`
}
