import semver from 'semver'
import { HostError, Interrupted } from '../errors.js'
import { normalizePlatform, type Platform } from '../oci/platform.js'
import { ask } from './ask.js'
import { isClient, isUnreachable, serviceCure } from './machine.js'

/** The oldest podman whose builds this product can make right. */
export const OLDEST_PODMAN = '4.3.0'

/** What podman says of itself and of the user's storage. */
export interface PodmanInfo {
  readonly version: string
  /** Platform that podman runs on, where `FROM --platform=$BUILDPLATFORM` builds. */
  readonly platform: Platform
  readonly rootless: boolean
  /** Whether it is a service elsewhere, of which only a client is here: in a virtual machine on macOS, or where CONTAINER_HOST says. */
  readonly isRemote: boolean
  readonly graphRoot: string
  readonly graphDriver: string
  /** Storage options as `--storage-opt` takes them. */
  readonly graphOptions: readonly string[]
  /** Number of images in the user's own storage. */
  readonly images: number
  /** Users that a rootless podman has in its namespace; 1 without subordinate ids. */
  readonly userIds?: number
  /** The OCI runtime that runs RUN steps, unless they are isolated by chroot. */
  readonly runtime?: string
  /** Bytes of memory of the machine that it runs on. */
  readonly memory?: number
  /** Bytes free where its storage lies. */
  readonly free?: number
}

interface RawInfo {
  readonly host: {
    readonly arch: string
    readonly os: string
    readonly variant?: string
    readonly security: { readonly rootless: boolean }
    readonly serviceIsRemote: boolean
    readonly idMappings?: { readonly uidmap?: readonly { readonly size: number }[] | null }
    readonly memTotal?: number
    readonly ociRuntime?: { readonly name?: string; readonly version?: string }
  }
  readonly store: {
    readonly graphRoot: string
    readonly graphDriverName: string
    readonly graphOptions: Readonly<Record<string, unknown>> | null
    readonly graphRootAllocated?: number
    readonly graphRootUsed?: number
    readonly imageStore: { readonly number: number }
  }
  readonly version: { readonly Version: string }
}

const INSTALL =
  'install podman 4.3 or newer: apt-get install podman (Debian 12, Ubuntu 24.04 and newer), dnf install podman (Fedora, RHEL), brew install podman (macOS)'

/**
 * Asks the host's podman. One that is a client of another machine's is given up when nobody answers.
 * @throws {HostError} when there is none, it doesn't work, or it is too old
 * @throws {Interrupted} when `signal` fired
 */
export async function podmanInfo(signal?: AbortSignal): Promise<PodmanInfo> {
  const { env } = process
  const isLimited = isClient(env)
  const args = ['info', '--format', 'json']
  const { exitCode, stdout, said, isLate } = await ask(args, { signal, isLimited }).catch((cause) => {
    if (cause instanceof Interrupted) throw cause
    throw new HostError('podman is not installed, or not on the PATH', { cause, cure: INSTALL })
  })
  if (exitCode !== 0) {
    const cure =
      isLate || isUnreachable(said) ? await serviceCure(env) : 'run “podman info” to see the whole message'
    throw new HostError(`podman does not work on this host: ${said}`, { cure })
  }
  const raw = parse(stdout)
  const version = semver.coerce(raw.version.Version)
  if (version === null || semver.lt(version, OLDEST_PODMAN)) {
    throw new HostError(
      `podman ${raw.version.Version} is too old: it builds wrong images for other platforms`,
      {
        cure: INSTALL,
      },
    )
  }
  return {
    version: version.version,
    platform: normalizePlatform({
      os: raw.host.os,
      architecture: raw.host.arch,
      ...(raw.host.variant && { variant: raw.host.variant }),
    }),
    rootless: raw.host.security.rootless,
    isRemote: raw.host.serviceIsRemote,
    graphRoot: raw.store.graphRoot,
    graphDriver: raw.store.graphDriverName,
    graphOptions: storageOptions(raw.store.graphOptions ?? {}),
    images: raw.store.imageStore.number,
    ...machineOf(raw),
  }
}

function machineOf({ host, store }: RawInfo): Partial<PodmanInfo> {
  const { security, idMappings, ociRuntime, memTotal } = host
  const { graphRootAllocated: size, graphRootUsed: used } = store
  const sizes = idMappings?.uidmap?.map(({ size }) => size)
  const runtime = ociRuntime?.version?.split('\n')[0] || ociRuntime?.name
  return {
    ...(security.rootless && sizes && { userIds: sizes.reduce((sum, size) => sum + size, 0) }),
    ...(runtime && { runtime }),
    ...(memTotal && { memory: memTotal }),
    ...(size && used !== undefined && { free: size - used }),
  }
}

function parse(stdout: string): RawInfo {
  try {
    return JSON.parse(stdout) as RawInfo
  } catch (cause) {
    throw new HostError('podman info answered with something that is no JSON', { cause })
  }
}

function storageOptions(options: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(options).flatMap(([name, value]) => {
    // podman info shows programs as objects with their version and package.
    const text = typeof value === 'string' ? value : (value as { Executable?: string } | null)?.Executable
    return text === undefined ? [] : [`${name}=${text}`]
  })
}

/**
 * Whether in this podman the platform of one stage may hold for the next ones too (docs/traps.md, 35): it does in 4.3.1
 * and 5.4.2, and no more in 5.8.6.
 */
export function stagePlatformsLeak(info: Pick<PodmanInfo, 'version'>): boolean {
  return semver.lt(info.version, '5.8.0')
}
