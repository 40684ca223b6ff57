import { runnerHost } from '../host/runner.js'
import { givenInputs } from '../request/inputs.js'
import { enter } from './door.js'
import { planStep } from './run-plan.js'

const host = runnerHost()
await enter(host, (signal) => planStep(givenInputs(process.env), host, signal))
