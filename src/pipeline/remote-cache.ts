import type { BuildLog } from '../builder/build-log.js'
import type { PlatformBuild } from '../builder/build-platform.js'
import { now, RecordBook } from '../cache/record-book.js'
import type { OpenCache } from '../cache/session.js'
import type { Platform } from '../oci/platform.js'
import type { CacheFacts, PlatformReport } from '../report/report.js'
import type { Run } from './build.js'
import type { BuildCache } from './build-cache.js'
import { BuildInputs } from './build-inputs.js'
import { tookWhatIsMeant } from './builders.js'
import { orWarn } from './platform-cache.js'
import { Recognition, type Reused, scopeOf } from './reuse.js'
import type { Site } from './site.js'
import { stepFacts } from './steps/facts.js'
import { secondsByInstruction } from './steps/keeping.js'

/**
 * The cache of a platform that another machine builds: whole images, recognised by their inputs. Steps and cache mounts are that machine's own,
 * in its storage.
 */
export class RemoteCache implements BuildCache {
  private found: Reused | undefined
  private readonly started = now()

  private constructor(
    private readonly site: Site,
    private readonly inputs: BuildInputs,
    private readonly recognition: Recognition,
    private readonly orWarn: <Result>(action: () => Promise<Result>) => Promise<Result | undefined>,
  ) {}

  /** Opens it, and looks whether the platform has to be built at all. */
  static async open(platform: Platform, site: Site, cache: OpenCache, run: Run): Promise<RemoteCache> {
    const { ttl, maxSize } = site.request.cache
    const book = new RecordBook(scopeOf(site.request), platform, cache, { ttl, maxSize })
    const inputs = await BuildInputs.read(platform, site, run.env)
    const recognition = new Recognition(platform, site, cache, inputs, book)
    const opened = new RemoteCache(site, inputs, recognition, (action) =>
      orWarn(site, platform, run.signal, action),
    )
    opened.found = await opened.orWarn(() => recognition.find())
    return opened
  }

  get reused(): Reused | undefined {
    return this.found
  }

  get contributed(): boolean {
    return this.found !== undefined
  }

  async emulatedSeconds(): Promise<undefined> {}

  async prepare(): Promise<undefined> {}

  whole(built: PlatformBuild): PlatformBuild {
    return built
  }

  async setAside(): Promise<void> {
    this.found = undefined
  }

  async keep(
    built: PlatformBuild,
    log: BuildLog,
    execution: PlatformReport['execution'],
    again: boolean,
  ): Promise<void> {
    const { site, recognition } = this
    // How old layers of that machine are isn't known.
    if (this.found !== undefined || !again || log.cacheHits > 0) return
    const remote = site.remotes.get(built.platform.text)!
    await this.orWarn(async () => {
      if (await tookWhatIsMeant(site, built.platform, remote))
        await recognition.remember(built, execution, this.started)
    })
  }

  facts(log: Pick<BuildLog, 'steps'>): CacheFacts {
    const { inputs, site, found } = this
    const { dockerfile, reasons } = inputs
    const seconds = secondsByInstruction(dockerfile, log.steps)
    const steps = found ? [] : stepFacts(dockerfile, site.request.build.target, new Map(), seconds)
    return { unchanged: found !== undefined, reasons, mounts: [], resumed: [], steps }
  }
}
