import { createHash } from 'node:crypto'
import { setMaxListeners } from 'node:events'
import { Readable } from 'node:stream'
import { type Digest, digestOf, isDigest } from '../oci/digest.js'
import { isTag, type Repository } from '../oci/reference.js'
import { type Descriptor, mediaType } from '../oci/types.js'
import { type Answer, parseObject } from './answer.js'
import { pushBlob } from './blob-upload.js'
import type { CredentialStore } from './credentials.js'
import { withRetries } from './retry.js'
import { type RepositoryCall, Session } from './session.js'

// https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pushing-manifests: "at least 4 megabytes"
const LONGEST_MANIFEST = 4 * 1024 * 1024
const COMMIT_TIMEOUT_MS = 300_000
const MANIFEST_TYPES = [
  mediaType.ociIndex,
  mediaType.dockerIndex,
  mediaType.ociManifest,
  mediaType.dockerManifest,
] as const

// The blob of nothing: some registries have it, none need it.
const NO_BLOB: Descriptor = { mediaType: 'application/octet-stream', digest: digestOf(''), size: 0 }

/** How registries are spoken to. */
export interface RegistryOptions {
  readonly credentials: CredentialStore
  /** false: certificates aren't checked, and plain HTTP is allowed. Hosts of this machine may always be plain. */
  readonly tlsVerify: boolean
  /** Tries for an operation that fails for a passing reason. */
  readonly retries: number
  readonly signal?: AbortSignal
  /** Told of each failure that is tried again. */
  readonly onRetry?: (message: string) => void
  /** Proxies and folders of certificates are found by it; the process's own unless given. */
  readonly env?: NodeJS.ProcessEnv
}

/** A manifest as a registry holds it. */
export interface FetchedManifest {
  readonly bytes: Buffer
  readonly mediaType: string
  readonly digest: Digest
}

/**
 * A client of the distribution API: https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md
 * All methods throw `RegistryError` when the registry refuses or can't be reached, after retries where they may help,
 * and `Interrupted` when the signal fired.
 */
export class RegistryClient {
  private readonly sessions = new Map<string, Session>()

  constructor(private readonly options: RegistryOptions) {
    // Each request under way listens to the signal.
    if (options.signal) setMaxListeners(0, options.signal)
  }

  /** Whether a repository holds a blob. */
  async hasBlob(repository: Repository, descriptor: Descriptor): Promise<boolean> {
    return this.hasBlobFor(repository, descriptor, 'pull')
  }

  /**
   * Asks for something in a repository with the right to push, so that a login that the registry does not accept is
   * found before there is anything to push. A registry may still refuse the push itself.
   */
  async checkAccess(repository: Repository): Promise<void> {
    await this.hasBlobFor(repository, NO_BLOB, 'push')
  }

  /**
   * Sees to it that a repository holds a blob: finds it there, mounts it from another repository of the same
   * registry, or uploads it.
   * @param open the blob's content from its beginning, called again for each try
   * @param mountFrom a repository that may hold the blob; one of another registry is no help and ignored
   */
  async pushBlob(
    repository: Repository,
    descriptor: Descriptor,
    open: () => Readable,
    mountFrom?: Repository,
  ): Promise<'present' | 'mounted' | 'uploaded'> {
    const session = this.session(repository)
    return withRetries(this.options, async () => {
      if (await hasBlob(session, repository, descriptor, 'push')) return 'present'
      return pushBlob(session, { repository, descriptor, open, mountFrom })
    })
  }

  /**
   * Writes a manifest under a tag or its digest.
   * @returns the digest that the registry reports; undefined when it reports none
   */
  async putManifest(
    repository: Repository,
    reference: string,
    bytes: Buffer,
    type: string,
  ): Promise<Digest | undefined> {
    const session = this.session(repository)
    const call: RepositoryCall = {
      ...manifestCall('PUT', repository, reference),
      action: 'push',
      headers: { 'content-type': type },
      body: bytes,
      answerTimeoutMs: COMMIT_TIMEOUT_MS,
    }
    return withRetries(this.options, () => putManifest(session, call, digestOf(bytes)))
  }

  /** A manifest's exact bytes by tag or digest, checked against every digest known; undefined when there is none. */
  async getManifest(repository: Repository, reference: string): Promise<FetchedManifest | undefined> {
    const session = this.session(repository)
    return withRetries(this.options, () => getManifest(session, repository, reference))
  }

