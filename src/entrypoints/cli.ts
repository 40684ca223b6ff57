#!/usr/bin/env node
import { InputError } from '../errors.js'
import { terminalHost } from '../host/terminal.js'
import { metadata } from '../report/outputs.js'
import { parseCommandLine, usage } from '../request/command-line.js'
import { completeInputs } from '../request/inputs.js'
import { enter } from './door.js'
import { runBuild } from './run-build.js'

const host = terminalHost()
await enter(host, async (signal, onTag) => {
  const typed = parseCommandLine(process.argv.slice(2))
  const { command, json, help, given } = typed
  if (help) {
    process.stdout.write(usage())
    return
  }
  if (command === 'doctor') {
    const { runDoctor } = await import('./run-doctor.js')
    return runDoctor(typed)
  }
  if (command !== 'build') {
    throw new InputError('command', `${command} is not available in this version yet`, { cure: 'use build' })
  }
  const report = await runBuild(completeInputs(given), host, signal, onTag)
  if (json) process.stdout.write(`${JSON.stringify(metadata(report), undefined, 2)}\n`)
})
