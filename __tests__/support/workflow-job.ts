import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { parse } from 'yaml'
import { asText, type Contexts, interpolate, isMet } from './expressions.js'
import { readCommands, repository, run, runStep, type StepEnded, temporaryFolder } from './runner.js'

/** A job of a workflow file. */
export interface Job {
  readonly name?: string
  readonly needs?: string | readonly string[]
  readonly if?: unknown
  readonly outputs?: Readonly<Record<string, string>>
  readonly environment?: unknown
  readonly strategy?: { readonly matrix?: unknown; readonly 'fail-fast'?: unknown }
  readonly steps: readonly Step[]
}

/** How one job ended. */
export interface JobEnded {
  readonly id: string
  readonly name: string
  readonly matrix: Readonly<Record<string, unknown>>
  readonly result: 'success' | 'failure' | 'skipped'
  readonly outputs: Readonly<Record<string, string>>
  readonly environment: string
  readonly steps: readonly JobStep[]
}

/** How one of its steps ended. */
export interface JobStep extends Partial<StepEnded> {
  /** The action or the script. */
  readonly what: string
  readonly conclusion: 'success' | 'failure' | 'skipped'
  /** Inputs of the action, defaults included. */
  readonly inputs?: Readonly<Record<string, string>>
}

export interface Surroundings {
  readonly caller: string
  readonly env: Readonly<Record<string, string>>
  readonly github: Readonly<Record<string, unknown>> & { readonly sha: string; readonly ref: string }
}

interface Step {
  readonly id?: string
  readonly if?: unknown
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
  readonly env?: Readonly<Record<string, unknown>>
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>
  readonly runs: { readonly main: string; readonly post?: string }
}

/** A runner: its folders, and what it tells every step. */
interface Runner {
  readonly workspace: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly surroundings: Surroundings
}

const STEP_KEYS = ['id', 'name', 'if', 'uses', 'run', 'with', 'env']
const PRODUCT = /^kubernaut\/multiarch-build(?:\/([a-z]+))?@v1$/

/** Runs a job's steps in order, and at its end what its actions have to clean up. */
export async function runJob(
  { id, name, matrix, job }: Pick<JobEnded, 'id' | 'name' | 'matrix'> & { readonly job: Job },
  contexts: Contexts,
  surroundings: Surroundings,
): Promise<JobEnded> {
  const runner = makeRunner(id, surroundings)
  const ended: JobStep[] = []
  const steps: Record<string, object> = {}
  const posts: (() => Promise<JobStep>)[] = []
  let failed = false
  for (const step of job.steps) {
    only(step, STEP_KEYS, `a step of ${id}`)
    const own = { ...contexts, steps, runner: { os: 'Linux', temp: runner.env.RUNNER_TEMP } }
    const what = (step.uses ?? step.run)!
    if (!isMet(step.if, own, { failed })) {
      ended.push({ what, conclusion: 'skipped' })
      continue
    }
    const done = await runOne(step, own, runner, posts)
    failed ||= done.conclusion === 'failure'
    ended.push(done)
    if (step.id !== undefined) steps[step.id] = { outputs: done.outputs ?? {}, conclusion: done.conclusion }
  }
  for (const post of posts.reverse()) ended.push(await post())
  const all = { ...contexts, steps }
  const outputs = Object.entries((interpolate(job.outputs ?? {}, all) ?? {}) as object)
  return {
    ...{ id, name, matrix, steps: ended },
    result: ended.some(({ conclusion }) => conclusion === 'failure') ? 'failure' : 'success',
    environment: asText(interpolate(job.environment ?? '', all)),
    outputs: Object.fromEntries(outputs.map(([key, value]) => [key, asText(value)])),
  }
}

function makeRunner(id: string, surroundings: Surroundings): Runner {
  const { github } = surroundings
  const folder = temporaryFolder(`runner-${id}-`)
  const [workspace, temp] = [join(folder, 'work'), join(folder, 'temp')]
  mkdirSync(workspace)
  mkdirSync(temp)
  const event = join(folder, 'event.json')
  writeFileSync(event, JSON.stringify(github.event))
  const told = [
    'event_name',
    'ref',
    'ref_name',
    'ref_type',
    'sha',
    'repository',
    'server_url',
    'run_id',
    'actor',
  ]
  return {
    workspace,
    surroundings,
    env: {
      ...Object.fromEntries(told.map((name) => [`GITHUB_${name.toUpperCase()}`, asText(github[name])])),
      GITHUB_EVENT_PATH: event,
      GITHUB_WORKSPACE: workspace,
      GITHUB_JOB: id,
      RUNNER_TEMP: temp,
    },
  }
}

