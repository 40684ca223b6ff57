import { createReadStream } from 'node:fs'
import type { BuildSite } from '../builder/build-platform.js'
import { writeSecrets } from '../builder/secrets.js'
import { keptLayout, Workspace } from '../builder/workspace.js'
import type { Dockerfile } from '../dockerfile/parse.js'
import { type Location, messageOf } from '../errors.js'
import type { BuildPlan } from '../plan/plan.js'
import type { PodmanInfo } from '../podman/info.js'
import type { RemotePodman } from '../podman/remote.js'
import type { Store } from '../podman/store.js'
import { StorePool } from '../podman/store-pool.js'
import type { Publication } from '../publish/publish.js'
import { RegistryClient } from '../registry/client.js'
import {
  type CredentialStore,
  credentialStore,
  dockerConfig,
  podmanAuthFile,
} from '../registry/credentials.js'
import { readRegistryRules } from '../registry/registries-conf.js'
import { ImageResolver } from '../registry/resolve-image.js'
import type { Warning } from '../report/report.js'
import type { BuildRequest } from '../request/build-request.js'
import { Layers } from '../verify/layers.js'
import type { Run } from './build.js'
import { isBase, keptStores, notKept, storesFor } from './stores.js'

const READING = { highWaterMark: 1 << 18 }

/** All that a run opens and has to close again. */
export interface Site extends Omit<BuildSite, 'runnable'> {
  /** Machines that build platforms, by platform. */
  readonly remotes: ReadonlyMap<string, RemotePodman>
  /** By platform. */
  readonly stores: ReadonlyMap<string, Store>
  readonly publication: Publication
  /** What was not as it should be and does not fail the run. */
  readonly warnings: readonly Warning[]
  /** Tells the user, and remembers it for the summary. */
  readonly warn: (message: string, location?: Location) => void
  /** What references to images meant when the run began. */
  readonly resolver: ImageResolver
  /** Layers as the verification reads them. */
  readonly layers: Layers
  /** Puts the layout in its lasting place, when it is to be kept, and says where that is. */
  keepLayout(): Promise<string | undefined>
  /** Leaves the step's logins for later steps, as Docker has them, and says in which folder; undefined when there are none. */
  keepLogins(): Promise<string | undefined>
  /** @param isIntact whether the build ended well */
  close(isIntact: boolean): Promise<void>
}

/** Opens the folders, stores, files of secrets and logins, and connections of a run. */
export async function openSite(
  request: BuildRequest,
  dockerfile: Dockerfile,
  plan: BuildPlan,
  podman: PodmanInfo,
  remotes: ReadonlyMap<string, RemotePodman>,
  run: Run,
): Promise<Site> {
  // Before there is a folder to be removed: a broken registries.conf, or file of logins, ends the run here.
  const authFile = await podmanAuthFile(request.logins, run.env)
  const closed = new AbortController()
  const client = await registryClient(request, {
    ...run,
    signal: AbortSignal.any([run.signal, closed.signal]),
  })
  const kept = request.keepLayout ? keptLayout(request.repositories[0]!, run.env) : undefined
  const workspace = await Workspace.open(run.host, podman, kept, run.env)
  const { layout } = workspace
  const warnings: Warning[] = []
  let stores: Map<string, Store> | undefined
  let pool: StorePool | undefined
  const close = async (isIntact: boolean) => {
    // When one platform has failed, others may still be trying to send something.
    closed.abort()
    await client.close()
    // Whether the image is right was decided before, and an error of the build's own must not be hidden by these.
    const warn = (error: unknown) =>
      run.host.warning(`temporary files could not be removed: ${messageOf(error)}`)
    const back = [...(stores?.values() ?? [])].map((store) => pool?.giveBack(store, isIntact).catch(warn))
    await Promise.all(back)
    if (pool !== run.stores) await pool?.close().catch((error) => run.host.warning(notKept(error)))
    await workspace.close().catch(warn)
  }
  try {
    const env = await podmanEnvironment(authFile, workspace)
    pool = run.stores ?? (await ownPool(request, podman, workspace, run))
    stores = await storesFor({ request, dockerfile, plan, podman, remotes, env }, workspace, pool)
    return {
      request,
      dockerfile,
      remotes,
      explicitPlatforms: plan.explicitPlatforms,
      buildPlatform: podman.platform,
      podman,
      layout,
      exportFolder: workspace.exportFolder,
      temporary: workspace.temporary,
      secrets: await writeSecrets(request.secrets, `${workspace.folder}/secrets`),
      env,
      stores,
      publication: {
        client,
        layout,
        openBlob: ({ digest }) => createReadStream(layout.blobPath(digest)),
        repositories: request.repositories,
        blobs: new Map(),
        onTag: (reference) => run.onTag(reference.text),
      },
      warnings,
      resolver: new ImageResolver(client),
      layers: new Layers(({ digest }) => createReadStream(layout.blobPath(digest), READING), run.signal),
      warn: (message, location) => {
        run.host.warning(message, location)
        warnings.push({ message, ...(location && { location }) })
      },
      keepLayout: async () => {
        if (kept !== undefined) await workspace.keepLayout(kept.path)
        return kept?.path
      },
      keepLogins: async () => {
        // Only a runner has a post part, which removes them.
        if (authFile === undefined || run.host.kind !== 'runner') return undefined
        return workspace.keepLogins(dockerConfig(authFile))
      },
      close,
    }
  } catch (error) {
    await close(false)
    throw error
  }
}

/** Stores with base images of earlier runs, for a build alone; undefined where none are kept. */
async function ownPool(
  request: BuildRequest,
  podman: PodmanInfo,
  { storage }: Workspace,
  run: Run,
): Promise<StorePool | undefined> {
  const kept = await keptStores([request], podman, run)
  return kept && StorePool.open(podman, storage, isBase, kept)
}

/** Speaks to registries with the logins of a request. */
export async function registryClient(
  request: Pick<BuildRequest, 'logins' | 'tlsVerify' | 'retries'>,
  { host, env, signal }: Pick<Run, 'host' | 'env' | 'signal'>,
): Promise<RegistryClient> {
  return new RegistryClient({
    credentials: maskedCredentials(credentialStore(request.logins, env), host),
    tlsVerify: request.tlsVerify,
    retries: request.retries,
    signal,
    onRetry: (message) => host.info(message),
    env,
    rules: await readRegistryRules(env),
  })
}

/** Logins that somebody else made are kept out of the output like this step's own, from when they are used. */
function maskedCredentials(store: CredentialStore, host: Run['host']): CredentialStore {
  return {
    find: async (repository) => {
      const credential = await store.find(repository)
      if (credential !== undefined) {
        const { username, password, identityToken } = credential
        const basic = Buffer.from(`${username}:${password}`).toString('base64')
        for (const secret of [password, basic, identityToken]) if (secret) host.mask(secret)
      }
      return credential
    },
  }
}

async function podmanEnvironment(
  authFile: string | undefined,
  workspace: Workspace,
): Promise<BuildSite['env']> {
  return {
    // It would contradict --timestamp: podman 5.6 and newer read it themselves.
    SOURCE_DATE_EPOCH: undefined,
    ...(authFile !== undefined && {
      REGISTRY_AUTH_FILE: await workspace.writePrivate('auth.json', authFile),
    }),
  }
}
