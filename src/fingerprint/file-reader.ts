import { createHash } from 'node:crypto'
import { type BigIntStats, closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { messageOf } from '../errors.js'
import type { Digest } from '../oci/digest.js'

/** A file could not be taken as an input of a build, in words for the summary. */
export class Unreadable extends Error {}

/** What was read of a file, and when. */
interface Read {
  readonly digest: Digest
  readonly identity: string
  /** Whether a change right after it was read would show. */
  readonly settled: boolean
}

// Neither a link nor a pipe that has taken the file's place is followed or waited for.
const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK
const SMALL = 1 << 18
const CHUNK = 1 << 20
// The kernel's clock for files moves in steps of up to 10 ms.
const SETTLED_AFTER_MS = 100
const LONGEST_TURN_MS = 15

/** Reads files, each once though several steps need it, and notices changes. */
export class FileReader {
  private readonly reads = new Map<string, Promise<Read>>()
  private readonly buffer = Buffer.allocUnsafe(SMALL)
  private turn = performance.now()
  /** Number of bytes that were read. */
  bytes = 0

  /** @param earlier reads of a run before; a file that was touched since then is refused. */
  constructor(private readonly earlier?: FileReader) {}

  /**
   * The digest of a file's content.
   * @throws {Unreadable} when it can't be read, or changed meanwhile
   */
  async digest(path: string): Promise<Digest> {
    let read = this.reads.get(path)
    if (read === undefined) {
      read = this.read(path)
      this.reads.set(path, read)
    }
    return (await read).digest
  }

  private async read(path: string): Promise<Read> {
    const before = await this.earlier?.reads.get(path)?.catch(() => undefined)
    if (before !== undefined) {
      if (identityOf(statOf(path)) !== before.identity) throw changed(path)
      if (before.settled) return before
    }
    try {
      const read = await this.readNow(path)
      if (before !== undefined && read.digest !== before.digest) throw changed(path)
      return read
    } catch (error) {
      if (error instanceof Unreadable) throw error
      throw new Unreadable(`${path} can’t be read: ${messageOf(error)}`)
    }
  }

  private async readNow(path: string): Promise<Read> {
    // Small files are read synchronously, which is several times faster; others get their turn in between.
    if (performance.now() - this.turn > LONGEST_TURN_MS) {
      await nextTurn()
      this.turn = performance.now()
    }
    const started = Date.now()
    const fd = openSync(path, FLAGS)
    try {
      const before = fstatSync(fd, { bigint: true })
      if (before.size > SMALL) return await this.readLarge(path, started)
      const size = readSync(fd, this.buffer, 0, SMALL, 0)
      this.bytes += size
      const hash = createHash('sha256').update(this.buffer.subarray(0, size)).digest('hex')
      return checked(path, `sha256:${hash}`, size, [before, fstatSync(fd, { bigint: true })], started)
    } finally {
      closeSync(fd)
    }
  }

  private async readLarge(path: string, started: number): Promise<Read> {
    const file = await open(path, FLAGS)
    try {
      const before = await file.stat({ bigint: true })
      const hash = createHash('sha256')
      const chunk = Buffer.allocUnsafe(CHUNK)
      let size = 0
      for (;;) {
        const { bytesRead } = await file.read(chunk, 0, CHUNK, size)
        if (bytesRead === 0) break
        hash.update(chunk.subarray(0, bytesRead))
        size += bytesRead
      }
      this.bytes += size
      const after = await file.stat({ bigint: true })
      return checked(path, `sha256:${hash.digest('hex')}`, size, [before, after], started)
    } finally {
      await file.close()
    }
  }
}

function checked(
  path: string,
  digest: Digest,
  size: number,
  [before, after]: readonly [BigIntStats, BigIntStats],
  started: number,
): Read {
  const identity = identityOf(after)
  if (identityOf(before) !== identity || after.size !== BigInt(size)) throw changed(path)
  return { digest, identity, settled: Number(after.ctimeMs) + SETTLED_AFTER_MS < started }
}

function statOf(path: string): BigIntStats {
  try {
    return lstatSync(path, { bigint: true })
  } catch {
    throw changed(path)
  }
}

// The time of the last change can't be set by programs, unlike that of the last modification.
function identityOf(stat: BigIntStats): string {
  return [stat.dev, stat.ino, stat.size, stat.mode, stat.mtimeNs, stat.ctimeNs].join(' ')
}

function changed(path: string): Unreadable {
  return new Unreadable(`${path} changed while it was read`)
}
