import type { Stage } from '../dockerfile/parse.js'
import { forTarget, goOutputs, isWithoutC } from './cross-go.js'
import { onBuildPlatform } from './edits.js'
import type { Edit, Facts, Found } from './finding.js'
import {
  goesOn,
  hasChildren,
  imageOf,
  isShipped,
  type Run,
  runsOf,
  stageName,
  takenFrom,
  targetStages,
  textOf,
  workingFolder,
} from './stage-uses.js'
import { isNeutral, TOOLCHAINS, type Toolchain } from './toolchains.js'

/** Files that packages and sources bring, the same for every machine. */
const DATA = /^\/(?:etc|usr\/share)\//

/** Compilers and bundlers that run on the target's platform, under emulation, and needn't. */
export function emulatedCompile(facts: Facts): Found[] {
  if (facts.emulated.length === 0) return []
  return targetStages(facts).flatMap((stage) => {
    const runs = runsOf(facts, stage)
    for (const toolchain of TOOLCHAINS) {
      const run = runs.find(({ commands }) => commands.some(toolchain.compiles))
      if (run === undefined || toolchain.bound?.test(textOf(facts, stage))) continue
      const shipped = isShipped(facts, stage)
      if (shipped ? !isSplittable(toolchain) : !isPortable(facts, stage, toolchain)) continue
      return [found(facts, stage, run, toolchain, shipped)]
    }
    return []
  })
}

/** Whether a compiler in the shipped stage itself has a better place for certain: what it makes is one program. */
function isSplittable({ name }: Toolchain): boolean {
  return name === 'Go' || name === 'Rust'
}

function isPortable(facts: Facts, stage: Stage, { portable }: Toolchain): boolean {
  const taken = takenFrom(facts, stage)
  if (taken === undefined || taken.length === 0) return false
  return portable === undefined || taken.every((path) => portable.test(path) || DATA.test(path))
}

function found(facts: Facts, stage: Stage, run: Run, toolchain: Toolchain, shipped: boolean): Found {
  const { line, endLine } = run.instruction
  const platforms = facts.emulated.map(({ text }) => text).join(', ')
  const replacement = shipped ? undefined : replacementFor(facts, stage, toolchain)
  return {
    message: `this RUN compiles ${toolchain.name} in ${stageName(stage)}, which is emulated for ${platforms}: many times slower than on the building machine`,
    cure:
      replacement !== undefined
        ? 'let the stage run on the building machine, which gives the same files'
        : cureFor(facts, stage, toolchain, shipped),
    location: { file: facts.dockerfile.path, line, endLine },
    ...(replacement && { replacement }),
  }
}

function cureFor(facts: Facts, stage: Stage, { name }: Toolchain, shipped: boolean): string {
  const from = `FROM --platform=$BUILDPLATFORM ${imageOf(facts, stage)}`
  const start = shipped
    ? `compile in a stage of its own, “${from} AS build”, and take the program from there with COPY --from=build`
    : goesOn(facts, stage)
      ? `give the stage a base of its own, “${from}”`
      : `write “${from}”`
  switch (name) {
    case 'Go':
      return `${start}; then “ARG TARGETOS” and “ARG TARGETARCH” before this RUN, and CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH before go build, unless the program has C in it`
    case 'Rust':
      return `${start}; then “ARG TARGETARCH”, rustup target add and a linker for the target, and cargo build --target`
    case '.NET':
      return `${start}; then “ARG TARGETARCH”, and -a $TARGETARCH for dotnet restore and dotnet publish`
    default:
      return start
  }
}

/** The lines to write, where they are sure to give what was there before. */
function replacementFor(facts: Facts, stage: Stage, toolchain: Toolchain): Edit[] | undefined {
  if (goesOn(facts, stage) || hasChildren(facts, stage)) return undefined
  const commands = runsOf(facts, stage).flatMap((run) => run.commands)
  if (!commands.every((command) => isNeutral(command, toolchain.name))) return undefined
  const from = onBuildPlatform(facts, stage.instructions[0]!)
  if (from === undefined) return undefined
  switch (toolchain.name) {
    case 'Go': {
      if (!isWithoutC(facts, stage) || !isOfGo(facts, stage)) return undefined
      const edits = forTarget(facts, stage)
      return edits && [from, ...edits]
    }
    case 'Java':
    case 'Node':
      return [from]
    case '.NET':
      return /UseAppHost=false/.test(textOf(facts, stage)) ? [from] : undefined
    case 'Rust':
      return undefined
  }
}

/** Whether all that is taken from a stage is Go's, or data. */
function isOfGo(facts: Facts, stage: Stage): boolean {
  const last = runsOf(facts, stage).at(-1)!
  const folder = workingFolder(facts, stage, last.instruction)
  const places = [...goOutputs(facts, stage), ...(folder === undefined || folder === '/' ? [] : [folder])]
  return takenFrom(facts, stage)!.every(
    (path) => DATA.test(path) || places.some((place) => path === place || path.startsWith(`${place}/`)),
  )
}
