import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { asText, type Contexts, interpolate, isMet } from './expressions.js'
import { type Job, type JobEnded, only, runJob, type Surroundings } from './workflow-job.js'

// Runs a reusable workflow as GitHub does: its jobs in the order of their needs, each matrix job on a "runner" of its own.

export interface WorkflowRun {
  /** Path of the workflow. */
  readonly file: string
  readonly inputs: Readonly<Record<string, unknown>>
  readonly secrets?: Readonly<Record<string, string>>
  /** Folder of the repository that calls it. */
  readonly caller: string
  /** The context, without what is the same for all. */
  readonly github: Readonly<Record<string, unknown>> & { readonly sha: string; readonly ref: string }
  /** Variables that only actions get. */
  readonly env?: Readonly<Record<string, string>>
  /** In which order the jobs of a matrix are run. */
  readonly order?: 'given' | 'reversed'
  /** What "re-run failed jobs" keeps: jobs that have succeeded. */
  readonly previous?: WorkflowEnded
  /** Called before a job's steps; true lets the job fail without a step. */
  readonly breaks?: (job: { readonly id: string; readonly name: string }) => boolean
}

export interface WorkflowEnded {
  readonly result: 'success' | 'failure'
  readonly outputs: Readonly<Record<string, string>>
  readonly jobs: readonly JobEnded[]
}

interface Workflow {
  readonly on: { readonly workflow_call: Call }
  readonly jobs: Readonly<Record<string, Job>>
}

interface Call {
  readonly inputs?: Readonly<Record<string, { type: string; required?: boolean; default?: unknown }>>
  readonly secrets?: Readonly<Record<string, object>>
  readonly outputs?: Readonly<Record<string, { value: string }>>
}

const KEYS = {
  workflow: ['name', 'on', 'permissions', 'jobs'],
  call: ['inputs', 'secrets', 'outputs'],
  input: ['description', 'type', 'required', 'default'],
  job: [
    ...['name', 'needs', 'if', 'outputs', 'strategy', 'steps'],
    // Without a meaning here, but for being evaluated.
    ...['runs-on', 'timeout-minutes', 'permissions', 'environment'],
  ],
  strategy: ['matrix', 'fail-fast'],
}

/** Runs all jobs. @throws {Error} for anything in the workflow that isn't understood here */
export async function runWorkflow(run: WorkflowRun): Promise<WorkflowEnded> {
  const workflow = parse(readFileSync(run.file, 'utf8')) as Workflow
  only(workflow, KEYS.workflow, 'workflow')
  const call = workflow.on.workflow_call
  only(call, KEYS.call, 'workflow_call')
  const base = {
    github: githubContext(run.github),
    inputs: checkedInputs(call.inputs ?? {}, run.inputs),
    secrets: checkedSecrets(call.secrets ?? {}, run.secrets ?? {}),
  }
  const ended: JobEnded[] = []
  const needs: Record<string, { result: string; outputs: Record<string, string> }> = {}
  for (const id of inOrder(workflow.jobs)) {
    const jobs = await runJobs(id, workflow.jobs[id]!, { ...base, needs: { ...needs } }, run)
    ended.push(...jobs)
    needs[id] = { result: resultOf(jobs), outputs: joined(jobs) }
  }
  const contexts = { ...base, jobs: needs }
  const outputs = Object.entries(call.outputs ?? {}).map(([name, { value }]) => [
    name,
    asText(interpolate(value, contexts)),
  ])
  const result = Object.values(needs).some((each) => each.result === 'failure') ? 'failure' : 'success'
  return { result, outputs: Object.fromEntries(outputs), jobs: ended }
}

