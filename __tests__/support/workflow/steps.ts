import type { StepEnded } from '../runner.js'
import { type Action, actionInputs, readAction, refuseUndeclared } from './action.js'
import { CHECKOUT, checkoutVariables, isCheckout, refuseOtherInputs } from './checkout.js'
import { asText, type Contexts, fillTexts } from './expressions.js'
import type { StepDefinition } from './file.js'

/** The program of a step. */
export interface Program {
  readonly command: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly inputs: Readonly<Record<string, string>>
  /** What the runner tells actions alone is told to it. */
  readonly isAction: boolean
  readonly action?: Action
}

/** What a step's program is made with. */
export interface Making {
  /** Folder of the caller’s repository. */
  readonly caller: string
  readonly contexts: Contexts
  readonly script: (text: string) => string
}

// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell
const SHELLS: Readonly<Record<string, readonly string[]>> = {
  '': ['bash', '-e'],
  bash: ['bash', '--noprofile', '--norc', '-eo', 'pipefail'],
}

/**
 * Refuses a step that can't be run here, before any job starts.
 * @throws {Error}
 */
export function refuseUnknown({ uses, with: given, shell }: StepDefinition): void {
  if (uses === undefined) {
    if (SHELLS[shell ?? ''] === undefined) throw new Error(`the driver does not know the shell ${shell}`)
  } else if (isCheckout(uses)) refuseOtherInputs(given)
  else refuseUndeclared(uses, readAction(uses), given)
}

/** What a step runs. */
export function programOf(step: StepDefinition, { caller, contexts, script }: Making): Program {
  const none = { env: {}, inputs: {}, isAction: false }
  if (step.uses === undefined) {
    const text = fillTexts({ run: step.run! }, 'step', contexts).run!
    return { ...none, command: [...SHELLS[step.shell ?? '']!, script(text)] }
  }
  const given = fillTexts(step.with, 'step', contexts)
  if (isCheckout(step.uses)) {
    const command = ['bash', '-e', script(CHECKOUT)]
    return { ...none, command, env: checkoutVariables(caller, given) }
  }
  const action = readAction(step.uses)
  return {
    command: [process.execPath, action.main],
    env: { GITHUB_ACTION_REPOSITORY: 'kubernaut/multiarch-build', GITHUB_ACTION_REF: 'v1' },
    inputs: actionInputs(action, given, contexts),
    isAction: true,
    action,
  }
}

/** The name that GitHub shows of a step without one. */
export function nameOf({ uses, run }: StepDefinition): string {
  return `Run ${uses ?? asText(run!, 'run').split('\n')[0]}`
}

/** A step that ran no program. */
export function withoutProgram(exitCode = 0, stderr = ''): StepEnded {
  const nothing = { outputs: {}, state: {}, exported: {}, paths: [], summary: '', annotations: [] }
  return { exitCode, stdout: '', stderr, ...nothing }
}
