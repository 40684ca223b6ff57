import { amd64Only, exported, machineOf, plainBuild } from '../support/podman.js'
import { expectTold, trap } from '../support/trap.js'
import { build, contextWith, freshName, rawManifest } from '../support/world.js'

const base = await amd64Only()
const context = contextWith({ Dockerfile: `FROM ${base}\nLABEL a=b\nENTRYPOINT ["/app"]\n` })

trap({
  number: 11,
  title: 'the base image is published for one architecture only',
  plain: async () => {
    const image = await exported(await plainBuild('--no-cache', '--platform=linux/arm64', context))
    return image.config.architecture === 'arm64' && (await machineOf(image, 'app')) === 'amd64'
  },
  outcome: 'refused',
  product: async () => {
    const image = freshName()
    const step = await build({ image, context })
    expect(step.exitCode).toBe(1)
    expect(await rawManifest(`${image}:test`)).toBeUndefined()
    return step
  },
  message: (step) =>
    expectTold(step, {
      level: 'error',
      cause: /linux\/arm64: found \S+ for linux\/amd64 as the base image.*published for that platform alone/s,
      place: 1,
      cure: 'take a base image that is published for linux/arm64',
    }),
})
