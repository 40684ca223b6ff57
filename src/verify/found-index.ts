import { normalizePlatform } from '../oci/platform.js'
import { type Descriptor, type Index, isIndexType } from '../oci/types.js'
import { mixedFamilies } from './index.js'
import type { Finding } from './verdict.js'

/** An index that somebody else made, taken apart. */
export interface FoundIndex {
  readonly images: readonly Descriptor[]
  /** Statements about images, which BuildKit puts beside them
   * (https://github.com/moby/buildkit/blob/v0.26.0/docs/attestations/attestation-storage.md). */
  readonly attestations: readonly Descriptor[]
  readonly findings: readonly Finding[]
}

/** Takes an index apart, and says what is wrong with it whatever it was made for. */
export function examineIndex(index: Index): FoundIndex {
  const attestations = index.manifests.filter(isAttestation)
  const nested = index.manifests.filter(({ mediaType }) => isIndexType(mediaType))
  const images = index.manifests.filter((entry) => !attestations.includes(entry) && !nested.includes(entry))
  return {
    images,
    attestations,
    findings: [
      ...twice(images),
      ...mixedFamilies(index),
      ...(attestations.length === 0
        ? []
        : [
            finding('warning', {
              found: `${attestations.length} entries for unknown/unknown, which hold attestations`,
              expected: 'entries for platforms only',
              cause: 'buildx adds them by default, and some registries and clients take them for images',
              cure: 'build with provenance and sbom off, and attest the pushed digest instead',
            }),
          ]),
      ...nested.map(({ digest }) =>
        finding('warning', {
          found: `an index within the index, ${digest}`,
          expected: 'images, which is all that most clients follow',
        }),
      ),
      ...images
        .filter(({ platform }) => !platform?.os || !platform.architecture)
        .map(({ digest }) =>
          finding('error', {
            found: `an entry without a platform, ${digest}`,
            expected: 'os and architecture, by which clients choose',
          }),
        ),
    ],
  }
}

function isAttestation({ platform, annotations }: Descriptor): boolean {
  return (
    annotations?.['vnd.docker.reference.type'] === 'attestation-manifest' ||
    (platform?.os === 'unknown' && platform.architecture === 'unknown')
  )
}

function twice(images: readonly Descriptor[]): Finding[] {
  const counts = new Map<string, number>()
  for (const { platform } of images) {
    if (!platform?.os || !platform.architecture) continue
    const key = [normalizePlatform(platform).text, platform.osVersion ?? ''].join(' ').trim()
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return [...counts]
    .filter(([, count]) => count > 1)
    .map(([platform, count]) =>
      finding('error', {
        found: `${count} entries for ${platform}`,
        expected: 'one: clients take the first, whichever that is',
        cause: 'a manifest list from an earlier run was added to',
        cure: 'make the list anew, from one image for each platform',
      }),
    )
}

function finding(severity: Finding['severity'], rest: Omit<Finding, 'severity' | 'platform'>): Finding {
  return { severity, platform: undefined, ...rest }
}
