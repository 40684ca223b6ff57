import type { Digest } from '../oci/digest.js'
import { distinctSize, type Image, imageBlobs } from '../oci/image.js'
import type { Platform } from '../oci/platform.js'
import { digestReference, type Repository, type TaggedReference } from '../oci/reference.js'
import type { Descriptor } from '../oci/types.js'
import { digestOutput } from '../request/contract.js'
import { escapeMarkdown, formatSize, shortDigest } from './format.js'
import type { Warning } from './report.js'

/** One platform of an image that was put together. */
export interface MergedPlatform {
  readonly platform: Platform
  readonly image: Image
  /** What the leg that built it says of it. */
  readonly metadata?: Readonly<Record<string, unknown>>
}

/** What came out of a merge. */
export interface MergeReport {
  readonly index: Descriptor
  readonly repositories: readonly Repository[]
  readonly references: readonly TaggedReference[]
  readonly platforms: readonly MergedPlatform[]
  readonly pushed: boolean
  readonly seconds: number
  readonly warnings: readonly Warning[]
  readonly notices: readonly string[]
}

/** The `metadata` object of a merge: of one image, or of several by their names. */
export function mergeMetadata(reports: readonly MergeReport[]): Record<string, unknown> {
  const [only] = reports
  if (reports.length === 1) return metadataOf(only!)
  return {
    images: Object.fromEntries(reports.map((each) => [each.repositories[0]!.text, metadataOf(each)])),
  }
}

function metadataOf(report: MergeReport): Record<string, unknown> {
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

function digestsOf({ platforms }: MergeReport): Record<string, Digest> {
  return Object.fromEntries(platforms.map(({ platform, image }) => [platform.text, image.descriptor.digest]))
}

function referenceOf({ repositories, index }: MergeReport): string {
  return digestReference(repositories[0]!, index.digest)
}

function sizeOf(image: Image): number {
  return imageBlobs(image).reduce((sum, blob) => sum + blob.size, 0)
}

/** All outputs of a merge, by name. Of several images `digest`, `image` and `tags` have lines, and `digests` an object for each image. */
export function mergeOutputs(reports: readonly MergeReport[]): Map<string, string> {
  const [only] = reports
  const byImage = reports.map((each) => [each.repositories[0]!.text, digestsOf(each)] as const)
  const one = reports.length === 1 ? Object.entries(digestsOf(only!)) : []
  return new Map([
    ['digest', reports.map(({ index }) => index.digest).join('\n')],
    ['digests', JSON.stringify(reports.length === 1 ? digestsOf(only!) : Object.fromEntries(byImage))],
    ...one.map(([platform, digest]): [string, string] => [digestOutput(platform), digest]),
    ['image', reports.map(referenceOf).join('\n')],
    ['tags', reports.flatMap(({ references }) => references.map(({ text }) => text)).join('\n')],
    ['pushed', String(only!.pushed)],
    ['platforms', only!.platforms.map(({ platform }) => platform.text).join(',')],
    ['metadata', JSON.stringify(mergeMetadata(reports))],
  ])
}

/** The job summary of a merge, as Markdown: one table for all images. */
export function mergeSummary(reports: readonly MergeReport[]): string {
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
    `### ✅ ${count} merged${pushed ? '' : ', not pushed'}`,
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

function row({ repositories }: MergeReport, platform: string, digest: Digest, size: number): string {
  return `| ${escapeMarkdown(repositories[0]!.text)} | ${platform} | \`${shortDigest(digest)}\` | ${formatSize(size)} |`
}
