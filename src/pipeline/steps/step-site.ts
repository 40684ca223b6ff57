import type { RecordBook } from '../../cache/record-book.js'
import type { OpenCache } from '../../cache/session.js'
import { findStage } from '../../dockerfile/stages.js'
import type { StageKeys } from '../../fingerprint/types.js'
import type { Platform } from '../../oci/platform.js'
import type { BaseImage } from '../../registry/base-image.js'
import type { BuildInputs } from '../build-inputs.js'
import type { Site } from '../site.js'
import type { Exchange, StoreSide } from './exchange.js'

/** What taking and keeping steps of one platform's build needs. */
export interface StepSite {
  readonly site: Site
  readonly platform: Platform
  readonly inputs: BuildInputs
  readonly cache: OpenCache
  readonly book: RecordBook
  readonly exchange: Exchange
  readonly side: StoreSide
  /** The step's environment. */
  readonly env: NodeJS.ProcessEnv
}

const SCRATCH: BaseImage = {
  layers: [],
  diffIds: [],
  history: 0,
  builtAt: 0,
  environment: [],
  onBuild: [],
  blob: () => Promise.reject(new Error('scratch has no layers')),
}

/** The image that the first of a stage, the stage that it goes on from, and so on, begins with; undefined when it isn't known. */
export async function baseImageOf(
  { inputs, exchange }: Pick<StepSite, 'inputs' | 'exchange'>,
  keys: StageKeys,
): Promise<BaseImage | undefined> {
  const { dockerfile, fingerprint, resolver } = inputs
  const below = findStage(dockerfile.stages.slice(0, keys.stage.index), keys.stage.base)
  if (keys.image === undefined) {
    const next = fingerprint.stages.find(({ stage }) => stage === below)
    if (next !== undefined) return baseImageOf({ inputs, exchange }, next)
    return keys.stage.base.toLowerCase() === 'scratch' ? SCRATCH : undefined
  }
  if (keys.platform === undefined) return undefined
  const found = await resolver.resolve(keys.image, keys.platform)
  return found.kind === 'image' ? exchange.base(found.repository, found.digest) : undefined
}
