/** One finding of the verification. */
export interface Finding {
  /** Normal form of the platform; undefined when it is the index's. */
  readonly platform: string | undefined
  readonly found: string
  readonly expected: string
  readonly cause: string
}

/** A finding as one sentence. */
export function describeFinding(finding: Finding): string {
  const where = finding.platform === undefined ? 'index' : finding.platform
  return `${where}: found ${finding.found}, expected ${finding.expected}; likely cause: ${finding.cause}`
}
