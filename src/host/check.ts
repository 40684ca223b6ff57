/** One thing that was looked at on this machine. */
export interface Check {
  readonly subject: string
  /** `error`: a build with all defaults does not work. `warning`: some builds don't, or they are slow. */
  readonly state: 'ok' | 'warning' | 'error'
  readonly found: string
  /** The one thing to do about it. */
  readonly cure?: string
}

/** A check that found nothing wrong. */
export function ok(subject: string, found: string): Check {
  return { subject, state: 'ok', found }
}

/** A check of something that some builds need. */
export function warning(subject: string, found: string, cure: string): Check {
  return { subject, state: 'warning', found, cure }
}

/** A check of something that every build needs. */
export function error(subject: string, found: string, cure: string): Check {
  return { subject, state: 'error', found, cure }
}
