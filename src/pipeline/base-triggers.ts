import { imageReferences } from '../dockerfile/image-references.js'
import { expandedName } from '../dockerfile/settings.js'
import { isBuildPlatform } from '../dockerfile/stages.js'
import { BuildError, Failure, Interrupted } from '../errors.js'
import { MalformedError } from '../oci/parse.js'
import type { Platform } from '../oci/platform.js'
import type { RemotePodman } from '../podman/remote.js'
import { openBaseImage } from '../registry/base-image.js'
import { argumentValues } from './arguments.js'
import type { Site } from './site.js'

/**
 * Looks for cache mounts in what base images add to builds on other machines. They are in no Dockerfile, so that they can't be given an id
 * of a platform's own (docs/traps.md, 26).
 * @throws {BuildError} where there is one
 */
export async function refuseTriggeredMounts(site: Site): Promise<void> {
  const there = site.request.platforms.flatMap((platform) => {
    const remote = site.remotes.get(platform.text)
    return remote === undefined ? [] : [{ platform, remote }]
  })
  await Promise.all(there.map(({ platform, remote }) => refuseOf(platform, remote, site)))
}

async function refuseOf(platform: Platform, remote: RemotePodman, site: Site): Promise<void> {
  const { dockerfile, request } = site
  const args = argumentValues(request.build.buildArgs, site.env)
  const bases = imageReferences(dockerfile, request.build.target).filter(({ by }) => by === 'FROM')
  for (const { image, platform: written, line } of bases) {
    const name = expandedName(image, dockerfile, { args, platform })
    if (name === undefined) continue
    const of = written !== undefined && isBuildPlatform(written) ? remote.platform : platform
    const added = await triggersOf(name, of, site)
    const mounts = added.find((text) => /--mount/i.test(text) && /cache/i.test(text))
    if (mounts === undefined) continue
    throw new BuildError(
      `${platform.text}: the base image ${name} adds a step with a cache mount (ONBUILD), which builds of other platforms on that machine might get: ${mounts}`,
      {
        location: { file: dockerfile.path, line },
        quotes: [mounts],
        cure: 'use a base image without it, or build on this machine',
      },
    )
  }
}

/** What a base image adds, by its registry. Of one that a machine has and no registry, podman doesn't tell. */
async function triggersOf(
  name: string,
  platform: Platform,
  { resolver, publication }: Site,
): Promise<readonly string[]> {
  try {
    const found = await resolver.resolve(name, platform)
    const image =
      found.kind === 'image' && (await openBaseImage(publication.client, found.repository, found.digest))
    return image ? image.onBuild : []
  } catch (error) {
    // What can't be asked now is for podman to fail at.
    const isRefusal = error instanceof Failure || error instanceof MalformedError
    if (!isRefusal || error instanceof Interrupted) throw error
    return []
  }
}
