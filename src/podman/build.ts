import { type Platform, platformArguments } from '../oci/platform.js'
import type { PodmanBuildSettings } from '../request/build-request.js'
import { type Store, storeArguments } from './store.js'

/** One `podman build`. */
export interface PodmanBuild {
  /** podman's global arguments. */
  readonly podman: readonly string[]
  /** Whether layers that its storage has may be taken. */
  readonly layers: boolean
  readonly platform: Platform
  /** Platform that podman runs on. */
  readonly buildPlatform: Platform
  readonly context: string
  readonly dockerfile: string
  readonly settings: PodmanBuildSettings
  /** Secrets as files. */
  readonly secrets: readonly { readonly id: string; readonly file: string }[]
  readonly iidFile: string
  readonly retries: number
}

/** The arguments of one platform's build. */
export function buildArguments(build: PodmanBuild): string[] {
  const { settings } = build
  const each = (option: string, values: readonly string[]) => values.map((value) => `--${option}=${value}`)
  const maybe = (option: string, value: string | number | undefined) =>
    value === undefined ? [] : [`--${option}=${value}`]
  return [
    ...build.podman,
    'build',
    `--platform=${build.platform.text}`,
    `--file=${build.dockerfile}`,
    `--iidfile=${build.iidFile}`,
    `--format=${settings.format}`,
    build.layers ? '--layers' : '--no-cache',
    // The label io.buildah.version would give the same content another digest on every podman.
    '--identity-label=false',
    // “newer” falls back to a local image that no registry has. podman 4.3 would take any local one, but for `--platform`.
    `--pull=${settings.pull ? 'always' : 'newer'}`,
    `--retry=${build.retries}`,
    ...maybe('timestamp', settings.timestamp),
    ...maybe('target', settings.target),
    ...each('build-arg', [...automaticArguments(build), ...settings.buildArgs]),
    ...each('build-context', settings.buildContexts),
    ...each(
      'secret',
      build.secrets.map(({ id, file }) => `id=${id},src=${file}`),
    ),
    ...each('ssh', settings.ssh),
    ...each('add-host', settings.addHosts),
    ...maybe('network', settings.network),
    ...maybe('shm-size', settings.shmSize),
    ...each('ulimit', settings.ulimits),
    ...settings.extraArgs,
    build.context,
  ]
}

/**
 * podman 4.3 doesn't know those of the building platform when `--platform` is given, and with only a warning takes
 * `FROM --platform=$BUILDPLATFORM` for the target's platform (docs/traps.md, 33). Those of the target are the building
 * machine's in defaults of ARGs before the first FROM, in newer podman (docs/traps.md, 47).
 */
function automaticArguments({ buildPlatform, platform }: PodmanBuild): string[] {
  const all = [...platformArguments('BUILD', buildPlatform), ...platformArguments('TARGET', platform)]
  return all.map(([name, value]) => `${name}=${value}`)
}

/** The arguments that write an image of a store to a folder, as podman would push it, with its layers compressed. */
export function exportArguments(
  store: Store,
  imageId: string,
  format: 'oci' | 'docker',
  folder: string,
): string[] {
  return [
    ...storeArguments(store),
    'push',
    '--quiet',
    `--format=${format === 'oci' ? 'oci' : 'v2s2'}`,
    '--compress',
    // A machine's containers.conf may say zstd, which older clients can't read and Docker's format has no name for.
    '--compression-format=gzip',
    imageId,
    `dir:${folder}`,
  ]
}
