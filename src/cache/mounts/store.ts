import type { Descriptor } from '../../oci/types.js'

/** What keeps archives and records of cache mounts from one run to the next. */
export interface MountStore {
  hasBlob(descriptor: Descriptor): Promise<boolean>
  /** Writes a blob to a file, its digest verified; false when it is not there (any more). */
  fetchBlob(descriptor: Descriptor, path: string): Promise<boolean>
  saveBlob(descriptor: Descriptor, path: string): Promise<void>
  /** Undefined when there is none of that name. */
  readDocument(name: string): Promise<Uint8Array | undefined>
  writeDocument(name: string, bytes: Uint8Array): Promise<void>
}
