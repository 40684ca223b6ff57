import { createReadStream } from 'node:fs'
import { link, mkdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { type Digest, encodedPart } from '../../oci/digest.js'

/** Blobs that the loopback registry gives out without holding them: base layers, which their own registry has. */
export interface Upstream {
  /** Bytes of a blob that {@link open} can give; undefined when there is no such blob. */
  size(digest: Digest): number | undefined
  open(digest: Digest): Promise<Readable>
}

/** A manifest, as it was pushed or offered. */
export interface StoredManifest {
  readonly bytes: Buffer
  readonly mediaType: string
  readonly digest: Digest
}

/** What a loopback registry holds: blobs as files, which all repositories share, and manifests in memory. */
export class Content {
  readonly #blobs = new Map<Digest, number>()
  readonly #lost = new Set<Digest>()
  readonly #manifests = new Map<string, Map<string, StoredManifest>>()

  private constructor(
    private readonly folder: string,
    private readonly upstream: Upstream | undefined,
  ) {}

  /** Makes the folder. */
  static async open(folder: string, upstream?: Upstream): Promise<Content> {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    return new Content(folder, upstream)
  }

  /** Where a blob's file is, or would be. */
  blobPath(digest: Digest): string {
    return join(this.folder, encodedPart(digest))
  }

  /** Where the bytes of an upload are collected. */
  uploadPath(id: string): string {
    return join(this.folder, `upload-${id}`)
  }

  /** Whether the bytes of a blob are here, not just at the upstream. */
  holds(digest: Digest): boolean {
    return this.#blobs.has(digest)
  }

  /** Takes over a file whose digest was checked. */
  async take(digest: Digest, file: string): Promise<void> {
    const { size } = await stat(file)
    await rename(file, this.blobPath(digest))
    this.#blobs.set(digest, size)
    this.#lost.delete(digest)
  }

  /** Takes in a second name of a file whose digest was checked. */
  async share(digest: Digest, file: string): Promise<void> {
    const { size } = await stat(file)
    await rm(this.blobPath(digest), { force: true })
    await link(file, this.blobPath(digest))
    this.#blobs.set(digest, size)
  }

  /** Notes that a blob was accepted whose bytes could not be kept. */
  lose(digest: Digest): void {
    this.#lost.add(digest)
  }

  /** Bytes of a blob, wherever it is; undefined when it is nowhere. One that was lost counts as here. */
  blobSize(digest: Digest): number | undefined {
    return this.#blobs.get(digest) ?? this.upstream?.size(digest) ?? (this.#lost.has(digest) ? 0 : undefined)
  }

  /** A blob's bytes from `start` to `end`, both included; undefined when it is nowhere. */
  async openBlob(digest: Digest, start?: number, end?: number): Promise<Readable | undefined> {
    if (this.#blobs.has(digest)) return createReadStream(this.blobPath(digest), { start, end })
    if (this.upstream?.size(digest) === undefined || start !== undefined) return undefined
    return this.upstream.open(digest)
  }

  /** All bytes of a small blob that is here; undefined when it isn't. */
  async read(digest: Digest): Promise<Buffer | undefined> {
    return this.#blobs.has(digest) ? readFile(this.blobPath(digest)) : undefined
  }

  async deleteBlob(digest: Digest): Promise<boolean> {
    const known = this.#blobs.delete(digest)
    await rm(this.blobPath(digest), { force: true })
    return known
  }

  putManifest(repository: string, reference: string, manifest: StoredManifest): void {
    const known = this.#manifests.get(repository) ?? new Map<string, StoredManifest>()
    known.set(reference, manifest).set(manifest.digest, manifest)
    this.#manifests.set(repository, known)
  }

  manifest(repository: string, reference: string): StoredManifest | undefined {
    return this.#manifests.get(repository)?.get(reference)
  }

  /** Deletes a tag, or a manifest with all tags that point to it. */
  deleteManifest(repository: string, reference: string): boolean {
    const known = this.#manifests.get(repository)
    const manifest = known?.get(reference)
    if (known === undefined || manifest === undefined) return false
    known.delete(reference)
    if (reference === manifest.digest) {
      for (const [tag, { digest }] of known) if (digest === manifest.digest) known.delete(tag)
    }
    return true
  }

  /** Tags of a repository, sorted; undefined when there is no such repository. */
  tags(repository: string): string[] | undefined {
    const known = this.#manifests.get(repository)
    return known && [...known.keys()].filter((reference) => !reference.includes(':')).sort()
  }
}
