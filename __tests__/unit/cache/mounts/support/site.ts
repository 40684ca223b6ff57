import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CacheMounts } from '../../../../../src/cache/mounts/dockerfile.js'
import type { MountSite } from '../../../../../src/cache/mounts/restore.js'
import type { MountStore } from '../../../../../src/cache/mounts/store.js'
import { parsePlatform } from '../../../../../src/oci/platform.js'

const made: string[] = []
afterAll(async () => {
  for (const folder of made.splice(0)) {
    // What is in a read-only folder can be removed by root alone.
    execFileSync('chmod', ['-R', 'u+rwX', folder])
    await rm(folder, { recursive: true, force: true })
  }
})

/** One run's place for cache mounts, with folders of its own. */
export function newSite(
  store: MountStore,
  options: Partial<MountSite> & { platform_?: string } = {},
): MountSite {
  const folder = mkdtempSync(join(tmpdir(), 'mounts-test-'))
  made.push(folder)
  const { platform_ = 'linux/amd64', ...rest } = options
  const site = {
    store,
    scope: 'gateway',
    platform: parsePlatform(platform_),
    temporary: join(folder, 'tmp'),
    work: join(folder, 'work'),
    podman: '5.8.6',
    limit: 2e9,
    rootless: false,
    ...rest,
  }
  mkdirSync(site.temporary, { recursive: true })
  mkdirSync(site.work, { recursive: true })
  return site
}

/** A Dockerfile's only mount. */
export function only(target: string, others: { id?: string } = {}): CacheMounts {
  return {
    mounts: [{ name: target, key: others.id ?? target, uid: 0, gid: 0 }],
    complete: true,
  }
}
