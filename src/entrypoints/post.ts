import { removeLeftovers, WORKSPACE_STATE } from '../builder/workspace.js'
import { CACHE_STATE } from '../cache/pending.js'
import { messageOf } from '../errors.js'
import { runnerHost } from '../host/runner.js'

// Whether the image is right was decided before: nothing that fails here must fail the job.
// Each of several services has saved its own.
const states = Object.keys(process.env).filter((name) => isState(name, WORKSPACE_STATE) && process.env[name])
for (const name of states) {
  await removeLeftovers(process.env[name]!).catch((error) => {
    runnerHost().warning(`temporary files could not be removed: ${messageOf(error)}`)
  })
}
const cache = process.env[`STATE_${CACHE_STATE}`]
if (cache) {
  const { saveCache } = await import('./save-cache.js')
  await saveCache(cache, runnerHost()).catch((error) => {
    runnerHost().warning(`cache: what this run found could not be saved: ${messageOf(error)}`)
  })
}

function isState(name: string, state: string): boolean {
  return name === `STATE_${state}` || name.startsWith(`STATE_${state}-`)
}
