import { readFileSync } from 'node:fs'
import type { EventFacts } from './cache-write.js'
import { type Git, type GitSurroundings, withGit } from './git-program.js'
import type { Values } from './inputs.js'
import { originTags } from './origin-tags.js'
import { tagForImages } from './tags.js'
import { items } from './values.js'

/** What Git and the event say of the checkout; unknown things are undefined. */
export interface GitFacts extends EventFacts {
  /** The event is a pull request of a fork or of Dependabot: GitHub gives their runs no secrets. */
  readonly withoutSecrets: boolean
  /** The event is a release that is marked as a prerelease. */
  readonly prerelease: boolean
  readonly ref:
    | { readonly kind: 'branch' | 'tag'; readonly name: string }
    | { readonly kind: 'pull request'; readonly number: number }
    | undefined
  /** Commit that is built. */
  readonly commit: string | undefined
  /** Committer's date of that commit, RFC 3339 in UTC. */
  readonly commitTime: string | undefined
  /** Tracked files that are not as that commit has them, where a label could name it and Git trusts the folder. */
  readonly changed: readonly string[]
  readonly defaultBranch: string | undefined
  /** Web address of the repository, without credentials. */
  readonly source: string | undefined
  /** All tags of the origin; undefined when they could not be asked for. */
  readonly allTags: readonly string[] | undefined
}

/** What is used of the event's payload. */
export interface EventPayload {
  readonly number?: number
  readonly pull_request?: {
    readonly number?: number
    readonly head?: { readonly sha?: string; readonly repo?: { readonly full_name?: string } | null }
    readonly base?: { readonly sha?: string }
  }
  readonly merge_group?: { readonly base_sha?: string }
  readonly repository?: {
    readonly full_name?: string
    readonly default_branch?: string
    readonly fork?: boolean
  }
  readonly issue?: { readonly pull_request?: unknown }
  readonly workflow_run?: { readonly event?: string }
  readonly release?: { readonly prerelease?: boolean }
  /** Of a push. */
  readonly forced?: boolean
  readonly before?: string
}

/**
 * Collects the facts of the context: from a runner's documented variables where there are any, else from Git.
 * @throws {Interrupted} when the signal fired
 */
export async function gitFacts(
  inputs: Values<'context' | 'image' | 'git-labels'>,
  surroundings: GitSurroundings,
): Promise<GitFacts> {
  const { env } = surroundings
  const event = env.GITHUB_EVENT_NAME || undefined
  const payload = event === undefined ? {} : readPayload(env.GITHUB_EVENT_PATH)
  return withGit(inputs.context, surroundings, async (git) => {
    const ref = event === undefined ? await localRef(git, items(inputs, 'image')) : runnerRef(env, payload)
    return {
      event,
      fork: payload.repository?.fork === true,
      pullRequest: isForPullRequest(payload),
      withoutSecrets:
        event === 'pull_request' && (isFromFork(payload) || env.GITHUB_ACTOR === 'dependabot[bot]'),
      prerelease: event === 'release' && payload.release?.prerelease === true,
      ref,
      commit: (await git(['rev-parse', 'HEAD'])) ?? (env.GITHUB_SHA || undefined),
      commitTime: toUtc(await git(['show', '-s', '--format=%cI', 'HEAD'])),
      changed: mayLabelCommit(inputs, ref) ? await changedFiles(git) : [],
      defaultBranch: payload.repository?.default_branch,
      source: sourceAddress(env) ?? webAddress(await git(['remote', 'get-url', 'origin'])),
      allTags: ref?.kind === 'tag' ? await originTags(git, surroundings) : undefined,
    }
  })
}

// The other repository may be gone: it is null then.
function isFromFork({ pull_request: pullRequest, repository }: EventPayload): boolean {
  const head = pullRequest?.head
  return head?.repo !== undefined && head.repo?.full_name !== repository?.full_name
}

// Of a large checkout it takes seconds.
function mayLabelCommit(inputs: Values<'git-labels'>, ref: GitFacts['ref']): boolean {
  const mode = inputs['git-labels'].trim()
  return mode !== 'never' && (mode === 'always' || ref?.kind === 'tag')
}

async function changedFiles(git: Git): Promise<string[]> {
  const listing = await git(['status', '--porcelain', '--untracked-files=no'], { onlyTrusted: true })
  // Two letters and a blank are before each name.
  return (listing ?? '').split('\n').flatMap((line) => line.slice(3) || [])
}

function isForPullRequest({ issue, workflow_run: origin }: EventPayload): boolean {
  return issue?.pull_request !== undefined || (origin?.event ?? '').startsWith('pull_request')
}

async function localRef(git: Git, images: readonly string[]): Promise<GitFacts['ref']> {
  const tags = (await git(['tag', '--points-at', 'HEAD']))?.split('\n') ?? []
  const tag = tagForImages(tags, images) ?? (await git(['describe', '--exact-match', '--tags', 'HEAD']))
  if (tag) return { kind: 'tag', name: tag }
  const branch = await git(['symbolic-ref', '--short', '-q', 'HEAD'])
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

/** The event's payload; empty when there is none. */
export function readPayload(path: string | undefined): EventPayload {
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
