import { InputError } from '../errors.js'
import { type Digest, isDigest } from '../oci/digest.js'
import { type Platform, parsePlatform } from '../oci/platform.js'
import { parseRepository, type Repository, splitName, type TaggedReference } from '../oci/reference.js'
import { REVISION } from '../oci/types.js'
import { parseAnnotations } from './annotations.js'
import type { Login } from './build-request.js'
import type { GitFacts } from './git.js'
import { gitLabels } from './git-labels.js'
import { immutableAmong } from './immutable-tags.js'
import { parseLogins, passwords } from './logins.js'
import type { MergeInputs } from './merge-contract.js'
import { automaticPush, wantedPush } from './push.js'
import { parseReferences, platformsOf } from './references.js'
import { boolean, choice, items, lines, wholeNumber } from './values.js'

/** An image or index that is to be merged, as it was named. */
export type NamedSource =
  /** A platform's manifest in the repository that the merge pushes to. */
  | { readonly kind: 'digest'; readonly platform: Platform; readonly digest: Digest }
  /** `reference`: a tag or digest; an index stands for all of its images. */
  | { readonly kind: 'reference'; readonly repository: Repository; readonly reference: string }

/** What all images of a merge have in common. */
export interface MergeSettings {
  readonly platforms: readonly Platform[]
  readonly push: boolean
  readonly logins: readonly Login[]
  readonly tlsVerify: boolean
  readonly retries: number
  readonly verify: 'strict' | 'warn' | 'off'
  readonly verifyAllow: readonly string[]
  readonly summary: boolean
}

/** One image that is to be put together. */
export interface MergeRequest extends MergeSettings {
  readonly repositories: readonly Repository[]
  readonly references: readonly TaggedReference[]
  readonly immutable: readonly TaggedReference[]
  /** Undefined: what legs of this run handed over. */
  readonly sources: readonly NamedSource[] | undefined
  readonly indexAnnotations: ReadonlyMap<string, string>
  /** Commit of the checkout, where tags, annotations or the record of what is merged come from it. */
  readonly commit: string | undefined
  readonly notices: readonly string[]
}

/** An image of several, with the inputs that are its own. */
export interface PlannedImage {
  readonly image: string
  readonly platforms: string
  readonly digests?: string
  readonly 'verify-allow'?: string
}

/**
 * The images of `plan`.
 * @throws {InputError}
 */
export function parsePlannedImages(inputs: Pick<MergeInputs, 'plan' | 'image' | 'digests'>): PlannedImage[] {
  const other = (['image', 'digests'] as const).find((name) => inputs[name].trim() !== '')
  if (other !== undefined) throw new InputError(other, 'can’t be given together with plan')
  const isPlanned = (value: unknown): value is PlannedImage => {
    const { image, platforms } = (value ?? {}) as Partial<Record<string, unknown>>
    return typeof image === 'string' && typeof platforms === 'string'
  }
  const found: unknown = isJson(inputs.plan) ? JSON.parse(inputs.plan) : undefined
  const list = (found as { include?: unknown } | undefined)?.include
  if (Array.isArray(list) && list.length > 0 && list.every(isPlanned)) return list
  throw new InputError('plan', 'is no list of images', {
    cure: 'give the output merge of multiarch-build/plan, which is {"include": [{"image": …, "platforms": …}]}',
  })
}

/**
 * The images of `digests`, where that is the output `digests` of builds of several services, one a line: image to platform to digest.
 * @returns undefined where it is anything else
 */
export function imagesOfDigests({
  digests,
  platforms,
}: Pick<MergeInputs, 'digests' | 'platforms'>): PlannedImage[] | undefined {
  const texts = isJson(digests) ? [digests] : lines({ digests }, 'digests')
  const found = new Map<string, string[]>()
  for (const text of texts) {
    const object: unknown = isJson(text) ? JSON.parse(text) : undefined
    const entries = Object.entries((object ?? {}) as Record<string, unknown>)
    if (entries.length === 0 || entries.some(([, value]) => typeof value !== 'object')) return undefined
    for (const [image, own] of entries) found.set(image, [...(found.get(image) ?? []), JSON.stringify(own)])
  }
  if (found.size === 0) return undefined
  return [...found].map(([image, own]) => ({ image, platforms, digests: own.join('\n') }))
}

