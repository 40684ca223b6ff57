import { runAsStep, type StepEnded } from '../runner.js'
import { type Contexts, EvaluationFailed, fillText, fillTexts, holds, type Value } from './expressions.js'
import type { JobDefinition, StepDefinition, ValueMap } from './file.js'
import { Machine } from './machine.js'
import type { Combination } from './matrix.js'
import { nameOf, type Program, programOf, withoutProgram } from './steps.js'

/** How something ended. */
export type Result = 'success' | 'failure' | 'cancelled' | 'skipped'

/** How a step of a job ended. */
export interface JobStep extends StepEnded {
  readonly name: string
  readonly id: string | undefined
  readonly uses: string | undefined
  readonly run: string | undefined
  /** What its action is given by `with`. */
  readonly with: Readonly<Record<string, string>>
  /** Whether it is what an action does at the end of the job. */
  readonly isPost: boolean
  /** Before and after `continue-on-error`. */
  readonly outcome: Result
  readonly conclusion: Result
}

/** How a job ended. */
export interface JobEnded {
  readonly id: string
  readonly name: string
  readonly matrix: Combination | undefined
  readonly runsOn: Value
  /** Undefined for none, which an empty name means too. */
  readonly environment: string | undefined
  readonly result: Result
  readonly outputs: Readonly<Record<string, string>>
  /** Names of outputs that hold a secret: GitHub keeps them back. */
  readonly withheld: readonly string[]
  readonly steps: readonly JobStep[]
  /** Names of what it has left in RUNNER_TEMP. */
  readonly left: readonly string[]
  /** Why it could not start. */
  readonly error: string | undefined
  /** In which attempt of the run it ran. */
  readonly attempt: number
}

/** What a step's run can be turned into. */
export interface Interference {
  /** Ends the step so, without its program. */
  readonly instead?: 'success' | 'failure'
  /** Its outputs then. */
  readonly outputs?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
}

/** A step that is about to run. */
export interface StepAhead {
  readonly job: Pick<JobEnded, 'id' | 'name' | 'matrix'>
  readonly step: Pick<JobStep, 'name' | 'id' | 'uses' | 'run' | 'with'>
  /** Folder of the checkout. */
  readonly workspace: string
}

/** What a job runs in. */
export interface JobGround {
  readonly caller: string
  /** Folder for machines. */
  readonly below: string
  readonly contexts: Contexts
  /** The workflow's `env`. */
  readonly env: Readonly<Record<string, string>>
  /** Of all steps; of names that begin with ACTIONS_ a runner tells actions alone. */
  readonly extra: Readonly<Record<string, string>>
  /** Values that a log must not show. */
  readonly masks: readonly string[]
  readonly onStep:
    | ((ahead: StepAhead) => Interference | undefined | Promise<Interference | undefined>)
    | undefined
}

interface Post {
  readonly step: StepDefinition
  readonly name: string
  readonly program: Program
  readonly env: Readonly<Record<string, string>>
  state: Readonly<Record<string, string>>
}

type Ran = Pick<JobEnded, 'result' | 'outputs' | 'withheld' | 'steps' | 'left'>

/** Runs the steps of a job on a machine of its own. */
export async function runJob(
  definition: JobDefinition,
  job: StepAhead['job'],
  ground: JobGround,
): Promise<Ran> {
  const machine = new Machine(ground.below)
  try {
    return await new JobRun(definition, job, ground, machine).all()
  } finally {
    machine.remove()
  }
}

class JobRun {
  private readonly steps: JobStep[] = []
  private readonly posts: Post[] = []
  private readonly known: Record<string, Value> = {}
  private readonly masks: string[]
  private env: Readonly<Record<string, string>>
  private failed = false

  constructor(
    private readonly definition: JobDefinition,
    private readonly job: StepAhead['job'],
    private readonly ground: JobGround,
    private readonly machine: Machine,
  ) {
    this.masks = [...ground.masks]
    this.env = { ...ground.env, ...fillTexts(definition.env, 'job env', ground.contexts) }
  }

  async all(): Promise<Ran> {
    for (const step of this.definition.steps) await this.step(step)
    for (const post of this.posts.reverse()) await this.post(post)
    const outputs = this.texts(this.definition.outputs)
    const withheld = Object.keys(outputs).filter((name) => this.isSecret(outputs[name]!))
    const kept = Object.entries(outputs).filter(([name]) => !withheld.includes(name))
    return {
      result: this.failed ? 'failure' : 'success',
      outputs: Object.fromEntries(kept),
      withheld,
      steps: this.steps,
      left: this.machine.left,
    }
  }

  private async step(step: StepDefinition): Promise<void> {
    const shown = { id: step.id, uses: step.uses, run: undefined, with: {}, name: nameOf(step) }
    try {
      await this.tryStep(step)
    } catch (error) {
      if (!(error instanceof EvaluationFailed)) throw error
      this.take({ ...withoutProgram(1, error.message), ...shown, ...ends('failure'), isPost: false })
    }
  }

