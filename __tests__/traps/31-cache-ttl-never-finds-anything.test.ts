import { podman } from '../support/podman.js'
import { expectTold, trap } from '../support/trap.js'
import { build, contextWith, freshName } from '../support/world.js'

const context = contextWith({
  Dockerfile: 'FROM scratch\nCOPY f /\n',
  f: `trap 31 ${Date.now()} ${process.pid}`,
})

trap({
  number: 31,
  title: '--cache-ttl looks at the image’s own time: with reproducible, old times nothing is ever found',
  plain: async () => {
    const reproducible = ['build', '--timestamp=315532800']
    await podman(...reproducible, context)
    const without = await podman(...reproducible, context)
    const withTtl = await podman(...reproducible, '--cache-ttl=24h', context)
    return without.includes('Using cache') && !withTtl.includes('Using cache')
  },
  outcome: 'refused',
  product: async () => {
    const step = await build({ image: freshName(), context, 'extra-args': '--cache-ttl=24h' })
    expect(step.exitCode).toBe(2)
    return step
  },
  message: (step) =>
    expectTold(step, {
      level: 'error',
      cause: '--cache-ttl=24h belongs to this step',
      place: 'extra-args',
      cure: 'use the input cache-ttl',
    }),
})
