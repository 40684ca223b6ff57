import { exported, isBefore, plainBuild } from '../support/podman.js'
import { expectTold, trap } from '../support/trap.js'
import { build, contextWith, freshName, index, rawManifest } from '../support/world.js'

const context = contextWith({ Dockerfile: 'FROM scratch\nCOPY f /\n', f: '' })

trap({
  number: 34,
  title: 'arm/v5 and arm/v6 are taken for arm/v7',
  mendedIn: '5.8',
  plain: async () => {
    const id = await plainBuild('--no-cache', '--platform=linux/arm/v6', context)
    return (await exported(id)).config.variant === 'v7'
  },
  outcome: isBefore('5.8') ? 'refused' : 'prevented',
  product: async () => {
    const image = freshName()
    const step = await build({ image, context, platforms: 'linux/arm/v6,linux/arm/v7' })
    if (isBefore('5.8')) {
      expect(step.exitCode).toBe(1)
      expect(await rawManifest(`${image}:test`)).toBeUndefined()
    } else {
      const variants = (await index(`${image}:test`)).manifests.map(({ platform }) => platform?.variant)
      expect(variants).toEqual(['v6', 'v7'])
    }
    return step
  },
  message: (step) => {
    if (!isBefore('5.8')) return expect(step.exitCode).toBe(0)
    expectTold(step, {
      level: 'error',
      cause: 'podman before 5.8 takes every variant of arm for v7',
      place: 'linux/arm/v6',
      cure: /podman 5\.8|linux\/arm\/v7/,
    })
  },
})
