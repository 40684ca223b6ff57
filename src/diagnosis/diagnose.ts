import { BASE_IMAGE_RULES } from './base-images.js'
import { DOCKERFILE_RULES } from './dockerfile-text.js'
import type { Diagnosis, FailedBuild } from './failed-build.js'
import { HOST_RULES } from './host-limits.js'
import { PROGRAM_RULES } from './programs.js'

const RULES = [...HOST_RULES, ...DOCKERFILE_RULES, ...BASE_IMAGE_RULES, ...PROGRAM_RULES]

/**
 * Why a build failed, as far as it can be told from what podman and the build's programs wrote.
 * @returns undefined for a failure that speaks for itself, or that nobody knows
 */
export function diagnose(failed: FailedBuild): Diagnosis | undefined {
  for (const rule of RULES) {
    const diagnosis = rule(failed)
    if (diagnosis !== undefined) return diagnosis
  }
  return undefined
}
