import type { Digest } from './digest.js'

/** Media types of the image-spec and of Docker's schema 2. */
export const mediaType = {
  ociIndex: 'application/vnd.oci.image.index.v1+json',
  ociManifest: 'application/vnd.oci.image.manifest.v1+json',
  ociConfig: 'application/vnd.oci.image.config.v1+json',
  dockerIndex: 'application/vnd.docker.distribution.manifest.list.v2+json',
  dockerManifest: 'application/vnd.docker.distribution.manifest.v2+json',
  dockerConfig: 'application/vnd.docker.container.image.v1+json',
} as const

/** https://github.com/opencontainers/image-spec/blob/v1.1.1/image-index.md, `platform` */
export interface PlatformFields {
  readonly architecture: string
  readonly os: string
  readonly variant?: string
}

/** The same with what tells images for Windows apart. */
export interface IndexPlatformFields extends PlatformFields {
  readonly osVersion?: string
}

/** https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md */
export interface Descriptor {
  readonly mediaType: string
  readonly digest: Digest
  /** bytes */
  readonly size: number
  readonly platform?: IndexPlatformFields
  readonly annotations?: Readonly<Record<string, string>>
}

/** https://github.com/opencontainers/image-spec/blob/v1.1.1/manifest.md */
export interface Manifest {
  readonly schemaVersion: 2
  readonly mediaType: string
  readonly config: Descriptor
  readonly layers: readonly Descriptor[]
  readonly annotations?: Readonly<Record<string, string>>
}

/** https://github.com/opencontainers/image-spec/blob/v1.1.1/image-index.md */
export interface Index {
  readonly schemaVersion: 2
  readonly mediaType: string
  readonly manifests: readonly Descriptor[]
  readonly annotations?: Readonly<Record<string, string>>
}

/** The parts of an image config that this product reads or writes; the rest is carried through. */
export interface ImageConfig extends PlatformFields {
  readonly created?: string
  readonly config?: {
    readonly Labels?: Readonly<Record<string, string>> | null
    readonly [field: string]: unknown
  }
  readonly history?: readonly {
    readonly created_by?: string
    readonly comment?: string
    readonly [field: string]: unknown
  }[]
  readonly [field: string]: unknown
}

/** Whether a media type is that of an index or manifest list. */
export function isIndexType(type: string): boolean {
  return type === mediaType.ociIndex || type === mediaType.dockerIndex
}

// https://github.com/opencontainers/image-spec/blob/v1.1.1/media-types.md#compatibility-matrix
const LAYER_TYPES = [
  ['application/vnd.oci.image.layer.v1.tar', 'application/vnd.docker.image.rootfs.diff.tar'],
  ['application/vnd.oci.image.layer.v1.tar+gzip', 'application/vnd.docker.image.rootfs.diff.tar.gzip'],
  ['application/vnd.oci.image.layer.v1.tar+zstd', undefined],
] as const

/** What a layer's type is called in a manifest of some type; undefined when it can't be in one. */
export function layerTypeIn(manifestType: string, layerType: string): string | undefined {
  const names = LAYER_TYPES.find(([oci, docker]) => layerType === oci || layerType === docker)
  return names?.[manifestType === mediaType.dockerManifest ? 1 : 0]
}

/** The label and annotation that has the commit (https://github.com/opencontainers/image-spec/blob/v1.1.1/annotations.md). */
export const REVISION = 'org.opencontainers.image.revision'
