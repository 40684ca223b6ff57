import { existsSync, realpathSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { CacheSession } from '../cache/session.js'
import { BuildError, type Failure, InputError } from '../errors.js'
import type { Host } from '../host/host.js'
import { buildServices, type ServiceRequest } from '../pipeline/build-services.js'
import { registryClient } from '../pipeline/site.js'
import { type ImageReport, imagesMetadata, imagesOutputs, imagesSummary } from '../report/images.js'
import { platformMetadata } from '../report/outputs.js'
import type { Report } from '../report/report.js'
import type { BuildRequest } from '../request/build-request.js'
import { type GitFacts, gitFacts } from '../request/git.js'
import type { GitSurroundings } from '../request/git-program.js'
import type { Inputs } from '../request/inputs.js'
import { parseBuildRequest } from '../request/parse.js'
import { parsePlanRequest } from '../request/plan-request.js'
import { planServices } from '../services/plan.js'
import { serviceInputs } from '../services/service-inputs.js'
import type { Service } from '../services/services.js'
import { buildAndShow } from './run-build.js'

/**
 * From a list of services to outputs: each is built as a step of its own would.
 * @returns the `metadata` object
 * @throws {BuildError} when one failed, after all were tried and what was built is told
 */
export async function runServices(
  inputs: Inputs,
  host: Host,
  signal: AbortSignal,
  onTag: (reference: string) => void,
): Promise<Record<string, unknown>> {
  const surroundings = { host, env: process.env, signal }
  const services = await requestsOf(inputs, surroundings)
  const { request } = services[0]!
  for (const notice of new Set(services.flatMap((each) => each.request.notices))) host.notice(notice)
  const cache = new CacheSession(request, {
    ...surroundings,
    registryClient: () => registryClient(request, surroundings),
  })
  const run = { ...surroundings, cache, onTag }
  const outcomes = await buildServices(services, buildAndShow, run).finally(() => cache.end())
  const built = outcomes.flatMap((each) => ('report' in each ? [each.report] : []))
  const reports = built.map(asImage)
  for (const [name, value] of imagesOutputs(reports, true)) host.setOutput(name, value)
  host.setOutput('docker-config', built[0]?.dockerConfig ?? '')
  if (request.summary && reports.length > 0) await host.summarize(imagesSummary(reports, 'built'))
  const failed = outcomes.flatMap((each) => ('failure' in each ? [each] : []))
  if (failed.length > 0) throw servicesFailed(failed, services.length)
  return imagesMetadata(reports, true)
}

async function requestsOf(inputs: Inputs, surroundings: GitSurroundings): Promise<ServiceRequest[]> {
  for (const name of ['image', 'context', 'file', 'target'] as const) {
    if (inputs[name].trim() === '' || (name === 'context' && inputs[name] === '.')) continue
    throw new InputError(name, 'is given beside services', { cure: `write ${name} into the list` })
  }
  const { services, platforms } = inputs
  // Of one checkout all services are told the same.
  const git = { ...surroundings, known: new Map() }
  const { planned } = await planServices(
    parsePlanRequest({ services, platforms }),
    surroundings,
    process.cwd(),
  )
  const requests: ServiceRequest[] = []
  for (const { service } of planned) {
    const own = inputsOf(inputs, service)
    const facts = await gitFacts({ ...own, context: checkoutOf(own.context) }, git)
    requests.push({ name: service.name, request: requestOf(service, own, facts) })
  }
  return requests
}

/** The folder of the checkout that a folder is in; itself where it is in none. */
function checkoutOf(folder: string): string {
  for (let at = existsSync(folder) ? realpathSync(folder) : resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at
    if (at === dirname(at)) return folder
  }
}

function requestOf({ name }: Service, inputs: Inputs, git: GitFacts): BuildRequest {
  try {
    return parseBuildRequest(inputs, git, process.env)
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    const { cure, location } = error
    throw new InputError('services', `${name}: ${error.message}`, {
      cause: error,
      ...(cure !== undefined && { cure }),
      ...(location && { location }),
    })
  }
}

function inputsOf(inputs: Inputs, service: Service): Inputs {
  const own = serviceInputs(service)
  const both = (name: 'build-args' | 'verify-allow') => `${inputs[name]}\n${own[name]}`
  const isLeg = ['digest', 'layout'].includes(inputs.push.trim())
  return {
    ...inputs,
    ...own,
    services: '',
    context: own.context,
    platforms: service.platforms?.map(({ text }) => text).join(',') ?? inputs.platforms,
    'build-args': both('build-args'),
    'verify-allow': both('verify-allow'),
    'smoke-test': own['smoke-test'] || inputs['smoke-test'],
    // The layouts of all would fill the disk.
    layout: inputs.layout.trim() === 'auto' && !isLeg ? 'false' : inputs.layout,
  }
}

function asImage(report: Report): ImageReport {
  const platforms = report.platforms.map((each) => ({ ...each, metadata: platformMetadata(each) }))
  return { ...report, platforms }
}

function servicesFailed(
  failed: readonly { readonly name: string; readonly failure: Failure }[],
  all: number,
): BuildError {
  const said = failed.map(({ name, failure }) => `${name}: ${failure.message.split('\n')[0]}`).join('; ')
  return new BuildError(`${failed.length} of ${all} services failed: ${said}`, {
    cause: failed[0]!.failure,
    cure: 'see above what each needs, and run it again: what is built already is not built twice',
    quotes: failed.flatMap(({ failure }) => failure.quotes),
  })
}
