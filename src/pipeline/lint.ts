import { readFile } from 'node:fs/promises'
import { relative } from 'node:path'
import type { Dockerfile } from '../dockerfile/parse.js'
import { isNative } from '../emulation/registration.js'
import { LintError, type Location } from '../errors.js'
import { contextCopies } from '../lint/context.js'
import type { Facts, Finding } from '../lint/finding.js'
import { describe, findings } from '../lint/findings.js'
import type { PodmanInfo } from '../podman/info.js'
import type { BuildRequest } from '../request/build-request.js'
import { argumentValues } from './arguments.js'
import type { Run } from './build.js'
import { moving } from './moving.js'

/**
 * Looks at the Dockerfile before anything is made, and does with what it finds what `lint` says.
 * @returns what was found
 * @throws {LintError} naming all findings where none is wanted
 */
export async function lint(
  request: BuildRequest,
  dockerfile: Dockerfile,
  podman: PodmanInfo,
  { host, env }: Pick<Run, 'host' | 'env'>,
): Promise<Finding[]> {
  if (request.lint === 'off') return []
  const found = findings(await factsOf(request, dockerfile, podman, env))
  if (request.lint === 'error' && found.length > 0) throw refusal(found)
  for (const finding of found) host.warning(describe(finding), finding.location)
  return found
}

async function factsOf(
  request: BuildRequest,
  dockerfile: Dockerfile,
  podman: PodmanInfo,
  env: NodeJS.ProcessEnv,
): Promise<Facts> {
  const { build, platforms, context, cache } = request
  return {
    dockerfile,
    text: await readFile(dockerfile.path, 'utf8'),
    target: build.target,
    platforms,
    emulated: platforms.filter(({ architecture }) => !isNative(architecture)),
    buildPlatform: podman.platform,
    podman: podman.version,
    format: build.format,
    args: argumentValues(build.buildArgs, env),
    moving: cache.kind === 'off' ? new Set() : moving({ request, env: {} }, env).args,
    ...(await contextCopies(dockerfile, { context, ...build })),
  }
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
