import type { Location } from '../errors.js'
import type { Platform } from '../oci/platform.js'
import { type Origin, originOf } from './copies.js'
import type { Dockerfile, Instruction, Stage } from './parse.js'
import { chainOf, stageChain } from './stages.js'

/** What in a Dockerfile makes a file that is for the wrong machine, and the way to mend it. */
export interface Suspect {
  readonly cause: string
  readonly cure: string
  readonly location: Location
}

const ARCHITECTURE = 'amd64|x86_64|x86-64|x64|arm64|aarch64|armv[67]\\w*|armhf|i[36]86|ppc64le|s390x|riscv64'
/** A variable by which compilers choose the machine, with a value written down. */
const FIXED_VARIABLE = new RegExp(
  `\\b(GOARCH|GOARM|GOOS|CARGO_BUILD_TARGET|CMAKE_SYSTEM_PROCESSOR|TARGETARCH|ARCH)\\s*[= ]\\s*["']?(?:${ARCHITECTURE}|darwin|windows)\\b`,
  'i',
)
const FIXED_NAME = new RegExp(`(?<![A-Za-z0-9])(?:${ARCHITECTURE})(?![A-Za-z0-9])`, 'i')
const TARGET_VARIABLE = /\bTARGET(?:ARCH|PLATFORM|VARIANT)\b/

/**
 * Why the file under a path of the image may be for another machine: the line that most likely makes it so. Undefined
 * where the Dockerfile shows nothing.
 */
export function suspectFor(
  dockerfile: Dockerfile,
  target: string | undefined,
  path: string,
): Suspect | undefined {
  const origin = originOf(dockerfile, target, path)
  if (origin === undefined) return undefined
  const at = (instruction: Instruction): Location => ({
    file: dockerfile.path,
    line: instruction.line,
    endLine: instruction.endLine,
  })
  const { from, instruction } = origin
  switch (from.kind) {
    case 'stage':
      return stageSuspect(dockerfile, from.stage, at)
    case 'context':
      return { ...prebuilt(from.sources, path), location: at(instruction) }
    case 'image':
      return {
        cause: `${instruction.keyword} --from=${from.image} takes it from an image for another platform`,
        cure: `take it from a stage, “FROM ${from.image} AS …”, and see that this image has every platform`,
        location: at(instruction),
      }
    case 'run':
      return stageSuspect(dockerfile, origin.stage, at) ?? unknownRun(origin, at)
    case 'base':
      return {
        cause: `the base image ${from.image} holds programs for another machine`,
        cure: 'use a base image that is published for every platform',
        location: at(instruction),
      }
  }
}

function unknownRun({ instruction }: Origin, at: (instruction: Instruction) => Location): Suspect {
  return {
    cause: 'this RUN makes or downloads it for one machine',
    cure: 'let it depend on TARGETARCH, after “ARG TARGETARCH”',
    location: at(instruction),
  }
}

function prebuilt(sources: readonly string[], path: string): Omit<Suspect, 'location'> {
  const named = sources.find((source) => TARGET_VARIABLE.test(source))
  if (named !== undefined) {
    return {
      cause: `the file that ${named} stands for in the build context was built for another machine`,
      cure: 'build that file again for its architecture; “file” shows what it is for',
    }
  }
  return {
    cause: `a program that was built before is copied from the build context to ${path}, the same for every platform`,
    cure: 'copy one file for each architecture, such as bin/service-$TARGETARCH, or build it in a stage',
  }
}

