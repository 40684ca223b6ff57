import { HostError } from '../errors.js'
import { capture } from '../host/process.js'
import type { Image } from '../oci/image.js'
import type { TaggedReference } from '../oci/reference.js'
import { loadArchive } from '../podman/archive.js'
import type { PodmanInfo } from '../podman/info.js'
import { type LayoutSource, pullFromLayout } from '../podman/layout.js'

/**
 * Leaves the images as a manifest list in the user's own podman storage. The name is given anew: a list or an
 * image that had it before keeps its content, but no longer the name.
 * @throws {HostError} when podman refuses
 */
export async function loadIntoPodman(
  source: Omit<LayoutSource, 'store'> & { readonly podman: Pick<PodmanInfo, 'isRemote'> },
  platforms: readonly { readonly image: Image }[],
  reference: TaggedReference,
): Promise<void> {
  const loaded: { image: Image; id: string }[] = []
  const bring = source.podman.isRemote ? loadArchive : pullFromLayout
  for (const { image } of platforms) loaded.push({ image, id: await bring(image, source) })
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

async function podman(args: string[]): Promise<void> {
  const { exitCode, stderr } = await capture('podman', args)
  if (exitCode !== 0) {
    throw new HostError(`podman ${args.slice(0, 2).join(' ')} failed: ${stderr.trim().split('\n').at(-1)}`)
  }
}

async function succeeds(program: string, args: string[]): Promise<boolean> {
  return (await capture(program, args)).exitCode === 0
}
