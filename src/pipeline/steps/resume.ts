import pLimit from 'p-limit'
import type { BuildLog } from '../../builder/build-log.js'
import { now } from '../../cache/record-book.js'
import { type CheckpointRecord, ownLayers } from '../../cache/records.js'
import type { Stage } from '../../dockerfile/parse.js'
import { type Resumption, resumedText } from '../../dockerfile/resume.js'
import { Interrupted } from '../../errors.js'
import type { Digest } from '../../oci/digest.js'
import { type Checkpoint, chooseCheckpoints } from './resumption.js'
import { baseImageOf, type StepSite } from './step-site.js'

const LAYERS_AT_ONCE = 4

/** What of a build's steps is kept, with its layers at hand. */
export interface Fetched {
  readonly checkpoints: ReadonlyMap<Stage, Checkpoint>
  /** What may be used of all that is kept, in any scope. */
  readonly usable: Map<Digest, CheckpointRecord>
}

/** What a build goes on from, with its images in podman's store. */
export interface Resumed extends Fetched {
  /** The Dockerfile for what is left to do; undefined when that is all. */
  readonly text: string | undefined
}

/** Finds what is kept of a build's steps, and fetches its layers. */
export async function fetchCheckpoints(steps: StepSite, log: Pick<BuildLog, 'line'>): Promise<Fetched> {
  const usable = await usableRecords(steps)
  return settle(usable, steps, log, fetchLayers)
}

/** Brings what was fetched into podman's store, so that stages go on from there. */
export async function resume(
  { usable }: Fetched,
  steps: StepSite,
  log: Pick<BuildLog, 'line'>,
): Promise<Resumed> {
  const images = new Map<Digest, string>()
  const settled = await settle(usable, steps, log, async (checkpoint) => {
    const pulled = (await fetchLayers(checkpoint, steps)) ?? (await pull(checkpoint, steps))
    if (typeof pulled !== 'string') images.set(checkpoint.key, pulled.id)
    return typeof pulled === 'string' ? pulled : undefined
  })
  return { ...settled, text: leftText(settled.checkpoints, steps, (key) => images.get(key)!) }
}

/** The Dockerfile's text for what is left to do; undefined when that is all. */
export function leftText(
  checkpoints: Fetched['checkpoints'],
  { inputs, site }: Pick<StepSite, 'inputs' | 'site'>,
  imageOf: (key: Digest) => string,
): string | undefined {
  if (checkpoints.size === 0) return undefined
  const points = [...checkpoints].map(([stage, { after, key }]): [Stage, Resumption] => [
    stage,
    { after, image: imageOf(key) },
  ])
  return resumedText(inputs.text, inputs.dockerfile, site.request.build.target, new Map(points))
}

/**
 * Chooses checkpoints that `ready` makes ready; one that it can't is out of use, and others may take its place.
 * @param ready gives the reason why not
 * @throws {Interrupted} when the signal fired
 */
async function settle(
  usable: Map<Digest, CheckpointRecord>,
  steps: StepSite,
  log: Pick<BuildLog, 'line'>,
  ready: (checkpoint: Checkpoint, steps: StepSite) => Promise<string | undefined>,
): Promise<Fetched> {
  const { dockerfile, fingerprint } = steps.inputs
  const { target } = steps.site.request.build
  const made = new Set<Digest>()
  for (;;) {
    const checkpoints = chooseCheckpoints(dockerfile, target, fingerprint.stages, (key) => usable.get(key))
    const next = [...checkpoints.values()].find(({ key }) => !made.has(key))
    if (next === undefined) return { checkpoints, usable }
    const problem = await ready(next, steps)
    if (steps.side.signal.aborted) throw new Interrupted()
    if (problem === undefined) made.add(next.key)
    else {
      usable.delete(next.key)
      log.line(
        `what is kept up to line ${next.after.endLine} can’t be used, so these steps run again: ${problem}`,
      )
    }
  }
}

/** The records of all scopes that are not too old; this scope's win. */
async function usableRecords({ book, site }: StepSite): Promise<Map<Digest, CheckpointRecord>> {
  const { ttl } = site.request.cache
  const scopes = [...(await book.readOthers()), await book.read()]
  const records = scopes.flatMap(({ checkpoints }) => [...checkpoints])
  return new Map(records.filter(([, { ran }]) => now() - ran < ttl))
}

/** Brings a checkpoint's layers here; gives the reason when they can't be had, or it isn't what it should be. */
async function fetchLayers(checkpoint: Checkpoint, steps: StepSite): Promise<string | undefined> {
  if (!(await isSound(checkpoint, steps))) return 'it stands on another base image'
  const limit = pLimit(LAYERS_AT_ONCE)
  const fetching = ownLayers(checkpoint.record).map((layer) => limit(() => steps.exchange.fetch(layer)))
  const fetched = await Promise.all(fetching)
  return fetched.every((each) => each) ? undefined : `a layer is not in ${steps.cache.store.place} any more`
}

/** The image's id in podman's store, or the reason why it isn't there. */
async function pull(
  { record, keys }: Checkpoint,
  { exchange, side }: StepSite,
): Promise<{ id: string } | string> {
  return keys.platform ? exchange.pull(record, keys.platform, side) : 'its platform is not known'
}

/** Whether a record, which others may have written, stands on the base image that the build would begin with now. */
async function isSound({ record, keys }: Checkpoint, steps: StepSite): Promise<boolean> {
  const base = await baseImageOf(steps, keys)
  if (base === undefined || base.layers.length !== record.baseLayers) return false
  const { config, manifest } = record
  const { diff_ids } = config.rootfs as { readonly diff_ids: readonly string[] }
  return (
    config.os === keys.platform?.os &&
    config.architecture === keys.platform.architecture &&
    base.layers.every(({ digest, size }, at) => {
      const layer = manifest.layers[at]!
      return layer.digest === digest && layer.size === size && diff_ids[at] === base.diffIds[at]
    })
  )
}