/** What in a stage, or one that it goes on from, fixes the machine that it builds for. */
function stageSuspect(
  dockerfile: Dockerfile,
  stage: Stage,
  at: (instruction: Instruction) => Location,
): Suspect | undefined {
  const chain = chainOf(dockerfile, stage)
  const instructions = chain.flatMap((each) => each.instructions)
  const undeclared = undeclaredVariable(instructions)
  if (undeclared) return { ...undeclared.suspect, location: at(undeclared.instruction) }
  const fixed =
    instructions.find(({ keyword, text }) => /^(ARG|ENV|RUN)$/.test(keyword) && FIXED_VARIABLE.test(text)) ??
    instructions.find(({ keyword, text }) => keyword === 'RUN' && FIXED_NAME.test(text))
  if (fixed) return { ...fixedMachine(fixed), location: at(fixed) }
  const platform = chain.find((each) => each.platform !== undefined)
  if (platform?.platform === undefined) return undefined
  const literal = !platform.platform.includes('$')
  const usesTarget = instructions.some(({ text }) => TARGET_VARIABLE.test(text))
  if (!literal && usesTarget) return undefined
  return {
    cause: literal
      ? `the stage is fixed to ${platform.platform}`
      : `the stage runs on the building machine (--platform=${platform.platform}) and never uses TARGETARCH, so it builds for that machine`,
    cure: 'add “ARG TARGETARCH” and pass it to the compiler, such as GOARCH=$TARGETARCH',
    location: at(platform.instructions[0]!),
  }
}

/** A step that names TARGETARCH or the like where no ARG has made it known. */
function undeclaredVariable(
  instructions: readonly Instruction[],
): { suspect: Omit<Suspect, 'location'>; instruction: Instruction } | undefined {
  const instruction = instructions.find(
    ({ keyword, text }) => /^(RUN|COPY|ADD|ENV)$/.test(keyword) && TARGET_VARIABLE.test(text),
  )
  const name = instruction && TARGET_VARIABLE.exec(instruction.text)?.[0]
  const declared = ({ keyword, assignments }: Instruction) =>
    /^(ARG|ENV)$/.test(keyword) && assignments.some((each) => each.name === name)
  if (instruction === undefined || name === undefined || instructions.some(declared)) return undefined
  return {
    suspect: {
      cause: `no ARG of its stage declares ${name}, so that it is empty`,
      cure: `write “ARG ${name}” in this stage, before this step`,
    },
    instruction,
  }
}

/** A variable of an image that hides the argument of the same name, as one of a base image does. */
export function hiddenArgument(
  dockerfile: Dockerfile,
  target: string | undefined,
  environment: ReadonlyMap<string, string>,
  platform: Pick<Platform, 'text' | 'os' | 'architecture'>,
): Suspect | undefined {
  const right = { TARGETPLATFORM: platform.text, TARGETOS: platform.os, TARGETARCH: platform.architecture }
  const hidden = Object.entries(right).find(
    ([name, value]) => environment.has(name) && environment.get(name) !== value,
  )
  if (hidden === undefined) return undefined
  const [name] = hidden
  const chain = stageChain(dockerfile, target)
  const setter = chain
    .flatMap(({ instructions }) => instructions)
    .find(({ keyword, assignments }) => keyword === 'ENV' && assignments.some((each) => each.name === name))
  const place = setter ?? chain.at(-1)?.instructions[0]
  if (place === undefined) return undefined
  return {
    cause: `the image has ${name}=${environment.get(name)} in the environment, ${setter ? 'from ENV' : 'from its base image'}, which wins over ARG ${name}`,
    cure: setter
      ? `remove ENV ${name}`
      : `take a base image without ENV ${name}, or build that anew without it`,
    location: { file: dockerfile.path, line: place.line, endLine: place.endLine },
  }
}

function fixedMachine({ keyword, text }: Instruction): Omit<Suspect, 'location'> {
  const written = (FIXED_VARIABLE.exec(text) ?? FIXED_NAME.exec(text))![0].replace(/\s+/g, ' ').trim()
  const variable = /^(\w+)\s*[= ]/.exec(written)?.[1]
  return {
    cause: `${keyword} has ${written} written down, for every platform`,
    cure:
      variable === 'GOARCH'
        ? 'write “ARG TARGETARCH” and GOARCH=$TARGETARCH'
        : 'let it depend on TARGETARCH, after “ARG TARGETARCH”',
  }
}
