import type { Instruction } from '../dockerfile/parse.js'
import { comparable } from '../dockerfile/steps.js'
import type { Inspected } from '../podman/images.js'

/** What the steps of a stage stand on: an image, and what was done since. */
export interface Ground {
  /** Digests of the image's layers, unpacked. */
  readonly diffIds: readonly string[]
  /** Number of entries in the image's history. */
  readonly history: number
  readonly done: readonly Instruction[]
}

/**
 * The images that a build made by steps, told by what storage says of them, their layers and history: a build's log also holds what RUN
 * steps print, which could name any image.
 * @param grounds what each step leaves
 * @returns the image of each, in their order; undefined where there is none, or where several steps or images look alike
 */
export function stepImages(
  images: readonly Inspected[],
  grounds: readonly Ground[],
): (Inspected | undefined)[] {
  const looks = grounds.map(lookOf)
  return grounds.map((ground, at) => {
    if (looks.filter((look) => look === looks[at]).length > 1) return undefined
    const found = images.filter((image) => isAfter(image, ground))
    return found.length === 1 ? found[0] : undefined
  })
}

/** The image that steps stand on, as a store has it; undefined when it hasn't. */
export function groundImage(images: readonly Inspected[], ground: Ground): Inspected | undefined {
  return images.find(({ RootFS }) => {
    const layers = RootFS?.Layers ?? []
    return (
      layers.length === ground.diffIds.length && ground.diffIds.every((id, index) => layers[index] === id)
    )
  })
}

// COPY can't be told from another COPY by the history, but for its keyword.
function lookOf({ diffIds, done }: Ground): string {
  const steps = done.map(({ keyword, text }) => [keyword, keyword === 'RUN' ? comparable(text) : ''])
  return JSON.stringify([diffIds, steps])
}

function isAfter({ History, RootFS }: Inspected, { diffIds, history, done }: Ground): boolean {
  const entries = History ?? []
  const layers = RootFS?.Layers ?? []
  return (
    entries.length === history + done.length &&
    diffIds.every((id, at) => layers[at] === id) &&
    done.every((instruction, at) => wasMadeBy(entries[history + at]?.created_by ?? '', instruction))
  )
}

// buildah writes RUN as `|1 NAME=value /bin/sh -c text` and all others as `/bin/sh -c #(nop) KEYWORD text`, with digests in the
// place of what COPY and ADD name, ARG without its value, and since 5.6 notes behind a bar.
// https://github.com/containers/buildah/blob/v1.43.0/imagebuildah/stage_executor.go, getCreatedBy
function wasMadeBy(written: string, { keyword, text }: Instruction): boolean {
  const [, other] = /\/bin\/sh -c #\(nop\) (\w+)/.exec(written) ?? []
  if (keyword !== 'RUN') return other === keyword
  const said = comparable(written.replace(/\|force-mtime=\d+ ?$/, ''))
  return other === undefined && said.toLowerCase().endsWith(comparable(text).toLowerCase())
}
