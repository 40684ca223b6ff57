import { InputError } from '../errors.js'
import { INPUTS, type InputDefinition } from './contract.js'
import { INSPECT_OPTIONS } from './inspect-request.js'
import { PLAN_OPTIONS } from './plan-request.js'

const COMMANDS = ['build', 'merge', 'inspect', 'doctor', 'plan'] as const

/** What was typed. */
export interface CommandLine {
  readonly command: (typeof COMMANDS)[number]
  readonly json: boolean
  readonly help: boolean
  readonly version: boolean
  /** Options by name; one that was given several times has a line for each. */
  readonly given: Readonly<Record<string, string>>
  /** What isn't an option; only `inspect` has any. */
  readonly positional: readonly string[]
}

/**
 * Reads the arguments: a command, then an option for each input, `--name value` or `--name=value`. Options that are
 * lists may be repeated; those that are booleans may stand alone. The context may stand without its name, as with `podman build`.
 * @throws {InputError} for anything else
 */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const help = args.length === 0 || args.some((argument) => /^(-h|--help|help)$/.test(argument))
  const [command, ...rest] = args
  const version = command === '--version'
  if (help || version) return { command: 'build', json: false, help, version, given: {}, positional: [] }
  if (!isCommand(command)) {
    throw new InputError('command', `${JSON.stringify(command)} is unknown; known are ${COMMANDS.join(', ')}`)
  }
  const given: Record<string, string> = {}
  const positional: string[] = []
  let json = false
  for (let at = 0; at < rest.length; at++) {
    const match = /^--([^=]+)(?:=(.*))?$/s.exec(rest[at]!)
    if (!match && command === 'inspect') {
      positional.push(rest[at]!)
      continue
    }
    if (!match && command === 'build' && given.context === undefined && !rest[at]!.startsWith('-')) {
      given.context = rest[at]!
      continue
    }
    if (!match) {
      throw new InputError('command', `unexpected ${JSON.stringify(rest[at])}`, {
        cure: 'every input is an option: write --name value, such as --image quay.io/organisation/name',
      })
    }
    const [, name, attached] = match
    if (name === 'json') {
      json = true
      continue
    }
    const value = attached ?? (standsAlone(command, name!, rest[at + 1]) ? 'true' : rest[++at])
    if (value === undefined) throw new InputError(name!, 'has no value')
    given[name!] = given[name!] === undefined ? value : `${given[name!]}\n${value}`
  }
  return { command, json, help, version, given, positional }
}

function isCommand(text: string | undefined): text is CommandLine['command'] {
  return COMMANDS.some((command) => command === text)
}

function standsAlone(command: CommandLine['command'], name: string, next: string | undefined): boolean {
  const options: readonly InputDefinition[] = command === 'plan' ? PLAN_OPTIONS : INPUTS
  const definition = options.find((each) => each.name === name)
  const isBoolean = definition?.form === 'boolean'
  return isBoolean && (next === undefined || next.startsWith('--'))
}

/** The help text. */
export function usage(): string {
  const options = INPUTS.map((input) => {
    const fallback =
      'default' in input && !input.default.startsWith('${{') ? ` (default: ${input.default})` : ''
    return `  --${input.name.padEnd(20)} ${input.description.replaceAll('`', '')}${fallback}`
  })
  return `multiarch-build build [CONTEXT] [--name value …]
multiarch-build inspect IMAGE|LAYOUT [--json] [--name value …]
multiarch-build doctor [--json]
multiarch-build merge --image NAME --digests JSON|REFERENCES [--name value …]
multiarch-build plan --services FILE [--base COMMIT] [--name value …]
multiarch-build --version

build: builds a container image for several platforms with podman, verifies it, and pushes it as one
image index.
merge: puts one image index together from images that are in a registry already (docs/merge.md has its options).
inspect: says what an image in a registry (quay.io/organisation/name:1.0) or an OCI layout (oci:FOLDER) holds, and
what is wrong with it. Of the options it has ${INSPECT_OPTIONS.map((name) => `--${name}`).join(', ')}.

doctor: says what this host can and can't do, and the one command that mends each.

plan: prints which of many services are to be built, as a matrix of GitHub Actions in JSON. Its options:

${PLAN_OPTIONS.map(({ name, description }) => `  --${name.padEnd(20)} ${description}`).join('\n')}

Options of build are the inputs of the GitHub Action, with the same names and defaults.

  --json                 print the result as one JSON object on standard output
${options.join('\n')}

Exit codes: 0 done; 1 the build or push failed, or inspect found an error; 2 wrong usage; 3 host not able; 130 interrupted.
`
}
