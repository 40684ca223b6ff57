import picomatch from 'picomatch'
import type { TaggedReference } from '../oci/reference.js'

/** Tags that must not get another digest: those that fit a pattern, in every repository. */
export function immutableAmong(
  references: readonly TaggedReference[],
  patterns: readonly string[],
): TaggedReference[] {
  const matches = patterns.map((pattern) => picomatch(pattern, { dot: true, nonegate: true }))
  return references.filter(({ tag }) => matches.some((match) => match(tag)))
}
