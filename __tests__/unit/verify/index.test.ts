import { digestOf } from '../../../src/oci/digest.js'
import { parsePlatform } from '../../../src/oci/platform.js'
import { type Descriptor, mediaType } from '../../../src/oci/types.js'
import { verifyImage } from '../../../src/verify/image.js'
import { verifyIndex } from '../../../src/verify/index.js'
import { describeFinding } from '../../../src/verify/verdict.js'

const expected = ['linux/amd64', 'linux/arm64'].map(parsePlatform)
const entry = (architecture: string, type: string = mediaType.ociManifest, variant?: string): Descriptor => ({
  mediaType: type,
  digest: digestOf(architecture),
  size: 1,
  platform: {
    os: architecture === 'unknown' ? 'unknown' : 'linux',
    architecture,
    ...(variant && { variant }),
  },
})
const verdict = (...manifests: Descriptor[]) =>
  verifyIndex({ schemaVersion: 2, mediaType: mediaType.ociIndex, manifests }, expected).map(describeFinding)

test('what was asked for is right, in any order and with containerd’s equal variants', () => {
  expect(verdict(entry('arm64', mediaType.ociManifest, 'v8'), entry('amd64'))).toEqual([])
})

test.each([
  ['a platform is missing', [entry('amd64')], 'linux/arm64: found no entry in the index, expected one entry'],
  [
    'one is there twice',
    [entry('amd64'), entry('amd64'), entry('arm64')],
    'linux/amd64: found 2 entries in the index',
  ],
  [
    'one nobody asked for',
    [entry('amd64'), entry('arm64'), entry('s390x')],
    'found an entry for linux/s390x',
  ],
  [
    'an attestation',
    [entry('amd64'), entry('arm64'), entry('unknown')],
    'found an entry for unknown/unknown',
  ],
  [
    'mixed media types',
    [entry('amd64', mediaType.dockerManifest), entry('arm64')],
    'found media types of OCI and of Docker in one index',
  ],
])('%s', (_name, manifests, message) => {
  expect(verdict(...manifests).join('\n')).toContain(message)
})

describe('an image', () => {
  const image = (config: object) => ({ config }) as never
  test.each([
    [{ os: 'linux', architecture: 'arm64', variant: 'v8' }, 'linux/arm64', 0],
    [{ os: 'linux', architecture: 'amd64' }, 'linux/arm64', 1],
    [{ os: 'linux', architecture: 'arm', variant: 'v7' }, 'linux/arm/v6', 1],
    [{ os: 'linux' }, 'linux/arm64', 1],
    [{}, 'linux/arm64', 1],
  ])('%j as %s: %i findings', (config, platform, count) => {
    expect(verifyImage(image(config), parsePlatform(platform))).toHaveLength(count)
  })
})
