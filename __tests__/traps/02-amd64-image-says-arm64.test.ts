import { exported, plainBuild } from '../support/podman.js'
import { trap } from '../support/trap.js'
import { config, contextWith, freshName, mustBuild } from '../support/world.js'

const context = contextWith({
  Dockerfile: 'FROM scratch\nCOPY f /\n',
  f: `trap 2 ${Date.now()} ${process.pid}`,
})

trap({
  number: 2,
  title: 'layers in local storage are found without looking at the platform',
  mendedIn: '5.6',
  plain: async () => {
    await plainBuild('--platform=linux/arm64', context)
    const image = await exported(await plainBuild('--platform=linux/amd64', context))
    return image.config.architecture === 'arm64'
  },
  outcome: 'prevented',
  product: async () => {
    // Plain podman has filled the user's own store, which the product's stores stand on.
    await plainBuild('--platform=linux/arm64', context)
    const image = freshName()
    const step = await mustBuild({ image, context })
    expect((await config(`${image}@${step.outputs['digest-linux-amd64']}`)).architecture).toBe('amd64')
    expect((await config(`${image}@${step.outputs['digest-linux-arm64']}`)).architecture).toBe('arm64')
    return step
  },
  message: 'each platform has a store of its own',
})
