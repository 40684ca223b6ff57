import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { withCacheMountIds } from '../dockerfile/cache-mount-ids.js'
import { withExplicitPlatforms, withTargetValues } from '../dockerfile/explicit-platforms.js'
import { IGNORE_FILES } from '../dockerfile/ignore-files.js'
import { preprocessedMounts } from '../dockerfile/preprocessed-mounts.js'
import { BuildError } from '../errors.js'
import { type Platform, platformSlug } from '../oci/platform.js'
import type { BuildRequest } from '../request/build-request.js'
import type { Builder } from './builder.js'

/**
 * The Dockerfile that podman gets: the user's, or a copy for what is left to do, with what podman needs written out.
 * @param folder where a copy goes
 * @param left its text, when stages go on from images that are in the store
 * @throws {BuildError} for a cache mount that another machine's builds might share
 */
export async function dockerfileFor(
  request: BuildRequest,
  platform: Platform,
  { explicitPlatforms, isHere }: Pick<Builder, 'explicitPlatforms' | 'isHere'>,
  folder: string,
  left: string | undefined,
): Promise<string> {
  const original = request.dockerfile
  // Before the C preprocessor has run, its stages can't be told.
  const isPreprocessed = left === undefined && original.endsWith('.in')
  if (isPreprocessed && isHere) return original
  const given = left ?? (await readFile(original, 'utf8'))
  const explicit = explicitPlatforms && !isPreprocessed ? explicitText(given, platform) : given
  // Here each platform has a folder for them.
  const text = isHere ? explicit : withOwnMounts(explicit, request, platform)
  if (left === undefined && text === given) return original
  const dockerfile = join(folder, basename(original))
  await writeFile(dockerfile, text)
  await copyIgnoreFiles(original, dockerfile)
  return dockerfile
}

function withOwnMounts(text: string, request: BuildRequest, platform: Platform): string {
  const { dockerfile, context, build } = request
  const written = withCacheMountIds(text, suffixOfMounts(request, platform))
  const included = (name: string) => readOrNothing(join(context, name))
  const hidden = dockerfile.endsWith('.in') ? preprocessedMounts(text, build.extraArgs, included) : []
  const [doubt] = [...written.doubts, ...hidden]
  if (doubt === undefined) return written.text
  throw new BuildError(
    `${platform.text}: builds of other platforms on that machine might get this cache mount: ${doubt.problem}`,
    {
      location: { file: dockerfile, line: doubt.line },
      cure: 'write the mount with the RUN, and each of its options in full, such as --mount=type=cache,target=/folder; or build on this machine',
    },
  )
}

function readOrNothing(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** What tells a platform's cache mounts elsewhere, where those of earlier builds are; of this run alone when none is to be used. */
function suffixOfMounts({ cache }: BuildRequest, platform: Platform): string {
  const isKept = cache.kind !== 'off' && cache.mounts
  return isKept ? platformSlug(platform) : `${platformSlug(platform)}-${randomBytes(6).toString('hex')}`
}

function explicitText(text: string, platform: Platform): string {
  const written = withTargetValues(text, platform)
  return withExplicitPlatforms(written, platform.text) ?? written
}

// podman looks for these beside the Dockerfile that it is given. Told by `--ignorefile`, podman 4.3 would read them in another
// way: a pattern that begins with a slash hides nothing then.
async function copyIgnoreFiles(original: string, copy: string): Promise<void> {
  for (const suffix of IGNORE_FILES) {
    if (existsSync(`${original}${suffix}`)) await copyFile(`${original}${suffix}`, `${copy}${suffix}`)
  }
}
