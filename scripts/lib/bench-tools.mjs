// What the parts of scripts/bench share.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'

export const rounds = Number(process.env.ROUNDS ?? 3)
export const registry = process.env.TEST_REGISTRY
export const native = { x64: 'linux/amd64', arm64: 'linux/arm64' }[process.arch]
export const both = 'linux/amd64,linux/arm64'
let counter = 0

/** A repository that no other run pushed to. */
export const freshName = () => `${registry}/bench/image-${process.pid}-${++counter}`

export const freshFolder = () => mkdtempSync('/var/tmp/bench-')

export function removeFolder(folder) {
  // podman unshare is for the unprivileged, whose subordinate users own some of it.
  if (process.getuid() !== 0) execFileSync('podman', ['unshare', 'rm', '-rf', folder], { stdio: 'ignore' })
  rmSync(folder, { recursive: true, force: true })
}

/** Seconds of a function that gets a fresh folder for storage and temporary files, and what it has to say of them. */
export function timed(measured) {
  const folder = freshFolder()
  // What an earlier run has left to be written is not this one's: between fresh runners nothing is.
  execFileSync('sync')
  try {
    const started = performance.now()
    const finish = measured(folder)
    const seconds = (performance.now() - started) / 1000
    return { seconds, ...finish?.() }
  } finally {
    removeFolder(folder)
  }
}

export function quiet(program, args, env = {}, cwd = undefined) {
  try {
    return execFileSync(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 1 << 28,
    })
  } catch (error) {
    process.stderr.write(error.stderr ?? '')
    throw error
  }
}

/** Runs this product in storage of its own; its metadata. */
export const build = (folder, name, options) =>
  JSON.parse(
    quiet(
      process.execPath,
      [
        'dist/cli/index.js',
        'build',
        ...['--image', name, '--tags', 'bench', '--push', '--layout=false', '--json'],
        ...options,
      ],
      { TMPDIR: folder },
    ),
  )

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
export const shown = (seconds) => `${seconds.toFixed(seconds < 10 ? 2 : 1)} s`
export const conditions = (program) =>
  `${program}, ${availableParallelism()} cores, median of ${rounds} ${rounds === 1 ? 'round' : 'rounds'}, fresh storage each`

/** One line for each run: what it was, its seconds, what part of the reference's they are, what else there is to say. */
export function table(rows) {
  const width = Math.max(...rows.map(({ what }) => what.length))
  for (const { what, seconds, of, more = '' } of rows) {
    const ratio = of === undefined ? '' : `ratio ${(seconds / of).toFixed(3)}`
    console.log(`  ${what.padEnd(width)}  ${shown(seconds).padStart(7)}   ${ratio}   ${more}`.trimEnd())
  }
}
