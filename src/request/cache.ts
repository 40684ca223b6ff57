import { resolve } from 'node:path'
import { InputError } from '../errors.js'
import { parseRepository, type Repository } from '../oci/reference.js'
import type { CacheSettings } from './build-request.js'
import { automaticCacheWrite, type EventFacts } from './cache-write.js'
import type { Inputs } from './inputs.js'
import { boolean, choice, duration, size } from './values.js'

/**
 * The inputs that say where things are kept between runs.
 * @throws {InputError} when they don't fit together
 */
export function parseCache(inputs: Inputs, event: EventFacts): CacheSettings {
  const kind = choice(inputs, 'cache', ['auto', 'actions', 'directory', 'registry', 'off'])
  const folder = inputs['cache-dir'].trim()
  const reference = inputs['cache-ref'].trim()
  if (folder !== '' && kind !== 'auto' && kind !== 'directory') {
    throw new InputError('cache-dir', `is of no use with cache: ${kind}`, { cure: 'set cache: directory' })
  }
  if (reference !== '' && kind !== 'registry') {
    throw new InputError('cache-ref', `is of no use with cache: ${kind}`, { cure: 'set cache: registry' })
  }
  if (reference === '' && kind === 'registry') {
    throw new InputError('cache-ref', 'is missing', {
      cure: 'name the repository of the cache, such as quay.io/organisation/cache',
    })
  }
  const write = choice(inputs, 'cache-write', ['auto', 'true', 'false'])
  return {
    kind: boolean(inputs, 'no-cache') ? 'off' : kind,
    folder: folder === '' ? undefined : resolve(folder),
    repository: reference === '' ? undefined : repositoryOf(reference),
    writable: write === 'auto' ? automaticCacheWrite(event).write : write === 'true',
    scope: inputs['cache-scope'].trim() || undefined,
    mounts: boolean(inputs, 'cache-mounts'),
    ttl: duration(inputs, 'cache-ttl'),
    maxSize: size(inputs, 'cache-max-size'),
    skipUnchanged: boolean(inputs, 'skip-unchanged'),
  }
}

function repositoryOf(reference: string): Repository {
  try {
    return parseRepository(reference)
  } catch (cause) {
    throw new InputError('cache-ref', (cause as Error).message.replace('; tags go into the input tags', ''), {
      cause,
    })
  }
}
