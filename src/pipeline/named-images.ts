import type { Platform } from '../oci/platform.js'
import { namedImages } from '../verify/bases.js'
import { argumentValues } from './arguments.js'
import type { Site } from './site.js'

/** What a platform's build takes from elsewhere, wherever it is built. */
export function imagesOf(
  platform: Platform,
  { request, dockerfile, env, remotes, buildPlatform }: Site,
): ReturnType<typeof namedImages> {
  const { target, buildArgs } = request.build
  return namedImages({
    dockerfile,
    target,
    args: argumentValues(buildArgs, env),
    platform,
    buildPlatform: remotes.get(platform.text)?.platform ?? buildPlatform,
  })
}
