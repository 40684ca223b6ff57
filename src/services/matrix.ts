import { InputError } from '../errors.js'
import { type Platform, platformSlug } from '../oci/platform.js'
import { type PlanRequest, type RunnerLabels, runnerOf } from '../request/plan-request.js'
import type { Plan } from './plan.js'
import { type ServiceInputs, serviceInputs } from './service-inputs.js'
import type { Service } from './services.js'

/** One job that builds one platform of a service; keys are those of the step's inputs where they mean the same. */
export interface BuildJob extends ServiceInputs {
  readonly service: string
  /** Of the job. */
  readonly name: string
  readonly platform: string
  readonly runner: RunnerLabels
  readonly 'artifact-name': string
}

/** One job that makes a service's index. */
export interface MergeJob {
  readonly service: string
  readonly image: string
  readonly platforms: string
  readonly 'verify-allow': string
}

/** What a workflow reads. */
export interface Matrix {
  readonly build: { readonly include: readonly BuildJob[] }
  readonly merge: { readonly include: readonly MergeJob[] }
  readonly services: readonly string[]
  readonly unchanged: readonly string[]
  readonly reasons: Readonly<Record<string, string>>
}

// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstrategymatrix
const MOST_JOBS = 256

/**
 * The jobs of a plan, in the order of the list.
 * @throws {InputError} when they are more than GitHub runs
 */
export function matrixOf(plan: Plan, request: PlanRequest): Matrix {
  const services = plan.planned.map(({ service }) => service)
  const jobs = services.flatMap((service) =>
    platformsOf(service, request).map((platform) => buildJob(service, platform, runnerOf(request, platform))),
  )
  if (jobs.length > MOST_JOBS) {
    throw new InputError('services', `the plan has ${jobs.length} jobs, and a matrix at most ${MOST_JOBS}`, {
      cure: 'split the list into several and plan each in a workflow of its own, or name fewer platforms',
    })
  }
  return {
    build: { include: jobs },
    merge: { include: services.map((service) => mergeJob(service, platformsOf(service, request))) },
    services: services.map(({ name }) => name),
    unchanged: plan.unchanged.map(({ name }) => name),
    reasons: Object.fromEntries(plan.planned.map(({ service, reason }) => [service.name, reason])),
  }
}

function platformsOf(service: Service, request: PlanRequest): readonly Platform[] {
  return service.platforms ?? request.platforms
}

function buildJob(service: Service, platform: Platform, runner: RunnerLabels): BuildJob {
  return {
    service: service.name,
    name: `${service.name} (${platform.text})`,
    ...serviceInputs(service),
    platform: platform.text,
    runner,
    'artifact-name': `${service.name}-${platformSlug(platform)}`,
  }
}

function mergeJob(service: Service, platforms: readonly Platform[]): MergeJob {
  return {
    service: service.name,
    image: service.image,
    platforms: platforms.map(({ text }) => text).join(','),
    'verify-allow': serviceInputs(service)['verify-allow'],
  }
}
