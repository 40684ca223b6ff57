import { BuildError } from '../errors.js'
import { capture, type Environment } from '../host/process.js'
import { normalizePlatform, type Platform } from '../oci/platform.js'
import { type Store, storeArguments } from './store.js'

/** An image that podman took from a registry, in a store. */
export interface StoredImage {
  /** `repository:tag`, or `repository@digest` where no tag points to it. */
  readonly name: string
  readonly repositories: readonly string[]
  /** As its config says. */
  readonly platform: Platform
  readonly diffIds: readonly string[]
  /** It lies in the user's own store, which a build may have used or not. */
  readonly readOnly: boolean
}

interface Listed {
  readonly Id: string
  readonly RepoDigests: readonly string[] | null
  readonly Names?: readonly string[] | null
  readonly ReadOnly?: boolean
}

interface Inspected {
  readonly Id: string
  readonly Os: string
  readonly Architecture: string
  readonly Variant?: string
  readonly RootFS?: { readonly Layers?: readonly string[] | null }
}

/**
 * The images in a store that come from registries. What builds made is left out: it has no digest of a registry. The
 * user's own store is seen through this one, and may hold hundreds, or broken ones: of those only the `wanted` are looked at.
 * @throws {BuildError} when one that was pulled can't be looked at
 */
export async function storedImages(
  store: Store,
  env: Environment,
  wanted: (repositories: readonly string[]) => boolean,
): Promise<StoredImage[]> {
  const ask = (...args: string[]) => capture('podman', [...storeArguments(store), ...args], { env })
  const { exitCode, stdout, stderr } = await ask('images', '--format', 'json')
  if (exitCode !== 0) throw unreadable(stderr)
  const listed = (JSON.parse(stdout || '[]') as readonly Listed[]).filter(
    (image) =>
      (image.RepoDigests ?? []).length > 0 && (image.ReadOnly !== true || wanted(repositoriesOf(image))),
  )
  if (listed.length === 0) return []
  // It shows those that it can, whatever the exit code.
  const shown = await ask('image', 'inspect', ...new Set(listed.map(({ Id }) => Id)))
  const inspected = JSON.parse(shown.stdout || '[]') as readonly Inspected[]
  return listed.flatMap((image) => {
    const found = inspected.find(({ Id }) => Id === image.Id)
    if (found !== undefined) return [storedImage(image, found)]
    if (image.ReadOnly !== true) throw unreadable(shown.stderr)
    return []
  })
}

function unreadable(stderr: string): BuildError {
  return new BuildError(
    `podman could not show the images that it pulled: ${stderr.trim().split('\n').at(-1)}`,
  )
}

function namesOf({ Names, RepoDigests }: Listed): string[] {
  return [...(Names ?? []), ...(RepoDigests ?? [])]
}

function repositoriesOf(listed: Listed): string[] {
  return [...new Set(namesOf(listed).map(repositoryOf))]
}

function storedImage(listed: Listed, inspected: Inspected): StoredImage {
  const { Os: os, Architecture: architecture, Variant: variant } = inspected
  return {
    name: namesOf(listed)[0]!,
    repositories: repositoriesOf(listed),
    platform: normalizePlatform({ os, architecture, ...(variant && { variant }) }),
    diffIds: inspected.RootFS?.Layers ?? [],
    readOnly: listed.ReadOnly === true,
  }
}

/** An image's name without tag and digest. */
function repositoryOf(name: string): string {
  return name.replace(/@.*$/, '').replace(/:[^:/]*$/, '')
}
