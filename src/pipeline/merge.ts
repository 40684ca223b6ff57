import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { type Location, MergeError } from '../errors.js'
import type { Digest } from '../oci/digest.js'
import { writeIndex } from '../oci/image.js'
import { Layout } from '../oci/layout.js'
import type { Platform } from '../oci/platform.js'
import { type Descriptor, mediaType } from '../oci/types.js'
import { refuseWhatWillDiffer } from '../publish/immutable-tags.js'
import { checkLogins, type Publication, publishImage, publishIndex } from '../publish/publish.js'
import type { RegistryClient } from '../registry/client.js'
import type { MergeReport } from '../report/merge.js'
import type { Warning } from '../report/report.js'
import type { MergeRequest } from '../request/merge-request.js'
import { pathMatcher } from '../verify/allowed.js'
import { verifyIndex } from '../verify/index.js'
import { Layers } from '../verify/layers.js'
import type { Run } from './build.js'
import { foundFindings } from './found-image.js'
import { judge } from './judge.js'
import { type HandedOver, type MergeSource, namedSources, recordedSource } from './merge-sources.js'
import { registryClient } from './site.js'

const REVISION = 'org.opencontainers.image.revision'

/**
 * Puts the images of several runs together: reads each back from where it is, verifies it again, since a record's word is not
 * enough, and when all are right pushes one index and lets the tags move.
 * @param handedOver what legs say of this image
 * @throws {Failure} with what happened, where, and what to do
 */
