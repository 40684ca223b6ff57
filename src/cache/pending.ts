import { constants } from 'node:fs'
import { copyFile, link, mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { digestOf, digestOfFile, encodedPart } from '../oci/digest.js'
import type { Descriptor } from '../oci/types.js'
import type { Place } from './open.js'
import type { CacheStore } from './store.js'

/** Name under which the step's post part finds the folder with what is to be saved. */
export const CACHE_STATE = 'cache'

interface PendingBlob {
  readonly descriptor: Descriptor
  readonly file: string
  readonly replace: boolean
}

interface PendingDocument {
  readonly name: string
  readonly file: string
  readonly keeps: readonly Descriptor[]
}

/** What is to be saved, and where. */
export interface PendingList {
  readonly place: Place
  /** Hosts of the step's logins, whose user names and passwords the later part reads from its inputs again. */
  readonly loginHosts: readonly string[]
  readonly tlsVerify: boolean
  readonly blobs: readonly PendingBlob[]
  readonly documents: readonly PendingDocument[]
}

const LIST = 'pending.json'
const STAGED = 'staged'

/**
 * What a run found worth keeping, put aside in a folder, for a later part of the run to save: sending it must not hold
 * up the build.
 */
export class Pending {
  private list: PendingList
  private writing: Promise<void> = Promise.resolve()

  constructor(
    private readonly folder: string,
    target: Pick<PendingList, 'place' | 'loginHosts' | 'tlsVerify'>,
  ) {
    this.list = { ...target, blobs: [], documents: [] }
  }

  /** Bytes of what was put aside, but for documents. */
  get bytes(): number {
    const sizes = new Map(this.list.blobs.map(({ descriptor }) => [descriptor.digest, descriptor.size]))
    return [...sizes.values()].reduce((sum, size) => sum + size, 0)
  }

  /** Puts a file aside, whose bytes must not change any more. */
  async addBlob(
    path: string,
    options: { mediaType: string; broken: ReadonlySet<string> },
  ): Promise<Descriptor> {
    const { size } = await stat(path)
    const digest = await digestOfFile(path)
    const descriptor = { mediaType: options.mediaType, digest, size }
    // Two platforms may come with the same layer.
    if (this.holds(descriptor)) return descriptor
    const file = join(STAGED, encodedPart(digest))
    await mkdir(join(this.folder, STAGED), { recursive: true, mode: 0o700 })
    await linkOrCopy(path, join(this.folder, file))
    await this.write({
      ...this.list,
      blobs: [...this.list.blobs, { descriptor, file, replace: options.broken.has(digest) }],
    })
    return descriptor
  }

  /** Whether a blob was put aside. */
  holds({ digest }: Descriptor): boolean {
    return this.list.blobs.some(({ descriptor }) => descriptor.digest === digest)
  }

  /** Puts a document aside, which is saved once the blobs are that it needs. */
  async addDocument(name: string, bytes: Buffer, keeps: readonly Descriptor[]): Promise<void> {
    const file = join(STAGED, encodedPart(digestOf(bytes)))
    await mkdir(join(this.folder, STAGED), { recursive: true, mode: 0o700 })
    await writeFile(join(this.folder, file), bytes, { mode: 0o600 })
    const others = this.list.documents.filter((document) => document.name !== name)
    await this.write({ ...this.list, documents: [...others, { name, file, keeps }] })
  }

  // Whole at any time, since the run may be killed; and one after the other, since platforms come here at the same time.
  private write(list: PendingList): Promise<void> {
    this.list = list
    this.writing = this.writing.then(async () => {
      const path = join(this.folder, LIST)
      await writeFile(`${path}.new`, JSON.stringify(this.list), { mode: 0o600 })
      await rename(`${path}.new`, path)
    })
    return this.writing
  }
}

// A second name costs neither time nor room, where the file system has both.
async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return
    await copyFile(from, to, constants.COPYFILE_FICLONE)
  }
}

/** What was put aside in a folder; undefined when nothing was. */
export async function readPending(folder: string): Promise<PendingList | undefined> {
  try {
    return JSON.parse(await readFile(join(folder, LIST), 'utf8')) as PendingList
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Saves what was put aside: blobs side by side, then the documents whose blobs are all there. */
export async function savePending(folder: string, list: PendingList, store: CacheStore): Promise<void> {
  const saved = new Set<string>()
  await Promise.all(
    list.blobs.map(async ({ descriptor, file, replace }) => {
      if (await store.saveBlob(descriptor, join(folder, file), { replace })) saved.add(descriptor.digest)
    }),
  )
  const isKept = async (blob: Descriptor) => saved.has(blob.digest) || (await store.hasBlob(blob))
  await Promise.all(
    list.documents.map(async ({ name, file, keeps }) => {
      if (!(await Promise.all(keeps.map(isKept))).every((kept) => kept)) return
      await store.writeDocument(name, await readFile(join(folder, file)), keeps)
    }),
  )
}
