import { relative } from 'node:path'
import { describeFailure, Failure, type Location } from '../errors.js'
import type { CheckAnnotation, CheckRun } from '../host/check-runs.js'
import { imageBlobs } from '../oci/image.js'
import type { Platform } from '../oci/platform.js'
import { formatSeconds, formatSize } from './format.js'
import type { Fate, PlatformReport, Report } from './report.js'

/**
 * A check a platform of a run that went well. What is said about the Dockerfile, which all platforms share, stands at the first.
 * @param root the repository's folder
 */
export function checkRuns(report: Report, root: string): CheckRun[] {
  const shared = [...lintAnnotations(report, root), ...warningAnnotations(report, root)]
  return report.platforms.map((each, at) => ({
    name: nameOf(report.repositories[0]!.text, each.platform),
    conclusion: 'success',
    title: report.pushed ? 'built, verified and pushed' : 'built and verified',
    summary: platformText(each),
    annotations: at === 0 ? shared : [],
  }))
}

/** A run that failed. */
export interface FailedRun {
  readonly error: unknown
  readonly image: string
  readonly platforms: readonly Platform[]
  /** What became of each platform; empty when none was begun. */
  readonly fates: readonly Fate[]
}

/** A check a platform of a run that failed: the failure stands at those that it is about. */
export function failedCheckRuns({ error, image, platforms, fates }: FailedRun, root: string): CheckRun[] {
  const message = withoutQuotes(error)
  const location = error instanceof Failure ? error.location : undefined
  const annotations = annotation(location, root, { level: 'failure', title: 'multiarch-build', message })
  return platforms.map((platform) => {
    const name = nameOf(image, platform)
    const fate = fates.find((each) => each.platform.text === platform.text)
    if (fate !== undefined && fate.outcome !== 'failed') {
      const conclusion = fate.outcome === 'built' ? 'neutral' : 'cancelled'
      return { name, conclusion, title: fate.text, summary: 'Another platform failed.', annotations: [] }
    }
    const title = fate?.text ?? 'failed'
    return { name, conclusion: 'failure', title, summary: message, annotations }
  })
}

// No runner hides secrets in what is sent from here, and a program, podman or an argument may tell one.
function withoutQuotes(error: unknown): string {
  const quotes = error instanceof Failure ? error.quotes : []
  return quotes
    .filter((quote) => quote !== '')
    .reduce((text, quote) => text.replaceAll(quote, '…'), describeFailure(error))
}

function nameOf(image: string, platform: Platform): string {
  return `${image} (${platform.text})`
}

function platformText({ image, execution, buildSeconds, cache }: PlatformReport): string {
  const size = formatSize(imageBlobs(image).reduce((sum, blob) => sum + blob.size, 0))
  const how = cache?.unchanged ? 'unchanged' : `${execution}, in ${formatSeconds(buildSeconds)}`
  return `${image.descriptor.digest}\n${size} in ${image.manifest.layers.length} layers, ${how}`
}

function lintAnnotations({ findings = [] }: Report, root: string): CheckAnnotation[] {
  return findings.flatMap(({ location, rule, message, cure }) =>
    annotation(location, root, { level: 'warning', title: rule, message: `${message}\nWhat to do: ${cure}` }),
  )
}

function warningAnnotations({ warnings }: Report, root: string): CheckAnnotation[] {
  return warnings.flatMap(({ location, message }) =>
    annotation(location, root, { level: 'warning', title: 'multiarch-build', message }),
  )
}

// GitHub refuses a file that isn't in the repository.
function annotation(
  location: Location | undefined,
  root: string,
  what: Pick<CheckAnnotation, 'level' | 'title' | 'message'>,
): CheckAnnotation[] {
  if (location === undefined) return []
  const path = relative(root, location.file)
  if (path === '' || path.startsWith('..')) return []
  return [{ path, startLine: location.line, endLine: location.endLine ?? location.line, ...what }]
}
