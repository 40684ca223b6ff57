import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { jest } from '@jest/globals'
import { proofBinary } from '../../src/emulation/proof.js'
import { digestOf } from '../../src/oci/digest.js'
import { must, runCli } from '../support/runner.js'
import {
  authRegistry,
  contextWith,
  freshName,
  index,
  login,
  mustBuild,
  registry,
  temporaryFolder,
} from '../support/world.js'

// `inspect` on what other tools and this one publish (docs/command-line.md).

jest.setTimeout(600_000)

const machines = [
  'amd64',
  'arm64',
  '386',
  'ppc64le',
  's390x',
  'riscv64',
  'mips64le',
  'mipsle',
  'loong64',
] as const

/** A context whose image is one program: each machine's own, or always the one that is named. */
function context(only?: string): string {
  const source = only === undefined ? 'app-$TARGETARCH' : `app-${only}`
  const folder = contextWith({
    Dockerfile: `FROM scratch\nARG TARGETARCH\nCOPY common /common\nCOPY ${source} /app\nENTRYPOINT ["/app"]\n`,
    common: 'the same on every platform',
  })
  for (const machine of [...machines, 'arm']) {
    writeFileSync(join(folder, `app-${machine}`), proofBinary(machine), { mode: 0o755 })
  }
  return folder
}

interface Inspected {
  readonly kind: string
  readonly digest: string
  readonly images: { platform: string; digest: string; layers: unknown[] }[]
  readonly attestations: string[]
  readonly findings: { severity: string; platform?: string; found: string }[]
}

/** The object of `--json`, and the exit code. */
async function inspectJson(...args: string[]): Promise<Inspected & { exitCode: number }> {
  const { exitCode, stdout, stderr } = await runCli(['inspect', ...args, '--json'])
  if (stdout === '') throw new Error(stderr)
  return { ...JSON.parse(stdout), exitCode }
}

/** A manifest list by podman itself, pushed. */
async function byPodman(folder: string): Promise<string> {
  const name = freshName()
  await must([
    'podman',
    'build',
    '-q',
    '--no-cache',
    '--platform=linux/amd64,linux/arm64',
    '--manifest',
    name,
    folder,
  ])
  await must(['podman', 'manifest', 'push', '--all', name, `docker://${name}:test`])
  await must(['podman', 'manifest', 'rm', name])
  return `${name}:test`
}

