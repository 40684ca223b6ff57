import { isRegistryHost, parseRepository, type Repository, splitName } from '../oci/reference.js'
import { normalRepository, type RegistryRules } from './rules.js'

/** What a reference may mean. */
export interface Candidate {
  readonly repository: Repository
  /** A tag or digest. */
  readonly reference: string
}

// https://github.com/containers/image/blob/v5.36.0/docs/containers-transports.5.md
const TRANSPORT =
  /^(?:containers-storage|dir|docker-archive|docker-daemon|oci|oci-archive|ostree|sif|tarball):/

/**
 * What podman would look for in registries under a name as a Dockerfile has it: the alias of a short name, or that name in
 * each search registry, in the order in which they are tried.
 * https://github.com/containers/image/blob/v5.36.0/pkg/shortnames/shortnames.go
 * @throws {Error} with the reason, when there is nothing to look for in a registry or podman would have to ask
 */
export function candidatesOf(text: string, rules: RegistryRules): Candidate[] {
  const shown = JSON.stringify(text)
  if (text === 'scratch') throw new Error('scratch is no image')
  if (text.includes('$')) throw new Error(`${shown} has a variable without a value`)
  if (TRANSPORT.test(text)) throw new Error(`${shown} is in no registry`)
  const { name, tag, digest } = splitName(text.replace(/^docker:\/\//, ''))
  const reference = digest ?? tag ?? 'latest'
  return repositoriesOf(name, rules).map((repository) => ({
    repository: normalRepository(repository),
    reference,
  }))
}

function repositoriesOf(name: string, rules: RegistryRules): Repository[] {
  if (name.startsWith('localhost/')) throw new Error(`${name} is in local storage only`)
  if (namesRegistry(name)) return [parseRepository(name)]
  const alias = rules.aliases.get(name)
  if (alias) return [parseRepository(alias)]
  const { searchRegistries, shortNameMode } = rules
  if (searchRegistries.length === 0) {
    throw new Error(
      `${name} is a short name that has no alias, and there are no unqualified-search-registries`,
    )
  }
  if (searchRegistries.length > 1 && shortNameMode === 'enforcing') {
    throw new Error(
      `${name} is a short name, and podman would have to ask which of ${searchRegistries.join(', ')} is meant`,
    )
  }
  return searchRegistries.map((registry) => parseRepository(`${registry}/${name}`))
}

function namesRegistry(name: string): boolean {
  const [first = '', ...rest] = name.split('/')
  return rest.length > 0 && /[.:]/.test(first) && isRegistryHost(first)
}
