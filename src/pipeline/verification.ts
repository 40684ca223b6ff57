import { suspectFor } from '../dockerfile/suspects.js'
import type { Image } from '../oci/image.js'
import type { Platform } from '../oci/platform.js'
import { type ContentsContext, verifyContents } from '../verify/contents.js'
import { verifyImage } from '../verify/image.js'
import { UnreadableLayer } from '../verify/layer.js'
import type { Layers } from '../verify/layers.js'
import type { Finding } from '../verify/verdict.js'
import type { BuiltPlatform } from './platforms.js'
import type { Site } from './site.js'

/** Everything that is checked of one platform's image before it is pushed. */
export async function verifyPlatform(image: Image, built: BuiltPlatform, site: Site): Promise<Finding[]> {
  const { request, dockerfile } = site
  if (request.verify === 'off') return []
  const context = {
    allowed: () => false,
    explain: (path: string) => suspectFor(dockerfile, request.build.target, path),
  }
  return [
    ...verifyImage(image, built.platform),
    ...(await contentsFindings(image, built.platform, site.layers, context)),
  ]
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
