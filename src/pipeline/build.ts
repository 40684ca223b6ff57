import type { BuildLog } from '../builder/build-log.js'
import { writeSecrets } from '../builder/secrets.js'
import { keptLayoutPath, Workspace } from '../builder/workspace.js'
import { readDockerfile } from '../dockerfile/parse.js'
import type { Host } from '../host/host.js'
import { type Image, writeImage, writeIndex } from '../oci/image.js'
import { makePlan } from '../plan/plan.js'
import { podmanInfo } from '../podman/info.js'
import { createStore, type Store, storeDriver } from '../podman/store.js'
import { loadIntoPodman } from '../publish/load.js'
import { publishImage, publishIndex } from '../publish/publish.js'
import { RegistryClient } from '../registry/client.js'
import { credentialStore, podmanAuthFile } from '../registry/credentials.js'
import type { PlatformReport, Report } from '../report/report.js'
import type { BuildRequest } from '../request/build-request.js'
import { verifyImage } from '../verify/image.js'
import { verifyIndex } from '../verify/index.js'
import { prepareExecution } from './execution.js'
import { judge } from './judge.js'
import { imageMetadata, indexAnnotations } from './metadata.js'
import { type BuiltPlatform, buildPlatforms, platformNames, processors } from './platforms.js'

/** A run's surroundings. */
export interface Run {
  readonly host: Host
  readonly env: NodeJS.ProcessEnv
  readonly signal: AbortSignal
  /** Called when a tag stands, so that a failure afterwards can say which do. */
  readonly onTag: (reference: string) => void
}

/**
 * The whole story: builds every platform, verifies it, pushes it by digest while others still build, and when all
 * are right puts the index together and lets the tags move.
 * @throws {Failure} with what happened, where, and what to do
 */
export async function build(request: BuildRequest, run: Run): Promise<Report> {
  const { host, env, signal } = run
  const started = performance.now()
  const podman = await podmanInfo()
  const dockerfile = readDockerfile(request.dockerfile)
  const plan = makePlan(request, dockerfile, { podman, cores: processors() })
  const execution = await prepareExecution(request, plan, run)

  const keptLayout = request.keepLayout ? keptLayoutPath(request.repositories[0]!, env) : undefined
  const workspace = await Workspace.open(host, podman, keptLayout, env)
  const client = new RegistryClient({
    credentials: credentialStore(request.logins, env),
    tlsVerify: request.tlsVerify,
    retries: request.retries,
    signal,
    onRetry: (message) => host.info(message),
  })
  const { layout } = workspace
  const publication = {
    client,
    layout,
    repositories: request.repositories,
    blobs: new Map<string, Promise<unknown>>(),
    onTag: (reference: { readonly text: string }) => run.onTag(reference.text),
  }
  try {
    const driver = await storeDriver(podman, workspace.storage)
    const stores = new Map<string, Store>()
    for (const name of new Set(plan.platforms.map(({ store }) => store))) {
      stores.set(name, await createStore(podman, workspace.storage, driver, name))
    }
    const authFile = await podmanAuthFile(request.logins, env)
    const site = {
      request,
      dockerfile,
      buildPlatform: podman.platform,
      layout,
      exportFolder: workspace.exportFolder,
      temporary: workspace.temporary,
      secrets: await writeSecrets(request.secrets, `${workspace.folder}/secrets`),
      env: {
        // It would contradict --timestamp: podman 5.6 and newer read it themselves.
        SOURCE_DATE_EPOCH: undefined,
        ...(authFile !== undefined && {
          REGISTRY_AUTH_FILE: await workspace.writePrivate('auth.json', authFile),
        }),
      },
    }

    const finish = async (built: BuiltPlatform, log: BuildLog): Promise<PlatformReport> => {
      const image = await writeImage(layout, built, built.platform, imageMetadata(request, dockerfile, built))
      judge(verifyImage(image, built.platform), request.verify, host)
      const pushing = performance.now()
      if (request.push) {
        await publishImage(publication, image)
        log.line(`pushed ${image.descriptor.digest}`)
      }
      return {
        ...built,
        image,
        execution: execution.get(built.platform.text)!,
        pushSeconds: (performance.now() - pushing) / 1000,
      }
    }
    const log = host.openLog(`Build ${platformNames(request.platforms)} with podman ${podman.version}`)
    const platforms = await buildPlatforms(plan, site, stores, log, signal, finish).finally(() => log.close())

    const images: Image[] = platforms.map(({ image }) => image)
    const { descriptor, index } = await writeIndex(layout, images, indexAnnotations(request))
    judge(verifyIndex(index, request.platforms), request.verify, host)
    await layout.writeEntry(descriptor, request.references[0]?.tag)
    if (request.push) await publishIndex(publication, descriptor, request.references)

    const loaded = request.load ? request.references[0] : undefined
    if (loaded !== undefined) {
      await loadIntoPodman(layout, images, loaded, workspace.exportFolder, { env: site.env, signal })
    }
    if (keptLayout !== undefined) await workspace.keepLayout(keptLayout)
    return {
      index: descriptor,
      repositories: request.repositories,
      references: request.references,
      platforms,
      pushed: request.push,
      loaded,
      ociLayout: keptLayout,
      seconds: (performance.now() - started) / 1000,
      podman: podman.version,
      notices: request.notices,
    }
  } finally {
    await client.close()
    await workspace.close()
  }
}
