import { isLive, terminalHost } from '../host/terminal.js'
import { parseCommandLine, usage } from '../request/command-line.js'
import { completeInputs } from '../request/inputs.js'
import { VERSION } from '../version.js'
import { enter } from './door.js'

const host = isLive(process.stderr, process.env)
  ? (await import('../host/live-terminal.js')).liveTerminalHost(process.stderr, process.env)
  : terminalHost()
// What a command needs is loaded with it, so that each starts as fast as it can.
await enter(host, async (signal, onTag) => {
  const commandLine = parseCommandLine(process.argv.slice(2))
  const { command, json, help, version, given } = commandLine
  if (help) {
    process.stdout.write(usage())
    return
  }
  if (version) {
    process.stdout.write(`multiarch-build ${VERSION}\n`)
    return
  }
  if (command === 'doctor') {
    const { runDoctor } = await import('./run-doctor.js')
    return runDoctor(commandLine, signal)
  }
  if (command === 'inspect') {
    const { runInspect } = await import('./run-inspect.js')
    await runInspect(commandLine, host, signal)
    return
  }
  if (command === 'merge') {
    const { mergeFromCommandLine } = await import('./run-merge.js')
    const metadata = await mergeFromCommandLine(given, host, signal, onTag)
    if (json) process.stdout.write(`${JSON.stringify(metadata, undefined, 2)}\n`)
    return
  }
  if (command === 'plan') {
    const { runPlan } = await import('./run-plan.js')
    return runPlan(commandLine, host, signal)
  }
  const { runBuild } = await import('./run-build.js')
  const metadata = await runBuild(completeInputs(given), host, signal, onTag)
  if (json) process.stdout.write(`${JSON.stringify(metadata, undefined, 2)}\n`)
})
