import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { pack } from 'tar-stream'
import { type Entry, readLayer } from '../../../../src/verify/layer.js'
import { FileTree } from '../../../../src/verify/tree.js'

/** Something in a layer: a file's content, or what else it is. */
export type Item = string | Buffer | { readonly to: string } | { readonly hard: string } | 'directory'

/** The bytes of a tar with these items, by path. A text is a file's content, but for `directory`. */
export async function tar(items: Readonly<Record<string, Item>>): Promise<Buffer> {
  const archive = pack()
  for (const [name, item] of Object.entries(items)) {
    if (item === 'directory') archive.entry({ name, type: 'directory' })
    else if (typeof item === 'string' || Buffer.isBuffer(item)) archive.entry({ name }, item)
    else if ('to' in item) archive.entry({ name, type: 'symlink', linkname: item.to })
    else archive.entry({ name, type: 'link', linkname: item.hard })
  }
  archive.finalize()
  const chunks: Buffer[] = []
  for await (const chunk of archive) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** A layer as it is read. */
export async function layer(items: Readonly<Record<string, Item>>): Promise<readonly Entry[]> {
  return read(gzipSync(await tar(items), { level: 1 }))
}

/** Reads a blob as a layer, in chunks of some size. */
export function read(blob: Buffer, chunk = 50_000): Promise<readonly Entry[]> {
  const chunks = Array.from({ length: Math.ceil(blob.length / chunk) }, (_, at) =>
    blob.subarray(at * chunk, (at + 1) * chunk),
  )
  return readLayer(Readable.from(chunks, { objectMode: false }))
}

/** The file tree of some layers, the base first. */
export async function tree(...layers: Readonly<Record<string, Item>>[]): Promise<FileTree> {
  return FileTree.of(await Promise.all(layers.map(layer)))
}
