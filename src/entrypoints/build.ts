import { runnerHost } from '../host/runner.js'
import { withArtifacts } from '../host/with-artifacts.js'
import { completeInputs, givenInputs } from '../request/inputs.js'
import { enter } from './door.js'
import { runBuild } from './run-build.js'

const host = withArtifacts(runnerHost(), process.env)
await enter(host, async (signal, onTag) => {
  await runBuild(completeInputs(givenInputs(process.env)), host, signal, onTag)
})
