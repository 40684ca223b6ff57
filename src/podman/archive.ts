import { randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { pack as createTar, type Pack } from 'tar-stream'
import { HostError } from '../errors.js'
import { stream } from '../host/process.js'
import { encodedPart } from '../oci/digest.js'
import { type Image, imageBlobs } from '../oci/image.js'
import type { Layout } from '../oci/layout.js'
import { platformSlug } from '../oci/platform.js'
import type { LayoutSource } from './layout.js'

/**
 * Brings an image of a layout, the very bytes that are published, into the storage of a podman elsewhere, where no name leads to it:
 * its client takes archives alone.
 * @returns its id
 * @throws {HostError} when podman refuses
 */
export async function loadArchive(
  image: Image,
  source: Pick<LayoutSource, 'layout' | 'exportFolder' | 'env' | 'signal'>,
): Promise<string> {
  const { layout, exportFolder, env, signal } = source
  const folder = join(exportFolder, `load-${platformSlug(image.platform)}`)
  const part = await layout.part(folder, imageBlobs(image))
  const name = `localhost/multiarch-build-load-${randomBytes(6).toString('hex')}:latest`
  await part.writeEntry(image.descriptor, name)
  const archive = `${folder}.tar`
  const output: string[] = []
  try {
    const tar = createTar()
    await Promise.all([writeLayout(part, image, tar), pipeline(tar, createWriteStream(archive), { signal })])
    const load = ['load', '--quiet', `--input=${archive}`]
    const { exitCode } = await stream('podman', load, { env, signal, onLine: (line) => output.push(line) })
    if (exitCode !== 0) {
      const said = output.at(-1) ?? `exit code ${exitCode}`
      throw new HostError(`the image could not be loaded into podman: ${said}`)
    }
    const id = encodedPart(image.manifest.config.digest)
    await stream('podman', ['untag', id, name], { env })
    return id
  } finally {
    await Promise.all([rm(archive, { force: true }), rm(folder, { recursive: true, force: true })])
  }
}

/** Writes a layout as https://github.com/opencontainers/image-spec/blob/v1.1.1/image-layout.md has it, in a tar archive. */
async function writeLayout(layout: Layout, image: Image, tar: Pack): Promise<void> {
  try {
    for (const name of ['oci-layout', 'index.json'])
      tar.entry({ name }, await readFile(join(layout.folder, name)))
    const blobs = new Map(imageBlobs(image).map((blob) => [blob.digest, blob]))
    for (const { digest, size } of blobs.values()) {
      const entry = tar.entry({ name: `blobs/sha256/${encodedPart(digest)}`, size })
      await pipeline(createReadStream(layout.blobPath(digest)), entry)
    }
    tar.finalize()
  } catch (error) {
    tar.destroy(error as Error)
    throw error
  }
}
