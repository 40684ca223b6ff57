import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Manifest } from '../../src/oci/types.js'
import { plainBuild } from '../support/podman.js'
import { must, temporaryFolder } from '../support/runner.js'
import { trap } from '../support/trap.js'
import { contextWith, freshName, mustBuild, rawManifest } from '../support/world.js'

const context = contextWith({
  Dockerfile: 'FROM scratch\nCOPY f /\n',
  f: `trap 42 ${Date.now()} ${process.pid}`,
})
const settings = join(temporaryFolder(), 'containers.conf')
writeFileSync(settings, '[engine]\ncompression_format = "zstd"\n')
const env = { CONTAINERS_CONF: settings }

async function compressions(reference: string): Promise<string[]> {
  const { layers } = JSON.parse((await rawManifest(reference))!) as Manifest
  return layers.map(({ mediaType }) => mediaType.split('+')[1] ?? 'none')
}

trap({
  number: 42,
  title:
    'layers are compressed as the machine’s containers.conf says: with zstd older clients can’t pull them',
  plain: async () => {
    const name = freshName()
    await plainBuild('--no-cache', `--tag=${name}`, context)
    await must(['podman', 'push', '-q', name], { env })
    return (await compressions(`${name}:latest`)).includes('zstd')
  },
  outcome: 'prevented',
  product: async () => {
    const steps = []
    for (const format of ['oci', 'docker']) {
      const image = freshName()
      const step = await mustBuild({ image, context, format }, { env })
      const [layer] = await compressions(`${image}@${step.outputs['digest-linux-arm64']}`)
      // Docker's media types end with a dot and gzip.
      expect(layer).toBe(format === 'oci' ? 'gzip' : 'none')
      steps.push(step)
    }
    return steps
  },
  message: 'layers are gzip on every machine, which every client can read',
})
