import { readdir, readFile } from 'node:fs/promises'

/**
 * Bytes that the programs of a process group have read so far, from files and connections alike; undefined when the kernel doesn't tell.
 * What has ended counts no more. https://docs.kernel.org/filesystems/proc.html, 3.3 (`rchar`)
 * @param leader process number of the group's leader
 */
export async function bytesReadByGroup(leader: number): Promise<number | undefined> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name))
  const members = await Promise.all(pids.map(async (pid) => ((await groupOf(pid)) === leader ? [pid] : [])))
  const read = await Promise.all(members.flat().map(bytesRead))
  const known = read.filter((bytes) => bytes !== undefined)
  return known.length === 0 ? undefined : known.reduce((sum, bytes) => sum + bytes, 0)
}

// The name, in parentheses, may hold anything; state, parent and group follow it.
async function groupOf(pid: string): Promise<number | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const group = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]
  return group === undefined ? undefined : Number(group)
}

async function bytesRead(pid: string): Promise<number | undefined> {
  const io = await readFile(`/proc/${pid}/io`, 'utf8').catch(() => '')
  const bytes = /^rchar: (\d+)$/m.exec(io)?.[1]
  return bytes === undefined ? undefined : Number(bytes)
}
