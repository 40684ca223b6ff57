import { readFile } from 'node:fs/promises'
import { relative } from 'node:path'
import { isNative } from '../emulation/registration.js'
import { LintError, type Location } from '../errors.js'
import { type BaseOfPlatform, basesOfPlatforms } from '../lint/base-image-without-platform.js'
import { contextCopies } from '../lint/context.js'
import type { Facts, Finding } from '../lint/finding.js'
import { describe, findings } from '../lint/findings.js'
import type { ImageResolver } from '../registry/resolve-image.js'
import { argumentValues } from './arguments.js'
import type { Run } from './build.js'
import { moving } from './moving.js'
import type { Site } from './site.js'

/**
 * Looks at the Dockerfile before anything is made, and does with what it finds what `lint` says.
 * @returns what was found
 * @throws {LintError} naming all findings where none is wanted
 */
export async function lint(site: Site, { host, env }: Pick<Run, 'host' | 'env'>): Promise<Finding[]> {
  const { request } = site
  if (request.lint === 'off') return []
  const found = findings(await factsOf(site, env))
  if (request.lint === 'error' && found.length > 0) throw refusal(found)
  for (const finding of found) host.warning(describe(finding), finding.location)
  return found
}

async function factsOf(site: Site, env: NodeJS.ProcessEnv): Promise<Facts> {
  const { request, dockerfile, buildPlatform, podman, resolver } = site
  const { build, platforms, context, cache } = request
  const args = argumentValues(build.buildArgs, env)
  const bases = basesOfPlatforms({ dockerfile, target: build.target, platforms, args })
  return {
    dockerfile,
    text: await readFile(dockerfile.path, 'utf8'),
    target: build.target,
    platforms,
    emulated: platforms.filter(({ architecture }) => !isNative(architecture)),
    buildPlatform,
    podman: podman.version,
    format: build.format,
    args,
    moving: cache.kind === 'off' ? new Set() : moving({ request, env: {} }, env).args,
    basesNotThere: await notThere(bases, resolver),
    ...(await contextCopies(dockerfile, { context, ...build })),
  }
}

/** Those that their registry has not, or has for another platform alone; what it can't be asked is left for podman. */
async function notThere(
  bases: readonly BaseOfPlatform[],
  resolver: ImageResolver,
): Promise<BaseOfPlatform[]> {
  const isThere = await Promise.all(
    bases.map(async ({ image, platform }) => {
      const found = await resolver.resolve(image, platform)
      if (found.kind === 'unresolvable') return !found.lacksPlatform
      const { os, architecture } = found.platform
      return os === platform.os && architecture === platform.architecture
    }),
  )
  return bases.filter((_, at) => !isThere[at])
}

function refusal(found: readonly Finding[]): LintError {
  const [first, ...others] = found
  const details = { cure: 'change what is named, or set lint: warn', location: first!.location }
  if (others.length === 0) return new LintError(describe(first!), details)
  return new LintError(
    [
      `the Dockerfile has ${found.length} findings, and lint is error`,
      ...found.map((finding) => `${placeOf(finding.location)}: ${describe(finding)}`),
    ].join('\n'),
    details,
  )
}

function placeOf({ file, line }: Location): string {
  return `${relative(process.cwd(), file)}:${line}`
}
