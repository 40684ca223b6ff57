import { setMaxListeners } from 'node:events'
import type { Readable } from 'node:stream'
import { type Digest, digestOf, isDigest } from '../oci/digest.js'
import type { Repository } from '../oci/reference.js'
import type { Descriptor } from '../oci/types.js'
import { pushBlob } from './blob-upload.js'
import { getBlob, hasBlob } from './blobs.js'
import type { CredentialStore } from './credentials.js'
import { type FetchedManifest, getManifest, putManifest, resolveManifest } from './manifests.js'
import { type KnownManifests, type OpenedImage, openImage } from './opened-image.js'
import { withRetries } from './retry.js'
import { NO_RULES, type RegistryRules, type Source, sourcesOf, targetOf } from './rules.js'
import { Session } from './session.js'

export type { FetchedManifest } from './manifests.js'

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
  /** Milliseconds without a byte of an answer after which there is none; a minute unless given, and five times that where it commits. */
  readonly answerTimeoutMs?: number
  /** Proxies and folders of certificates are found by it; the process's own unless given. */
  readonly env?: NodeJS.ProcessEnv
  /** What `registries.conf` says; nothing unless given. */
  readonly rules?: RegistryRules
}

/**
 * A client of the distribution API: https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md
 * All methods throw `RegistryError` when the registry is blocked, refuses or can't be reached, after retries where they may
 * help, and `Interrupted` when the signal fired. All but {@link open} speak to the registry that a repository names, as a
 * push does, whatever `registries.conf` rewrites.
 */
export class RegistryClient {
  private readonly sessions = new Map<string, Session>()
  /** What `registries.conf` says. */
  readonly rules: RegistryRules

  constructor(private readonly options: RegistryOptions) {
    this.rules = options.rules ?? NO_RULES
    // Each request under way listens to the signal.
    if (options.signal) setMaxListeners(0, options.signal)
  }

  /**
   * Opens an image to read it from where podman would: a mirror, or what `registries.conf` puts in its repository's place.
   * @param reference a tag or digest
   * @param known manifests of the same repository that need not be fetched again
   * @returns undefined when it is nowhere
   */
  async open(
    repository: Repository,
    reference: string,
    known: KnownManifests = new Map(),
  ): Promise<OpenedImage | undefined> {
    const sources = sourcesOf(repository, this.rules, { byDigest: isDigest(reference) })
    const reader = { options: this.options, sessionOf: (source: Source) => this.session(source) }
    return openImage(reader, sources, reference, known)
  }

  /** Whether a repository holds a blob. */
  async hasBlob(repository: Repository, descriptor: Descriptor): Promise<boolean> {
    return this.at(repository, (session) => hasBlob(session, repository, descriptor, 'pull'))
  }

  /**
   * Asks for something in a repository with the right to push, so that a login that the registry does not accept is
   * found before there is anything to push. A registry may still refuse the push itself.
   */
  async checkAccess(repository: Repository): Promise<void> {
    await this.at(repository, (session) => hasBlob(session, repository, NO_BLOB, 'push'))
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
    return this.at(repository, async (session) => {
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
    return this.at(repository, (session) => putManifest(session, repository, reference, { bytes, type }))
  }

  /** A manifest's exact bytes by tag or digest, checked against every digest known; undefined when there is none. */
  async getManifest(repository: Repository, reference: string): Promise<FetchedManifest | undefined> {
    return this.at(repository, (session) => getManifest(session, repository, reference))
  }

  /** What a tag or digest refers to, without fetching it where the registry says enough; undefined when there is none. */
  async resolve(repository: Repository, reference: string): Promise<Descriptor | undefined> {
    return this.at(repository, (session) => resolveManifest(session, repository, reference))
  }

  /**
   * A blob's content. The stream fails with a `RegistryError` at its end when the content isn't what the descriptor
   * says; it isn't tried again once it flows.
   */
  async getBlob(repository: Repository, descriptor: Descriptor): Promise<Readable> {
    return this.at(repository, (session) => getBlob(session, repository, descriptor))
  }

  /** Ends all connections; what is still under way fails. */
  async close(): Promise<void> {
    await Promise.all([...this.sessions.values()].map((session) => session.close()))
    this.sessions.clear()
  }

  private at<T>(repository: Repository, operation: (session: Session) => Promise<T>): Promise<T> {
    const session = this.session(targetOf(repository, this.rules))
    return withRetries(this.options, () => operation(session))
  }

  private session({ repository: { registry }, insecure }: Source): Session {
    const key = `${registry} ${insecure}`
    const known = this.sessions.get(key)
    if (known) return known
    const { tlsVerify, signal, env = process.env, credentials, answerTimeoutMs } = this.options
    const made = new Session({ registry, tlsVerify, insecure, env, signal, answerTimeoutMs }, credentials)
    this.sessions.set(key, made)
    return made
  }
}
