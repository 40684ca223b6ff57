import { exported, isBefore, plainBuild } from '../support/podman.js'
import { trap } from '../support/trap.js'
import { contextWith, freshName, mustBuild } from '../support/world.js'

const files = { Dockerfile: 'FROM scratch\nCOPY f /\n', f: `trap 27 ${Date.now()} ${process.pid}` }

trap({
  number: 27,
  title: 'linux/arm/v6 and linux/arm/v7 share cache entries',
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
    // Older podman makes v7 of v6 without a cache too (34).
    const variants = isBefore('5.8') ? ['v7'] : ['v6', 'v7']
    const platforms = ['linux/arm64', ...variants.map((variant) => `linux/arm/${variant}`)].join()
    const step = await mustBuild({ image, context, platforms })
    for (const variant of variants) {
      const { config } = await exported(
        `docker://${image}@${JSON.parse(step.outputs.digests!)[`linux/arm/${variant}`]}`,
      )
      expect(config).toMatchObject({ architecture: 'arm', variant })
    }
    return step
  },
  message: 'keys of the product’s cache hold the whole platform',
})
