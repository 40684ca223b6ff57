import type { Digest } from '../oci/digest.js'
import { baseOf, noteBase } from '../oci/image.js'
import type { Platform } from '../oci/platform.js'
import type { Manifest } from '../oci/types.js'
import { exportArguments } from '../podman/build.js'
import { manifestDigest } from '../podman/images.js'
import { type RemotePodman, saveArguments } from '../podman/remote.js'
import { type Store, storeArguments } from '../podman/store.js'
import type { BuildSite } from './build-platform.js'

/** A podman that builds one platform: here, in a store of the run's own, or on another machine. */
export interface Builder {
  /** podman's global arguments. */
  readonly podman: readonly string[]
  /** Platform that it runs on. */
  readonly platform: Platform
  /** Whether it needs the platform of every stage written out. */
  readonly explicitPlatforms: boolean
  /** Whether layers of earlier builds may be taken. */
  readonly layers: boolean
  /** Whether base images in its storage may be those of another platform, so that each is pulled. */
  readonly mustPull: boolean
  /** Whether its programs run on this machine. */
  readonly isHere: boolean
  /** Folders of this machine that it writes to. */
  readonly folders: readonly string[]
  /** podman's arguments that bring an image into a folder, in the form that {@link form} says. */
  readonly fetch: (imageId: string, format: 'oci' | 'docker', folder: string) => string[]
  /** `dir`: https://github.com/containers/image/blob/v5.36.0/docs/containers-transports.5.md#dirpath; `layout`: an OCI image layout. */
  readonly form: 'dir' | 'layout'
  /** A manifest whose note of the base image can be relied on. */
  readonly withBase: (manifest: Manifest) => Promise<Manifest>
}

/** podman here, with a platform's own store. */
export function localBuilder(
  site: Pick<BuildSite, 'buildPlatform' | 'explicitPlatforms'>,
  store: Store,
): Builder {
  return {
    podman: storeArguments(store),
    platform: site.buildPlatform,
    explicitPlatforms: site.explicitPlatforms,
    // The layers of the user's store were built with unknown arguments, bind mounts and platforms (docs/traps.md).
    layers: false,
    mustPull: false,
    isHere: true,
    folders: [store.graphRoot],
    fetch: (imageId, format, folder) => exportArguments(store, imageId, format, folder),
    form: 'dir',
    withBase: (manifest) => withDigest(manifest, (name) => manifestDigest(store, name)),
  }
}

/**
 * podman elsewhere, with the storage of its own machine.
 * @param digestOf the digest of a base image's manifest there; undefined where that can't be told
 */
export function remoteBuilder(
  remote: RemotePodman,
  { layers, mustPull }: Pick<Builder, 'layers' | 'mustPull'>,
  digestOf: (name: string) => Promise<Digest | undefined>,
): Builder {
  return {
    podman: remote.arguments,
    platform: remote.platform,
    explicitPlatforms: remote.explicitPlatforms,
    layers,
    mustPull,
    isHere: false,
    folders: [],
    fetch: (imageId, _format, folder) => saveArguments(remote, imageId, folder),
    form: 'layout',
    withBase: (manifest) => withDigest(manifest, digestOf),
  }
}

/** A manifest whose note of the base image has the digest of what podman took; without one where that can't be told. */
async function withDigest(
  manifest: Manifest,
  digestOf: (name: string) => Promise<Digest | undefined>,
): Promise<Manifest> {
  const base = baseOf(manifest)
  if (base === undefined) return manifest
  return noteBase(manifest, { name: base.name, digest: await digestOf(base.name) })
}
