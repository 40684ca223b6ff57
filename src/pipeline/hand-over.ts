import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MergeError } from '../errors.js'
import type { Artifacts, Host } from '../host/host.js'
import { encodeRecord, LAYOUT_FOLDER, type LegRecord, RECORD_FILE, recordName } from '../legs/record.js'
import { imageBlobs } from '../oci/image.js'
import { Layout } from '../oci/layout.js'
import { platformMetadata } from '../report/outputs.js'
import type { PlatformReport, Report } from '../report/report.js'
import type { BuildRequest, Leg } from '../request/build-request.js'
import { type HandedOver, readRecords } from './merge-sources.js'

/**
 * Hands the platforms of a leg over to the run that merges: a record of each, and its image where that is not in a registry.
 * @throws {HostError} when the artifact service fails
 * @throws {MergeError} when another job of the same attempt has built the same platform of the same image otherwise
 */
export async function handOver(
  report: Report,
  request: BuildRequest,
  leg: Leg,
  { host, env }: { readonly host: Host; readonly env: NodeJS.ProcessEnv },
): Promise<void> {
  if (host.artifacts === undefined) {
    host.notice(
      'this is no job of a workflow run: give the digests to merge yourself, with its input digests',
    )
    return
  }
  const artifacts = await host.artifacts()
  const folder = await mkdtemp(join(env.RUNNER_TEMP || tmpdir(), 'multiarch-build-leg-'))
  try {
    for (const platform of report.platforms) {
      const record = {
        ...recordOf(platform, report, request, leg),
        attempt: env.GITHUB_RUN_ATTEMPT || undefined,
      }
      const own = join(folder, recordName(record))
      await mkdir(own)
      await writeFile(join(own, RECORD_FILE), encodeRecord(record))
      if (leg.handsOver !== 'record')
        await addLayout(join(own, LAYOUT_FOLDER), leg.handsOver, platform, report.ociLayout)
      await refuseSecond(record, artifacts, join(folder, 'earlier'))
      await artifacts.replace(recordName(record), own)
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

// The last to end would take the other's place, without a word.
async function refuseSecond(record: LegRecord, artifacts: Artifacts, folder: string): Promise<void> {
  if (record.attempt === undefined) return
  const name = recordName(record)
  const names = await artifacts.fetch(name, folder)
  if (!names.includes(name)) return
  const [{ record: earlier }] = (await readRecords([join(folder, name)])) as [HandedOver]
  const { digest } = record.descriptor
  if (earlier.attempt !== record.attempt || earlier.descriptor.digest === digest) return
  const image = record.repositories[0]!.text
  throw new MergeError(
    `${image}: another job of this run has handed over ${record.platform.text} as ${earlier.descriptor.digest}, and this is ${digest}`,
    { cure: 'let one job build each platform of an image, and give other targets images of their own' },
  )
}

function recordOf(
  platform: PlatformReport,
  report: Report,
  { verify }: BuildRequest,
  { commit }: Leg,
): Omit<LegRecord, 'attempt'> {
  const { descriptor } = platform.image
  return {
    repositories: report.repositories,
    platform: platform.platform,
    descriptor: { mediaType: descriptor.mediaType, digest: descriptor.digest, size: descriptor.size },
    pushed: report.pushed,
    verify,
    commit,
    metadata: platformMetadata(platform),
  }
}

async function addLayout(
  folder: string,
  what: 'image' | 'manifest',
  { image }: PlatformReport,
  kept: string | undefined,
): Promise<void> {
  // A request for a leg that hands it over keeps it.
  const whole = await Layout.open(kept!)
  const { descriptor, manifest } = image
  const blobs = what === 'image' ? imageBlobs(image) : [descriptor, manifest.config]
  const part = await whole.part(folder, blobs)
  await part.writeEntry(image.descriptor, undefined)
}
