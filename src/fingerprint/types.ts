import type { Dockerfile, Instruction, Stage } from '../dockerfile/parse.js'
import type { Digest } from '../oci/digest.js'
import type { Platform } from '../oci/platform.js'
import type { PodmanBuildSettings } from '../request/build-request.js'
import type { FileReader } from './file-reader.js'

/** What a registry has under a reference, for one platform. */
export interface ResolvedImage {
  /** Of the platform's manifest. */
  readonly digest: Digest
  /** `NAME=value` of its config; these win over arguments of the same name. */
  readonly environment: readonly string[]
  /** Instructions that its config adds to a build that begins with it. */
  readonly onBuild: readonly string[]
}

/** `local`: only this machine's storage has it. Undefined: it can't be told. */
export type Resolution = ResolvedImage | 'local' | undefined

/** Everything that goes into the build of one platform. */
export interface FingerprintInputs {
  readonly dockerfile: Dockerfile
  /** The text that `dockerfile` was parsed from. */
  readonly text: string
  /** Absolute path. */
  readonly context: string
  /** Ignore file that podman is told to use besides what `extra-args` says. */
  readonly ignoreFile?: string
  readonly platform: Platform
  /** Platform that podman runs on. */
  readonly buildPlatform: Platform
  readonly settings: PodmanBuildSettings
  readonly secrets: readonly { readonly id: string; readonly file: string }[]
  /** podman's environment. */
  readonly env: Readonly<Record<string, string | undefined>>
  readonly tools: Tools
  /** Looks an image up as podman would. It may be called several times with one reference. */
  readonly resolveImage: (reference: string, platform: Platform) => Promise<Resolution>
}

/** What builds. */
export interface Tools {
  /** Of this product. */
  readonly product: string
  readonly podman: { readonly version: string; readonly rootless: boolean }
  /** Of those settings of containers that matter to a build. */
  readonly settings: Digest
  /** How programs of a platform run: natively, or by which emulator; any text. */
  readonly execution: (platform: Platform) => string
}

/** Why a build, or what follows a step of it, can't be recognised. */
export interface Ineligible {
  readonly reason: string
  /** Line of the Dockerfile; undefined where the whole build is concerned. */
  readonly line: number | undefined
}

/** The key of what a build has after a step; undefined where it can't be told. */
export type Key = Digest | undefined

/** The keys of a stage. */
export interface StageKeys {
  readonly stage: Stage
  readonly platform: Platform | undefined
  /** The image of a registry that it begins with, variables replaced; undefined for another stage and for nothing. */
  readonly image: string | undefined
  /** Of what it begins with, FROM included. */
  readonly base: Key
  /** What follows FROM. */
  readonly steps: readonly { readonly instruction: Instruction; readonly key: Key }[]
  /** Of its end. */
  readonly key: Key
}

/** What a build would be made from. */
export interface Fingerprint {
  /** The stages that the target needs, in the file's order. */
  readonly stages: readonly StageKeys[]
  /** The target's: two builds with the same one are made from the same inputs. Undefined when anything isn't known. */
  readonly key: Key
  readonly ineligible: readonly Ineligible[]
  /** The files that were read. */
  readonly reader: FileReader
}

/** Thrown while a step's inputs are looked at; the message is the reason. */
export class NotEligible extends Error {}
