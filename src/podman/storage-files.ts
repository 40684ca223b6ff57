import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Store } from './store.js'

// What containers/storage keeps in a store, as its own files have it: no podman has to be started to read them, and podman 4.3 gives
// up on listing images where one of them is half removed.

/** https://github.com/containers/storage/blob/v1.43.0/images.go, `Image` */
export interface StorageImage {
  readonly id: string
  readonly names?: readonly string[]
  /** Its topmost layer; none for an image without any. */
  readonly layer?: string
  readonly 'big-data-digests'?: Readonly<Record<string, unknown>>
}

/** https://github.com/containers/storage/blob/v1.43.0/layers.go, `Layer` */
interface StorageLayer {
  readonly id: string
  readonly parent?: string
  /** Bytes, unpacked. */
  readonly 'diff-size'?: number
}

/** The images of a store; undefined when there is no list of them. */
export async function readImageList(
  graphRoot: string,
  driver: string,
): Promise<readonly StorageImage[] | undefined> {
  return readList<StorageImage>(join(graphRoot, `${driver}-images`, 'images.json'))
}

/** The layers of a store. */
export interface StoreLayers {
  /** Bytes of all of them, unpacked. */
  readonly bytes: number
  /** Whether all that its images stand on are its own, and not of another store that it saw. */
  readonly standAlone: boolean
}

/** @returns undefined when there is no list of images or layers */
export async function storeLayers({ graphRoot, driver }: Store): Promise<StoreLayers | undefined> {
  const images = await readImageList(graphRoot, driver)
  const layers = await readList<StorageLayer>(join(graphRoot, `${driver}-layers`, 'layers.json'))
  if (images === undefined || layers === undefined) return undefined
  const own = new Set(layers.map(({ id }) => id))
  const needed = [...images.map(({ layer }) => layer), ...layers.map(({ parent }) => parent)]
  return {
    bytes: layers.reduce((sum, layer) => sum + (layer['diff-size'] ?? 0), 0),
    standAlone: needed.every((id) => !id || own.has(id)),
  }
}

async function readList<Entry>(path: string): Promise<readonly Entry[] | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as readonly Entry[]
  } catch {
    return undefined
  }
}
