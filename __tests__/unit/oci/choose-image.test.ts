import { chooseImage } from '../../../src/oci/choose-image.js'
import { digestOf } from '../../../src/oci/digest.js'
import { parsePlatform } from '../../../src/oci/platform.js'
import { type Descriptor, type Index, mediaType } from '../../../src/oci/types.js'

/** An entry called by its platform; `+zstd` marks compression, `none` leaves the platform out. */
function entry(text: string): Descriptor {
  const [name = '', mark] = text.split('+')
  const [os = '', architecture = '', variant] = name.split('/')
  return {
    mediaType: mediaType.ociManifest,
    digest: digestOf(text),
    size: 1,
    ...(name !== 'none' && { platform: { os, architecture, ...(variant && { variant }) } }),
    ...(mark && { annotations: { 'io.github.containers.compression.zstd': 'true' } }),
  }
}

function chosen(entries: string, platform: string, type: string = mediaType.ociIndex): string | undefined {
  const texts = entries.split(' ')
  const index: Index = { schemaVersion: 2, mediaType: type, manifests: texts.map(entry) }
  const digest = chooseImage(index, type, parsePlatform(platform))?.digest
  return texts.find((text) => digestOf(text) === digest)
}

const both = 'linux/amd64 linux/arm64'

test.each([
  [both, 'linux/arm64', 'linux/arm64'],
  [both, 'linux/s390x', undefined],
  ['windows/amd64 unknown/unknown linux/amd64', 'linux/amd64', 'linux/amd64'],
  ['linux/amd64 linux/arm64/v8', 'linux/arm64', 'linux/arm64/v8'],
  ['linux/arm64/v8 linux/arm64', 'linux/arm64', 'linux/arm64'],
  ['linux/arm64/v9', 'linux/arm64', undefined],
  ['linux/arm/v5 linux/arm/v6 linux/arm/v7', 'linux/arm/v7', 'linux/arm/v7'],
  ['linux/arm/v5 linux/arm/v6', 'linux/arm/v7', 'linux/arm/v6'],
  ['linux/arm linux/arm/v5', 'linux/arm/v7', 'linux/arm/v5'],
  ['linux/arm linux/arm/v7', 'linux/arm/v6', 'linux/arm'],
  ['linux/amd64/v2', 'linux/amd64', undefined],
  ['linux/amd64 linux/amd64/v3', 'linux/amd64/v3', 'linux/amd64/v3'],
  ['linux/amd64 linux/amd64/v2', 'linux/amd64/v3', 'linux/amd64'],
  ['linux/amd64 linux/amd64+zstd', 'linux/amd64', 'linux/amd64+zstd'],
  ['linux/arm64/v8+zstd linux/arm64', 'linux/arm64', 'linux/arm64'],
  ['none linux/amd64', 'linux/amd64', 'linux/amd64'],
  ['none linux/amd64', 'linux/arm64', 'none'],
])('of %s for %s: %s', (entries, platform, expected) => expect(chosen(entries, platform)).toBe(expected))

test('a Docker list has a platform for every entry, and no mark of compression', () => {
  expect(chosen('none linux/amd64', 'linux/arm64', mediaType.dockerIndex)).toBeUndefined()
  expect(chosen('linux/amd64 linux/amd64+zstd', 'linux/amd64', mediaType.dockerIndex)).toBe('linux/amd64')
})
