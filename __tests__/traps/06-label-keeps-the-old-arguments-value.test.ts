import { exported, plainBuild } from '../support/podman.js'
import { service } from '../support/service.js'
import { trap } from '../support/trap.js'
import { config, contextWith } from '../support/world.js'

const files = {
  Dockerfile: 'FROM scratch\nARG V\nLABEL v=${V}\nCOPY f /\n',
  f: `trap 6 ${Date.now()} ${process.pid}`,
}

trap({
  number: 6,
  title: 'LABEL and ENV come from the cache although their argument’s value is new',
  plain: async () => {
    const context = contextWith(files)
    await plainBuild('--build-arg=V=1', context)
    const { config } = await exported(await plainBuild('--build-arg=V=2', context))
    return config.config.Labels?.v === '1'
  },
  outcome: 'prevented',
  product: async () => {
    const { image, run } = service(files)
    const steps = []
    for (const value of ['1', '2']) {
      const step = await run({ 'build-args': `V=${value}` })
      const { Labels } = (await config(`${image}@${step.outputs['digest-linux-arm64']}`)).config
      expect(Labels).toMatchObject({ v: value })
      steps.push(step)
    }
    return steps
  },
  message: 'values of arguments are in the keys of the product’s cache, and labels are checked',
})
