import type { ImageConfig } from '../oci/types.js'
import { finalCommand, handOver, isShell } from './command.js'
import type { FileTree, Found } from './tree.js'

/** Where programs are looked for when the image doesn't say (runc's and crun's default). */
const DEFAULT_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'
const MOST_STEPS = 24

/** One program that starting a container runs: the first is what the image names, each later one what that hands over to. */
export interface Started {
  /** As the image or the program before writes it. */
  readonly name: string
  /** Undefined when the image has no such file. */
  readonly file: Found | undefined
  /** Path of the script whose interpreter this is. */
  readonly interprets?: string
}

interface Settings {
  readonly command: readonly string[]
  readonly folder: string
  readonly searchPath: readonly string[]
}

/** What starting a container of an image runs, as far as it can be followed without running anything. */
export function startedPrograms(config: ImageConfig['config'], tree: FileTree): Started[] {
  const settings = readSettings(config)
  const started: Started[] = []
  let command: readonly string[] | undefined = settings.command
  for (let step = 0; step < MOST_STEPS && command !== undefined && command[0]; step++) {
    const file = locate(command[0], settings, tree)
    started.push({ name: command[0], file })
    command = file && next(file, command, settings, tree, started)
  }
  return started
}

/** Variables of an image's environment. */
export function environmentOf(config: ImageConfig['config']): Map<string, string> {
  return new Map(texts(config?.Env).map((entry) => splitOnce(entry, '=')))
}

function readSettings(config: ImageConfig['config']): Settings {
  const folder = typeof config?.WorkingDir === 'string' ? config.WorkingDir : ''
  return {
    command: [...texts(config?.Entrypoint), ...texts(config?.Cmd)],
    folder: folder || '/',
    searchPath: (environmentOf(config).get('PATH') || DEFAULT_PATH).split(':'),
  }
}

function locate(name: string, { folder, searchPath }: Settings, tree: FileTree): Found | undefined {
  if (name.includes('/')) return tree.find(name.startsWith('/') ? name : `${folder}/${name}`)
  for (const place of searchPath) {
    const found = tree.find(`${place || folder}/${name}`)
    if (found) return found
  }
  return undefined
}

/** The command that a program becomes or runs in its place. */
function next(
  file: Found,
  command: readonly string[],
  settings: Settings,
  tree: FileTree,
  started: Started[],
): readonly string[] | undefined {
  if (file.content.kind === 'script') {
    const interpreter = interpreterOf(file.content.firstLine)
    if (interpreter === undefined) return undefined
    started.push({
      name: interpreter[0]!,
      file: locate(interpreter[0]!, settings, tree),
      interprets: file.path,
    })
    const own = [...interpreter, file.path, ...command.slice(1)]
    return isShell(interpreter[0]!) ? becomes(own, settings, tree) : afterWrapper(own)
  }
  return becomes(command, settings, tree)
}

// `#!/usr/bin/env python3`: env itself is judged already, and what it starts is next.
function afterWrapper(command: readonly string[]): readonly string[] | undefined {
  const over = handOver(command)
  return over?.kind === 'command' ? over.command : undefined
}

function becomes(
  command: readonly string[],
  settings: Settings,
  tree: FileTree,
): readonly string[] | undefined {
  const over = handOver(command)
  if (over === undefined || over.kind === 'command') return over?.command
  if (over.kind === 'text') return finalCommand(over.text, over.parameters)
  const script = locate(over.path.includes('/') ? over.path : `./${over.path}`, settings, tree)
  const text = script?.content.kind === 'script' ? script.content.text : undefined
  return text === undefined ? undefined : finalCommand(text, over.parameters)
}

// https://man7.org/linux/man-pages/man2/execve.2.html, "Interpreter scripts": one argument at most.
function interpreterOf(firstLine: string): string[] | undefined {
  const match = /^#![ \t]*(\S+)(?:[ \t]+(.*?))?[ \t\r]*$/.exec(firstLine)
  if (!match) return undefined
  return match[2] ? [match[1]!, match[2]] : [match[1]!]
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : []
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}
