import { posix } from 'node:path'
import semver from 'semver'
import { linesOf } from '../dockerfile/lines.js'
import type { Dockerfile, Instruction } from '../dockerfile/parse.js'
import { neededStages } from '../dockerfile/stages.js'
import type { Location } from '../errors.js'

/** Something that podman builds in another way than it reads, without an error. */
export interface SilentDifference {
  readonly message: string
  readonly cure: string
  readonly location?: Location
}

/** A build as far as that can be told beforehand. */
export interface Reading {
  readonly dockerfile: Dockerfile
  readonly text: string
  readonly target: string | undefined
  /** `NAME=value` or `NAME`. */
  readonly buildArgs: readonly string[]
  readonly podman: string
}

/** What of a Dockerfile podman takes otherwise than is likely meant (docs/traps.md, 39, 49 and 50). */
export function silentDifferences(reading: Reading): SilentDifference[] {
  // What the preprocessor makes of it is not known here.
  if (reading.dockerfile.path.endsWith('.in')) return []
  return [...unknownArguments(reading), ...lostInVolumes(reading), ...literalHeredocs(reading)]
}

// Known without an ARG: https://docs.docker.com/reference/dockerfile/#predefined-args, and what builders read themselves.
const PREDEFINED =
  /^(?:(?:https?|ftp|no|all)_proxy|SOURCE_DATE_EPOCH|BUILD(?:KIT|AH)_.*|(?:BUILD|TARGET)(?:PLATFORM|OS|ARCH|VARIANT))$/i

function unknownArguments({ dockerfile, buildArgs }: Reading): SilentDifference[] {
  const instructions = [...dockerfile.globals, ...dockerfile.stages.flatMap((stage) => stage.instructions)]
  const declared = new Set(
    instructions
      .filter(({ keyword }) => keyword === 'ARG')
      .flatMap(({ assignments }) => assignments.map(({ name }) => name)),
  )
  const names = new Set(buildArgs.map((argument) => argument.split('=', 1)[0]!))
  const known = [...declared].filter((name) => !names.has(name)).sort()
  return [...names]
    .filter((name) => !declared.has(name) && !PREDEFINED.test(name))
    .map((name) => ({
      message: `the build argument ${name} has no effect: no ARG of ${posix.basename(dockerfile.path)} declares it`,
      cure:
        known.length === 0 || known.length > 5
          ? `write ARG ${name} in the stage that uses it, or remove it from build-args`
          : `write ARG ${name} in the stage that uses it, remove it from build-args, or mend its name: without a value are ${known.join(', ')}`,
    }))
}

/** The oldest podman that keeps what RUN writes to a volume: https://github.com/podman-container-tools/buildah/pull/5604. */
const VOLUMES_KEPT_SINCE = '5.2.0'

function lostInVolumes({ dockerfile, target, podman }: Reading): SilentDifference[] {
  if (semver.gte(podman, VOLUMES_KEPT_SINCE)) return []
  return neededStages(dockerfile, target).flatMap(({ instructions }) =>
    instructions.flatMap((volume, at) => {
      if (volume.keyword !== 'VOLUME') return []
      const paths = volume.text.match(/\/[^\s"',\]$]+/g) ?? []
      const writer = instructions
        .slice(at + 1)
        .find(({ keyword, text }) => keyword === 'RUN' && paths.some((path) => text.includes(path)))
      if (writer === undefined) return []
      return [
        {
          message: `podman ${podman} drops what the RUN of line ${writer.line} writes to the volume ${paths.join(', ')}`,
          cure: 'move VOLUME down behind the last RUN that writes there, or use podman 5.2 or newer',
          location: placeOf(dockerfile, volume),
        },
      ]
    }),
  )
}

// Quoted as a shell would: https://github.com/podman-container-tools/buildah/issues/6048 and 7103.
const TAKEN_LITERALLY = /\\\$|'[^'\n]*\$[A-Za-z_{][^'\n]*'/

function literalHeredocs({ dockerfile, text, target }: Reading): SilentDifference[] {
  const { of, doubts } = linesOf(dockerfile, text)
  if (doubts.length > 0) return []
  return neededStages(dockerfile, target)
    .flatMap(({ instructions }) => instructions)
    .filter(
      (instruction) =>
        /^(?:COPY|ADD)$/.test(instruction.keyword) &&
        of(instruction).heredocs.some(({ expands, body }) => expands && TAKEN_LITERALLY.test(body)),
    )
    .map((instruction) => ({
      message:
        'in a here-document podman leaves variables in single quotes as they are, and the backslash of \\$; Docker does neither',
      cure: 'quote the delimiter, such as <<"EOF", and let nothing expand, or copy a file',
      location: placeOf(dockerfile, instruction),
    }))
}

function placeOf(dockerfile: Dockerfile, { line, endLine }: Instruction): Location {
  return { file: dockerfile.path, line, endLine }
}

/**
 * Patterns of an ignore file that bring nothing back (docs/traps.md, 43): podman doesn't look into a folder that is ignored
 * unless a pattern brings something back by that folder's own name. Docker does.
 * @param isFolder whether a path of the context is one
 */
export function ineffectivePatterns(
  path: string,
  text: string,
  isFolder: (path: string) => boolean,
): SilentDifference[] {
  const lines = text.split('\n').map((line) => line.trim())
  const all = lines.findIndex((line) => /^\/?(?:\*\*?|\*\*\/\*)$/.test(line))
  if (all < 0) return []
  const kept = lines.flatMap((line, at) =>
    at > all && line.startsWith('!')
      ? [{ at, pattern: posix.normalize(line.slice(1)).replace(/^\/+/, '') }]
      : [],
  )
  if (kept.some(({ pattern }) => !/[*?[]/.test(pattern) && isFolder(pattern))) return []
  const wild = kept.find(({ pattern }) => /[*?[].*\//.test(pattern))
  if (wild === undefined) return []
  return [
    {
      message: `“!${wild.pattern}” brings nothing back from the folders that “${lines[all]}” ignores: podman doesn’t look into them, Docker does`,
      cure: 'bring each folder back by its name, such as “!src”, and ignore within it what isn’t needed',
      location: { file: path, line: wild.at + 1 },
    },
  ]
}
