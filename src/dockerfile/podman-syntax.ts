import semver from 'semver'
import { mountOptions } from './mount-options.js'
import type { Dockerfile, Instruction } from './parse.js'

/** The oldest podman that reads here-documents. */
const HEREDOC_SINCE = '4.8.0'

// https://github.com/containers/buildah/blob/main/CHANGELOG.md, by the podman that has it
const FLAG_SINCE: Readonly<Record<string, string>> = {
  'COPY --exclude': '5.3',
  'ADD --exclude': '5.3',
  'COPY --parents': '5.5',
  'COPY --link': '5.6',
  'ADD --link': '5.6',
  'ADD --checksum': '5.0',
  'RUN --network': '4.4',
}

/** Flags of Docker's builder that no podman knows, with what can be done instead. */
const FOREIGN_FLAGS: Readonly<Record<string, string>> = {
  'RUN --security': 'write --cap-add=… or --security-opt=… into extra-args, or do without it',
  'RUN --device': 'write --device=… into extra-args',
  'ADD --keep-git-dir': 'clone the repository with a RUN in a stage of its own',
  'ADD --unpack': 'unpack it with a RUN in a stage of its own',
}

/** The podman that a flag, such as `COPY --link`, is known since; undefined for one that is not in the list. */
export function flagSince(name: string): string | undefined {
  return FLAG_SINCE[name]
}

/** A flag that a podman doesn't know. */
export interface UnsupportedFlag {
  /** `COPY --link` */
  readonly name: string
  readonly cure: string
}

/** The flags of an instruction that a podman doesn't know. */
export function unsupportedFlags({ keyword, flags }: Instruction, version: string): UnsupportedFlag[] {
  return flags.flatMap((flag) => {
    const value = unsupportedValue(flag)
    if (value !== undefined) return [{ ...value, name: `${keyword} ${value.name}` }]
    const name = `${keyword} --${flag.name}`
    const since = FLAG_SINCE[name]
    const foreign = FOREIGN_FLAGS[name]
    if (foreign !== undefined) return [{ name, cure: foreign }]
    if (since === undefined || semver.gte(version, `${since}.0`)) return []
    return [{ name, cure: `use podman ${since} or newer, or do without it` }]
  })
}

// Neither 4.3.1 nor 5.8.6 takes these.
function unsupportedValue({ name, value }: Instruction['flags'][number]): UnsupportedFlag | undefined {
  if (name === 'chmod' && /^[ugoa]*[-+=]/.test(value))
    return { name: `--chmod=${value}`, cure: 'write the mode as a number, such as --chmod=0755' }
  const options = name === 'mount' ? mountOptions(value) : undefined
  if (options?.get('type') !== 'secret' || !options.has('env')) return undefined
  return {
    name: '--mount=type=secret,env=…',
    cure: `leave env out, and read the secret’s file in the command: ${options.get('env')}=$(cat /run/secrets/${options.get('id') ?? options.get('env')})`,
  }
}

/** The first instruction with a here-document, where this podman can't read one. */
export function unreadableHeredoc(dockerfile: Dockerfile, version: string): Instruction | undefined {
  if (semver.gte(version, HEREDOC_SINCE)) return undefined
  return dockerfile.stages
    .flatMap((stage) => stage.instructions)
    .find(
      ({ keyword, text }) =>
        ['RUN', 'COPY', 'ADD'].includes(keyword) &&
        /(?:^|\s)\d?<<-?(["']?)[A-Za-z_]\w*\1(?:\s|$|[;&|>])/.test(withoutQuoted(text)),
    )
}

// What is quoted is a text of the command's, unless it is a here-document's own delimiter.
function withoutQuoted(text: string): string {
  return text.replace(/(?<!<<-?)(?:"(?:[^"\\]|\\.)*"|'[^']*')/gs, '""')
}
