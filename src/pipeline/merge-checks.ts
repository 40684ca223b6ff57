import { MergeError } from '../errors.js'
import type { Digest } from '../oci/digest.js'
import type { Platform } from '../oci/platform.js'
import type { MergeRequest } from '../request/merge-request.js'
import type { MergeSource } from './merge-sources.js'

/**
 * One source for each platform, in the order asked for.
 * @throws {MergeError} when one is missing, not asked for, or there twice
 */
export function inOrder(sources: readonly MergeSource[], request: MergeRequest): MergeSource[] {
  const image = request.repositories[0]!.text
  const of = ({ text }: Platform) => sources.filter((source) => platformOf(source).text === text)
  const missing = request.platforms.filter((platform) => of(platform).length === 0)
  if (missing.length > 0) {
    const names = missing.map(({ text }) => text).join(', ')
    const others = sources.map((source) => platformOf(source).text).join(', ') || 'nothing'
    throw new MergeError(`${image}: ${names} is missing: there is ${others}; no tag was set`, {
      cure: `run the job that builds ${names} again, then this one; or take it out of platforms`,
    })
  }
  const unasked = sources.filter(
    (source) => !request.platforms.some(({ text }) => text === platformOf(source).text),
  )
  if (unasked.length > 0) {
    const { text } = platformOf(unasked[0]!)
    throw new MergeError(`${image}: ${unasked[0]!.from} gives ${text}, which platforms doesn’t name`, {
      cure: `add ${text} to platforms, or don’t build it`,
    })
  }
  return request.platforms.map((platform) => {
    const [first, second] = of(platform)
    // Two references may name the same image.
    const other = of(platform).find(({ image: { descriptor } }) => descriptor.digest !== digestOf(first!))
    if (other === undefined) return first!
    throw new MergeError(
      `${image}: ${platform.text} is there twice: ${digestOf(first!)} of ${first!.from}, and ${digestOf(other)} of ${(second ?? other).from}`,
      { cure: 'let one leg build each platform' },
    )
  })
}

/** What a source was handed over or named as; its config is checked against that later. */
export function platformOf({ record, image }: MergeSource): Platform {
  return record?.platform ?? image.platform
}

function digestOf({ image }: MergeSource): Digest {
  return image.descriptor.digest
}

/** @throws {MergeError} when legs have built different commits, or another than tags and annotations are of */
export function refuseOtherCommits(sources: readonly MergeSource[], request: MergeRequest): void {
  const commits = new Map(sources.flatMap(({ record }) => (record?.commit ? [[record.commit, record]] : [])))
  const image = request.repositories[0]!.text
  const said = [...commits].map(([commit, { platform }]) => `${platform.text} of ${commit}`).join(', ')
  if (commits.size > 1) {
    throw new MergeError(`${image}: the platforms are of different commits: ${said}`, {
      cure: 'let all legs check out the same commit',
    })
  }
  if (commits.size === 0 || request.commit === undefined || commits.has(request.commit)) return
  throw new MergeError(`${image}: ${said}, and this checkout is of ${request.commit}; no tag was set`, {
    cure: 'check out the same commit here as in the legs: what the tags and annotations say comes from it',
  })
}
