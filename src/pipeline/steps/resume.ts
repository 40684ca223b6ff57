import pLimit from 'p-limit'
import type { BuildLog } from '../../builder/build-log.js'
import { now } from '../../cache/record-book.js'
import { type CheckpointRecord, ownLayers } from '../../cache/records.js'
import type { Stage } from '../../dockerfile/parse.js'
import { type Resumption, resumedText } from '../../dockerfile/resume.js'
import type { Digest } from '../../oci/digest.js'
import { type Checkpoint, chooseCheckpoints } from './resumption.js'
import { baseImageOf, type StepSite } from './step-site.js'

const LAYERS_AT_ONCE = 4

/** What a build goes on from. */
export interface Resumed {
  readonly checkpoints: ReadonlyMap<Stage, Checkpoint>
  /** The Dockerfile for what is left to do; undefined when that is all. */
  readonly text: string | undefined
  /** What may be used of all that is kept, in any scope. */
  readonly usable: ReadonlyMap<Digest, CheckpointRecord>
}

/** Brings what was kept of a build's steps into podman's store, so that stages go on from there. */
export async function resume(steps: StepSite, log: Pick<BuildLog, 'line'>): Promise<Resumed> {
  const { dockerfile, fingerprint, text } = steps.inputs
  const { target } = steps.site.request.build
  const usable = await usableRecords(steps)
  const brought = new Map<Digest, string>()
  for (;;) {
    const chosen = chooseCheckpoints(dockerfile, target, fingerprint.stages, (key) => usable.get(key))
    const missing = [...chosen.values()].find(({ key }) => !brought.has(key))
    if (missing === undefined) {
      const points = [...chosen].map(([stage, { after, key }]): [Stage, Resumption] => [
        stage,
        { after, image: brought.get(key)! },
      ])
      const left = chosen.size > 0 ? resumedText(text, dockerfile, target, new Map(points)) : undefined
      return { checkpoints: chosen, text: left, usable }
    }
    const id = await bring(missing, steps)
    if (id !== undefined) brought.set(missing.key, id)
    else {
      usable.delete(missing.key)
      log.line(`what is kept up to line ${missing.after.endLine} can’t be used: these steps run again`)
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

/** The id of a checkpoint's image in podman's store; undefined when it can't be had, or isn't what it should be. */
async function bring(checkpoint: Checkpoint, steps: StepSite): Promise<string | undefined> {
  const { record, keys } = checkpoint
  if (keys.platform === undefined || !(await isSound(checkpoint, steps))) return undefined
  const limit = pLimit(LAYERS_AT_ONCE)
  const fetched = await Promise.all(
    ownLayers(record).map((layer) => limit(() => steps.exchange.fetch(layer))),
  )
  if (!fetched.every((each) => each)) return undefined
  return steps.exchange.pull(record, keys.platform, steps.side)
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