export async function merge(
  request: MergeRequest,
  handedOver: readonly HandedOver[],
  run: Omit<Run, 'cache'>,
): Promise<MergeReport> {
  const started = performance.now()
  const warnings: Warning[] = []
  const warn = (message: string, location?: Location) => {
    run.host.warning(message, location)
    warnings.push({ message, ...(location && { location }) })
  }
  const client = await registryClient(request, run)
  const folder = await mkdtemp(join(run.env.RUNNER_TEMP || tmpdir(), 'multiarch-build-merge-'))
  try {
    const layout = await Layout.create(folder)
    const sources = inOrder(await collect(request, handedOver, client), request)
    refuseOtherCommits(sources, request)
    const publication = publicationOf(sources, { client, layout, request, run })
    if (request.push) {
      await checkLogins(publication)
      const revision = request.indexAnnotations.get(REVISION)
      await refuseWhatWillDiffer(client, request.immutable, revision)
    }
    await Promise.all(sources.map((source) => take(source, { publication, request, warn, run })))
    const images = sources.map(({ image }) => image)
    const isDocker = images.some(({ descriptor }) => descriptor.mediaType === mediaType.dockerManifest)
    // Docker's format has no annotations.
    const annotations = isDocker ? new Map<string, string>() : request.indexAnnotations
    const { descriptor, index } = await writeIndex(layout, images, annotations)
    judge(verifyIndex(index, request.platforms), request.verify, warn)
    if (request.push) await publishIndex(publication, descriptor, request.references, request.immutable)
    return {
      index: descriptor,
      repositories: request.repositories,
      references: request.references,
      platforms: sources.map(({ image, record }, at) => ({
        platform: request.platforms[at]!,
        image,
        ...(record && { metadata: record.metadata }),
      })),
      pushed: request.push,
      seconds: (performance.now() - started) / 1000,
      warnings,
      notices: request.notices,
    }
  } finally {
    await client.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function collect(
  request: MergeRequest,
  handedOver: readonly HandedOver[],
  client: RegistryClient,
): Promise<MergeSource[]> {
  if (request.sources === undefined) {
    return Promise.all(handedOver.map((each) => recordedSource(each, client)))
  }
  const found = request.sources.map((source) => namedSources(source, request.repositories[0]!, client))
  return (await Promise.all(found)).flat()
}

/** One source for each platform, in the order asked for. */
function inOrder(sources: readonly MergeSource[], request: MergeRequest): MergeSource[] {
  const image = request.repositories[0]!.text
  const of = ({ text }: Platform) => sources.filter((source) => platformOf(source).text === text)
  const missing = request.platforms.filter((platform) => of(platform).length === 0)
  if (missing.length > 0) {
    const names = missing.map(({ text }) => text).join(', ')
    const others = sources.map((source) => platformOf(source).text).join(', ') || 'nothing'
    throw new MergeError(`${image}: ${names} is missing: there is ${others}; no tag was set`, {
      cure: `run the job that builds ${names} again, then this one; or take it out of platforms`,
    })
  }
  const unasked = sources.filter(
    (source) => !request.platforms.some(({ text }) => text === platformOf(source).text),
  )
  if (unasked.length > 0) {
    const { text } = platformOf(unasked[0]!)
    throw new MergeError(`${image}: ${unasked[0]!.from} gives ${text}, which platforms doesn’t name`, {
      cure: `add ${text} to platforms, or don’t build it`,
    })
  }
  return request.platforms.map((platform) => {
    const [first, second] = of(platform)
    // Two references may name the same image.
    const other = of(platform).find(({ image: { descriptor } }) => descriptor.digest !== digestOf(first!))
    if (other === undefined) return first!
    throw new MergeError(
      `${image}: ${platform.text} is there twice: ${digestOf(first!)} of ${first!.from}, and ${digestOf(other)} of ${(second ?? other).from}`,
      { cure: 'let one leg build each platform' },
    )
  })
}

/** What a source was handed over or named as; its config is checked against that later. */
function platformOf({ record, image }: MergeSource): Platform {
  return record?.platform ?? image.platform
}

function digestOf({ image }: MergeSource): Digest {
  return image.descriptor.digest
}

function refuseOtherCommits(sources: readonly MergeSource[], request: MergeRequest): void {
  const commits = new Map(sources.flatMap(({ record }) => (record?.commit ? [[record.commit, record]] : [])))
  if (commits.size < 2) return
  const said = [...commits].map(([commit, { platform }]) => `${platform.text} of ${commit}`).join(', ')
  throw new MergeError(`${request.repositories[0]!.text}: the platforms are of different commits: ${said}`, {
    cure: 'let all legs check out the same commit',
  })
}

interface Merging {
  readonly client: RegistryClient
  readonly layout: Layout
  readonly request: MergeRequest
  readonly run: Omit<Run, 'cache'>
}

function publicationOf(
  sources: readonly MergeSource[],
  { client, layout, request, run }: Merging,
): Publication {
  const layers = new Map<Digest, MergeSource>()
  for (const source of sources)
    for (const { digest } of source.image.manifest.layers) layers.set(digest, source)
  const openBlob = (blob: Descriptor) => {
    const source = layers.get(blob.digest)
    if (source === undefined) return createReadStream(layout.blobPath(blob.digest))
    return Readable.from(
      (async function* () {
        yield* await source.layer(blob)
      })(),
      { objectMode: false },
    )
  }
  return {
    client,
    layout,
    openBlob,
    repositories: request.repositories,
    blobs: new Map(),
    onTag: (reference) => run.onTag(reference.text),
  }
}

/** Verifies one platform's image, and sees to it that all repositories have it. */
async function take(
  source: MergeSource,
  {
    publication,
    request,
    warn,
    run,
  }: {
    readonly publication: Publication
    readonly request: MergeRequest
    readonly warn: (message: string, location?: Location) => void
    readonly run: Omit<Run, 'cache'>
  },
): Promise<void> {
  const { image, manifest, config } = source
  await publication.layout.putBytes(image.descriptor.mediaType, manifest)
  await publication.layout.putBytes(image.manifest.config.mediaType, config)
  if (request.verify !== 'off') {
    const layers = new Layers((layer) => source.layer(layer), run.signal)
    const context = { allowed: pathMatcher(request.verifyAllow), explain: () => undefined }
    judge(await foundFindings(image, platformOf(source), layers, context), request.verify, warn)
  }
  const standing = source.standing === undefined ? [] : [source.standing]
  if (request.push) await publishImage(publication, image, run.signal, standing)
}
