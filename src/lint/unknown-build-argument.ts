import { basename } from 'node:path'
import type { Facts, Found } from './finding.js'

// Known without an ARG: https://docs.docker.com/reference/dockerfile/#predefined-args, and what builders read themselves.
const PREDEFINED =
  /^(?:(?:https?|ftp|no|all)_proxy|SOURCE_DATE_EPOCH|BUILD(?:KIT|AH)_.*|(?:BUILD|TARGET)(?:PLATFORM|OS|ARCH|VARIANT))$/i
/** More names than these are no help. */
const MOST_NAMES = 5

/** Build arguments that no ARG declares, as by a slip: podman says so in its log alone. */
export function unknownBuildArgument({ dockerfile, args }: Facts): Found[] {
  const { stages, globals, path } = dockerfile
  const [first] = stages
  const declared = new Set(
    [...globals, ...stages.flatMap(({ instructions }) => instructions)]
      .filter(({ keyword }) => keyword === 'ARG')
      .flatMap(({ assignments }) => assignments.map(({ name }) => name)),
  )
  const unused = [...declared].filter((name) => !args.has(name)).sort()
  const names =
    unused.length === 0 || unused.length > MOST_NAMES
      ? 'or remove it from build-args'
      : `remove it from build-args, or mend its name: without a value are ${unused.join(', ')}`
  return [...args.keys()]
    .filter((name) => first !== undefined && !declared.has(name) && !PREDEFINED.test(name))
    .map((name) => ({
      message: `the build argument ${name} has no effect: no ARG of ${basename(path)} declares it`,
      cure: `write ARG ${name} in the stage that uses it, ${names}`,
      // It is nowhere in the file: where it could be.
      location: { file: path, line: first!.instructions[0]!.line, endLine: first!.instructions[0]!.endLine },
    }))
}
