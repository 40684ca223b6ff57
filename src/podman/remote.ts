import semver from 'semver'
import { HostError } from '../errors.js'
import { capture, type Environment } from '../host/process.js'
import { type Digest, isDigest } from '../oci/digest.js'
import { normalizePlatform, type Platform } from '../oci/platform.js'
import type { RemoteAddress } from '../request/build-request.js'
import { ask } from './ask.js'
import { OLDEST_PODMAN, type PodmanInfo, stagePlatformsLeak } from './info.js'

// Before, podman's cache takes steps for another platform, and drops timestamps (docs/traps.md, 2, 7 and 9).
const CACHE_TOLD_PLATFORMS = '5.6.0'

/** A podman on another machine, which answered. */
export interface RemotePodman {
  /** As the user named it. */
  readonly name: string
  /** podman's global arguments that reach it. */
  readonly arguments: readonly string[]
  readonly version: string
  readonly rootless: boolean
  /** Platform that it runs on. */
  readonly platform: Platform
  /** Whether it needs the platform of every stage written out. */
  readonly explicitPlatforms: boolean
  /** Whether layers that it finds in its storage are those of the same platform. */
  readonly cacheKnowsPlatforms: boolean
}

interface RawInfo {
  readonly host: {
    readonly arch: string
    readonly os: string
    readonly variant?: string
    readonly security?: { readonly rootless: boolean }
  }
  readonly version: { readonly Version: string }
}

/**
 * Asks a podman on another machine who it is.
 * @throws {HostError} when it doesn't answer within half a minute, or is too old
 * @throws {Interrupted} when `signal` fired
 */
export async function reachPodman(
  { name, arguments: address }: RemoteAddress,
  env: Environment,
  signal: AbortSignal,
): Promise<RemotePodman> {
  const args = ['--remote', ...address, 'info', '--format', 'json']
  const { exitCode, stdout, said } = await ask(args, { env, signal, isLimited: true })
  if (exitCode !== 0) throw unreachable(name, said)
  const { host, version } = parse(name, stdout)
  const known = semver.coerce(version.Version)
  if (known === null || semver.lt(known, OLDEST_PODMAN)) {
    throw new HostError(`builder ${name}: podman ${version.Version} is too old`, {
      cure: `install podman ${OLDEST_PODMAN} or newer on that machine`,
    })
  }
  const platform = normalizePlatform({
    os: host.os,
    architecture: host.arch,
    ...(host.variant && { variant: host.variant }),
  })
  return remotePodman(name, ['--remote', ...address], {
    version: known.version,
    platform,
    rootless: host.security?.rootless ?? false,
  })
}

/** The service that podman on this machine is a client of. */
export function ownService(podman: Pick<PodmanInfo, 'version' | 'platform' | 'rootless'>): RemotePodman {
  return remotePodman('podman’s service', [], podman)
}

function remotePodman(
  name: string,
  address: readonly string[],
  { version, platform, rootless }: Pick<PodmanInfo, 'version' | 'platform' | 'rootless'>,
): RemotePodman {
  return {
    name,
    arguments: address,
    version,
    rootless,
    platform,
    explicitPlatforms: stagePlatformsLeak({ version }),
    cacheKnowsPlatforms: semver.gte(version, CACHE_TOLD_PLATFORMS),
  }
}

function parse(name: string, stdout: string): RawInfo {
  try {
    return JSON.parse(stdout) as RawInfo
  } catch (cause) {
    throw unreachable(name, 'it answered with something that is no JSON', cause)
  }
}

function unreachable(name: string, said: string, cause?: unknown): HostError {
  return new HostError(`builder ${name} can’t be reached: ${said}`, {
    cause,
    cure: 'see whether podman system connection list has it and podman --connection NAME info works; for ssh:// the key must need no passphrase, or an agent',
  })
}

/** The arguments that bring an image of another machine into a folder here, as an OCI image layout. */
export function saveArguments(remote: RemotePodman, imageId: string, folder: string): string[] {
  return [...remote.arguments, 'save', '--quiet', '--format=oci-dir', `--output=${folder}`, imageId]
}

/**
 * The digests under which another machine has an image: its own manifest's, and of each index that it came by. `Digest` is the latest index's.
 */
export async function remoteDigests(remote: RemotePodman, name: string): Promise<Digest[]> {
  const args = [...remote.arguments, 'image', 'inspect', '--format={{json .RepoDigests}}', '--', name]
  const { exitCode, stdout } = await capture('podman', args)
  if (exitCode !== 0) return []
  const names = (JSON.parse(stdout) ?? []) as readonly string[]
  return [...new Set(names.map((each) => each.replace(/^.*@/, '')))].filter(isDigest)
}
