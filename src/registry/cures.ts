import { canonicalRegistry } from './hosts.js'

/** A registry's refusal, as far as advice depends on it. */
export interface Refusal {
  readonly registry: string
  readonly repository: string
  readonly status: number
  readonly code: string | undefined
  readonly message: string
  /** Whether a credential was sent. */
  readonly loggedIn: boolean
  readonly action: 'push' | 'pull'
}

/** What gives a login the right to push, by registry. */
const PUSH_RIGHTS: readonly (readonly [RegExp, string])[] = [
  [
    /^quay\.io$/,
    'give the robot account (organisation+name) Write permission on the repository; a robot creates a repository only when its team may',
  ],
  [
    /^ghcr\.io$/,
    "the job needs permissions: packages: write, and the package's settings must give this repository Write access under Manage Actions access",
  ],
  [
    /^docker\.io$/,
    'use an access token with Read & Write scope, of an account that may write to this namespace',
  ],
  [
    /(^|\.)gcr\.io$|\.pkg\.dev$/,
    'the account needs roles/artifactregistry.writer; the user name is oauth2accesstoken',
  ],
  [
    /\.dkr\.ecr\..*\.amazonaws\.com$/,
    'create the repository first, and renew the password (aws ecr get-login-password lasts 12 hours)',
  ],
  [/\.azurecr\.io$/, 'the identity needs the role AcrPush'],
  [
    /image-registry/,
    'the service account needs the role system:image-pusher in the namespace of the image stream',
  ],
]

/** What the user can do about a refusal; undefined when nothing better than the registry's own words is known. */
export function cureFor(refusal: Refusal): string | undefined {
  const { registry, repository, status, code, message, action } = refusal
  if (/quota|storage limit|insufficient storage/i.test(message) || status === 413 || status === 507) {
    return `the quota of ${registry} is used up or the blob is larger than it (or a proxy before it) accepts: delete old tags or raise the limit`
  }
  if (status === 429 || code === 'TOOMANYREQUESTS') {
    return `${registry} limits the rate of requests: log in, or raise retries`
  }
  if (status === 401 || status === 403) return accessCure(refusal)
  if (code === 'NAME_UNKNOWN' || (status === 404 && action === 'push')) {
    return `check the spelling of ${repository}; create the repository first where ${registry} does not create it by itself`
  }
  if (code === 'MANIFEST_INVALID') {
    return `${registry} does not accept this manifest: an index must not mix Docker and OCI manifests (format), and all its blobs must be there`
  }
  if (status >= 500) return `${registry} is unwell: see its status page, or raise retries`
  return undefined
}

function accessCure({ registry, repository, loggedIn, action, status }: Refusal): string {
  if (!loggedIn) {
    return `no login for ${registry} was found: give registry, username and password, or run podman login ${registry}`
  }
  // 401 is about who one is, 403 about what one may (RFC 9110, 15.5.2 and 15.5.4), but not every registry keeps to it.
  const refused =
    status === 401 ? `${registry} may not accept the user name and password (check both), or ` : ''
  if (action === 'pull') return `${refused}the login for ${registry} lacks the right to read ${repository}`
  const hint = PUSH_RIGHTS.find(([host]) => host.test(canonicalRegistry(registry).replace(/:\d+$/, '')))?.[1]
  return `${refused}the login for ${registry} lacks the right to push to ${repository}${hint ? `: ${hint}` : ''}`
}
