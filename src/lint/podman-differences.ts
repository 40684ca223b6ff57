import semver from 'semver'
import { linesOf } from '../dockerfile/lines.js'
import type { Facts, Found } from './finding.js'
import { needed } from './stage-uses.js'

/** The oldest podman that keeps what RUN writes to a volume: https://github.com/podman-container-tools/buildah/pull/5604. */
const VOLUMES_KEPT_SINCE = '5.2.0'

/** Volumes that a later RUN writes to, where podman drops that. */
export function volumeBeforeWrites(facts: Facts): Found[] {
  const { dockerfile, podman } = facts
  if (semver.gte(podman, VOLUMES_KEPT_SINCE)) return []
  return needed(facts).flatMap(({ instructions }) =>
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
          location: { file: dockerfile.path, line: volume.line, endLine: volume.endLine },
        },
      ]
    }),
  )
}

// Quoted as a shell would: https://github.com/podman-container-tools/buildah/issues/6048 and 7103.
const TAKEN_LITERALLY = /\\\$|'[^'\n]*\$[A-Za-z_{][^'\n]*'/

/** Here-documents of COPY and ADD of which podman and Docker make different files. */
export function heredocQuoting(facts: Facts): Found[] {
  const { dockerfile, text } = facts
  const { of, doubts } = linesOf(dockerfile, text)
  if (doubts.length > 0) return []
  return needed(facts)
    .flatMap(({ instructions }) => instructions)
    .filter(
      (instruction) =>
        /^(?:COPY|ADD)$/.test(instruction.keyword) &&
        of(instruction).heredocs.some(({ expands, body }) => expands && TAKEN_LITERALLY.test(body)),
    )
    .map(({ line, endLine }) => ({
      message:
        'in a here-document podman leaves variables in single quotes as they are, and the backslash of \\$; Docker does neither',
      cure: 'quote the delimiter, such as <<"EOF", and let nothing expand, or copy a file',
      location: { file: dockerfile.path, line, endLine },
    }))
}
