import { imageReferences } from '../dockerfile/image-references.js'
import { expandedName } from '../dockerfile/settings.js'
import { isTargetPlatform } from '../dockerfile/stages.js'
import type { Platform } from '../oci/platform.js'
import type { Facts, Found } from './finding.js'

/** A base image by name, and one of the platforms that it is to be taken for. */
export interface BaseOfPlatform {
  readonly image: string
  readonly platform: Platform
  /** Where the Dockerfile names it. */
  readonly line: number
}

/** The base images of stages that are for the target's platform, for each of them. */
export function basesOfPlatforms({
  dockerfile,
  target,
  platforms,
  args,
}: Pick<Facts, 'dockerfile' | 'target' | 'platforms' | 'args'>): BaseOfPlatform[] {
  return imageReferences(dockerfile, target)
    .filter(({ by, platform }) => by === 'FROM' && isTargetPlatform(platform))
    .flatMap(({ image: written, line }) =>
      platforms.flatMap((platform): BaseOfPlatform[] => {
        const image = expandedName(written, dockerfile, { args, platform })
        return image === undefined ? [] : [{ image, platform, line }]
      }),
    )
}

/** Base images whose registry has none for a platform: podman fails there, or takes another platform's. */
export function baseImageWithoutPlatform({ dockerfile, basesNotThere }: Facts): Found[] {
  const named = new Map(basesNotThere.map((base) => [`${base.line} ${base.image}`, base]))
  return [...named.values()].map(({ image, line }) => {
    const missing = basesNotThere.filter((base) => base.image === image && base.line === line)
    return {
      message: `the base image ${image} is not published for ${missing.map(({ platform }) => platform.text).join(', ')}`,
      cure: 'use an image, or a newer tag of it, that has every platform, or leave the platform out of platforms',
      location: { file: dockerfile.path, line, endLine: line },
    }
  })
}
