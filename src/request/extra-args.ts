import { InputError } from '../errors.js'

/** Options of `podman build` that this step owns, and what to use instead. */
const OWNED: Readonly<Record<string, string>> = {
  platform: 'use the input platforms',
  arch: 'use the input platforms',
  os: 'use the input platforms',
  variant: 'use the input platforms',
  'all-platforms': 'use the input platforms',
  tag: 'use the inputs image and tags',
  manifest: 'use the inputs image and tags',
  authfile: 'use the inputs registry, username and password, or REGISTRY_AUTH_FILE',
  creds: 'use the inputs registry, username and password',
  'cache-from': 'use the input cache',
  'cache-to': 'use the input cache',
  'cache-ttl': 'use the input cache-ttl',
  layers: 'the step decides it',
  'no-cache': 'use the input no-cache',
  output: 'use the output oci-layout',
  iidfile: 'use the output digests',
  timestamp: 'use the input source-date-epoch',
  'source-date-epoch': 'use the input source-date-epoch',
  'rewrite-timestamp': 'use the input source-date-epoch',
  format: 'use the input format',
  file: 'use the input file',
  target: 'use the input target',
  label: 'use the input labels',
  annotation: 'use the input annotations',
  'identity-label': 'the step decides it',
  'build-arg': 'use the input build-args',
  'build-arg-file': 'use the input build-args',
  logfile: 'the log is the step’s own',
  logsplit: 'the log is the step’s own',
  quiet: 'the log is the step’s own',
  'sign-by': 'sign the output digest afterwards',
}

const OWNED_SHORT: Readonly<Record<string, string>> = { t: 'tag', f: 'file', o: 'output', q: 'quiet' }

const SHORT_FLAGS_WITHOUT_VALUE = new Set(['D', 'q'])

/**
 * Checks further arguments of `podman build`.
 * @throws {InputError} for one that this step owns
 */
export function checkExtraArgs(args: readonly string[]): readonly string[] {
  for (const argument of args) {
    if (argument === '--') refuse(argument, 'the context is given by the input context')
    const long = /^--([^=]+)/.exec(argument)?.[1]
    const name = long ?? shortOptions(argument).find((option) => OWNED_SHORT[option] !== undefined)
    const owned = name === undefined ? undefined : long === undefined ? OWNED_SHORT[name]! : name
    if (owned !== undefined && OWNED[owned] !== undefined) refuse(argument, OWNED[owned])
  }
  return args
}

/** The options in a cluster such as `-qt`; what follows one that takes a value is its value. */
function shortOptions(argument: string): string[] {
  if (!/^-[A-Za-z]/.test(argument)) return []
  const letters = [...argument.slice(1)]
  const last = letters.findIndex((letter) => !SHORT_FLAGS_WITHOUT_VALUE.has(letter))
  return last < 0 ? letters : letters.slice(0, last + 1)
}

function refuse(argument: string, cure: string): never {
  throw new InputError('extra-args', `${argument} belongs to this step`, { cure })
}
