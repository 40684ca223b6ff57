import { RegistryError } from '../errors.js'
import type { Digest } from '../oci/digest.js'
import { parseIndex } from '../oci/parse.js'
import type { TaggedReference } from '../oci/reference.js'
import { isIndexType, REVISION } from '../oci/types.js'
import type { RegistryClient } from '../registry/client.js'
import { RequestError } from '../registry/request-error.js'

/**
 * Refuses a build whose immutable tags already stand on what this build can't give: no index, or the index of another commit.
 * @param revision the commit that the index will name; undefined when it names none
 * @throws {RegistryError}
 */
export async function refuseWhatWillDiffer(
  client: RegistryClient,
  immutable: readonly TaggedReference[],
  revision: string | undefined,
): Promise<void> {
  for (const reference of immutable) {
    const found = await client.getManifest(reference.repository, reference.tag).catch(unlessRefused)
    if (found === undefined) continue
    if (!isIndexType(found.mediaType)) {
      throw refusal(reference, `it is ${found.digest}, a single image, and this build gives an image index`)
    }
    const other = parseIndex(found.bytes).annotations?.[REVISION]
    if (revision === undefined || other === revision) continue
    const from = other === undefined ? 'which names no commit' : `built from commit ${other}`
    throw refusal(reference, `it is ${found.digest}, ${from}, and this is ${revision}`)
  }
}

// Some registries answer so for a repository that the first push will make. What stands there is looked at again before tags are set.
function unlessRefused(error: unknown): undefined {
  if (error instanceof RequestError && [401, 403].includes(error.status ?? 0)) return undefined
  throw error
}

/**
 * Refuses to move immutable tags, before any tag is set.
 * @param standing what tags refer to now
 * @throws {RegistryError}
 */
export function refuseMoving(
  immutable: readonly TaggedReference[],
  standing: ReadonlyMap<string, Digest | undefined>,
  digest: Digest,
): void {
  for (const reference of immutable) {
    const now = standing.get(reference.text)
    if (now === undefined || now === digest) continue
    throw refusal(reference, `it is ${now}, and this build is ${digest}`)
  }
}

function refusal({ text }: TaggedReference, why: string): RegistryError {
  return new RegistryError(`${text} must not be overwritten (immutable-tags): ${why}; no tag was set`, {
    cure: 'give this build a version of its own, or take the pattern out of immutable-tags',
  })
}
