import type { Readable } from 'node:stream'
import { messageOf, RegistryError } from '../errors.js'
import { type Digest, isDigest } from '../oci/digest.js'
import type { Repository } from '../oci/reference.js'
import type { Descriptor } from '../oci/types.js'
import { getBlob } from './blobs.js'
import { type FetchedManifest, getManifest, resolveManifest } from './manifests.js'
import { RequestError } from './request-error.js'
import { type RetryOptions, withRetries } from './retry.js'
import type { Source } from './rules.js'
import type { Session } from './session.js'

/** Manifests that were read already, by digest. */
export type KnownManifests = ReadonlyMap<Digest, FetchedManifest>

/** An image or index in a registry or one of its mirrors. The rest of it is read where its beginning was found. */
export interface OpenedImage {
  readonly root: FetchedManifest
  /** The repository that it was found in, which may be a mirror's. */
  readonly foundIn: Repository
  /** A manifest of the same repository; undefined when there is none. */
  manifest(digest: Digest): Promise<FetchedManifest | undefined>
  /** A blob's content, as `RegistryClient.getBlob` gives it. */
  blob(descriptor: Descriptor): Promise<Readable>
}

/** How sources are reached. */
export interface Reader {
  readonly sessionOf: (source: Source) => Session
  readonly options: RetryOptions
}

/**
 * Opens an image at the first source that has it. A source that fails is passed over, and only when the last one
 * fails in a passing way are all of them tried again, so that a mirror that is down costs one attempt.
 * @param known asked before anything is fetched twice: with some, a tag costs a HEAD
 * @returns undefined when no source has it
 * @throws {RegistryError} of the last source
 */
export async function openImage(
  reader: Reader,
  sources: readonly Source[],
  reference: string,
  known: KnownManifests,
): Promise<OpenedImage | undefined> {
  const have = isDigest(reference) ? known.get(reference) : undefined
  if (have) return opened(reader, sources, have)
  return firstOf(reader, sources, async (session, source, later) => {
    const { repository } = source
    const head = known.size > 0 ? await resolveManifest(session, repository, reference) : undefined
    if (known.size > 0 && head === undefined) return undefined
    const root =
      (head && known.get(head.digest)) ?? (await getManifest(session, repository, head?.digest ?? reference))
    return root && opened(reader, [source, ...later], root)
  })
}

function opened(reader: Reader, sources: readonly Source[], root: FetchedManifest): OpenedImage {
  return {
    root,
    foundIn: sources[0]!.repository,
    manifest: (digest) =>
      firstOf(reader, sources, (session, { repository }) => getManifest(session, repository, digest)),
    blob: async (descriptor) => {
      const content = await firstOf(reader, sources, (session, { repository }) =>
        getBlob(session, repository, descriptor),
      )
      return content!
    },
  }
}

/** What the first source gives that has it; undefined when none has it. */
function firstOf<T>(
  { sessionOf, options }: Reader,
  sources: readonly Source[],
  ask: (session: Session, source: Source, later: readonly Source[]) => Promise<T | undefined>,
): Promise<T | undefined> {
  return withRetries(options, async () => {
    const problems: string[] = []
    for (const [at, source] of sources.entries()) {
      const later = sources.slice(at + 1)
      try {
        const found = await ask(sessionOf(source), source, later)
        if (found !== undefined) return found
      } catch (error) {
        if (!(error instanceof RegistryError)) throw error
        if (later.length === 0) throw withProblems(error, problems)
        problems.push(messageOf(error))
        options.onRetry?.(`${messageOf(error)}; asking ${later[0]!.repository.registry} instead`)
      }
    }
    return undefined
  })
}

function withProblems(error: RegistryError, problems: readonly string[]): RegistryError {
  if (problems.length === 0 || !(error instanceof RequestError)) return error
  return error.withNote(`its mirrors failed too: ${problems.join('; ')}`)
}
