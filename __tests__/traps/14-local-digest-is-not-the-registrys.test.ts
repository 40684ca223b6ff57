import { createHash } from 'node:crypto'
import { plainBuild, podman } from '../support/podman.js'
import { must } from '../support/runner.js'
import { trap } from '../support/trap.js'
import { fixture, freshName, mustBuild, rawManifest } from '../support/world.js'

const context = fixture('data-only')
const sha256 = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`

trap({
  number: 14,
  title: 'the digest in local storage is not the registry’s',
  plain: async () => {
    const name = freshName()
    await plainBuild(`--tag=${name}`, context)
    const local = (await podman('image', 'inspect', '--format', '{{.Digest}}', name)).trim()
    await podman('push', '-q', name)
    return sha256((await rawManifest(`${name}:latest`))!) !== local
  },
  outcome: 'prevented',
  product: async () => {
    const image = freshName()
    const step = await mustBuild({ image, context })
    const digests = Object.values(JSON.parse(step.outputs.digests!) as Record<string, string>)
    for (const digest of [step.outputs.digest!, ...digests]) {
      expect(sha256((await rawManifest(`${image}@${digest}`))!)).toBe(digest)
    }
    const layout = await must(['skopeo', 'inspect', '--raw', `oci:${step.outputs['oci-layout']}`])
    expect(sha256(layout)).toBe(step.outputs.digest)
    return step
  },
  message: 'every digest that is told can be pulled',
})
