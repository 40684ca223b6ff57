import { removeLeftovers, WORKSPACE_STATE } from '../builder/workspace.js'
import { messageOf } from '../errors.js'
import { runnerHost } from '../host/runner.js'

const state = process.env[`STATE_${WORKSPACE_STATE}`]
if (state) {
  // Whether the image is right was decided before: a folder that stays must not fail the job.
  await removeLeftovers(state).catch((error) => {
    runnerHost().warning(`temporary files could not be removed: ${messageOf(error)}`)
  })
}
