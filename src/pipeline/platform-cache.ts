import { mkdir, mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import type { BuildLog } from '../builder/build-log.js'
import { type PlatformBuild, temporaryFolder } from '../builder/build-platform.js'
import { type CacheMounts, cacheMounts } from '../cache/mounts/dockerfile.js'
import { recordBlobs } from '../cache/mounts/record.js'
import { type MountSite, type Restored, restoreMounts } from '../cache/mounts/restore.js'
import { saveMounts } from '../cache/mounts/save.js'
import { now, RecordBook } from '../cache/record-book.js'
import { ownLayers } from '../cache/records.js'
import type { OpenCache } from '../cache/session.js'
import { parseDockerfile } from '../dockerfile/parse.js'
import { targetStage } from '../dockerfile/stages.js'
import { Interrupted, messageOf } from '../errors.js'
import type { Platform } from '../oci/platform.js'
import { removeImages } from '../podman/images.js'
import { removeFolders } from '../podman/store.js'
import type { CacheFacts, PlatformReport, ResumedStage } from '../report/report.js'
import { argumentValues } from './arguments.js'
import type { Run } from './build.js'
import type { BuildCache } from './build-cache.js'
import { BuildInputs } from './build-inputs.js'
import { outdatedBase } from './kept-bases.js'
import { Recognition, type Reused, scopeOf } from './reuse.js'
import type { Site } from './site.js'
import type { Exchange } from './steps/exchange.js'
import { stepFacts } from './steps/facts.js'
import { keepSteps } from './steps/keep.js'
import { secondsByInstruction } from './steps/keeping.js'
import { type Fetched, fetchCheckpoints, leftText, type Resumed, resume } from './steps/resume.js'
import { asBuiltInOne, rootCheckpoint } from './steps/resumption.js'
import type { StepSite } from './steps/step-site.js'

/** What all platforms of a run have of the cache. */
export interface Shared {
  readonly cache: OpenCache
  readonly exchange: Exchange
}

/** The cache of a platform that is built here: whole images, images of steps, and cache mounts. */
export class PlatformCache implements BuildCache {
  private restored: Restored | undefined
  private found: Reused | undefined
  private resumed: Resumed | undefined
  private readonly started = now()

  private constructor(
    private readonly steps: StepSite,
    private readonly recognition: Recognition,
  ) {}

  /** Opens it, and looks whether the platform has to be built at all. */
  static async open(platform: Platform, site: Site, shared: Shared, run: Run): Promise<PlatformCache> {
    const { cache, exchange } = shared
    const { ttl, maxSize, skipUnchanged } = site.request.cache
    const { env, signal } = run
    const book = new RecordBook(scopeOf(site.request), platform, cache, { ttl, maxSize })
    const inputs = await BuildInputs.read(platform, site, env)
    const store = site.stores.get(platform.text)!
    const side = { store, env: { ...site.env, TMPDIR: temporaryFolder(site, platform) }, signal }
    const steps = { site, platform, inputs, cache, book, exchange, side, env }
    const recognition = new Recognition(platform, site, cache, inputs, book)
    const opened = new PlatformCache(steps, recognition)
    if (skipUnchanged) opened.found = await opened.orWarn(() => recognition.find())
    return opened
  }

  get reused(): Reused | undefined {
    return this.found
  }

  get contributed(): boolean {
    const mounts = this.restored?.facts.mounts ?? []
    return this.found !== undefined || this.resumedStages.length > 0 || mounts.length > 0
  }

  async setAside(): Promise<void> {
    const { site, platform, side } = this.steps
    const folder = temporaryFolder(site, platform)
    this.found = undefined
    this.resumed = { checkpoints: new Map(), usable: new Map(), text: undefined }
    await removeFolders([folder], site.podman.rootless)
    await mkdir(folder, { recursive: true })
    // With them there the new images of the same steps could not be told.
    await removeImages(side.store, side.env)
    if (!hasMounts(site)) return
    const { store, ...place } = await this.mountSite()
    const empty = { ...place, store: { ...store, readDocument: async () => undefined } }
    this.restored = await this.orWarn(() => restoreMounts(empty, mountsOf(site, platform)))
  }

  async emulatedSeconds(): Promise<number | undefined> {
    const records = await this.orWarn(() => this.steps.book.read())
    const builds = [...(records?.builds.values() ?? [])].filter(({ execution }) => execution === 'emulated')
    return builds.sort((a, b) => b.ran - a.ran)[0]?.seconds
  }

  facts(log: Pick<BuildLog, 'steps'>): CacheFacts {
    const { inputs, site } = this.steps
    const { dockerfile } = inputs
    const seconds = secondsByInstruction(dockerfile, log.steps)
    const { checkpoints = new Map() } = this.resumed ?? {}
    return {
      unchanged: this.found !== undefined,
      reasons: inputs.reasons,
      mounts: this.restored?.facts.mounts ?? [],
      resumed: this.resumedStages,
      steps: this.found ? [] : stepFacts(dockerfile, site.request.build.target, checkpoints, seconds),
    }
  }

  private get resumedStages(): ResumedStage[] {
    return [...(this.resumed?.checkpoints.values() ?? [])].map(({ keys, after, record }) => ({
      stage: keys.stage.name ?? String(keys.stage.index),
      line: after.endLine,
      seconds: record.seconds,
      bytes: ownLayers(record).reduce((sum, { size }) => sum + size, 0),
    }))
  }

  async prepare(log: BuildLog): Promise<string | undefined> {
    const { site, platform, cache } = this.steps
    await mkdir(temporaryFolder(site, platform), { recursive: true })
    const fetched = await this.orWarn(() => fetchCheckpoints(this.steps, log))
    const pulling = this.orWarn(async () => fetched && resume(fetched, this.steps, log))
    await Promise.all([pulling, this.prepareMounts(fetched)])
    this.resumed = await pulling
    for (const { stage, line, seconds } of this.resumedStages) {
      log.line(
        `stage ${stage} goes on after line ${line}: ${seconds.toFixed(0)} s of steps are in ${cache.store.place}`,
      )
    }
    for (const { name, bytes } of this.restored?.facts.mounts ?? []) {
      log.line(`cache mount ${name}: ${(bytes / 1e6).toFixed(1)} MB from ${cache.store.place}`)
    }
    return this.resumed?.text
  }

  whole(built: PlatformBuild): PlatformBuild {
    const { site, inputs } = this.steps
    const target = targetStage(inputs.dockerfile, site.request.build.target)
    const root = this.resumed && rootCheckpoint(inputs.dockerfile, target, this.resumed.checkpoints)
    return target && root ? { ...built, ...asBuiltInOne(built, target, root) } : built
  }

  async keep(
    built: PlatformBuild,
    log: BuildLog,
    execution: PlatformReport['execution'],
    again: boolean,
  ): Promise<void> {
    const { steps, recognition, restored, resumed } = this
    const { site, cache } = steps
    if (this.found !== undefined || !cache.store.writable) return
    if (await this.isOutdated()) return
    const ran = Math.min(
      this.started,
      ...[...(resumed?.checkpoints.values() ?? [])].map(({ record }) => record.ran),
    )
    if (resumed !== undefined && again) {
      await this.orWarn(() => keepSteps(steps, resumed, built, log, ran))
    }
    if (site.request.cache.skipUnchanged && again) {
      await this.orWarn(() => recognition.remember(built, execution, ran))
    }
    if (restored === undefined) return
    const saved = await this.orWarn(async () => saveMounts(await this.mountSite(), restored))
    for (const warning of saved?.warnings ?? []) site.warn(warning)
  }

  /** The Dockerfile of what is left to do. */
  private leftOf(text: string | undefined): Site['dockerfile'] {
    const { site, inputs } = this.steps
    return text === undefined ? site.dockerfile : parseDockerfile(text, inputs.dockerfile.path)
  }

  /** Whether a base image isn't the one by which the build would be recognised. */
  private async isOutdated(): Promise<boolean> {
    const { site, platform } = this.steps
    const image = await outdatedBase(platform, site, this.leftOf(this.resumed?.text))
    if (image === undefined) return false
    site.warn(
      `${platform.text}: ${image} was used as it is in podman’s storage: the registry has another one, which podman could not pull`,
    )
    return true
  }

  /** Restores the mounts of the steps that are to run. */
  private async prepareMounts(fetched: Fetched | undefined): Promise<void> {
    const { site, platform } = this.steps
    if (!hasMounts(site)) return
    const text = fetched && leftText(fetched.checkpoints, this.steps, () => 'scratch')
    const wanted = { ...mountsOf(site, platform, this.leftOf(text)), resting: mountsOf(site, platform) }
    this.restored = await this.orWarn(async () => restoreMounts(await this.mountSite(), wanted))
    for (const warning of this.restored?.facts.warnings ?? []) site.warn(warning)
  }

  private async mountSite(): Promise<MountSite> {
    const { site, platform, cache, side } = this.steps
    const { store, pending } = cache
    return {
      scope: scopeOf(site.request),
      platform,
      rootless: site.podman.rootless,
      signal: side.signal,
      temporary: temporaryFolder(site, platform),
      work: await mkdtemp(join(site.exportFolder, 'mounts-')),
      podman: site.podman.version,
      limit: site.request.cache.maxSize,
      store: {
        hasBlob: (blob) => store.hasBlob(blob),
        fetchBlob: (blob, path) => store.fetchBlob(blob, path),
        saveBlob: async ({ mediaType }, path) => {
          await pending.addBlob(path, { mediaType, broken: store.broken })
        },
        readDocument: (name) => store.readDocument(name),
        writeDocument: (name, bytes) => pending.addDocument(name, Buffer.from(bytes), recordBlobs(bytes)),
      },
    }
  }

  private orWarn<Result>(action: () => Promise<Result>): Promise<Result | undefined> {
    const { site, platform, side } = this.steps
    return orWarn(site, platform, side.signal, action)
  }
}

/** What goes wrong with the cache costs a warning. */
export async function orWarn<Result>(
  site: Site,
  platform: Platform,
  signal: AbortSignal,
  action: () => Promise<Result>,
): Promise<Result | undefined> {
  try {
    return await action()
  } catch (error) {
    if (error instanceof Interrupted || signal.aborted) throw new Interrupted()
    site.warn(`${platform.text}: the cache could not be used: ${messageOf(error)}`)
    return undefined
  }
}

function mountsOf(site: Site, platform: Platform, dockerfile = site.dockerfile): CacheMounts {
  const { buildArgs, target } = site.request.build
  return cacheMounts(dockerfile, target, { args: argumentValues(buildArgs, site.env), platform })
}

function hasMounts(site: Site): boolean {
  if (!site.request.cache.mounts) return false
  const { mounts, complete } = mountsOf(site, site.buildPlatform)
  return !complete || mounts.length > 0
}
