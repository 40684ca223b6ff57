import { exported, plainBuild, telltaleBase } from '../support/podman.js'
import { expectTold, trap } from '../support/trap.js'
import { build, contextWith, foreign, freshName, mustBuild, own } from '../support/world.js'

const base = await telltaleBase()
const context = contextWith({
  Dockerfile: `FROM --platform=$BUILDPLATFORM ${base} AS builder
FROM ${base}
COPY --from=builder /arch /built-on
FROM builder AS continued
COPY more /more
`,
  more: '',
})

trap({
  number: 35,
  title: 'the platform of a stage holds for the stages after it too',
  mendedIn: '5.8',
  plain: async () => {
    const how = [`--platform=linux/${foreign}`, `--build-arg=BUILDPLATFORM=linux/${own}`, '--target=1']
    const image = await exported(await plainBuild('--no-cache', ...how, context))
    return image.config.architecture === foreign && (await image.file('arch')) === own
  },
  outcome: 'prevented',
  product: async () => {
    const image = freshName()
    const step = await mustBuild({ image, context, target: '1' })
    for (const target of ['amd64', 'arm64']) {
      const built = await exported(`docker://${image}@${step.outputs[`digest-linux-${target}`]}`)
      expect([await built.file('arch'), await built.file('built-on')]).toEqual([target, own])
    }
    // A stage that goes on from another stays where that is, and is refused for others.
    const refused = await build({ image, context, target: 'continued' })
    expect(refused.exitCode).toBe(1)
    return refused
  },
  message: (step) =>
    expectTold(step, {
      level: 'error',
      cause: new RegExp(`linux/${foreign}: found \\S+ for linux/${own} as the base image`),
      place: 1,
      cure: 'let the final stage start from a FROM without --platform',
    }),
})
