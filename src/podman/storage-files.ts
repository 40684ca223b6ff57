import { readFile, stat } from 'node:fs/promises'
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
}

/** The images of a store; undefined when there is no list of them. */
export async function readImageList(
  graphRoot: string,
  driver: string,
): Promise<readonly StorageImage[] | undefined> {
  return readList<StorageImage>(imageList(graphRoot, driver))
}

/** When a store's list of images was last written, in nanoseconds; undefined when there is none. */
export async function imagesVersion({ graphRoot, driver }: Store): Promise<bigint | undefined> {
  return (await stat(imageList(graphRoot, driver), { bigint: true }).catch(() => undefined))?.mtimeNs
}

/** Whether all layers that a store's images stand on are in the store itself, and not in another one that it saw. */
export async function standsAlone({ graphRoot, driver }: Store): Promise<boolean> {
  const images = await readImageList(graphRoot, driver)
  const layers = await readList<StorageLayer>(join(graphRoot, `${driver}-layers`, 'layers.json'))
  if (images === undefined || layers === undefined) return false
  const own = new Set(layers.map(({ id }) => id))
  const needed = [...images.map(({ layer }) => layer), ...layers.map(({ parent }) => parent)]
  return needed.every((id) => !id || own.has(id))
}

function imageList(graphRoot: string, driver: string): string {
  return join(graphRoot, `${driver}-images`, 'images.json')
}

async function readList<Entry>(path: string): Promise<readonly Entry[] | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  return text === undefined ? undefined : (JSON.parse(text) as readonly Entry[])
}
