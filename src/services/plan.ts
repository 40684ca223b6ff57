import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import semver from 'semver'
import { InputError } from '../errors.js'
import { readPayload } from '../request/git.js'
import { type Git, type GitSurroundings, withGit } from '../request/git-program.js'
import type { PlanRequest } from '../request/plan-request.js'
import { type Change, type Changes, changesSince, isAtOrAbove } from './changes.js'
import { type Checkout, reachOf } from './reach.js'
import { parseServices, type Service } from './services.js'

/** Which services are to be built. */
export interface Plan {
  readonly planned: readonly { readonly service: Service; readonly reason: string }[]
  readonly unchanged: readonly Service[]
  /** Why more is planned than was asked for. */
  readonly notice: string | undefined
}

/** The list of services, where it was found. */
interface Listing {
  readonly services: readonly Service[]
  /** Absolute path; undefined when the list was given as it is. */
  readonly file: string | undefined
}

interface Question {
  readonly request: PlanRequest
  readonly listing: Listing
  readonly checkout: Checkout
  /** Path of the working folder in the repository. */
  readonly below: string
  readonly env: NodeJS.ProcessEnv
}

/**
 * Decides which services are to be built: those into whose images a change goes, and in doubt all.
 * @throws {InputError}
 * @throws {Interrupted}
 */
export async function planServices(
  request: PlanRequest,
  surroundings: GitSurroundings,
  workingFolder: string,
): Promise<Plan> {
  const folder = realpathSync(workingFolder)
  return withGit(folder, surroundings, async (git) => {
    const top = await git(['rev-parse', '--show-toplevel'])
    const root = top === undefined ? undefined : realpathSync(top)
    const below = root === undefined ? '' : relative(root, folder)
    const listing = readListing(request.services, folder, below)
    const decided = decideWithoutChanges(request, surroundings.env, listing.services)
    if (decided !== undefined) return decided
    if (root === undefined) return all(listing.services, 'this is no Git repository', true)
    const checkout = { root, folder, trees: new Map() }
    return planChanged(git, request.base!, { request, listing, checkout, below, env: surroundings.env })
  })
}

function readListing(text: string, folder: string, below: string): Listing {
  if (isText(text)) return { services: parseServices(text, undefined, below), file: undefined }
  const path = resolve(folder, text.trim())
  if (!existsSync(path)) {
    throw new InputError('services', `${JSON.stringify(text.trim())} is not there`, {
      cure: 'name the file that lists the services; its path counts from the working folder',
    })
  }
  return { services: parseServices(readFileSync(path, 'utf8'), path, below), file: path }
}

