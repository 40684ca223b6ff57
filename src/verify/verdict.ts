import type { Location } from '../errors.js'

/** One finding of the verification. */
export interface Finding {
  /** `error`: the image is not what was asked for. `warning`: it may be, and someone should look. */
  readonly severity: 'error' | 'warning'
  /** Normal form of the platform; undefined when it is the index's or the Dockerfile's. */
  readonly platform: string | undefined
  readonly found: string
  readonly expected: string
  /** The likely one. */
  readonly cause?: string
  readonly cure?: string
  readonly location?: Location
}

/** Why something is as it was found, and what can be done about it. */
export type Explanation = Pick<Finding, 'cause' | 'cure' | 'location'>

/** A finding as one sentence. */
export function describeFinding(finding: Finding): string {
  const where = finding.platform === undefined ? '' : `${finding.platform}: `
  const cause = finding.cause === undefined ? '' : `; likely cause: ${finding.cause}`
  return `${where}found ${finding.found}, expected ${finding.expected}${cause}`
}
