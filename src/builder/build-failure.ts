import { diagnose } from '../diagnosis/diagnose.js'
import type { FailedBuild } from '../diagnosis/failed-build.js'
import type { Instruction } from '../dockerfile/parse.js'
import { isBuildPlatform, platformOf } from '../dockerfile/stages.js'
import { instructionOfStep, parseStep } from '../dockerfile/steps.js'
import { probe } from '../emulation/emulation.js'
import { emulatorAtWork } from '../emulation/proof.js'
import { BuildError } from '../errors.js'
import { freeBytes } from '../host/space.js'
import { type Platform, parsePlatform } from '../oci/platform.js'
import type { FailedBuildTry } from './base-image-pulls.js'
import type { BuildLog } from './build-log.js'
import type { BuildSite } from './build-platform.js'
import type { Builder } from './builder.js'
import { STALLED_MS } from './stalled-pull.js'

// What follows a line's first words says nothing about its kind, and patterns are to end soon.
const LONGEST_LINE = 2000
const LONGEST_REASON = 300
// https://github.com/containers/buildah/blob/v1.41.0/pull.go and podman’s own pulls
const TRYING = /^Trying to pull (\S+?)(?:\.\.\.)?$/

/** A build that podman ended. */
interface EndedBuild {
  readonly platform: Platform
  readonly log: BuildLog
  readonly exitCode: number
  /** Where the build writes. */
  readonly folders: readonly string[]
}

/**
 * The error of a build, or of a pull for its FROM, that podman ended: the Dockerfile's line, the likely cause, podman's last words and the cure; and the image whose
 * pull is worth another try.
 */
export async function buildFailure(
  site: BuildSite,
  builder: Builder,
  ended: EndedBuild,
): Promise<FailedBuildTry> {
  const { platform, log, exitCode } = ended
  const failed = await gather(site, builder, ended)
  const { instruction } = failed
  const diagnosis = diagnose(failed)
  const what = instruction ? `${instruction.keyword} failed` : 'podman build failed'
  const reason = shortened(failed.reason) || `exit code ${exitCode}`
  const why = diagnosis === undefined ? reason : `${diagnosis.cause} (podman: ${reason})`
  const error = new BuildError(`${platform.text}: ${what}: ${why}`, {
    quotes: [reason],
    ...(diagnosis && { cure: diagnosis.cure }),
    ...locationOf(site, instruction),
  })
  if (diagnosis?.unpulled === undefined) return { error }
  const image = diagnosis.unpulled.image ?? baseOfStep(log)
  return { error, unpulled: { image, platform: failed.platform } }
}

/**
 * The error of a pull that was ended since nothing came from the registry any more.
 * @param pulled the image, where it is known
 */
export function stalledPull(
  site: BuildSite,
  platform: Platform,
  log: BuildLog,
  pulled?: string,
): FailedBuildTry {
  const asked = linesOfLastStep(log.tail).findLast((line) => TRYING.test(line))
  const image = pulled ?? baseOfStep(log) ?? TRYING.exec(asked ?? '')?.[1]
  const instruction = log.step && instructionOfStep(site.dockerfile, log.step)
  const what = `${instruction?.keyword ?? 'FROM'} failed`
  const minutes = STALLED_MS / 60_000
  const error = new BuildError(
    `${platform.text}: ${what}: the registry of ${image ?? 'the base image'} sent nothing for ${minutes} minutes`,
    {
      cure: 'run it again when the network or the server is well; retries sets the number of tries; behind a proxy set HTTPS_PROXY',
      ...locationOf(site, instruction),
    },
  )
  return {
    error,
    unpulled: { image, platform: platformOfStep(site, instruction, site.buildPlatform) ?? platform },
  }
}

function locationOf(site: BuildSite, instruction: Instruction | undefined) {
  if (instruction === undefined) return {}
  const { line, endLine } = instruction
  return { location: { file: site.dockerfile.path, line, endLine } }
}

/** The base image of the FROM that a build is at: podman writes it with its variables' values. */
function baseOfStep({ step }: BuildLog): string | undefined {
  const [keyword, ...words] = step?.text.split(/\s+/) ?? []
  return keyword?.toUpperCase() === 'FROM' ? words.find((word) => !word.startsWith('--')) : undefined
}

async function gather(
  site: BuildSite,
  builder: Builder,
  { platform, log, exitCode, folders }: EndedBuild,
): Promise<FailedBuild> {
  const instruction = log.step && instructionOfStep(site.dockerfile, log.step)
  const failing = platformOfStep(site, instruction, builder.platform) ?? platform
  // A RUN that nobody saw coming (ONBUILD of a base image) has run, if the host had an emulator.
  const runnable = builder.isHere
    ? (site.runnable.get(failing.text) ?? (await probe(failing).catch(() => undefined)))
    : undefined
  // What is full elsewhere isn't seen here.
  const written = builder.isHere ? folders : []
  const space = await Promise.all(
    written.map(async (folder) => ({ folder, freeBytes: (await freeBytes(folder)) ?? Infinity })),
  )
  return {
    platform: failing,
    elsewhere: !builder.isHere,
    runs: failing.text === builder.platform.text ? 'native' : runnable?.how,
    ...(runnable?.how === 'emulated' && {
      emulator: { path: runnable.interpreter, version: await emulatorAtWork(failing.architecture) },
    }),
    podman: site.podman,
    dockerfile: site.dockerfile,
    target: site.request.build.target,
    instruction,
    exitCode,
    reason: lastWords(log.tail),
    lines: linesOfLastStep(log.tail),
    space,
  }
}

/** The platform of the stage that an instruction stands in, where the Dockerfile writes one. */
function platformOfStep(
  { dockerfile }: BuildSite,
  instruction: Instruction | undefined,
  buildPlatform: Platform,
): Platform | undefined {
  const stage = dockerfile.stages.find(({ instructions }) =>
    instructions.some((each) => each === instruction),
  )
  const written = stage && platformOf(dockerfile, stage)
  if (written === undefined) return undefined
  if (isBuildPlatform(written)) return buildPlatform
  try {
    return parsePlatform(written)
  } catch {
    return undefined
  }
}

function lastWords(tail: readonly string[]): string {
  const at = tail.findLastIndex((line) => /^Error: /.test(line))
  if (at < 0) return ''
  // Several errors at once are listed below it.
  const more = tail.slice(at + 1).filter((line) => /^\s+\* /.test(line))
  return [tail[at]!.replace(/^Error: /, ''), ...more].map(cut).join(' ')
}

function linesOfLastStep(tail: readonly string[]): string[] {
  return tail.slice(tail.findLastIndex((line) => parseStep(line) !== undefined) + 1).map(cut)
}

function cut(line: string): string {
  return line.slice(0, LONGEST_LINE)
}

// The step is in the message already, with its line.
function shortened(reason: string): string {
  const text = reason
    .replace(/^building at STEP ".{0,2000}?": /, '')
    .replace(/^(committing container) for step \{.{0,2000}?\}: /, '$1: ')
  return text.length > LONGEST_REASON ? `${text.slice(0, LONGEST_REASON)}…` : text
}
