import { exported, plainBuild } from '../support/podman.js'
import { alarms, expectTold, trap } from '../support/trap.js'
import { contextWith, freshName, mustBuild } from '../support/world.js'

const context = contextWith({
  Dockerfile: 'FROM scratch AS production\nCOPY f /\nFROM production AS development\nCOPY f /debugger\n',
  f: '',
})

trap({
  number: 24,
  title: 'the last stage is for development, and is published when the target is forgotten',
  plain: async () =>
    (await (await exported(await plainBuild('--no-cache', context))).files()).includes('debugger'),
  outcome: 'said',
  product: async () => {
    expect(alarms(await mustBuild({ image: freshName(), context, target: 'production' }))).toEqual([])
    return mustBuild({ image: freshName(), context })
  },
  message: (step) =>
    expectTold(step, {
      level: 'warning',
      cause: 'the stage development is published',
      place: 3,
      cure: 'set target: production',
    }),
})
