import { exported, plainBuild } from '../support/podman.js'
import { alarms, expectTold, trap } from '../support/trap.js'
import { config, contextWith, freshName, mustBuild } from '../support/world.js'

const context = contextWith({
  Dockerfile: 'FROM scratch\nARG VERSION=unknown\nLABEL version=$VERSION\nCOPY f /\n',
  f: '',
})

trap({
  number: 49,
  title: 'a build argument whose name nothing declares has no effect, and podman says so in the log alone',
  plain: async () => {
    const image = await exported(await plainBuild('--no-cache', '--build-arg=VERSON=1.2.3', context))
    return image.config.config.Labels?.version === 'unknown'
  },
  outcome: 'said',
  product: async () => {
    const image = freshName()
    const right = await mustBuild({ image, context, 'build-args': 'VERSION=1.2.3' })
    expect(alarms(right)).toEqual([])
    const { Labels } = (await config(`${image}@${right.outputs['digest-linux-arm64']}`)).config
    expect(Labels).toMatchObject({ version: '1.2.3' })
    return mustBuild({ image, context, 'build-args': 'VERSON=1.2.3' })
  },
  message: (step) =>
    expectTold(step, {
      level: 'warning',
      cause: 'the build argument VERSON has no effect: no ARG of Dockerfile declares it',
      place: 'VERSON',
      cure: 'VERSION',
    }),
})
