import { readdir, readFile } from 'node:fs/promises'

/** What programs have read so far, from files and connections alike. https://docs.kernel.org/filesystems/proc.html, 3.3 (`rchar`, `syscr`) */
export interface Reads {
  readonly bytes: number
  readonly calls: number
}

/**
 * What the programs of a process group have read so far; undefined when the kernel doesn't tell. What has ended counts no more.
 * @param leader process number of the group's leader
 */
export async function readsOfGroup(leader: number): Promise<Reads | undefined> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name))
  const members = await Promise.all(pids.map(async (pid) => ((await groupOf(pid)) === leader ? [pid] : [])))
  const known = (await Promise.all(members.flat().map(readsOf))).filter((reads) => reads !== undefined)
  if (known.length === 0) return undefined
  return known.reduce((sum, reads) => ({ bytes: sum.bytes + reads.bytes, calls: sum.calls + reads.calls }))
}

// The name, in parentheses, may hold anything; state, parent and group follow it.
async function groupOf(pid: string): Promise<number | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const group = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]
  return group === undefined ? undefined : Number(group)
}

async function readsOf(pid: string): Promise<Reads | undefined> {
  const io = await readFile(`/proc/${pid}/io`, 'utf8').catch(() => '')
  const [, bytes, calls] = /^rchar: (\d+)$[\s\S]*^syscr: (\d+)$/m.exec(io) ?? []
  return bytes === undefined ? undefined : { bytes: Number(bytes), calls: Number(calls) }
}
