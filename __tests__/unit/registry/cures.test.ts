import { cureFor, isFull, type Refusal } from '../../../src/registry/cures.js'
import { networkProblem } from '../../../src/registry/network-problem.js'
import { printable } from '../../../src/registry/request-error.js'

const refusal = (changes: Partial<Refusal>): Refusal => ({
  registry: 'quay.io',
  repository: 'quay.io/org/app',
  status: 403,
  code: 'DENIED',
  message: '',
  loggedIn: true,
  action: 'push',
  ...changes,
})

test.each([
  ['quay.io', /robot account/],
  ['ghcr.io', /packages: write/],
  ['docker.io', /Read & Write scope/],
  ['index.docker.io', /Read & Write scope/],
  ['eu.gcr.io', /artifactregistry\.writer/],
  ['europe-docker.pkg.dev', /artifactregistry\.writer/],
  ['1234.dkr.ecr.eu-west-1.amazonaws.com', /get-login-password/],
  ['acme.azurecr.io', /AcrPush/],
  ['image-registry.openshift-image-registry.svc:5000', /system:image-pusher/],
  ['registry.example', /lacks the right to push to quay\.io\/org\/app$/],
])('a push that %s refuses', (registry, expected) => {
  expect(cureFor(refusal({ registry }))).toMatch(expected)
})

test.each([
  [{ loggedIn: false }, /no login for quay\.io was found/],
  [{ action: 'pull' }, /lacks the right to read quay\.io\/org\/app: new repositories are private/],
  [{ action: 'pull', loggedIn: false }, /podman login quay\.io: new repositories are private/],
  [{ action: 'pull', registry: 'ghcr.io' }, /new packages are private.*read:packages/],
  [{ action: 'pull', registry: 'gcr.io' }, /artifactregistry\.reader/],
  [{ action: 'pull', registry: 'image-registry.x:5000' }, /system:image-puller/],
  [{ action: 'pull', registry: 'r.example' }, /lacks the right to read quay\.io\/org\/app$/],
  [{ message: 'Quota has been exceed on namespace' }, /quota/],
  [{ status: 507, code: undefined }, /quota/],
  [
    { status: 429, message: "Quota exceeded for quota metric 'Requests per project per region'" },
    /limits the rate/,
  ],
  [{ message: "Quota exceeded for quota metric 'Requests'" }, /limits the rate/],
  [{ status: 413, code: undefined }, /quota/],
  [{ status: 429, code: 'TOOMANYREQUESTS' }, /limits the rate/],
  [{ status: 404, code: 'NAME_UNKNOWN' }, /spelling of quay\.io\/org\/app; .*role Creator/],
  [{ status: 404, registry: 'r.example' }, /create the repository first/],
  [{ status: 404, registry: 'us-docker.pkg.dev' }, /gcloud artifacts repositories create/],
  [{ status: 404, registry: 'gcr.io' }, /createOnPushWriter/],
  [{ registry: 'default-route-openshift-image-registry.apps.x' }, /oc new-project/],
  [{ registry: 'ghcr.io' }, /write:packages.*let the organisation's members create packages/],
  [{ registry: 'docker.io' }, /where a push creates it/],
  [{ status: 404, code: undefined, action: 'pull' }, undefined],
  [{ status: 400, code: 'MANIFEST_INVALID' }, /must not mix/],
  [{ status: 502, code: undefined }, /unwell/],
  [{ status: 501, code: undefined }, /does not know such a request/],
  [{ status: 400, code: 'OTHER' }, undefined],
] as [Partial<Refusal>, RegExp | undefined][])('%j', (changes, expected) => {
  const cure = cureFor(refusal(changes))
  if (expected) expect(cure).toMatch(expected)
  else expect(cure).toBeUndefined()
})

test.each([
  [507, undefined, '', true],
  [403, 'DENIED', 'Quota has been exceed on namespace', true],
  [500, 'QUOTA_EXCEEDED', '', true],
  [500, 'UNKNOWN', 'mkdir /var/lib/registry: no space left on device', true],
  [
    403,
    'DENIED',
    'adding 2.1 MiB of storage resource, which when updated to current usage of 8.3 MiB will exceed the configured upper limit of 10.0 MiB.',
    true,
  ],
  [429, undefined, 'Quota exceeded', false],
  [503, 'TOOMANYREQUESTS', 'quota exceeded', false],
  [503, 'UNAVAILABLE', 'team/quota-service is not available', false],
  [503, undefined, '', false],
])('%s %s %s tells that there is no room: %s', (status, code, message, expected) => {
  expect(isFull({ status, code, message })).toBe(expected)
})

test.each([
  ['ECONNRESET', 'cut', true],
  ['UND_ERR_SOCKET', 'cut', true],
  ['HPE_INVALID_CONSTANT', 'cut', true],
  ['UND_ERR_HEADERS_TIMEOUT', 'time-out', true],
  ['UND_ERR_CONNECT_TIMEOUT', 'time-out', true],
  ['ENOTFOUND', 'name', true],
  ['EAI_AGAIN', 'name', true],
  ['ECONNREFUSED', 'unreachable', true],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'untrusted', false],
  ['CERT_HAS_EXPIRED', 'untrusted', false],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'untrusted', false],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'not-tls', false],
  ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'tls', false],
  ['ENOENT', 'other', false],
  ['UND_ERR_REQ_CONTENT_LENGTH_MISMATCH', 'other', false],
])('%s is %s, passing: %s, however deep', (code, kind, passing) => {
  const error = Object.assign(new Error('x'), { code })
  expect(networkProblem(error, 'r.io')).toMatchObject({ kind, passing })
  expect(networkProblem(new Error('fetch failed', { cause: error }), 'r.io').kind).toBe(kind)
  expect(networkProblem(new AggregateError([error]), 'r.io').kind).toBe(kind)
})

test('what strangers say fits into one line', () => {
  expect(printable('a\r\n::error::b\u001b[2J\u202e\u0000c')).toBe('a ::error::b [2J c')
  expect(printable('x'.repeat(1000))).toHaveLength(301)
})
