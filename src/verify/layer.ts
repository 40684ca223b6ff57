import { type Duplex, PassThrough, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import * as zlib from 'node:zlib'
import { extract, type Header } from 'tar-stream'
import { Failure, Interrupted, messageOf } from '../errors.js'
import { type Content, ContentReader } from './content.js'

/** One thing that a layer adds to the file tree, or takes away. */
export interface Entry {
  /** Names from the root down; none of them is empty, `.` or `..`. */
  readonly path: readonly string[]
  readonly type: 'file' | 'directory' | 'symlink' | 'hardlink' | 'other'
  /** What a link names, as written. */
  readonly target?: string
  readonly content?: Content
}

/** A layer that can't be read, or is not believed. */
export class UnreadableLayer extends Error {}

// What no image has, so that a hostile one takes neither all memory nor all time.
const MOST_ENTRIES = 1_000_000
const MOST_NAMES = 256 << 20
const MOST_SCRIPTS = 16 << 20
const MOST_BYTES = 256 * 2 ** 30
const LONGEST_PATH = 4096
const DEEPEST_PATH = 256
const CHUNK = 1 << 20

const TYPES: Readonly<Partial<Record<NonNullable<Header['type']>, Entry['type']>>> = {
  file: 'file',
  'contiguous-file': 'file',
  directory: 'directory',
  symlink: 'symlink',
  link: 'hardlink',
}

/**
 * Reads a layer, without unpacking it, in one pass: names, types, links, and of programs what tells which machine they
 * are for. Bounded in memory, whatever the layer holds.
 * @throws {UnreadableLayer}
 */
export async function readLayer(blob: Readable, signal?: AbortSignal): Promise<readonly Entry[]> {
  const collector = new Collector()
  const untar = extract()
  untar.on('entry', (header, stream, next) => {
    const reader = collector.begin(header)
    stream.on('data', (chunk) => reader?.push(chunk as Buffer))
    stream.on('end', () => {
      try {
        collector.end(header, reader)
        next()
      } catch (error) {
        next(error as Error)
      }
    })
    stream.on('error', () => undefined)
  })
  try {
    const decompress = await decompressor(blob)
    let read = 0
    decompress.on('data', (chunk: Buffer) => {
      read += chunk.length
      if (read > MOST_BYTES) decompress.destroy(new UnreadableLayer(`more than ${MOST_BYTES} bytes`))
    })
    await pipeline(blob, decompress, untar as unknown as NodeJS.WritableStream, { ...(signal && { signal }) })
  } catch (error) {
    blob.destroy()
    if (signal?.aborted) throw new Interrupted()
    if (error instanceof Failure) throw error
    throw error instanceof UnreadableLayer ? error : new UnreadableLayer(messageOf(error), { cause: error })
  }
  return collector.entries
}

/** Media types are not always true, so what the blob begins with decides. */
async function decompressor(blob: Readable): Promise<Duplex> {
  const start = await firstBytes(blob)
  if (start[0] === 0x1f && start[1] === 0x8b) return zlib.createGunzip({ chunkSize: CHUNK })
  if (start.subarray(0, 4).toString('hex') === '28b52ffd') {
    // From Node 22.15 on.
    const { createZstdDecompress } = zlib as { createZstdDecompress?: (options: object) => Duplex }
    if (createZstdDecompress) return createZstdDecompress({ chunkSize: CHUNK })
    throw new UnreadableLayer(`compressed with zstd, which Node ${process.versions.node} can’t read`)
  }
  return new PassThrough({ highWaterMark: CHUNK })
}

async function firstBytes(blob: Readable): Promise<Buffer> {
  await new Promise<void>((ready, fail) => {
    blob.once('readable', ready).once('end', ready).once('error', fail)
  })
  const chunk = blob.read() as Buffer | null
  if (chunk !== null) blob.unshift(chunk)
  return chunk ?? Buffer.alloc(0)
}

class Collector {
  readonly entries: Entry[] = []
  private names = 0
  private scripts = 0

  begin(header: Header): ContentReader | undefined {
    return TYPES[header.type ?? 'file'] === 'file' ? new ContentReader(header.size ?? 0) : undefined
  }

  end(header: Header, reader: ContentReader | undefined): void {
    const path = safePath(header.name)
    if (path === undefined || path.length === 0) return
    const type = TYPES[header.type ?? 'file'] ?? 'other'
    const target = header.linkname && header.linkname.length <= LONGEST_PATH ? header.linkname : undefined
    this.names += header.name.length + (target?.length ?? 0)
    if (this.entries.length >= MOST_ENTRIES || this.names > MOST_NAMES) {
      throw new UnreadableLayer(`more than ${MOST_ENTRIES} files`)
    }
    this.entries.push({
      path,
      type,
      ...((type === 'symlink' || type === 'hardlink') && { target: target ?? '' }),
      ...(reader && { content: this.withinBudget(reader.end()) }),
    })
  }

  private withinBudget(content: Content): Content {
    if (content.kind !== 'script' || content.text === undefined) return content
    this.scripts += content.text.length
    return this.scripts > MOST_SCRIPTS ? { ...content, text: undefined } : content
  }
}

/** The names of a path from the root down; undefined for one that no unpacker takes. */
function safePath(name: string): string[] | undefined {
  if (name.length > LONGEST_PATH) return undefined
  const names = name.split('/').filter((part) => part !== '' && part !== '.')
  return names.includes('..') || names.length > DEEPEST_PATH ? undefined : names
}
