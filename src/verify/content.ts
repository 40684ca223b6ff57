import { ELF_HEAD, type Elf, ElfError, elfParts, isElf, readElf } from './elf.js'
import { FileBytes, type Range } from './file-bytes.js'

/** What kind of program a file is, as the kernel would judge it. */
export type Content =
  | { readonly kind: 'elf'; readonly elf: Elf }
  | { readonly kind: 'damaged'; readonly problem: string }
  /** `text` is missing when the file is longer than what scripts are followed for. */
  | { readonly kind: 'script'; readonly firstLine: string; readonly text: string | undefined }
  /** A program for another operating system. */
  | { readonly kind: 'alien'; readonly system: string }
  | { readonly kind: 'other' }

const OTHER: Content = { kind: 'other' }
const MAGIC_SIZE = 4
const LONGEST_SCRIPT = 32 << 10
/** The kernel's BINPRM_BUF_SIZE: what it reads to find a script's interpreter. */
const FIRST_LINE = 256
const MOST_KEPT = 64 << 20

/** Programs of several systems at once (https://justine.lol/ape.html), which begin as Windows' do. */
const APE = '4d5a7146'

// Fat Mach-O files begin like Java's classes, which are no programs to the kernel either.
const ALIENS: readonly (readonly [magic: string, system: string])[] = [
  ['cffaedfe', 'macOS'],
  ['cefaedfe', 'macOS'],
  ['cafebabe', 'macOS'],
  ['4d5a', 'Windows'],
]

/**
 * Looks at a file while it streams by, and keeps no more of it than is needed to tell what it is.
 */
export class ContentReader {
  private readonly bytes: FileBytes
  /** Parts still to be kept, in order, none overlapping; all of them lie at or after `position`. */
  private wanted: Range[]
  private position = 0
  private stage: 'magic' | 'head' | 'parts' = 'magic'
  private found: Content | undefined

  constructor(private readonly size: number) {
    this.bytes = new FileBytes(size)
    this.wanted = [{ offset: 0, length: Math.min(size, MAGIC_SIZE) }]
    if (size < MAGIC_SIZE) this.found = OTHER
  }

  /** Takes the next chunk, which must not change afterwards. */
  push(chunk: Buffer): void {
    if (this.found !== undefined) return
    const start = this.position
    this.position += chunk.length
    let taken = start
    while (this.wanted.length > 0) {
      const { offset, length } = this.wanted[0]!
      if (offset >= this.position) return
      const from = Math.max(offset, taken)
      const to = Math.min(offset + length, this.position)
      if (to > from) this.bytes.keep(from, chunk.subarray(from - start, to - start))
      taken = Math.max(taken, to)
      if (to < offset + length) return
      this.wanted.shift()
      if (this.wanted.length === 0) this.wanted = this.decide(to)
    }
  }

  /** What the file is, when it has ended. */
  end(): Content {
    if (this.found !== undefined) return this.found
    if (this.stage === 'magic') return OTHER
    return isElf(this.bytes.read(0, MAGIC_SIZE)) ? elfContent(this.bytes) : this.script()
  }

  /** What else to keep, when all that was wanted is at hand; `reached` is where the next byte lies. */
  private decide(reached: number): Range[] {
    if (this.stage === 'magic') {
      const magic = this.bytes.read(0, MAGIC_SIZE)
      if (isElf(magic)) return this.goOn('head', [{ offset: reached, length: ELF_HEAD - reached }])
      if (magic.toString('latin1', 0, 2) === '#!')
        return this.goOn('parts', [{ offset: reached, length: LONGEST_SCRIPT - reached }])
      const start = magic.toString('hex')
      const alien = start === APE ? undefined : ALIENS.find(([each]) => start.startsWith(each))
      this.found = alien ? { kind: 'alien', system: alien[1] } : OTHER
    } else if (this.stage === 'head') {
      try {
        return this.goOn(
          'parts',
          elfParts(this.bytes).map((part) => after(part, reached)),
        )
      } catch (error) {
        if (!(error instanceof ElfError)) throw error
        this.found = { kind: 'damaged', problem: error.message }
      }
    }
    return []
  }

  private goOn(stage: 'head' | 'parts', ranges: readonly Range[]): Range[] {
    this.stage = stage
    return merged(
      ranges.map(({ offset, length }) => ({ offset, length: Math.min(length, this.size - offset) })),
    )
  }

  private script(): Content {
    const all = this.bytes.readUpTo(0, LONGEST_SCRIPT).toString('utf8')
    const firstLine = all.slice(0, FIRST_LINE).split('\n', 1)[0]!
    return { kind: 'script', firstLine, text: this.size <= LONGEST_SCRIPT ? all : undefined }
  }
}

function elfContent(bytes: FileBytes): Content {
  try {
    return { kind: 'elf', elf: readElf(bytes) }
  } catch (error) {
    if (!(error instanceof ElfError)) throw error
    return { kind: 'damaged', problem: error.message }
  }
}

function after({ offset, length }: Range, from: number): Range {
  const start = Math.max(offset, from)
  return { offset: start, length: offset + length - start }
}

/** Ranges in order, overlapping ones joined, and no more of them than may be kept. */
function merged(ranges: readonly Range[]): Range[] {
  const joined: { offset: number; length: number }[] = []
  let budget = MOST_KEPT
  for (const { offset, length } of [...ranges].sort((a, b) => a.offset - b.offset)) {
    const last = joined.at(-1)
    const start = last === undefined ? offset : Math.max(offset, last.offset + last.length)
    const added = Math.min(offset + length - start, budget)
    if (!(added > 0)) continue
    budget -= added
    if (last !== undefined && start === last.offset + last.length) last.length += added
    else joined.push({ offset: start, length: added })
  }
  return joined
}
