import type { Stage } from '../dockerfile/parse.js'
import type { Platform } from '../oci/platform.js'
import { ignoreNothing } from './ignore.js'
import type { Origins } from './origins.js'
import type { SecretHashes } from './secrets.js'
import type { Tree } from './tree.js'
import { NotEligible } from './types.js'

/** What mounts of a stage's steps can bring in. */
export interface MountSources {
  readonly stage: Stage
  readonly platform: Platform
  readonly context: Tree
  readonly origins: Origins
  readonly secrets: SecretHashes
}

/**
 * What a RUN sees through a mount besides what the mount's text says
 * (https://github.com/containers/buildah/blob/v1.41.0/internal/volumes/volumes.go).
 * @param written value of the flag, its variables expanded
 * @throws {NotEligible}
 */
export async function describeMount(written: string, sources: MountSources): Promise<unknown> {
  const { options, type } = parseMount(written)
  switch (type) {
    case 'bind':
    case 'cache':
      return describeFiles(type, options, sources)
    case 'secret': {
      const id = options.get('id')
      if (!id) throw new NotEligible(`a secret without an id is mounted (${written})`)
      return sources.secrets.of(id)
    }
    case 'ssh':
    case 'tmpfs':
      return ''
    default:
      throw new NotEligible(`what a mount of the type ${type} holds isn’t known`)
  }
}

/**
 * A mount's type and options.
 * @throws {NotEligible}
 */
export function parseMount(written: string): { type: string; options: ReadonlyMap<string, string> } {
  const options = new Map<string, string>()
  for (const each of written.split(',')) {
    const [, name = each, value = ''] = /^([^=]*)=([\s\S]*)$/.exec(each) ?? []
    if (options.has(name)) throw new NotEligible(`a mount says ${name} twice (${written})`)
    options.set(name, value)
  }
  return { type: options.get('type') ?? 'bind', options }
}

async function describeFiles(
  type: 'bind' | 'cache',
  options: ReadonlyMap<string, string>,
  { stage, platform, context, origins }: MountSources,
): Promise<unknown> {
  const from = options.get('from')
  const origin = from === undefined ? undefined : origins.named(from, stage)
  if (origin !== undefined && origin.kind !== 'folder') return origins.key(origin, platform)
  if (origin === undefined && type === 'cache') return ''
  const tree = origin?.tree ?? context
  const source = origin === undefined ? (options.get('source') ?? options.get('src') ?? '') : ''
  const real = tree.resolve(source)
  if (real === undefined) throw new NotEligible(`links from ${source} lead round in circles`)
  // The ignore file hides nothing from a mount, and programs see the owners.
  const entries = tree.walk(real.path, ignoreNothing)
  return [real.path, await tree.describe([...real.links, ...entries], { owners: true })]
}
