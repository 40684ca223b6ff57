import { CacheSession } from '../cache/session.js'
import type { Host } from '../host/host.js'
import { build } from '../pipeline/build.js'
import { registryClient } from '../pipeline/site.js'
import { outputs } from '../report/outputs.js'
import { imageReference, type Report } from '../report/report.js'
import { summary } from '../report/summary.js'
import { gitFacts } from '../request/git.js'
import type { Inputs } from '../request/inputs.js'
import { passwords } from '../request/logins.js'
import { parseBuildRequest } from '../request/parse.js'
import { lines } from '../request/values.js'

/** From inputs to outputs: what the step and the command line have in common. */
export async function runBuild(
  inputs: Inputs,
  host: Host,
  signal: AbortSignal,
  onTag: (reference: string) => void,
): Promise<Report> {
  for (const secret of [...passwords(inputs), ...secretTexts(inputs)]) host.mask(secret)
  const request = parseBuildRequest(inputs, await gitFacts(inputs.context, process.env), process.env)
  for (const notice of request.notices) host.notice(notice)
  const surroundings = { host, env: process.env, signal }
  const cache = new CacheSession(request, {
    ...surroundings,
    registryClient: () => registryClient(request, surroundings),
  })
  const report = await build(request, { ...surroundings, cache, onTag }).finally(() => cache.end())
  for (const [name, value] of outputs(report)) host.setOutput(name, value)
  if (request.summary) await host.summarize(summary(report))
  host.info(`${report.pushed ? 'pushed' : 'built'} ${imageReference(report)}`)
  for (const { platform, image } of report.platforms)
    host.info(`  ${platform.text} ${image.descriptor.digest}`)
  return report
}

function secretTexts(inputs: Inputs): string[] {
  const given = lines(inputs, 'secrets').map((line) => line.slice(line.indexOf('=') + 1))
  const variables = lines(inputs, 'secret-envs').map(
    (line) => process.env[line.slice(line.indexOf('=') + 1)] ?? '',
  )
  return [...given, ...variables].filter((text) => text !== '')
}
