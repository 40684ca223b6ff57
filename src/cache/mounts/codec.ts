import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { type Duplex, PassThrough, type Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import * as zlib from 'node:zlib'
import { Failure } from '../../errors.js'
import type { Descriptor } from '../../oci/types.js'
import { BadArchive } from './entry.js'

const CHUNK = 1 << 20
const KIND = 'application/vnd.multiarch-build.cache-mount'
/** What an archive holds. */
export type Part = 'index' | 'pack'

interface Zstd {
  readonly createZstdCompress?: (options: object) => Duplex
  readonly createZstdDecompress?: (options: object) => Duplex
  readonly constants: { readonly ZSTD_c_compressionLevel?: number }
}

// From Node 22.15 on (https://nodejs.org/api/zlib.html#zlibcreatezstdcompressoptions).
const { createZstdCompress, createZstdDecompress, constants } = zlib as unknown as Zstd

/** Fast rather than small: level 3 takes half as long again, and a Go build cache gets 5 % smaller by it. */
const LEVEL = 1

function compressor(): { stream: Duplex; suffix: string } {
  if (createZstdCompress === undefined) {
    return { stream: zlib.createGzip({ level: LEVEL, chunkSize: CHUNK }), suffix: 'gzip' }
  }
  // Not with ZSTD_c_nbWorkers: Node ends the stream too early then (https://github.com/nodejs/node/issues/59899).
  const params = { [constants.ZSTD_c_compressionLevel!]: LEVEL }
  return { stream: createZstdCompress({ params, chunkSize: CHUNK }), suffix: 'zstd' }
}

/** Compresses what is written into a file, and says what it became. */
export class ArchiveWriter {
  /** Bytes written, before compression. */
  written = 0
  private readonly compress: Duplex
  private readonly suffix: string
  private readonly done: Promise<void>
  private readonly hash = createHash('sha256')
  private size = 0

  constructor(
    readonly path: string,
    private readonly part: Part,
  ) {
    const { stream, suffix } = compressor()
    this.compress = stream
    this.suffix = suffix
    const count = new PassThrough({ highWaterMark: CHUNK })
    count.on('data', (chunk: Buffer) => {
      this.hash.update(chunk)
      this.size += chunk.length
    })
    this.done = pipeline(this.compress, count, createWriteStream(path))
    this.done.catch(() => undefined)
  }

  async write(bytes: Uint8Array): Promise<void> {
    this.written += bytes.length
    await writeTo(this.compress, bytes, this.done)
  }

  async finish(): Promise<Descriptor> {
    this.compress.end()
    await this.done
    return {
      mediaType: `${KIND}.${this.part}+${this.suffix}`,
      digest: `sha256:${this.hash.digest('hex')}`,
      size: this.size,
    }
  }

  /** Gives it up. */
  abandon(): void {
    this.compress.destroy()
  }
}

/** Writes to a stream as fast as it takes it. `broken` ends the waiting when the stream does not go on. */
export async function writeTo(stream: Writable, bytes: Uint8Array, broken: Promise<unknown>): Promise<void> {
  if (stream.write(bytes)) return
  const drained = new AbortController()
  try {
    await Promise.race([once(stream, 'drain', { signal: drained.signal }), broken])
  } finally {
    drained.abort()
  }
}

/** The bytes of an archive's file, as they come. */
export class ArchiveReader {
  private readonly chunks: AsyncIterator<Buffer>
  private readonly source: Readable
  private rest: Buffer = Buffer.alloc(0)
  /** Where the next byte is. */
  position = 0

  constructor(path: string, { mediaType }: Descriptor) {
    const file = createReadStream(path, { highWaterMark: CHUNK })
    const decompress = decompressor(mediaType)
    pipeline(file, decompress).catch(() => undefined)
    this.source = decompress
    this.chunks = decompress[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  }

  /** Up to `most` bytes, as they lie in memory; undefined at the end. */
  async some(most: number): Promise<Buffer | undefined> {
    if (this.rest.length === 0) {
      const next = await this.next()
      if (next === undefined) return undefined
      this.rest = next
    }
    const taken = this.rest.subarray(0, most)
    this.rest = this.rest.subarray(taken.length)
    this.position += taken.length
    return taken
  }

  /** Exactly so many bytes. */
  async *exactly(length: number): AsyncGenerator<Buffer> {
    for (let left = length; left > 0; ) {
      const chunk = await this.some(left)
      if (chunk === undefined) throw new BadArchive('it is cut off')
      left -= chunk.length
      yield chunk
    }
  }

  /** Goes on to a place further back. */
  async skipTo(position: number): Promise<void> {
    if (position < this.position) throw new BadArchive('its files overlap')
    for await (const _ of this.exactly(position - this.position)) {
      // Contents that the mount does not have any more.
    }
  }

  close(): void {
    this.source.destroy()
  }

  private async next(): Promise<Buffer | undefined> {
    try {
      const { done, value } = await this.chunks.next()
      return done ? undefined : value
    } catch (cause) {
      throw new BadArchive('it is broken', { cause })
    }
  }
}

function decompressor(mediaType: string): Duplex {
  if (mediaType.endsWith('+gzip')) return zlib.createGunzip({ chunkSize: CHUNK })
  if (!mediaType.endsWith('+zstd')) throw new BadArchive(`it is of an unknown kind, ${mediaType}`)
  if (createZstdDecompress) return createZstdDecompress({ chunkSize: CHUNK })
  throw new Failure(`it is compressed with zstd, which Node ${process.versions.node} can’t read`)
}

/** A whole archive, up to some size. */
export async function readArchive(path: string, descriptor: Descriptor, most: number): Promise<Buffer> {
  const reader = new ArchiveReader(path, descriptor)
  const chunks: Buffer[] = []
  try {
    for (let chunk = await reader.some(most); chunk !== undefined; chunk = await reader.some(most)) {
      chunks.push(chunk)
      if (reader.position > most) throw new BadArchive(`it is larger than ${most} bytes`)
    }
  } finally {
    reader.close()
  }
  return Buffer.concat(chunks)
}
