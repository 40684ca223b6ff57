import { createHash } from 'node:crypto'
import { createReadStream, readFileSync } from 'node:fs'
import { inspect } from 'node:util'
import pLimit from 'p-limit'
import { describeFailure } from '../../src/errors.js'
import type { Digest } from '../../src/oci/digest.js'
import type { Image } from '../../src/oci/image.js'
import { Layout } from '../../src/oci/layout.js'
import { parsePlatform } from '../../src/oci/platform.js'
import { parseRepository, withTag } from '../../src/oci/reference.js'
import type { Descriptor, Index, Manifest } from '../../src/oci/types.js'
import { checkLogins, type Publication, publishImage, publishIndex } from '../../src/publish/publish.js'
import { RegistryClient } from '../../src/registry/client.js'
import { credentialStore } from '../../src/registry/credentials.js'
import { type Fault, FaultProxy, type TlsFiles } from './fault-proxy.js'
import { must, run } from './runner.js'
import { contextWith, freshName, login, mustBuild, registry } from './world.js'

// Publications of an image through a proxy with faults, and what an independent client finds afterwards.

export const RETRIES = 4

export interface Built {
  readonly layout: Layout
  readonly index: Descriptor
  readonly images: readonly Image[]
}

/** An image of both platforms, with layers that they share and layers of their own. */
export async function built(content: string): Promise<Built> {
  const context = contextWith({
    Dockerfile: 'FROM scratch\nARG TARGETARCH\nCOPY shared /\nCOPY $TARGETARCH /own\n',
    shared: content.repeat(5000),
    amd64: `amd64 ${content}`,
    arm64: `arm64 ${content}`,
  })
  const step = await mustBuild({ image: freshName(), context, push: 'false' })
  const layout = await Layout.open(step.outputs['oci-layout']!)
  const [index] = (JSON.parse((await layout.readEntries()).toString()) as Index).manifests
  const read = async <Type>(digest: Digest) => JSON.parse((await layout.readBytes(digest)).toString()) as Type
  const { manifests } = await read<Index>(index!.digest)
  const images = await Promise.all(
    manifests.map(async (descriptor) => {
      const manifest = await read<Manifest>(descriptor.digest)
      const { os, architecture } = descriptor.platform!
      const config = await read<Image['config']>(manifest.config.digest)
      return { descriptor, manifest, config, platform: parsePlatform(`${os}/${architecture}`) }
    }),
  )
  return { layout, index: index!, images }
}

/** A registry, and how it is spoken to. */
export interface Place {
  /** `127.0.0.1:PORT` */
  readonly host: string
  readonly tls?: TlsFiles
  /** How skopeo reads there. */
  readonly skopeo: readonly string[]
  readonly env: NodeJS.ProcessEnv
  /** Milliseconds without a byte after which the client gives an answer up; its own minute unless given. */
  readonly answerTimeoutMs?: number
  /** The name by which the client knows a proxy; `127.0.0.1:PORT` unless given. */
  readonly nameOf?: (proxy: FaultProxy) => string
}

export const OPEN: Place = { host: registry, skopeo: ['--tls-verify=false'], env: { HOME: '/nonexistent' } }

/** What came of a publication. */
export interface Outcome {
  readonly error: unknown
  /** Tags that it said to stand. */
  readonly told: readonly string[]
}

export const secrets = [login.password, Buffer.from(`${login.username}:${login.password}`).toString('base64')]

/** Publishes as a run does, through a proxy. Nothing that is said of it has a secret, whatever becomes of it. */
export async function publish(
  { layout, index, images }: Built,
  path: string,
  proxy: FaultProxy,
  { env, answerTimeoutMs, nameOf }: Place = OPEN,
): Promise<Outcome> {
  const said: string[] = []
  const told: string[] = []
  const ended = new AbortController()
  const host = nameOf?.(proxy) ?? proxy.host
  const client = new RegistryClient({
    // Also where none is asked for: a fault may ask for it.
    credentials: credentialStore([{ registry: host, ...login }], env),
    // A name is not of this machine, and no proxy with a name speaks TLS.
    tlsVerify: nameOf === undefined,
    retries: RETRIES,
    signal: ended.signal,
    onRetry: (message) => said.push(message),
    env,
    ...(answerTimeoutMs !== undefined && { answerTimeoutMs }),
  })
  const repository = parseRepository(`${host}/${path}`)
  const publication: Publication = {
    client,
    layout,
    openBlob: ({ digest }) => createReadStream(layout.blobPath(digest)),
    repositories: [repository],
    blobs: new Map(),
    onTag: ({ tag }) => told.push(tag),
  }
  const publishing = async () => {
    await checkLogins(publication)
    await Promise.all(images.map((image) => publishImage(publication, image, new AbortController().signal)))
    const tags = [withTag(repository, '1'), withTag(repository, 'latest')]
    const setTags = await publishIndex(publication, index, tags, [])
    await setTags()
  }
  const error = await publishing().catch((thrown: unknown) => thrown)
  // What else was under way must not go on into other tests.
  ended.abort()
  await client.close()
  said.push(inspect(error, { depth: 20 }), describeFailure(error))
  const tokens = proxy.authorizations.flatMap((value) =>
    value?.startsWith('Bearer ') ? [value.slice(7)] : [],
  )
  const leaked = said.filter((text) => [...secrets, ...tokens].some((secret) => text.includes(secret)))
  expect(leaked).toEqual([])
  return { error, told }
}

