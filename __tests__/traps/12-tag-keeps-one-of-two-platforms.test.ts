import { plainBuild, podman } from '../support/podman.js'
import { trap } from '../support/trap.js'
import { fixture, freshName, index, mustBuild, rawManifest } from '../support/world.js'

const context = fixture('data-only')

trap({
  number: 12,
  title: 'a tag and two platforms without a list keep one image',
  plain: async () => {
    const name = freshName()
    await plainBuild('--platform=linux/amd64,linux/arm64', `--tag=${name}`, context)
    await podman('push', '-q', name)
    return JSON.parse((await rawManifest(`${name}:latest`))!).manifests === undefined
  },
  outcome: 'prevented',
  product: async () => {
    const image = freshName()
    const both = await mustBuild({ image, context })
    expect((await index(`${image}:test`)).manifests).toHaveLength(2)
    const one = await mustBuild({ image, context, platforms: 'linux/arm64' })
    expect((await index(`${image}:test`)).manifests).toHaveLength(1)
    return [both, one]
  },
  message: 'there is always an index, for one platform too',
})
