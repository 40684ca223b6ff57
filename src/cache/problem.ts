import { Failure, messageOf } from '../errors.js'
import { plainText } from '../host/plain-text.js'

/** Whether an operation asks for something or changes something. */
export type Access = 'read' | 'write'

/** What went wrong with a store. */
export interface Problem {
  /** Each kind is told of once. */
  readonly kind: string
  readonly text: string
  readonly cure?: string | undefined
  /** What is of no use to try again in this run. */
  readonly lasting?: readonly Access[]
}

/** A store failed in a way that it knows something about. */
export class CacheProblem extends Error {
  constructor(
    readonly problem: Problem,
    cause?: unknown,
  ) {
    super(problem.text, { cause })
  }
}

/** What the store has is not what its name says. */
export class BrokenContent extends Error {}

const LONGEST_TEXT = 300

/** What is to be said of an error that a store met. */
export function problemOf(error: unknown, access: Access): Problem {
  if (error instanceof CacheProblem) return { ...error.problem, text: shown(error.problem.text) }
  if (error instanceof BrokenContent) return { kind: 'broken', text: shown(error.message) }
  if (error instanceof Failure) {
    return { kind: `failure ${access}`, text: shown(error.message), cure: error.cure }
  }
  const { code } = error as NodeJS.ErrnoException
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return { kind: 'full', text: shown(messageOf(error)), cure: 'make room', lasting: ['write'] }
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return { kind: `denied ${access}`, text: shown(messageOf(error)), lasting: [access] }
    default:
      return { kind: `${code ?? 'failure'} ${access}`, text: shown(messageOf(error)) }
  }
}

// Signed addresses hold a key in their query.
function shown(text: string): string {
  const clean = plainText(text).replace(/(https?:\/\/[^\s?]+)\?\S*/g, '$1')
  return clean.length > LONGEST_TEXT ? `${clean.slice(0, LONGEST_TEXT)}…` : clean
}
