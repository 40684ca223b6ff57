import type { Finding } from '../lint/finding.js'
import { pageOf } from '../lint/findings.js'
import { distinctSize, imageBlobs } from '../oci/image.js'
import { emulationCost } from './emulation-cost.js'
import { escapeMarkdown, fenced, formatSeconds, formatSize, shortDigest } from './format.js'
import { type CacheTraffic, imageReference, type PlatformReport, type Report } from './report.js'

/** The job summary of a run that went well, as Markdown. */
export function summary(report: Report): string {
  const name = report.repositories[0]!.text
  const state = report.pushed ? 'pushed' : 'built, not pushed'
  const parts = [
    `### ✅ ${escapeMarkdown(name)}: ${report.platforms.length} ${plural('platform', report.platforms.length)} ${state}`,
    ...report.warnings.map(({ message }) => `> [!WARNING]\n> ${escapeMarkdown(message)}`),
    ...report.notices.map((notice) => `> [!NOTE]\n> ${escapeMarkdown(notice)}`),
    findingTable(report.findings ?? []),
    platformTable(report.platforms),
    ...emulationCost(report.platforms, report.compilesOnTarget ?? false).map(escapeMarkdown),
    sharing(report.platforms),
    caching(report.platforms),
    traffic(report.cache),
    pullCommand(report),
    tagList(report),
    `<sub>index \`${report.index.digest}\` · ${formatSeconds(report.seconds)} in all · podman ${report.podman}</sub>`,
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

/** One row a finding; what to do stands at its line and on its page. */
function findingTable(findings: readonly Finding[]): string {
  if (findings.length === 0) return ''
  return [
    '| Dockerfile finding | Line | What |',
    '|:--|--:|:--|',
    ...findings.map(
      ({ rule, location, message }) =>
        `| [${rule}](${pageOf(rule)}) | ${location.line} | ${escapeMarkdown(message)} |`,
    ),
  ].join('\n')
}

function platformTable(platforms: readonly PlatformReport[]): string {
  const rows = platforms.map(({ platform, image, execution, buildSeconds, cache }) =>
    [
      platform.text,
      `\`${shortDigest(image.descriptor.digest)}\``,
      formatSize(imageBlobs(image).reduce((sum, blob) => sum + blob.size, 0)),
      String(image.manifest.layers.length),
      formatSeconds(buildSeconds),
      cache?.unchanged ? '♻️ unchanged' : execution === 'emulated' ? '🐢 emulated' : execution,
    ].join(' | '),
  )
  return [
    '| Platform | Digest | Size | Layers | Build | How |',
    '|:--|:--|--:|--:|--:|:--|',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n')
}

/** What the architectures after the first cost in the registry: what they don't share with it. */
function sharing(platforms: readonly PlatformReport[]): string {
  if (platforms.length < 2) return ''
  const images = platforms.map(({ image }) => image)
  const layers = images.flatMap((image) => image.manifest.layers.map((layer) => layer.digest))
  const first = distinctSize(images.slice(0, 1))
  const added = distinctSize(images) - first
  const shared = layers.length - new Set(layers).size
  const others =
    platforms.length === 2 ? platforms[1]!.platform.text : `the other ${platforms.length - 1} platforms`
  return `${shared} of ${layers.length} layers are shared between platforms; ${others} ${
    platforms.length === 2 ? 'adds' : 'add'
  } ${formatSize(added)} (${Math.round((added / first) * 100)} %) to ${platforms[0]!.platform.text}’s ${formatSize(first)} in the registry.`
}

/** What was kept from earlier runs, and why a build could not be recognised. */
function caching(platforms: readonly PlatformReport[]): string {
  const mounts = platforms.flatMap(({ platform, cache }) =>
    // A name can come from the cache, which others may write to.
    (cache?.mounts ?? []).map(
      ({ name, bytes }) => `${escapeMarkdown(name)} (${formatSize(bytes)}, ${platform.text})`,
    ),
  )
  const resumed = platforms.flatMap(({ platform, cache }) =>
    (cache?.resumed ?? []).map(
      ({ stage, line, seconds, bytes }) =>
        `${escapeMarkdown(stage)} up to line ${line} (${formatSeconds(seconds)}, ${formatSize(bytes)} fetched, ${platform.text})`,
    ),
  )
  const reasons = [...new Set(platforms.flatMap(({ cache }) => cache?.reasons ?? []))]
  return [
    resumed.length === 0 ? '' : `Steps that were not run again: ${resumed.join(', ')}.`,
    mounts.length === 0 ? '' : `Cache mounts from earlier runs: ${mounts.join(', ')}.`,
    reasons.length === 0
      ? ''
      : `The next run builds this again even if nothing changes: ${escapeMarkdown(reasons.join('; '))}.`,
  ]
    .filter((line) => line !== '')
    .join('\n')
}

/** How much came from the cache and goes there. */
function traffic(cache: CacheTraffic | undefined): string {
  if (cache === undefined || cache.bytesFetched + cache.bytesToSave === 0) return ''
  const { place, bytesFetched, bytesToSave } = cache
  return `Cache: ${formatSize(bytesFetched)} came from ${escapeMarkdown(place)}, ${formatSize(bytesToSave)} to be saved.`
}

function pullCommand(report: Report): string {
  if (report.pushed) return fenced(`podman pull ${imageReference(report)}`)
  if (report.loaded !== undefined) return fenced(`podman run --rm ${report.loaded.text}`)
  return report.ociLayout === undefined ? '' : fenced(`skopeo inspect oci:${report.ociLayout}`)
}

function tagList(report: Report): string {
  const verb = report.pushed ? 'Tags' : 'Tags it would get'
  return `${verb}: ${report.references.map((reference) => `\`${reference.text}\``).join(', ')}`
}

/** What is known of a run that failed. */
export interface FailureReport {
  readonly title: string
  readonly message: string
  readonly cure: string | undefined
  /** `Dockerfile:12` */
  readonly place: string | undefined
  /** Last lines of the build that failed. */
  readonly tail: readonly string[]
  /** What became of each platform. */
  readonly fates: readonly string[]
  /** Tags that had been set when it failed. */
  readonly tagsSet: readonly string[]
}

/** The job summary of a run that failed, as Markdown: the problem first. */
export function failureSummary(failure: FailureReport): string {
  const place = failure.place === undefined ? '' : ` (${escapeMarkdown(failure.place)})`
  const parts = [
    `### ❌ ${escapeMarkdown(failure.title)}`,
    `> [!CAUTION]\n> ${escapeMarkdown(failure.message)}${place}`,
    failure.cure === undefined ? '' : `**What to do:** ${escapeMarkdown(failure.cure)}`,
    failure.tail.length === 0 ? '' : fenced(failure.tail.join('\n')),
    failure.fates.map((fate) => `- ${escapeMarkdown(fate)}`).join('\n'),
    failure.tagsSet.length === 0
      ? 'No tag was set or moved.'
      : `Tags already set when it failed: ${failure.tagsSet.map((tag) => `\`${tag}\``).join(', ')}. Run the job again to complete them.`,
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

function plural(word: string, count: number): string {
  return count === 1 ? word : `${word}s`
}
