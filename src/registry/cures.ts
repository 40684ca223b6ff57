import { adviceOf } from './advice.js'
import { isPassingStatus } from './retry.js'

/** What a registry or its token server says when it refuses. */
export interface RefusalWords {
  readonly status: number
  readonly code: string | undefined
  readonly message: string
}

/** A registry's refusal, as far as advice depends on it. */
export interface Refusal extends RefusalWords {
  readonly registry: string
  readonly repository: string
  /** Whether a credential was sent. */
  readonly loggedIn: boolean
  readonly action: 'push' | 'pull'
}

// Google calls the number of requests a quota too: "Quota exceeded for quota metric 'Requests per project per region'".
function isRateLimit({ status, code, message }: RefusalWords): boolean {
  return status === 429 || code === 'TOOMANYREQUESTS' || /quota metric|rate limit/i.test(message)
}

// Part of a repository's name may be "quota": the word alone says nothing. The last are Harbor's words: "adding 2.1 MiB of storage
// resource, which when updated to current usage of 8.3 MiB will exceed the configured upper limit of 10.0 MiB".
const FULL =
  /quota.{0,80}(?:exceed|reach|used up)|(?:exceed|reach|over|insufficient).{0,80}quota|storage limit|insufficient storage|no space left|exceed the configured upper limit/i

/** Whether a registry has no room left for what is pushed, which no later try changes. */
export function isFull(words: RefusalWords): boolean {
  if (isRateLimit(words)) return false
  const { status, code, message } = words
  return status === 507 || FULL.test(`${code ?? ''} ${message}`)
}

/** What the user can do about a refusal; undefined when nothing better than the registry's own words is known. */
export function cureFor(refusal: Refusal): string | undefined {
  const { registry, repository, status, code, action } = refusal
  if (isRateLimit(refusal)) return `${registry} limits the rate of requests: log in, or raise retries`
  if (isFull(refusal) || status === 413) {
    return `the quota of ${registry} is used up or the blob is larger than it (or a proxy before it) accepts: delete old tags or raise the limit`
  }
  if (status === 401 || status === 403) return accessCure(refusal)
  if (code === 'NAME_UNKNOWN' || (status === 404 && action === 'push')) {
    const create =
      adviceOf(registry).create ??
      `create the repository first where ${registry} does not create it by itself`
    return `check the spelling of ${repository}; if it does not exist: ${create}`
  }
  if (code === 'MANIFEST_INVALID') {
    return `${registry} does not accept this manifest: an index must not mix Docker and OCI manifests (format), and all its blobs must be there`
  }
  if (status >= 500) return serverCure(registry, status)
  return undefined
}

function serverCure(registry: string, status: number): string {
  return isPassingStatus(status)
    ? `${registry} is unwell: see its status page, or raise retries`
    : `${registry} or a proxy before it does not know such a request: check the host and port of the registry, and HTTPS_PROXY`
}

function accessCure({ registry, repository, loggedIn, action, status }: Refusal): string {
  const { push, create, pull } = adviceOf(registry)
  if (!loggedIn) {
    const login = `no login for ${registry} was found: give registry, username and password, or run podman login ${registry}`
    return action === 'pull' ? join(login, pull) : login
  }
  // 401 is about who one is, 403 about what one may (RFC 9110, 15.5.2 and 15.5.4), but not every registry keeps to it.
  const refused =
    status === 401
      ? `${registry} may not accept the user name and password (check both, and whether they have expired), or `
      : ''
  const lacks = `${refused}the login for ${registry} lacks the right to`
  if (action === 'pull') return join(`${lacks} read ${repository}`, pull)
  // Most registries refuse what doesn't exist like what is not allowed.
  const missing = create && `if the repository does not exist: ${create}`
  return join(`${lacks} push to ${repository}`, push, missing)
}

function join(first: string, ...more: (string | undefined)[]): string {
  const advice = more.filter((part) => part !== undefined)
  return advice.length === 0 ? first : `${first}: ${advice.join('; ')}`
}
