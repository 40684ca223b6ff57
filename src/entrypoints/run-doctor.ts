import { HostError, InputError } from '../errors.js'
import { examine } from '../pipeline/doctor.js'
import { doctorJson, doctorText, isAble } from '../report/doctor.js'
import type { CommandLine } from '../request/command-line.js'

/**
 * Says on standard output what this machine can and can't do.
 * @throws {HostError} when a build with all defaults can't work
 */
export async function runDoctor({ json, given }: CommandLine, signal: AbortSignal): Promise<void> {
  const [option] = Object.keys(given)
  if (option !== undefined) throw new InputError(option, 'doctor has no options but --json')
  const sections = await examine(process.env, signal)
  const text = json ? JSON.stringify(doctorJson(sections), undefined, 2) : doctorText(sections)
  process.stdout.write(`${text}\n`)
  if (!isAble(sections)) throw new HostError('this machine can’t build with the defaults')
}
