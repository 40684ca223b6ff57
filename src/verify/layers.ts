import type { Readable } from 'node:stream'
import pLimit from 'p-limit'
import { messageOf } from '../errors.js'
import type { Digest } from '../oci/digest.js'
import type { Descriptor, Manifest } from '../oci/types.js'
import { type Entry, readLayer, UnreadableLayer } from './layer.js'
import { FileTree } from './tree.js'

// Inflating is done outside of the main thread; more at once only take memory.
const AT_ONCE = 4

/** The file trees of images whose layers come from one place. A layer that several images share is read once. */
export class Layers {
  private readonly read = new Map<Digest, Promise<readonly Entry[]>>()
  private readonly limit = pLimit(AT_ONCE)

  constructor(
    private readonly open: (layer: Descriptor) => Readable | Promise<Readable>,
    private readonly signal?: AbortSignal,
  ) {}

  /**
   * The file tree of an image.
   * @throws {UnreadableLayer} naming the layer
   */
  async treeOf({ layers }: Manifest): Promise<FileTree> {
    return FileTree.of(await Promise.all(layers.map((layer) => this.entries(layer))))
  }

  private entries(layer: Descriptor): Promise<readonly Entry[]> {
    const known = this.read.get(layer.digest)
    if (known) return known
    const reading = this.limit(async () => {
      try {
        return await readLayer(await this.open(layer), this.signal)
      } catch (error) {
        if (!(error instanceof UnreadableLayer)) throw error
        throw new UnreadableLayer(`layer ${layer.digest}: ${messageOf(error)}`, { cause: error })
      }
    })
    this.read.set(layer.digest, reading)
    return reading
  }
}
