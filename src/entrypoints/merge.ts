import { runnerHost } from '../host/runner.js'
import { withArtifacts } from '../host/with-artifacts.js'
import { completeValues, givenInputs } from '../request/inputs.js'
import { MERGE_INPUTS } from '../request/merge-contract.js'
import { enter } from './door.js'
import { runMerge } from './run-merge.js'

const host = withArtifacts(runnerHost(), process.env)
await enter(host, async (signal, onTag) => {
  await runMerge(completeValues(givenInputs(process.env), MERGE_INPUTS), host, signal, onTag)
})
