import { posix } from 'node:path'
import { mountOptions } from '../../dockerfile/mount-options.js'
import type { Dockerfile, Instruction, Stage } from '../../dockerfile/parse.js'
import { type BuildVariables, expectedSettings } from '../../dockerfile/settings.js'
import { neededStages } from '../../dockerfile/stages.js'

/** A `RUN --mount=type=cache` that has a folder of its own on this machine. */
export interface CacheMount {
  /** As a report names it: the target, and the id where it has one. */
  readonly name: string
  /** The id or else the target, by which the builder tells mounts apart; undefined when it can't be told before the build. */
  readonly key: string | undefined
  readonly uid: number | undefined
  readonly gid: number | undefined
}

/** What a build's steps keep. */
export interface CacheMounts {
  readonly mounts: readonly CacheMount[]
  /** Whether there can be others: those of a file that only the builder can read. */
  readonly complete: boolean
}

const UNKNOWN = 'unknown'

/** The cache mounts of the stages that a target needs. Mounts with `from=` keep nothing on this machine. */
export function cacheMounts(
  dockerfile: Dockerfile,
  target: string | undefined,
  variables: Omit<BuildVariables, 'environment'>,
): CacheMounts {
  const stages = neededStages(dockerfile, target)
  // A file for the C preprocessor can't be read before it has run.
  if (stages.length === 0 || dockerfile.path.endsWith('.in')) return { mounts: [], complete: false }
  const found = new Map<string, CacheMount>()
  for (const stage of stages) {
    for (const [at, instruction] of stage.instructions.entries()) {
      for (const { name, value } of instruction.flags) {
        const options = name === 'mount' ? mountOptions(value) : undefined
        if (options?.get('type') !== 'cache' || options.has('from')) continue
        const mount = toMount(options, (text) => evaluated(dockerfile, stage, at, text, variables))
        found.set(JSON.stringify([mount.name, mount.key, mount.uid, mount.gid]), mount)
      }
    }
  }
  return { mounts: [...found.values()], complete: true }
}

function toMount(
  options: ReadonlyMap<string, string>,
  evaluate: (text: string) => string | undefined,
): CacheMount {
  const id = options.get('id')
  const target = options.get('target') ?? ''
  const knownTarget = evaluate(target)
  const number = (name: string) => {
    const text = evaluate(options.get(name) ?? '0')
    return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined
  }
  return {
    name: `${knownTarget ?? target}${id === undefined ? '' : ` (${evaluate(id) ?? id})`}`,
    // A relative target lies below the working folder, which can be the base image's.
    key: id === undefined ? (knownTarget?.startsWith('/') ? knownTarget : undefined) : evaluate(id),
    uid: number('uid'),
    gid: number('gid'),
  }
}

/** A text with the values that its variables have at an instruction, by way of a label that says the same there. */
function evaluated(
  dockerfile: Dockerfile,
  stage: Stage,
  at: number,
  text: string,
  variables: Omit<BuildVariables, 'environment'>,
): string | undefined {
  if (!text.includes('$')) return text
  const label: Instruction = {
    keyword: 'LABEL',
    text: '',
    line: 0,
    endLine: 0,
    flags: [],
    assignments: [{ name: UNKNOWN, value: text, form: 'expands' }],
  }
  const until = { ...stage, instructions: [...stage.instructions.slice(0, at), label] }
  const stages = dockerfile.stages.map((each) => (each === stage ? until : each))
  const settings = expectedSettings({ ...dockerfile, stages }, String(stage.index), {
    ...variables,
    environment: new Set(),
  })
  return settings.labels.get(UNKNOWN)?.value
}

/** A path without `.`, `..` and doubled slashes; undefined when it leads out. */
export function insidePath(path: string): string | undefined {
  const clean = posix.normalize(path).replace(/^\/+|\/+$/g, '')
  return clean === '' || clean === '.' || clean.split('/').includes('..') ? undefined : clean
}
