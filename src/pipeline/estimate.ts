import type { Dockerfile } from '../dockerfile/parse.js'
import { runsOnTarget } from '../dockerfile/stages.js'
import { compiles } from '../report/emulation-cost.js'
import { formatSeconds } from '../report/format.js'

/**
 * What to expect of a build under emulation, in one line, before it starts; undefined when none of its steps compiles.
 * @param dockerfile what is left to do
 * @param before seconds that an earlier build took under emulation
 */
export function emulationEstimate(
  dockerfile: Dockerfile,
  target: string | undefined,
  before: number | undefined,
): string | undefined {
  const lines = runsOnTarget(dockerfile, target)
    .filter(({ text }) => compiles(text))
    .map(({ line }) => line)
  if (lines.length === 0) return undefined
  const [what, compile] = lines.length === 1 ? ['line', 'compiles'] : ['lines', 'compile']
  return [
    `${what} ${lines.join(', ')} ${compile} under emulation, which takes ${SLOWER} times as long as on a machine of this platform`,
    ...(before === undefined ? [] : [`an earlier build took ${formatSeconds(before)}`]),
    'a stage on $BUILDPLATFORM would compile natively',
  ].join('; ')
}

// The lower end is a small Go service on two cores, both platforms at once (`scripts/test e2e podman58-user -- shapes`); large programs and other
// compilers take longer.
const SLOWER = '4 to 20'
