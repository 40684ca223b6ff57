import { chmodSync, lstatSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseDockerfile } from '../../../../src/dockerfile/parse.js'
import { fingerprint } from '../../../../src/fingerprint/fingerprint.js'
import type { Fingerprint, FingerprintInputs, Resolution } from '../../../../src/fingerprint/types.js'
import { digestOf } from '../../../../src/oci/digest.js'
import { parsePlatform } from '../../../../src/oci/platform.js'
import type { PodmanBuildSettings } from '../../../../src/request/build-request.js'
import { temporaryFolder } from '../../../support/runner.js'

/** A file's text, or what else is there. */
export type File =
  | string
  | { readonly link: string }
  | { readonly folder: true }
  | { readonly text: string; readonly mode: number }

/** A build, by what differs from the plain one. */
export interface Given {
  readonly dockerfile: string
  readonly files?: Readonly<Record<string, File>>
  readonly settings?: Partial<PodmanBuildSettings>
  readonly images?: Readonly<Record<string, Resolution>>
  readonly secrets?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  readonly tools?: Partial<FingerprintInputs['tools']>
  readonly podman?: string
  readonly platform?: string
  readonly buildPlatform?: string
  readonly name?: string
}

/** An image with some digest. */
export function image(seed: string, environment: readonly string[] = [], onBuild: readonly string[] = []) {
  return { digest: digestOf(seed), environment, onBuild }
}

/** Writes files below a folder. */
export function write(folder: string, files: Readonly<Record<string, File>>): void {
  for (const [name, file] of Object.entries(files)) {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    if (typeof file === 'string') writeFileSync(path, file, { mode: 0o644 })
    else if ('link' in file) symlinkSync(file.link, path)
    else if ('folder' in file) mkdirSync(path, { recursive: true })
    else {
      writeFileSync(path, file.text)
      chmodSync(path, file.mode)
    }
  }
}

const PLAIN: PodmanBuildSettings = {
  target: undefined,
  buildArgs: [],
  buildContexts: [],
  ssh: [],
  addHosts: [],
  network: undefined,
  shmSize: undefined,
  ulimits: [],
  pull: false,
  extraArgs: [],
  format: 'oci',
  timestamp: 315532800,
}

/** The inputs of a build, in a folder of its own. */
export function inputsOf(given: Given): FingerprintInputs {
  const folder = temporaryFolder('fingerprint-')
  const context = join(folder, 'context')
  mkdirSync(context)
  write(context, given.files ?? {})
  const path = join(folder, given.name ?? 'Dockerfile')
  const secrets = Object.entries(given.secrets ?? {}).map(([id, text]) => {
    const file = join(folder, `secret-${id}`)
    writeFileSync(file, text)
    return { id, file }
  })
  // Paths of files that a test names relative to its folder.
  const here = (text: string) => text.replaceAll('{folder}', folder)
  const settings = { ...PLAIN, ...given.settings }
  return {
    dockerfile: parseDockerfile(given.dockerfile, path),
    text: given.dockerfile,
    context,
    platform: parsePlatform(given.platform ?? 'linux/arm64'),
    buildPlatform: parsePlatform(given.buildPlatform ?? 'linux/amd64'),
    settings: {
      ...settings,
      extraArgs: settings.extraArgs.map(here),
      buildContexts: settings.buildContexts.map(here),
    },
    secrets,
    env: given.env ?? {},
    tools: {
      product: '1.0.0',
      podman: { version: given.podman ?? '5.8.6', rootless: false },
      settings: digestOf(''),
      execution: ({ text }) => (text === 'linux/amd64' ? 'native' : 'qemu 7.2'),
      ...given.tools,
    },
    resolveImage: async (reference, platform) => {
      const images: Readonly<Record<string, Resolution>> = given.images ?? {}
      return reference in images ? images[reference] : image(`${reference} ${platform.text}`)
    },
  }
}

/** The fingerprint of a build. */
export function compute(given: Given): Promise<Fingerprint> {
  return fingerprint(inputsOf(given))
}

/** The keys of the target's stage, FROM first. */
export function chain({ stages }: Fingerprint): readonly (string | undefined)[] {
  const { base, steps } = stages.at(-1)!
  return [base, ...steps.map(({ key }) => key)]
}

/** How many keys two chains have in common from their beginning. */
export function commonSteps(a: Fingerprint, b: Fingerprint): number {
  const [one, two] = [chain(a), chain(b)]
  const differs = one.findIndex((key, at) => key === undefined || key !== two[at])
  return differs < 0 ? one.length : differs
}

/** Whether a path is there, link or not. */
export function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}
