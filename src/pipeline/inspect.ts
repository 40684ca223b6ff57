import { Failure, messageOf } from '../errors.js'
import { MalformedError, parseIndex } from '../oci/parse.js'
import { normalizePlatform } from '../oci/platform.js'
import { type Index, isIndexType } from '../oci/types.js'
import { RegistryClient } from '../registry/client.js'
import { credentialStore } from '../registry/credentials.js'
import { readRegistryRules } from '../registry/registries-conf.js'
import { NO_RULES } from '../registry/rules.js'
import type { InspectedImage, Inspection } from '../report/inspection.js'
import type { InspectRequest } from '../request/inspect-request.js'
import { pathMatcher } from '../verify/allowed.js'
import { examineIndex } from '../verify/found-index.js'
import { Layers } from '../verify/layers.js'
import type { Run } from './build.js'
import { foundFindings, readImage } from './found-image.js'
import { type Document, type ImageSource, layoutSource, registrySource } from './image-source.js'

// An index of 4 MiB could name 20,000 images.
const MOST_IMAGES = 200

/**
 * Gives the verdicts of the verification for an image or index that somebody else built. Nothing is run, and nothing is
 * written.
 * @throws {Failure} when it isn't there, can't be reached, or is no image
 */
export async function inspect(
  request: InspectRequest,
  run: Omit<Run, 'cache' | 'onTag'>,
): Promise<Inspection> {
  const client = new RegistryClient({
    credentials: credentialStore(request.logins, run.env),
    tlsVerify: request.tlsVerify,
    retries: request.retries,
    signal: run.signal,
    onRetry: (message) => run.host.info(message),
    env: run.env,
    rules: request.from.kind === 'registry' ? await readRegistryRules(run.env) : NO_RULES,
  })
  try {
    return await examine(request, await sourceOf(request, client), run.signal)
  } catch (error) {
    if (!(error instanceof MalformedError)) throw error
    throw new Failure(`${request.text} is no image: ${messageOf(error)}`, { cause: error })
  } finally {
    await client.close()
  }
}

function sourceOf({ from }: InspectRequest, client: RegistryClient): Promise<ImageSource> {
  return from.kind === 'layout'
    ? layoutSource(from.folder, from.name)
    : registrySource(client, from.repository, from.reference)
}

async function examine(
  request: InspectRequest,
  source: ImageSource,
  signal: AbortSignal,
): Promise<Inspection> {
  const root = await source.root()
  const index = indexOf(root)
  const { images, attestations, findings } =
    index === undefined ? { images: [root.descriptor], attestations: [], findings: [] } : examineIndex(index)
  if (images.length > MOST_IMAGES) throw new Failure(`${request.text} has more than ${MOST_IMAGES} images`)
  const layers = new Layers((layer) => source.layer(layer), signal)
  const context = { allowed: pathMatcher(request.verifyAllow), explain: () => undefined }
  const examined = await Promise.all(
    images.map(async (descriptor) => {
      const bytes = index === undefined ? root.bytes : await source.manifest(descriptor)
      const image = await readImage(source, descriptor, bytes)
      const platform = descriptor.platform ? normalizePlatform(descriptor.platform) : image.platform
      return {
        platform: platform.text,
        image,
        findings: await foundFindings(image, platform, layers, context),
      }
    }),
  )
  return {
    reference: request.text,
    root: root.descriptor,
    isIndex: index !== undefined,
    images: examined.map(({ platform, image }): InspectedImage => ({ platform, image })),
    attestations,
    findings: [...findings, ...examined.flatMap((each) => each.findings)],
  }
}

/** The index that a document is; undefined for one image's manifest. */
function indexOf({ bytes, descriptor }: Document): Index | undefined {
  if (!isIndexType(descriptor.mediaType)) return undefined
  const index = parseIndex(bytes)
  return { ...index, mediaType: index.mediaType || descriptor.mediaType }
}
