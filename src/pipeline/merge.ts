import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import pLimit from 'p-limit'
import { describeFailure, type Location, MergeError } from '../errors.js'
import type { Digest } from '../oci/digest.js'
import { writeIndex } from '../oci/image.js'
import { Layout } from '../oci/layout.js'
import { type Descriptor, mediaType, REVISION } from '../oci/types.js'
import { refuseWhatWillDiffer } from '../publish/immutable-tags.js'
import { checkLogins, type Publication, publishImage, publishIndex } from '../publish/publish.js'
import type { RegistryClient } from '../registry/client.js'
import type { ImageReport } from '../report/images.js'
import type { Warning } from '../report/report.js'
import type { MergeRequest } from '../request/merge-request.js'
import { refuseSharedTags } from '../request/references.js'
import { pathMatcher } from '../verify/allowed.js'
import { verifyImage } from '../verify/image.js'
import { verifyIndex } from '../verify/index.js'
import { Layers } from '../verify/layers.js'
import type { Run } from './build.js'
import { foundFindings } from './found-image.js'
import { judge } from './judge.js'
import { inOrder, platformOf, refuseOtherCommits } from './merge-checks.js'
import { type HandedOver, type MergeSource, namedSources, recordedSource } from './merge-sources.js'
import { registryClient } from './site.js'

const IMAGES_AT_ONCE = 4

/** An image that is to be merged, and what legs say of it. */
export interface ToMerge {
  readonly request: MergeRequest
  readonly handedOver: readonly HandedOver[]
}

type MergeRun = Omit<Run, 'cache' | 'stores'>

/**
 * Puts the images of several runs together. No tag of any is set before all are right; of several that are not, the first is thrown and
 * the others are told.
 * @throws {Failure} with what happened, where, and what to do
 */
export async function mergeImages(images: readonly ToMerge[], run: MergeRun): Promise<ImageReport[]> {
  const limit = pLimit(IMAGES_AT_ONCE)
  const all = async <From, To>(from: readonly From[], step: (each: From) => Promise<To>) =>
    Promise.allSettled(from.map((each) => limit(() => step(each))))
  refuseSharedTags(images.map(({ request }) => request))
  const prepared = await all(images, (image) => prepare(image, run))
  try {
    const ready = fulfilled(prepared, run)
    // The last that may be refused: an index, or an immutable tag.
    const indexed = fulfilled(await all(ready, (each) => each.publish()), run)
    return fulfilled(await all(indexed, (setTags) => setTags()), run)
  } finally {
    for (const each of prepared) if (each.status === 'fulfilled') await each.value.close()
  }
}

function fulfilled<T>(settled: readonly PromiseSettledResult<T>[], { host, signal }: MergeRun): T[] {
  const reasons = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
  if (reasons.length === 0) return settled.map((each) => (each as PromiseFulfilledResult<T>).value)
  if (!signal.aborted) for (const reason of reasons.slice(1)) host.error(describeFailure(reason))
  throw reasons[0]
}

/** An image whose platforms are there and right, by digest, in all repositories. */
interface Prepared {
  /** Pushes the index by digest, and gives what sets the tags. */
  publish(): Promise<() => Promise<ImageReport>>
  close(): Promise<void>
}

/** Reads each platform's image back from where it is, and verifies it again, since a record's word is not enough. */
async function prepare({ request, handedOver }: ToMerge, run: MergeRun): Promise<Prepared> {
  const started = performance.now()
  const warnings: Warning[] = []
  const warn = (message: string, location?: Location) => {
    run.host.warning(message, location)
    warnings.push({ message, ...(location && { location }) })
  }
  const client = await registryClient(request, run)
  const folder = await mkdtemp(join(run.env.RUNNER_TEMP || tmpdir(), 'multiarch-build-merge-'))
  const close = async () => {
    await client.close()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    const layout = await Layout.create(folder)
    const sources = inOrder(await collect(request, handedOver, client), request)
    refuseOtherCommits(sources, request)
    const publication = publicationOf(sources, { client, layout, request, run })
    const isDocker = sources.some(({ image }) => image.descriptor.mediaType === mediaType.dockerManifest)
    // Docker's format has no annotations.
    const annotations = isDocker ? new Map<string, string>() : request.indexAnnotations
    if (request.push) {
      await checkLogins(publication)
      await refuseWhatWillDiffer(client, request.immutable, annotations.get(REVISION))
    }
    await Promise.all(sources.map((source) => take(source, { publication, request, warn, run })))
    const images = sources.map(({ image }) => image)
    const { descriptor, index } = await writeIndex(layout, images, annotations)
    judge(verifyIndex(index, request.platforms), request.verify, warn)
    const publish = async () => {
      const { push, references, immutable } = request
      const setTags = push
        ? await publishIndex(publication, descriptor, references, immutable)
        : async () => undefined
      return async () => {
        await setTags()
        const seconds = (performance.now() - started) / 1000
        return reportOf(request, sources, { index: descriptor, seconds, warnings })
      }
    }
    return { publish, close }
  } catch (error) {
    await close()
    throw error
  }
}

function reportOf(
  { repositories, references, platforms, push, notices }: MergeRequest,
  sources: readonly MergeSource[],
  made: Pick<ImageReport, 'index' | 'seconds' | 'warnings'>,
): ImageReport {
  return {
    ...made,
    repositories,
    references,
    platforms: sources.map(({ image, record }, at) => ({
      platform: platforms[at]!,
      image,
      ...(record && { metadata: record.metadata }),
    })),
    pushed: push,
    notices,
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

interface Merging {
  readonly client: RegistryClient
  readonly layout: Layout
  readonly request: MergeRequest
  readonly run: MergeRun
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
    readonly run: MergeRun
  },
): Promise<void> {
  const { image, manifest, config } = source
  await publication.layout.putBytes(image.descriptor.mediaType, manifest)
  await publication.layout.putBytes(image.manifest.config.mediaType, config)
  if (!source.hasLayers && request.push) throw withoutLayers(source)
  if (!source.hasLayers) judge(verifyImage(image, platformOf(source)), request.verify, warn)
  else if (request.verify !== 'off') {
    const layers = new Layers((layer) => source.layer(layer), run.signal)
    const context = { allowed: pathMatcher(request.verifyAllow), explain: () => undefined }
    judge(await foundFindings(image, platformOf(source), layers, context), request.verify, warn)
  }
  const standing = source.standing === undefined ? [] : [source.standing]
  if (request.push) await publishImage(publication, image, run.signal, standing)
}

function withoutLayers({ image: { descriptor }, from }: MergeSource): MergeError {
  return new MergeError(`${from} did not push ${descriptor.digest}, and handed over no layers`, {
    cure: 'let the legs push, with push: digest, or leave their layout: false out; or merge with push: false',
  })
}
