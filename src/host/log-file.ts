import { mkdirSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

const KEPT = 20

/** A file for the whole log of a run that shows less on the terminal. Those of the latest 20 runs are kept. It is open until the program ends. */
export class LogFile {
  private constructor(
    readonly path: string,
    private readonly descriptor: number,
  ) {}

  /**
   * Opens one in the user's folder for such files.
   * https://specifications.freedesktop.org/basedir-spec/latest/ (`XDG_STATE_HOME`)
   * @throws {Error} of the file system
   */
  static open(env: NodeJS.ProcessEnv): LogFile {
    const folder = join(env.XDG_STATE_HOME || join(homedir(), '.local', 'state'), 'multiarch-build')
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const old = readdirSync(folder).filter((name) => /^\d{4}-\d\d-\d\dT[\d-]+Z-\d+\.log$/.test(name))
    for (const name of old.sort().slice(0, -(KEPT - 1))) rmSync(join(folder, name), { force: true })
    const time = new Date().toISOString().slice(0, 19).replaceAll(':', '-')
    const path = join(folder, `${time}Z-${process.pid}.log`)
    return new LogFile(path, openSync(path, 'wx', 0o600))
  }

  /** @throws {Error} of the file system */
  line(text: string): void {
    writeSync(this.descriptor, `${text}\n`)
  }
}