async function runOne(
  step: Step,
  contexts: Contexts,
  runner: Runner,
  posts: (() => Promise<JobStep>)[],
): Promise<JobStep> {
  const env = texts(interpolate(step.env ?? {}, contexts))
  if (step.run !== undefined)
    return runScript(step.run, contexts, { ...runner, env: { ...runner.env, ...env } })
  const uses = step.uses!
  const given = texts(interpolate(step.with ?? {}, contexts))
  if (uses.startsWith('actions/checkout@')) return checkOut(uses, given, runner)
  const [, name] = PRODUCT.exec(uses) ?? []
  if (!PRODUCT.test(uses)) throw new Error(`${uses} can’t be run here`)
  return runAction(
    uses,
    join(repository, name ?? '.'),
    given,
    { ...runner, env: { ...runner.env, ...env } },
    contexts,
    posts,
  )
}

async function runAction(
  what: string,
  folder: string,
  given: Readonly<Record<string, string>>,
  runner: Runner,
  contexts: Contexts,
  posts: (() => Promise<JobStep>)[],
): Promise<JobStep> {
  const action = parse(readFileSync(join(folder, 'action.yml'), 'utf8')) as Action
  for (const name of Object.keys(given))
    if (action.inputs[name] === undefined) throw new Error(`${what} has no input ${name}`)
  const defaults = Object.entries(action.inputs).map(([name, input]) => [
    name,
    asText(interpolate(input.default ?? '', contexts)),
  ])
  const inputs: Record<string, string> = { ...Object.fromEntries(defaults), ...given }
  const options = { inputs, cwd: runner.workspace, env: { ...runner.env, ...runner.surroundings.env } }
  const ended = await runStep(entryOf(folder, action.runs.main), options)
  if (action.runs.post !== undefined) {
    posts.push(async () => {
      const state = Object.entries(ended.state).map(([name, value]) => [`STATE_${name}`, value])
      const env = { ...options.env, ...Object.fromEntries(state) }
      const post = await runStep(entryOf(folder, action.runs.post!), { ...options, env })
      return { what: `post of ${what}`, conclusion: post.exitCode === 0 ? 'success' : 'failure', ...post }
    })
  }
  return { what, inputs, conclusion: ended.exitCode === 0 ? 'success' : 'failure', ...ended }
}

function entryOf(folder: string, path: string): Parameters<typeof runStep>[0] {
  const [, entry] = /^dist\/(\w+)\/index\.js$/.exec(relative(repository, resolve(folder, path))) ?? []
  if (entry === undefined) throw new Error(`${path} is no file of dist`)
  return entry as Parameters<typeof runStep>[0]
}

async function runScript(script: string, contexts: Contexts, { workspace, env }: Runner): Promise<JobStep> {
  const path = join(env.RUNNER_TEMP!, 'script.sh')
  writeFileSync(path, asText(interpolate(script, contexts)))
  const GITHUB_OUTPUT = join(env.RUNNER_TEMP!, 'output')
  writeFileSync(GITHUB_OUTPUT, '')
  const ended = await run(['bash', '-e', path], { cwd: workspace, env: { ...env, GITHUB_OUTPUT } })
  const conclusion = ended.exitCode === 0 ? 'success' : 'failure'
  return { what: script, conclusion, ...ended, outputs: readCommands(GITHUB_OUTPUT) }
}

// As the action does it: the commit alone, or with `fetch-depth: 0` all branches and tags.
// https://github.com/actions/checkout/blob/v4/src/ref-helper.ts
function checkOut(what: string, given: Readonly<Record<string, string>>, runner: Runner): JobStep {
  only(given, ['fetch-depth', 'persist-credentials'], what)
  const { caller, github } = runner.surroundings
  const git = (...args: string[]) =>
    execFileSync(
      'git',
      ['-c', 'protocol.file.allow=always', '-c', 'safe.directory=*', '-C', runner.workspace, ...args],
      {
        stdio: 'pipe',
      },
    )
  git('init', '-q')
  git('remote', 'add', 'origin', `file://${caller}`)
  const all = given['fetch-depth'] === '0'
  const refs = ['+refs/heads/*:refs/remotes/origin/*', '+refs/tags/*:refs/tags/*', `+${github.sha}`]
  git(
    'fetch',
    '-q',
    ...(all ? ['--no-tags', 'origin', ...refs] : ['--no-tags', '--depth=1', 'origin', github.sha]),
  )
  git('-c', 'advice.detachedHead=false', 'checkout', '-q', '--force', github.sha)
  return { what, conclusion: 'success' }
}

function texts(values: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(values as object).map(([name, value]) => [name, asText(value)]))
}

/** @throws {Error} for a key that isn't known */
export function only(value: object, known: readonly string[], what: string): void {
  const unknown = Object.keys(value).find((key) => !known.includes(key))
  if (unknown !== undefined) throw new Error(`${what} has ${unknown}, which is not understood here`)
}
