import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { digestOf } from '../../../../src/oci/digest.js'
import { parseRepository, type Repository } from '../../../../src/oci/reference.js'
import { type Descriptor, mediaType } from '../../../../src/oci/types.js'
import { RegistryClient, type RegistryOptions } from '../../../../src/registry/client.js'
import type { Credential } from '../../../../src/registry/credentials.js'

/** A client that finds the same login for every repository, and no proxies or certificates on this machine. */
export function clientWith(
  credential: Credential | undefined,
  options: Partial<RegistryOptions> = {},
): RegistryClient {
  const credentials = { find: async () => credential }
  return new RegistryClient({
    credentials,
    tlsVerify: true,
    retries: 3,
    env: { HOME: '/nonexistent' },
    ...options,
  })
}

/** `team/app` in a registry. */
export function repositoryAt(host: string, path = 'team/app'): Repository {
  return parseRepository(`${host}/${path}`)
}

/** A blob of random content; `open` counts how often it was opened. */
export function randomBlob(size: number): {
  descriptor: Descriptor
  open: () => Readable
  opened: () => number
} {
  const bytes = randomBytes(size)
  let times = 0
  const open = () => {
    times++
    return Readable.from(chunksOf(bytes), { objectMode: false })
  }
  const descriptor = { mediaType: 'application/octet-stream', digest: digestOf(bytes), size }
  return { descriptor, open, opened: () => times }
}

/** A manifest's bytes, different for each name. */
export function manifestBytes(name: string): Buffer {
  return Buffer.from(
    JSON.stringify({ schemaVersion: 2, mediaType: mediaType.ociManifest, annotations: { name } }),
  )
}

function* chunksOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 16_384) yield bytes.subarray(at, at + 16_384)
}
