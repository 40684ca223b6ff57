import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder for repositories, with a Git that goes by nothing of this machine's user. */
export class Repositories {
  readonly folder = mkdtempSync(join(tmpdir(), 'git-test-'))
  readonly env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    HOME: this.folder,
    XDG_CONFIG_HOME: join(this.folder, 'config'),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'A',
    GIT_AUTHOR_EMAIL: 'a@example.org',
    GIT_AUTHOR_DATE: '2026-01-02T03:04:05+02:00',
    GIT_COMMITTER_NAME: 'A',
    GIT_COMMITTER_EMAIL: 'a@example.org',
    GIT_COMMITTER_DATE: '2026-01-02T03:04:05+02:00',
    GITHUB_EVENT_NAME: '',
    GITHUB_REF: '',
    GITHUB_SHA: '',
    GITHUB_REPOSITORY: '',
  }
  private count = 0

  git(folder: string, ...args: string[]): string {
    const env = { ...this.env }
    return execFileSync('git', ['-C', folder, ...args], { env, encoding: 'utf8', stdio: 'pipe' }).trim()
  }

  /** A bare origin with one commit and these tags, and a clone of it. */
  create(...tags: string[]): { origin: string; clone: string } {
    const origin = this.path('origin.git')
    const clone = this.path('clone')
    this.git(this.folder, 'init', '-q', '--bare', '-b', 'main', origin)
    this.git(this.folder, 'init', '-q', '-b', 'main', clone)
    this.git(clone, 'remote', 'add', 'origin', origin)
    this.commit(clone)
    for (const tag of tags) this.git(clone, 'tag', tag)
    this.git(clone, 'push', '-q', '--tags', '-u', 'origin', 'main')
    return { origin, clone }
  }

  commit(clone: string): string {
    writeFileSync(join(clone, 'file'), `${++this.count}\n`)
    writeFileSync(join(clone, 'Dockerfile'), 'FROM scratch\n')
    this.git(clone, 'add', '.')
    this.git(clone, 'commit', '-q', '-m', `${this.count}`)
    return this.git(clone, 'rev-parse', 'HEAD')
  }

  /** A PATH on which `git` is this shell script; the true one is `$REAL`. */
  pathWithGit(script: string): string {
    const folder = this.path('bin')
    mkdirSync(folder)
    const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim()
    writeFileSync(join(folder, 'git'), `#!/bin/sh\nREAL=${real}\n${script}\n`)
    chmodSync(join(folder, 'git'), 0o755)
    return `${folder}:${process.env.PATH}`
  }

  /** The environment that GitHub gives a step for an event. */
  runner(event: string, ref: string, payload: object): NodeJS.ProcessEnv {
    const path = this.path('event.json')
    const repository = { default_branch: 'main', fork: false, full_name: 'o/n' }
    writeFileSync(path, JSON.stringify({ repository, ...payload }))
    return {
      ...this.env,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: event,
      GITHUB_EVENT_PATH: path,
      GITHUB_REF: ref,
      GITHUB_REF_NAME: ref.replace(/^refs\/(heads|tags|pull)\//, ''),
      GITHUB_REF_TYPE: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
      GITHUB_REPOSITORY: 'o/n',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_SHA: 'f'.repeat(40),
    }
  }

  path(name: string): string {
    return join(this.folder, `${++this.count}-${name}`)
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}
