import { randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { pack as createTar, type Pack } from 'tar-stream'
import { HostError, Interrupted } from '../errors.js'
import { type Environment, stream } from '../host/process.js'
import { encodedPart } from '../oci/digest.js'
import { type Image, imageBlobs } from '../oci/image.js'
import type { Layout } from '../oci/layout.js'
import { platformSlug } from '../oci/platform.js'
import type { LayoutSource } from './layout.js'

/** Begins the name that an image has while it is brought. */
const PASSING_NAME = 'localhost/multiarch-build-load-'
const OWN_PASSING_NAME = `${PASSING_NAME}${process.pid}-`
// A runner kills soon after its signal, and the signal may be what ended the load.
const CLEANING_MS = 2000

type Source = Pick<LayoutSource, 'layout' | 'exportFolder' | 'env' | 'signal'>

/**
 * Brings an image of a layout, the very bytes that are published, into the storage of a podman elsewhere, where no name leads to it:
 * its client takes archives alone.
 * @returns its id
 * @throws {HostError} when podman refuses
 * @throws {Interrupted} when the signal fired
 */
export async function loadArchive(image: Image, source: Source): Promise<string> {
  const { layout, exportFolder, signal } = source
  const folder = join(exportFolder, `load-${platformSlug(image.platform)}`)
  const part = await layout.part(folder, imageBlobs(image))
  const name = `${OWN_PASSING_NAME}${randomBytes(6).toString('hex')}:latest`
  await part.writeEntry(image.descriptor, name)
  const archive = `${folder}.tar`
  try {
    const tar = createTar()
    await Promise.all([writeLayout(part, image, tar), pipeline(tar, createWriteStream(archive), { signal })])
    const id = encodedPart(image.manifest.config.digest)
    await load(archive, { id, name }, source)
    return id
  } finally {
    await Promise.all([rm(archive, { force: true }), rm(folder, { recursive: true, force: true })])
  }
}

/** Lets podman load an archive, and takes the name away that it has in it. */
async function load(
  archive: string,
  { id, name }: { readonly id: string; readonly name: string },
  { env, signal }: Source,
): Promise<void> {
  await removeNames(await leftNames(env, signal), env, signal)
  const wasThere = (await stream('podman', ['image', 'exists', id], { env, signal })).exitCode === 0
  let last = ''
  let isLoaded = false
  try {
    const onLine = (line: string) => {
      last = line
    }
    const args = ['load', '--quiet', `--input=${archive}`]
    const { exitCode } = await stream('podman', args, { env, signal, onLine })
    if (exitCode !== 0) {
      throw new HostError(`the image could not be loaded into podman: ${last || `exit code ${exitCode}`}`)
    }
    isLoaded = true
  } finally {
    // podman may have all of it by then, whatever became of its client.
    const limit = isLoaded ? undefined : AbortSignal.timeout(CLEANING_MS)
    if (isLoaded || wasThere) await removeNames([name], env, limit)
    else await unlessTooLate(stream('podman', ['rmi', name], { env, ...(limit && { signal: limit }) }))
  }
}

/** Whether another run has left a name. One that is at it now has no need of it. */
function isLeft(name: string): boolean {
  return name.startsWith(PASSING_NAME) && !name.startsWith(OWN_PASSING_NAME)
}

/** Names that ended runs have left, since nobody answered them any more. */
async function leftNames(env: Environment, signal: AbortSignal): Promise<string[]> {
  const names: string[] = []
  const args = ['images', '--format={{.Repository}}:{{.Tag}}']
  const onLine = (line: string) => void (isLeft(line.trim()) && names.push(line.trim()))
  await stream('podman', args, { env, signal, onLine })
  return names
}

/** Images keep what else leads to them, such as a manifest list. */
async function removeNames(
  names: readonly string[],
  env: Environment,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (const name of names) {
    await unlessTooLate(stream('podman', ['untag', name, name], { env, ...(signal && { signal }) }))
  }
}

async function unlessTooLate(cleaning: Promise<unknown>): Promise<void> {
  await cleaning.catch((error) => {
    if (!(error instanceof Interrupted)) throw error
  })
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
