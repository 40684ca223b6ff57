import { knownFault } from './emulator-faults.js'
import { type Diagnosis, type FailedBuild, inRun, type Rule, said } from './failed-build.js'

const AVOID_EMULATION =
  'let the builder run natively, FROM --platform=$BUILDPLATFORM, and compile for $TARGETARCH (docs/emulation.md)'

const SIGNALS: Readonly<Record<string, string>> = {
  '4': 'SIGILL',
  '6': 'SIGABRT',
  '7': 'SIGBUS',
  '8': 'SIGFPE',
  '11': 'SIGSEGV',
}

// Under chroot isolation buildah says the signal in words, and gives 1 as the exit status.
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/segmentation fault/i, '11'],
  [/illegal instruction/i, '4'],
  [/abort/i, '6'],
  [/bus error/i, '7'],
]

/** A program's file that the kernel can't execute. */
const execFormat: Rule = (failed) => {
  if (said(failed, /exec format error/i) === undefined) return undefined
  const program = (said(failed, /fork\/exec (\S+): exec format error/i) ??
    said(failed, /exec container process [`"']?([^\s`"':]+)[`"']?: exec format error/i) ??
    said(failed, /\b(?:exec|cannot execute) [`"']?(\/[^\s`"':]+)[`"']?: exec format error/i) ??
    said(failed, /(\/[^\s:]+): (?:cannot execute binary file: )?exec format error/i))?.[1]
  if (failed.runs === undefined) return noEmulator(failed)
  if (program === undefined || /^\/(usr\/)?bin\/(ba|da)?sh$/.test(program)) return foreignBase(failed)
  return foreignProgram(failed, `${program} is no program for ${failed.platform.text}`)
}

function noEmulator({ platform, elsewhere }: FailedBuild): Diagnosis {
  if (elsewhere) {
    return {
      cause: `a program of ${platform.text} was to be run, and the machine that podman builds on has no emulator for it`,
      cure: `${AVOID_EMULATION}; or install qemu-user-static on that machine (multiarch-build doctor says how)`,
    }
  }
  return {
    cause: `a program of ${platform.text} was to be run, and no emulator is set up for it`,
    cure: 'set qemu: always (an ONBUILD of the base image can hide a RUN)',
  }
}

function foreignBase({ platform }: FailedBuild): Diagnosis {
  return {
    cause: `the stage’s own shell is no program for ${platform.text}, so its base image is another platform’s`,
    cure: 'look for a fixed --platform or digest in FROM: a digest must be that of the index, not of one image',
  }
}

function foreignProgram({ platform }: FailedBuild, cause: string): Diagnosis {
  return {
    cause,
    cure: `build or download it for each platform: use $TARGETARCH (here ${platform.architecture}) instead of a fixed name such as amd64, or run it in a stage FROM --platform=$BUILDPLATFORM`,
  }
}

/** Shells read a file that the kernel can't execute as a script. */
const readAsScript: Rule = (failed) => {
  const match =
    said(failed, /(\/[^\s:]+): (?:line )?\d+: [^:]{0,20}ELF/) ??
    said(
      failed,
      /(\/[^\s:]+): (?:line )?\d+: syntax error: (?:unexpected word|word unexpected|"\(" unexpected)/i,
    )
  if (match === undefined || !inRun(failed)) return undefined
  return foreignProgram(
    failed,
    `${match[1]} was read as a shell script, as happens to a program of another architecture than ${failed.platform.architecture}`,
  )
}

/** An emulator was started for a program whose libraries the image has not. */
const foreignLoader: Rule = (failed) => {
  const match = said(failed, /qemu-(\w+?)(?:-static)?: Could not open '(\/lib[^']*)'/)
  if (match === undefined) return undefined
  return foreignProgram(
    failed,
    `a program for ${match[1]} was run, and its loader ${match[2]} is not in the ${failed.platform.text} image`,
  )
}

const crash: Rule = (failed) => {
  const isEmulated = failed.runs === 'emulated' || (failed.elsewhere && said(failed, /^qemu: uncaught/))
  if (!isEmulated || !inRun(failed)) return undefined
  const number = crashSignal(failed)
  if (number === undefined) return undefined
  const { path, version } = failed.emulator ?? {}
  const emulator = version ?? path ?? 'QEMU, of an unknown version'
  const known = number === '11' ? knownFault(failed) : undefined
  return {
    cause: `a program crashed under emulation (${SIGNALS[number] ?? `signal ${number}`}; ${emulator}), ${known ?? 'which is more often the emulator’s fault than the program’s'}`,
    cure: `${AVOID_EMULATION}; or use a newer QEMU, or a native runner for ${failed.platform.text}`,
  }
}

function crashSignal(failed: FailedBuild): string | undefined {
  const uncaught = said(failed, /qemu: uncaught target signal (\d+)/)?.[1]
  if (uncaught !== undefined) return uncaught
  const status = Number(/exit status (\d+)$/.exec(failed.reason)?.[1] ?? failed.exitCode)
  if (String(status - 128) in SIGNALS) return String(status - 128)
  const words =
    said(failed, /^subprocess exited on (.*)$/)?.[1] ??
    said(
      failed,
      /(?:^|: )(Segmentation fault|Illegal instruction|Aborted|Bus error)(?: \(core dumped\))?$/,
    )?.[1]
  return words && WORDS.find(([pattern]) => pattern.test(words))?.[1]
}

const javaScriptHeap: Rule = (failed) =>
  said(failed, /JavaScript heap out of memory/) && {
    cause: 'Node.js reached its own limit of memory',
    cure: 'write ENV NODE_OPTIONS=--max-old-space-size=4096 (in MB) in that stage, or set max-parallel: 1',
  }

const outOfMemory: Rule = (failed) => {
  const killed =
    /exit status 137$/.test(failed.reason) ||
    said(
      failed,
      /^subprocess exited on killed$|(?:^|: )Killed$|signal: killed|Killed signal terminated program/,
    ) ||
    said(failed, /out of memory|cannot allocate memory|std::bad_alloc/i)
  if (!killed || !inRun(failed)) return undefined
  return {
    cause: 'a program was killed, most likely because the machine ran out of memory',
    cure: 'set max-parallel: 1, so that platforms are built one after the other; let the compiler run fewer jobs; or take a larger machine',
  }
}

/** No such file, said of a program that is there: the kernel looked for its interpreter. */
const noSuchProgram: Rule = (failed) => {
  const program = (said(failed, /fork\/exec (\S+): no such file or directory/) ??
    said(failed, /executable file [`"']([^`"']+)[`"'] not found/))?.[1]
  if (program === undefined || failed.instruction?.keyword !== 'RUN') return undefined
  const shell = /^\/(usr\/)?bin\/(ba)?sh$/.test(program)
  const foreign =
    failed.runs === 'native'
      ? ''
      : `; or the emulator of ${failed.platform.architecture} is registered without the flag F`
  return {
    cause: `${program} is not in the stage’s image${shell ? ', as in FROM scratch and distroless images' : ''}${foreign}`,
    cure: shell
      ? 'run the command in an earlier stage and COPY --from its result'
      : 'install the program in an earlier step, or mend its path; for a script look at its first line',
  }
}

/** What goes wrong with the programs that RUN starts. */
export const PROGRAM_RULES: readonly Rule[] = [
  foreignLoader,
  execFormat,
  javaScriptHeap,
  crash,
  outOfMemory,
  noSuchProgram,
  readAsScript,
]
