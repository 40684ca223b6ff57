import type { Platform } from './platform.js'
import { type Descriptor, type Index, mediaType } from './types.js'

// Variants that run on each other's machines, the most capable first.
const COMPATIBLE: Readonly<Record<string, readonly string[]>> = {
  arm: ['v8', 'v7', 'v6', 'v5'],
  arm64: ['v8'],
}
const ZSTD = 'io.github.containers.compression.zstd'

/**
 * The entry of an index that podman takes for a platform: os and architecture as asked for, then the best variant
 * that the machine can run; undefined when there is none.
 * https://github.com/containers/image/blob/v5.36.0/internal/manifest/oci_index.go,
 * https://github.com/containers/image/blob/v5.36.0/internal/pkg/platform/platform_matcher.go
 * @param type the index's media type
 */
export function chooseImage(index: Index, type: string, platform: Platform): Descriptor | undefined {
  const variants = wantedVariants(platform)
  const isOci = type === mediaType.ociIndex
  const ranked = index.manifests.flatMap((descriptor) => {
    const rank = rankOf(descriptor, platform, variants, isOci)
    return rank === undefined ? [] : [{ descriptor, rank }]
  })
  // Sorting keeps the index's order where nothing else decides.
  return ranked.sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1])[0]?.descriptor
}

/** By variant, then by compression, which podman since 4.7 prefers zstd for; smaller is better. */
function rankOf(
  { platform: found, annotations }: Descriptor,
  { os, architecture }: Platform,
  variants: readonly string[],
  isOci: boolean,
): readonly [number, number] | undefined {
  const compression = isOci && annotations?.[ZSTD] === 'true' ? 0 : 1
  // An OCI index may leave the platform out; such an entry is taken when no other is right.
  if (found === undefined) return isOci ? [variants.length, compression] : undefined
  if (found.os !== os || found.architecture !== architecture) return undefined
  const at = variants.indexOf(found.variant ?? '')
  return at < 0 ? undefined : [at, compression]
}

function wantedVariants({ architecture, variant }: Platform): string[] {
  const order = COMPATIBLE[architecture] ?? []
  if (variant === undefined) return ['', ...order]
  return order.includes(variant) ? [...order.slice(order.indexOf(variant)), ''] : [variant, '']
}
