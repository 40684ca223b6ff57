import { type Builder, localBuilder, remoteBuilder } from '../builder/builder.js'
import type { Dockerfile } from '../dockerfile/parse.js'
import { neededStages } from '../dockerfile/stages.js'
import { HostError, InputError, RegistryError } from '../errors.js'
import { buildContexts } from '../fingerprint/build-contexts.js'
import type { Digest } from '../oci/digest.js'
import { MalformedError } from '../oci/parse.js'
import type { Platform } from '../oci/platform.js'
import type { PodmanInfo } from '../podman/info.js'
import { ownService, type RemotePodman, reachPodman, remoteDigests } from '../podman/remote.js'
import { openBaseImage } from '../registry/base-image.js'
import type { BuildRequest } from '../request/build-request.js'
import type { Run } from './build.js'
import { imagesOf } from './named-images.js'
import type { Site } from './site.js'

/**
 * Reaches the machines that are to build platforms: those of `builders`, and the one that podman here is a client of, if it is one.
 * @returns those that answered, by platform; a platform whose machine did not is built as without it where that is allowed
 * @throws {HostError} where it is not
 */
export async function reachBuilders(
  request: BuildRequest,
  podman: PodmanInfo,
  { host, env, signal }: Run,
): Promise<Map<string, RemotePodman>> {
  if (request.builders.size > 0 || podman.isRemote) refuseWhatStaysHere(request)
  const reached = new Map<string, RemotePodman>()
  for (const [platform, address] of request.builders) {
    try {
      reached.set(platform, await reachPodman(address, env, signal))
    } catch (error) {
      if (!(error instanceof HostError) || !request.builderFallback) throw error
      host.warning(`${error.message}; ${platform} is built without it`)
    }
  }
  if (podman.isRemote) {
    const missing = request.platforms.filter(({ text }) => !reached.has(text))
    for (const { text } of missing) reached.set(text, ownService(podman))
  }
  return reached
}

/** @throws {InputError} for what can't be had from, or given to, a podman on another machine */
function refuseWhatStaysHere({ build }: BuildRequest): void {
  const elsewhere = 'by a podman on another machine (builders, podman machine, CONTAINER_HOST)'
  if (build.ssh.length > 0) {
    throw new InputError('ssh', `can’t be used ${elsewhere}`, {
      cure: 'use secrets, or build on this machine',
    })
  }
  const folder = [...buildContexts(build.buildContexts)].find(([, { kind }]) => kind === 'folder')
  if (folder !== undefined) {
    // Its path would be read there: https://github.com/containers/podman/issues/22621
    throw new InputError('build-contexts', `${folder[0]} is a folder, which can’t be used ${elsewhere}`, {
      cure: 'copy it into the context, make it an image, or build on this machine',
    })
  }
  if (build.format === 'docker') {
    // podman 4's client gets an image of this format as an archive without its compressed layers.
    throw new InputError('format', `docker can’t be built ${elsewhere}`, {
      cure: 'use format: oci, or build on this machine',
    })
  }
}

/** The podman that builds a platform. */
export async function builderOf(site: Site, platform: Platform): Promise<Builder> {
  const remote = site.remotes.get(platform.text)
  if (remote === undefined) return localBuilder(site, site.stores.get(platform.text)!)
  const { cache, secrets, build } = site.request
  const mayVary =
    secrets.length > 0 ||
    platform.architecture === 'arm' ||
    build.extraArgs.length > 0 ||
    site.dockerfile.path.endsWith('.in')
  const layers =
    cache.kind !== 'off' &&
    !mayVary &&
    mayTakeLayers(remote, site.dockerfile, build.target) &&
    (await basesAreDated(site, platform))
  // A name in its storage is that of the platform which pulled it last (docs/traps.md, 2 and 10): when the registry can't be
  // asked, podman takes what is there.
  const mustPull = !remote.cacheKnowsPlatforms || site.remotes.size > 1
  return remoteBuilder(remote, { layers, mustPull }, (name) => baseDigest(name, platform, remote, site))
}

// Builds that are to be the same each time use the beginning of 1970 (ko, jib) or of 1980 (Bazel, buildpacks).
const DATED_SINCE = Date.UTC(1990, 0)

/**
 * Whether base images that differ have different histories. podman compares those, and not what else is in their config
 * (`historyAndDiffIDsMatch`, https://github.com/containers/buildah/blob/v1.41.0/imagebuildah/stage_executor.go): where all times are the same, a base
 * image with other variables or labels is not noticed.
 */
async function basesAreDated(site: Site, platform: Platform): Promise<boolean> {
  const { resolver, publication } = site
  const dated = imagesOf(platform, site).map(async ({ image, platform: of }) => {
    const found = await resolver.resolve(image, of)
    if (found.kind !== 'image') return false
    try {
      const base = await openBaseImage(publication.client, found.repository, found.digest)
      return base !== undefined && base.builtAt > DATED_SINCE
    } catch (error) {
      if (error instanceof RegistryError || error instanceof MalformedError) return false
      throw error
    }
  })
  return (await Promise.all(dated)).every(Boolean)
}

/** Whether another machine's podman took what names of images mean here: it may have been refused by a registry, or know other short names. */
export async function tookWhatIsMeant(
  site: Site,
  platform: Platform,
  remote: RemotePodman,
): Promise<boolean> {
  for (const { image, platform: of } of imagesOf(platform, site)) {
    const found = await site.resolver.resolve(image, of)
    if (found.kind !== 'image') return false
    const there = await remoteDigests(remote, image)
    if (!there.some((digest) => digest === found.digest || digest === found.index)) return false
  }
  return true
}

async function baseDigest(
  name: string,
  platform: Platform,
  remote: RemotePodman,
  { resolver }: Pick<Site, 'resolver'>,
): Promise<Digest | undefined> {
  const there = await remoteDigests(remote, name)
  if (there.length === 1) return there[0]
  const meant = await resolver.resolve(name, platform)
  if (meant.kind !== 'image') return undefined
  // The name may have gone to another platform since, by the same index.
  const isThere = [meant.digest, meant.index].some((digest) => digest !== undefined && there.includes(digest))
  return isThere ? meant.digest : undefined
}

const WITH_VALUES = ['FROM', 'ARG', 'RUN']
const KEPT_MOUNT = /^--mount=type=(?:cache|tmpfs)(?:,(?!from=)[\w-]+(?:=[^,\s]*)?)*$/

/**
 * Whether layers that are in another machine's storage can be relied on. podman looks for a step by its text, and by the values of
 * arguments in RUN alone (docs/traps.md, 6); what a RUN mounts of another stage, and secrets, count for nothing
 * (`getCreatedBy`, https://github.com/containers/buildah/blob/v1.41.0/imagebuildah/stage_executor.go). Older ones know less than that.
 */
function mayTakeLayers(remote: RemotePodman, dockerfile: Dockerfile, target: string | undefined): boolean {
  const instructions = neededStages(dockerfile, target).flatMap((stage) => stage.instructions)
  const varies = instructions.some(({ keyword, text }) => {
    if (!WITH_VALUES.includes(keyword)) return text.includes('$')
    return keyword === 'RUN' && (text.match(/--mount=\S*/g) ?? []).some((mount) => !KEPT_MOUNT.test(mount))
  })
  return remote.cacheKnowsPlatforms && !varies
}
