import { native } from '../support/cached-build.js'
import { exported, isBefore, plainBuild } from '../support/podman.js'
import { alarms, expectTold, trap } from '../support/trap.js'
import { contextWith, freshName, minimal, mustBuild } from '../support/world.js'

const context = contextWith({
  Dockerfile: `FROM ${minimal}\nRUN mkdir /data\nVOLUME /data\nRUN echo seed > /data/seed\n`,
})

trap({
  number: 39,
  title: 'what a RUN writes to a VOLUME that stands before it is not in the image',
  mendedIn: '5.2',
  plain: async () => {
    const image = await exported(await plainBuild('--no-cache', context))
    return (await image.file('data/seed')) === undefined
  },
  outcome: isBefore('5.2') ? 'said' : 'prevented',
  product: async () => {
    const image = freshName()
    const step = await mustBuild({ image, context, platforms: native })
    const seed = await (await exported(`docker://${image}:test`)).file('data/seed')
    expect(seed).toBe(isBefore('5.2') ? undefined : 'seed\n')
    return step
  },
  message: (step) => {
    if (!isBefore('5.2')) return expect(alarms(step)).toEqual([])
    expectTold(step, {
      level: 'warning',
      cause: /podman 4\.3\.\d+ drops what the RUN of line 4 writes to the volume \/data/,
      place: 3,
      cure: 'move VOLUME down behind the last RUN that writes there',
    })
  },
})
