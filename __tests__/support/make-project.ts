import { copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeEnvironment } from './make.js'
import { type Ended, must, repository, run, temporaryFolder } from './runner.js'
import { binaries, fixture, gateway, index } from './world.js'

// Projects as a developer has them, with Makefile.multiarch: real make, podman and registry.

export const BOTH = ['linux/amd64', 'linux/arm64']
/** The last line of a project's Makefile. */
export const INCLUDE = `include ${repository}/Makefile.multiarch\n`
export const cache = temporaryFolder('cache-')

/** A project with a folder for each service, and a Makefile. */
export function project(services: readonly (keyof typeof SHAPES)[], makefile: string): string {
  const folder = temporaryFolder()
  for (const service of services) SHAPES[service](join(folder, service))
  writeFileSync(join(folder, 'Makefile'), makefile)
  return folder
}

const SHAPES = {
  gateway: (folder: string) => cpSync(gateway, folder, { recursive: true }),
  'db-migrate': (folder: string) => cpSync(fixture('db-migrate'), folder, { recursive: true }),
  runtime: (folder: string) => {
    cpSync(fixture('runtime'), folder, { recursive: true })
    mkdirSync(join(folder, 'bin'), { recursive: true })
    for (const name of ['service-amd64', 'service-arm64'])
      copyFileSync(join(binaries, name), join(folder, 'bin', name))
  },
  rules: (folder: string) => cpSync(fixture('data-only'), folder, { recursive: true }),
  /** The same program for every platform, which builds and is wrong. */
  wrong: (folder: string) => {
    mkdirSync(folder)
    copyFileSync(join(binaries, 'service-amd64'), join(folder, 'service'))
    writeFileSync(
      join(folder, 'Dockerfile'),
      'FROM scratch\nCOPY --chmod=0755 service /service\nENTRYPOINT ["/service"]\n',
    )
  },
}

/** Runs make in a project, with variables of the developer's shell. */
export function make(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return run(['make', ...args], { cwd: folder, env: makeEnvironment({ XDG_CACHE_HOME: cache, ...env }) })
}

/** Runs make, and fails when it does. What it has printed. */
export async function mustMake(
  folder: string,
  args: readonly string[],
  env?: Readonly<Record<string, string>>,
): Promise<string> {
  const { exitCode, stdout, stderr } = await make(folder, args, env)
  if (exitCode !== 0) throw new Error(`make ${args.join(' ')} ended with ${exitCode}\n${stdout}\n${stderr}`)
  return stdout + stderr
}

type Podman = (...args: readonly string[]) => Promise<string>
const podmanHere: Podman = (...args) => must(['podman', ...args])

/** The names that podman's storage has for a repository. */
export async function namesOf(image: string): Promise<string[]> {
  const names = await podmanHere('images', '--format', '{{.Repository}}:{{.Tag}}')
  return names.split('\n').filter((name) => name.startsWith(`${image}:`))
}

/** The platforms of a manifest list in podman's storage; none when nothing there has that name. */
export async function inPodman(name: string, podman = podmanHere): Promise<string[]> {
  // Not asked of the list of all images, which podman 4.3 can't show where a service has built a list from scratch.
  const exists = podman('manifest', 'exists', name)
  if (
    !(await exists.then(
      () => true,
      () => false,
    ))
  )
    return []
  const { manifests } = JSON.parse(await podman('manifest', 'inspect', name)) as {
    manifests: { platform: { os: string; architecture: string } }[]
  }
  return manifests.map(({ platform }) => `${platform.os}/${platform.architecture}`)
}

/** The platforms of an index in the registry. */
export async function inRegistry(name: string): Promise<string[]> {
  return (await index(name)).manifests.map(({ platform }) => `${platform!.os}/${platform!.architecture}`)
}

/** A stand-in for kind. It keeps what it was called with and the archive, and ends as it is told. */
export function kind(exitCode = 0): {
  readonly path: string
  readonly archive: string
  readonly call: () => string
} {
  const folder = temporaryFolder()
  writeFileSync(
    join(folder, 'kind'),
    `#!/bin/sh\nprintf '%s|' "$@" >'${folder}/call'\ncp "$3" '${folder}/archive.tar'\nexit ${exitCode}\n`,
    { mode: 0o755 },
  )
  return {
    path: `${folder}:${process.env.PATH}`,
    archive: join(folder, 'archive.tar'),
    call: () => readFileSync(join(folder, 'call'), 'utf8'),
  }
}
