import { type Digest, isDigest } from './digest.js'

/** A repository in a registry: `quay.io` / `kubernaut-ai/gateway`. */
export interface Repository {
  /** Host as the API is reached, with port: `quay.io`, `registry-1.docker.io` is written `docker.io`. */
  readonly registry: string
  /** Path within the registry, without tag or digest. */
  readonly path: string
  /** `registry/path` */
  readonly text: string
}

/** A repository with a tag. */
export interface TaggedReference {
  readonly repository: Repository
  readonly tag: string
  /** `registry/path:tag` */
  readonly text: string
}

// https://github.com/distribution/reference/blob/v0.6.0/regexp.go
const DOMAIN =
  /^(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])(?:\.(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]))*(?::[0-9]+)?$|^\[[a-fA-F0-9:]+\](?::[0-9]+)?$/
const PATH_COMPONENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/
const REPOSITORY_MAX_LENGTH = 255

/** Whether a text is the host of a registry, with or without port. */
export function isRegistryHost(text: string): boolean {
  return DOMAIN.test(text)
}

/** Whether a text is a tag by the distribution-spec's grammar. */
export function isTag(text: string): boolean {
  return TAG.test(text)
}

/**
 * Parses a repository name without tag or digest. A first part that holds no `.` or `:` and isn't `localhost`
 * would be a Docker Hub short name, which podman and Docker resolve differently, so it is refused.
 * @throws {Error} with the reason
 */
export function parseRepository(text: string): Repository {
  const shown = JSON.stringify(text)
  const slash = text.indexOf('/')
  const registry = slash < 0 ? '' : text.slice(0, slash)
  if (!/[.:]|^localhost$/.test(registry)) {
    throw new Error(`${shown} names no registry; write it in full, such as quay.io/organisation/name`)
  }
  if (!isRegistryHost(registry)) throw new Error(`${shown}: ${JSON.stringify(registry)} is no registry host`)
  const path = text.slice(slash + 1)
  if (path.includes('@') || path.includes(':')) {
    throw new Error(`${shown} must have no tag and no digest; tags go into the input tags`)
  }
  const wrong = path.split('/').find((component) => !PATH_COMPONENT.test(component))
  if (wrong !== undefined) {
    const why = /[A-Z]/.test(wrong) ? 'repository names are lower case' : 'that is no valid path component'
    throw new Error(`${shown}: ${JSON.stringify(wrong)}: ${why}`)
  }
  if (text.length > REPOSITORY_MAX_LENGTH)
    throw new Error(`${shown} is longer than ${REPOSITORY_MAX_LENGTH} characters`)
  return { registry: registry.toLowerCase(), path, text: `${registry.toLowerCase()}/${path}` }
}

/** The parts of an image's name; which repository the name means is another question. */
export interface NameParts {
  readonly name: string
  readonly tag: string | undefined
  /** Decides where there is a tag too. */
  readonly digest: Digest | undefined
}

/**
 * Takes `name[:tag][@digest]` apart (https://github.com/distribution/reference/blob/v0.6.0/reference.go).
 * @throws {Error} with the reason
 */
export function splitName(text: string): NameParts {
  const shown = JSON.stringify(text)
  const [tagged = '', digest, ...more] = text.split('@')
  if (more.length > 0 || (digest !== undefined && !isDigest(digest))) {
    throw new Error(`${shown}: what follows @ is no sha256 digest`)
  }
  const colon = tagged.lastIndexOf(':')
  const hasTag = colon > tagged.lastIndexOf('/')
  const tag = hasTag ? tagged.slice(colon + 1) : undefined
  if (tag !== undefined && !isTag(tag)) throw new Error(`${shown}: ${JSON.stringify(tag)} is no valid tag`)
  return { name: hasTag ? tagged.slice(0, colon) : tagged, tag, digest }
}

/** A repository with one of its tags. */
export function withTag(repository: Repository, tag: string): TaggedReference {
  return { repository, tag, text: `${repository.text}:${tag}` }
}

/**
 * Parses `registry/path:tag`.
 * @throws {Error} with the reason
 */
export function parseTaggedReference(text: string): TaggedReference {
  const colon = text.lastIndexOf(':')
  if (colon < text.lastIndexOf('/')) throw new Error(`${JSON.stringify(text)} has no tag`)
  const tag = text.slice(colon + 1)
  if (!isTag(tag)) throw new Error(`${JSON.stringify(text)}: ${JSON.stringify(tag)} is no valid tag`)
  return withTag(parseRepository(text.slice(0, colon)), tag)
}

/** `registry/path@digest` */
export function digestReference(repository: Repository, digest: Digest): string {
  if (!isDigest(digest)) throw new Error(`not a digest: ${String(digest)}`)
  return `${repository.text}@${digest}`
}
