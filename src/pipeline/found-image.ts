import type { Image } from '../oci/image.js'
import { MalformedError, parseConfig, parseManifest } from '../oci/parse.js'
import { normalizePlatform, type Platform } from '../oci/platform.js'
import { type Descriptor, mediaType } from '../oci/types.js'
import type { ContentsContext } from '../verify/contents.js'
import { verifyImage } from '../verify/image.js'
import type { Layers } from '../verify/layers.js'
import type { Finding } from '../verify/verdict.js'
import type { ImageSource } from './image-source.js'
import { contentsFindings } from './verification.js'

/**
 * Reads the manifest and config of an image that somebody else built.
 * @throws {MalformedError}
 */
export async function readImage(source: ImageSource, descriptor: Descriptor, bytes: Buffer): Promise<Image> {
  if (descriptor.mediaType !== mediaType.ociManifest && descriptor.mediaType !== mediaType.dockerManifest) {
    throw new MalformedError(`${descriptor.digest} is of the type ${descriptor.mediaType || 'nothing'}`)
  }
  const manifest = parseManifest(bytes)
  const config = parseConfig(await source.config(manifest.config))
  return { platform: normalizePlatform(config), descriptor, manifest, config }
}

/** Everything that can be said of an image without its Dockerfile. */
export async function foundFindings(
  image: Image,
  platform: Platform,
  layers: Layers,
  context: ContentsContext,
): Promise<Finding[]> {
  const own = verifyImage(image, platform)
  // Programs of other systems are no ELF files.
  return platform.os === 'linux'
    ? [...own, ...(await contentsFindings(image, platform, layers, context))]
    : own
}
