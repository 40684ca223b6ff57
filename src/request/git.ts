import { readFileSync } from 'node:fs'
import { capture } from '../host/process.js'
import type { EventFacts } from './cache-write.js'

/** What Git and the event say of the checkout; unknown things are undefined. */
export interface GitFacts extends EventFacts {
  readonly ref:
    | { readonly kind: 'branch' | 'tag'; readonly name: string }
    | { readonly kind: 'pull request'; readonly number: number }
    | undefined
  /** Commit that is built. */
  readonly commit: string | undefined
  /** Committer's date of that commit, RFC 3339 in UTC. */
  readonly commitTime: string | undefined
  readonly defaultBranch: string | undefined
  /** Web address of the repository, without credentials. */
  readonly source: string | undefined
  /** All tags of the origin; undefined when they could not be asked for. */
  readonly allTags: readonly string[] | undefined
}

interface EventPayload {
  readonly number?: number
  readonly pull_request?: { readonly number?: number; readonly head?: { readonly sha?: string } }
  readonly repository?: { readonly default_branch?: string; readonly fork?: boolean }
  readonly issue?: { readonly pull_request?: unknown }
  readonly workflow_run?: { readonly event?: string }
}

/** Collects the facts of a folder: from a runner's documented variables where there are any, else from Git. */
export async function gitFacts(folder: string, env: NodeJS.ProcessEnv): Promise<GitFacts> {
  const git = async (...args: string[]): Promise<string | undefined> => {
    // safe.directory: in container jobs the checkout belongs to another user, and Git would refuse to read it.
    const { exitCode, stdout } = await capture('git', ['-c', 'safe.directory=*', '-C', folder, ...args], {
      env: { GIT_TERMINAL_PROMPT: '0' },
    }).catch(() => ({ exitCode: 1, stdout: '' }))
    return exitCode === 0 ? stdout.trim() : undefined
  }
  const event = env.GITHUB_EVENT_NAME || undefined
  const payload = event === undefined ? {} : readPayload(env.GITHUB_EVENT_PATH)
  const ref = event === undefined ? await localRef(git) : runnerRef(env, payload)
  const commit = (await git('rev-parse', 'HEAD')) ?? (env.GITHUB_SHA || undefined)
  return {
    event,
    fork: payload.repository?.fork === true,
    pullRequest: isForPullRequest(payload),
    ref,
    commit,
    commitTime: toUtc(await git('show', '-s', '--format=%cI', 'HEAD')),
    defaultBranch: payload.repository?.default_branch,
    source: sourceAddress(env) ?? webAddress(await git('remote', 'get-url', 'origin')),
    allTags:
      ref?.kind === 'tag' ? parseTags(await git('ls-remote', '--tags', '--refs', 'origin')) : undefined,
  }
}

function isForPullRequest({ issue, workflow_run: origin }: EventPayload): boolean {
  return issue?.pull_request !== undefined || (origin?.event ?? '').startsWith('pull_request')
}

type Git = (...args: string[]) => Promise<string | undefined>

async function localRef(git: Git): Promise<GitFacts['ref']> {
  const tag = await git('describe', '--exact-match', '--tags', 'HEAD')
  if (tag) return { kind: 'tag', name: tag }
  const branch = await git('symbolic-ref', '--short', '-q', 'HEAD')
  return branch ? { kind: 'branch', name: branch } : undefined
}

function runnerRef(env: NodeJS.ProcessEnv, payload: EventPayload): GitFacts['ref'] {
  // On pull_request_target GITHUB_REF is the base branch, so the event decides before the ref does.
  const number =
    payload.pull_request?.number ?? Number(/^refs\/pull\/(\d+)\//.exec(env.GITHUB_REF ?? '')?.[1])
  if (env.GITHUB_EVENT_NAME?.startsWith('pull_request') && Number.isInteger(number)) {
    return { kind: 'pull request', number }
  }
  const match = /^refs\/(heads|tags)\/(.+)$/.exec(env.GITHUB_REF ?? '')
  if (!match) return undefined
  return { kind: match[1] === 'tags' ? 'tag' : 'branch', name: match[2]! }
}

function readPayload(path: string | undefined): EventPayload {
  if (!path) return {}
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as EventPayload
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw error
  }
}

function toUtc(time: string | undefined): string | undefined {
  if (!time) return undefined
  const date = new Date(time)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().replace('.000Z', 'Z')
}

function parseTags(listing: string | undefined): string[] | undefined {
  return listing
    ?.split('\n')
    .map((line) => line.split('\trefs/tags/')[1])
    .filter((tag) => tag !== undefined)
}

function sourceAddress(env: NodeJS.ProcessEnv): string | undefined {
  if (!env.GITHUB_REPOSITORY) return undefined
  return `${env.GITHUB_SERVER_URL || 'https://github.com'}/${env.GITHUB_REPOSITORY}`
}

/**
 * A Git remote as a web address: the same for `https://`, `ssh://` and `git@host:path`, so that a laptop and CI
 * label alike, and without a user name or token in it.
 */
export function webAddress(remote: string | undefined): string | undefined {
  if (!remote) return undefined
  const scp = /^(?:[^@/]+@)?([^:/]+):(?!\/\/)(.+)$/.exec(remote)
  const url = /^(?:https?|ssh|git):\/\/(?:[^@/]+@)?([^/]+)\/(.+)$/.exec(remote)
  const [, host, path] = url ?? scp ?? []
  if (host === undefined || path === undefined) return undefined
  const port = /^https?:/.test(remote) ? host : host.replace(/:\d+$/, '')
  return `https://${port}/${path.replace(/\/$/, '').replace(/\.git$/, '')}`
}
