// The part `recipe` of scripts/bench: this product against the usual recipe, both from nothing.
import { join } from 'node:path'
import {
  both,
  build,
  conditions,
  freshName,
  median,
  native,
  quiet,
  rounds,
  shown,
  timed,
} from './bench-tools.mjs'

/** The usual recipe. BUILDPLATFORM is given, since podman 4 would else emulate what is to be cross-compiled. */
const recipe = (shape) => (folder) => {
  const name = freshName()
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
}

const product =
  (shape, platforms = both) =>
  (folder) => {
    const target = shape.target ? ['--target', shape.target] : []
    // A cache of its own, which starts empty: no run may find what another one left.
    const options = [
      '--cache-dir',
      join(folder, 'cache'),
      '--platforms',
      platforms,
      '--context',
      shape.context,
      ...target,
    ]
    const metadata = build(folder, freshName(), options)
    return () => ({ podman: podmanSeconds(metadata) })
  }

/** Of a run's time podman's own: building and exporting the slowest platform, and telling about itself, asked again. */
function podmanSeconds({ builds }) {
  const started = performance.now()
  quiet('podman', ['info', '--format', 'json'])
  const info = (performance.now() - started) / 1000
  return info + Math.max(...Object.values(builds).map(({ seconds }) => seconds.build + seconds.export))
}

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

console.log(conditions(quiet('podman', ['--version']).toString().trim()))

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
