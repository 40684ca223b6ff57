import { plainText } from '../host/plain-text.js'
import { distinctSize, type Image, imageBlobs } from '../oci/image.js'
import type { Descriptor } from '../oci/types.js'
import { describeFinding, type Finding } from '../verify/verdict.js'
import { formatSize, shortDigest } from './format.js'

/** One image of what was inspected. */
export interface InspectedImage {
  /** As the index says, or the image's own config where there is no index. */
  readonly platform: string
  readonly image: Image
}

/** What an image or index is, and what is wrong with it. */
export interface Inspection {
  /** As the user wrote it. */
  readonly reference: string
  readonly root: Descriptor
  readonly isIndex: boolean
  readonly images: readonly InspectedImage[]
  /** Entries that hold statements about images, and none themselves. */
  readonly attestations: readonly Descriptor[]
  readonly findings: readonly Finding[]
}

/** The `--json` object of `inspect` (docs/command-line.md). */
export function inspectionMetadata(inspection: Inspection): Record<string, unknown> {
  const { reference, root, isIndex, images, attestations, findings } = inspection
  return {
    reference,
    kind: isIndex ? 'index' : 'image',
    digest: root.digest,
    mediaType: root.mediaType,
    size: distinctSize(images.map(({ image }) => image)),
    images: images.map(({ platform, image }) => ({
      platform,
      digest: image.descriptor.digest,
      mediaType: image.descriptor.mediaType,
      size: imageBlobs(image).reduce((sum, blob) => sum + blob.size, 0),
      layers: image.manifest.layers.map(({ digest, size, mediaType }) => ({ digest, size, mediaType })),
    })),
    attestations: attestations.map(({ digest }) => digest),
    findings: findings.map(({ severity, platform, found, expected, cause, cure }) => ({
      severity,
      ...(platform !== undefined && { platform }),
      found,
      expected,
      ...(cause !== undefined && { cause }),
      ...(cure !== undefined && { cure }),
    })),
  }
}

/** The inspection as a tree for a terminal, findings last. */
export function inspectionText(inspection: Inspection): string {
  const { reference, root, isIndex, images, attestations, findings } = inspection
  const owners = layerOwners(images)
  const nodes = [
    ...images.map((each) => imageNode(each, owners)),
    ...attestations.map(({ digest, annotations }) => ({
      line: `attestation ${shortDigest(digest)}${aboutWhat(annotations?.['vnd.docker.reference.digest'])}`,
      below: [],
    })),
  ]
  const lines = [
    reference,
    `${isIndex ? 'index' : 'image'} ${root.digest} (${root.mediaType || 'no media type'})`,
    ...tree(nodes),
    ...totals(images),
    '',
    ...verdict(findings),
  ]
  // Much of it is somebody else's text.
  return `${lines.map(plainText).join('\n')}\n`
}

interface TreeNode {
  readonly line: string
  readonly below: readonly string[]
}

function tree(nodes: readonly TreeNode[]): string[] {
  return nodes.flatMap(({ line, below }, at) => {
    const last = at === nodes.length - 1
    const inner = below.map(
      (text, index) => `${last ? ' ' : '│'}  ${index === below.length - 1 ? '└' : '├'}─ ${text}`,
    )
    return [`${last ? '└' : '├'}─ ${line}`, ...inner]
  })
}

function layerOwners(images: readonly InspectedImage[]): Map<string, string[]> {
  const owners = new Map<string, string[]>()
  for (const { platform, image } of images) {
    for (const digest of new Set(image.manifest.layers.map((layer) => layer.digest))) {
      owners.set(digest, [...(owners.get(digest) ?? []), platform])
    }
  }
  return owners
}

function imageNode(
  { platform, image }: InspectedImage,
  owners: ReadonlyMap<string, readonly string[]>,
): TreeNode {
  const size = imageBlobs(image).reduce((sum, blob) => sum + blob.size, 0)
  return {
    line: `${platform} ${image.descriptor.digest} ${formatSize(size)}`,
    below: image.manifest.layers.map((layer) => {
      const others = (owners.get(layer.digest) ?? []).filter((owner) => owner !== platform)
      const shared = others.length === 0 ? '' : `, also in ${others.join(', ')}`
      return `layer ${shortDigest(layer.digest)} ${formatSize(layer.size)}${shared}`
    }),
  }
}

function aboutWhat(digest: string | undefined): string {
  return digest === undefined ? '' : ` about ${shortDigest(digest)}`
}

function totals(images: readonly InspectedImage[]): string[] {
  const layers = images.flatMap(({ image }) => image.manifest.layers.map(({ digest }) => digest))
  const shared = layers.length - new Set(layers).size
  const size = formatSize(distinctSize(images.map(({ image }) => image)))
  if (images.length < 2) return [`${layers.length} layers, ${size} in the registry`]
  return [`${images.length} images, ${shared} of ${layers.length} layers shared, ${size} in the registry`]
}

function verdict(findings: readonly Finding[]): string[] {
  if (findings.length === 0) return ['nothing found']
  return findings.flatMap((finding) => [
    `${finding.severity}: ${describeFinding(finding)}`,
    ...(finding.cure === undefined ? [] : [`  what to do: ${finding.cure}`]),
  ])
}
