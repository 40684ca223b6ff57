import { CacheSession } from '../cache/session.js'
import type { CheckRun, CheckRunOptions } from '../host/check-runs.js'
import type { Host } from '../host/host.js'
import { build, type Run } from '../pipeline/build.js'
import { handOver } from '../pipeline/hand-over.js'
import { PlatformsFailed } from '../pipeline/platforms.js'
import { registryClient } from '../pipeline/site.js'
import { checkRuns, type FailedRun, failedCheckRuns } from '../report/check-runs.js'
import { metadata, outputs } from '../report/outputs.js'
import { imageReference, type Report } from '../report/report.js'
import { summary } from '../report/summary.js'
import type { BuildRequest } from '../request/build-request.js'
import { gitFacts } from '../request/git.js'
import type { Inputs } from '../request/inputs.js'
import { passwords } from '../request/logins.js'
import { parseBuildRequest } from '../request/parse.js'
import { lines } from '../request/values.js'

/** From inputs to outputs: what the step and the command line have in common. @returns the `metadata` object */
export async function runBuild(
  inputs: Inputs,
  host: Host,
  signal: AbortSignal,
  onTag: (reference: string) => void,
): Promise<Record<string, unknown>> {
  for (const secret of secretTexts(inputs)) host.mask(secret)
  if (inputs.services.trim() !== '') {
    const { runServices } = await import('./run-services.js')
    return runServices(inputs, host, signal, onTag)
  }
  const surroundings = { host, env: process.env, signal }
  const git = await gitFacts(inputs, surroundings)
  const request = parseBuildRequest(inputs, git, process.env)
  for (const notice of request.notices) host.notice(notice)
  const cache = new CacheSession(request, {
    ...surroundings,
    registryClient: () => registryClient(request, surroundings),
  })
  const run = { ...surroundings, cache, onTag }
  const report = await buildAndShow(request, run, () => cache.end())
  if (request.summary) await host.summarize(summary(report))
  return metadata(report)
}

/**
 * Builds one image, and shows what became of it: outputs, the records of a leg, checks, lines in the log.
 * @param whenBuilt called when the build has ended, well or not
 */
export async function buildAndShow(
  request: BuildRequest,
  run: Run,
  whenBuilt: () => Promise<void> = async () => undefined,
): Promise<Report> {
  const { host, signal } = run
  const told = { host, signal }
  const report = await build(request, run)
    .catch(async (error: unknown) => {
      // A runner that cancels doesn't wait.
      if (!signal.aborted)
        await showChecks(request, told, (root) => failedCheckRuns(failedRun(request, error), root))
      throw error
    })
    .finally(whenBuilt)
  for (const [name, value] of outputs(report)) host.setOutput(name, value)
  if (request.leg !== undefined) await handOver(report, request, request.leg, run)
  await showChecks(request, told, (root) => checkRuns(report, root))
  host.info(`${report.pushed ? 'pushed' : 'built'} ${imageReference(report)}`)
  for (const { platform, image } of report.platforms)
    host.info(`  ${platform.text} ${image.descriptor.digest}`)
  return report
}

async function showChecks(
  { checkRuns: wanted }: BuildRequest,
  options: Omit<CheckRunOptions, 'token'>,
  make: (root: string) => readonly CheckRun[],
): Promise<void> {
  if (wanted === undefined) return
  // Loaded where it is wanted: the client is larger than all the rest.
  const { sendCheckRuns } = await import('../host/check-runs.js')
  await sendCheckRuns(make(process.env.GITHUB_WORKSPACE ?? process.cwd()), { ...wanted, ...options })
}

function failedRun({ repositories, platforms }: BuildRequest, error: unknown): FailedRun {
  const fates = error instanceof PlatformsFailed ? error.fates : []
  return { error, image: repositories[0]!.text, platforms, fates }
}

function secretTexts(inputs: Inputs): string[] {
  const given = lines(inputs, 'secrets').map((line) => line.slice(line.indexOf('=') + 1))
  const variables = lines(inputs, 'secret-envs').map(
    (line) => process.env[line.slice(line.indexOf('=') + 1)] ?? '',
  )
  const all = [...passwords(inputs), ...given, ...variables, inputs['github-token'].trim()]
  return all.filter((text) => text !== '')
}
