import { randomBytes } from 'node:crypto'
import { rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { HostError } from '../errors.js'
import { capture, type Environment, stream } from '../host/process.js'
import { type Image, imageBlobs } from '../oci/image.js'
import type { Layout } from '../oci/layout.js'
import { platformSlug } from '../oci/platform.js'
import type { TaggedReference } from '../oci/reference.js'

/**
 * Leaves the images as a manifest list in the user's own podman storage. The name is given anew: a list or an
 * image that had it before keeps its content, but no longer the name.
 * @throws {HostError} when podman refuses
 */
export async function loadIntoPodman(
  layout: Layout,
  images: readonly Image[],
  reference: TaggedReference,
  workFolder: string,
  options: { readonly env: Environment; readonly signal: AbortSignal },
): Promise<void> {
  const ids: string[] = []
  for (const image of images) {
    const folder = join(workFolder, `load-${platformSlug(image.platform)}`)
    const part = await layout.part(folder, imageBlobs(image))
    await part.writeEntry(image.descriptor, undefined)
    ids.push(await pull(folder, options))
  }
  const name = reference.text
  if (await succeeds('podman', ['manifest', 'exists', name])) await podman(['manifest', 'rm', name])
  else if (await succeeds('podman', ['image', 'exists', name])) await podman(['untag', name, name])
  await podman(['manifest', 'create', name])
  for (const [at, { platform }] of images.entries()) {
    const variant = platform.variant === undefined ? [] : ['--variant', platform.variant]
    await podman([
      'manifest',
      'add',
      '--os',
      platform.os,
      '--arch',
      platform.architecture,
      ...variant,
      name,
      `containers-storage:${ids[at]}`,
    ])
  }
}

async function pull(
  folder: string,
  options: { readonly env: Environment; readonly signal: AbortSignal },
): Promise<string> {
  // podman 4 names the image after the path, which has to make a valid, lower-case name.
  const path = join('/tmp', `multiarch-build-load-${randomBytes(6).toString('hex')}`)
  await symlink(folder, path)
  const output: string[] = []
  try {
    const { exitCode } = await stream('podman', ['pull', '--quiet', `oci:${path}`], {
      ...options,
      onLine: (line) => output.push(line),
    })
    const id = output.findLast((line) => /^[0-9a-f]{64}$/.test(line.trim()))?.trim()
    if (exitCode !== 0 || id === undefined) {
      throw new HostError(
        `the image could not be loaded into podman: ${output.at(-1) ?? `exit code ${exitCode}`}`,
      )
    }
    await succeeds('podman', ['untag', id, `localhost${path}:latest`])
    return id
  } finally {
    await rm(path, { force: true })
  }
}

async function podman(args: string[]): Promise<void> {
  const { exitCode, stderr } = await capture('podman', args)
  if (exitCode !== 0) {
    throw new HostError(`podman ${args.slice(0, 2).join(' ')} failed: ${stderr.trim().split('\n').at(-1)}`)
  }
}

async function succeeds(program: string, args: string[]): Promise<boolean> {
  return (await capture(program, args)).exitCode === 0
}