export async function mustPublish(...args: Parameters<typeof publish>): Promise<void> {
  expect(await publish(...args)).toEqual({ error: undefined, told: ['1', 'latest'] })
}

export const pathOf = (name: string) => name.slice(registry.length + 1)
export const sha256 = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`

/** What tags are, by an independent client, which reads all of each: every manifest, config and layer. */
export async function tagged(
  path: string,
  tags: readonly string[] = ['1', 'latest'],
  { host, skopeo }: Place = OPEN,
): Promise<(string | undefined)[]> {
  const digests: (string | undefined)[] = []
  for (const tag of tags) {
    const reference = `docker://${host}/${path}:${tag}`
    const folder = contextWith({})
    const from = skopeo.map((option) => option.replace('--', '--src-'))
    // What was read already is only compared.
    const isRead = digests.at(-1) !== undefined
    const asked = isRead
      ? await run(['skopeo', 'inspect', ...skopeo, '--raw', reference])
      : await run(['skopeo', 'copy', '-q', '--all', ...from, reference, `dir:${folder}`])
    if (asked.exitCode !== 0) {
      expect(asked.stderr).toMatch(/manifest unknown|name unknown/)
      digests.push(undefined)
      continue
    }
    const raw = isRead ? asked.stdout : readFileSync(`${folder}/manifest.json`, 'utf8')
    if (isRead && sha256(raw) !== digests.at(-1))
      await must(['skopeo', 'copy', '-q', '--all', ...from, reference, `dir:${folder}`])
    digests.push(sha256(raw))
  }
  return digests
}

/** Publications that run side by side. */
export const atOnce = pLimit(8)

/** How many requests a publication without faults takes. */
export async function requestsAt(image: Built, place: Place): Promise<number> {
  const proxy = await FaultProxy.start(place.host, place.tls)
  await mustPublish(image, pathOf(freshName()), proxy, place)
  await proxy.stop()
  return proxy.seen.length
}

export interface Round extends Outcome {
  readonly path: string
  readonly proxy: FaultProxy
  readonly tags: readonly (string | undefined)[]
}

/** One publication after another, each through a proxy of its own with a fault at another of the requests, by turns if several. */
export async function atEveryRequest(
  image: Built,
  faults: Fault | readonly Fault[],
  check: (at: number, round: Round) => Promise<void>,
  place: Place,
  count: number,
): Promise<void> {
  const rounds = Array.from({ length: count }, (_, at) =>
    atOnce(async () => {
      const fault = [faults].flat()[at % [faults].flat().length]
      const proxy = await FaultProxy.start(place.host, place.tls)
      const path = pathOf(freshName())
      proxy.plan = (number) => (number === at ? fault : undefined)
      const outcome = await publish(image, path, proxy, place)
      await proxy.stop()
      const tags = await tagged(path, undefined, place)
      // A tag that is said to stand does.
      const standing = ['1', 'latest'].filter((_tag, number) => tags[number] === image.index.digest)
      expect(standing).toEqual(expect.arrayContaining([...outcome.told]))
      await check(at, { ...outcome, path, proxy, tags })
    }),
  )
  await Promise.all(rounds)
}

/** At any of the requests the fault passes, and all is published. @returns the number of requests in all */
export async function passesAtEvery(
  image: Built,
  faults: Fault | readonly Fault[],
  place: Place,
  count: number,
): Promise<number> {
  let asked = 0
  const check = async (at: number, { error, proxy, tags }: Round) => {
    asked += proxy.seen.length
    expect({ at: proxy.seen[at], error, tags }).toEqual({
      at: proxy.seen[at],
      error: undefined,
      tags: [image.index.digest, image.index.digest],
    })
  }
  await atEveryRequest(image, faults, check, place, count)
  return asked
}
