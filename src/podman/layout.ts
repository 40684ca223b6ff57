import { randomBytes } from 'node:crypto'
import { rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { HostError } from '../errors.js'
import { type Environment, stream } from '../host/process.js'
import { type Image, imageBlobs } from '../oci/image.js'
import type { Layout } from '../oci/layout.js'
import { platformSlug } from '../oci/platform.js'
import { type Store, storeArguments } from './store.js'

/** Where images are, and how podman is run. */
export interface LayoutSource {
  readonly layout: Layout
  /** Folder on the layout's file system. */
  readonly exportFolder: string
  /** Folder for podman's temporary files. */
  readonly temporary: string
  readonly env: Environment
  readonly signal: AbortSignal
  /** Where the image goes; the user's own without it. */
  readonly store?: Store
}

/**
 * Brings an image of a layout, the very bytes that are published, into a store, where no name leads to it.
 * @returns its id
 * @throws {HostError} when podman refuses
 */
export async function pullFromLayout(image: Image, source: LayoutSource): Promise<string> {
  const { layout, exportFolder, store } = source
  const folder = join(exportFolder, `load-${platformSlug(image.platform)}`)
  const part = await layout.part(folder, imageBlobs(image))
  await part.writeEntry(image.descriptor, undefined)
  // podman 4 names the image after the path, which has to make a valid, lower-case name.
  const path = join('/tmp', `multiarch-build-load-${randomBytes(6).toString('hex')}`)
  await symlink(folder, path)
  const own = store === undefined ? [] : storeArguments(store)
  const output: string[] = []
  try {
    const { exitCode } = await stream('podman', [...own, 'pull', '--quiet', `oci:${path}`], {
      env: { ...source.env, TMPDIR: source.temporary },
      signal: source.signal,
      onLine: (line) => output.push(line),
    })
    const id = output.findLast((line) => /^[0-9a-f]{64}$/.test(line.trim()))?.trim()
    if (exitCode !== 0 || id === undefined) {
      throw new HostError(
        `the image could not be loaded into podman: ${output.at(-1) ?? `exit code ${exitCode}`}`,
      )
    }
    await stream('podman', [...own, 'untag', id, `localhost${path}:latest`])
    return id
  } finally {
    await rm(path, { force: true })
  }
}
