import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { must, temporaryFolder } from '../../../support/runner.js'
import { runWorkflow, type WorkflowCall, type WorkflowEnded } from '../../../support/workflow.js'

const folder = temporaryFolder()
const GIT = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.org',
}
const git = async (...args: string[]) => (await must(['git', '-C', caller, ...args], { env: GIT })).trim()

const caller = join(folder, 'caller')
/** Of the caller's repository, oldest first. */
export const commits: string[] = []
beforeAll(async () => {
  mkdirSync(caller)
  await git('init', '-q', '-b', 'main')
  for (const text of ['one', 'two']) {
    writeFileSync(join(caller, 'file'), text)
    await git('add', '.')
    await git('commit', '-q', '-m', text)
    commits.push(await git('rev-parse', 'HEAD'))
  }
  await git('tag', 'v1.0.0')
})

let count = 0
/** Runs jobs, written as YAML, of a workflow. */
export function runJobs(jobs: string, call: Partial<WorkflowCall> = {}, rest = ''): Promise<WorkflowEnded> {
  const file = join(folder, `${++count}`, 'workflow.yml')
  mkdirSync(dirname(file))
  writeFileSync(file, `on:\n  workflow_call: {${rest}}\njobs:\n${jobs.replace(/^/gm, '  ')}\n`)
  const push = { event_name: 'push', ref: 'refs/heads/main' }
  return runWorkflow({ file, caller, sha: commits[1]!, github: push, ...call })
}

/** What the steps of a job have printed, of the first one if none is named. */
export const printed = ({ jobs }: WorkflowEnded, id = jobs[0]!.id) =>
  jobs
    .filter((job) => job.id === id)
    .flatMap(({ steps }) => steps)
    .map(({ stdout }) => stdout.trim())
export const results = ({ jobs }: WorkflowEnded) => jobs.map(({ name, result }) => `${name}: ${result}`)
export const conclusions = ({ jobs }: WorkflowEnded) => jobs[0]!.steps.map(({ conclusion }) => conclusion)

/** A job of one script. */
export const job = (id: string, keys: string, script = 'true') =>
  `${id}:\n  runs-on: u\n  steps: [{run: ${JSON.stringify(script)}}]\n${keys.replace(/^/gm, '  ')}\n`
