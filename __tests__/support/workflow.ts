import { temporaryFolder } from './runner.js'
import { type CallInputs, callInputs, callSecrets } from './workflow/call.js'
import {
  type Contexts,
  EvaluationFailed,
  fillText,
  fillTexts,
  holds,
  type Status,
  type Value,
} from './workflow/expressions.js'
import { type JobDefinition, readWorkflow, type WorkflowFile } from './workflow/file.js'
import { githubContext, type Happening, TOKEN } from './workflow/github.js'
import { type JobEnded, type JobGround, type Result, runJob } from './workflow/job.js'
import { isFailFast, type Leg, legsOf, withoutSteps } from './workflow/legs.js'
import { refuseUnknown } from './workflow/steps.js'

export type { Interference, JobEnded, JobStep, StepAhead } from './workflow/job.js'

/** A call of a reusable workflow. */
export interface WorkflowCall {
  /** Path of the workflow file. */
  readonly file: string
  readonly inputs?: CallInputs
  readonly secrets?: Readonly<Record<string, string>>
  /** Folder of the caller's Git repository, which the jobs check out. */
  readonly caller: string
  readonly sha: string
  readonly github: Happening
  /** For all steps; of names that begin with ACTIONS_ a runner tells actions alone. */
  readonly env?: Readonly<Record<string, string>>
  /** In which order the jobs of a matrix run, one after the other. */
  readonly order?: <T extends Pick<Leg, 'name' | 'matrix'>>(legs: readonly T[]) => readonly T[]
  readonly onStep?: NonNullable<JobGround['onStep']>
  /** An earlier attempt of the run: jobs that succeeded in it, and need none that runs again, are kept. */
  readonly earlier?: WorkflowEnded
  /** Names of jobs that run again though they succeeded. */
  readonly rerun?: readonly string[]
}

/** How a run of a workflow ended. */
export interface WorkflowEnded {
  readonly result: Result
  readonly outputs: Readonly<Record<string, string>>
  readonly jobs: readonly JobEnded[]
  readonly attempt: number
}

/**
 * Runs a reusable workflow as GitHub does: each job on a machine of its own, in an order in which none comes before what it needs.
 * @throws {Error} for what GitHub refuses before any job starts, and for all that isn't run here as GitHub would
 */
export async function runWorkflow(call: WorkflowCall): Promise<WorkflowEnded> {
  const file = readWorkflow(call.file)
  for (const step of file.jobs.flatMap(({ steps }) => steps)) refuseUnknown(step)
  return new WorkflowRun(file, call).all()
}

/** The jobs that a definition stood for, and what those that need it see of them. */
interface Done {
  readonly jobs: readonly JobEnded[]
  readonly result: Result
  readonly outputs: Readonly<Record<string, string>>
}

class WorkflowRun {
  private readonly done = new Map<string, Done>()
  private readonly contexts: Contexts
  private readonly secrets: Readonly<Record<string, string>>
  private readonly env: Readonly<Record<string, string>>
  private readonly attempt: number
  private readonly below = temporaryFolder('workflow-')

  constructor(
    private readonly file: WorkflowFile,
    private readonly call: WorkflowCall,
  ) {
    this.attempt = (call.earlier?.attempt ?? 0) + 1
    const github = githubContext(call.github, { sha: call.sha, attempt: this.attempt })
    const inputs = callInputs(file, call.inputs ?? {}, { github })
    this.secrets = callSecrets(file, call.secrets ?? {})
    this.contexts = { github, inputs, vars: {} }
    this.env = fillTexts(file.env, 'workflow env', { ...this.contexts, secrets: this.secrets })
  }

  async all(): Promise<WorkflowEnded> {
    for (const definition of this.file.jobs) this.done.set(definition.id, await this.job(definition))
    const jobs = Object.fromEntries(
      [...this.done].map(([id, { result, outputs }]) => [id, { result, outputs }]),
    )
    const outputs = [...this.file.outputs].map(([name, value]) => [
      name,
      fillText(value, 'workflow output', { ...this.contexts, jobs }),
    ])
    const all = [...this.done.values()].flatMap((each) => each.jobs)
    return {
      result: worst(all.map(({ result }) => result)),
      outputs: Object.fromEntries(outputs) as Record<string, string>,
      jobs: all,
      attempt: this.attempt,
    }
  }

