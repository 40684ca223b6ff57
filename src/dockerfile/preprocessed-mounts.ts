import { type Doubt, logicalLines } from './lines.js'
import { runFlags } from './run-flags.js'

const INCLUDES = /^\s*#\s*(?:include|include_next|import)\b\s*(.*)$/
const MOUNT = /mount/i

/**
 * Mounts that a Dockerfile may get from the C preprocessor (`Containerfile.in`), where they can't be seen: of macros, of other files, of
 * its arguments, and behind what stands between RUN and its flags.
 * @param extraArgs further arguments of podman
 * @param read the text of a file that the context holds; undefined where there is none
 */
export function preprocessedMounts(
  text: string,
  extraArgs: readonly string[],
  read: (name: string) => string | undefined,
): Doubt[] {
  return [...ofArguments(extraArgs), ...ofDirectives(text, read), ...ofLines(text)]
}

function ofArguments(extraArgs: readonly string[]): Doubt[] {
  const all = extraArgs.join(' ')
  const isHidden = all.includes('--cpp-flag') && /mount|(?:^|[\s=])-i/i.test(all)
  return isHidden ? [{ line: 1, problem: 'an argument of the preprocessor may hold it' }] : []
}

function ofDirectives(text: string, read: (name: string) => string | undefined): Doubt[] {
  // A directive goes on after a backslash at the end of its line.
  const lines = text.split('\n')
  return lines.flatMap((line, at) => {
    if (!/^\s*#/.test(line)) return []
    const whole = wholeDirective(lines, at)
    const [, name] = INCLUDES.exec(line) ?? []
    const problem =
      name === undefined
        ? /^\s*#\s*define\b/.test(line) && MOUNT.test(whole) && 'a macro may hold it'
        : includedProblem(name, read, new Set())
    return problem ? [{ line: at + 1, problem }] : []
  })
}

function wholeDirective(lines: readonly string[], from: number): string {
  let end = from
  while (/\\\s*$/.test(lines[end] ?? '')) end += 1
  return lines.slice(from, end + 1).join('\n')
}

function includedProblem(
  written: string,
  read: (name: string) => string | undefined,
  seen: Set<string>,
): string | undefined {
  const [, name] = /^"([^"]+)"/.exec(written) ?? []
  if (name !== undefined && seen.has(name)) return undefined
  const text = name === undefined ? undefined : read(name)
  if (name === undefined || text === undefined) return `${written.trim()} can’t be read here`
  if (MOUNT.test(text)) return `${name} may hold it`
  seen.add(name)
  const more = text.split('\n').flatMap((line) => INCLUDES.exec(line)?.[1] ?? [])
  return more.map((each) => includedProblem(each, read, seen)).find((problem) => problem !== undefined)
}

function ofLines(text: string): Doubt[] {
  return logicalLines(text).lines.flatMap((line) => {
    const read = line.keyword === 'RUN' ? runFlags(line).filter(({ name }) => name === 'mount') : []
    const written = line.text.match(/--mount/g) ?? []
    return written.length > read.length ? [{ line: line.line, problem: 'it does not follow its RUN' }] : []
  })
}
