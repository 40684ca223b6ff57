import { stageChain } from '../dockerfile/stages.js'
import type { Facts, Found } from './finding.js'

/** Instructions that OCI's format has no place for (docs/traps.md, 17). The last of each, since one is as good as many. */
export function lostInOciFormat({ dockerfile, target, format }: Facts): Found[] {
  if (format !== 'oci') return []
  const instructions = stageChain(dockerfile, target)
    .reverse()
    .flatMap((stage) => stage.instructions)
  return ['HEALTHCHECK', 'SHELL', 'ONBUILD']
    .map((keyword) => instructions.findLast((instruction) => instruction.keyword === keyword))
    .filter((instruction) => instruction !== undefined)
    .filter(({ keyword, text }) => keyword !== 'HEALTHCHECK' || text.trim().toUpperCase() !== 'NONE')
    .map(({ keyword, line, endLine }) => ({
      message: `OCI’s format has no place for ${keyword}, so podman drops it from the image`,
      cure: `set format: docker to keep ${keyword}, or remove it`,
      location: { file: dockerfile.path, line, endLine },
    }))
}
