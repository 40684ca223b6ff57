import { removeLeftovers, WORKSPACE_STATE } from '../builder/workspace.js'
import { CACHE_STATE } from '../cache/pending.js'
import { messageOf } from '../errors.js'
import { runnerHost } from '../host/runner.js'

// Whether the image is right was decided before: nothing that fails here must fail the job.
const state = process.env[`STATE_${WORKSPACE_STATE}`]
if (state) {
  await removeLeftovers(state).catch((error) => {
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
