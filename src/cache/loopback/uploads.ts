import { createHash, type Hash, randomUUID } from 'node:crypto'
import { type FileHandle, open, rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import type { Digest } from '../../oci/digest.js'
import type { Content } from './content.js'

interface Upload {
  readonly hash: Hash
  readonly file: FileHandle
  size: number
  /** What went wrong when bytes were to be kept. */
  failure?: Error
}

/**
 * Uploads under way. Bytes go to a file as they come and are hashed on the way. When they can't be kept (a full disk), the
 * upload is still taken to its end and only its content is forgotten: a cache must not fail what uses it, and podman gives up a
 * build whose cache refuses a push.
 */
export class Uploads {
  readonly #uploads = new Map<string, Upload>()

  constructor(
    private readonly content: Content,
    private readonly onLoss: (error: Error) => void,
  ) {}

  async start(): Promise<string> {
    const id = randomUUID()
    const file = await open(this.content.uploadPath(id), 'wx', 0o600)
    this.#uploads.set(id, { hash: createHash('sha256'), file, size: 0 })
    return id
  }

  /** Bytes that an upload has; undefined when there is no such upload. */
  size(id: string): number | undefined {
    return this.#uploads.get(id)?.size
  }

  /** Adds bytes; gives how many the upload has now. */
  async append(id: string, bytes: Readable): Promise<number> {
    const upload = this.#uploads.get(id)!
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      upload.hash.update(chunk)
      upload.size += chunk.length
      if (upload.failure === undefined)
        await upload.file.writeFile(chunk).catch((error) => {
          upload.failure = error
        })
    }
    return upload.size
  }

  /** Ends an upload: false, and nothing is kept, when its bytes have another digest. */
  async finish(id: string, digest: Digest): Promise<boolean> {
    const upload = this.#uploads.get(id)!
    this.#uploads.delete(id)
    await upload.file.close().catch((error) => {
      upload.failure ??= error
    })
    const path = this.content.uploadPath(id)
    const matches = `sha256:${upload.hash.digest('hex')}` === digest
    if (matches && upload.failure === undefined) {
      await this.content.take(digest, path).catch((error) => {
        upload.failure = error
      })
    }
    if (!matches || upload.failure !== undefined) await rm(path, { force: true })
    if (matches && upload.failure !== undefined) {
      this.content.lose(digest)
      this.onLoss(upload.failure)
    }
    return matches
  }

  /** Gives an upload up. */
  async abandon(id: string): Promise<void> {
    const upload = this.#uploads.get(id)
    this.#uploads.delete(id)
    await upload?.file.close().catch(() => undefined)
    await rm(this.content.uploadPath(id), { force: true })
  }

  /** Gives all up. */
  async close(): Promise<void> {
    await Promise.all([...this.#uploads.keys()].map((id) => this.abandon(id)))
  }
}