async function runJobs(id: string, job: Job, contexts: Contexts, run: WorkflowRun): Promise<JobEnded[]> {
  only(job, KEYS.job, `job ${id}`)
  const needed = namesNeeded(job)
  const all = contexts.needs as Record<string, { result: string }>
  const needs = Object.fromEntries(needed.map((name) => [name, all[name]!]))
  const status = { failed: needed.some((name) => all[name]!.result !== 'success') }
  const own = { ...contexts, needs }
  const skipped = {
    id,
    name: id,
    result: 'skipped' as const,
    outputs: {},
    steps: [],
    matrix: {},
    environment: '',
  }
  if (!isMet(job.if, own, status)) return [skipped]
  const surroundings = surroundingsOf(run, contexts)
  const rows = matrixRows(job, own)
  const ended: JobEnded[] = []
  for (const matrix of run.order === 'reversed' ? [...rows].reverse() : rows) {
    const jobContexts = { ...own, matrix }
    const name = asText(interpolate(job.name ?? id, jobContexts))
    const kept = run.previous?.jobs.find((each) => each.id === id && each.name === name)
    if (kept?.result === 'success') ended.push(kept)
    else if (run.breaks?.({ id, name })) ended.push({ ...skipped, name, matrix, result: 'failure' })
    else ended.push(await runJob({ id, name, matrix, job }, jobContexts, surroundings))
  }
  return ended
}

function surroundingsOf({ caller, env = {} }: WorkflowRun, { github }: Contexts): Surroundings {
  return { caller, env, github: github as Surroundings['github'] }
}

function matrixRows({ strategy }: Job, contexts: Contexts): Record<string, unknown>[] {
  if (strategy === undefined) return [{}]
  only(strategy, KEYS.strategy, 'strategy')
  const { include, ...others } = interpolate(strategy.matrix, contexts) as Record<
    string,
    Record<string, unknown>[]
  >
  if (Object.keys(others).length > 0)
    throw new Error('a matrix of anything but include is not understood here')
  // https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstrategymatrix
  if (!Array.isArray(include) || include.length === 0) throw new Error('GitHub refuses an empty matrix')
  if (include.length > 256) throw new Error('GitHub refuses a matrix of more than 256 jobs')
  return include
}

function resultOf(jobs: readonly JobEnded[]): JobEnded['result'] {
  if (jobs.some(({ result }) => result === 'failure')) return 'failure'
  return jobs[0]!.result
}

// Of outputs of one name the last that is not empty stays.
function joined(jobs: readonly JobEnded[]): Record<string, string> {
  return Object.assign({}, ...jobs.map(({ outputs }) => notEmpty(outputs)))
}

function notEmpty(outputs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(outputs).filter(([, value]) => value !== ''))
}

function inOrder(jobs: Readonly<Record<string, Job>>): string[] {
  const order: string[] = []
  const visit = (id: string) => {
    for (const needed of namesNeeded(jobs[id]!)) visit(needed)
    if (!order.includes(id)) order.push(id)
  }
  for (const id of Object.keys(jobs)) visit(id)
  return order
}

function namesNeeded({ needs = [] }: Job): readonly string[] {
  return typeof needs === 'string' ? [needs] : needs
}

function checkedInputs(declared: NonNullable<Call['inputs']>, given: Readonly<Record<string, unknown>>) {
  for (const name of Object.keys(given))
    if (declared[name] === undefined) throw new Error(`the workflow has no input ${name}`)
  return Object.fromEntries(
    Object.entries(declared).map(([name, definition]) => {
      only(definition, KEYS.input, `input ${name}`)
      const value = given[name] ?? definition.default
      if (value === undefined && definition.required) throw new Error(`the input ${name} is required`)
      const type: string = typeof value
      if (value !== undefined && type !== definition.type)
        throw new Error(`the input ${name} is no ${definition.type}`)
      return [name, value ?? '']
    }),
  )
}

function checkedSecrets(declared: NonNullable<Call['secrets']>, given: Readonly<Record<string, string>>) {
  for (const name of Object.keys(given))
    if (declared[name] === undefined) throw new Error(`the workflow has no secret ${name}`)
  return given
}

function githubContext(given: WorkflowRun['github']): Record<string, unknown> {
  const { ref } = given
  const name = ref.replace(/^refs\/(heads|tags|pull)\//, '')
  return {
    event_name: 'push',
    event: {},
    token: 'token-of-this-run',
    repository: 'kubernaut/monorepo',
    server_url: 'https://github.com',
    run_id: '1',
    actor: 'octocat',
    ref_name: name,
    ref_type: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    ...given,
  }
}
