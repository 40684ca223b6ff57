import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Descriptor } from '../../oci/types.js'
import { ArchiveWriter } from './codec.js'
import { type Entry, encodeIndex } from './entry.js'
import { portableFolder } from './folders.js'
import { goBuildCaches, goFile, tellingBytes } from './go-build-cache.js'
import { packFiles } from './pack-files.js'
import { repacking } from './packs.js'
import type { KeptMount } from './record.js'
import type { MountSite, Restored } from './restore.js'
import type { Plan } from './trimming.js'

/** Writes what is new of a mount to the store, and says what it is made of now. */
export async function keep(
  site: MountSite,
  broken: Restored['broken'],
  { mount, before, currents, used, idle }: Plan,
  work: string,
): Promise<{ kept: KeptMount; transferred: number }> {
  let transferred = 0
  const send = async (descriptor: Descriptor, path: string) => {
    if (broken.has(descriptor.digest) || !(await site.store.hasBlob(descriptor))) {
      await site.store.saveBlob(descriptor, path)
      transferred += descriptor.size
    }
    await rm(path, { force: true })
  }
  const entries = currents.map(({ entry }) => entry)
  const added = entries.filter(({ size, pack }) => size > 0 && pack === undefined)
  const { stays, packs } = repacking(before?.kept.packs ?? [], entries, bytesOf(added), site.packBytes)
  const moving = entries.filter(({ size, pack }) => size > 0 && (pack === undefined || !stays.has(pack)))
  const go = goBuildCaches(entries)
  const wanted = moving.map(({ path, size }) => ({
    path,
    size,
    telling: tellingBytes(goFile(go, path), size),
  }))
  const made = await packFiles(site, join(site.temporary, mount.folder), wanted, work, site.packBytes)
  for (const { descriptor, path } of made.packs) await send(descriptor, path)

  const places = new Map(moving.map(({ path }, at) => [path, made.packed[at]!]))
  const placed = entries.map((entry): Entry => {
    const place = places.get(entry.path)
    if (place === undefined) {
      return entry.pack === undefined ? entry : { ...entry, pack: stays.get(entry.pack)! }
    }
    const at = { pack: packs.length + place.pack, offset: place.offset }
    // Go's own name for it is its digest.
    return goFile(go, entry.path) === 'data' ? { ...entry, ...at } : { ...entry, ...at, hash: place.hash }
  })
  const path = join(work, 'index')
  const writer = new ArchiveWriter(path, 'index')
  await writer.write(encodeIndex({ entries: placed }))
  const index = await writer.finish()
  await send(index, path)
  const current = used || before === undefined
  const kept: KeptMount = {
    name: mount.name,
    folder: portableFolder(mount.folder),
    podman: current ? site.podman : before.kept.podman,
    idle,
    used: current ? new Date().toISOString() : before.kept.used,
    bytes: bytesOf(entries),
    index,
    packs: [...packs, ...made.packs.map(({ descriptor }) => descriptor)],
  }
  return { kept, transferred }
}

function bytesOf(entries: readonly Entry[]): number {
  return entries.reduce((sum, { size }) => sum + size, 0)
}
