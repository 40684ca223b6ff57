import { digestOf } from '../../../src/oci/digest.js'
import { parsePlatform } from '../../../src/oci/platform.js'
import { parseRepository, withTag } from '../../../src/oci/reference.js'
import { mediaType } from '../../../src/oci/types.js'
import { type ImageReport, imagesMetadata, imagesOutputs, imagesSummary } from '../../../src/report/images.js'

function report(name: string, pushed = true): ImageReport {
  const repository = parseRepository(name)
  const config = { mediaType: mediaType.ociConfig, digest: digestOf(`${name} config`), size: 1000 }
  return {
    index: { mediaType: mediaType.ociIndex, digest: digestOf(name), size: 300 },
    repositories: [repository],
    references: [withTag(repository, '1.0')],
    platforms: [
      {
        platform: parsePlatform('linux/arm64'),
        metadata: { emulated: false },
        image: {
          platform: parsePlatform('linux/arm64'),
          descriptor: { mediaType: mediaType.ociManifest, digest: digestOf(`${name} arm64`), size: 500 },
          manifest: { schemaVersion: 2, mediaType: mediaType.ociManifest, config, layers: [] },
          config: { os: 'linux', architecture: 'arm64' },
        },
      },
    ],
    pushed,
    seconds: 1,
    warnings: [{ message: `a word on ${name}` }],
    notices: ['decided for you'],
  }
}

const [one, two] = [report('q.io/o/one'), report('q.io/o/two')]

test('a list has an object by image, even of one', () => {
  const outputs = Object.fromEntries(imagesOutputs([one], true))
  expect(JSON.parse(outputs.digests!)).toEqual({
    'q.io/o/one': { 'linux/arm64': digestOf('q.io/o/one arm64') },
  })
  expect(outputs['digest-linux-arm64']).toBeUndefined()
  expect(Object.fromEntries(imagesOutputs([one, two], true))).toMatchObject({
    digest: `${digestOf('q.io/o/one')}\n${digestOf('q.io/o/two')}`,
    tags: 'q.io/o/one:1.0\nq.io/o/two:1.0',
    pushed: 'true',
    platforms: 'linux/arm64',
  })
  expect(imagesMetadata([one, two], true)).toMatchObject({
    images: { 'q.io/o/two': { builds: { 'linux/arm64': { emulated: false } } } },
  })
  expect(Object.fromEntries(imagesOutputs([], true))).toMatchObject({
    digests: '{}',
    pushed: 'false',
    image: '',
  })
})

test('one image has what a build of it has', () => {
  const outputs = Object.fromEntries(imagesOutputs([one], false))
  expect(JSON.parse(outputs.digests!)).toEqual({ 'linux/arm64': digestOf('q.io/o/one arm64') })
  expect(outputs['digest-linux-arm64']).toBe(digestOf('q.io/o/one arm64'))
  expect(imagesMetadata([one], false)).toMatchObject({ image: `q.io/o/one@${digestOf('q.io/o/one')}` })
})

test('the summary has one table, every warning, and each notice once', () => {
  const text = imagesSummary([one, two], 'merged')
  expect(text).toContain('### ✅ 2 images merged')
  expect(text.match(/\| Image \|/g)).toHaveLength(1)
  expect(text).toContain('a word on q.io/o/two')
  expect(text.match(/decided for you/g)).toHaveLength(1)
  expect(imagesSummary([report('q.io/o/x', false)], 'built')).toContain('1 image built, not pushed')
})