function isText(text: string): boolean {
  return /\n|^\s*[-[{]|:\s/.test(text.trim())
}

function decideWithoutChanges(
  { all: asked, base }: PlanRequest,
  env: NodeJS.ProcessEnv,
  services: readonly Service[],
): Plan | undefined {
  if (asked) return all(services, 'all were asked for')
  const tag = /^refs\/tags\/(.+)$/s.exec(env.GITHUB_REF ?? '')?.[1]
  if (tag !== undefined) return ofTag(tag, services)
  if (base === undefined) return all(services, 'no base is given')
  // What was built from the commits that are gone is in no difference to what is left of them.
  const isForced = env.GITHUB_EVENT_NAME === 'push' && readPayload(env.GITHUB_EVENT_PATH).forced === true
  return isForced ? all(services, 'the push was forced', true) : undefined
}

function ofTag(tag: string, services: readonly Service[]): Plan {
  const [, name, version] = /^(?:.*\/)?([^/]+)\/v([^/]+)$/s.exec(tag) ?? []
  if (name === undefined || semver.parse(version) === null) return all(services, `it is the tag ${tag}`)
  const service = services.find((each) => each.name === name)
  if (service === undefined) {
    const known = services.map((each) => each.name).join(', ')
    throw new InputError('services', `the tag ${tag} is of “${name}”, which is no service`, {
      cure: `tag one of ${known}, or write --all`,
    })
  }
  return {
    planned: [{ service, reason: `it is the tag ${tag}` }],
    unchanged: services.filter((each) => each !== service),
    notice: undefined,
  }
}

function all(services: readonly Service[], reason: string, isNotice = false): Plan {
  return {
    planned: services.map((service) => ({ service, reason })),
    unchanged: [],
    notice: isNotice ? `all services are planned: ${reason}` : undefined,
  }
}

async function planChanged(git: Git, base: string, question: Question): Promise<Plan> {
  const { request, listing, checkout, env } = question
  const changes = await changesSince(git, base, checkout.root, request.everyCommit)
  if ('unknown' in changes) return all(listing.services, changes.unknown, true)
  const workflow = callingWorkflow(env)
  if (workflow !== undefined && changes.list.some(({ affects }) => isAtOrAbove(affects, workflow)))
    return all(listing.services, `${workflow} changed, which says for which platforms and tags they are`)
  const entries = await changedEntries(git, changes, question)
  if (typeof entries === 'string') return all(listing.services, entries, true)
  const reasons = await Promise.all(
    listing.services.map(async (service) => {
      if (entries.has(service.name)) return 'its entry in the list of services changed'
      const reach = await reachOf(service, service.platforms ?? request.platforms, checkout)
      return typeof reach === 'string' ? reach : firstReason(changes.list, reach)
    }),
  )
  return {
    planned: listing.services.flatMap((service, at) => {
      const reason = reasons[at]
      return reason === undefined ? [] : [{ service, reason }]
    }),
    unchanged: listing.services.filter((_, at) => reasons[at] === undefined),
    notice: undefined,
  }
}

function firstReason(
  changes: readonly Change[],
  reach: (change: Change) => string | undefined,
): string | undefined {
  for (const change of changes) {
    const reason = reach(change)
    if (reason !== undefined) return reason
  }
  return undefined
}

/** Path of the workflow that this run is of, where it is of this repository. */
function callingWorkflow({ GITHUB_WORKFLOW_REF: ref, GITHUB_REPOSITORY: repository }: NodeJS.ProcessEnv) {
  if (ref === undefined || repository === undefined || !ref.startsWith(`${repository}/`)) return undefined
  return ref.slice(repository.length + 1).replace(/@[^@]*$/, '')
}

/** Names of services whose entries are not as they were; or why that can't be told. */
async function changedEntries(
  git: Git,
  changes: Exclude<Changes, { readonly unknown: string }>,
  { listing, checkout, below }: Question,
): Promise<ReadonlySet<string> | string> {
  if (listing.file === undefined) {
    const workflow = changes.list.find(({ affects }) => isAtOrAbove('.github', affects))
    return workflow === undefined ? new Set() : `${workflow.path} changed, and the list may stand there`
  }
  const path = relative(checkout.root, listing.file)
  if (path.startsWith('../') || realpathSync(listing.file) !== listing.file)
    return `the list of services ${path} is behind a link or outside of the repository`
  if (!changes.list.some(({ affects }) => isAtOrAbove(affects, path))) return new Set()
  // An entry may have been taken back, and stand as it was in between under its tags.
  if (changes.timesChanged(path) > 1) return `the list of services ${path} changed more than once`
  const changed = new Set<string>()
  for (const commit of changes.since) {
    const text = await git(['cat-file', 'blob', `${commit}:${path}`])
    const before = text === undefined ? undefined : entriesOf(text, below)
    if (before === undefined) return `the list of services as it was can’t be read from ${path}`
    for (const service of listing.services) {
      if (before.get(service.name) !== JSON.stringify(service)) changed.add(service.name)
    }
  }
  return changed
}

function entriesOf(text: string, below: string): ReadonlyMap<string, string> | undefined {
  try {
    return new Map(
      parseServices(text, undefined, below).map((service) => [service.name, JSON.stringify(service)]),
    )
  } catch (error) {
    if (error instanceof InputError) return undefined
    throw error
  }
}