describe('what podman made', () => {
  test('right: a tree on standard output, exit code 0', async () => {
    const reference = await byPodman(context())
    const { exitCode, stdout, stderr } = await runCli(['inspect', reference])
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(stdout).toMatch(
      /^127\.0\.0\.1:.*:test\nindex sha256:[0-9a-f]{64} \(application\/vnd\.oci\.image\.index/,
    )
    expect(stdout).toMatch(
      /[├└]─ linux\/amd64 sha256:[0-9a-f]{64} [\d.]+ k?B\n[│ ] {2}├─ layer sha256:[0-9a-f]{12} /,
    )
    expect(stdout).toContain('also in linux/arm64')
    expect(stdout).toContain('2 images, 1 of 4 layers shared')
    expect(stdout).toMatch(/\nnothing found\n$/)
  })

  test('wrong: the finding last, exit code 1; verify-allow takes it', async () => {
    const reference = await byPodman(context('amd64'))
    const { exitCode, stdout } = await runCli(['inspect', reference])
    expect(exitCode).toBe(1)
    expect(stdout).toMatch(
      /\nerror: linux\/arm64: found a program for amd64 at \/app, expected one for arm64\n/,
    )
    expect(await inspectJson(reference, '--verify-allow', '/app')).toMatchObject({
      exitCode: 0,
      findings: [],
    })
  })
})

test('what this product made, by tag and by digest, and its layout', async () => {
  const image = freshName()
  const step = await mustBuild({ image, context: context() })
  const { digest, digests } = step.outputs
  for (const from of [`${image}:test`, `docker://${image}@${digest}`, step.outputs['oci-layout']!]) {
    const found = await inspectJson(from)
    expect(found).toMatchObject({ exitCode: 0, kind: 'index', digest, findings: [] })
    expect(Object.fromEntries(found.images.map((each) => [each.platform, each.digest]))).toEqual(
      JSON.parse(digests!),
    )
  }
})

const insecure = ['--src-tls-verify=false', '--dest-tls-verify=false']

test('one image, by its digest and as skopeo copied it, in Docker’s format too', async () => {
  const image = freshName()
  const step = await mustBuild({ image, context: context(), format: 'docker' })
  const arm64 = step.outputs['digest-linux-arm64']!
  expect(await inspectJson(`${image}@${arm64}`)).toMatchObject({
    exitCode: 0,
    kind: 'image',
    digest: arm64,
    images: [{ platform: 'linux/arm64' }],
  })
  const copy = freshName()
  await must(['skopeo', 'copy', '-q', ...insecure, `docker://${image}@${arm64}`, `docker://${copy}:copy`])
  expect(await inspectJson(`${copy}:copy`)).toMatchObject({ exitCode: 0, digest: arm64 })
  const folder = join(temporaryFolder(), 'layout')
  await must(['skopeo', 'copy', '-q', '--all', ...insecure, `docker://${image}:test`, `oci:${folder}:one`])
  await must(['skopeo', 'copy', '-q', ...insecure, `docker://${image}@${arm64}`, `oci:${folder}:two`])
  expect(await inspectJson(`oci:${folder}:one`)).toMatchObject({ exitCode: 0, kind: 'index' })
  expect(await inspectJson(`oci:${folder}:two`)).toMatchObject({ exitCode: 0, kind: 'image' })
})

test('an index of ten platforms', async () => {
  const image = freshName()
  const platforms = [...machines.map((machine) => `linux/${machine}`), 'linux/arm/v7']
  await mustBuild({ image, context: context(), platforms: platforms.join(), qemu: 'never' })
  const found = await inspectJson(`${image}:test`)
  expect(found).toMatchObject({ exitCode: 0, findings: [] })
  expect(found.images.map(({ platform }) => platform)).toEqual(platforms)
}, 600_000)

// As BuildKit 0.26 writes it with `--attest type=sbom --attest type=provenance` and `--output type=oci`.
test('an index with attestations, as buildx makes it', async () => {
  const image = freshName()
  const step = await mustBuild({ image, context: context() })
  const folder = step.outputs['oci-layout']!
  const blob = (bytes: Buffer) => {
    writeFileSync(join(folder, 'blobs', 'sha256', digestOf(bytes).slice(7)), bytes)
    return { digest: digestOf(bytes), size: bytes.length }
  }
  const original = await index(`${image}:test`)
  const attestations = original.manifests.map(({ digest }) => {
    const layers = ['https://spdx.dev/Document', 'https://slsa.dev/provenance/v0.2'].map((predicateType) => ({
      mediaType: 'application/vnd.in-toto+json',
      ...blob(
        Buffer.from(
          JSON.stringify({
            _type: 'https://in-toto.io/Statement/v0.1',
            predicateType,
            subject: [{ name: image, digest: { sha256: digest.slice(7) } }],
            predicate: {},
          }),
        ),
      ),
      annotations: { 'in-toto.io/predicate-type': predicateType },
    }))
    const config = blob(
      Buffer.from(
        JSON.stringify({
          architecture: 'unknown',
          os: 'unknown',
          config: {},
          rootfs: { type: 'layers', diff_ids: layers.map((layer) => layer.digest) },
        }),
      ),
    )
    const manifest = {
      schemaVersion: 2,
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      config: { mediaType: 'application/vnd.oci.image.config.v1+json', ...config },
      layers,
    }
    return {
      mediaType: manifest.mediaType,
      ...blob(Buffer.from(JSON.stringify(manifest))),
      annotations: {
        'vnd.docker.reference.digest': digest,
        'vnd.docker.reference.type': 'attestation-manifest',
      },
      platform: { architecture: 'unknown', os: 'unknown' },
    }
  })
  const both = Buffer.from(
    JSON.stringify({ ...original, manifests: [...original.manifests, ...attestations] }),
  )
  writeFileSync(
    join(folder, 'index.json'),
    JSON.stringify({
      schemaVersion: 2,
      mediaType: original.mediaType,
      manifests: [
        {
          mediaType: original.mediaType,
          ...blob(both),
          annotations: {
            'io.containerd.image.name': `${image}:test`,
            'org.opencontainers.image.created': '2026-01-01T00:00:00Z',
            'org.opencontainers.image.ref.name': 'test',
          },
        },
      ],
    }),
  )
  const reference = `${freshName()}:attested`
  await must(['skopeo', 'copy', '-q', '--all', ...insecure, `oci:${folder}`, `docker://${reference}`])
  for (const from of [folder, reference]) {
    const found = await inspectJson(from)
    expect(found).toMatchObject({ exitCode: 1, attestations: attestations.map(({ digest }) => digest) })
    expect(found.images).toHaveLength(2)
    expect(found.findings).toMatchObject([
      { severity: 'warning', found: '2 entries for unknown/unknown, which hold attestations' },
    ])
  }
  expect((await runCli(['inspect', folder])).stdout).toMatch(
    /└─ attestation sha256:\w{12} about sha256:\w{12}\n/,
  )
})

test('a layer that can’t be read is a warning, and one that is not there a failure', async () => {
  const folder = join(temporaryFolder(), 'layout')
  mkdirSync(join(folder, 'blobs', 'sha256'), { recursive: true })
  const blob = (bytes: Buffer, mediaType: string) => {
    writeFileSync(join(folder, 'blobs', 'sha256', digestOf(bytes).slice(7)), bytes)
    return { mediaType, digest: digestOf(bytes), size: bytes.length }
  }
  const layer = blob(gzipSync(Buffer.alloc(5000, 'no tar')), 'application/vnd.oci.image.layer.v1.tar+gzip')
  const config = blob(
    Buffer.from('{"os":"linux","architecture":"amd64"}'),
    'application/vnd.oci.image.config.v1+json',
  )
  const mediaType = 'application/vnd.oci.image.manifest.v1+json'
  const manifest = blob(
    Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType, config, layers: [layer] })),
    mediaType,
  )
  writeFileSync(join(folder, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}')
  writeFileSync(join(folder, 'index.json'), JSON.stringify({ schemaVersion: 2, manifests: [manifest] }))
  expect(await inspectJson(folder)).toMatchObject({
    exitCode: 1,
    findings: [{ severity: 'warning', found: expect.stringContaining('a layer that can’t be read') }],
  })
})

