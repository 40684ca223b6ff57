import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { download, read, type StoredBlob, upload } from './blob-storage.js'
import type { CacheService } from './cache-service.js'

interface StoredArtifact extends StoredBlob {
  readonly id: number
  readonly name: string
  complete: boolean
  hash: string
}

const TWIRP = '/twirp/github.actions.results.api.v1.ArtifactService/'
const RUN = '11111111-1111-4111-8111-111111111111'
const JOB = '22222222-2222-4222-8222-222222222222'

type Operation =
  | 'CreateArtifact'
  | 'FinalizeArtifact'
  | 'ListArtifacts'
  | 'GetSignedArtifactURL'
  | 'DeleteArtifact'

/**
 * The artifacts of a workflow run, as GitHub's service keeps them and the real client asks for them:
 * https://github.com/actions/toolkit/tree/main/packages/artifact/src/generated/results/api/v1
 */
export class ArtifactService {
  private artifacts: StoredArtifact[] = []
  private made = 0
  private origin = ''
  /** Names that were uploaded, in order. */
  readonly uploaded: string[] = []

  private constructor(
    private readonly server: Server,
    private readonly cache: CacheService | undefined,
  ) {}

  /** @param cache what answers for the cache, which jobs reach under the same address */
  static async start(cache?: CacheService): Promise<ArtifactService> {
    const server = createServer((request, response) => {
      service.answer(request, response).catch((error: Error) => {
        if (!response.headersSent) response.writeHead(500, { 'content-type': 'application/json' })
        response.end(JSON.stringify({ msg: error.message }))
      })
    })
    const service = new ArtifactService(server, cache)
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    service.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    return service
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((done) => this.server.close(done))
  }

  /** The variables that a runner gives to a JavaScript action. */
  get env(): Record<string, string> {
    // A JWT, of which the client reads the claims and nobody checks the signature.
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const token = `${part({ alg: 'none' })}.${part({ scp: `Actions.Results:${RUN}:${JOB}` })}.`
    const own = { ACTIONS_RESULTS_URL: `${this.origin}/`, ACTIONS_RUNTIME_TOKEN: token }
    return this.cache === undefined ? own : { ...this.cache.env, ...own }
  }

  /** Names of what is there, in order. */
  get names(): string[] {
    return this.artifacts.filter(({ complete }) => complete).map(({ name }) => name)
  }

  /** Changes the stored bytes of an artifact. */
  damage(name: string, change: (bytes: Buffer) => Buffer): void {
    const found = this.find(name)
    found.bytes = change(Buffer.from(found.bytes))
  }

  /** Another run's artifacts: none. */
  clear(): void {
    this.artifacts = []
  }

  private find(name: unknown): StoredArtifact {
    const found = this.artifacts.find((each) => each.name === name && each.complete)
    if (found === undefined) throw new Error(`no artifact ${name}`)
    return found
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url!, this.origin)
    if (url.pathname.startsWith(TWIRP)) {
      const body = JSON.parse((await read(request)).toString('utf8')) as Record<string, unknown>
      const said = this.serve(url.pathname.slice(TWIRP.length) as Operation, body)
      const status = 'msg' in said ? 409 : 200
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said))
      return
    }
    if (this.cache !== undefined && url.pathname.startsWith('/twirp/'))
      return passOn(request, url, this.cache.env, response)
    const artifact = this.artifacts.find(({ id }) => url.pathname === `/account/artifacts/${id}.zip`)
    if (artifact === undefined) return void response.writeHead(404).end()
    if (request.method === 'PUT') return upload(request, url, artifact, response)
    response.setHeader('content-type', 'application/zip')
    download(request, artifact, response)
  }

  private serve(operation: Operation, body: Readonly<Record<string, unknown>>): object {
    switch (operation) {
      case 'CreateArtifact':
        return this.create(body.name as string)
      case 'FinalizeArtifact': {
        const artifact = this.artifacts.findLast(({ name }) => name === body.name)!
        artifact.complete = true
        artifact.hash = `sha256:${createHash('sha256').update(artifact.bytes).digest('hex')}`
        this.uploaded.push(artifact.name)
        return { ok: true, artifact_id: String(artifact.id) }
      }
      case 'ListArtifacts':
        return { artifacts: this.list(body) }
      case 'GetSignedArtifactURL':
        return { signed_url: this.address(this.find(body.name)) }
      case 'DeleteArtifact': {
        const { id } = this.find(body.name)
        this.artifacts = this.artifacts.filter((each) => each.id !== id)
        return { ok: true, artifact_id: String(id) }
      }
    }
  }

  private create(name: string): object {
    if (this.artifacts.some((each) => each.name === name && each.complete)) {
      return { msg: 'an artifact with this name already exists on the workflow run' }
    }
    this.made += 1
    const empty = { bytes: Buffer.alloc(0), blocks: new Map<string, Buffer>(), complete: false, hash: '' }
    const artifact = { ...empty, id: this.made, name }
    this.artifacts.push(artifact)
    return { ok: true, signed_upload_url: this.address(artifact) }
  }

  private list({ name_filter: name, id_filter: id }: Readonly<Record<string, unknown>>): object[] {
    return this.artifacts
      .filter((each) => each.complete)
      .filter((each) => name === undefined || each.name === name)
      .filter((each) => id === undefined || String(each.id) === id)
      .map((each) => ({
        workflow_run_backend_id: RUN,
        workflow_job_run_backend_id: JOB,
        database_id: String(each.id),
        name: each.name,
        size: String(each.bytes.length),
        created_at: new Date().toISOString(),
        digest: each.hash,
      }))
  }

  private address({ id }: StoredArtifact): string {
    return `${this.origin}/account/artifacts/${id}.zip?sig=secret`
  }
}

async function passOn(
  request: IncomingMessage,
  url: URL,
  { ACTIONS_RESULTS_URL: origin, ACTIONS_RUNTIME_TOKEN: token }: Readonly<Record<string, string>>,
  response: ServerResponse,
): Promise<void> {
  const answer = await fetch(new URL(url.pathname, origin), {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: new Uint8Array(await read(request)),
  })
  response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text())
}
