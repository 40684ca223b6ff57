import { diagnose } from '../../../src/diagnosis/diagnose.js'
import type { FailedBuild } from '../../../src/diagnosis/failed-build.js'
import { failure, inRun, status1 } from './support/failure.js'

// Logs are podman 4.3.1's and 5.8.6's, with crun 1.8 and 1.24, QEMU 7.2, unless a line says otherwise.
describe('base images', () => {
  const from = (text: string, reason: string, more: Partial<FailedBuild> = {}) =>
    failure(`FROM ${text}`, { reason: `creating build container: ${reason}` }, more)
  test.each<[string, FailedBuild, RegExp, RegExp]>([
    [
      'not for the platform, podman 4',
      from(
        '127.0.0.1:46141/legacy/index:1',
        'choosing an image from manifest list docker://127.0.0.1:46141/legacy/index:1: no image found in image index for architecture arm64, variant "", OS linux',
      ),
      /^127\.0\.0\.1:46141\/legacy\/index:1 has no image for linux\/arm64$/,
      /leave linux\/arm64 out of platforms/,
    ],
    [
      'not for the platform, podman 5',
      from(
        'q.io/x:1',
        'unable to copy from source docker://q.io/x:1: choosing an image from manifest list docker://q.io/x:1: no image found in image index for architecture "arm64", variant "", OS "linux"',
      ),
      /^q\.io\/x:1 has no image for linux\/arm64$/,
      /BUILDPLATFORM/,
    ],
    [
      'not there',
      from(
        'q.io/no/such:1',
        'unable to copy from source docker://q.io/no/such:1: initializing source docker://q.io/no/such:1: reading manifest 1 in q.io/no/such: manifest unknown',
      ),
      /^q\.io\/no\/such:1 does not exist$/,
      /login/,
    ],
    [
      'only in local storage, for another platform',
      from(
        'localhost/base',
        'initializing source docker://localhost/base:latest: pinging container registry localhost: Get "https://localhost/v2/": dial tcp 127.0.0.1:443: connect: connection refused',
      ),
      /^local storage has no localhost\/base:latest for linux\/arm64, and no registry has it either$/,
      /build that base image for linux\/arm64 too/,
    ],
    [
      'no login',
      from(
        'q.io/x/y:1',
        'unable to copy from source docker://q.io/x/y:1: initializing source docker://q.io/x/y:1: reading manifest 1 in q.io/x/y: authentication required',
      ),
      /^q\.io does not let this login pull q\.io\/x\/y:1$/,
      /podman login q\.io,/,
    ],
    [
      'refused without a reason, podman 5',
      from(
        'q.io/x/y:1',
        'unable to copy from source docker://q.io/x/y:1: initializing source docker://q.io/x/y:1: pinging container registry q.io: denied',
      ),
      /^q\.io does not let this login pull q\.io\/x\/y:1$/,
      /podman login q\.io,/,
    ],
    [
      'no login, podman 4',
      from(
        'q.io/x/y:1',
        'initializing source docker://q.io/x/y:1: reading manifest 1 in q.io/x/y: unauthorized: authentication required',
      ),
      /does not let/,
      /podman login q\.io,/,
    ],
    [
      'too often',
      from(
        'docker.io/library/alpine:3',
        'initializing source docker://alpine:3: reading manifest 3 in docker.io/library/alpine: toomanyrequests: You have reached your pull rate limit.',
      ),
      /^docker\.io refuses further pulls for now$/,
      /log in/,
    ],
    [
      'a private image of quay.io',
      from(
        'quay.io/org/app:1',
        'unable to copy from source docker://quay.io/org/app:1: initializing source docker://quay.io/org/app:1: reading manifest 1 in quay.io/org/app: unauthorized: access to the requested resource is not authorized',
      ),
      /^quay\.io does not let this login pull quay\.io\/org\/app:1$/,
      /podman login quay\.io,.*new repositories are private: make it public/,
    ],
    [
      'one of Docker Hub, whose name podman leaves out',
      from(
        'docker.io/org/app:1',
        'initializing source docker://org/app:1: reading manifest 1 in docker.io/org/app: errors: denied: requested access to the resource is denied',
      ),
      /^docker\.io does not let this login pull org\/app:1$/,
      /podman login docker\.io,.*does not exist is refused too/,
    ],
    [
      'refused with a proxy’s page',
      from(
        'r.corp/x:1',
        'initializing source docker://r.corp/x:1: reading manifest 1 in r.corp/x: StatusCode: 403, "<html>"',
      ),
      /^r\.corp does not let this login pull r\.corp\/x:1$/,
      /docs\/credentials\.md\)$/,
    ],
    [
      'a short name',
      from(
        'golang:1.24',
        'short-name "golang:1.24" did not resolve to an alias and no unqualified-search registries are defined in "/etc/containers/registries.conf"',
      ),
      /golang:1\.24 names no registry/,
      /docker\.io\/library\/golang:1\.24/,
    ],
    [
      'no such name',
      from(
        'registry.invalid/x:1',
        'initializing source docker://registry.invalid/x:1: pinging container registry registry.invalid: Get "https://registry.invalid/v2/": dial tcp: lookup registry.invalid on 10.255.255.53:53: no such host',
      ),
      /registry\.invalid can’t be resolved/,
      /DNS/,
    ],
    [
      'nobody there',
      from(
        '127.0.0.1:9/x:1',
        'initializing source docker://127.0.0.1:9/x:1: pinging container registry 127.0.0.1:9: Get "https://127.0.0.1:9/v2/": dial tcp 127.0.0.1:9: connect: connection refused',
      ),
      /^127\.0\.0\.1:9 could not be reached$/,
      /retries/,
    ],
    [
      'a certificate of one’s own',
      from(
        'r.corp/x',
        'initializing source docker://r.corp/x:latest: pinging container registry r.corp: Get "https://r.corp/v2/": tls: failed to verify certificate: x509: certificate signed by unknown authority',
      ),
      /r\.corp is not trusted/,
      /certs\.d\/r\.corp\/ca\.crt/,
    ],
    [
      'plain HTTP',
      from(
        'r.corp:5000/x',
        'pinging container registry r.corp:5000: Get "https://r.corp:5000/v2/": http: server gave HTTP response to HTTPS client',
      ),
      /r\.corp:5000 speaks plain HTTP/,
      /insecure = true/,
    ],
    [
      'a stage that is none',
      failure('FROM a AS one\nCOPY --from=nostage /x /', {
        reason: 'COPY --from=nostage: no stage or image found with that name',
      }),
      /nostage is neither/,
      /one/,
    ],
    [
      'a name that a program can’t resolve',
      failure(inRun('curl x'), { ...status1('curl'), lines: ["wget: bad address 'nothing.invalid'"] }),
      /could not resolve/,
      /network: host/,
    ],
  ])('%s', (_, failed, cause, cure) => {
    expect(diagnose(failed)).toMatchObject({
      cause: expect.stringMatching(cause),
      cure: expect.stringMatching(cure),
    })
  })

  // podman 4.3.1 behind a proxy that does these things (e2e/base-faults).
  test.each([
    ['pinging container registry r.io: invalid status code from registry 503 (Service Unavailable)', {}],
    [
      'copying system image from manifest list: reading blob sha256:c22: Error fetching blob: invalid status code from registry 503 (Service Unavailable)',
      {},
    ],
    ['initializing source docker://r.io/x:1: unexpected EOF', { image: 'r.io/x:1' }],
    ['initializing image from source docker://r.io/x:1: unsupported schema version 0', { image: 'r.io/x:1' }],
    [
      'copying system image from manifest list: writing blob: storing blob to file "/var/tmp/1": happened during read: Digest did not match, expected sha256:c22, got sha256:681',
      {},
    ],
    ['initializing source docker://r.io/x:1: too many requests to registry', { image: 'r.io/x:1' }],
    [
      'initializing source docker://r.io/x:1: reading manifest 1 in r.io/x: toomanyrequests: slow down',
      { image: 'r.io/x:1' },
    ],
    ['pinging container registry r.io: invalid status code from registry 403 (Forbidden)', undefined],
    ['initializing source docker://r.io/x:1: reading manifest 1 in r.io/x: manifest unknown', undefined],
    ['copying system image from manifest list: writing blob: no space left on device', undefined],
  ])('%s: an image to pull again: %s', (reason, unpulled) => {
    expect(diagnose(from('r.io/x:1', reason))?.unpulled).toEqual(unpulled)
  })

  const pinging = (words: string) => `pinging container registry r.io: ${words}`
  test.each([
    'Get "https://r.io/v2/": EOF',
    'Get "https://r.io/v2/": read tcp 10.0.0.2:41414->10.0.0.1:443: read: connection timed out',
    'Get "https://r.io/v2/": write tcp 10.0.0.2:41414->10.0.0.1:443: write: broken pipe',
    'Get "https://r.io/v2/": net/http: timeout awaiting response headers',
    'Get "https://r.io/v2/": net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)',
    'Get "https://r.io/v2/": stream error: stream ID 7; INTERNAL_ERROR; received from peer',
    'Get "https://r.io/v2/": http2: server sent GOAWAY and closed the connection; LastStreamID=1, ErrCode=NO_ERROR, debug=""',
    'Get "https://r.io/v2/": http2: client connection lost',
    'Get "https://r.io/v2/": http: server closed idle connection',
    'invalid status code from registry 520 ()',
    'invalid status code from registry 408 (Request Timeout)',
    'received unexpected HTTP status: 504 Gateway Time-out',
    'StatusCode: 502, "<html>"',
  ])('%s passes', (words) => {
    expect(diagnose(from('r.io/x:1', pinging(words)))).toMatchObject({
      cause: 'r.io could not be reached',
      unpulled: {},
    })
  })

  test.each([
    'received unexpected HTTP status: 507 Insufficient Storage',
    'invalid status code from registry 501 (Not Implemented)',
    'StatusCode: 404, "<html>"',
    'error parsing EOFs: EOF.',
  ])('%s does not', (words) => {
    expect(diagnose(from('r.io/x:1', pinging(words)))?.unpulled).toBeUndefined()
  })

  test.each([
    'reading blob sha256:c22: fetching blob: received unexpected HTTP status: 502 Bad Gateway',
    'writing blob: storing blob to file "/var/tmp/1": happened during read: unexpected EOF',
  ])('of an image that is no index, podman 4 does not say that it was pulling: %s', (reason) => {
    expect(diagnose(from('r.io/x:1', reason))?.unpulled).toEqual({ image: undefined })
  })

  test.each([
    'committing container for step {}: copying layers: writing blob: happened during read: unexpected EOF',
    'building at STEP "ADD http://x.test/f /": Get "http://x.test/f": EOF',
    'building at STEP "COPY f /": io: write: broken pipe',
  ])('what has to do with no registry blames none: %s', (reason) => {
    expect(diagnose(failure('FROM x\nCOPY f /', { reason }))).toBeUndefined()
  })

  test('what a program of a RUN could not fetch is not tried again', () => {
    const reason = 'building at STEP "RUN curl": while running runtime: exit status 56: unexpected EOF'
    expect(diagnose(failure('FROM x\nRUN curl', { reason }))?.unpulled).toBeUndefined()
  })
})
