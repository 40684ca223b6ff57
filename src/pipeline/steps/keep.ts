import type { BuildLog } from '../../builder/build-log.js'
import type { PlatformBuild } from '../../builder/build-platform.js'
import { type Ground, groundImage, stepImages } from '../../builder/step-images.js'
import { isOld, now } from '../../cache/record-book.js'
import { type CheckpointRecord, ownLayers } from '../../cache/records.js'
import type { Stage } from '../../dockerfile/parse.js'
import { targetStage } from '../../dockerfile/stages.js'
import type { Fingerprint, Key } from '../../fingerprint/types.js'
import type { Digest } from '../../oci/digest.js'
import { baseOf, noteBase } from '../../oci/image.js'
import { type ImageConfig, layerTypeIn, type Manifest } from '../../oci/types.js'
import { type Inspected, ownImages } from '../../podman/images.js'
import type { BaseImage } from '../../registry/base-image.js'
import { moving } from '../moving.js'
import { type Candidate, candidates, groundAfter, isWorthKeeping, secondsByInstruction } from './keeping.js'
import type { Resumed } from './resume.js'
import { asBuiltInOne, rootCheckpoint } from './resumption.js'
import { baseImageOf, type StepSite } from './step-site.js'

/** A candidate, and where the build's store has it. */
interface Found extends Candidate {
  readonly ground: Ground
  readonly base: BaseImage
  readonly image: Inspected
}

/**
 * Keeps images of steps that took their time, once the platform's image is right, and notes the use of those that were kept before.
 * @param ran when the oldest step ran that the build is made of, in seconds since 1970
 */
export async function keepSteps(
  steps: StepSite,
  resumed: Resumed,
  built: PlatformBuild,
  log: Pick<BuildLog, 'steps'>,
  ran: number,
): Promise<void> {
  const { book } = steps
  const own = (await book.read()).checkpoints
  const used = [...resumed.checkpoints.values()]
    .filter(({ key }) => isOld(own.get(key)?.used ?? 0))
    .map(({ key, record }): [Digest, CheckpointRecord] => [key, { ...record, used: now() }])
  const made = await recordsOf(await wanted(steps, resumed, log), steps, resumed, built, ran)
  if (used.length + made.length > 0) await book.add({ checkpoints: new Map([...used, ...made]) })
}

/** Steps that took their time and that nothing is kept of, whose inputs are still what they were. */
async function wanted(
  { inputs, site, env }: StepSite,
  { checkpoints, usable }: Resumed,
  { steps }: Pick<BuildLog, 'steps'>,
): Promise<Candidate[]> {
  const { dockerfile, fingerprint } = inputs
  const seconds = secondsByInstruction(dockerfile, steps)
  const all = candidates(dockerfile, site.request.build.target, checkpoints, seconds, moving(site, env))
  if (all.length === 0) return []
  const after = await inputs.afterBuild()
  return all.filter((candidate) => {
    const key = keyOf(candidate, fingerprint)
    return key !== undefined && key === keyOf(candidate, after) && !usable.has(key)
  })
}

function keyOf({ stage, after }: Candidate, { stages }: Fingerprint): Key {
  // Stages of two readings of the same Dockerfile.
  const keys = stages.find((each) => each.stage.index === stage.index)
  return keys?.steps[stage.instructions.indexOf(after) - 1]?.key
}

async function recordsOf(
  all: readonly Candidate[],
  steps: StepSite,
  resumed: Resumed,
  built: PlatformBuild,
  ran: number,
): Promise<[Digest, CheckpointRecord][]> {
  const records: [Digest, CheckpointRecord][] = []
  /** Of each stage what came before the next image: seconds since the last that was kept, and its bytes. */
  const before = new Map<Stage, { seconds: number; bytes: number }>()
  const images = all.length === 0 ? [] : ((await ownImages(steps.side.store, steps.side.env)) ?? [])
  for (const found of await find(all, images, steps, resumed)) {
    const { seconds, bytes } = before.get(found.stage) ?? {
      seconds: 0,
      bytes: groundImage(images, found.ground)?.Size ?? 0,
    }
    const taken = seconds + found.seconds
    before.set(found.stage, { seconds: taken, bytes })
    if (!isWorthKeeping(taken, found.image.Size - bytes)) continue
    const record = await keepImage(found, taken, steps, resumed, built, ran)
    if (record === undefined) continue
    records.push([keyOf(found, steps.inputs.fingerprint)!, record])
    before.set(found.stage, { seconds: 0, bytes: found.image.Size })
  }
  return records
}

