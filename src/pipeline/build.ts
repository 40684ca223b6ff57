import type { BuildLog } from '../builder/build-log.js'
import type { CacheSession } from '../cache/session.js'
import { readDockerfile } from '../dockerfile/parse.js'
import { runsOnTarget } from '../dockerfile/stages.js'
import { VerificationError } from '../errors.js'
import type { Host } from '../host/host.js'
import { type Image, writeImage, writeIndex } from '../oci/image.js'
import type { Platform } from '../oci/platform.js'
import type { Descriptor } from '../oci/types.js'
import { makePlan } from '../plan/plan.js'
import { podmanInfo } from '../podman/info.js'
import type { StorePool } from '../podman/store-pool.js'
import { refuseWhatWillDiffer } from '../publish/immutable-tags.js'
import { loadIntoPodman } from '../publish/load.js'
import { checkLogins, publishImage, publishIndex } from '../publish/publish.js'
import { compiles } from '../report/emulation-cost.js'
import type { PlatformReport, Report } from '../report/report.js'
import type { BuildRequest } from '../request/build-request.js'
import { verifyImage } from '../verify/image.js'
import { verifyIndex } from '../verify/index.js'
import type { Finding } from '../verify/verdict.js'
import { refuseTriggeredMounts } from './base-triggers.js'
import type { BuildCache } from './build-cache.js'
import { reachBuilders } from './builders.js'
import { type Caches, makerOf, openCaches } from './caches.js'
import { refuseHopeless, umaskNote, warnOfConcerns } from './concerns.js'
import { prepareExecution } from './execution.js'
import { judge } from './judge.js'
import { lint } from './lint.js'
import { imageMetadata, indexAnnotations, revisionOf } from './metadata.js'
import { type BuiltPlatform, buildPlatforms, platformNames, processors } from './platforms.js'
import { buildAnew } from './repair.js'
import { openSite, type Site } from './site.js'
import { smokeTest } from './smoke-test.js'
import { buildFindings, imageFindings } from './verification.js'

/** A run's surroundings. */
export interface Run {
  readonly host: Host
  readonly env: NodeJS.ProcessEnv
  readonly signal: AbortSignal
  /** What is kept between runs. */
  readonly cache: CacheSession
  /** Where several builds have podman's stores one after the other. */
  readonly stores?: StorePool
  /** Called when a tag stands, so that a failure afterwards can say which do. */
  readonly onTag: (reference: string) => void
}

/**
 * The whole story: builds every platform, verifies it, pushes it by digest while others still build, and when all
 * are right puts the index together and lets the tags move.
 * @throws {Failure} with what happened, where, and what to do
 */
export async function build(request: BuildRequest, run: Run): Promise<Report> {
  const started = performance.now()
  const podman = run.stores?.podman ?? (await podmanInfo(run.signal))
  const dockerfile = readDockerfile(request.dockerfile)
  await refuseHopeless(dockerfile, podman, run.env)
  const remotes = await reachBuilders(request, podman, run)
  const plan = makePlan(request, dockerfile, { podman, remotes, cores: processors() })
  const site = await openSite(request, dockerfile, plan, podman, remotes, run)
  let caches: Caches | undefined
  let isIntact = false
  try {
    await refuseTriggeredMounts(site)
    const findings = await lint(site, run)
    await warnOfConcerns(podman, site, run.env)
    const note = umaskNote(dockerfile)
    if (note !== undefined) run.host.info(note)
    if (request.push) {
      await checkLogins(site.publication)
      await refuseWhatWillDiffer(site.publication.client, request.immutable, revisionOf(request))
    }
    caches = await openCaches(site, run)
    const left = request.platforms.filter((platform) => caches?.of(platform)?.reused === undefined)
    const { execution, runnable } = await prepareExecution(request, plan, left, remotes, run)
    const log = run.host.openLog(titleOf(request.platforms, left, podman.version))
    const make = makerOf({ ...site, runnable }, caches)
    const platforms = await buildPlatforms(plan, log, run.signal, make, async (built, buildLog, signal) => {
      const cache = caches?.of(built.platform)
      const how = cache?.reused?.execution ?? execution.get(built.platform.text)!
      const first = { ...built, execution: how }
      try {
        return await finishPlatform(first, cache, buildLog, site, signal)
      } catch (error) {
        if (!(error instanceof VerificationError)) throw error
        const wrong = { platform: built.platform, cache, log: buildLog, error }
        const again = await buildAnew(wrong, { site, plan, run }, signal)
        return { ...(await finishPlatform(again, cache, buildLog, site, signal)), repaired: error.message }
      }
    }).finally(() => log.close())

    const index = await assemble(platforms, site)
    if (request.push) {
      const { references, immutable } = request
      const setTags = await publishIndex(site.publication, index, references, immutable)
      await setTags()
    }
    const loaded = request.load ? request.references[0] : undefined
    if (loaded !== undefined) await loadIntoPodman({ ...site, signal: run.signal }, platforms, loaded)
    isIntact = true
    return {
      index,
      repositories: request.repositories,
      references: request.references,
      platforms,
      pushed: request.push,
      loaded,
      ociLayout: await site.keepLayout(),
      dockerConfig: await site.keepLogins(),
      seconds: secondsSince(started),
      cache: caches.traffic(),
      podman: podman.version,
      compilesOnTarget: runsOnTarget(dockerfile, request.build.target).some(({ text }) => compiles(text)),
      notices: request.notices,
      warnings: site.warnings,
      findings,
    }
  } finally {
    await caches?.close()
    await site.close(isIntact)
  }
}

