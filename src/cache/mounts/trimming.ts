import type { FoundMount } from './assign.js'
import { type Current, isUnchanged } from './compare.js'
import type { Index, PackDescriptor } from './entry.js'
import type { KeptMount } from './record.js'
import { OLDEST_FILE, OLDEST_MOUNT, overLimit, type Unit } from './trim.js'

/** A mount after the build, and what of it stays. */
export interface Plan {
  readonly mount: FoundMount
  /** What was restored. */
  readonly before: { readonly kept: KeptMount; readonly index: Index } | undefined
  /** Whether the build used it at all. */
  readonly used: boolean
  readonly idle: number
  readonly currents: readonly Current[]
}

/** What is left after trimming. */
export interface Trimmed {
  readonly plans: readonly Plan[]
  /** Mounts that this build's Dockerfile does not have. */
  readonly others: readonly KeptMount[]
  readonly files: number
  readonly bytes: number
}

/** Compressed size of what was never compressed yet, as a part of its size. */
const USUAL_RATIO = 0.4

/** Makes the plan of a mount in which everything stays. */
export function planOf(mount: FoundMount, currents: readonly Current[], before: Plan['before']): Plan {
  const used = before === undefined || currents.some((each) => each.used)
  return { mount, before, used, idle: used ? 0 : before.kept.idle + 1, currents }
}

/** Whether there is anything to keep in it. */
export function hasFiles({ currents, idle }: Plan): boolean {
  return idle < OLDEST_MOUNT && currents.some(({ entry }) => entry.type !== 'directory')
}

/**
 * Whether a mount has to be written anew. That files grew older alone is no reason; that one was used again just before it would
 * have gone is.
 */
export function isChanged(plan: Plan): boolean {
  const { before, currents } = plan
  if (before === undefined) return hasFiles(plan)
  if (!isUnchanged(currents, before.index)) return true
  return currents.some((each) => each.entry.age === 0 && (each.before?.age ?? 0) >= OLDEST_FILE - 1)
}

interface Going extends Unit {
  readonly plan?: Plan
  /** Undefined for all of a mount that can't be split. */
  readonly current?: Current
  readonly other?: KeptMount
}

/**
 * Takes out what is too old, then what is too much. Only files of a cache whose files stand for themselves go one by one; a mount
 * of anything else stays or goes as a whole, since a part of it may be taken for the whole.
 */
export function trim(plans: readonly Plan[], others: readonly KeptMount[], limit: number): Trimmed {
  const young = plans.map((plan) => without(plan, ({ single, entry }) => single && entry.age >= OLDEST_FILE))
  const going = overLimit([...young.flatMap(unitsOf), ...others.map(unitOfOther)], limit)
  const left = young.map((plan) => {
    const mine = [...going].filter((unit) => unit.plan === plan)
    if (mine.length === 0) return plan
    const whole = mine.some(({ current }) => current === undefined)
    const singles = new Set(mine.map(({ current }) => current))
    return without(plan, (current) => whole || singles.has(current))
  })
  const count = (all: readonly Plan[]) => all.flatMap(({ currents }) => currents)
  const bytes = (all: readonly Plan[]) => count(all).reduce((sum, { entry }) => sum + entry.size, 0)
  const gone = new Set([...going].map(({ other }) => other))
  return {
    plans: left,
    others: others.filter((other) => !gone.has(other) && other.idle < OLDEST_MOUNT),
    files: count(plans).length - count(left).length,
    bytes: bytes(plans) - bytes(left),
  }
}

function without(plan: Plan, goes: (current: Current) => boolean): Plan {
  const currents = plan.currents.filter((current) => !goes(current))
  const files = new Set(currents.map(({ entry }) => (entry.type === 'file' ? entry.path : undefined)))
  const whole = currents.filter(({ entry }) => entry.type !== 'hardlink' || files.has(entry.target))
  return whole.length === plan.currents.length ? plan : { ...plan, currents: whole }
}

function unitsOf(plan: Plan): Going[] {
  const { before, currents, used, idle } = plan
  const ratio = ratioOf(before?.kept.packs ?? [])
  const singles = currents
    .filter(({ single }) => single)
    .map((current) => ({
      age: current.entry.age + idle,
      used: current.usedAt,
      bytes: current.entry.size * ratio,
      plan,
      current,
    }))
  const rest = currents.filter(({ single }) => !single).reduce((sum, { entry }) => sum + entry.size, 0)
  // What a cache of single files has besides (a README) goes with nothing.
  if (singles.length > 0 && rest * 100 < singles.reduce((sum, { current }) => sum + current.entry.size, 0)) {
    return singles
  }
  const when = used ? Date.now() / 1000 : secondsOf(before?.kept.used)
  return [...singles, { age: idle, used: when, bytes: rest * ratio, plan }]
}

function unitOfOther(other: KeptMount): Going {
  const bytes = other.packs.reduce((sum, { size }) => sum + size, 0)
  return { age: other.idle, used: secondsOf(other.used), bytes, other }
}

function ratioOf(packs: readonly PackDescriptor[]): number {
  const bytes = packs.reduce((sum, pack) => sum + pack.bytes, 0)
  return bytes === 0 ? USUAL_RATIO : packs.reduce((sum, { size }) => sum + size, 0) / bytes
}

function secondsOf(time = ''): number {
  return Date.parse(time) / 1000 || 0
}
