import { randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Digest, digestOf, digestOfFile, encodedPart } from './digest.js'
import { type Descriptor, mediaType } from './types.js'

/**
 * An OCI image layout on disk, content-addressed
 * (https://github.com/opencontainers/image-spec/blob/v1.1.1/image-layout.md).
 */
export class Layout {
  private constructor(readonly folder: string) {}

  /** Makes an empty layout in a folder, which is created. */
  static async create(folder: string): Promise<Layout> {
    await mkdir(join(folder, 'blobs', 'sha256'), { recursive: true })
    await writeFile(join(folder, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}')
    return new Layout(folder)
  }

  /**
   * Opens a layout that somebody else wrote.
   * @throws {Error} when the folder holds none
   */
  static async open(folder: string): Promise<Layout> {
    await readFile(join(folder, 'oci-layout'))
    return new Layout(folder)
  }

  /** Where a blob is, or would be. */
  blobPath(digest: Digest): string {
    return join(this.folder, 'blobs', 'sha256', encodedPart(digest))
  }

  /** Stores some bytes and gives their descriptor. */
  async putBytes(type: string, bytes: Buffer): Promise<Descriptor> {
    const digest = digestOf(bytes)
    // Renamed into place, since another platform may be reading a blob with the same content.
    const partial = `${this.blobPath(digest)}.${randomUUID()}`
    await writeFile(partial, bytes)
    await rename(partial, this.blobPath(digest))
    return { mediaType: type, digest, size: bytes.length }
  }

  /**
   * Moves a file in as the blob of a descriptor.
   * @throws {Error} when its content or size isn't the descriptor's
   */
  async moveIn(path: string, descriptor: Descriptor): Promise<void> {
    const { size } = await stat(path)
    const digest = await digestOfFile(path)
    if (digest !== descriptor.digest || size !== descriptor.size) {
      throw new Error(
        `${path} is ${digest}, ${size} bytes, and not ${descriptor.digest}, ${descriptor.size} bytes`,
      )
    }
    await rename(path, this.blobPath(descriptor.digest))
  }

  /**
   * The bytes of a small blob: a manifest or config.
   * @throws {Error} when they are not what the digest says
   */
  async readBytes(digest: Digest): Promise<Buffer> {
    const bytes = await readFile(this.blobPath(digest))
    if (digestOf(bytes) !== digest) throw new Error(`${this.blobPath(digest)} is damaged`)
    return bytes
  }

  /** The entry points' own index, as it is written. */
  async readEntries(): Promise<Buffer> {
    return readFile(join(this.folder, 'index.json'))
  }

  /** Writes the entry point: one descriptor, under a name that `oci:FOLDER:NAME` finds. */
  async writeEntry(descriptor: Descriptor, name: string | undefined): Promise<void> {
    const named =
      name === undefined
        ? descriptor
        : { ...descriptor, annotations: { 'org.opencontainers.image.ref.name': name } }
    const index = { schemaVersion: 2, mediaType: mediaType.ociIndex, manifests: [named] }
    await writeFile(join(this.folder, 'index.json'), JSON.stringify(index))
  }

  /** A second layout that holds hard links to some of the blobs, for a tool that is to see those alone. */
  async part(folder: string, blobs: readonly Descriptor[]): Promise<Layout> {
    await rm(folder, { recursive: true, force: true })
    const layout = await Layout.create(folder)
    const digests = new Set(blobs.map((blob) => blob.digest))
    for (const digest of digests) await link(this.blobPath(digest), layout.blobPath(digest))
    return layout
  }
}
