import { chmod, mkdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import type { EmulatorCache } from '../emulation/cache.js'
import { messageOf } from '../errors.js'
import type { Host } from '../host/host.js'
import { isDigest } from '../oci/digest.js'
import type { CacheSession } from './session.js'
import type { BlobKey } from './store.js'

interface EmulatorDocument {
  readonly blob: BlobKey
  /** QEMU's version. */
  readonly version: string
}

const MEDIA_TYPE = 'application/octet-stream'

/** Emulators in a run's cache: a document for each pair of architectures, and the program as a blob. */
export function emulatorCache(session: CacheSession, host: Host): EmulatorCache {
  return {
    fetch: async (architecture) => {
      try {
        return await fetchEmulator(session, architecture)
      } catch (error) {
        host.warning(`cache: the emulator for ${architecture} can’t be fetched: ${messageOf(error)}`)
        return undefined
      }
    },
    keep: async (architecture, { path, version }) => {
      try {
        const opened = await session.open()
        if (!opened?.store.writable) return
        const blob = await opened.pending.addBlob(await realpath(path), {
          mediaType: MEDIA_TYPE,
          broken: opened.store.broken,
        })
        const document: EmulatorDocument = { blob, version }
        await opened.pending.addDocument(nameFor(architecture), Buffer.from(JSON.stringify(document)), [blob])
      } catch (error) {
        host.warning(`cache: the emulator for ${architecture} can’t be put aside: ${messageOf(error)}`)
      }
    },
  }
}

async function fetchEmulator(session: CacheSession, architecture: string) {
  const opened = await session.open()
  const bytes = await opened?.store.readDocument(nameFor(architecture))
  const document = bytes && parse(bytes)
  if (opened === undefined || document === undefined) return undefined
  const folder = join(opened.folder, 'emulators')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, `qemu-${architecture}`)
  if (!(await opened.store.fetchBlob(document.blob, path))) return undefined
  // The kernel looks at the file's own rights for every user that runs it, also after its folder is out of sight.
  await chmod(path, 0o755)
  return { path, version: document.version }
}

function nameFor(architecture: string): string {
  return `emulator-${process.arch}-${architecture}`
}

function parse(bytes: Buffer): EmulatorDocument | undefined {
  let value: Partial<EmulatorDocument> | undefined
  try {
    value = JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
  const { blob, version } = value ?? {}
  if (!isDigest(blob?.digest) || !Number.isSafeInteger(blob.size)) return undefined
  return { blob, version: /^[\w.+~-]{1,40}$/.exec(version ?? '')?.[0] ?? 'of an unknown version' }
}
