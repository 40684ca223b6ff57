import { RegistryError } from '../errors.js'
import type { Digest } from '../oci/digest.js'
import { parseIndex } from '../oci/parse.js'
import type { TaggedReference } from '../oci/reference.js'
import { isIndexType } from '../oci/types.js'
import type { RegistryClient } from '../registry/client.js'
import { RequestError } from '../registry/request-error.js'

const REVISION = 'org.opencontainers.image.revision'

/**
 * Refuses a build whose immutable tags stand on another commit already: its index will say another one, and so get another digest.
 * @param revision the commit that the index will name; undefined when it names none, so that nothing is known yet
 * @throws {RegistryError}
 */
export async function refuseOtherRevision(
  client: RegistryClient,
  immutable: readonly TaggedReference[],
  revision: string | undefined,
): Promise<void> {
  if (revision === undefined) return
  for (const reference of immutable) {
    const found = await client.getManifest(reference.repository, reference.tag).catch(unlessRefused)
    if (found === undefined || !isIndexType(found.mediaType)) continue
    const other = parseIndex(found.bytes).annotations?.[REVISION]
    if (other === undefined || other === revision) continue
    throw refusal(reference, `it is ${found.digest}, built from commit ${other}, and this is ${revision}`)
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
