import type { BuildLog } from '../builder/build-log.js'
import type { PlatformBuild } from '../builder/build-platform.js'
import type { CacheFacts, PlatformReport } from '../report/report.js'
import type { Reused } from './reuse.js'

/** What one platform has of the cache. What goes wrong with it costs a warning, never the build. */
export interface BuildCache {
  /** The image of an earlier run, when nothing that goes into it has changed. */
  readonly reused: Reused | undefined
  /** Whether anything that this cache has kept went into the image. */
  readonly contributed: boolean
  /** What the latest build of this took that ran under emulation, in seconds; undefined when none is remembered. */
  emulatedSeconds(): Promise<number | undefined>
  /**
   * Puts what earlier runs left where the build finds it.
   * @returns the Dockerfile's text for what is left to do; undefined when that is all
   */
  prepare(log: BuildLog): Promise<string | undefined>
  /** The image of a build as it is without steps that were taken from the cache. */
  whole(built: PlatformBuild): PlatformBuild
  /** Forgets what earlier runs left: the build that follows starts from nothing, and what it leaves takes the place of it. */
  setAside(): Promise<void>
  /**
   * Keeps what the build has left, once its image is right.
   * @param again whether the image may be taken for a later build from the same inputs
   */
  keep(
    built: PlatformBuild,
    log: BuildLog,
    execution: PlatformReport['execution'],
    again: boolean,
  ): Promise<void>
  /** What it did, for the report. */
  facts(log: Pick<BuildLog, 'steps'>): CacheFacts
}
