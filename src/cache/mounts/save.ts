import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Interrupted, messageOf } from '../../errors.js'
import { assign, type FoundMount } from './assign.js'
import { compare } from './compare.js'
import { keep } from './keep.js'
import { encodeRecord, type KeptMount, recordName } from './record.js'
import type { MountFacts, MountSite, Restored } from './restore.js'
import { type Found, scan } from './scan.js'
import { hasFiles, isChanged, type Plan, planOf, trim } from './trimming.js'

/** What a report says of the saving. */
export interface Saved {
  /** What is kept now. */
  readonly mounts: readonly MountFacts[]
  /** Bytes that went to the store; 0 when everything is as it was. */
  readonly transferred: number
  /** What is not kept any more. */
  readonly trimmed: { readonly files: number; readonly bytes: number }
  readonly seconds: number
  readonly warnings: readonly string[]
}

const NOTHING = { mounts: [], transferred: 0, trimmed: { files: 0, bytes: 0 }, warnings: [] }

/**
 * Keeps the mounts of a build that succeeded: what it used, and for some builds longer what it did not. Nothing is written
 * when nothing changed. Whatever goes wrong costs a warning.
 * @throws {Interrupted} when the signal fired; nothing else
 */
export async function saveMounts(site: MountSite, restored: Restored): Promise<Saved> {
  const { mounts, complete } = restored.wanted
  if (mounts.length === 0 && complete) return { ...NOTHING, seconds: 0 }
  const started = performance.now()
  const seconds = () => (performance.now() - started) / 1000
  let work: string | undefined
  try {
    work = await mkdtemp(join(site.work, 'save-'))
    return { ...(await save(site, restored, work)), seconds: seconds() }
  } catch (error) {
    if (error instanceof Interrupted || site.signal?.aborted) throw new Interrupted()
    const warning = `${site.platform.text}: the cache mounts could not be saved: ${messageOf(error)}`
    return { ...NOTHING, seconds: seconds(), warnings: [warning] }
  } finally {
    if (work !== undefined) await rm(work, { recursive: true, force: true })
  }
}

async function save(site: MountSite, restored: Restored, work: string): Promise<Omit<Saved, 'seconds'>> {
  const { mounts, moved } = assign(await scanAll(site), restored)
  const warnings = moved.map(
    ({ name, podman }) =>
      `${site.platform.text}: podman ${site.podman} keeps the cache mount ${name} in another folder than podman ${podman} did, so it started empty this time`,
  )
  const plans: Plan[] = []
  for (const mount of mounts) plans.push(await planFor(site, restored, mount, work))
  const trimmed = trim(plans, restored.others, site.limit)
  const lost = plans.filter(({ before }) => before !== undefined).length < restored.mounts.length
  const facts = trimmed.plans.filter(hasFiles).map(factsOf)
  if (!lost && restored.broken.size === 0 && trimmed.files === 0 && !plans.some(isChanged)) {
    return { ...NOTHING, mounts: facts, warnings }
  }
  const kept: KeptMount[] = []
  let transferred = 0
  for (const plan of trimmed.plans.filter(hasFiles)) {
    const result = await keep(site, restored.broken, plan, await mkdtemp(join(work, 'mount-')))
    kept.push(result.kept)
    transferred += result.transferred
  }
  const others = await complete(site, trimmed.others)
  const record = encodeRecord(site, [...kept, ...others])
  await site.store.writeDocument(recordName(site), record)
  const { files, bytes } = trimmed
  return { mounts: facts, transferred: transferred + record.length, trimmed: { files, bytes }, warnings }
}

/** The mounts of which the store has lost nothing: with others the record would not be saved. */
async function complete({ store }: MountSite, mounts: readonly KeptMount[]): Promise<KeptMount[]> {
  const found: KeptMount[] = []
  for (const mount of mounts) {
    const there = await Promise.all([mount.index, ...mount.packs].map((part) => store.hasBlob(part)))
    if (there.every((each) => each)) found.push(mount)
  }
  return found
}

/** All that the builder keeps for mounts, by its path below TMPDIR. */
async function scanAll(site: MountSite): Promise<Found[]> {
  const parents = (await readdir(site.temporary)).filter((name) => /^buildah-cache(-\d+)?$/.test(name))
  const all: Found[] = []
  for (const parent of parents) {
    const below = (path: string) => (path === '' ? parent : `${parent}/${path}`)
    for (const found of await scan(site, join(site.temporary, parent))) {
      const target = found.type === 'hardlink' ? { target: below(found.target!) } : {}
      all.push({ ...found, path: below(found.path), ...target })
    }
  }
  return all
}

async function planFor(site: MountSite, restored: Restored, mount: FoundMount, work: string): Promise<Plan> {
  const before = restored.mounts.find(({ folder }) => folder === mount.folder)
  const folder = join(site.temporary, mount.folder)
  const own = await mkdtemp(join(work, 'compare-'))
  return planOf(mount, await compare(site, folder, mount, before?.index, restored, own), before)
}

function factsOf({ mount, currents }: Plan): MountFacts {
  return { name: mount.name, bytes: currents.reduce((sum, { entry }) => sum + entry.size, 0) }
}
