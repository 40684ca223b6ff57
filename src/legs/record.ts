import { createHash } from 'node:crypto'
import { MalformedError, parseDescriptor } from '../oci/parse.js'
import { type Platform, parsePlatform, platformSlug } from '../oci/platform.js'
import { parseRepository, type Repository } from '../oci/reference.js'
import type { Descriptor } from '../oci/types.js'

/** What a leg, which is a run that built some of an image's platforms, says of one of them to the run that merges. */
export interface LegRecord {
  /** Where the image goes; the first names it. */
  readonly repositories: readonly Repository[]
  readonly platform: Platform
  /** The platform's manifest. */
  readonly descriptor: Descriptor
  /** Whether the repositories have it. If not, the layout beside the record has. */
  readonly pushed: boolean
  /** How strictly it was verified. */
  readonly verify: string
  /** Commit that was built; undefined where Git could not say. */
  readonly commit: string | undefined
  /** In which attempt of its run it was built; undefined where that is no workflow run. */
  readonly attempt: string | undefined
  /** What the leg's `metadata` says of the platform. */
  readonly metadata: Readonly<Record<string, unknown>>
}

/** The record's file within what is handed over. */
export const RECORD_FILE = 'record.json'
/** Folder with an image layout, beside the record. */
export const LAYOUT_FOLDER = 'oci-layout'

const VERSION = 1
const PREFIX = 'multiarch-build'
const HASH_LENGTH = 8

/** What names of records begin with: all, or those of one image. */
export function recordPrefix(image?: Repository): string {
  if (image === undefined) return `${PREFIX}.`
  // Two names may look alike once they have no slashes and colons, which artifacts can't have in theirs
  // (https://github.com/actions/toolkit/blob/main/packages/artifact/src/internal/upload/path-and-artifact-name-validation.ts).
  const hash = createHash('sha256').update(image.text).digest('hex').slice(0, HASH_LENGTH)
  return `${PREFIX}.${image.text.replaceAll(/[/:]/g, '-')}.${hash}.`
}

/** The name under which a record is handed over: a leg that runs again replaces what it handed over before. */
export function recordName({ repositories, platform }: Pick<LegRecord, 'repositories' | 'platform'>): string {
  return `${recordPrefix(repositories[0]!)}${platformSlug(platform)}`
}

/** A record as text. */
export function encodeRecord(record: LegRecord): string {
  return JSON.stringify({
    ...record,
    version: VERSION,
    repositories: record.repositories.map(({ text }) => text),
    platform: record.platform.text,
  })
}

/**
 * Reads a record, whose text other jobs of the run could have written.
 * @throws {MalformedError}
 */
export function parseRecord(text: string): LegRecord {
  try {
    const record = object(JSON.parse(text))
    if (record.version !== VERSION) throw new Error(`its version is ${JSON.stringify(record.version)}`)
    const repositories = list(record.repositories).map((each) => parseRepository(words(each)))
    if (repositories.length === 0) throw new Error('it names no repository')
    return {
      repositories,
      platform: parsePlatform(words(record.platform)),
      descriptor: parseDescriptor(record.descriptor),
      pushed: record.pushed === true,
      verify: words(record.verify),
      commit: record.commit === undefined ? undefined : words(record.commit),
      attempt: record.attempt === undefined ? undefined : words(record.attempt),
      metadata: object(record.metadata),
    }
  } catch (cause) {
    throw new MalformedError(`a record of a platform can’t be read: ${(cause as Error).message}`, { cause })
  }
}

function object(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error('an object is missing')
  return value as Readonly<Record<string, unknown>>
}

function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error('a list is missing')
  return value
}

function words(value: unknown): string {
  if (typeof value !== 'string') throw new Error('a text is missing')
  return value
}
