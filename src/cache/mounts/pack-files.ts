import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { extract } from 'tar-stream'
import { Failure } from '../../errors.js'
import { ArchiveWriter } from './codec.js'
import type { PackDescriptor } from './entry.js'
import { type Access, runAsOwner } from './namespace.js'
import { PACK_BYTES } from './packs.js'

/** A file whose content is wanted. */
export interface Wanted {
  readonly path: string
  readonly size: number
  /** So many bytes of it, from the start, go into its hash. */
  readonly telling: number
}

/** A pack on the disk, not saved yet. */
export interface NewPack {
  readonly path: string
  readonly descriptor: PackDescriptor
}

/** Where the content of a file is, and the sha256 of its telling bytes in base64. */
export interface Packed {
  readonly hash: string
  /** Among the new packs. */
  readonly pack: number
  readonly offset: number
}

/**
 * Reads files in the order given, which is what they are kept in.
 * @throws {Failure} when one can't be read, or changes meanwhile
 */
async function readFiles(
  access: Access,
  folder: string,
  files: readonly Wanted[],
  work: string,
  take: (file: Wanted, content: AsyncIterable<Buffer>) => Promise<void>,
): Promise<void> {
  if (files.length === 0) return
  const list = join(work, 'files')
  await writeFile(list, files.map(({ path }) => `${path}\0`).join(''))
  const tar = [
    'tar',
    '--create',
    '--file=-',
    '--format=posix',
    '--numeric-owner',
    '--hard-dereference',
    '--no-recursion',
    `--directory=${folder}`,
    '--null',
    '--verbatim-files-from',
    `--files-from=${list}`,
  ]
  await runAsOwner(access, tar, {
    output: async (stdout) => {
      let at = 0
      const changed = (name: string) => new Failure(`it changed while it was read: ${name}`)
      const untar = extract()
      stdout.pipe(untar as unknown as NodeJS.WritableStream)
      for await (const entry of untar) {
        const { name, size = 0 } = entry.header
        const file = files[at++]
        if (file === undefined || name !== file.path || size !== file.size) throw changed(name)
        await take(file, entry as unknown as AsyncIterable<Buffer>)
      }
      if (at !== files.length) throw changed(files[at]!.path)
    },
  })
}

/** The sha256 of files’ telling bytes, in base64, in their order. */
export async function hashFiles(
  access: Access,
  folder: string,
  files: readonly Wanted[],
  work: string,
): Promise<string[]> {
  const hashes: string[] = []
  await readFiles(access, folder, files, work, async ({ telling }, content) => {
    hashes.push(await hashOf(content, telling))
  })
  return hashes
}

/** Puts files into packs, in their order, and says where each is. */
export async function packFiles(
  access: Access,
  folder: string,
  files: readonly Wanted[],
  work: string,
  packBytes = PACK_BYTES,
): Promise<{ packs: readonly NewPack[]; packed: readonly Packed[] }> {
  const packs: NewPack[] = []
  const packed: Packed[] = []
  let writer: ArchiveWriter | undefined
  const finish = async () => {
    if (writer === undefined) return
    const { path, written } = writer
    packs.push({ path, descriptor: { ...(await writer.finish()), bytes: written } })
    writer = undefined
  }
  try {
    await readFiles(access, folder, files, work, async ({ size, telling }, content) => {
      if (writer !== undefined && writer.written + size > packBytes) await finish()
      writer ??= new ArchiveWriter(join(work, `pack-${packs.length}`), 'pack')
      const offset = writer.written
      const into = writer
      const hash = await hashOf(content, telling, (chunk) => into.write(chunk))
      packed.push({ hash, pack: packs.length, offset })
    })
    await finish()
  } finally {
    ;(writer as ArchiveWriter | undefined)?.abandon()
  }
  return { packs, packed }
}

async function hashOf(
  content: AsyncIterable<Buffer>,
  telling: number,
  also: (chunk: Buffer) => Promise<void> = async () => undefined,
): Promise<string> {
  const hash = createHash('sha256')
  let left = telling
  for await (const chunk of content) {
    hash.update(chunk.subarray(0, left))
    left -= Math.min(left, chunk.length)
    await also(chunk)
  }
  return hash.digest('base64')
}