async function find(
  all: readonly Candidate[],
  images: readonly Inspected[],
  steps: StepSite,
  resumed: Resumed,
): Promise<Found[]> {
  const { dockerfile, fingerprint } = steps.inputs
  const bases = new Map<Stage, BaseImage>()
  for (const keys of fingerprint.stages) {
    const base = all.length > 0 ? await baseImageOf(steps, keys) : undefined
    if (base !== undefined) bases.set(keys.stage, base)
  }
  const grounds = all.map(({ stage, after }) =>
    groundAfter(dockerfile, stage, after, resumed.checkpoints, (each) => bases.get(each)),
  )
  const known = grounds.filter((ground) => ground !== undefined)
  const found = stepImages(images, known)
  return all.flatMap((candidate, at): Found[] => {
    const ground = grounds[at]
    const image = ground && found[known.indexOf(ground)]
    const base = bases.get(candidate.stage)
    return ground && image && base ? [{ ...candidate, ground, image, base }] : []
  })
}

/** Puts aside the layers of a step's image that are not its base's. */
async function keepImage(
  { stage, image, base }: Found,
  seconds: number,
  steps: StepSite,
  resumed: Resumed,
  built: PlatformBuild,
  ran: number,
): Promise<CheckpointRecord | undefined> {
  const { inputs, site, exchange, cache } = steps
  const { dockerfile, fingerprint } = inputs
  const pushed = await exchange.push(image.Id, steps.side)
  const platform = fingerprint.stages.find((each) => each.stage === stage)?.platform
  if (pushed === undefined || platform === undefined) return undefined
  const root = rootCheckpoint(dockerfile, stage, resumed.checkpoints)
  const whole = root ? asBuiltInOne(pushed, stage, root) : pushed
  const isTarget = stage === targetStage(dockerfile, site.request.build.target)
  const manifest = onBase(whole.manifest, base)
  if (manifest === undefined) return undefined
  const record: CheckpointRecord = {
    manifest: noteBase(manifest, isTarget ? baseOf(built.manifest) : undefined),
    // podman writes the target's architecture into images of stages for another platform, too.
    config: { ...whole.config, architecture: platform.architecture, ...variantOf(platform.variant) },
    baseLayers: base.layers.length,
    seconds,
    ran,
    used: now(),
  }
  const layers = ownLayers(record)
  if (layers.reduce((sum, { size }) => sum + size, 0) > site.request.cache.maxSize) return undefined
  for (const layer of layers) {
    if (await cache.store.hasBlob(layer)) continue
    const file = await exchange.layerFile(layer)
    if (file === undefined) return undefined
    await cache.pending.addBlob(file, { mediaType: layer.mediaType, broken: cache.store.broken })
  }
  return record
}

/**
 * A manifest whose first layers are the base image's own, byte for byte: podman 4.3 packs them again when it pushes.
 * @returns undefined when they can't be in a manifest of that type
 */
function onBase(
  { schemaVersion, mediaType, config, layers }: Manifest,
  base: BaseImage,
): Manifest | undefined {
  const below = base.layers.flatMap(({ digest, size, mediaType: type }) => {
    const name = layerTypeIn(mediaType, type)
    return name === undefined ? [] : [{ mediaType: name, digest, size }]
  })
  if (below.length < base.layers.length) return undefined
  return { schemaVersion, mediaType, config, layers: [...below, ...layers.slice(below.length)] }
}

function variantOf(variant: string | undefined): Pick<ImageConfig, 'variant'> {
  return variant === undefined ? {} : { variant }
}
