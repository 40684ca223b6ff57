import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import semver from 'semver'
import type { Manifest } from '../../src/oci/types.js'
import { must, temporaryFolder } from './runner.js'
import { contextWith, freshName, program } from './world.js'

/** The podman of this world. */
export const podmanVersion = semver.coerce(await must(['podman', '--version']))!.version

/** Whether this world's podman is older than another. */
export const isBefore = (version: string): boolean => semver.lt(podmanVersion, semver.coerce(version)!)

/** Plain podman, as the usual recipes call it. */
export async function podman(...args: readonly string[]): Promise<string> {
  return must(['podman', ...args])
}

/** Builds with plain podman. @returns the image's id */
export async function plainBuild(...args: readonly string[]): Promise<string> {
  return (await podman('build', '-q', ...args)).trim().split('\n').at(-1)!
}

/** An image as a registry would get it. */
export interface Exported {
  readonly manifest: Manifest
  readonly config: {
    readonly architecture: string
    readonly variant?: string
    readonly config: {
      readonly Labels?: Record<string, string>
      readonly Env?: readonly string[]
      readonly Healthcheck?: unknown
    }
  }
  /** Names of all files of the layers. */
  readonly files: () => Promise<string[]>
  /** The bytes of a file; undefined when no layer has it. */
  readonly file: (name: string) => Promise<string | undefined>
}

/** Takes an image out of local storage, or out of a registry by `docker://…`. */
export async function exported(image: string): Promise<Exported> {
  const folder = join(temporaryFolder(), 'image')
  if (image.startsWith('docker://')) {
    await must(['skopeo', 'copy', '-q', '--src-tls-verify=false', image, `dir:${folder}`])
  } else await podman('push', '-q', image, `dir:${folder}`)
  const blob = (digest: string) => join(folder, digest.replace('sha256:', ''))
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest
  const list = async (digest: string) =>
    (await must(['tar', '-tf', blob(digest)])).split('\n').filter((name) => name !== '')
  const files = async () => (await Promise.all(manifest.layers.map(({ digest }) => list(digest)))).flat()
  return {
    manifest,
    config: JSON.parse(readFileSync(blob(manifest.config.digest), 'utf8')),
    files,
    file: async (name) => {
      for (const { digest } of [...manifest.layers].reverse()) {
        if ((await list(digest)).includes(name)) {
          return must(['tar', '-xOf', blob(digest), name], { encoding: 'latin1' })
        }
      }
      return undefined
    },
  }
}

// https://refspecs.linuxfoundation.org/elf/gabi4+/ch4.eheader.html
const MACHINES: Readonly<Record<number, string>> = { 62: 'amd64', 183: 'arm64', 22: 's390x' }

/** The architecture that a program in an image is for. */
export async function machineOf(image: Exported, name: string): Promise<string | undefined> {
  const bytes = Buffer.from((await image.file(name)) ?? '', 'latin1')
  return MACHINES[bytes.readUInt16LE(18)]
}

/** Pushes a base image that tells by `/arch` for which platform it was taken. @returns its name */
export async function telltaleBase(): Promise<string> {
  const name = freshName()
  const context = contextWith({
    Dockerfile: 'FROM scratch\nARG TARGETARCH\nCOPY $TARGETARCH /arch\n',
    amd64: 'amd64',
    arm64: 'arm64',
  })
  await plainBuild('--no-cache', '--platform=linux/amd64,linux/arm64', `--manifest=${name}`, context)
  await podman('manifest', 'push', '-q', '--all', name, `docker://${name}`)
  await podman('manifest', 'rm', name)
  return name
}

/** Pushes an image for amd64 alone, not in a list, with a program. @returns its name */
export async function amd64Only(): Promise<string> {
  const name = freshName()
  const context = contextWith({
    Dockerfile: 'FROM scratch\nCOPY app data /\n',
    app: program('amd64'),
    data: '',
  })
  await plainBuild('--no-cache', '--platform=linux/amd64', `--tag=${name}`, context)
  await podman('push', '-q', name)
  await podman('rmi', '-f', name)
  return name
}
