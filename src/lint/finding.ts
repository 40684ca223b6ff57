import type { Dockerfile } from '../dockerfile/parse.js'
import type { Location } from '../errors.js'
import type { Platform } from '../oci/platform.js'
import type { BaseOfPlatform } from './base-image-without-platform.js'
import type { ContextCopy } from './context.js'
import type { IneffectivePattern } from './ignore-file.js'
import type { RuleId } from './rules.js'

/** What is known of a build before anything of it runs. */
export interface Facts {
  readonly dockerfile: Dockerfile
  /** The Dockerfile's text. */
  readonly text: string
  readonly target: string | undefined
  readonly platforms: readonly Platform[]
  /** Those whose programs the building machine runs only under emulation. */
  readonly emulated: readonly Platform[]
  /** Platform that podman runs on. */
  readonly buildPlatform: Platform
  /** Version of podman. */
  readonly podman: string
  readonly format: 'oci' | 'docker'
  /** Build arguments; undefined for one whose value isn't known here. */
  readonly args: ReadonlyMap<string, string | undefined>
  /** Names of arguments that have another value in each build; none where nothing is kept between builds. */
  readonly moving: ReadonlySet<string>
  /** Base images that their registry has not for a platform. */
  readonly basesNotThere: readonly BaseOfPlatform[]
  /** What COPY and ADD take from the context, as far as it was looked at. */
  readonly copies: readonly ContextCopy[]
  /** Name of the file that says what of the context is left out, or that would. */
  readonly ignoreFile: string
  /** A pattern of it that does nothing. */
  readonly ineffective: IneffectivePattern | undefined
}

/** Whole lines of the Dockerfile, and what to write in their place. */
export interface Edit {
  readonly line: number
  /** The last line that is replaced. */
  readonly endLine: number
  /** Without the last line's end. */
  readonly text: string
}

/** What a rule found, without its rule. */
export interface Found {
  readonly message: string
  readonly cure: string
  readonly location: Location
  /** Gives a Dockerfile that does the same without the finding. In the order of lines; none overlap. */
  readonly replacement?: readonly Edit[]
}

/** Something in a Dockerfile that makes a build for several platforms wrong, slow or heavy. */
export interface Finding extends Found {
  readonly rule: RuleId
}

/** A rule: what it is called, and how it looks at a build. */
export interface Rule {
  readonly id: string
  readonly find: (facts: Facts) => Found[]
}
