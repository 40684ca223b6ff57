import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ValueMap } from './file.js'
import { contextVariables } from './github.js'

// They would lead around the machine's own home.
const OTHER_HOMES = ['XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_CACHE_HOME', 'XDG_STATE_HOME']

/** The machine of one job: nothing of another job's is on it, and it is gone when the job has ended. */
export class Machine {
  readonly workspace: string
  /** The context `runner`. */
  readonly context: ValueMap
  /** Folders of programs that steps have put before all others. */
  readonly paths: string[] = []
  private readonly folder: string
  private readonly home: string

  constructor(below: string) {
    this.folder = mkdtempSync(join(below, 'job-'))
    // As on a runner: the workspace is in a folder of the repository's name, twice.
    this.workspace = join(this.folder, 'work', 'services', 'services')
    this.home = join(this.folder, 'home')
    this.context = {
      name: 'driver',
      os: 'Linux',
      arch: process.arch === 'arm64' ? 'ARM64' : 'X64',
      environment: 'github-hosted',
      temp: join(this.folder, 'work', '_temp'),
      tool_cache: join(this.folder, 'tools'),
      debug: '',
    }
    for (const path of [this.workspace, this.home, this.temp, join(this.folder, 'tools')])
      mkdirSync(path, { recursive: true })
  }

  get temp(): string {
    return this.context.temp as string
  }

  /** The variables of a step. */
  variables(github: ValueMap): Record<string, string | undefined> {
    const event = join(this.folder, 'event.json')
    writeFileSync(event, JSON.stringify(github.event))
    return {
      ...Object.fromEntries(OTHER_HOMES.map((name) => [name, undefined])),
      ...contextVariables('GITHUB', { ...github, workspace: this.workspace, event_path: event }),
      ...contextVariables('RUNNER', this.context),
      GITHUB_ACTIONS: 'true',
      CI: 'true',
      HOME: this.home,
      PATH: [...this.paths, process.env.PATH].join(':'),
    }
  }

  /** A file that a step's script stands in. */
  script(text: string): string {
    const path = join(mkdtempSync(join(this.folder, 'script-')), 'run.sh')
    writeFileSync(path, text)
    return path
  }

  /** What steps have left among the runner's temporary files. */
  get left(): string[] {
    return readdirSync(this.temp).sort()
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}
