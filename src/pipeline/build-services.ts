import pLimit from 'p-limit'
import { Workspace } from '../builder/workspace.js'
import { asHostError } from '../diagnosis/system-error.js'
import { Failure, Interrupted } from '../errors.js'
import type { Host } from '../host/host.js'
import { serviceHost } from '../host/service-host.js'
import { podmanInfo } from '../podman/info.js'
import { StorePool } from '../podman/store-pool.js'
import type { Report } from '../report/report.js'
import type { BuildRequest } from '../request/build-request.js'
import { refuseSharedTags } from '../request/references.js'
import type { Run } from './build.js'
import { isBase, keptStores, notKept } from './stores.js'
import { tellFailure } from './tell-failure.js'

/** One service to build. */
export interface ServiceRequest {
  readonly name: string
  readonly request: BuildRequest
}

/** What became of a service. */
export type ServiceOutcome = { readonly name: string } & (
  | { readonly report: Report }
  | { readonly failure: Failure }
)

/**
 * Builds services on this machine, each with its platforms at once: as many services at the same time as `max-parallel` has room for. When
 * one fails the others are built all the same. Base images are pulled once for each service that is built at the same time.
 * @param build builds one
 * @throws {InputError} when two would have the same tag
 * @throws {Interrupted} when the signal fired
 */
export async function buildServices(
  services: readonly ServiceRequest[],
  build: (request: BuildRequest, run: Run) => Promise<Report>,
  run: Run,
): Promise<ServiceOutcome[]> {
  refuseSharedTags(services.map(({ request }) => request))
  const podman = await podmanInfo(run.signal)
  const workspace = await Workspace.open(run.host, podman, undefined, run.env)
  try {
    const requests = services.map(({ request }) => request)
    const kept = await keptStores(requests, podman, run)
    // A podman elsewhere has all in its own storage.
    const stores = podman.isRemote
      ? {}
      : { stores: await StorePool.open(podman, workspace.storage, isBase, kept) }
    // In one storage of another machine builds of several services meet, and of an old podman's they get each other's base images.
    const isElsewhere = podman.isRemote || services.some(({ request }) => request.builders.size > 0)
    const atOnce = isElsewhere ? 1 : servicesAtOnce(services)
    const limit = pLimit(atOnce)
    const settled = await Promise.allSettled(
      services.map(({ name, request }, at) =>
        limit(async () => {
          if (run.signal.aborted) throw new Interrupted()
          const host = serviceHost(run.host, name, atOnce > 1)
          run.host.info(`${name} (${at + 1} of ${services.length}): ${request.repositories[0]!.text}`)
          return outcomeOf(name, host, () => build(request, { ...run, host, ...stores }))
        }),
      ),
    )
    // Only now, when none uses the stores any more.
    await stores.stores?.close().catch((error) => run.host.warning(notKept(error)))
    return settled.map((each) => {
      if (each.status === 'rejected') throw each.reason
      return each.value
    })
  } finally {
    await workspace.close()
  }
}

/** How many services are built at the same time: as many as their platforms leave room for. */
export function servicesAtOnce(
  services: readonly { readonly request: Pick<BuildRequest, 'maxParallel' | 'platforms'> }[],
): number {
  return Math.max(
    1,
    Math.min(
      ...services.map(({ request: { maxParallel = 1, platforms } }) =>
        Math.floor(maxParallel / platforms.length),
      ),
    ),
  )
}

async function outcomeOf(name: string, host: Host, build: () => Promise<Report>): Promise<ServiceOutcome> {
  try {
    return { name, report: await build() }
  } catch (thrown) {
    const error = asHostError(thrown) ?? thrown
    if (!(error instanceof Failure) || error instanceof Interrupted) throw error
    tellFailure(host, error)
    return { name, failure: error }
  }
}
