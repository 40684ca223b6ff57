import type { Dockerfile, Instruction } from '../dockerfile/parse.js'
import type { Platform } from '../oci/platform.js'

/** What is known of a build that podman ended with an error. The log is somebody else's text. */
export interface FailedBuild {
  readonly platform: Platform
  /** Whether another machine built it. */
  readonly elsewhere?: boolean
  /** How programs of the platform run here; undefined when nothing was set up to run them. */
  readonly runs: 'native' | 'emulated' | undefined
  readonly emulator?: { readonly path: string | undefined; readonly version: string | undefined }
  readonly podman: { readonly version: string; readonly rootless: boolean }
  readonly dockerfile: Dockerfile
  readonly target: string | undefined
  /** The instruction that failed, where it could be found. */
  readonly instruction: Instruction | undefined
  readonly exitCode: number
  /** podman's own last words, without `Error: `. */
  readonly reason: string
  /** The last lines of the log since the failing step began. */
  readonly lines: readonly string[]
  /** Free space of the folders that a build writes to. */
  readonly space: readonly Space[]
}

/** Room on the file system of a folder. */
export interface Space {
  readonly folder: string
  readonly freeBytes: number
}

/** Why a build failed, and what can be done about it. */
export interface Diagnosis {
  readonly cause: string
  readonly cure: string
  /** What may go well when it is tried again soon: the name of the image that could not be pulled, undefined where it is not known or the build itself. */
  readonly unpulled?: { readonly image: string | undefined }
}

/** One kind of failure: recognises it, or leaves it to the next. */
export type Rule = (failed: FailedBuild) => Diagnosis | undefined

/** The first match among podman's last words and the lines of the failing step. */
export function said(failed: FailedBuild, pattern: RegExp): RegExpExecArray | undefined {
  for (const line of [failed.reason, ...failed.lines]) {
    const match = pattern.exec(line)
    if (match) return match
  }
  return undefined
}

/** The first match in what podman itself says. */
export function podmanSaid(failed: FailedBuild, pattern: RegExp): RegExpExecArray | undefined {
  return pattern.exec(failed.reason) ?? undefined
}

/** Whether a program of the image failed, not podman. */
export function inRun(failed: FailedBuild): boolean {
  return failed.instruction?.keyword === 'RUN' || /exit status \d+$/.test(failed.reason)
}
