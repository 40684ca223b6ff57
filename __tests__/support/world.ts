import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { proofBinary } from '../../src/emulation/proof.js'
import type { Index } from '../../src/oci/types.js'
import {
  must,
  repository,
  run,
  runStep,
  type StepEnded,
  type StepOptions,
  temporaryFolder,
} from './runner.js'

export { temporaryFolder }

function fromWorld(name: string): string {
  const value = process.env[name]
  if (!value)
    throw new Error(`${name} is not set: run scripts/test, which makes the world that these tests need`)
  return value
}

/** The open registry, `127.0.0.1:PORT`. */
export const registry = fromWorld('TEST_REGISTRY')
/** The registry that wants a login. */
export const authRegistry = fromWorld('TEST_AUTH_REGISTRY')
/** Its only user. */
export const login = { username: 'ci', password: 's3cret-ci-pass' }
/** Folder with `service-<architecture>`, static programs that say their architecture. */
export const binaries = fromWorld('TEST_BINARIES')
/** Folder with `ARCHITECTURE/busybox` and `ARCHITECTURE/hello` of Debian, for each of its architectures. */
export const foreignBinaries = (): string => fromWorld('TEST_FOREIGN_BINARIES')

/** A base image with a shell, for amd64 and arm64. */
export const minimal = `${registry}/ubi9/ubi-minimal:9.6`
/** The architecture of this machine. */
export const own = process.arch === 'arm64' ? 'arm64' : 'amd64'
/** One of another architecture. */
export const foreign = own === 'arm64' ? 'amd64' : 'arm64'

const fixtures = join(repository, '__tests__', 'fixtures')
/** A folder of the fixtures. */
export const fixture = (name: string): string => join(fixtures, name)
/** The example, shape A. */
export const gateway = join(repository, 'examples', 'gateway')

let counter = 0
/** A repository name that no other test uses. */
export function freshName(host = registry): string {
  counter += 1
  return `${host}/test-${process.pid}-${Date.now().toString(36)}/image-${counter}`
}

/** Runs the step against this world. Inputs that every test needs have defaults. */
export async function build(inputs: Record<string, string>, options: StepOptions = {}): Promise<StepEnded> {
  const step = await runStep('build', {
    ...options,
    inputs: { tags: 'test', push: 'true', cache: 'off', ...inputs },
  })
  // What later steps are given stays until the post part.
  made.push(...foldersOf(step).filter((folder) => folder !== step.outputs['docker-config']))
  return step
}

/** Runs the step and fails when it does. */
export async function mustBuild(
  inputs: Record<string, string>,
  options: StepOptions = {},
): Promise<StepEnded> {
  const ended = await build(inputs, options)
  if (ended.exitCode !== 0)
    throw new Error(`the step ended with ${ended.exitCode}\n${ended.stdout}\n${ended.stderr}`)
  return ended
}

/** Runs the post part of a step as a runner does: with what the step noted. */
export async function endStep(
  step: StepEnded,
  env: Readonly<Record<string, string | undefined>> = {},
  options: Pick<StepOptions, 'onStart'> = {},
): Promise<StepEnded> {
  const state = Object.fromEntries(
    Object.entries(step.state).map(([name, value]) => [`STATE_${name}`, value]),
  )
  const ended = await runStep('post', { ...options, env: { ...env, ...state } })
  if (step.state.cache !== undefined) expect(existsSync(step.state.cache)).toBe(false)
  return ended
}

/** Variables by which podman finds its images here, whatever home a step is given; without root they lie in the user's. */
export async function storageVariables(): Promise<Record<string, string>> {
  if (process.getuid?.() === 0) return {}
  const { store } = JSON.parse(await must(['podman', 'info', '--format', 'json']))
  const path = join(temporaryFolder(), 'storage.conf')
  const roots = `graphroot = "${store.graphRoot}"\nrunroot = "${store.runRoot}"\nrootless_storage_path = "${store.graphRoot}"\n`
  writeFileSync(path, `[storage]\ndriver = "${store.graphDriverName}"\n${roots}`)
  return { CONTAINERS_STORAGE_CONF: path }
}

const insecure = '--tls-verify=false'

/** The raw manifest or index of a reference, read by skopeo; undefined when there is none. */
export async function rawManifest(reference: string, creds?: string): Promise<string | undefined> {
  const login = creds === undefined ? [] : [`--creds=${creds}`]
  const { exitCode, stdout, stderr } = await run([
    'skopeo',
    'inspect',
    '--raw',
    insecure,
    ...login,
    `docker://${reference}`,
  ])
  if (exitCode === 0) return stdout
  if (/manifest unknown|name unknown|404/i.test(stderr)) return undefined
  throw new Error(stderr)
}

/** The index of a reference, read by skopeo. */
export async function index(reference: string, creds?: string): Promise<Index> {
  const raw = await rawManifest(reference, creds)
  if (raw === undefined) throw new Error(`${reference} is not there`)
  return JSON.parse(raw) as Index
}

/** The config of a platform's image, read by skopeo. */
export async function config(reference: string): Promise<{
  architecture: string
  variant?: string
  config: { Labels?: Record<string, string>; Healthcheck?: unknown }
  created: string
}> {
  return JSON.parse(await must(['skopeo', 'inspect', '--config', '--raw', insecure, `docker://${reference}`]))
}

/**
 * Runs a command in an image, as the platform that it is for. As a build step, since containers proper don't start
 * on every host that the tests run on.
 */
export async function runImage(
  reference: string,
  platform: string,
  command: readonly string[],
): Promise<string> {
  const context = contextWith({ Dockerfile: `FROM ${reference}\nRUN ${JSON.stringify(command)}\n` })
  return must(['podman', 'build', '--no-cache', '--layers=false', `--platform=${platform}`, context])
}

/** Folders that a run of the step has made and removes itself: it tells its post part of them. */
export function foldersOf(step: Pick<StepEnded, 'state'>): string[] {
  if (step.state.workspace === undefined) return []
  const { folders, logins, places } = JSON.parse(step.state.workspace)
  return [...folders, logins, ...places]
}

const made: string[] = []

/** Fails each test of a file after which a folder is left that a run of the step has made. */
export function expectNoLeftovers(): void {
  afterEach(() => {
    expect(made.splice(0).filter((folder) => existsSync(folder))).toEqual([])
  })
}

/** Makes a folder with some files; bytes are programs. */
export function contextWith(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = temporaryFolder()
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content, { mode: typeof content === 'string' ? 0o644 : 0o755 })
  }
  return folder
}

/** A tiny program for an architecture. */
export const program = (architecture: string): Buffer => proofBinary(architecture)
