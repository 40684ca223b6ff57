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
 * The images in a store that come from registries, those of the user's own store included. What builds made is left
 * out: it has no digest of a registry.
 */
export async function storedImages(store: Store, env: Environment): Promise<StoredImage[]> {
  const ask = async <T>(...args: string[]): Promise<T> => {
    const { exitCode, stdout, stderr } = await capture('podman', [...storeArguments(store), ...args], { env })
    if (exitCode !== 0) throw new BuildError(`podman could not list the images it pulled: ${stderr.trim()}`)
    return JSON.parse(stdout || '[]') as T
  }
  const listed = (await ask<readonly Listed[]>('images', '--format', 'json')).filter(
    (image) => (image.RepoDigests ?? []).length > 0,
  )
  if (listed.length === 0) return []
  const ids = [...new Set(listed.map(({ Id }) => Id))]
  const inspected = await ask<readonly Inspected[]>('image', 'inspect', ...ids)
  return listed.flatMap((image) => {
    const found = inspected.find(({ Id }) => Id === image.Id)
    return found === undefined ? [] : [storedImage(image, found)]
  })
}

function storedImage(listed: Listed, inspected: Inspected): StoredImage {
  const names = [...(listed.Names ?? []), ...(listed.RepoDigests ?? [])]
  const { Os: os, Architecture: architecture, Variant: variant } = inspected
  return {
    name: names[0]!,
    repositories: [...new Set(names.map(repositoryOf))],
    platform: normalizePlatform({ os, architecture, ...(variant && { variant }) }),
    diffIds: inspected.RootFS?.Layers ?? [],
    readOnly: listed.ReadOnly === true,
  }
}

/** An image's name without tag and digest. */
export function repositoryOf(name: string): string {
  return name.replace(/@.*$/, '').replace(/:[^:/]*$/, '')
}
