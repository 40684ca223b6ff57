import { posix } from 'node:path'
import type { Stage } from '../dockerfile/parse.js'
import { asksRunningMachine } from './architectures.js'
import { onBuildPlatform } from './edits.js'
import type { Facts, Found } from './finding.js'
import type { Command } from './shell.js'
import { goesOn, hasChildren, isShipped, runsOf, stageName, takenFrom, targetStages } from './stage-uses.js'
import { isNeutral } from './toolchains.js'

const PACKERS = new Set(['tar', 'unzip', 'gunzip', 'gzip', 'bunzip2', 'xz', 'bsdtar', 'case', 'esac', 'grep'])

/** Stages that do nothing but fetch and unpack files, under emulation, and needn't. */
export function emulatedDownload(facts: Facts): Found[] {
  if (facts.emulated.length === 0) return []
  return targetStages(facts).flatMap((stage) => {
    if (isShipped(facts, stage) || goesOn(facts, stage) || hasChildren(facts, stage)) return []
    const download = downloadOf(facts, stage)
    const from = onBuildPlatform(facts, stage.instructions[0]!)
    if (download === undefined || from === undefined) return []
    const platforms = facts.emulated.map(({ text }) => text).join(', ')
    return [
      {
        message: `${stageName(stage)} does nothing but download files, and is emulated for ${platforms}`,
        cure: 'let the stage run on the building machine, which fetches the same files',
        location: { file: facts.dockerfile.path, line: download.line, endLine: download.endLine },
        replacement: [from],
      },
    ]
  })
}

/** The RUN that downloads, where nothing in the stage hangs on the machine that it runs on. */
function downloadOf(facts: Facts, stage: Stage) {
  const runs = runsOf(facts, stage)
  const commands = runs.flatMap((run) => run.commands)
  if (!commands.every((command) => isDownload(command) || isUnpacking(command))) return undefined
  if (runs.some(({ script }) => asksRunningMachine(script) || /\b(?:pip|npm|gem)\b/.test(script)))
    return undefined
  const taken = takenFrom(facts, stage) ?? []
  const scripts = runs.map(({ script }) => script).join('\n')
  // A file that no command names may come from a package, which is for the machine that it was installed on.
  if (taken.length === 0 || !taken.every((path) => isNamed(path, scripts))) return undefined
  return runs.find((run) => run.commands.some(isDownload))?.instruction
}

function isNamed(path: string, scripts: string): boolean {
  const parts = path.split('/').filter((part) => part !== '')
  if (/^(?:usr|lib|lib64|bin|sbin)$/.test(parts[0] ?? '') && parts[1] !== 'local') return false
  return scripts.includes(posix.basename(path)) || scripts.includes(posix.dirname(path))
}

function isDownload({ words }: Command): boolean {
  return /^(?:curl|wget)$/.test(words[0] ?? '')
}

function isUnpacking(command: Command): boolean {
  const [program = ''] = command.words
  return PACKERS.has(program) || isNeutral(command, undefined) || isCasePattern(command)
}

// `amd64) name=x86_64 ;;` reads as a command that is one word.
function isCasePattern({ words, assignments }: Command): boolean {
  return (
    assignments.length === 0 &&
    words.length === 1 &&
    /^[\w*./-]+$/.test(words[0]!) &&
    !words[0]!.includes('/')
  )
}
