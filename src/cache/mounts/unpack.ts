import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { pack as createTar, type Header, type Pack } from 'tar-stream'
import type { Descriptor } from '../../oci/types.js'
import { ArchiveReader, writeTo } from './codec.js'
import { BadArchive, type Entry, type Index } from './entry.js'
import { type Access, runAsOwner } from './namespace.js'

/** A pack's file on the disk. */
export interface PackFile {
  readonly path: string
  readonly descriptor: Descriptor
}

type TarHeader = Pick<Header, 'name'> & Partial<Header>

const IN_MEMORY = 1 << 20
const REGULAR = 0o100000

/**
 * Puts a mount's content into a folder that is there. The tar that does it sees names, types, owners and modes of the checked
 * index alone; the packs give bytes and nothing else. Links come last, so that nothing goes through one.
 * @throws {BadArchive} when the packs don't hold what the index says
 * @throws {Failure} when it can't be written
 */
export async function unpack(
  access: Access,
  folder: string,
  index: Index,
  packs: readonly PackFile[],
  mtimeOf: (entry: Entry) => string,
): Promise<void> {
  const tar = createTar()
  const write = async (stdin: Writable) => {
    // Where a pack turns out to be broken, tar must not take what it has for everything.
    const filling = fill(tar, index, packs, mtimeOf).catch((error) => {
      tar.destroy(error)
      throw error
    })
    const [filled, piped] = await Promise.allSettled([
      filling,
      pipeline(tar as unknown as NodeJS.ReadableStream, stdin),
    ])
    // Either can have broken the other.
    const problems = [filled, piped].flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
    const bad = problems.find((problem) => problem instanceof BadArchive) ?? problems.at(-1)
    if (bad !== undefined) throw bad
  }
  await runAsOwner(
    access,
    [
      'tar',
      '--extract',
      '--file=-',
      `--directory=${folder}`,
      '--numeric-owner',
      '--same-owner',
      '--preserve-permissions',
      '--delay-directory-restore',
    ],
    { input: write },
  )
}

async function fill(
  tar: Pack,
  { entries }: Index,
  packs: readonly PackFile[],
  mtimeOf: (entry: Entry) => string,
): Promise<void> {
  const add = (entry: Entry, content: Uint8Array = Buffer.alloc(0)) =>
    new Promise<void>((done, fail) => {
      const sink = tar.entry(headerOf(entry, mtimeOf(entry)), content, (error) =>
        error ? fail(error) : done(),
      )
      // The callback has it too, but an error that nobody listens for ends the process.
      sink.on('error', fail)
    })
  const of = (type: Entry['type']) => entries.filter((entry) => entry.type === type)
  for (const entry of of('directory')) await add(entry)
  for (const entry of of('file').filter(({ size }) => size === 0)) await add(entry)
  for (const [number, { path, descriptor }] of packs.entries()) {
    const files = entries.filter(({ pack }) => pack === number).sort((a, b) => a.offset! - b.offset!)
    const reader = new ArchiveReader(path, descriptor)
    try {
      for (const entry of files) {
        await reader.skipTo(entry.offset!)
        if (entry.size > IN_MEMORY) await addLarge(tar, headerOf(entry, mtimeOf(entry)), reader)
        else await add(entry, await collect(reader, entry.size))
      }
    } finally {
      reader.close()
    }
  }
  for (const type of ['hardlink', 'symlink'] as const) for (const entry of of(type)) await add(entry)
  tar.finalize()
}

async function collect(reader: ArchiveReader, size: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of reader.exactly(size)) chunks.push(chunk)
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)
}

async function addLarge(tar: Pack, header: TarHeader, reader: ArchiveReader): Promise<void> {
  let fail: (error: unknown) => void = () => undefined
  let done: () => void = () => undefined
  const taken = new Promise<void>((resolve, reject) => {
    done = resolve
    fail = reject
  })
  taken.catch(() => undefined)
  const sink = tar.entry(header, (error) => (error ? fail(error) : done())) as unknown as Writable
  sink.on('error', fail)
  for await (const chunk of reader.exactly(header.size!)) await writeTo(sink, chunk, taken)
  sink.end()
  await taken
}

function headerOf({ type, path, mode, uid, gid, size, target }: Entry, mtime: string): TarHeader {
  return {
    name: path === '' ? './' : path,
    type: type === 'hardlink' ? 'link' : type,
    // tar-stream takes a mode of 0 for none.
    mode: mode | REGULAR,
    uid,
    gid,
    size,
    mtime: new Date(Math.floor(Number(mtime)) * 1000),
    ...(target !== undefined && { linkname: target }),
    pax: {
      // Numbers that the old header's octal digits can't hold, and the parts of a second.
      mtime,
      ...(uid > 0o7777777 && { uid: String(uid) }),
      ...(gid > 0o7777777 && { gid: String(gid) }),
      ...(size > 0o77777777777 && { size: String(size) }),
    },
  }
}
