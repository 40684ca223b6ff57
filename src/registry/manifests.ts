import { type Digest, digestOf, isDigest } from '../oci/digest.js'
import { isTag, type Repository } from '../oci/reference.js'
import { type Descriptor, mediaType } from '../oci/types.js'
import { type Answer, parseObject } from './answer.js'
import type { RepositoryCall, Session } from './session.js'

// https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pushing-manifests: "at least 4 megabytes"
const LONGEST_MANIFEST = 4 * 1024 * 1024
const MANIFEST_TYPES: readonly string[] = [
  mediaType.ociIndex,
  mediaType.dockerIndex,
  mediaType.ociManifest,
  mediaType.dockerManifest,
]

/** A manifest as a registry holds it. */
export interface FetchedManifest {
  readonly bytes: Buffer
  readonly mediaType: string
  readonly digest: Digest
}

/** Writes a manifest under a tag or digest; gives the digest that the registry reports, if it reports one. */
export async function putManifest(
  session: Session,
  repository: Repository,
  reference: string,
  { bytes, type }: { readonly bytes: Buffer; readonly type: string },
): Promise<Digest | undefined> {
  const call: RepositoryCall = {
    ...manifestCall('PUT', repository, reference),
    action: 'push',
    headers: { 'content-type': type },
    body: bytes,
    commits: true,
  }
  const digest = digestOf(bytes)
  const answer = await session.send(call)
  if (answer.status >= 300) throw await session.refusal(call, answer)
  await answer.discard()
  const told = answer.header('docker-content-digest')
  // Some registries answer another 2xx than the spec's 201; a health page has neither of these headers.
  if (answer.status !== 201 && told === undefined && answer.header('location') === undefined) {
    throw session.unexpected(call, answer, 'the manifest was not taken')
  }
  if (!isDigest(told)) return undefined
  if (told === digest) return told
  throw session.lasting(call, `the registry stored ${told} instead of ${digest}`)
}

/** A manifest's exact bytes, checked against every digest known; undefined when there is none. */
export async function getManifest(
  session: Session,
  repository: Repository,
  reference: string,
): Promise<FetchedManifest | undefined> {
  const call = manifestCall('GET', repository, reference)
  const answer = await session.send(call)
  if (answer.status === 404) return absent(answer)
  if (answer.status !== 200) throw await session.refusal(call, answer)
  const bytes = await answer.read(LONGEST_MANIFEST)
  if (!bytes) throw session.lasting(call, `the manifest is longer than ${LONGEST_MANIFEST} bytes`)
  const manifest = parseObject(bytes)
  if (typeof manifest?.schemaVersion !== 'number')
    throw session.unexpected(call, answer, 'the body is no manifest')
  const digest = digestOf(bytes)
  const expected = [reference, answer.header('docker-content-digest')].filter(isDigest)
  const wrong = expected.find((other) => other !== digest)
  if (wrong) throw session.unexpected(call, answer, `the body's digest is ${digest} instead of ${wrong}`)
  return { bytes, digest, mediaType: manifestType(answer, manifest.mediaType) }
}

/** What a tag or digest refers to, by HEAD where the registry says enough then; undefined when there is none. */
export async function resolveManifest(
  session: Session,
  repository: Repository,
  reference: string,
): Promise<Descriptor | undefined> {
  const call = manifestCall('HEAD', repository, reference)
  const answer = await session.send(call)
  if (answer.status === 404) return absent(answer)
  if (answer.status !== 200) throw await session.refusal(call, answer)
  await answer.discard()
  const told = descriptorOf(answer, reference)
  if (told) return told
  const manifest = await getManifest(session, repository, reference)
  return manifest && { mediaType: manifest.mediaType, digest: manifest.digest, size: manifest.bytes.length }
}

/** A manifest's own word where the header says nothing definite (`application/json`). */
function manifestType(answer: Answer, own: unknown): string {
  return !MANIFEST_TYPES.includes(answer.contentType) && typeof own === 'string' ? own : answer.contentType
}

/** What the headers of a manifest's answer say of it; undefined when they don't say everything. */
function descriptorOf(answer: Answer, reference: string): Descriptor | undefined {
  const digest = answer.header('docker-content-digest')
  const { contentLength: size, contentType } = answer
  if (!isDigest(digest) || size === undefined || !MANIFEST_TYPES.includes(contentType)) return undefined
  if (isDigest(reference) && reference !== digest) return undefined
  return { mediaType: contentType, digest, size }
}

function absent(answer: Answer): undefined {
  answer.destroy()
  return undefined
}

function manifestCall(
  method: 'GET' | 'HEAD' | 'PUT',
  repository: Repository,
  reference: string,
): RepositoryCall {
  if (!isDigest(reference) && !isTag(reference))
    throw new Error(`neither tag nor digest: ${JSON.stringify(reference)}`)
  return {
    method,
    repository,
    target: `manifests/${reference}`,
    object: `manifest ${reference}`,
    action: 'pull',
    headers: { accept: MANIFEST_TYPES.join(', ') },
  }
}