  private async tryStep(step: StepDefinition): Promise<void> {
    const own = fillTexts(step.env, 'step', this.contexts())
    const contexts = this.contexts({ ...this.env, ...own })
    const shown = {
      id: step.id,
      uses: step.uses,
      run: step.run === undefined ? undefined : fillText(step.run, 'step', contexts),
      with: {},
      name: step.name === undefined ? nameOf(step) : fillText(step.name, 'step', contexts),
    }
    if (!holds(step.if, 'step if', contexts, this.status())) {
      this.take({ ...withoutProgram(), ...shown, ...ends('skipped'), isPost: false })
      return
    }
    const { job, ground, machine } = this
    const given = { ...shown, with: fillTexts(step.with, 'step', contexts) }
    const { workspace } = machine
    const { instead, env, outputs } = (await ground.onStep?.({ job, step: given, workspace })) ?? {}
    const ended =
      instead === undefined
        ? await this.runMain(step, contexts, { ...own, ...env }, shown.name)
        : { ...withoutProgram(instead === 'failure' ? 1 : 0), outputs: outputs ?? {} }
    const isTolerated = fillText(step.continueOnError, 'step', contexts) === 'true'
    this.take({ ...ended, ...given, ...ends(outcomeOf(ended), isTolerated), isPost: false })
  }

  private async runMain(
    step: StepDefinition,
    contexts: Contexts,
    env: Readonly<Record<string, string>>,
    name: string,
  ): Promise<StepEnded> {
    const script = (text: string) => this.machine.script(text)
    const program = programOf(step, { caller: this.ground.caller, contexts, script })
    const post: Post = { step, name: `Post ${name}`, program, env, state: {} }
    if (program.action?.post !== undefined) this.posts.push(post)
    const folder = fillText(step.workingDirectory, 'step', contexts)
    const ended = await this.run(program, program.command, env, folder)
    post.state = ended.state
    return ended
  }

  private async post({ step, name, program, env, state }: Post): Promise<void> {
    const { post, postIf } = program.action!
    const shown = { name, id: undefined, uses: step.uses, run: undefined, with: {}, isPost: true }
    if (!holds(postIf, 'step if', this.contexts({ ...this.env, ...env }), this.status())) return
    const noted = Object.entries(state).map(([key, value]) => [`STATE_${key}`, value])
    const ended = await this.run(
      program,
      [process.execPath, post!],
      { ...env, ...Object.fromEntries(noted) },
      '.',
    )
    this.take({ ...ended, ...shown, ...ends(outcomeOf(ended)) })
  }

  private run(
    { inputs, env: ofProgram, isAction }: Program,
    command: readonly string[],
    env: Readonly<Record<string, string>>,
    folder: string,
  ): Promise<StepEnded> {
    const extra = Object.entries(this.ground.extra).filter(
      ([name]) => isAction || !name.startsWith('ACTIONS_'),
    )
    return runAsStep(command, {
      cwd: `${this.machine.workspace}/${folder}`,
      inputs,
      env: {
        ...this.machine.variables(this.github()),
        ...Object.fromEntries(extra),
        ...ofProgram,
        ...this.env,
        ...env,
      },
    })
  }

  /** What later steps, and the job's result, have of a step. */
  private take(step: JobStep): void {
    this.steps.push(step)
    if (step.conclusion === 'failure') this.failed = true
    this.env = { ...this.env, ...step.exported }
    this.machine.paths.unshift(...step.paths)
    for (const [, value] of step.stdout.matchAll(/^::add-mask::(.+)$/gm)) this.masks.push(value!.trim())
    if (step.id === undefined) return
    const { outputs, outcome, conclusion } = step
    this.known[step.id] = { outputs, outcome, conclusion }
  }

  private contexts(env: Readonly<Record<string, string>> = this.env): Contexts {
    return {
      ...this.ground.contexts,
      github: this.github(),
      env,
      steps: this.known,
      runner: this.machine.context,
      job: { status: this.failed ? 'failure' : 'success' },
    }
  }

  private github(): ValueMap {
    const { workspace } = this.machine
    return { ...(this.ground.contexts.github as ValueMap), job: this.definition.id, workspace }
  }

  private status() {
    return { success: !this.failed, failure: this.failed, cancelled: false }
  }

  private texts(values: ValueMap): Record<string, string> {
    return fillTexts(values, 'job output', this.contexts())
  }

  private isSecret(text: string): boolean {
    return this.masks.some((mask) => text.includes(mask))
  }
}

function outcomeOf({ exitCode }: StepEnded): Result {
  return exitCode === 0 ? 'success' : 'failure'
}

function ends(outcome: Result, isTolerated = false): Pick<JobStep, 'outcome' | 'conclusion'> {
  return { outcome, conclusion: isTolerated && outcome === 'failure' ? 'success' : outcome }
}
