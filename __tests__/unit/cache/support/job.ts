import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync } from 'node:fs'
import { mkdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { CacheMounts } from '../../../../src/cache/mounts/dockerfile.js'
import { foldersOf } from '../../../../src/cache/mounts/folders.js'
import { PACK_BYTES } from '../../../../src/cache/mounts/packs.js'
import { recordBlobs } from '../../../../src/cache/mounts/record.js'
import { type MountSite, type Restored, restoreMounts } from '../../../../src/cache/mounts/restore.js'
import { saveMounts } from '../../../../src/cache/mounts/save.js'
import { Pending, readPending, savePending } from '../../../../src/cache/pending.js'
import { isOld, now, RecordBook } from '../../../../src/cache/record-book.js'
import { type CheckpointRecord, ownLayers } from '../../../../src/cache/records.js'
import type { CacheStore } from '../../../../src/cache/store.js'
import { type Digest, digestOf } from '../../../../src/oci/digest.js'
import type { Platform } from '../../../../src/oci/platform.js'
import { type Descriptor, mediaType } from '../../../../src/oci/types.js'
import { content, type Repository, type Service } from './services.js'

/** One byte of contents stands for so many. */
export const SCALE = 8192
export const scaled = (bytes: number) => Math.round(bytes / SCALE)
export const TTL = 14 * 86_400
// Where there is a file system in memory, this takes a tenth of the time.
const MEMORY = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
const LIMIT = scaled(2e9)
const SYSTEM_LAYER = scaled(40e6)
const MODULES_LAYER = scaled(120e6)

const MOUNT = { name: '/root/.cache/go-build', key: '/root/.cache/go-build', uid: 0, gid: 0 }
const MOUNTS: CacheMounts = { mounts: [MOUNT], complete: true }
const NO_PLACE = { kind: 'directory', folder: '/' } as const
const BASE = { mediaType: 'layer', digest: digestOf('base image'), size: scaled(80e6) }

/** What became of one platform in a job. */
export interface Outcome {
  readonly unchanged: boolean
  /** How long ago the oldest step ran that was taken, in seconds; undefined when all of them ran. */
  readonly taken?: number
  readonly warnings: readonly string[]
}

/**
 * One run of the action for a service: what src/pipeline does with the cache, with files in place of podman's builds. The steps are `RUN dnf`,
 * which never gives the same twice, `RUN go mod download`, which does, and `RUN go build` with its cache mount.
 */
export class Job {
  private readonly folder = mkdtempSync(join(MEMORY, 'month-'))
  private readonly pending: Pending

  constructor(
    private readonly repository: Repository,
    private readonly service: Service,
    private readonly store: CacheStore,
  ) {
    this.pending = new Pending(this.folder, { place: NO_PLACE as never, loginHosts: [], tlsVerify: true })
  }

  /** @returns what became of the platform; what is to be kept waits for {@link end} */
  async build(platform: Platform): Promise<Outcome> {
    const { store, pending, repository, service } = this
    const book = new RecordBook(service.name, platform, { store, pending }, { ttl: TTL, maxSize: LIMIT })
    const fingerprint = digestOf(`${repository.inputs(service)} ${platform.text}`)
    const known = (await book.read()).builds.get(fingerprint)
    if (known !== undefined && now() - known.ran < TTL) {
      const note = new Map([[fingerprint, { ...known, used: now() }]])
      if (isOld(known.used)) await book.add({ builds: note })
      return { unchanged: true, warnings: [] }
    }
    const steps = await this.steps(book, platform)
    const warnings = await this.compile(platform)
    if (store.writable) {
      await book.add({ checkpoints: new Map(steps.kept) })
      const image = imageOf([...steps.layers, layerOf(fingerprint)])
      const facts = { ...image, execution: 'native' as const, repositories: ['quay.io/o/i'], seconds: 90 }
      await book.add({ builds: new Map([[fingerprint, { ...facts, ran: steps.ran, used: now() }]]) })
    }
    return { unchanged: false, warnings, ...(steps.taken !== undefined && { taken: steps.taken }) }
  }

  /** Saves what was put aside, as the post part does. */
  async end(): Promise<void> {
    const list = await readPending(this.folder)
    if (list !== undefined) await savePending(this.folder, list, this.store)
    await rm(this.folder, { recursive: true })
  }

  private async steps(book: RecordBook, platform: Platform) {
    const own = (await book.read()).checkpoints
    const usable = new Map<Digest, CheckpointRecord>()
    for (const { checkpoints } of [...(await book.readOthers()), await book.read()]) {
      for (const [key, record] of checkpoints) if (now() - record.ran < TTL) usable.set(key, record)
    }
    const keys = [digestOf(`${platform.text} base ${this.repository.base}`)]
    keys.push(digestOf(`${keys[0]} modules ${this.repository.modules}`))
    let found: CheckpointRecord | undefined
    let done = keys.length
    for (; done > 0 && found === undefined; done--) {
      const record = usable.get(keys[done - 1]!)
      if (record !== undefined && (await this.fetchLayers(record))) found = record
    }
    if (found !== undefined) done += 1
    const kept: [Digest, CheckpointRecord][] = []
    if (found !== undefined && isOld(own.get(keys[done - 1]!)?.used ?? 0)) {
      kept.push([keys[done - 1]!, { ...found, used: now() }])
    }
    const ran = found?.ran ?? now()
    let layers = found?.manifest.layers ?? [BASE]
    for (const [at, key] of keys.entries()) {
      if (at < done) continue
      const bytes = at === 0 ? randomBytes(SYSTEM_LAYER) : modules(platform, this.repository.modules)
      layers = [...layers, await this.putAside(bytes)]
      kept.push([key, { ...imageOf(layers), baseLayers: 1, seconds: 60, ran, used: now() }])
    }
    return { kept, layers, ran, ...(found && { taken: now() - found.ran }) }
  }

  private async fetchLayers(record: CheckpointRecord): Promise<boolean> {
    const fetching = ownLayers(record).map((layer) =>
      this.store.fetchBlob(layer, join(this.folder, layer.digest)),
    )
    return (await Promise.all(fetching)).every((each) => each)
  }

  private async putAside(bytes: Buffer): Promise<Descriptor> {
    const path = join(this.folder, `layer-${randomUUID()}`)
    await writeFile(path, bytes)
    const layer = await this.pending.addBlob(path, { mediaType: 'layer', broken: this.store.broken })
    await rm(path)
    return layer
  }

  /** What `go build` does with its cache: dates what it uses, writes what it compiles. */
  private async compile(platform: Platform): Promise<readonly string[]> {
    const site = await this.mountSite(platform)
    const restored = await restoreMounts(site, MOUNTS)
    // The file system's clock has ticks of some milliseconds.
    await sleep(8)
    const folder = join(site.temporary, foldersOf(MOUNT)[0]!)
    const there = await this.goFolder(folder, restored)
    await Promise.all(
      this.service.parts.map(async ({ name, version, size }) => {
        const id = digestOf(`${name} ${version} ${platform.text}`).slice('sha256:'.length)
        const file = `${id.slice(0, 2)}/${id}-d`
        if (there.has(file)) await utimes(join(folder, file), new Date(), new Date())
        else await writeFile(join(folder, file), content(id, size))
      }),
    )
    if (!this.store.writable) return restored.facts.warnings
    const saved = await saveMounts(site, restored)
    return [...restored.facts.warnings, ...saved.warnings]
  }

  private async goFolder(folder: string, { mounts }: Restored): Promise<ReadonlySet<string>> {
    const index = mounts[0]?.index.entries
    if (index !== undefined) return new Set(index.map(({ path }) => path))
    for (let at = 0; at < 256; at++) {
      await mkdir(join(folder, at.toString(16).padStart(2, '0')), { recursive: true })
    }
    await writeFile(join(folder, 'README'), 'Go’s build cache')
    return new Set()
  }

  private async mountSite(platform: Platform): Promise<MountSite> {
    const { store, pending } = this
    const part = (name: string) => join(this.folder, platform.architecture, name)
    for (const name of ['tmp', 'work']) await mkdir(part(name), { recursive: true })
    return {
      scope: this.service.name,
      platform,
      rootless: false,
      temporary: part('tmp'),
      work: part('work'),
      podman: '5.8.6',
      limit: LIMIT,
      packBytes: scaled(PACK_BYTES),
      store: {
        hasBlob: (blob) => store.hasBlob(blob),
        fetchBlob: (blob, path) => store.fetchBlob(blob, path),
        saveBlob: async (blob, path) => {
          if (blob.mediaType.includes('.index+')) indexes.add(blob.digest)
          await pending.addBlob(path, { mediaType: blob.mediaType, broken: store.broken })
        },
        readDocument: (name) => store.readDocument(name),
        writeDocument: (name, bytes) => pending.addDocument(name, Buffer.from(bytes), recordBlobs(bytes)),
      },
    }
  }
}

/** Digests of the lists of what is in a mount: a scaled mount has fewer files, and larger ones. */
export const indexes = new Set<string>()

/** Digests of layers that all services have. */
export const commonLayers = new Set<string>()

/** The layer of `go mod download`, the same in each service. */
function modules({ text }: Platform, revision: number): Buffer {
  const bytes = content(`modules ${text} ${revision}`, MODULES_LAYER).subarray(0, MODULES_LAYER)
  commonLayers.add(digestOf(bytes))
  return bytes
}

function layerOf(name: string): Descriptor {
  return { mediaType: 'layer', digest: digestOf(`layer ${name}`), size: scaled(30e6) }
}

function imageOf(layers: readonly Descriptor[]) {
  return {
    manifest: {
      schemaVersion: 2 as const,
      mediaType: mediaType.ociManifest,
      config: { mediaType: mediaType.ociConfig, digest: digestOf('config'), size: 3 },
      layers,
    },
    config: {
      os: 'linux',
      architecture: 'arm64',
      // As long as that of an image on Red Hat's, whose labels and history take some thousand bytes.
      history: Array.from({ length: 40 }, (_, at) => ({
        created_by: `/bin/sh -c #(nop) LABEL number=${at} of the image`,
      })),
      rootfs: { type: 'layers' as const, diff_ids: layers.map(({ digest }) => digest) },
    },
  }
}
