import { distinctSize, imageBlobs } from '../oci/image.js'
import { digestOutput } from '../request/contract.js'
import { digests, imageReference, type PlatformReport, type Report } from './report.js'

/** The `metadata` object (docs/outputs.md). Sizes are bytes as a registry stores them, times are seconds. */
export function metadata(report: Report): Record<string, unknown> {
  return {
    'containerimage.digest': report.index.digest,
    'containerimage.descriptor': report.index,
    'image.name': report.references.map((reference) => reference.text).join(','),
    digest: report.index.digest,
    digests: digests(report),
    image: imageReference(report),
    tags: report.references.map((reference) => reference.text),
    pushed: report.pushed,
    platforms: report.platforms.map(({ platform }) => platform.text),
    'oci-layout': report.ociLayout ?? '',
    size: distinctSize(report.platforms.map(({ image }) => image)),
    seconds: rounded(report.seconds),
    podman: report.podman,
    ...(report.cache && { cache: report.cache }),
    builds: Object.fromEntries(report.platforms.map((each) => [each.platform.text, platformMetadata(each)])),
  }
}

/** What `metadata` says of one platform. */
export function platformMetadata(platform: PlatformReport): Record<string, unknown> {
  const { image } = platform
  return {
    digest: image.descriptor.digest,
    size: imageBlobs(image).reduce((sum, blob) => sum + blob.size, 0),
    layers: image.manifest.layers.map(({ digest, size, mediaType }) => ({ digest, size, mediaType })),
    emulated: platform.execution === 'emulated',
    execution: platform.execution,
    cacheHits: platform.cacheHits,
    ...(platform.cache && { cache: platform.cache }),
    ...(platform.repaired !== undefined && { repaired: platform.repaired }),
    seconds: {
      build: rounded(platform.buildSeconds),
      export: rounded(platform.exportSeconds),
      verify: rounded(platform.verifySeconds),
      ...(platform.smokeTestSeconds !== undefined && { smokeTest: rounded(platform.smokeTestSeconds) }),
      push: rounded(platform.pushSeconds),
    },
  }
}

/** All outputs of the step, by name. */
export function outputs(report: Report): Map<string, string> {
  const perPlatform = Object.entries(digests(report))
  return new Map([
    ['digest', report.index.digest],
    ['digests', JSON.stringify(digests(report))],
    ...perPlatform.map(([platform, digest]): [string, string] => [digestOutput(platform), digest]),
    ['image', imageReference(report)],
    ['tags', report.references.map((reference) => reference.text).join('\n')],
    ['pushed', String(report.pushed)],
    ['platforms', report.platforms.map(({ platform }) => platform.text).join(',')],
    ['oci-layout', report.ociLayout ?? ''],
    ['docker-config', report.dockerConfig ?? ''],
    ['metadata', JSON.stringify(metadata(report))],
  ])
}

function rounded(seconds: number): number {
  return Math.round(seconds * 100) / 100
}
