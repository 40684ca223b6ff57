/** A range of bytes within a file. */
export interface Range {
  readonly offset: number
  readonly length: number
}

/** These bytes of the file were not kept. */
export class OutOfReach extends Error {}

/** The file has no such bytes: what points there is wrong. */
export class BeyondEnd extends Error {}

/**
 * What was kept of a file that streamed by: some ranges of its bytes, as the chunks that they came in. Nothing is
 * copied before it is read.
 */
export class FileBytes {
  private readonly pieces: { readonly offset: number; readonly bytes: Buffer }[] = []

  constructor(
    /** Of the whole file. */
    readonly size: number,
  ) {}

  /** The bytes of a file that is wholly at hand. */
  static of(bytes: Buffer): FileBytes {
    const whole = new FileBytes(bytes.length)
    whole.keep(0, bytes)
    return whole
  }

  /** Keeps bytes; they must come in the file's order. */
  keep(offset: number, bytes: Buffer): void {
    this.pieces.push({ offset, bytes })
  }

  /**
   * @throws {BeyondEnd} when the file is shorter
   * @throws {OutOfReach} when not all of the bytes were kept
   */
  read(offset: number, length: number): Buffer {
    if (!(offset >= 0 && length >= 0 && offset + length <= this.size)) {
      throw new BeyondEnd(`bytes ${offset} to ${offset + length} of ${this.size}`)
    }
    const found: Buffer[] = []
    let at = offset
    for (const piece of this.pieces) {
      if (at === offset + length) break
      const start = at - piece.offset
      if (start < 0 || start >= piece.bytes.length) continue
      const part = piece.bytes.subarray(start, start + offset + length - at)
      found.push(part)
      at += part.length
    }
    if (at !== offset + length) throw new OutOfReach(`bytes ${at} to ${offset + length}`)
    return found.length === 1 ? found[0]! : Buffer.concat(found)
  }

  /** The bytes from an offset on, at most `length`; fewer where the file ends or no more were kept. */
  readUpTo(offset: number, length: number): Buffer {
    let available = 0
    for (const { offset: start, bytes } of this.pieces) {
      if (start > offset + available) break
      available = Math.max(available, start + bytes.length - offset)
    }
    return this.read(offset, Math.max(0, Math.min(length, available)))
  }
}
