import type { Image } from '../oci/image.js'
import { normalizePlatform, type Platform } from '../oci/platform.js'
import type { Finding } from './verdict.js'

/** Compares what an image's config says of itself with the platform that was asked for. */
export function verifyImage(image: Image, expected: Platform): Finding[] {
  const { os, architecture } = image.config
  if (!os || !architecture) {
    return [
      finding(expected, 'a config without os or architecture', 'the builder wrote an incomplete config'),
    ]
  }
  const found = normalizePlatform(image.config)
  if (found.text === expected.text) return []
  if (found.architecture === 'arm' && expected.architecture === 'arm') {
    const cause =
      'podman before 5.8 takes every variant of arm for v7 (docs/traps.md, 34), or the base image has v7 only'
    const cure = `use podman 5.8 or newer, or ask for ${found.text}`
    return [{ ...finding(expected, `an image for ${found.text}`, cause), cure }]
  }
  const cause =
    'the base image or a cached layer of another platform was used; see FROM --platform in the Dockerfile'
  return [finding(expected, `an image for ${found.text}`, cause)]
}

function finding(expected: Platform, found: string, cause: string): Finding {
  return {
    severity: 'error',
    platform: expected.text,
    found,
    expected: `an image for ${expected.text}`,
    cause,
  }
}