  private async job(definition: JobDefinition): Promise<Done> {
    const contexts = { ...this.contexts, needs: this.needs(definition) }
    try {
      if (!holds(definition.if, 'job if', contexts, this.statusFor(definition)))
        return doneOf([withoutSteps(definition.id, 'skipped', this.attempt)])
      return await this.legs(definition, legsOf(definition, contexts))
    } catch (error) {
      if (!(error instanceof EvaluationFailed)) throw error
      return doneOf([withoutSteps(definition.id, 'failure', this.attempt, { error: error.message })])
    }
  }

  private async legs(definition: JobDefinition, legs: readonly Leg[]): Promise<Done> {
    const ended = new Map<Leg, JobEnded>()
    let isStopped = false
    for (const leg of this.call.order?.(legs) ?? legs) {
      const job = isStopped
        ? withoutSteps(definition.id, 'cancelled', this.attempt, { leg })
        : (this.kept(definition, leg) ?? (await this.leg(definition, leg)))
      if (job.result === 'failure' && isFailFast(leg)) isStopped = true
      ended.set(leg, job)
    }
    if (ended.size !== legs.length) throw new Error('order leaves jobs out')
    return { ...doneOf([...ended.values()]), jobs: legs.map((leg) => ended.get(leg)!) }
  }

  private async leg(definition: JobDefinition, leg: Leg): Promise<JobEnded> {
    const { call, secrets } = this
    const named = definition.secrets.map((name) => secrets[name] ?? '')
    const ended = await runJob(
      definition,
      { id: definition.id, name: leg.name, matrix: leg.matrix },
      {
        caller: call.caller,
        below: this.below,
        contexts: { ...leg.contexts, secrets },
        env: this.env,
        extra: call.env ?? {},
        masks: [TOKEN, ...named.flatMap((secret) => secret.split('\n'))].filter((mask) => mask.trim() !== ''),
        onStep: call.onStep,
      },
    )
    return { ...withoutSteps(definition.id, ended.result, this.attempt, { leg }), ...ended }
  }

  /** What an earlier attempt made of a job that need not run again. */
  private kept({ id, needs }: JobDefinition, { name }: Leg): JobEnded | undefined {
    const { earlier, rerun = [] } = this.call
    const found = earlier?.jobs.find((each) => each.id === id && each.name === name)
    const isNeeded = rerun.includes(name) || needs.some((need) => this.isNew(need))
    return found?.result === 'success' && !isNeeded ? found : undefined
  }

  private isNew(id: string): boolean {
    return this.done.get(id)!.jobs.some(({ attempt }) => attempt === this.attempt)
  }

  private needs({ needs }: JobDefinition): Value {
    return Object.fromEntries(
      needs.map((id) => {
        const { result, outputs } = this.done.get(id)!
        return [id, { result, outputs }]
      }),
    )
  }

  /** All that it builds on counts, also what is needed by what it needs. */
  private statusFor(definition: JobDefinition): Status {
    const results = this.ancestors(definition).map((id) => this.done.get(id)!.result)
    return {
      success: results.every((result) => result === 'success'),
      failure: results.includes('failure'),
      cancelled: false,
    }
  }

  private ancestors({ needs }: JobDefinition): string[] {
    const above = needs.flatMap((id) => this.ancestors(this.file.jobs.find((each) => each.id === id)!))
    return [...new Set([...needs, ...above])]
  }
}

/** @param jobs in the order in which they ended: a later one's output takes an earlier one's place, unless it is empty */
function doneOf(jobs: readonly JobEnded[]): Done {
  const entries = jobs.flatMap(({ outputs }) => Object.entries(outputs).filter(([, value]) => value !== ''))
  const result = worst(jobs.map((job) => job.result))
  return { jobs, result, outputs: Object.fromEntries(entries) }
}

function worst(results: readonly Result[]): Result {
  if (results.includes('failure')) return 'failure'
  if (results.includes('cancelled')) return 'cancelled'
  return results.every((result) => result === 'skipped') ? 'skipped' : 'success'
}
