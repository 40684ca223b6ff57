import type { Platform } from '../oci/platform.js'
import type { Repository, TaggedReference } from '../oci/reference.js'

/** Where a secret's text comes from. */
export interface Secret {
  readonly id: string
  readonly source: { readonly text: string } | { readonly file: string }
}

/** A login that holds for this step only. */
export interface Login {
  readonly registry: string
  readonly username: string
  readonly password: string
}

/** An annotation of the platform manifests (of one platform when named) or of the index. */
export interface Annotation {
  readonly level: 'manifest' | 'index'
  /** Normal form of the platform. */
  readonly platform?: string
  readonly key: string
  readonly value: string
}

/** Where things are kept between runs, and whether this run may write there. */
export interface CacheSettings {
  readonly kind: 'auto' | 'actions' | 'directory' | 'registry' | 'off'
  /** Folder of a directory, an absolute path; undefined for the user's own. */
  readonly folder: string | undefined
  /** Of a registry. */
  readonly repository: Repository | undefined
  readonly writable: boolean
  /** Name of the records and cache mounts of a build; undefined: made of image, file, context and target. */
  readonly scope: string | undefined
  /** Whether the folders of `RUN --mount=type=cache` are kept. */
  readonly mounts: boolean
  /** Seconds since a step ran after which it has to run again. */
  readonly ttl: number
  /** Bytes for one scope and platform. */
  readonly maxSize: number
  /** Whether a build whose inputs haven't changed is left out. */
  readonly skipUnchanged: boolean
}

/** What every platform's image is run with, before anything is tagged. */
export interface SmokeTest {
  readonly args: readonly string[]
  /** Seconds. */
  readonly timeout: number
}

/** A podman on another machine, as the user named it. */
export interface RemoteAddress {
  readonly name: string
  /** podman's global arguments that reach it. */
  readonly arguments: readonly string[]
}

/** A run that builds some platforms of an image, which another run merges. */
export interface Leg {
  /** With the record of each platform goes its whole image, its manifest and config without layers, or nothing. */
  readonly handsOver: 'record' | 'manifest' | 'image'
  /** Commit that is built. */
  readonly commit: string | undefined
}

/** Settings that go to `podman build` as they are. */
export interface PodmanBuildSettings {
  readonly target: string | undefined
  readonly buildArgs: readonly string[]
  readonly buildContexts: readonly string[]
  readonly ssh: readonly string[]
  readonly addHosts: readonly string[]
  readonly network: string | undefined
  readonly shmSize: string | undefined
  readonly ulimits: readonly string[]
  readonly pull: boolean
  readonly extraArgs: readonly string[]
  readonly format: 'oci' | 'docker'
  /** Seconds since 1970 of all layers and configs; undefined leaves the time of the build. */
  readonly timestamp: number | undefined
}

/** Everything that is asked for, validated; the world has not been looked at but for Git and the file names. */
export interface BuildRequest {
  readonly repositories: readonly Repository[]
  readonly references: readonly TaggedReference[]
  readonly platforms: readonly Platform[]
  /** Absolute path. */
  readonly context: string
  /** Absolute path. */
  readonly dockerfile: string
  readonly build: PodmanBuildSettings
  readonly secrets: readonly Secret[]
  readonly labels: ReadonlyMap<string, string>
  /** Labels that Git gives; those that the Dockerfile sets itself are left alone. */
  readonly gitLabels: ReadonlyMap<string, string>
  readonly annotations: readonly Annotation[]
  readonly qemu: 'auto' | 'always' | 'never'
  /** Container image that registers emulators when nothing else helps. */
  readonly qemuImage?: string
  /** Machines that build some of the platforms, by platform. */
  readonly builders: ReadonlyMap<string, RemoteAddress>
  /** Whether a platform is built here when its machine can't be reached. */
  readonly builderFallback: boolean
  /** Undefined: as many as there are platforms and cores for. */
  readonly maxParallel: number | undefined
  readonly cache: CacheSettings
  readonly push: boolean
  /** The images are to be merged with those of other runs, and get no tags here. */
  readonly leg: Leg | undefined
  /** Those of the references that must not get another digest. */
  readonly immutable: readonly TaggedReference[]
  readonly load: boolean
  readonly keepLayout: boolean
  readonly logins: readonly Login[]
  readonly tlsVerify: boolean
  readonly retries: number
  readonly verify: 'strict' | 'warn' | 'off'
  /** What is done with findings about the Dockerfile. */
  readonly lint: 'warn' | 'error' | 'off'
  /** Patterns of paths where files for other machines belong. */
  readonly verifyAllow: readonly string[]
  readonly smokeTest: SmokeTest | undefined
  readonly summary: boolean
  /** Token for a check a platform; undefined when none are asked for. */
  readonly checkRuns: { readonly token: string } | undefined
  /** What the user should know of decisions that were made for them. */
  readonly notices: readonly string[]
}
