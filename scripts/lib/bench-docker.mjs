// The part `docker` of scripts/bench: the builds of bench-cache.mjs with docker buildx and its local cache. Runs in a
// world with a Docker engine (__tests__/world/docker-root.sh). Every run has an engine of its own with empty storage, so
// that only the cache folder stays; starting the engine is not measured.
import { spawn, spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  both,
  conditions,
  freshFolder,
  freshName,
  median,
  quiet,
  registry,
  removeFolder,
  rounds,
  table,
} from './bench-tools.mjs'
import { changeOneFile, writeProgram } from './go-program.mjs'

/** The machine's own network for every step, as in the other worlds: a bridge may not be ours to make. */
const SETTINGS = {
  features: { 'containerd-snapshotter': true },
  bridge: 'none',
  iptables: false,
  ip6tables: false,
}

const host = (folder) => ['--host', `unix://${folder}/docker.sock`]

/** Calls a function while an engine runs that keeps everything in a folder. */
async function withEngine(folder, use) {
  writeFileSync(join(folder, 'daemon.json'), JSON.stringify(SETTINGS))
  const log = openSync(join(folder, 'log'), 'w')
  const engine = spawn(
    'dockerd',
    [
      ...host(folder),
      ...['--config-file', join(folder, 'daemon.json')],
      ...[
        '--data-root',
        join(folder, 'data'),
        '--exec-root',
        join(folder, 'exec'),
        '--pidfile',
        join(folder, 'pid'),
      ],
    ],
    { stdio: ['ignore', log, log] },
  )
  closeSync(log)
  const ended = new Promise((resolve) => engine.once('close', resolve).once('error', resolve))
  try {
    await started(engine, folder)
    return use()
  } finally {
    engine.kill('SIGTERM')
    await ended
  }
}

async function started(engine, folder) {
  for (let tries = 0; tries < 300 && engine.pid !== undefined && engine.exitCode === null; tries++) {
    const asked = spawnSync('docker', [...host(folder), 'version'], { stdio: 'ignore' })
    if (asked.status === 0) return
    await sleep(100)
  }
  throw new Error(`dockerd did not start:\n${readFileSync(join(folder, 'log'), 'utf8').slice(-2000)}`)
}

/** Seconds of one build in fresh storage, with these options for its cache. */
async function timed(context, name, cache) {
  const folder = freshFolder()
  const args = [
    ...['buildx', 'build', '--platform', both, '--tag', `${name}:bench`, '--push'],
    ...['--network', 'host', '--allow', 'network.host', '--provenance=false'],
    ...['--build-arg', `BUILDER_IMAGE=${registry}/ubi9/go-toolset:1.24`],
    ...['--build-arg', `RUNTIME_IMAGE=${registry}/ubi9/ubi-minimal:9.6`],
    ...['--file', join(context, 'gateway.Dockerfile'), ...cache, context],
  ]
  try {
    return await withEngine(folder, () => {
      const before = performance.now()
      quiet('docker', [...host(folder), ...args])
      return (performance.now() - before) / 1000
    })
  } finally {
    removeFolder(folder)
  }
}

async function round(folder) {
  const context = join(folder, 'context')
  mkdirSync(context)
  writeProgram(context)
  const cache = join(folder, 'cache')
  const to = ['--cache-to', `type=local,dest=${cache},mode=max`]
  const from = ['--cache-from', `type=local,src=${cache}`]
  const name = freshName()
  const off = await timed(context, freshName(), [])
  const cold = await timed(context, name, to)
  const unchanged = await timed(context, name, [...from, ...to])
  changeOneFile(context)
  const changed = await timed(context, name, [...from, ...to])
  return { off, cold, unchanged, changed }
}

async function rounded() {
  const folder = freshFolder()
  try {
    return await round(folder)
  } finally {
    removeFolder(folder)
  }
}

const results = []
for (let count = 0; count < rounds; count++) results.push(await rounded())
const version = `${quiet('docker', ['--version']).toString().trim()}, ${quiet('docker', ['buildx', 'version']).toString().trim()}`
console.log(conditions(version))
const seconds = (name) => median(results.map((result) => result[name]))
console.log('\ndocker buildx with a local cache, the same program')
table(
  Object.entries({
    off: 'cold, no cache',
    cold: 'cold, cache folder empty',
    unchanged: 'warm, nothing changed',
    changed: 'one source file changed',
  }).map(([name, what]) => ({ what, seconds: seconds(name), of: seconds('off') })),
)
