import type { Instruction, Stage } from '../dockerfile/parse.js'
import { findStage } from '../dockerfile/stages.js'
import { comparable } from '../dockerfile/steps.js'
import { capture, type Environment } from '../host/process.js'
import { type Store, storeArguments } from '../podman/store.js'

/** An image of a store, as `podman image inspect` shows it. */
export interface InspectedImage {
  readonly Id: string
  /** The image that it was made from in this store; empty for what was pulled and for the first step from scratch. */
  readonly Parent: string
  readonly History: readonly { readonly created_by?: string }[] | null
}

/** All images of a store, those of single steps too; empty when podman can't show them. */
export async function inspectImages(store: Store, env: Environment): Promise<InspectedImage[]> {
  const listed = await capture(
    'podman',
    [...storeArguments(store), 'images', '--all', '--quiet', '--no-trunc'],
    {
      env,
    },
  )
  const ids = [...new Set(listed.stdout.split('\n').filter((line) => line !== ''))]
  if (listed.exitCode !== 0 || ids.length === 0) return []
  const { exitCode, stdout } = await capture(
    'podman',
    [...storeArguments(store), 'image', 'inspect', ...ids],
    {
      env,
    },
  )
  return exitCode === 0 ? (JSON.parse(stdout) as InspectedImage[]) : []
}

/**
 * The image that a build made by an instruction, found by what storage says of images and their parents: a build's log
 * also holds what RUN steps print, which could name any image.
 * @param stages all stages of the Dockerfile that podman was given
 * @returns its id; undefined when there is none, or several look alike
 */
export function imageAfter(
  images: readonly InspectedImage[],
  stages: readonly Stage[],
  stage: Stage,
  instruction: Instruction,
): string | undefined {
  const done = instructionsUpTo(stages, stage, instruction)
  const byId = new Map(images.map((image) => [image.Id.replace(/^sha256:/, ''), image]))
  const candidates = images.filter((image) => isResultOf(image, done, byId))
  return candidates.length === 1 ? candidates[0]!.Id.replace(/^sha256:/, '') : undefined
}

interface Done {
  readonly fromScratch: boolean
  readonly instructions: readonly Instruction[]
}

/** All instructions from the base image on, through the stages that this one goes on from. */
function instructionsUpTo(stages: readonly Stage[], stage: Stage, instruction: Instruction): Done {
  const own = stage.instructions.slice(1, stage.instructions.indexOf(instruction) + 1)
  const base = findStage(stages.slice(0, stage.index), stage.base)
  if (base === undefined) return { fromScratch: stage.base.toLowerCase() === 'scratch', instructions: own }
  const before = instructionsUpTo(stages, base, base.instructions.at(-1)!)
  return { ...before, instructions: [...before.instructions, ...own] }
}

function isResultOf(
  image: InspectedImage,
  { fromScratch, instructions }: Done,
  byId: ReadonlyMap<string, InspectedImage>,
): boolean {
  let each: InspectedImage | undefined = image
  for (const [at, instruction] of [...instructions.entries()].reverse()) {
    if (each === undefined || !wasMadeBy(each, instruction)) return false
    const parent: string = each.Parent.replace(/^sha256:/, '')
    if (at === 0 && fromScratch) return parent === ''
    each = byId.get(parent)
  }
  return each !== undefined && each.Parent === '' && instructions.length > 0
}

// buildah writes RUN as `|1 NAME=value /bin/sh -c text` and all others as `/bin/sh -c #(nop) KEYWORD text`, with digests in the
// place of what COPY and ADD name, ARG without its value, and since 5.6 notes behind a bar.
// https://github.com/containers/buildah/blob/v1.43.0/imagebuildah/stage_executor.go, getCreatedBy
function wasMadeBy({ History }: InspectedImage, { keyword, text }: Instruction): boolean {
  const written = History?.at(-1)?.created_by ?? ''
  const [, other] = /\/bin\/sh -c #\(nop\) (\w+)/.exec(written) ?? []
  if (keyword !== 'RUN') return other === keyword
  const said = comparable(written.replace(/\|force-mtime=\d+ ?$/, ''))
  return other === undefined && said.toLowerCase().endsWith(comparable(text).toLowerCase())
}
