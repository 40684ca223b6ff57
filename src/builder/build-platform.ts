import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Dockerfile } from '../dockerfile/parse.js'
import type { Runnable } from '../emulation/emulation.js'
import { BuildError } from '../errors.js'
import { type Environment, stream } from '../host/process.js'
import { type Digest, encodedPart } from '../oci/digest.js'
import { Layout } from '../oci/layout.js'
import { parseIndex } from '../oci/parse.js'
import { type Platform, platformSlug } from '../oci/platform.js'
import { type ImageConfig, isIndexType, type Manifest } from '../oci/types.js'
import { buildArguments } from '../podman/build.js'
import type { PodmanInfo } from '../podman/info.js'
import { basePullArguments } from '../podman/transfer.js'
import type { BuildRequest } from '../request/build-request.js'
import { untilPulled } from './base-image-pulls.js'
import { buildFailure, stalledPull } from './build-failure.js'
import type { BuildLog } from './build-log.js'
import type { Builder } from './builder.js'
import type { SecretFile } from './secrets.js'
import { dockerfileFor } from './sent-dockerfile.js'
import { isPulling, unlessStalled } from './stalled-pull.js'

/** podman's own tries of one image, beside ours: they cost little, and double their time at each. */
const PODMAN_RETRIES = 2

/** What podman made for one platform, its layers in the layout. */
export interface PlatformBuild {
  readonly platform: Platform
  readonly manifest: Manifest
  readonly config: ImageConfig
  /** Seconds of `podman build`. */
  readonly buildSeconds: number
  /** Seconds of compressing and taking over the layers. */
  readonly exportSeconds: number
}

/** What all platforms' builds have in common. */
export interface BuildSite {
  readonly request: BuildRequest
  readonly dockerfile: Dockerfile
  /** Whether podman needs the platform of every stage written out. */
  readonly explicitPlatforms: boolean
  /** Platform that podman runs on. */
  readonly buildPlatform: Platform
  readonly podman: Pick<PodmanInfo, 'version' | 'rootless' | 'isRemote' | 'runtime'>
  /** How this host runs a platform's programs; platforms that it can't run are missing. */
  readonly runnable: ReadonlyMap<string, Runnable>
  readonly layout: Layout
  /** Folder on the layout's file system for what podman writes. */
  readonly exportFolder: string
  /** Folder for podman's temporary files, one for each platform within. */
  readonly temporary: string
  readonly secrets: readonly SecretFile[]
  readonly env: Environment
}

/**
 * Builds one platform and takes its layers into the layout.
 * @param left the Dockerfile's text for what is left to do, when stages go on from images that are in the store
 * @throws {BuildError} with the Dockerfile's line when podman fails
 * @throws {Interrupted} when `signal` fired
 */
