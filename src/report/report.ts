import type { Location } from '../errors.js'
import type { Finding } from '../lint/finding.js'
import type { Digest } from '../oci/digest.js'
import type { Image } from '../oci/image.js'
import type { Platform } from '../oci/platform.js'
import { digestReference, type Repository, type TaggedReference } from '../oci/reference.js'
import type { Descriptor } from '../oci/types.js'

/** How one platform was built. */
export interface PlatformReport {
  readonly platform: Platform
  readonly image: Image
  /** `emulated`: programs of the platform ran under QEMU; `cross-built`: none of them ran. */
  readonly execution: 'native' | 'emulated' | 'cross-built'
  /** Steps that podman took from a cache. */
  readonly cacheHits: number
  readonly buildSeconds: number
  readonly exportSeconds: number
  readonly verifySeconds: number
  /** Absent without a smoke test. */
  readonly smokeTestSeconds?: number
  readonly pushSeconds: number
  /** Undefined without a cache. */
  readonly cache: CacheFacts | undefined
  /** What was wrong with the image that earlier runs had a part in; it was built again without them. */
  readonly repaired?: string
}

/** What the cache did for one platform. */
export interface CacheFacts {
  /** The image is that of an earlier run, since nothing that goes into it has changed. */
  readonly unchanged: boolean
  /** Why the build can't be recognised by its inputs. */
  readonly reasons: readonly string[]
  /** Folders of `RUN --mount=type=cache` that were there before the build. */
  readonly mounts: readonly { readonly name: string; readonly bytes: number }[]
  /** Stages that went on from an image of an earlier run. */
  readonly resumed: readonly ResumedStage[]
  /** Each step that makes a layer; none of an unchanged image. */
  readonly steps: readonly StepFacts[]
}

/** A RUN, COPY or ADD. */
export interface StepFacts {
  /** Where it begins in the Dockerfile. */
  readonly line: number
  readonly keyword: string
  /** It was not run again. */
  readonly cached: boolean
  /** What it took, by podman's log. */
  readonly seconds?: number
}

/** What passed between a run and its cache. */
export interface CacheTraffic {
  /** Where the cache is, in words. */
  readonly place: string
  readonly bytesFetched: number
  /** Put aside, to be saved at the end. */
  readonly bytesToSave: number
}

/** A stage whose first steps were not run again. */
export interface ResumedStage {
  /** Its name, or its number from 0. */
  readonly stage: string
  /** Line of the Dockerfile where the last of these steps ends. */
  readonly line: number
  /** What these steps took when they ran. */
  readonly seconds: number
  /** Bytes that were fetched for them. */
  readonly bytes: number
}

/** What became of one platform in a run that failed. */
export interface Fate {
  readonly platform: Platform
  readonly outcome: 'built' | 'failed' | 'stopped' | 'not started'
  /** The outcome, and when. */
  readonly text: string
}

/** Something that the user is told. */
export interface Warning {
  readonly message: string
  readonly location?: Location
}

/** What came out of a run. */
export interface Report {
  readonly index: Descriptor
  readonly repositories: readonly Repository[]
  readonly references: readonly TaggedReference[]
  readonly platforms: readonly PlatformReport[]
  readonly pushed: boolean
  /** Reference under which the list was left in local podman storage. */
  readonly loaded: TaggedReference | undefined
  readonly ociLayout: string | undefined
  /** Folder with Docker's file of the step's logins. */
  readonly dockerConfig: string | undefined
  readonly seconds: number
  /** Undefined without a cache. */
  readonly cache: CacheTraffic | undefined
  readonly podman: string
  /** Whether a RUN on the target platform compiles. */
  readonly compilesOnTarget?: boolean
  /** What was not as it should be and did not fail the run. */
  readonly warnings: readonly Warning[]
  /** What was found in the Dockerfile. */
  readonly findings?: readonly Finding[]
  /** Decisions that were made for the user. */
  readonly notices: readonly string[]
}

/** Digest of each platform's image. */
export function digests(report: Report): Record<string, Digest> {
  return Object.fromEntries(
    report.platforms.map(({ platform, image }) => [platform.text, image.descriptor.digest]),
  )
}

/** First `repository@digest`. */
export function imageReference(report: Report): string {
  return digestReference(report.repositories[0]!, report.index.digest)
}
