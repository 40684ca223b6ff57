import type { Platform } from '../oci/platform.js'
import { type Store, storeArguments } from './store.js'

/** How podman reaches a registry of the run's own on this machine. */
export interface LocalRegistry {
  /** `127.0.0.1:PORT` */
  readonly host: string
  /** File with the login. */
  readonly authFile: string
}

/** The arguments that bring an image of a local registry into a store; podman then prints its id. */
export function pullArguments(
  store: Store,
  { host, authFile }: LocalRegistry,
  name: string,
  platform: Platform,
): string[] {
  return [
    ...storeArguments(store),
    'pull',
    '--quiet',
    `--authfile=${authFile}`,
    '--tls-verify=false',
    `--platform=${platform.text}`,
    `docker://${host}/${name}`,
  ]
}

/**
 * The arguments that bring a base image to where a build finds it, as `podman build` would.
 * @param podman podman's global arguments
 */
export function basePullArguments(podman: readonly string[], image: string, platform: Platform): string[] {
  return [...podman, 'pull', '--quiet', `--platform=${platform.text}`, '--', image]
}

/** The arguments that send an image of a store to a local registry. */
export function pushArguments(
  store: Store,
  { host, authFile }: LocalRegistry,
  imageId: string,
  name: string,
  format: 'oci' | 'docker',
): string[] {
  return [
    ...storeArguments(store),
    'push',
    '--quiet',
    `--authfile=${authFile}`,
    '--tls-verify=false',
    `--format=${format === 'oci' ? 'oci' : 'v2s2'}`,
    imageId,
    `docker://${host}/${name}`,
  ]
}