export async function buildPlatform(
  site: BuildSite,
  platform: Platform,
  builder: Builder,
  log: BuildLog,
  signal: AbortSignal,
  left?: string,
): Promise<PlatformBuild> {
  const { request } = site
  const iidFile = join(site.exportFolder, `${platformSlug(platform)}.iid`)
  const folder = join(site.exportFolder, platformSlug(platform))
  // podman keeps cache mounts below TMPDIR, under a name that holds no platform (docs/traps.md, 26).
  const env = { ...site.env, TMPDIR: temporaryFolder(site, platform) }
  await mkdir(env.TMPDIR, { recursive: true })
  const onLine = (line: string) => void (isOwnNoise(line) || log.line(line))
  const run = (args: string[]) => stream('podman', args, { env, signal, onLine })

  const dockerfile = await dockerfileFor(request, platform, builder, env.TMPDIR, left)
  const build = buildArguments({
    podman: builder.podman,
    layers: builder.layers,
    platform,
    buildPlatform: builder.platform,
    context: request.context,
    dockerfile,
    // podman doesn't pull what is named by its id, and with “always” calls it a mistake.
    settings:
      left === undefined
        ? { ...request.build, pull: request.build.pull || builder.mustPull }
        : { ...request.build, pull: false },
    secrets: site.secrets,
    iidFile,
    retries: Math.min(PODMAN_RETRIES, request.retries - 1),
  })
  const started = performance.now()
  const folders = [...builder.folders, env.TMPDIR, site.exportFolder]
  const tried = async (args: string[], pulling: () => boolean, pulled?: string) => {
    // What another machine reads is not to be seen here.
    const ended = await unlessStalled(
      () => builder.isHere && pulling(),
      signal,
      (until, onStart) => stream('podman', args, { env, signal: until, onLine, onStart }),
    )
    if (ended === undefined) return stalledPull(site, platform, log, pulled)
    const { exitCode } = ended
    return exitCode === 0 ? undefined : buildFailure(site, builder, { platform, log, exitCode, folders })
  }
  const pull = (image: string, of: Platform) =>
    tried(basePullArguments(builder.podman, image, of), () => true, image)
  // Only the build is told how its registries are trusted.
  const mustBuild = request.build.extraArgs.some((each) =>
    /^--(?:tls-verify|cert-dir|decryption-key)\b/.test(each),
  )
  await untilPulled({ retries: request.retries, log, signal, pull }, async () => {
    const failed = await tried(build, () => isPulling(log))
    return failed?.unpulled && mustBuild
      ? { ...failed, unpulled: { ...failed.unpulled, image: undefined } }
      : failed
  })
  const buildSeconds = (performance.now() - started) / 1000

  const imageId = (await readFile(iidFile, 'utf8')).trim()
  log.doing('taking the layers over')
  const exported = await run(builder.fetch(imageId, request.build.format, folder))
  if (exported.exitCode !== 0) {
    throw new BuildError(
      `${platform.text}: the image was built but could not be read from podman’s storage`,
      {
        cure: 'the end of the log has podman’s own words; a full disk is the usual cause',
      },
    )
  }
  const { manifest, config } = await takeOver(folder, builder.form, site.layout, platform)
  return {
    platform,
    manifest: await builder.withBase(manifest),
    config,
    buildSeconds,
    exportSeconds: (performance.now() - started) / 1000 - buildSeconds,
  }
}

/** What podman gets as TMPDIR for a platform. */
export function temporaryFolder({ temporary }: Pick<BuildSite, 'temporary'>, platform: Platform): string {
  return join(temporary, platformSlug(platform))
}

// podman says so of every platform argument that a Dockerfile doesn't use, those that it sets itself included.
function isOwnNoise(line: string): boolean {
  return /^\[Warning\] one or more build args were not consumed: \[(?:(?:BUILD|TARGET)(?:PLATFORM|OS|ARCH|VARIANT) ?)+\]$/.test(
    line,
  )
}

/** Moves the layers of an image that podman wrote to a folder into a layout. */
async function takeOver(
  folder: string,
  form: 'dir' | 'layout',
  layout: Layout,
  platform: Platform,
): Promise<{ manifest: Manifest; config: ImageConfig }> {
  const { manifest, blobFile } = form === 'dir' ? await readFolder(folder) : await readLayout(folder)
  if (isIndexType(manifest.mediaType) || manifest.layers === undefined) {
    throw new BuildError(`${platform.text}: podman made no image manifest but ${manifest.mediaType}`)
  }
  const config = JSON.parse(await readFile(blobFile(manifest.config.digest), 'utf8')) as ImageConfig
  const distinct = new Map(manifest.layers.map((layer) => [layer.digest, layer]))
  for (const layer of distinct.values()) await layout.moveIn(blobFile(layer.digest), layer)
  return { manifest, config }
}

interface Written {
  readonly manifest: Manifest
  readonly blobFile: (digest: Digest) => string
}

async function readFolder(folder: string): Promise<Written> {
  return {
    manifest: JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest,
    blobFile: (digest) => join(folder, encodedPart(digest)),
  }
}

async function readLayout(folder: string): Promise<Written> {
  const written = await Layout.open(folder)
  const entry = parseIndex(await written.readEntries()).manifests[0]!
  const manifest = JSON.parse((await written.readBytes(entry.digest)).toString('utf8')) as Manifest
  // podman 4 leaves the type out, which image-spec allows.
  return {
    manifest: { ...manifest, mediaType: manifest.mediaType ?? entry.mediaType },
    blobFile: (digest) => written.blobPath(digest),
  }
}
