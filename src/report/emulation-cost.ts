import type { PlatformReport } from './report.js'

/** A command of a RUN that turns sources into programs or bundles, many times slower when emulated. */
const COMPILERS =
  /(?:^|[\s;&|("'/])(?:go (?:build|install|test|generate)|cargo (?:build|install)|rustc|gcc|g\+\+|clang|cc|make|cmake|ninja|meson|(?:npm|yarn|pnpm) (?:run )?build|node-gyp|webpack|tsc|mvn|gradle|\.\/gradlew|pip3? wheel|dotnet (?:build|publish))(?=$|[\s;&|)"'])/

/** Whether a RUN’s text names a compiler or another build tool. */
export function compiles(text: string): boolean {
  return COMPILERS.test(text)
}

/** A build, as far as its time matters. */
export type Timed = Pick<PlatformReport, 'platform' | 'execution' | 'buildSeconds'>

// Less is noise, or isn't worth anybody's time.
const LEAST_FACTOR = 1.5
const LEAST_SECONDS = 30

/**
 * What emulation cost, by this run's own numbers: nothing is said unless a native build of the same file is there to
 * compare with.
 * @param emulatedCompiles whether a RUN on the target platform compiles
 */
export function emulationCost(builds: readonly Timed[], emulatedCompiles: boolean): string[] {
  const native = builds.find(({ execution }) => execution === 'native')
  if (native === undefined || native.buildSeconds <= 0) return []
  return builds.flatMap(({ platform, execution, buildSeconds }) => {
    const factor = buildSeconds / native.buildSeconds
    const lost = buildSeconds - native.buildSeconds
    if (execution !== 'emulated' || factor < LEAST_FACTOR || lost < LEAST_SECONDS) return []
    const took = `${platform.text} took ${factor.toFixed(1)} × as long as ${native.platform.text}`
    if (!emulatedCompiles) return [`${took}, since its RUN steps are emulated.`]
    return [`${took}; compiling on $BUILDPLATFORM would save about ${duration(lost)}.`]
  })
}

function duration(seconds: number): string {
  return seconds < 90 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`
}