  /** What a tag or digest refers to, without fetching it where the registry says enough; undefined when there is none. */
  async resolve(repository: Repository, reference: string): Promise<Descriptor | undefined> {
    const session = this.session(repository)
    return withRetries(this.options, async () => {
      const call = manifestCall('HEAD', repository, reference)
      const answer = await session.send(call)
      if (answer.status === 404) return absent(answer)
      if (answer.status !== 200) throw await session.refusal(call, answer)
      await answer.discard()
      const told = descriptorOf(answer, reference)
      if (told) return told
      const manifest = await getManifest(session, repository, reference)
      return (
        manifest && { mediaType: manifest.mediaType, digest: manifest.digest, size: manifest.bytes.length }
      )
    })
  }

  /**
   * A blob's content. The stream fails with a `RegistryError` at its end when the content isn't what the descriptor
   * says; it isn't tried again once it flows.
   */
  async getBlob(repository: Repository, descriptor: Descriptor): Promise<Readable> {
    const session = this.session(repository)
    const call = blobCall('GET', repository, descriptor, 'pull')
    const answer = await withRetries(this.options, async () => {
      const received = await session.send(call)
      if (received.status !== 200) throw await session.refusal(call, received)
      const { contentLength = descriptor.size } = received
      if (contentLength === descriptor.size) return received
      throw session.unexpected(call, received, `with ${contentLength} bytes instead of ${descriptor.size}`)
    })
    const content = Readable.from(checked(session, call, answer, descriptor), { objectMode: false })
    // A generator that was never started would not let go of the connection.
    return content.on('close', () => answer.destroy())
  }

  /** Ends all connections; what is still under way fails. */
  async close(): Promise<void> {
    await Promise.all([...this.sessions.values()].map((session) => session.close()))
    this.sessions.clear()
  }

  private async hasBlobFor(
    repository: Repository,
    descriptor: Descriptor,
    action: 'pull' | 'push',
  ): Promise<boolean> {
    const session = this.session(repository)
    return withRetries(this.options, () => hasBlob(session, repository, descriptor, action))
  }

  private session({ registry }: Repository): Session {
    const known = this.sessions.get(registry)
    if (known) return known
    const { tlsVerify, signal, env = process.env, credentials } = this.options
    const made = new Session({ registry, tlsVerify, env, signal }, credentials)
    this.sessions.set(registry, made)
    return made
  }
}

async function hasBlob(
  session: Session,
  repository: Repository,
  descriptor: Descriptor,
  action: 'pull' | 'push',
): Promise<boolean> {
  const call = blobCall('HEAD', repository, descriptor, action)
  const answer = await session.send(call)
  if (answer.status === 404) return absent(answer) ?? false
  if (answer.status !== 200) throw await session.refusal(call, answer)
  await answer.discard()
  const { contentLength = descriptor.size } = answer
  const digest = answer.header('docker-content-digest') ?? descriptor.digest
  if (contentLength === descriptor.size && digest === descriptor.digest) {
    // A health page may come without a length: then nothing speaks for the blob, and uploading it does no harm.
    return answer.contentLength !== undefined || answer.header('docker-content-digest') !== undefined
  }
  throw session.unexpected(call, answer, 'what is there has another size or digest')
}

async function putManifest(
  session: Session,
  call: RepositoryCall,
  digest: Digest,
): Promise<Digest | undefined> {
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

async function getManifest(
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

/** A manifest's own word where the header says nothing definite (`application/json`). */
function manifestType(answer: Answer, own: unknown): string {
  const known: readonly string[] = MANIFEST_TYPES
  return !known.includes(answer.contentType) && typeof own === 'string' ? own : answer.contentType
}

/** What the headers of a manifest's answer say of it; undefined when they don't say everything. */
function descriptorOf(answer: Answer, reference: string): Descriptor | undefined {
  const digest = answer.header('docker-content-digest')
  const { contentLength: size, contentType } = answer
  const known: readonly string[] = MANIFEST_TYPES
  if (!isDigest(digest) || size === undefined || !known.includes(contentType)) return undefined
  if (isDigest(reference) && reference !== digest) return undefined
  return { mediaType: contentType, digest, size }
}

async function* checked(
  session: Session,
  call: RepositoryCall,
  answer: Answer,
  { digest, size }: Descriptor,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  let read = 0
  for await (const chunk of answer.chunks()) {
    read += chunk.length
    if (read > size) break
    hash.update(chunk)
    yield chunk
  }
  const found = `sha256:${hash.digest('hex')}`
  if (read !== size)
    throw session.lasting(call, `the blob has not the ${size} bytes that its descriptor says`)
  if (found !== digest) throw session.lasting(call, `the blob's digest is ${found}`)
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

function blobCall(
  method: 'GET' | 'HEAD',
  repository: Repository,
  { digest }: Descriptor,
  action: 'pull' | 'push',
): RepositoryCall {
  if (!isDigest(digest)) throw new Error(`not a digest: ${JSON.stringify(digest)}`)
  return { method, repository, target: `blobs/${digest}`, object: `blob ${digest}`, action }
}
