import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
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
  readonly RepoTags?: readonly string[] | null
  readonly RepoDigests?: readonly string[] | null
  readonly RootFS?: { readonly Layers?: readonly string[] | null }
}

/**
 * The images in a store that come from registries. What builds made is left out: it has no digest of a registry. The
 * user's own store is seen through this one, and may hold hundreds: of those only the `wanted` are looked at.
 *
 * Lists whose images are gone, half-removed images and the like are common in stores that people work in, and no build
 * needs them: what podman can't show is left out.
 * @returns undefined when podman can't even list them
 */
export async function storedImages(
  store: Store,
  env: Environment,
  wanted: (repositories: readonly string[]) => boolean,
): Promise<StoredImage[] | undefined> {
  const listed = (await list(store, env)) ?? (await listOwn(store, env))
  if (listed === undefined) return undefined
  const candidates = listed.filter(
    (image) =>
      (image.RepoDigests ?? []).length > 0 && (image.ReadOnly !== true || wanted(repositoriesOf(image))),
  )
  const inspected = await inspectEach(store, env, [...new Set(candidates.map(({ Id }) => Id))])
  return candidates.flatMap((image) => {
    const found = inspected.find(({ Id }) => Id === image.Id)
    return found === undefined ? [] : [storedImage(image, found)]
  })
}

async function list(store: Store, env: Environment): Promise<readonly Listed[] | undefined> {
  const args = [...storeArguments(store), 'images', '--format', 'json']
  const { exitCode, stdout } = await capture('podman', args, { env })
  return exitCode === 0 ? (JSON.parse(stdout || '[]') as readonly Listed[]) : undefined
}

/**
 * The images of the run's own store alone, by the storage's own list of them: podman 4.3 gives up on listing any for one list in the
 * user's store whose images are gone, and no filter keeps it from looking there.
 * https://github.com/containers/storage/blob/v1.43.0/images.go, `imagepath`
 */
async function listOwn(store: Store, env: Environment): Promise<readonly Listed[] | undefined> {
  const path = join(store.graphRoot, `${store.driver}-images`, 'images.json')
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const ids = (JSON.parse(text) as readonly { readonly id: string }[]).map(({ id }) => id)
  return (await inspectEach(store, env, ids)).map(({ Id, RepoTags, RepoDigests }) => ({
    Id,
    Names: RepoTags ?? [],
    RepoDigests: RepoDigests ?? [],
  }))
}

/** At once, since each start of podman takes a while; one by one when some image makes podman give up on all. */
async function inspectEach(store: Store, env: Environment, ids: readonly string[]): Promise<Inspected[]> {
  if (ids.length === 0) return []
  const args = [...storeArguments(store), 'image', 'inspect', ...ids]
  const { exitCode, stdout } = await capture('podman', args, { env })
  if (exitCode === 0) return JSON.parse(stdout || '[]') as Inspected[]
  if (ids.length === 1) return []
  return (await Promise.all(ids.map((id) => inspectEach(store, env, [id])))).flat()
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
