import type { Settings } from '../dockerfile/settings.js'
import type { ImageConfig } from '../oci/types.js'
import { environmentOf } from './program.js'
import type { Finding } from './verdict.js'

const LONGEST_SHOWN = 100

/** Compares labels and environment of an image with what its Dockerfile and this build's arguments give them. */
export function verifySettings(
  config: ImageConfig['config'],
  expected: Settings,
  place: { readonly platform: string; readonly dockerfile: string },
): Finding[] {
  const labels = new Map(Object.entries(config?.Labels ?? {}))
  return [
    ...different('label', expected.labels, labels, place),
    ...different('variable', expected.environment, environmentOf(config), place),
  ]
}

function different(
  what: string,
  expected: Settings['labels'],
  found: ReadonlyMap<string, string>,
  { platform, dockerfile }: { readonly platform: string; readonly dockerfile: string },
): Finding[] {
  return [...expected]
    .filter(([name, { value }]) => found.get(name) !== value)
    .map(([name, { value, instruction }]) => ({
      severity: 'error',
      platform,
      found: `the ${what} ${name} ${found.has(name) ? `with ${quoted(found.get(name)!)}` : 'missing'}`,
      expected: quoted(value),
      cause: 'a step of an earlier build, with other build arguments, was taken from a cache',
      cure: 'build with no-cache: true',
      location: { file: dockerfile, line: instruction.line, endLine: instruction.endLine },
    }))
}

function quoted(text: string): string {
  return JSON.stringify(text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text)
}
