import { randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pipeline } from 'node:stream/promises'
import { digestOf, isDigest } from '../../oci/digest.js'
import { isTag } from '../../oci/reference.js'
import { mediaType } from '../../oci/types.js'
import { Content, type StoredManifest, type Upstream } from './content.js'
import { allow, end, exactly, Refusal, rangeOf, readAll, referredBlobs, refuse } from './http.js'
import { Uploads } from './uploads.js'

// https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pull
const NAME = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/

interface Call {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly method: string
  readonly name: string
  readonly query: URLSearchParams
}

/**
 * A distribution registry on 127.0.0.1 for one run: podman puts layers of the run's images here and takes kept ones from here.
 * https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md
 *
 * Whoever is on this machine can reach it, RUN steps on the host's network too, so it asks for a login that is made for
 * the run and stands in the step's own auth file alone.
 */
export class LoopbackRegistry {
  readonly username = 'multiarch-build'
  readonly password = randomBytes(24).toString('base64url')
  readonly #authorization = Buffer.from(
    `Basic ${Buffer.from(`${this.username}:${this.password}`).toString('base64')}`,
  )

  private constructor(
    private readonly server: Server,
    /** What was pushed, and what is offered. */
    readonly content: Content,
    private readonly uploads: Uploads,
  ) {
    server.on('request', (request, response) => void this.#answer(request, response))
  }

  /**
   * Starts serving on a free port.
   * @param onLoss told when bytes that were pushed can't be kept
   */
  static async start(options: {
    readonly folder: string
    readonly upstream?: Upstream
    readonly onLoss: (error: Error) => void
  }): Promise<LoopbackRegistry> {
    const content = await Content.open(options.folder, options.upstream)
    const server = createServer({ keepAliveTimeout: 60_000 })
    await new Promise<void>((listening, failed) => {
      server.once('error', failed)
      server.listen(0, '127.0.0.1', listening)
    })
    // What podman has not ended must not keep this process alive.
    server.unref()
    return new LoopbackRegistry(server, content, new Uploads(content, options.onLoss))
  }

  /** `127.0.0.1:PORT` */
  get host(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  async close(): Promise<void> {
    const closed = new Promise((done) => this.server.close(done))
    this.server.closeAllConnections()
    await closed
    await this.uploads.close()
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      if (!this.#authorized(request)) {
        response.setHeader('www-authenticate', 'Basic realm="multiarch-build"')
        throw new Refusal(401, 'UNAUTHORIZED', 'this registry belongs to one run')
      }
      await this.#route(request, response)
    } catch (error) {
      refuse(request, response, error)
    }
  }

  #authorized({ headers }: IncomingMessage): boolean {
    const given = Buffer.from(headers.authorization ?? '')
    return given.length === this.#authorization.length && timingSafeEqual(given, this.#authorization)
  }

  async #route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams: query } = new URL(request.url ?? '/', 'http://localhost')
    const method = request.method ?? 'GET'
    if (/^\/v2\/?$/.test(pathname)) return end(response, 200, {}, '{}')
    const [, name, kind, rest] = /^\/v2\/(.+)\/(blobs|manifests|tags|referrers)\/(.*)$/.exec(pathname) ?? []
    if (name === undefined || !NAME.test(name)) throw new Refusal(404, 'NAME_INVALID', 'no such address')
    const call: Call = { request, response, method, name, query }
    const reference = decodeURIComponent(rest!)
    if (kind === 'manifests') return this.#manifest(call, reference)
    if (kind === 'tags') return this.#tags(call)
    if (kind === 'referrers') return end(response, 200, { 'content-type': mediaType.ociIndex }, NO_REFERRERS)
    const [, id] = /^uploads\/([^/]*)$/.exec(reference) ?? []
    if (id !== undefined) return this.#upload(call, id)
    return this.#blob(call, reference)
  }

  async #blob({ request, response, method }: Call, digest: string): Promise<void> {
    if (!isDigest(digest)) throw new Refusal(400, 'DIGEST_INVALID', 'not a sha256 digest')
    const size = this.content.blobSize(digest)
    if (size === undefined) throw new Refusal(404, 'BLOB_UNKNOWN', 'there is no such blob')
    if (method === 'DELETE') {
      if (!(await this.content.deleteBlob(digest))) throw new Refusal(404, 'BLOB_UNKNOWN', 'not held here')
      return end(response, 202)
    }
    allow(method, 'GET', 'HEAD')
    const range = this.content.holds(digest) ? rangeOf(request.headers.range, size) : undefined
    response.writeHead(range ? 206 : 200, {
      'content-type': 'application/octet-stream',
      'docker-content-digest': digest,
      'content-length': range ? range.end - range.start + 1 : size,
      ...(this.content.holds(digest) && { 'accept-ranges': 'bytes' }),
      ...(range && { 'content-range': `bytes ${range.start}-${range.end}/${size}` }),
    })
    if (method === 'HEAD') return void response.end()
    const bytes = await this.content.openBlob(digest, range?.start, range?.end)
    if (bytes === undefined) return void response.destroy()
    await pipeline(bytes, exactly(range ? range.end - range.start + 1 : size), response)
  }

  async #upload(call: Call, id: string): Promise<void> {
    const { response, method, query } = call
    if (id === '') {
      allow(method, 'POST')
      return this.#startUpload(call)
    }
    if (this.uploads.size(id) === undefined) {
      throw new Refusal(404, 'BLOB_UPLOAD_UNKNOWN', 'there is no such upload')
    }
    allow(method, 'GET', 'PATCH', 'PUT', 'DELETE')
    if (method === 'DELETE') {
      await this.uploads.abandon(id)
      return end(response, 204)
    }
    if (method === 'PUT') return this.#finishUpload(call, id, query.get('digest'))
    if (method === 'PATCH') {
      this.#requireNext(call, id)
      await this.uploads.append(id, call.request)
    }
    end(response, method === 'PATCH' ? 202 : 204, this.#progress(call, id))
  }

  async #startUpload(call: Call): Promise<void> {
    const { response, query, name } = call
    const mount = query.get('mount')
    if (isDigest(mount) && this.content.blobSize(mount) !== undefined) {
      return end(response, 201, blobHeaders(name, mount))
    }
    const id = await this.uploads.start()
    if (query.has('digest')) return this.#finishUpload(call, id, query.get('digest'))
    end(response, 202, this.#progress(call, id))
  }

  async #finishUpload(call: Call, id: string, digest: string | null): Promise<void> {
    this.#requireNext(call, id)
    await this.uploads.append(id, call.request)
    if (!isDigest(digest)) {
      await this.uploads.abandon(id)
      throw new Refusal(400, 'DIGEST_INVALID', 'not a sha256 digest')
    }
    if (!(await this.uploads.finish(id, digest))) {
      throw new Refusal(400, 'DIGEST_INVALID', 'the bytes have another digest')
    }
    end(call.response, 201, blobHeaders(call.name, digest))
  }

  /** Chunks must come in order (distribution-spec, "Pushing a blob in chunks"). */
  #requireNext({ request }: Call, id: string): void {
    const [, start] = /^(?:bytes[ =])?(\d+)-\d*/.exec(request.headers['content-range'] ?? '') ?? []
    if (start !== undefined && Number(start) !== this.uploads.size(id)) {
      throw new Refusal(416, 'BLOB_UPLOAD_INVALID', `the next byte is ${this.uploads.size(id)}`)
    }
  }

  #progress({ name }: Call, id: string): Record<string, string> {
    const size = this.uploads.size(id)!
    return {
      location: `/v2/${name}/blobs/uploads/${id}`,
      'docker-upload-uuid': id,
      range: `0-${Math.max(0, size - 1)}`,
    }
  }

  async #manifest(call: Call, reference: string): Promise<void> {
    const { response, method, name } = call
    if (!isDigest(reference) && !isTag(reference)) {
      throw new Refusal(400, 'MANIFEST_INVALID', 'neither a tag nor a digest')
    }
    if (method === 'PUT') return this.#putManifest(call, reference)
    allow(method, 'GET', 'HEAD', 'DELETE')
    const manifest = this.content.manifest(name, reference)
    if (manifest === undefined) throw new Refusal(404, 'MANIFEST_UNKNOWN', 'there is no such manifest')
    if (method === 'DELETE') {
      this.content.deleteManifest(name, reference)
      return end(response, 202)
    }
    const headers = {
      'content-type': manifest.mediaType,
      'docker-content-digest': manifest.digest,
      'content-length': String(manifest.bytes.length),
    }
    end(response, 200, headers, method === 'HEAD' ? undefined : manifest.bytes)
  }

  async #putManifest({ request, response, name }: Call, reference: string): Promise<void> {
    const bytes = await readAll(request)
    const digest = digestOf(bytes)
    if (isDigest(reference) && reference !== digest) {
      throw new Refusal(400, 'DIGEST_INVALID', `the manifest’s digest is ${digest}`)
    }
    const manifest: StoredManifest = {
      bytes,
      digest,
      mediaType: request.headers['content-type'] ?? mediaType.ociManifest,
    }
    this.#requireBlobs(bytes)
    this.content.putManifest(name, reference, manifest)
    end(response, 201, { location: `/v2/${name}/manifests/${digest}`, 'docker-content-digest': digest })
  }

  #requireBlobs(bytes: Buffer): void {
    for (const digest of referredBlobs(bytes)) {
      if (this.content.blobSize(digest) !== undefined) continue
      throw new Refusal(400, 'MANIFEST_BLOB_UNKNOWN', `${digest} was not pushed`)
    }
  }

  #tags({ response, method, name, query }: Call): void {
    allow(method, 'GET')
    const all = this.content.tags(name)
    if (all === undefined) throw new Refusal(404, 'NAME_UNKNOWN', 'there is no such repository')
    const last = query.get('last')
    const after = last === null ? all : all.filter((tag) => tag > last)
    const count = query.has('n') ? Number(query.get('n')) : after.length
    const tags = after.slice(0, count)
    const more = tags.length > 0 && tags.length < after.length
    const next = `</v2/${name}/tags/list?n=${count}&last=${tags.at(-1)}>; rel="next"`
    end(
      response,
      200,
      { 'content-type': 'application/json', ...(more && { link: next }) },
      JSON.stringify({ name, tags }),
    )
  }
}

const NO_REFERRERS = JSON.stringify({ schemaVersion: 2, mediaType: mediaType.ociIndex, manifests: [] })

function blobHeaders(name: string, digest: string): Record<string, string> {
  return { location: `/v2/${name}/blobs/${digest}`, 'docker-content-digest': digest }
}
