import { mkdir, mkdtemp, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import pLimit from 'p-limit'
import { Failure, Interrupted, messageOf } from '../../errors.js'
import { freeBytes } from '../../host/space.js'
import type { Descriptor } from '../../oci/types.js'
import { removeFolders } from '../../podman/store.js'
import { readArchive } from './codec.js'
import type { CacheMounts } from './dockerfile.js'
import { BadArchive, decodeIndex, type Entry, type Index, LONGEST_INDEX } from './entry.js'
import { foldersOf, isHashFolder, isWithin, localFolder } from './folders.js'
import { GO_FILES_BEFORE, goBuildCaches, goFile } from './go-build-cache.js'
import type { Access } from './namespace.js'
import { decodeRecord, type KeptMount, type Owner, recordName } from './record.js'
import type { MountStore } from './store.js'
import { unpack } from './unpack.js'

/** One platform's cache mounts in one run. */
export interface MountSite extends Owner, Access {
  readonly store: MountStore
  /** What podman gets as TMPDIR for this platform: nobody else's, and without cache mounts yet. */
  readonly temporary: string
  /** Folder for archives on their way. */
  readonly work: string
  /** Version of podman. */
  readonly podman: string
  /** Bytes in the store that the mounts of this scope and platform may take. */
  readonly limit: number
  /** Bytes of files in a pack, where they are others than the usual. */
  readonly packBytes?: number
}

/** A mount that was restored. */
export interface RestoredMount {
  readonly kept: KeptMount
  /** Its folder below TMPDIR on this machine. */
  readonly folder: string
  readonly index: Index
}

/** What a report says of one mount. */
export interface MountFacts {
  readonly name: string
  /** Bytes of its files. */
  readonly bytes: number
}

/** The mounts of the steps that are to run. */
export interface WantedMounts extends CacheMounts {
  /** Those of all steps, when some need not run; the mounts of these are left as they are. */
  readonly resting?: CacheMounts
}

/** What was there before the build, which {@link saveMounts} compares with. */
export interface Restored {
  readonly mounts: readonly RestoredMount[]
  /** Mounts of the record that this build does not use: one more build without them, unless the steps that do need not run. */
  readonly others: readonly KeptMount[]
  /** Digests of archives that turned out to be of no use, though the store may still have them. */
  readonly broken: ReadonlySet<string>
  /** The file system's time after the restoring, in seconds since 1970: what has a later one was used by the build. */
  readonly mark: number
  /** Whether reading a file is noted here. */
  readonly notesReads: boolean
  readonly wanted: CacheMounts
  readonly facts: {
    readonly mounts: readonly MountFacts[]
    /** Bytes that came from the store. */
    readonly transferred: number
    readonly seconds: number
    /** Why a mount is empty that need not be. */
    readonly warnings: readonly string[]
  }
}

const FETCHES = 4
/** What has to be free after the restoring, for the build. */
const SPACE_LEFT = 1 << 30

/**
 * Puts the mounts of an earlier build where podman looks for them. Whatever is wrong with one costs a warning, and the mount is
 * empty.
 * @throws {Interrupted} when the signal fired; nothing else
 */
export async function restoreMounts(site: MountSite, wanted: WantedMounts): Promise<Restored> {
  const started = performance.now()
  const warnings: string[] = []
  const mounts: RestoredMount[] = []
  const broken = new Set<string>()
  let kept: readonly KeptMount[] = []
  const others: KeptMount[] = []
  let transferred = 0
  if (wanted.mounts.length > 0 || !wanted.complete) {
    const attempt = async (what: string, action: () => Promise<void>, parts: readonly Descriptor[] = []) => {
      try {
        await action()
      } catch (error) {
        if (error instanceof Interrupted || site.signal?.aborted) throw new Interrupted()
        if (error instanceof BadArchive) for (const { digest } of parts) broken.add(digest)
        warnings.push(`${site.platform.text}: ${what}: ${messageOf(error)}`)
      }
    }
    await attempt('the record of the cache mounts can’t be read, so they start empty', async () => {
      const bytes = await site.store.readDocument(recordName(site))
      kept = (bytes && decodeRecord(site, bytes)?.mounts) ?? []
    })
    for (const each of kept) {
      const folder = localFolder(each.folder)
      const place = placeOf(folder, wanted)
      if (place === 'elsewhere') continue
      if (place === 'unknown') {
        const rests = wanted.resting !== undefined && placeOf(folder, wanted.resting) === 'here'
        others.push({ ...each, idle: rests ? each.idle : each.idle + 1 })
        continue
      }
      if (mounts.some((mount) => isWithin(folder, mount.folder) || isWithin(mount.folder, folder))) continue
      const known = { ...each, name: nameOf(folder, wanted) ?? each.name }
      const parts = [each.index, ...each.packs]
      const restoring = async () => {
        const index = await restore(site, each, folder, wanted)
        mounts.push({ kept: known, folder, index })
        transferred += parts.reduce((sum, { size }) => sum + size, 0)
      }
      await attempt(
        `the cache mount ${known.name} could not be restored, so it starts empty`,
        restoring,
        parts,
      )
    }
  }
  const { mark, notesReads } = await probe(site.temporary)
  return {
    mounts,
    others,
    broken,
    mark,
    notesReads,
    wanted,
    facts: {
      mounts: mounts.map(({ kept: { name, bytes } }) => ({ name, bytes })),
      transferred,
      seconds: (performance.now() - started) / 1000,
      warnings,
    },
  }
}

/** Whether a kept mount is one of this build; an untrusted record can name any folder. */
function placeOf(folder: string, { mounts, complete }: CacheMounts): 'here' | 'unknown' | 'elsewhere' {
  if (mounts.some((mount) => foldersOf(mount).includes(folder))) return 'here'
  const unclear = !complete || mounts.some(({ key, uid, gid }) => [key, uid, gid].includes(undefined))
  if (isHashFolder(folder)) return unclear ? 'here' : 'unknown'
  return /^buildah-cache(-\d+)?\//.test(folder) ? 'unknown' : 'elsewhere'
}

/** What the Dockerfile says; a record's own words come from whoever wrote it. */
function nameOf(folder: string, { mounts }: CacheMounts): string | undefined {
  const names = mounts
    .filter((mount) => foldersOf(mount).some((each) => isWithin(each, folder)))
    .map(({ name }) => name)
  return names.length === 0 ? undefined : [...new Set(names)].join(', ')
}

async function restore(
  site: MountSite,
  kept: KeptMount,
  folder: string,
  wanted: CacheMounts,
): Promise<Index> {
  const work = await mkdtemp(join(site.work, 'restore-'))
  const final = join(site.temporary, folder)
  // Beside it, since a folder that belongs to another can't be moved elsewhere.
  const staging = join(dirname(final), `${STAGING}${basename(final)}`)
  try {
    const fetched = async (descriptor: KeptMount['index'], name: string) => {
      const path = join(work, name)
      if (!(await site.store.fetchBlob(descriptor, path)))
        throw new BadArchive('a part of it is not in the cache any more')
      return { path, descriptor }
    }
    const { path } = await fetched(kept.index, 'index')
    const index = decodeIndex(await readArchive(path, kept.index, LONGEST_INDEX), kept.packs.length)
    refuseLinksOnTheWay(index, folder, wanted)
    await refuseLackOfSpace(site, index)
    const fetch = pLimit(FETCHES)
    const packs = await Promise.all(
      kept.packs.map((pack, number) => fetch(() => fetched(pack, `pack-${number}`))),
    )
    const go = goBuildCaches(index.entries)
    const goTime = String(Math.floor(Date.now() / 1000) - GO_FILES_BEFORE)
    const mtimeOf = (entry: Entry) => (goFile(go, entry.path) === undefined ? entry.mtime : goTime)
    await mkdir(staging, { recursive: true })
    await unpack(site, staging, index, packs, mtimeOf)
    await rename(staging, final)
    return index
  } catch (error) {
    await removeFolders([staging], site.rootless).catch(() => undefined)
    throw error
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/** How a folder begins that is not a mount (yet). */
export const STAGING = '.multiarch-build-'

/**
 * In podman 4.3 one mount's folder can lie in another's, and the builder goes there by its path on this machine: through a link it
 * would mount any folder of the machine.
 */
function refuseLinksOnTheWay({ entries }: Index, folder: string, { mounts }: CacheMounts): void {
  const links = entries.filter(({ type }) => type === 'symlink').map(({ path }) => `${folder}/${path}`)
  const inner = mounts.flatMap(foldersOf).filter((each) => isWithin(each, folder))
  const link = links.find((path) => inner.some((each) => isWithin(each, path)))
  if (link !== undefined) throw new BadArchive(`a link is in the way to another mount: ${link}`)
}

async function refuseLackOfSpace(site: MountSite, { entries }: Index): Promise<void> {
  const needed = entries.reduce((sum, { size }) => sum + size, 0)
  const free = await freeBytes(site.temporary)
  if (free !== undefined && free < needed + SPACE_LEFT) {
    throw new Failure(`it needs ${Math.ceil(needed / 1e6)} MB, and the disk has ${Math.floor(free / 1e6)} MB`)
  }
}

/**
 * The file system's clock, and whether it notes reads: not with `noatime`. With `relatime`, the usual, it notes the first read
 * after a change, which all restored files have behind them (https://man7.org/linux/man-pages/man8/mount.8.html).
 */
async function probe(folder: string): Promise<{ mark: number; notesReads: boolean }> {
  const path = join(folder, `${STAGING}probe`)
  await writeFile(path, 'x')
  const past = new Date(Date.now() - 3_600_000)
  await utimes(path, past, past)
  const { ctimeMs } = await stat(path)
  await readFile(path)
  const { atimeMs } = await stat(path)
  await rm(path)
  return { mark: ctimeMs / 1000, notesReads: atimeMs > past.getTime() }
}
