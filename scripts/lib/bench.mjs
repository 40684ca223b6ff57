// The measurements of scripts/bench, which makes the world that they need.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'

const rounds = Number(process.env.ROUNDS ?? 3)
const registry = process.env.TEST_REGISTRY
const native = { x64: 'linux/amd64', arm64: 'linux/arm64' }[process.arch]
const both = 'linux/amd64,linux/arm64'
let counter = 0

/** Seconds of a function that gets a fresh folder for storage and temporary files. */
function timed(measured) {
  const folder = mkdtempSync('/var/tmp/bench-')
  const name = `${registry}/bench/image-${process.pid}-${++counter}`
  const started = performance.now()
  const details = measured(folder, name)
  const seconds = (performance.now() - started) / 1000
  // podman unshare is for the unprivileged, whose subordinate users own some of it.
  if (process.getuid() !== 0) execFileSync('podman', ['unshare', 'rm', '-rf', folder], { stdio: 'ignore' })
  rmSync(folder, { recursive: true, force: true })
  return { seconds, ...details }
}

function quiet(program, args, env = {}) {
  try {
    return execFileSync(program, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 1 << 28,
    })
  } catch (error) {
    process.stderr.write(error.stderr)
    throw error
  }
}

/** The usual recipe. BUILDPLATFORM is given, since podman 4 would else emulate what is to be cross-compiled. */
const recipe = (shape) => (folder, name) => {
  const store = ['--root', join(folder, 'store'), '--runroot', join(folder, 'run')]
  const env = { TMPDIR: folder }
  const target = shape.target ? ['--target', shape.target] : []
  quiet(
    'podman',
    [
      ...store,
      'build',
      '--platform',
      both,
      '--build-arg',
      `BUILDPLATFORM=${native}`,
      ...target,
      '--manifest',
      name,
      shape.context,
    ],
    env,
  )
  quiet('podman', [...store, 'manifest', 'push', '--all', name, `docker://${name}:bench`], env)
  return {}
}

const product =
  (shape, platforms = both) =>
  (folder, name) => {
    const target = shape.target ? ['--target', shape.target] : []
    const json = quiet(
      process.execPath,
      [
        'dist/cli/index.js',
        'build',
        '--image',
        name,
        '--tags',
        'bench',
        '--platforms',
        platforms,
        '--context',
        shape.context,
        ...target,
        '--push',
        '--layout=false',
        '--json',
      ],
      { TMPDIR: folder },
    )
    const { builds } = JSON.parse(json)
    // Platforms are built at the same time: the longest is the time that podman needs.
    const podman = Math.max(...Object.values(builds).map(({ seconds }) => seconds.build + seconds.export))
    return { podman }
  }

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
const shown = (seconds) => `${seconds.toFixed(seconds < 10 ? 2 : 1)} s`

/** Runs the candidates in turn, round by round, so that what else the machine does hits all alike. */
function compare(candidates) {
  const results = Object.fromEntries(Object.keys(candidates).map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (const [name, measured] of Object.entries(candidates)) results[name].push(timed(measured))
  }
  return Object.fromEntries(
    Object.entries(results).map(([name, runs]) => [
      name,
      {
        seconds: median(runs.map((run) => run.seconds)),
        own: median(runs.map((run) => run.seconds - (run.podman ?? 0))),
      },
    ]),
  )
}

const version = quiet('podman', ['--version']).toString().trim()
console.log(`${version}, ${availableParallelism()} cores, median of ${rounds} rounds, fresh storage each`)

const data = { context: '__tests__/fixtures/data-only' }
const small = compare({ recipe: recipe(data), product: product(data) })
console.log(`
shape G, files only
  usual recipe       ${shown(small.recipe.seconds)}
  multiarch-build    ${shown(small.product.seconds)}   ratio ${(small.product.seconds / small.recipe.seconds).toFixed(2)}
  of it, not podman  ${shown(small.product.own)}`)

const gateway = { context: 'examples/gateway', target: 'production' }
const large = compare({ recipe: recipe(gateway), one: product(gateway, native), product: product(gateway) })
console.log(`
shape A, Go, cross-compiled
  usual recipe       ${shown(large.recipe.seconds)}
  multiarch-build    ${shown(large.product.seconds)}   ratio ${(large.product.seconds / large.recipe.seconds).toFixed(2)}
  one platform       ${shown(large.one.seconds)}   both platforms are ${(large.product.seconds / large.one.seconds).toFixed(2)} × one`)
