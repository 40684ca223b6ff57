import { messageOf, RegistryError } from '../errors.js'
import { parseRepository, type Repository } from '../oci/reference.js'

/** A registry that serves what another one holds, asked before it and for reads only. */
export interface Mirror {
  readonly location: string
  readonly insecure: boolean
  /** `pull-from-mirror`, and what the registry's `mirror-by-digest-only` comes to. */
  readonly pulls: 'all' | 'digest-only' | 'tag-only'
}

/** One `[[registry]]` of `registries.conf`. */
export interface RegistryRule {
  /** `quay.io`, `quay.io/organisation`, `*.example.com` */
  readonly prefix: string
  /** What takes the prefix's place when something is read; empty leaves the name as it is. */
  readonly location: string
  readonly insecure: boolean
  readonly blocked: boolean
  readonly mirrors: readonly Mirror[]
  /** The file that says so. */
  readonly origin: string
}

/** What podman does with a short name that has no alias. */
export type ShortNameMode = 'enforcing' | 'permissive' | 'disabled'

/** What `registries.conf` and its drop-ins say, all together. */
export interface RegistryRules {
  /** Sorted by prefix, each there once. */
  readonly registries: readonly RegistryRule[]
  /** Registries that a name without one is looked up in. */
  readonly searchRegistries: readonly string[]
  readonly shortNameMode: ShortNameMode
  /** Repositories by short name; an empty text is no alias. */
  readonly aliases: ReadonlyMap<string, string>
  /** The files that were read, in order. */
  readonly files: readonly string[]
}

/** Where a repository is really reached. */
export interface Source {
  readonly repository: Repository
  /** Plain HTTP and certificates that nobody vouches for are taken from this registry. */
  readonly insecure: boolean
}

/** A machine without any `registries.conf`. */
export const NO_RULES: RegistryRules = {
  registries: [],
  searchRegistries: [],
  shortNameMode: 'permissive',
  aliases: new Map(),
  files: [],
}

/**
 * The places that a repository may be read from, in the order in which podman asks them: mirrors, then the location.
 * https://github.com/containers/image/blob/v5.36.0/docs/containers-registries.conf.5.md#remapping-and-mirroring-registries
 * @param byDigest whether what is read is named by its digest
 * @throws {RegistryError} when the repository is blocked, or a location makes no repository of it
 */
export function sourcesOf(
  repository: Repository,
  rules: RegistryRules,
  { byDigest }: { readonly byDigest: boolean },
): Source[] {
  const named = normalRepository(repository)
  const rule = ruleFor(named, rules)
  if (rule === undefined) return [{ repository: named, insecure: false }]
  refuseBlocked(named, rule)
  const mirrors = rule.mirrors
    .filter(({ pulls }) => pulls === 'all' || byDigest === (pulls === 'digest-only'))
    .map((mirror) => rewritten(named, rule, mirror))
    .filter((source) => !ruleFor(source.repository, rules)?.blocked)
  const location = rewritten(named, rule, rule)
  refuseBlocked(location.repository, ruleFor(location.repository, rules))
  return [...mirrors, location]
}

/**
 * The one place that a repository is written to: under the name that it has, since podman rewrites and mirrors reads alone
 * (containers-registries.conf(5): "currently processed only when reading images, not when pushing").
 * @throws {RegistryError} when the repository is blocked
 */
export function targetOf(repository: Repository, rules: RegistryRules): Source {
  const rule = ruleFor(normalRepository(repository), rules)
  refuseBlocked(repository, rule)
  return { repository, insecure: rule?.insecure ?? false }
}

/** The rule with the longest prefix of a repository; undefined when none has any. */
function ruleFor({ text }: Repository, { registries }: RegistryRules): RegistryRule | undefined {
  let best: RegistryRule | undefined
  for (const rule of registries) {
    if (matchedLength(text, rule.prefix) === undefined) continue
    if (rule.prefix.length > (best?.prefix.length ?? 0)) best = rule
  }
  return best
}

/** How much of a repository's name a prefix covers; undefined when it isn't its prefix. */
function matchedLength(name: string, prefix: string): number | undefined {
  const domain = prefix.startsWith('*.') ? prefix.slice(1) : undefined
  const start = domain === undefined ? 0 : name.indexOf(domain)
  if (domain === undefined ? !name.startsWith(prefix) : start < 0 || name.slice(0, start).includes('/')) {
    return undefined
  }
  const end = start + (domain ?? prefix).length
  // `example.com` also covers `example.com:5000`, as for podman.
  return end === name.length || ':/'.includes(name[end]!) ? end : undefined
}

function rewritten(
  repository: Repository,
  { prefix, origin }: RegistryRule,
  { location, insecure }: Pick<Mirror, 'location' | 'insecure'>,
): Source {
  if (location === '') return { repository, insecure }
  const text = location + repository.text.slice(matchedLength(repository.text, prefix))
  try {
    return { repository: parseRepository(text), insecure }
  } catch (cause) {
    throw new RegistryError(`${origin} makes ${text} of ${repository.text}: ${messageOf(cause)}`, {
      cure: `mend the location ${JSON.stringify(location)}`,
      cause,
    })
  }
}

// podman itself looks at `blocked` by the place that it really asks, so that a location elsewhere evades it; the manual says
// "pulling images with matching names is forbidden".
function refuseBlocked({ text }: Repository, rule: RegistryRule | undefined): void {
  if (!rule?.blocked) return
  throw new RegistryError(`${text} is blocked: ${rule.origin} says blocked = true for ${rule.prefix}`, {
    cure: 'use another registry, or change that file',
  })
}

/**
 * A repository as rules name it: Docker Hub's official images are in `library/`.
 * https://github.com/distribution/reference/blob/v0.6.0/normalize.go
 */
export function normalRepository(repository: Repository): Repository {
  const { registry, path } = repository
  const hub = registry === 'docker.io' || registry === 'index.docker.io'
  if (!hub) return repository
  return parseRepository(`docker.io/${path.includes('/') ? path : `library/${path}`}`)
}
