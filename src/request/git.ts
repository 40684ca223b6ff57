import { readFileSync } from 'node:fs'
import type { EventFacts } from './cache-write.js'
import { type Git, type GitSurroundings, withGit } from './git-program.js'
import { originTags } from './origin-tags.js'
import { tagForImages } from './tags.js'

/** What Git and the event say of the checkout; unknown things are undefined. */
export interface GitFacts extends EventFacts {
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
  /** Tracked files that are not as that commit has them. */
  readonly changed: readonly string[]
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
  readonly release?: { readonly prerelease?: boolean }
}

/**
 * Collects the facts of a folder: from a runner's documented variables where there are any, else from Git.
 * @param images names of the images that are built, which decide between several tags of the commit
 * @throws {Interrupted} when the signal fired
 */
export async function gitFacts(
  folder: string,
  images: readonly string[],
  surroundings: GitSurroundings,
): Promise<GitFacts> {
  const { env } = surroundings
  const event = env.GITHUB_EVENT_NAME || undefined
  const payload = event === undefined ? {} : readPayload(env.GITHUB_EVENT_PATH)
  return withGit(folder, surroundings, async (git) => {
    const ref = event === undefined ? await localRef(git, images) : runnerRef(env, payload)
    return {
      event,
      fork: payload.repository?.fork === true,
      pullRequest: isForPullRequest(payload),
      prerelease: event === 'release' && payload.release?.prerelease === true,
      ref,
      commit: (await git(['rev-parse', 'HEAD'])) ?? (env.GITHUB_SHA || undefined),
      commitTime: toUtc(await git(['show', '-s', '--format=%cI', 'HEAD'])),
      changed: parseStatus(await git(['status', '--porcelain', '--untracked-files=no'])),
      defaultBranch: payload.repository?.default_branch,
      source: sourceAddress(env) ?? webAddress(await git(['remote', 'get-url', 'origin'])),
      allTags: ref?.kind === 'tag' ? await originTags(git, surroundings) : undefined,
    }
  })
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

function parseStatus(listing: string | undefined): string[] {
  // Two letters and a blank are before each name.
  return (listing ?? '').split('\n').flatMap((line) => line.slice(3) || [])
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
