import type { ChildProcess } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { basename, dirname } from 'node:path'

const EVERY_MS = 20

/**
 * Watches how much memory a program and what it starts take, as far as they are Node's: the most that was resident, in
 * bytes, by the folder of the bundle. The kernel keeps the highest mark of each (`VmHWM`, proc_pid_status(5)), so that nothing but
 * the last moment of a process can be missed.
 */
export class MemoryWatch {
  readonly peaks = new Map<string, number>()

  readonly onStart = (child: ChildProcess): void => {
    const timer = setInterval(() => this.look(child.pid!), EVERY_MS)
    child.on('close', () => clearInterval(timer))
  }

  private look(root: number): void {
    for (const pid of [root, ...descendants(root)]) {
      try {
        if (!isNode(pid)) continue
        const [, script = ''] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
        const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
        // A process that Node starts is Node until it becomes another program, which it may have between the two.
        if (!isNode(pid)) continue
        const name = basename(dirname(script))
        this.peaks.set(name, Math.max(this.peaks.get(name) ?? 0, Number(kilobytes ?? 0) * 1024))
      } catch {
        // It has ended, or is another user's.
      }
    }
  }
}

function isNode(pid: number): boolean {
  return basename(readlinkSync(`/proc/${pid}/exe`)) === 'node'
}

function descendants(root: number): number[] {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      // After the name, which may hold anything: state and parent.
      const parent = Number(/^.*\) \S (\d+)/s.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))?.[1])
      children.set(parent, [...(children.get(parent) ?? []), Number(name)])
    } catch {
      // It has ended.
    }
  }
  const below = (pid: number): number[] =>
    (children.get(pid) ?? []).flatMap((child) => [child, ...below(child)])
  return below(root)
}
