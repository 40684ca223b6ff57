import { adviceOf } from '../registry/advice.js'
import { type Diagnosis, type FailedBuild, inRun, podmanSaid, type Rule, said } from './failed-build.js'

function namedImage({ reason }: FailedBuild): string | undefined {
  return /docker:\/\/([^\s"]+)/.exec(reason)?.[1]?.replace(/:$/, '')
}

function image(failed: FailedBuild): string {
  const { instruction } = failed
  return (
    namedImage(failed) ??
    (instruction?.keyword === 'FROM'
      ? instruction.text.split(/\s+/).find((word) => !word.startsWith('--'))
      : undefined) ??
    'an image'
  )
}

function hostOf(failed: FailedBuild): string | undefined {
  const [host, rest] = image(failed).split('/', 2)
  if (rest !== undefined && /[.:]|^localhost$/.test(host!)) return host
  // podman leaves out Docker Hub's name, and no other.
  return namedImage(failed) === undefined ? undefined : 'docker.io'
}

function registryOf(failed: FailedBuild): string {
  return hostOf(failed) ?? 'the registry'
}

const noPlatform: Rule = (failed) =>
  podmanSaid(failed, /no image found in (?:image index|manifest list) for architecture/) && {
    cause: `${image(failed)} has no image for ${failed.platform.text}`,
    cure: `take a base image that has it, or leave ${failed.platform.text} out of platforms; for a stage whose tools run on the building machine write FROM --platform=$BUILDPLATFORM`,
  }

const notFound: Rule = (failed) =>
  podmanSaid(
    failed,
    /manifest unknown|name unknown|repository .{0,200}not found|requested access to the resource is denied.{0,80}404/i,
  ) && {
    cause: `${image(failed)} does not exist`,
    cure: 'mend the name, tag or digest; on some registries a private image looks the same without a login',
  }

const rateLimit: Rule = (failed) =>
  podmanSaid(failed, /toomanyrequests|too many requests|rate limit|\b429\b/i) && {
    cause: `${registryOf(failed)} refuses further pulls for now`,
    cure: 'log in to it before this step (podman login), which raises the limit, or take the base image from a registry of your own',
    ...unpulled(failed),
  }

const unauthorized: Rule = (failed) => {
  const refused = podmanSaid(
    failed,
    /unauthorized|authentication required|access to the resource is denied|invalid username\/password|\b40[13] \(|(?:HTTP status|StatusCode): 40[13]\b|denied: |: denied$/i,
  )
  if (refused === undefined) return undefined
  const host = hostOf(failed)
  const { pull } = adviceOf(host ?? '')
  return {
    cause: `${registryOf(failed)} does not let this login pull ${image(failed)}`,
    cure: `log in with podman login ${host ?? 'HOST'}, or give registry, username and password to this step (docs/credentials.md)${pull === undefined ? '' : `; ${pull}`}`,
  }
}

const shortName: Rule = (failed) => {
  const name = podmanSaid(failed, /short-name "([^"]+)" did not resolve/)?.[1]
  return name === undefined
    ? undefined
    : {
        cause: `${name} names no registry, and none is configured for such names`,
        cure: `write the whole name, such as docker.io/library/${name}`,
      }
}

const certificate: Rule = (failed) =>
  podmanSaid(failed, /x509: |certificate signed by unknown authority|tls: failed to verify/) && {
    cause: `the certificate of ${registryOf(failed)} is not trusted`,
    cure: `put its authority’s certificate in /etc/containers/certs.d/${hostOf(failed) ?? 'HOST'}/ca.crt`,
  }

const plainHttp: Rule = (failed) =>
  podmanSaid(failed, /server gave HTTP response to HTTPS client/) && {
    cause: `${registryOf(failed)} speaks plain HTTP`,
    cure: 'allow it in a file of /etc/containers/registries.conf.d: [[registry]] location = "HOST:PORT" insecure = true',
  }

/** What podman says when it could not take an image from a registry; the last is podman 4's for one that is no index. */
const PULLING =
  /initializing (?:source|image from source) docker:\/\/|copying system image|pinging container registry|unable to copy from source|parsing primary manifest|creating build container: (?:reading|writing) (?:blob|config)/

function unpulled(failed: FailedBuild): Pick<Diagnosis, 'unpulled'> {
  return podmanSaid(failed, PULLING) ? { unpulled: { image: namedImage(failed) } } : {}
}

const noSuchHost: Rule = (failed) => {
  const host = podmanSaid(
    failed,
    /lookup ([\w.-]+)(?: on \S+)?: (?:no such host|server misbehaving|i\/o timeout)/,
  )?.[1]
  if (host !== undefined) {
    return {
      cause: `the name ${host} can’t be resolved`,
      cure: 'mend the name, or the machine’s DNS; behind a proxy set HTTPS_PROXY',
      ...unpulled(failed),
    }
  }
  const within =
    inRun(failed) &&
    said(
      failed,
      /could not resolve|bad address '|temporary failure (?:in name resolution|resolving)|EAI_AGAIN|ENOTFOUND|: no such host/i,
    )
  return within
    ? {
        cause: 'a program could not resolve a host’s name',
        cure: 'look at the end of the log for the name; if names can’t be resolved in RUN at all, set network: host, or the proxy’s variables',
      }
    : undefined
}

// A proxy's page in place of a manifest or layer, or one that was damaged on the way. https://github.com/containers/image
const otherContent: Rule = (failed) =>
  podmanSaid(failed, PULLING) &&
  podmanSaid(
    failed,
    /does not match (?:expected|provided)|Digest did not match|unsupported schema version 0|unmarshaling|invalid character/,
  ) && {
    cause: `${registryOf(failed)} answered with something else than what was asked for, such as a proxy’s page`,
    cure: 'run it again; if it stays so, look at what stands between this machine and the registry',
    ...unpulled(failed),
  }

// Each is worth another try. The words for statuses are of https://github.com/containers/image/tree/v5.23.0/docker (podman 4) and
// v5.36.0 (podman 5), the others Go's: of its net, net/http and golang.org/x/net/http2. 501, 505 and 507 last.
const PASSING = [
  /connection (?:refused|reset|timed out)|network is unreachable|no route to host|i\/o timeout|broken pipe/i,
  /TLS handshake timeout|context deadline exceeded|Client\.Timeout|timeout awaiting response headers/i,
  /unexpected EOF|: EOF(?=\s|$)|server closed idle connection/,
  /stream error: stream ID \d+;|http2: server sent GOAWAY|http2: client connection (?:lost|force closed)/,
  /(?:status code from registry|HTTP status:|StatusCode:) (?:408|5(?!0[157])\d\d)\b/i,
]

// Copying within the machine fails with some of these words too, which no registry is to blame for.
const noConnection: Rule = (failed) => {
  const pulling = podmanSaid(failed, PULLING) !== undefined
  if (!pulling || !PASSING.some((words) => podmanSaid(failed, words))) return undefined
  return {
    cause: `${registryOf(failed)} could not be reached`,
    cure: 'run it again when the network or the server is well; retries sets the number of tries; behind a proxy set HTTPS_PROXY',
    ...unpulled(failed),
  }
}

// Names of images that were only ever built here begin like this; podman asks for one at a registry when the one in local storage is
// for another platform.
const onlyLocal: Rule = (failed) =>
  image(failed).startsWith('localhost/')
    ? podmanSaid(failed, /pinging container registry localhost|no such image|connection refused/) && {
        cause: `local storage has no ${image(failed)} for ${failed.platform.text}, and no registry has it either`,
        cure: `build that base image for ${failed.platform.text} too, or take one from a registry`,
      }
    : undefined

const noStage: Rule = (failed) => {
  const name = podmanSaid(failed, /--from=(\S+): no stage or image found with that name/)?.[1]
  if (name === undefined) return undefined
  const names = failed.dockerfile.stages.flatMap((stage) => stage.name ?? [])
  return {
    cause: `${name} is neither an earlier stage nor an image with a registry in its name`,
    cure: names.length === 0 ? 'no stage has a name: write FROM … AS NAME' : `stages are ${names.join(', ')}`,
  }
}

/** What goes wrong between podman and the registries of base images. */
export const BASE_IMAGE_RULES: readonly Rule[] = [
  noPlatform,
  onlyLocal,
  shortName,
  noStage,
  rateLimit,
  unauthorized,
  notFound,
  certificate,
  plainHttp,
  noSuchHost,
  otherContent,
  noConnection,
]
