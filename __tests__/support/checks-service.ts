import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** An annotation as the API takes it. */
interface Annotation {
  readonly path: string
  readonly start_line: number
  readonly end_line: number
  readonly annotation_level: string
  readonly title: string
  readonly message: string
}

/** A check run as it stands at a commit. */
export interface ShownCheck {
  readonly name: string
  readonly head_sha: string
  readonly status: string
  readonly conclusion: string
  readonly details_url: string
  output: { readonly title: string; readonly summary: string; readonly annotations: readonly Annotation[] }
}

/**
 * The part of GitHub's API that check runs need, with its limits, as the real client speaks to it:
 * https://docs.github.com/en/rest/checks/runs
 */
export class ChecksService {
  readonly token = 'ghs_check-runs-of-a-test'
  readonly repository = 'organisation/services'
  /** A status that every request is answered with. */
  fault: number | undefined
  /** Nothing is answered at all. */
  hangs = false
  onRequest: () => void = () => undefined
  readonly checks: ShownCheck[] = []
  /** Annotations of each request. */
  readonly batches: number[] = []
  private readonly server: Server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      this.onRequest()
      if (this.hangs) return
      const text = Buffer.concat(chunks).toString()
      const { status, answer } = this.answer(
        `${request.method} ${request.url}`,
        request.headers.authorization,
        text,
      )
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
    })
  })
  private origin = ''

  static async start(): Promise<ChecksService> {
    const service = new ChecksService()
    await new Promise<void>((done) => service.server.listen(0, '127.0.0.1', done))
    service.origin = `http://127.0.0.1:${(service.server.address() as AddressInfo).port}`
    return service
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((done) => this.server.close(done))
  }

  /** What a runner sets. */
  get env(): Record<string, string> {
    return {
      GITHUB_API_URL: this.origin,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: this.repository,
      GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
      GITHUB_RUN_ID: '42',
    }
  }

  private answer(asked: string, authorization: string | undefined, body: string) {
    if (this.fault !== undefined)
      return { status: this.fault, answer: { message: 'Resource not accessible by integration' } }
    if (authorization !== `token ${this.token}`)
      return { status: 401, answer: { message: 'Bad credentials' } }
    const base = `/repos/${this.repository}/check-runs`
    const sent = JSON.parse(body) as ShownCheck
    if (sent.output.annotations.length > 50)
      return { status: 422, answer: { message: 'annotations: only 50 are allowed' } }
    this.batches.push(sent.output.annotations.length)
    if (asked === `POST ${base}`) {
      this.checks.push(sent)
      return { status: 201, answer: { id: this.checks.length } }
    }
    const [, id] = new RegExp(`^PATCH ${base}/(\\d+)$`).exec(asked) ?? []
    const check = this.checks[Number(id) - 1]
    if (check === undefined) return { status: 404, answer: { message: 'Not Found' } }
    const annotations = [...check.output.annotations, ...sent.output.annotations]
    check.output = { ...sent.output, annotations }
    return { status: 200, answer: { id: Number(id) } }
  }
}
