import type { Digest } from '../oci/digest.js'
import { distinctSize, type Image, imageBlobs } from '../oci/image.js'
import type { Platform } from '../oci/platform.js'
import { digestReference, type Repository, type TaggedReference } from '../oci/reference.js'
import type { Descriptor } from '../oci/types.js'
import { digestOutput } from '../request/contract.js'
import { escapeMarkdown, formatSize, shortDigest } from './format.js'
import type { Warning } from './report.js'

/** One platform of an image. */
export interface ImagePlatform {
  readonly platform: Platform
  readonly image: Image
  /** What is known of its build. */
  readonly metadata?: Readonly<Record<string, unknown>>
}

/** One of the images that came out of a run. */
export interface ImageReport {
  readonly index: Descriptor
  readonly repositories: readonly Repository[]
  readonly references: readonly TaggedReference[]
  readonly platforms: readonly ImagePlatform[]
  readonly pushed: boolean
  readonly seconds: number
  readonly warnings: readonly Warning[]
  readonly notices: readonly string[]
}

/** The `metadata` object: of one image, or of a list of them by their names. */
export function imagesMetadata(reports: readonly ImageReport[], isList: boolean): Record<string, unknown> {
  if (!isList) return metadataOf(reports[0]!)
  return {
    images: Object.fromEntries(reports.map((each) => [each.repositories[0]!.text, metadataOf(each)])),
  }
}

function metadataOf(report: ImageReport): Record<string, unknown> {
  return {
    'containerimage.digest': report.index.digest,
    'containerimage.descriptor': report.index,
    'image.name': report.references.map(({ text }) => text).join(','),
    digest: report.index.digest,
    digests: digestsOf(report),
    image: referenceOf(report),
    tags: report.references.map(({ text }) => text),
    pushed: report.pushed,
    platforms: report.platforms.map(({ platform }) => platform.text),
    size: distinctSize(report.platforms.map(({ image }) => image)),
    builds: Object.fromEntries(
      report.platforms.map(({ platform, image, metadata }) => [
        platform.text,
        { ...metadata, digest: image.descriptor.digest, size: sizeOf(image) },
      ]),
    ),
  }
}

function digestsOf({ platforms }: ImageReport): Record<string, Digest> {
  return Object.fromEntries(platforms.map(({ platform, image }) => [platform.text, image.descriptor.digest]))
}

function referenceOf({ repositories, index }: ImageReport): string {
  return digestReference(repositories[0]!, index.digest)
}

function sizeOf(image: Image): number {
  return imageBlobs(image).reduce((sum, blob) => sum + blob.size, 0)
}

/**
 * All outputs, by name. Of a list, however long, `digest`, `image` and `tags` have a line or more for each image, and `digests` an
 * object.
 */
export function imagesOutputs(reports: readonly ImageReport[], isList: boolean): Map<string, string> {
  const byImage = reports.map((each) => [each.repositories[0]!.text, digestsOf(each)] as const)
  const digests = isList ? Object.fromEntries(byImage) : digestsOf(reports[0]!)
  const platforms = reports.flatMap((each) => each.platforms.map(({ platform }) => platform.text))
  return new Map([
    ['digest', reports.map(({ index }) => index.digest).join('\n')],
    ['digests', JSON.stringify(digests)],
    ...(isList ? [] : Object.entries(digestsOf(reports[0]!)).map(platformOutput)),
    ['image', reports.map(referenceOf).join('\n')],
    ['tags', reports.flatMap(({ references }) => references.map(({ text }) => text)).join('\n')],
    ['pushed', String(reports.some(({ pushed }) => pushed))],
    ['platforms', [...new Set(platforms)].join(',')],
    ['metadata', JSON.stringify(imagesMetadata(reports, isList))],
  ])
}

function platformOutput([platform, digest]: [string, Digest]): [string, string] {
  return [digestOutput(platform), digest]
}

/**
 * The job summary of several images, as Markdown: one table for all.
 * @param done what was done to them: `merged`, `built`
 */
export function imagesSummary(reports: readonly ImageReport[], done: string): string {
  const pushed = reports.some((report) => report.pushed)
  const count = `${reports.length} ${reports.length === 1 ? 'image' : 'images'}`
  const rows = reports.flatMap((report) => [
    row(report, 'index', report.index.digest, distinctSize(report.platforms.map(({ image }) => image))),
    ...report.platforms.map(({ platform, image }) =>
      row(report, platform.text, image.descriptor.digest, sizeOf(image)),
    ),
  ])
  const notices = new Set(reports.flatMap((report) => report.notices))
  return [
    `### ✅ ${count} ${done}${pushed ? '' : ', not pushed'}`,
    ...reports.flatMap(({ warnings }) =>
      warnings.map(({ message }) => `> [!WARNING]\n> ${escapeMarkdown(message)}`),
    ),
    ...[...notices].map((notice) => `> [!NOTE]\n> ${escapeMarkdown(notice)}`),
    ['| Image | Platform | Digest | Size |', '|:--|:--|:--|--:|', ...rows].join('\n'),
    ...reports.map(
      ({ references, index }) =>
        `\`${index.digest}\`: ${references.map(({ text }) => `\`${text}\``).join(', ')}`,
    ),
  ].join('\n\n')
}

function row({ repositories }: ImageReport, platform: string, digest: Digest, size: number): string {
  return `| ${escapeMarkdown(repositories[0]!.text)} | ${platform} | \`${shortDigest(digest)}\` | ${formatSize(size)} |`
}
