import type { PlatformBuild } from '../builder/build-platform.js'
import type { Dockerfile } from '../dockerfile/parse.js'
import { neededStages } from '../dockerfile/stages.js'
import { baseOf, type ImageMetadata } from '../oci/image.js'
import { REVISION } from '../oci/types.js'
import type { BuildRequest } from '../request/build-request.js'

/**
 * Labels and annotations of one platform's image. What the user gives wins over what the Dockerfile says, and that
 * over what Git gives.
 */
export function imageMetadata(
  request: BuildRequest,
  dockerfile: Dockerfile,
  built: PlatformBuild,
): ImageMetadata {
  const written = new Set(neededStages(dockerfile, request.build.target).flatMap((stage) => stage.labels))
  const base = baseOf(built.manifest)
  const fromGit = [...request.gitLabels].filter(([name]) => !written.has(name))
  return {
    labels: new Map([
      ...fromGit,
      ...(base
        ? ([
            ['org.opencontainers.image.base.name', base.name],
            ['org.opencontainers.image.base.digest', base.digest],
          ] as const)
        : []),
      ...request.labels,
    ]),
    annotations: new Map(
      request.annotations
        .filter(
          ({ level, platform }) =>
            level === 'manifest' && (platform ?? built.platform.text) === built.platform.text,
        )
        .map(({ key, value }) => [key, value]),
    ),
  }
}

/** Annotations of the index; Docker's format has none. */
export function indexAnnotations(request: BuildRequest): Map<string, string> {
  if (request.build.format === 'docker') return new Map()
  const given = request.annotations.filter(({ level }) => level === 'index')
  return new Map([...request.gitLabels, ...given.map(({ key, value }): [string, string] => [key, value])])
}

/** The commit that the index will name; undefined when it names none. */
export function revisionOf(request: BuildRequest): string | undefined {
  return indexAnnotations(request).get(REVISION)
}