/**
 * Turns inputs into the request of one image.
 * @param image the repository names, in place of the input
 * @throws {InputError} naming the input, the value and what is allowed
 */
export function parseMergeRequest(inputs: MergeInputs, git: GitFacts, image = inputs.image): MergeRequest {
  const { repositories, references, notices } = parseReferences({ ...inputs, image }, git)
  const word = choice(inputs, 'push', ['auto', 'true', 'false'])
  const push =
    word === 'auto'
      ? automaticPush(git)
      : word === 'true'
        ? wantedPush(git, repositories, passwords(inputs))
        : { push: false }
  const fromGit = gitLabels({ ...inputs, labels: '' }, git, repositories[0]!, references)
  const annotations = parseAnnotations(lines(inputs, 'annotations'), 'index')
  if (annotations.some(({ level }) => level === 'manifest')) {
    throw new InputError('annotations', 'those of manifests can’t be changed any more', {
      cure: 'give them to the legs, and to the merge those of the index alone',
    })
  }
  const isOfCommit = inputs.tags.trim() === '' || inputs.record.trim() !== '' || fromGit.labels.has(REVISION)
  return {
    repositories,
    references,
    platforms: platformsOf(inputs),
    push: push.push,
    immutable: immutableAmong(references, lines(inputs, 'immutable-tags')),
    sources: inputs.digests.trim() === '' ? undefined : parseSources(inputs),
    indexAnnotations: new Map([
      ...fromGit.labels,
      ...annotations.map(({ key, value }): [string, string] => [key, value]),
    ]),
    commit: isOfCommit ? git.commit : undefined,
    logins: parseLogins(
      lines(inputs, 'registry'),
      lines(inputs, 'username'),
      passwords(inputs),
      repositories,
      push.push,
    ),
    tlsVerify: boolean(inputs, 'tls-verify'),
    retries: wholeNumber(inputs, 'retries', 1, 100),
    verify: choice(inputs, 'verify', ['strict', 'warn', 'off']),
    verifyAllow: items(inputs, 'verify-allow'),
    summary: boolean(inputs, 'summary'),
    notices: [...notices, push.notice, fromGit.notice].filter((notice) => notice !== undefined),
  }
}

function parseSources(inputs: MergeInputs): NamedSource[] {
  // A single object may be written over several lines.
  if (inputs.digests.trim().startsWith('{') && isJson(inputs.digests)) return parseDigests(inputs.digests)
  return lines(inputs, 'digests').flatMap((line) =>
    line.startsWith('{') ? parseDigests(line) : [parseReference(line)],
  )
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch (error) {
    if (error instanceof SyntaxError) return false
    throw error
  }
}

function parseDigests(text: string): NamedSource[] {
  if (!isJson(text)) throw new InputError('digests', `${JSON.stringify(text)} is no JSON`)
  return Object.entries(JSON.parse(text) as object).map(([name, digest]: [string, unknown]) => {
    if (!isDigest(digest)) throw new InputError('digests', `${name}: ${JSON.stringify(digest)} is no digest`)
    return { kind: 'digest', platform: told(() => parsePlatform(name)), digest }
  })
}

function parseReference(text: string): NamedSource {
  return told(() => {
    const { name, tag, digest } = splitName(text.replace(/^docker:\/\//, ''))
    const reference = digest ?? tag
    if (reference === undefined) throw new Error(`${JSON.stringify(text)} has neither a digest nor a tag`)
    return { kind: 'reference', repository: parseRepository(name), reference }
  })
}

function told<T>(parse: () => T): T {
  try {
    return parse()
  } catch (cause) {
    throw new InputError('digests', (cause as Error).message, { cause })
  }
}
