import { normalizePlatform, type Platform } from '../oci/platform.js'
import { type Index, mediaType } from '../oci/types.js'
import type { Finding } from './verdict.js'

const DOCKER_TYPES: readonly string[] = [mediaType.dockerIndex, mediaType.dockerManifest]

/**
 * An index must have one entry for each platform asked for, no other, none twice, none unknown, and media types of
 * one family: registries such as Quay refuse a mixture.
 */
export function verifyIndex(index: Index, expected: readonly Platform[]): Finding[] {
  const findings: Finding[] = []
  const seen = new Map<string, number>()
  for (const entry of index.manifests) {
    const platform = entry.platform ? normalizePlatform(entry.platform).text : 'no platform'
    seen.set(platform, (seen.get(platform) ?? 0) + 1)
  }
  for (const { text } of expected) {
    const count = seen.get(text) ?? 0
    if (count !== 1) {
      findings.push({
        severity: 'error',
        platform: text,
        found: count === 0 ? 'no entry in the index' : `${count} entries in the index`,
        expected: 'one entry',
        cause: 'a manifest list from an earlier run was added to, or a platform was left out',
      })
    }
  }
  const wanted = new Set(expected.map((platform) => platform.text))
  for (const platform of seen.keys()) {
    if (!wanted.has(platform)) {
      findings.push({
        severity: 'error',
        platform: undefined,
        found: `an entry for ${platform} in the index`,
        expected: `entries for ${[...wanted].join(', ')} only`,
        cause: 'an attestation or another build was added to the index',
      })
    }
  }
  return [...findings, ...mixedFamilies(index)]
}

/** Quay and others refuse an index that holds manifests of both kinds. */
export function mixedFamilies(index: Index): Finding[] {
  const types = [index.mediaType, ...index.manifests.map((entry) => entry.mediaType)]
  if (new Set(types.map(isDocker)).size < 2) return []
  return [
    {
      severity: 'error',
      platform: undefined,
      found: 'media types of OCI and of Docker in one index',
      expected: 'one family',
      cause: 'images of different formats were put together',
    },
  ]
}

function isDocker(type: string): boolean {
  return DOCKER_TYPES.includes(type)
}
