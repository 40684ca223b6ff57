import { lstat, mkdir, readdir, readFile, readlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const NOTE = 'run.json'
const OWN = /^multiarch-build-[0-9a-f]{12}$/

/** A process, told from all others that have had its number. */
interface Process {
  /** Of the kernel that runs it. */
  readonly boot: string
  /** In which its number counts. */
  readonly namespace: string
  readonly pid: number
  /** When it began, in ticks since boot. */
  readonly started: string
}

interface Note {
  readonly run: Process
  readonly leftovers: string
}

/**
 * Notes in a run's folder who it belongs to. On the command line no later part of the same job removes what a killed run leaves.
 * @param leftovers what the run will have made, as `removeLeftovers` of `workspace.ts` takes it
 */
export async function noteRun(folder: string, leftovers: string): Promise<void> {
  const run = await thisProcess()
  if (run === undefined) return
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(join(folder, NOTE), JSON.stringify({ run, leftovers } satisfies Note), { mode: 0o600 })
}

/** What runs that are gone have left, by what {@link noteRun} wrote in folders of this user's in `parent`. */
export async function abandonedRuns(parent: string): Promise<string[]> {
  const self = await thisProcess()
  const names = await readdir(parent).catch(() => [])
  const found = names
    .filter((name) => OWN.test(name))
    .map(async (name): Promise<string[]> => {
      const note = await readNote(join(parent, name))
      return self && note && (await isGone(note.run, self)) ? [note.leftovers] : []
    })
  return (await Promise.all(found)).flat()
}

async function readNote(folder: string): Promise<Note | undefined> {
  try {
    const { uid } = await lstat(folder)
    if (uid !== process.getuid?.()) return undefined
    return JSON.parse(await readFile(join(folder, NOTE), 'utf8')) as Note
  } catch {
    return undefined
  }
}

async function isGone(run: Process, self: Process): Promise<boolean> {
  if (run.boot !== self.boot) return true
  // In another container, with the same storage, it may well be at work.
  if (run.namespace !== self.namespace) return false
  return (await startOf(run.pid)) !== run.started
}

/** @returns undefined where there is no `/proc` */
async function thisProcess(): Promise<Process | undefined> {
  try {
    const boot = (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim()
    const namespace = await readlink('/proc/self/ns/pid')
    const started = await startOf(process.pid)
    return started === undefined ? undefined : { boot, namespace, pid: process.pid, started }
  } catch {
    return undefined
  }
}

/** The 22nd field, counted behind the name, which may hold anything: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
async function startOf(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
}
