import { randomBytes } from 'node:crypto'
import { rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { HostError } from '../errors.js'
import { capture, type Environment, stream } from '../host/process.js'
import { type Image, imageBlobs } from '../oci/image.js'
import type { Layout } from '../oci/layout.js'
import { platformSlug } from '../oci/platform.js'
import type { TaggedReference } from '../oci/reference.js'

/** Where the images are, and how podman is run. */
export interface LoadSource {
  readonly layout: Layout
  /** Folder on the layout's file system. */
  readonly exportFolder: string
  readonly env: Environment
}

/**
 * Leaves the images as a manifest list in the user's own podman storage. The name is given anew: a list or an
 * image that had it before keeps its content, but no longer the name.
 * @throws {HostError} when podman refuses
 */
export async function loadIntoPodman(
  { layout, exportFolder, env }: LoadSource,
  platforms: readonly { readonly image: Image }[],
  reference: TaggedReference,
  signal: AbortSignal,
): Promise<void> {
  const loaded: { image: Image; id: string }[] = []
  for (const { image } of platforms) {
    const folder = join(exportFolder, `load-${platformSlug(image.platform)}`)
    const part = await layout.part(folder, imageBlobs(image))
    await part.writeEntry(image.descriptor, undefined)
    loaded.push({ image, id: await pull(folder, { env, signal }) })
  }
  await makeList(reference.text, loaded)
}

async function makeList(name: string, loaded: readonly { image: Image; id: string }[]): Promise<void> {
  if (await succeeds('podman', ['manifest', 'exists', name])) await podman(['manifest', 'rm', name])
  else if (await succeeds('podman', ['image', 'exists', name])) await podman(['untag', name, name])
  await podman(['manifest', 'create', name])
  for (const { image, id } of loaded) {
    const { os, architecture, variant } = image.platform
    const platform = [
      '--os',
      os,
      '--arch',
      architecture,
      ...(variant === undefined ? [] : ['--variant', variant]),
    ]
    await podman(['manifest', 'add', ...platform, name, `containers-storage:${id}`])
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
