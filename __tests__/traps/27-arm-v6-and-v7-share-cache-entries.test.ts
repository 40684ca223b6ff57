import { exported, plainBuild } from '../support/podman.js'
import { trap } from '../support/trap.js'
import { contextWith, freshName, mustBuild } from '../support/world.js'

const files = { Dockerfile: 'FROM scratch\nCOPY f /\n', f: `trap 27 ${Date.now()} ${process.pid}` }

trap({
  number: 27,
  title: 'linux/arm/v6 and linux/arm/v7 share cache entries',
  mendedIn: '5.8',
  plain: async () => {
    const context = contextWith(files)
    await plainBuild('--platform=linux/arm/v7', context)
    const image = await exported(await plainBuild('--platform=linux/arm/v6', context))
    return image.config.variant !== 'v6'
  },
  outcome: 'prevented',
  product: async () => {
    const context = contextWith(files)
    await plainBuild('--platform=linux/arm/v7', context)
    const image = freshName()
    const step = await mustBuild({ image, context, platforms: 'linux/arm/v7,linux/arm64' })
    const { config } = await exported(`docker://${image}@${step.outputs['digest-linux-arm-v7']}`)
    expect(config).toMatchObject({ architecture: 'arm', variant: 'v7' })
    return step
  },
  message: 'keys of the product’s cache hold the whole platform',
})
