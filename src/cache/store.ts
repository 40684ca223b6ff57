import type { Digest } from '../oci/digest.js'
import type { Descriptor } from '../oci/types.js'

/** What a blob is known by. */
export type BlobKey = Pick<Descriptor, 'digest' | 'size'>

/** What a store has done so far, for the summary. */
export interface CacheUsage {
  readonly operations: number
  /** Operations that the store itself failed, not those that found nothing. */
  readonly failures: number
  readonly blobsFetched: number
  readonly bytesFetched: number
  readonly blobsSaved: number
  readonly bytesSaved: number
}

/**
 * A place that keeps things between runs: blobs, by their content, and documents, small byte strings with a name, of which
 * the newest counts.
 *
 * What goes wrong with the store itself is never thrown: a store that is read-only, full, slow, absent, or lies costs
 * one warning for each kind of problem and a bounded time, and what was asked for counts as absent. A store that keeps
 * failing is left alone for the rest of the run.
 */
export interface CacheStore {
  /** For messages: `GitHub’s cache`, or a folder. */
  readonly place: string
  /** Whether this run may write; saves are ignored without it. */
  readonly writable: boolean
  readonly usage: CacheUsage
  /** Blobs that were found to be something else; a save replaces them. */
  readonly broken: ReadonlySet<Digest>
  hasBlob(blob: BlobKey): Promise<boolean>
  /** True only when the file at `path` now holds exactly these bytes; else there is no file, or the one from before. */
  fetchBlob(blob: BlobKey, path: string): Promise<boolean>
  /**
   * Keeps a file's content, unless it is there already.
   * @returns whether the store has it now
   */
  saveBlob(blob: BlobKey, path: string, options?: SaveOptions): Promise<boolean>
  readDocument(name: string): Promise<Buffer | undefined>
  /**
   * Writes the newest version of a document.
   * @param keeps blobs in this store that are to stay as long as the document does
   * @returns whether it was written
   */
  writeDocument(name: string, bytes: Buffer, keeps?: readonly Descriptor[]): Promise<boolean>
  /** Ends what is still under way. */
  close(): Promise<void>
}

/** How a blob is saved. */
export interface SaveOptions {
  /** What the store has under this digest is known to be broken, from an earlier part of the run. */
  readonly replace?: boolean
}

/** How a store is opened. */
export interface Opening {
  readonly writable: boolean
  readonly signal?: AbortSignal | undefined
  readonly tell: Teller
  /** Time for an operation but for the transfer of content; a default otherwise. */
  readonly patienceMs?: number
}

/** Whom a store tells of its problems. */
export interface Teller {
  info(message: string): void
  warning(message: string): void
}

/** Whether a text names a document: it becomes a file's name, a tag and a part of a key. */
export function isDocumentName(name: string): boolean {
  return /^[a-z0-9][a-z0-9._-]{0,79}$/.test(name)
}
