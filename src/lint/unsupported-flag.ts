import { unsupportedFlags } from '../dockerfile/podman-syntax.js'
import type { Facts, Found } from './finding.js'
import { needed } from './stage-uses.js'

/** Flags of BuildKit's that this podman doesn't know, so that the build fails when it comes to them. */
export function unsupportedFlag(facts: Facts): Found[] {
  return needed(facts)
    .flatMap(({ instructions }) => instructions)
    .flatMap((instruction) =>
      unsupportedFlags(instruction, facts.podman).map(({ name, cure }) => ({
        message: `podman ${facts.podman} doesn’t know ${name}, so the build fails here`,
        cure,
        location: { file: facts.dockerfile.path, line: instruction.line, endLine: instruction.endLine },
      })),
    )
}
