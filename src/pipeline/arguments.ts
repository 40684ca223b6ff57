import type { Environment } from '../host/process.js'

/** Build arguments by name: `NAME` alone takes its value from podman's environment, and has none where that has none. */
export function argumentValues(
  buildArgs: readonly string[],
  env: Environment,
): Map<string, string | undefined> {
  return new Map(
    buildArgs.map((argument): [string, string | undefined] => {
      const at = argument.indexOf('=')
      if (at < 0) return [argument, env[argument] ?? process.env[argument]]
      return [argument.slice(0, at), argument.slice(at + 1)]
    }),
  )
}
