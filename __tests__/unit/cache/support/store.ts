import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Opening } from '../../../../src/cache/store.js'
import { digestOf } from '../../../../src/oci/digest.js'
import type { Descriptor } from '../../../../src/oci/types.js'
import { temporaryFolder } from '../../../support/runner.js'

/** A file of random content, and what it is known by. */
export function randomFile(size = 10_000): { path: string; bytes: Buffer; blob: Descriptor } {
  const bytes = randomBytes(size)
  const path = join(temporaryFolder(), 'content')
  writeFileSync(path, bytes)
  return { path, bytes, blob: { mediaType: 'application/octet-stream', digest: digestOf(bytes), size } }
}

/** A path at which there is no file yet. */
export function freshPath(): string {
  return join(temporaryFolder(), 'fetched')
}

/** Whom a store tells of its problems, and what it said. */
export function opening(options: Partial<Opening> = {}): Opening & { warnings: string[]; infos: string[] } {
  const warnings: string[] = []
  const infos: string[] = []
  const tell = {
    info: (message: string) => void infos.push(message),
    warning: (message: string) => void warnings.push(message),
  }
  return { writable: true, tell, ...options, warnings, infos }
}
