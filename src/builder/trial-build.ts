import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { diagnose } from '../diagnosis/diagnose.js'
import { parseDockerfile } from '../dockerfile/parse.js'
import { messageOf } from '../errors.js'
import { type Check, error, ok } from '../host/check.js'
import { capture } from '../host/process.js'
import { type Platform, platformSlug } from '../oci/platform.js'
import { buildArguments, type PodmanBuild } from '../podman/build.js'
import { driverCheck } from '../podman/health.js'
import type { PodmanInfo } from '../podman/info.js'
import { createStore, removeFolders, storeArguments, storeDriver, storesFolder } from '../podman/store.js'

const DOCKERFILE = 'FROM scratch\nCOPY file /\n'

const SETTINGS = {
  target: undefined,
  buildArgs: [],
  buildContexts: [],
  ssh: [],
  addHosts: [],
  network: undefined,
  shmSize: undefined,
  ulimits: [],
  pull: false,
  extraArgs: [],
  format: 'oci',
  timestamp: 0,
} as const

/** Builds an image of one file for each platform, in stores of its own that are gone afterwards. */
export async function trialBuilds(info: PodmanInfo, platforms: readonly Platform[]): Promise<Check[]> {
  const subject = 'a small build'
  let folders: string[] = []
  try {
    const work = await mkdtemp(join(tmpdir(), 'multiarch-build-'))
    const run = await mkdtemp('/tmp/multiarch-build-run-')
    const stores = storesFolder(info, work)
    folders = [stores, run, work]
    const driver = await storeDriver(info, { stores, run })
    const context = join(work, 'context')
    await mkdir(context)
    await Promise.all(
      Object.entries({ file: '', Dockerfile: DOCKERFILE }).map(([name, text]) =>
        writeFile(join(context, name), text),
      ),
    )
    const place = { stores, run, driver, work, context }
    return [
      driverCheck(driver),
      ...(await Promise.all(platforms.map((platform) => trial(info, platform, place)))),
    ]
  } catch (problem) {
    return [
      error(subject, messageOf(problem), 'free space, or set TMPDIR to a folder that can be written to'),
    ]
  } finally {
    await removeFolders(folders, info.rootless).catch(() => undefined)
  }
}

/** podman's arguments of a build that is only tried. */
export function trialArguments(
  info: Pick<PodmanInfo, 'platform'>,
  build: Pick<PodmanBuild, 'podman' | 'platform' | 'context' | 'iidFile'>,
): string[] {
  return buildArguments({
    ...build,
    layers: false,
    buildPlatform: info.platform,
    dockerfile: join(build.context, 'Dockerfile'),
    settings: SETTINGS,
    secrets: [],
    retries: 0,
  })
}

interface Place {
  readonly stores: string
  readonly run: string
  readonly driver: string
  readonly work: string
  readonly context: string
}

async function trial(info: PodmanInfo, platform: Platform, place: Place): Promise<Check> {
  const subject = `build ${platform.text}`
  const started = performance.now()
  const store = await createStore(info, place, { driver: place.driver, name: platformSlug(platform) })
  const { exitCode, stderr } = await capture(
    'podman',
    trialArguments(info, {
      podman: storeArguments(store),
      platform,
      context: place.context,
      iidFile: join(place.work, platformSlug(platform)),
    }),
    { env: { TMPDIR: place.work } },
  )
  if (exitCode === 0)
    return ok(subject, `an image of one file in ${((performance.now() - started) / 1000).toFixed(1)} s`)
  const lines = stderr.trim().split('\n').slice(-25)
  const reason = lines.at(-1)?.replace(/^Error: /, '') ?? ''
  const dockerfile = parseDockerfile(DOCKERFILE, 'Dockerfile')
  const known = {
    platform,
    runs: undefined,
    podman: info,
    dockerfile,
    target: undefined,
    instruction: undefined,
  }
  const diagnosis = diagnose({ ...known, exitCode, reason, lines, space: [] })
  return error(
    subject,
    diagnosis === undefined ? reason : `${diagnosis.cause} (podman: ${reason})`,
    diagnosis?.cure ?? 'run a build by hand to see the whole message: podman build',
  )
}
