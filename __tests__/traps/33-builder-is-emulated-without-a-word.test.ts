import { exported, plainBuild, telltaleBase } from '../support/podman.js'
import { trap } from '../support/trap.js'
import { contextWith, foreign, freshName, mustBuild, own } from '../support/world.js'

const base = await telltaleBase()
const context = contextWith({
  Dockerfile: `FROM --platform=$BUILDPLATFORM ${base} AS builder\nFROM scratch\nCOPY --from=builder /arch /built-on\n`,
})

trap({
  number: 33,
  title: 'FROM --platform=$BUILDPLATFORM is taken for the target’s platform, so that the builder is emulated',
  mendedIn: '5.4',
  plain: async () => {
    const id = await plainBuild('--no-cache', `--platform=linux/${foreign}`, context)
    return (await (await exported(id)).file('built-on')) === foreign
  },
  outcome: 'prevented',
  product: async () => {
    const image = freshName()
    const step = await mustBuild({ image, context })
    for (const target of ['amd64', 'arm64']) {
      const built = await exported(`docker://${image}@${step.outputs[`digest-linux-${target}`]}`)
      expect(await built.file('built-on')).toBe(own)
    }
    return step
  },
  message: 'BUILDPLATFORM and its like are passed to every build',
})
