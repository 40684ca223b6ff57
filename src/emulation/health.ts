import { type Check, error, ok, warning } from '../host/check.js'
import type { Platform } from '../oci/platform.js'
import { formatOf, matches, registrationLine } from './binfmt.js'
import { probe } from './emulation.js'
import { type Emulator, findEmulators } from './host-emulators.js'
import { installationCure } from './install.js'
import { BINFMT_FOLDER, isRoot, isWritable, mountArguments, readRegistrations } from './kernel.js'
import { emulatorAtWork, proofBinary } from './proof.js'
import type { Runnable } from './registration.js'

const UNREGISTERED = 'no emulator is registered'

/** The kernel's list of emulators: whether it can be seen and added to. */
export async function binfmtCheck(folder = BINFMT_FOLDER): Promise<Check> {
  const subject = 'binfmt_misc'
  const { mounted, enabled, entries } = await readRegistrations(folder)
  if (!mounted)
    return warning(subject, `not mounted at ${folder}`, `sudo mount ${mountArguments(folder).join(' ')}`)
  if (!enabled) return warning(subject, 'switched off', `echo 1 | sudo tee ${folder}/status`)
  const found = `mounted, ${entries.length} registered`
  if (await isWritable(`${folder}/register`, {})) return ok(subject, found)
  if (!isRoot()) return ok(subject, `${found}; this user can’t add any`)
  return warning(
    subject,
    `${found}, and it can’t be written: mounted read-only, or by another user namespace`,
    'register emulators on the machine around this container',
  )
}

/**
 * Whether programs of a platform run here, and if not, the one command that helps.
 * @param needed whether a build with all defaults needs it
 */
export async function emulatorCheck(
  platform: Platform,
  { needed, folder = BINFMT_FOLDER }: { needed: boolean; folder?: string },
): Promise<Check> {
  const runnable = await probe(platform, { binfmtFolder: folder })
  if (runnable?.how === 'native') return ok(platform.text, 'native')
  if (runnable !== undefined) return ok(platform.text, `emulated${await by(runnable, folder)}`)
  const [emulator] = await findEmulators(platform.architecture)
  const fault = await faultOf(platform, folder)
  const found = `${fault}; ${emulator === undefined ? 'no static emulator is installed' : `${emulator.path} is installed`}`
  const command =
    emulator === undefined
      ? (await installationCure(platform.architecture)).replace(/^run once: /, '')
      : registrationCommand(platform, emulator, folder)
  // A build registers what is installed, where it may.
  const helpsItself = emulator !== undefined && (await isWritable(`${folder}/register`, {}))
  if (helpsItself) {
    const will = `${found}; a build that needs it registers it`
    return fault === UNREGISTERED ? ok(platform.text, will) : warning(platform.text, will, command)
  }
  return (needed ? error : warning)(platform.text, found, command)
}

async function by({ platform, interpreter }: Runnable, folder: string): Promise<string> {
  const version = await emulatorAtWork(platform.architecture)
  if (interpreter === undefined) return version === undefined ? '' : ` by ${version}`
  const { entries } = await readRegistrations(folder)
  const flags = entries.find((entry) => entry.interpreter === interpreter)?.flags ?? ''
  return ` by ${interpreter}${flags && `, flags ${flags}`}${version === undefined ? '' : `, ${version}`}`
}

async function faultOf(platform: Platform, folder: string): Promise<string> {
  const { entries } = await readRegistrations(folder)
  const header = proofBinary(platform.architecture)
  const entry = entries.find((each) => matches({ ...each, enabled: true }, header))
  if (entry === undefined) return UNREGISTERED
  if (!entry.enabled) return `${entry.name} is switched off`
  if (!entry.flags.includes('F'))
    return `${entry.interpreter} is registered without the flag F, so it fails in containers`
  return `${entry.interpreter} is registered and doesn’t work`
}

function registrationCommand({ architecture }: Platform, emulator: Emulator, folder: string): string {
  const format = formatOf(architecture)!
  const flags = `${emulator.preservesArgv0 ? 'P' : ''}OF`
  const line = registrationLine({
    name: `multiarch-qemu-${format.qemu}`,
    interpreter: emulator.path,
    flags,
    format,
  })
  return `printf '%s' '${line}' | sudo tee ${folder}/register`
}
