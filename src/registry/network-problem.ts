import { messageOf } from '../errors.js'
import { printable } from './request-error.js'

/** Why there was no answer. */
export interface NetworkProblem {
  readonly kind:
    | 'untrusted'
    | 'not-tls'
    | 'tls'
    | 'name'
    | 'unreachable'
    | 'time-out'
    | 'cut'
    | 'proxy'
    | 'other'
  readonly happened: string
  readonly cure?: string
  readonly passing: boolean
}

type Kind = NetworkProblem['kind']

const KINDS: readonly (readonly [RegExp, Kind])[] = [
  [
    /^(CERT_|CRL_|UNABLE_TO_|SELF_SIGNED_CERT|DEPTH_ZERO_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_)/,
    'untrusted',
  ],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$/, 'untrusted'],
  [
    /^(ERR_SSL_(WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|RECORD_LAYER_FAILURE)|EPROTO)$/,
    'not-tls',
  ],
  [/^(ERR_SSL_|ERR_TLS_)/, 'tls'],
  [/^(ENOTFOUND|EAI_AGAIN|EAI_NODATA|EAI_FAIL)$/, 'name'],
  [/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL)$/, 'unreachable'],
  [/^(ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT|UND_ERR_HEADERS_TIMEOUT|UND_ERR_BODY_TIMEOUT)$/, 'time-out'],
  [
    /^(ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET|UND_ERR_RES_CONTENT_LENGTH_MISMATCH|ERR_STREAM_PREMATURE_CLOSE|HPE_)/,
    'cut',
  ],
  [/^(UND_ERR_ABORTED|UND_ERR_PRX_TLS)$/, 'proxy'],
]

const PASSING: ReadonlySet<Kind> = new Set<Kind>(['name', 'unreachable', 'time-out', 'cut', 'proxy'])

/** Says why a request got no answer, from what Node or undici threw. */
export function networkProblem(error: unknown, host: string): NetworkProblem {
  const codes = codesOf(error)
  const kind = KINDS.find(([pattern]) => codes.some((code) => pattern.test(code)))?.[1] ?? 'other'
  const detail = kind === 'other' ? printable(messageOf(error)) : codes[0]
  const cure = cureOf(kind, host)
  return {
    kind,
    happened: `${happenedOf(kind, host)} (${detail})`,
    passing: PASSING.has(kind),
    ...(cure !== undefined && { cure }),
  }
}

function happenedOf(kind: Kind, host: string): string {
  switch (kind) {
    case 'untrusted':
      return `the certificate of ${host} is not trusted`
    case 'not-tls':
      return `${host} does not speak TLS`
    case 'tls':
      return `TLS with ${host} failed`
    case 'name':
      return `the name ${host} can't be resolved`
    case 'unreachable':
      return `${host} can't be reached`
    case 'time-out':
      return `${host} did not answer in time`
    case 'cut':
      return `${host} closed the connection`
    case 'proxy':
      return `the proxy did not connect to ${host}`
    case 'other':
      return 'the request failed'
  }
}

function cureOf(kind: Kind, host: string): string | undefined {
  switch (kind) {
    case 'untrusted':
      return `put the certificate of its authority into ~/.config/containers/certs.d/${host}/ca.crt, or name it in NODE_EXTRA_CA_CERTS`
    case 'not-tls':
      return 'a registry that speaks plain HTTP needs tls-verify: false, or insecure = true in registries.conf'
    case 'name':
      return 'check the spelling of the registry, and that this machine has DNS and network'
    case 'unreachable':
    case 'time-out':
      return 'check that the registry is up, and firewall and HTTPS_PROXY of this machine'
    case 'proxy':
      return 'check HTTPS_PROXY and NO_PROXY'
    default:
      return undefined
  }
}

/** Error codes along the chain of causes, and of all addresses that were tried. */
function codesOf(error: unknown, depth = 0): string[] {
  if (typeof error !== 'object' || error === null || depth > 5) return []
  const { code, cause, errors } = error as { code?: unknown; cause?: unknown; errors?: unknown }
  const deeper = [cause, ...(Array.isArray(errors) ? errors : [])].flatMap((part) => codesOf(part, depth + 1))
  return typeof code === 'string' ? [code, ...deeper] : deeper
}
