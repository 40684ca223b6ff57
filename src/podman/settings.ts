import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Digest } from '../oci/digest.js'

/**
 * The digest of all settings of containers that may matter to what a build makes: the files that podman reads of
 * containers.conf, registries.conf, policy.json, mounts.conf and seccomp.json, by path and content.
 * https://github.com/containers/common/blob/v0.64.0/docs/containers.conf.5.md
 */
export async function settingsDigest(env: NodeJS.ProcessEnv): Promise<Digest> {
  const own = join(env.XDG_CONFIG_HOME || join(env.HOME || homedir(), '.config'), 'containers')
  const folders = ['/usr/share/containers', '/etc/containers', own]
  const named = [env.CONTAINERS_CONF, env.CONTAINERS_CONF_OVERRIDE, env.CONTAINERS_REGISTRIES_CONF]
  const files = folders.flatMap((folder) =>
    ['containers.conf', 'registries.conf', 'policy.json', 'mounts.conf', 'seccomp.json'].map((name) =>
      join(folder, name),
    ),
  )
  const dropIns = folders.flatMap((folder) =>
    ['containers.conf.d', 'registries.conf.d'].map((name) => join(folder, name)),
  )
  const inDropIns = await Promise.all(dropIns.map(filesIn))
  const all = [...named.filter((path) => path !== undefined && path !== ''), ...files, ...inDropIns.flat()]
  const hash = createHash('sha256')
  for (const path of all as string[]) {
    const content = await readFile(path).catch(() => undefined)
    if (content !== undefined) hash.update(JSON.stringify([path, content.length])).update(content)
  }
  return `sha256:${hash.digest('hex')}`
}

async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  return names.sort().map((name) => join(folder, name))
}
