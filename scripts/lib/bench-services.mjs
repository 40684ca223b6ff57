// The part `services` of scripts/bench: a monorepo of fourteen services for two platforms on this machine. Between the runs of a
// round only the cache folder stays, as between fresh runners.
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { changeOneService, SERVICES, writeMonorepo } from '../../__tests__/support/monorepo.ts'
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
  timed,
} from './bench-tools.mjs'

const binaries = process.env.TEST_BINARIES
const program = join(import.meta.dirname, '../../dist/cli/index.js')

const worker = new Worker(new URL('serve-files.mjs', import.meta.url), {
  workerData: {
    folder: binaries,
    files: {
      '/collect-linux-amd64': 'service-amd64',
      '/collect-linux-arm64': 'service-arm64',
    },
  },
})
const [port] = await once(worker, 'message')

/** A command of this product, run in the monorepo; its JSON. */
const command = (context, args, env = {}) =>
  JSON.parse(quiet(process.execPath, [program, ...args], env, context))

const buildAll = (context, cache) =>
  timed((folder) => {
    const args = ['--services', 'services.yaml', '--platforms', both, '--tags', 'bench', '--push', 'true']
    const metadata = command(context, ['build', ...args, '--cache-dir', cache, '--json'], { TMPDIR: folder })
    return () => ({ metadata })
  })

const planning = (context) =>
  timed(() => void command(context, ['plan', '--services', 'services.yaml', '--base', 'HEAD~1']))

function merging(context, { images }) {
  const digests = Object.fromEntries(Object.entries(images).map(([image, { digests }]) => [image, digests]))
  const args = ['--digests', JSON.stringify(digests), '--tags', 'merged', '--push', 'true', '--json']
  return timed(() => void command(context, ['merge', ...args]))
}

async function round() {
  const folder = freshFolder()
  const [context, cache] = [join(folder, 'context'), join(folder, 'cache')]
  try {
    const image = `${freshName()}/{name}`
    mkdirSync(context)
    await writeMonorepo(context, { image, binaries, toolsUrl: `http://127.0.0.1:${port}` })
    const cold = buildAll(context, cache)
    const unchanged = buildAll(context, cache)
    await changeOneService(context, 'db-migrate')
    const plan = planning(context)
    const changed = buildAll(context, cache)
    await changeOneService(context, 'alerts')
    const three = buildAll(context, cache)
    return { cold, unchanged, plan, changed, three, merge: merging(context, three.metadata) }
  } finally {
    removeFolder(folder)
  }
}

console.log(conditions(quiet('podman', ['--version']).toString().trim()))
const results = []
for (let number = 0; number < rounds; number++) results.push(await round())
await worker.terminate()
const seconds = (name) => median(results.map((result) => result[name].seconds))
const row = (name, what, more) => ({ what, seconds: seconds(name), of: seconds('cold'), more })
console.log(`\n${SERVICES.length} services for two platforms, one after the other, pushed to ${registry}`)
table([
  row('cold', 'cold'),
  row('unchanged', 'warm, nothing changed'),
  row('changed', 'warm, one service changed', 'goal 0.10'),
  row('three', 'warm, one changed, and two that copy everything'),
  row('plan', 'plan of what changed', 'goal 1 s'),
  row('merge', `merge of ${SERVICES.length} images, read back and verified again`, 'goal 5 s'),
])
