import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { capture, type Environment } from '../host/process.js'
import { type Digest, isDigest } from '../oci/digest.js'
import { normalizePlatform, type Platform } from '../oci/platform.js'
import type { ImageConfig } from '../oci/types.js'
import { readImageList } from './storage-files.js'
import { type Store, storeArguments } from './store.js'

/** An image that podman took from a registry, in a store. */
export interface StoredImage {
  readonly id: string
  /** `repository:tag`, or `repository@digest` where no tag points to it. */
  readonly name: string
  /** All of these. */
  readonly names: readonly string[]
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

/** An image of a store, as `podman image inspect` shows it. */
export interface Inspected {
  readonly Id: string
  /** Bytes of its layers, unpacked. */
  readonly Size: number
  readonly History?: readonly { readonly created_by?: string }[] | null
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
  const all = await list(store, env)
  const listed = all ?? (await listOwn(store, env))
  if (listed === undefined) return undefined
  const shared = all === undefined ? await sharedImages(store, wanted) : []
  const candidates = listed.filter(
    (image) =>
      (image.RepoDigests ?? []).length > 0 && (image.ReadOnly !== true || wanted(repositoriesOf(image))),
  )
  const inspected = await inspectEach(store, env, [...new Set(candidates.map(({ Id }) => Id))])
  const found = candidates.flatMap((image) => {
    const details = inspected.find(({ Id }) => Id === image.Id)
    return details === undefined ? [] : [storedImage(image, details)]
  })
  return [...found, ...shared]
}

/**
 * Removes the images of a store, as far as podman does: those of the user's own, which is seen through this one, can't be
 * removed through it.
 */
export async function removeImages(store: Store, env: Environment): Promise<void> {
  await capture('podman', [...storeArguments(store), 'rmi', '--all', '--force'], { env })
}

/** Removes those that are called so, under all of their names. Whether they are gone is to be looked at. */
export async function removeNamed(store: Store, env: Environment, names: readonly string[]): Promise<void> {
  await capture('podman', [...storeArguments(store), 'rmi', '--force', ...names], { env })
}

async function list(store: Store, env: Environment): Promise<readonly Listed[] | undefined> {
  const args = [...storeArguments(store), 'images', '--format', 'json']
  const { exitCode, stdout } = await capture('podman', args, { env })
  return exitCode === 0 ? (JSON.parse(stdout || '[]') as readonly Listed[]) : undefined
}

async function listOwn(store: Store, env: Environment): Promise<readonly Listed[] | undefined> {
  return (await ownImages(store, env))?.map(({ Id, RepoTags, RepoDigests }) => ({
    Id,
    Names: RepoTags ?? [],
    RepoDigests: RepoDigests ?? [],
  }))
}

/**
 * The images of the run's own store alone, those of single steps too, by the storage's own list of them: podman 4.3 gives up on
 * listing any for one list in the user's store whose images are gone, and no filter keeps it from looking there.
 * https://github.com/containers/storage/blob/v1.43.0/images.go, `imagepath`
 * @returns undefined when there is no such list
 */
export async function ownImages(store: Store, env: Environment): Promise<Inspected[] | undefined> {
  const listed = await readImageList(store.graphRoot, store.driver)
  return (
    listed &&
    inspectEach(
      store,
      env,
      listed.map(({ id }) => id),
    )
  )
}

/**
 * The digest of the platform's own manifest of an image that podman pulled, or that the user has. podman 4.3 notes another one as the base's
 * in what it builds in more than one step: that of the last step's image (docs/traps.md, 37).
 * @param name as podman notes it
 * @returns undefined when no store has an image of that name
 */
export async function manifestDigest(store: Store, name: string): Promise<Digest | undefined> {
  for (const root of [store.graphRoot, ...store.sharedRoots]) {
    const found = (await readImageList(root, store.driver))?.find(({ names }) => names?.includes(name))
    const digest = found?.['big-data-digests']?.manifest
    if (isDigest(digest)) return digest
  }
  return undefined
}

/** The digests of the platforms' own manifests, by the names that images of a store have. */
export async function imageDigests(store: Store): Promise<Map<string, Digest>> {
  const images = (await readImageList(store.graphRoot, store.driver)) ?? []
  return new Map(
    images.flatMap(({ names = [], 'big-data-digests': digests }) => {
      const digest = digests?.manifest
      return isDigest(digest) ? names.map((name): [string, Digest] => [name, digest]) : []
    }),
  )
}

/** The user's own images that are wanted, by the storage's own list and files, where podman gives up on listing any. */
async function sharedImages(
  store: Store,
  wanted: (repositories: readonly string[]) => boolean,
): Promise<StoredImage[]> {
  const found: StoredImage[] = []
  for (const root of store.sharedRoots) {
    for (const { id, names = [] } of (await readImageList(root, store.driver)) ?? []) {
      const repositories = [...new Set(names.map(repositoryOf))]
      if (repositories.length === 0 || !wanted(repositories)) continue
      // A file's name in containers/storage for what isn't plain: `makeBigDataBaseName`.
      const config = `=${Buffer.from(`sha256:${id}`).toString('base64')}`
      const text = await readFile(join(root, `${store.driver}-images`, id, config), 'utf8').catch(
        () => undefined,
      )
      if (text === undefined) continue
      const { os, architecture, variant, rootfs } = JSON.parse(text) as ImageConfig
      found.push({
        id,
        name: names[0]!,
        names,
        repositories,
        platform: normalizePlatform({ os, architecture, ...(variant && { variant }) }),
        diffIds: (rootfs as { readonly diff_ids?: readonly string[] } | undefined)?.diff_ids ?? [],
        readOnly: true,
      })
    }
  }
  return found
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
    id: listed.Id,
    name: namesOf(listed)[0]!,
    names: namesOf(listed),
    repositories: repositoriesOf(listed),
    platform: normalizePlatform({ os, architecture, ...(variant && { variant }) }),
    diffIds: inspected.RootFS?.Layers ?? [],
    readOnly: listed.ReadOnly === true,
  }
}

/** An image's name without tag and digest. */
export function repositoryOf(name: string): string {
  return name.replace(/@.*$/, '').replace(/:[^:/]*$/, '')
}
