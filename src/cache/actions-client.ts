import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Conversation, converse } from '../host/process.js'
import { CacheProblem } from './problem.js'

/** What is asked of the client of GitHub's cache service. */
export type ClientRequest = { readonly id: number; readonly path: string; readonly key: string } & (
  | { readonly kind: 'save' }
  | { readonly kind: 'restore'; readonly restoreKeys: readonly string[]; readonly lookupOnly: boolean }
)

/** What became of a request. */
export interface ClientAnswer {
  readonly id: number
  /** Key of the entry that was found. */
  readonly key?: string
  readonly saved?: boolean
  /** What the client printed, without line ends. */
  readonly said: readonly string[]
}

/** The first line that the client reads. */
export interface ClientSettings {
  readonly env: Readonly<Record<string, string>>
}

interface Running {
  readonly conversation: Conversation
  readonly waiting: Map<number, { resolve: (answer: ClientAnswer) => void; reject: (error: Error) => void }>
}

type Without<T, Key extends string> = T extends unknown ? Omit<T, Key> : never

/**
 * The client, in a process of its own that starts with the first request. Files are named relative to `folder`, which is
 * its current folder and its workspace, so that an entry is the same wherever it was made.
 */
export class ActionsClient {
  private running: Promise<Running> | undefined
  private requests = 0
  private stopped = false

  constructor(
    private readonly program: string,
    private readonly folder: string,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  /** @throws {CacheProblem} when the client itself ends */
  async ask(request: Without<ClientRequest, 'id'>): Promise<ClientAnswer> {
    // What was given up may come to its turn late, and must not start the client anew.
    if (this.stopped) throw new CacheProblem({ kind: 'client', text: 'the cache is closed' })
    this.running ??= this.start()
    const { conversation, waiting } = await this.running
    const id = ++this.requests
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      conversation.say(JSON.stringify({ ...request, id }))
    })
  }

  async stop(): Promise<void> {
    this.stopped = true
    const running = await this.running?.catch(() => undefined)
    running?.conversation.stop()
    await running?.conversation.ended
  }

  private async start(): Promise<Running> {
    const temporary = join(this.folder, 'tmp')
    await mkdir(temporary, { recursive: true, mode: 0o700 })
    const waiting: Running['waiting'] = new Map()
    let last = ''
    const conversation = converse(process.execPath, [this.program], {
      cwd: this.folder,
      onLine: (line, from) => {
        if (from === 'stderr') last = line || last
        else hear(line, waiting)
      },
    })
    void conversation.ended.then(() => {
      this.running = undefined
      const why = `the client of GitHub’s cache service ended${last && `: ${last}`}`
      for (const { reject } of waiting.values()) reject(new CacheProblem({ kind: 'client', text: why }))
      waiting.clear()
    })
    // By its input and not by its environment, so that no other program of this user's sees the token.
    const own = Object.entries(this.env).filter(
      (entry): entry is [string, string] => entry[0].startsWith('ACTIONS_') && entry[1] !== undefined,
    )
    const settings: ClientSettings = {
      env: { ...Object.fromEntries(own), RUNNER_TEMP: temporary, GITHUB_WORKSPACE: this.folder },
    }
    conversation.say(JSON.stringify(settings))
    return { conversation, waiting }
  }
}

function hear(line: string, waiting: Running['waiting']): void {
  const answer = JSON.parse(line) as ClientAnswer
  waiting.get(answer.id)?.resolve(answer)
  waiting.delete(answer.id)
}
