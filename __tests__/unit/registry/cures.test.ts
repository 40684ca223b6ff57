import { cureFor, type Refusal } from '../../../src/registry/cures.js'
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
  [{ action: 'pull' }, /lacks the right to read/],
  [{ message: 'Quota has been exceeded on namespace' }, /quota/],
  [{ status: 413, code: undefined }, /quota/],
  [{ status: 429, code: 'TOOMANYREQUESTS' }, /limits the rate/],
  [{ status: 404, code: 'NAME_UNKNOWN' }, /spelling/],
  [{ status: 404, code: undefined, action: 'pull' }, undefined],
  [{ status: 400, code: 'MANIFEST_INVALID' }, /must not mix/],
  [{ status: 502, code: undefined }, /unwell/],
  [{ status: 400, code: 'OTHER' }, undefined],
] as [Partial<Refusal>, RegExp | undefined][])('%j', (changes, expected) => {
  const cure = cureFor(refusal(changes))
  if (expected) expect(cure).toMatch(expected)
  else expect(cure).toBeUndefined()
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
