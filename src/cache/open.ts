import { realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseRepository } from '../oci/reference.js'
import type { RegistryClient } from '../registry/client.js'
import type { CacheSettings } from '../request/build-request.js'

import { actionsStore, hasCacheService } from './actions-store.js'
import { DirectoryStore } from './directory-store.js'
import { registryStore } from './registry-store.js'
import type { CacheStore, Opening, Teller } from './store.js'

/** Where a run's store is; plain data, which a later part of the run can read. */
export type Place =
  | { readonly kind: 'actions' }
  | { readonly kind: 'directory'; readonly folder: string }
  | { readonly kind: 'registry'; readonly repository: string }

/** What opening a store takes besides its place. */
export interface Means {
  /** A folder of the run's own for what is on its way. */
  readonly folder: string
  readonly env: NodeJS.ProcessEnv
  /** Makes a client for the store alone. */
  readonly registryClient: () => Promise<RegistryClient>
}

/** Which place a request means on this machine; undefined for none. */
export function placeOf(
  settings: Pick<CacheSettings, 'kind' | 'folder' | 'repository'>,
  env: NodeJS.ProcessEnv,
  tell: Teller,
): Place | undefined {
  const { kind, folder = defaultFolder(env), repository } = settings
  switch (kind) {
    case 'off':
      return undefined
    case 'registry':
      return { kind, repository: repository!.text }
    case 'directory':
      return { kind, folder }
    case 'actions':
      if (hasCacheService(env)) return { kind }
      tell.warning(
        'cache: there is no cache service of GitHub’s here; nothing is kept. What to do: set cache: directory',
      )
      return undefined
    case 'auto':
      if (!hasCacheService(env)) return { kind: 'directory', folder }
      if (settings.folder !== undefined) {
        tell.warning(
          'cache: cache-dir is not used, since this runner has GitHub’s cache. What to do: set cache: directory',
        )
      }
      return { kind: 'actions' }
  }
}

/** Opens the store at a place; nothing is asked of it yet. */
export async function openStore(place: Place, means: Means, opening: Opening): Promise<CacheStore> {
  switch (place.kind) {
    case 'actions':
      return actionsStore({ program: clientProgram(), folder: means.folder, env: means.env }, opening)
    case 'directory':
      return new DirectoryStore(place.folder, opening)
    case 'registry':
      return registryStore(
        { repository: parseRepository(place.repository), client: await means.registryClient() },
        opening,
      )
  }
}

// https://specifications.freedesktop.org/basedir-spec/latest/
function defaultFolder(env: NodeJS.ProcessEnv): string {
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'multiarch-build', 'cache')
}

// Beside the bundle that was started: dist/build/index.js has dist/cache-client/index.js.
function clientProgram(): string {
  return join(dirname(realpathSync(process.argv[1] ?? '.')), '..', 'cache-client', 'index.js')
}