/** An image that was built, or that an earlier run built. */
type Made = BuiltPlatform & Pick<PlatformReport, 'execution'>

/** Completes one platform's image, verifies and tests it, pushes it by digest, and keeps what its build left. */
async function finishPlatform(
  built: Made,
  cache: BuildCache | undefined,
  log: BuildLog,
  site: Site,
  signal: AbortSignal,
): Promise<PlatformReport> {
  const { request, layout, publication } = site
  const metadata = imageMetadata(request, site.dockerfile, built)
  const image = await writeImage(layout, built, built.platform, metadata)
  const verifying = performance.now()
  log.doing('verifying')
  const isReused = cache?.reused !== undefined
  const ofBuild = isReused ? [] : await buildFindings({ ...built, log }, site)
  await verifyPlatform(image, ofBuild, built.platform, site)
  const testing = performance.now()
  const smokeTestSeconds = request.smokeTest && (await smokeTest(image, request.smokeTest, site, log, signal))
  const pushing = performance.now()
  if (request.push) {
    log.doing('pushing')
    await publishImage(publication, image, signal)
    log.line(`pushed ${image.descriptor.digest}`)
  }
  const pushSeconds = secondsSince(pushing)
  // What only the build has shown, its image doesn’t show again.
  log.doing('keeping what later builds can use')
  const isAsFound = request.verify !== 'off' && ofBuild.length === 0
  await cache?.keep(built, log, built.execution, isAsFound)
  log.doing(`${isReused ? 'unchanged' : built.execution}${request.push ? ', pushed' : ''}`)
  return {
    ...built,
    image,
    verifySeconds: (testing - verifying) / 1000,
    ...(smokeTestSeconds !== undefined && { smokeTestSeconds }),
    pushSeconds,
    cache: cache?.facts(log),
  }
}

/**
 * Verifies one platform's image.
 * @param ofBuild what its build has shown
 * @throws {VerificationError}
 */
async function verifyPlatform(
  image: Image,
  ofBuild: readonly Finding[],
  platform: Platform,
  site: Site,
): Promise<void> {
  // Programs of a wrong base image are wrong too, and say no more.
  const ofImage = ofBuild.some(({ severity }) => severity === 'error')
    ? verifyImage(image, platform)
    : await imageFindings(image, platform, site)
  judge([...ofImage, ...ofBuild], site.request.verify, site.warn)
}

/** Puts the index together in the layout, and verifies it. */
async function assemble(platforms: readonly PlatformReport[], site: Site): Promise<Descriptor> {
  const { request, layout } = site
  const images = platforms.map(({ image }) => image)
  const { descriptor, index } = await writeIndex(layout, images, indexAnnotations(request))
  judge(verifyIndex(index, request.platforms), request.verify, site.warn)
  await layout.writeEntry(descriptor, request.references[0]?.tag)
  return descriptor
}

function titleOf(all: readonly Platform[], left: readonly Platform[], podman: string): string {
  if (left.length === 0) return `Nothing to build: ${platformNames(all)} unchanged`
  return `Build ${platformNames(left)} with podman ${podman}`
}

function secondsSince(started: number): number {
  return (performance.now() - started) / 1000
}
