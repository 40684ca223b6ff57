// The part `cache` of scripts/bench: what the cache costs a first build, and what it saves later ones. Between the runs
// of a round only the cache folder stays, as between fresh runners.
import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  both,
  build,
  conditions,
  freshFolder,
  freshName,
  median,
  quiet,
  registry,
  removeFolder,
  rounds,
  table,
  timed,
} from './bench-tools.mjs'
import { changeOneFile, writeProgram } from './go-program.mjs'

/** A service of the program in a context, as image `name`, with these options for its cache. */
const service = (context, main, name, cache) => () =>
  timed((folder) => {
    const args = [
      `BUILDER_IMAGE=${registry}/ubi9/go-toolset:1.24`,
      `RUNTIME_IMAGE=${registry}/ubi9/ubi-minimal:9.6`,
    ]
    const file = join(context, `${main}.Dockerfile`)
    const options = [
      '--platforms',
      both,
      '--context',
      context,
      '--file',
      file,
      '--build-args',
      args.join('\n'),
    ]
    const metadata = build(folder, name, [...options, ...cache])
    return () => ({ metadata })
  })

/** The runs of a round by name, in order: each finds what the ones before it left in its cache folder. */
function round(folder) {
  const context = join(folder, 'context')
  mkdirSync(context)
  writeProgram(context)
  const first = ['--cache-dir', join(folder, 'cache')]
  const second = ['--cache-dir', join(folder, 'other-cache')]
  const [gateway, worker] = [freshName(), freshName()]
  const runs = {
    off: service(context, 'gateway', freshName(), ['--cache', 'off']),
    cold: service(context, 'gateway', gateway, first),
    unchanged: service(context, 'gateway', gateway, first),
    otherCold: service(context, 'worker', freshName(), second),
    other: service(context, 'worker', worker, first),
    changed: () => {
      changeOneFile(context)
      return service(context, 'gateway', gateway, first)()
    },
  }
  const results = Object.fromEntries(Object.entries(runs).map(([name, run]) => [name, run()]))
  return { ...results, megabytes: diskUsage(join(folder, 'cache')) }
}

const diskUsage = (folder) => Number.parseInt(execFileSync('du', ['-sm', folder]).toString(), 10)

function rounded() {
  const folder = freshFolder()
  try {
    return round(folder)
  } finally {
    removeFolder(folder)
  }
}

/** What a run says of its cache. `fetched`: bytes that it read from the cache, in a cache that counts them. */
function said({ metadata }) {
  const builds = Object.values(metadata.builds)
  const sum = (of) => builds.reduce((total, one) => total + of(one), 0)
  const restored = sum(({ cache }) => (cache?.mounts ?? []).reduce((total, { bytes }) => total + bytes, 0))
  const counted = builds.some(({ cache }) => cache?.fetched !== undefined)
  const unchanged = sum(({ cache }) => Number(cache?.unchanged === true))
  const hits = sum(({ cacheHits }) => cacheHits)
  return [
    counted ? `${megabytes(sum(({ cache }) => cache?.fetched ?? 0))} fetched` : '',
    unchanged > 0 ? `${unchanged} of ${builds.length} platforms unchanged` : '',
    restored > 0 ? `cache mounts of ${megabytes(restored)} restored` : '',
    hits > 0 ? `${hits} steps from the cache` : '',
  ]
    .filter((text) => text !== '')
    .join(', ')
}

const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`

console.log(conditions(quiet('podman', ['--version']).toString().trim()))
const results = Array.from({ length: rounds }, rounded)
const seconds = (name) => median(results.map((result) => result[name].seconds))
const last = results.at(-1)
const row = (name, what, goal = '', of = 'off') => ({
  what,
  seconds: seconds(name),
  of: seconds(of),
  more: [goal, said(last[name])].filter((text) => text !== '').join('; '),
})
console.log('\nthe cache: a large Go program, cross-compiled for two platforms')
table([
  row('off', 'cold, cache: off'),
  row('cold', 'cold, cache folder empty', 'goal 1.15'),
  row('unchanged', 'warm, nothing changed', 'goal 0.02'),
  row('changed', 'one source file changed', 'goal 0.18'),
  row('otherCold', 'another service, cache folder empty', '', 'otherCold'),
  row('other', 'another service, after the first', '', 'otherCold'),
])
console.log(`  (the cache folder then takes ${last.megabytes} MB)`)