describe('what can’t be inspected', () => {
  test.each([
    [['inspect'], 2],
    [['inspect', 'a', 'b'], 2],
    [['inspect', 'ubuntu'], 2],
    [['inspect', './nowhere'], 2],
    [['inspect', 'oci:/nowhere'], 2],
    [['inspect', `${registry}/none`, '--tags', 'x'], 2],
    [['inspect', `${registry}/none:none`], 1],
    [['inspect', `${authRegistry}/none:none`, '--retries=1'], 1],
  ])('%j ends with %i', async (args, exitCode) => {
    const ended = await runCli(args)
    expect(ended).toMatchObject({ exitCode, stdout: '' })
    expect(ended.stderr).toMatch(/^error: /)
  })

  test('a layout of hostile JSON', async () => {
    for (const text of ['', '[]', '{"manifests":[{"digest":"sha256:../../etc/passwd","size":1}]}']) {
      const folder = contextWith({ 'oci-layout': '{}', 'index.json': text })
      const ended = await runCli(['inspect', folder])
      expect(ended).toMatchObject({ exitCode: 1, stdout: '' })
      expect(ended.stderr).toMatch(/^error: .* is no image: /)
    }
  })
})

test('a registry that wants a login', async () => {
  const image = freshName(authRegistry)
  await mustBuild({ image, context: context(), ...login })
  const args = ['--username', login.username, '--password', login.password]
  expect(await inspectJson(`${image}:test`, ...args)).toMatchObject({ exitCode: 0, findings: [] })
})
