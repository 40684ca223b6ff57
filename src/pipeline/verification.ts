import type { BuildLog } from '../builder/build-log.js'
import type { PlatformBuild } from '../builder/build-platform.js'
import { expectedSettings, type Settings } from '../dockerfile/settings.js'
import { stageChain } from '../dockerfile/stages.js'
import { instructionOfStep } from '../dockerfile/steps.js'
import { hiddenArgument, suspectFor } from '../dockerfile/suspects.js'
import type { Image } from '../oci/image.js'
import type { Platform } from '../oci/platform.js'
import { pathMatcher } from '../verify/allowed.js'
import { type ContentsContext, verifyContents } from '../verify/contents.js'
import { verifyImage } from '../verify/image.js'
import { UnreadableLayer } from '../verify/layer.js'
import type { Layers } from '../verify/layers.js'
import { environmentOf } from '../verify/program.js'
import { verifySettings } from '../verify/settings.js'
import type { Finding } from '../verify/verdict.js'
import { argumentValues } from './arguments.js'
import { basesFindings } from './bases.js'
import type { Site } from './site.js'

// podman's own arguments for the same things, which win over the Dockerfile.
const OVERRIDING =
  /^(?:-e|-l|--(?:unset)?(?:env|label)|--inherit-labels|--build-arg(?:-file)?|--from|--env-file|--cpp-flag)(?:=|$)/

/** A platform's build as far as it is checked. */
interface Built extends PlatformBuild {
  readonly log: Pick<BuildLog, 'mismatches'>
}

/** What a build itself shows, and its image doesn't: images for other platforms that podman took. */
export async function buildFindings(built: Built, site: Site): Promise<Finding[]> {
  if (site.request.verify === 'off') return []
  const bases = (await basesFindings(built, site)) ?? []
  // The same in podman's words, and what follows from it, say no more.
  return bases.some(isError) ? bases : [...bases, ...saidByPodman(built, site)]
}

/** Everything that is checked of one platform's image before it is pushed. */
export async function imageFindings(image: Image, platform: Platform, site: Site): Promise<Finding[]> {
  const { request, dockerfile, layers } = site
  if (request.verify === 'off') return []
  return [
    ...verifyImage(image, platform),
    ...verifySettings(image.config.config, settingsOf(image, platform, site), {
      platform: platform.text,
      dockerfile: dockerfile.path,
    }),
    ...(await contentsFindings(image, platform, layers, {
      allowed: pathMatcher(request.verifyAllow),
      explain: (path) =>
        hiddenArgument(dockerfile, request.build.target, environmentOf(image.config.config), platform) ??
        suspectFor(dockerfile, request.build.target, path),
    })),
  ]
}

function isError({ severity }: Finding): boolean {
  return severity === 'error'
}

/** What the files of an image say; a warning when they can't be read. */
export async function contentsFindings(
  image: Image,
  expected: Platform,
  layers: Layers,
  context: ContentsContext,
): Promise<Finding[]> {
  try {
    return verifyContents(image, expected, await layers.treeOf(image.manifest), context)
  } catch (error) {
    if (!(error instanceof UnreadableLayer)) throw error
    return [
      {
        severity: 'warning',
        platform: expected.text,
        found: `a layer that can’t be read: ${error.message}`,
        expected: 'layers whose files can be checked',
      },
    ]
  }
}

/**
 * Images of another platform that podman pulled: it goes on, and labels the result as it was asked to. Of other images
 * than the base only data may be taken, and programs are judged by their bytes. */
function saidByPodman({ platform, log }: Built, { dockerfile, request }: Site): Finding[] {
  const based = stageChain(dockerfile, request.build.target)
  return log.mismatches.flatMap(({ message, architecturesDiffer, step }): Finding[] => {
    const instruction = step && instructionOfStep(dockerfile, step)
    const isBase = based.some((stage) => stage.instructions[0] === instruction)
    if (instruction !== undefined && !isBase) return []
    return [
      {
        severity: architecturesDiffer && isBase ? 'error' : 'warning',
        platform: platform.text,
        found: `an image for another platform in the build: ${message}`,
        expected: 'images that are published for this platform',
        cause: 'the image is published for one platform only, or named by the digest of one platform',
        cure: 'use an image that has every platform, by a tag or the digest of its index',
        ...(instruction && {
          location: { file: dockerfile.path, line: instruction.line, endLine: instruction.endLine },
        }),
      },
    ]
  })
}

/** Labels and variables that the image must have, but for those that come from elsewhere than the Dockerfile. */
function settingsOf(image: Image, platform: Platform, { request, dockerfile, env }: Site): Settings {
  const { buildArgs, extraArgs, target } = request.build
  const none = { labels: new Map(), environment: new Map() }
  if (dockerfile.path.endsWith('.in') || extraArgs.some((each) => OVERRIDING.test(each))) return none
  const args = argumentValues(buildArgs, env)
  const environment = new Set(environmentOf(image.config.config).keys())
  const settings = expectedSettings(dockerfile, target, { args, platform, environment })
  const ours = ([name]: [string, unknown]) =>
    !request.labels.has(name) && !name.startsWith('org.opencontainers.image.base.')
  return { labels: new Map([...settings.labels].filter(ours)), environment: settings.environment }
}
