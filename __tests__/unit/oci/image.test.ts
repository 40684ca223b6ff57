import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { digestOf } from '../../../src/oci/digest.js'
import { distinctSize, rewriteConfig, writeImage, writeIndex } from '../../../src/oci/image.js'
import { Layout } from '../../../src/oci/layout.js'
import { parsePlatform } from '../../../src/oci/platform.js'
import { type ImageConfig, type Manifest, mediaType } from '../../../src/oci/types.js'

let folder: string
let layout: Layout
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'image-'))
  layout = await Layout.create(join(folder, 'layout'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const layer = {
  mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip',
  digest: digestOf('layer'),
  size: 5,
}
const amd64 = parsePlatform('linux/amd64')
const arm64 = parsePlatform('linux/arm64')
const none = { labels: new Map<string, string>(), annotations: new Map<string, string>() }

function built(
  architecture: string,
  type: string = mediaType.ociManifest,
): { manifest: Manifest; config: ImageConfig } {
  const config = { architecture, os: 'linux', config: { Labels: { kept: 'yes' } } }
  const descriptor = { mediaType: mediaType.ociConfig, digest: digestOf(architecture), size: 1 }
  return { config, manifest: { schemaVersion: 2, mediaType: type, config: descriptor, layers: [layer] } }
}

test('labels are added, given ones win, and the order of giving doesn’t matter', async () => {
  const a = await writeImage(layout, built('arm64'), arm64, {
    ...none,
    labels: new Map([
      ['b', '2'],
      ['kept', 'no'],
    ]),
  })
  const b = await writeImage(layout, built('arm64'), arm64, {
    ...none,
    labels: new Map([
      ['kept', 'no'],
      ['b', '2'],
    ]),
  })
  expect(a.config.config?.Labels).toEqual({ b: '2', kept: 'no' })
  expect(a.descriptor).toEqual(b.descriptor)
  const stored = JSON.parse(readFileSync(layout.blobPath(a.manifest.config.digest), 'utf8'))
  expect(stored.config.Labels).toEqual({ b: '2', kept: 'no' })
  expect(digestOf(readFileSync(layout.blobPath(a.descriptor.digest)))).toBe(a.descriptor.digest)
})

test('the index has the order of the request and platforms in normal form', async () => {
  const arm = await writeImage(
    layout,
    { ...built('arm64'), config: { architecture: 'arm64', variant: 'v8', os: 'linux' } },
    arm64,
    none,
  )
  const amd = await writeImage(layout, built('amd64'), amd64, none)
  const { index, descriptor } = await writeIndex(
    layout,
    [amd, arm],
    new Map([
      ['z', '1'],
      ['a', '2'],
    ]),
  )
  expect(index.manifests.map((entry) => entry.platform)).toEqual([
    { architecture: 'amd64', os: 'linux' },
    { architecture: 'arm64', os: 'linux' },
  ])
  expect(JSON.stringify(index.annotations)).toBe('{"a":"2","z":"1"}')
  expect(descriptor).toMatchObject({ mediaType: mediaType.ociIndex, digest: digestOf(JSON.stringify(index)) })
})

test('images in Docker’s format get Docker’s list', async () => {
  const image = await writeImage(layout, built('amd64', mediaType.dockerManifest), amd64, none)
  const { index } = await writeIndex(layout, [image], new Map())
  expect(index.mediaType).toBe(mediaType.dockerIndex)
})

test('what describes the machine that built is left out of the config', () => {
  const config = {
    architecture: 'amd64',
    os: 'linux',
    container: 'c',
    container_config: { Hostname: 'h' },
    parent: 'p',
    config: { Hostname: 'h', Image: 'i', Env: ['A=1'] },
    history: [
      { created_by: `/bin/sh -c #(nop) COPY dir:${'0'.repeat(64)} in /x `, comment: 'FROM 0123456789ab' },
      { comment: 'FROM docker.io/library/x:1' },
    ],
  }
  expect(rewriteConfig(config, new Map())).toEqual({
    architecture: 'amd64',
    os: 'linux',
    config: { Hostname: '', Image: '', Env: ['A=1'] },
    history: [{ created_by: '/bin/sh -c #(nop) COPY dir in /x ' }, { comment: 'FROM docker.io/library/x:1' }],
  })
})

test('the base image of FROM scratch is not noted', async () => {
  const image = built('amd64')
  const annotations = {
    'org.opencontainers.image.base.name': '',
    'org.opencontainers.image.base.digest': digestOf('x'),
    other: '1',
  }
  const written = await writeImage(
    layout,
    { ...image, manifest: { ...image.manifest, annotations } },
    amd64,
    none,
  )
  expect(written.manifest.annotations).toEqual({ other: '1' })
})

test('a blob that isn’t what its descriptor says is not taken in', async () => {
  const path = join(folder, 'blob')
  writeFileSync(path, 'other')
  await expect(layout.moveIn(path, { ...layer })).rejects.toThrow('and not sha256:')
  writeFileSync(path, 'layer')
  await layout.moveIn(path, layer)
  expect(readFileSync(layout.blobPath(layer.digest), 'utf8')).toBe('layer')
})

test('a shared layer counts once', async () => {
  const amd = await writeImage(layout, built('amd64'), amd64, none)
  const arm = await writeImage(layout, built('arm64'), arm64, none)
  const single = distinctSize([amd])
  expect(distinctSize([amd, arm])).toBe(single + distinctSize([arm]) - layer.size)
})

test('a variant that podman left out is written, one of another kind is not', async () => {
  const v6 = parsePlatform('linux/arm/v6')
  expect((await writeImage(layout, built('arm'), v6, none)).platform.text).toBe('linux/arm/v6')
  const base = { ...built('arm'), config: { architecture: 'arm', os: 'linux', variant: 'v7' } }
  expect((await writeImage(layout, base, v6, none)).platform.text).toBe('linux/arm/v7')
  expect((await writeImage(layout, built('amd64'), v6, none)).platform.text).toBe('linux/amd64')
})

test('a blob that is written twice is whole at any time', async () => {
  const bytes = Buffer.alloc(1 << 20, 'x')
  const { digest } = await layout.putBytes('t', bytes)
  const writing = Array.from({ length: 20 }, () => layout.putBytes('t', bytes))
  for (let read = 0; read < 20; read++) expect((await layout.readBytes(digest)).length).toBe(bytes.length)
  await Promise.all(writing)
  expect(readdirSync(join(layout.folder, 'blobs', 'sha256'))).toHaveLength(1)
})
