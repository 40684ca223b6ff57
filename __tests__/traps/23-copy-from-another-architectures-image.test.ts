import { amd64Only, exported, machineOf, plainBuild } from '../support/podman.js'
import { expectTold, trap } from '../support/trap.js'
import { build, contextWith, freshName, mustBuild, rawManifest } from '../support/world.js'

const other = await amd64Only()
const program = contextWith({
  Dockerfile: `FROM scratch\nCOPY --from=${other} /app /app\nENTRYPOINT ["/app"]\n`,
})
const data = contextWith({ Dockerfile: `FROM scratch\nCOPY --from=${other} /data /data\n` })

trap({
  number: 23,
  title: 'COPY --from=IMAGE or RUN --mount=from=IMAGE takes another architecture’s image',
  plain: async () => {
    const id = await plainBuild('--no-cache', '--platform=linux/arm64', program)
    return (await machineOf(await exported(id), 'app')) === 'amd64'
  },
  outcome: 'refused',
  product: async () => {
    // Where only data is taken it may be meant so.
    const warned = await mustBuild({ image: freshName(), context: data })
    expectTold(warned, {
      level: 'warning',
      cause: /linux\/arm64: found \S+ for linux\/amd64 \(COPY --from, line 2\)/,
      place: 2,
      cure: 'give it a stage of its own, FROM --platform=…',
    })
    const image = freshName()
    const step = await build({ image, context: program })
    expect(step.exitCode).toBe(1)
    expect(await rawManifest(`${image}:test`)).toBeUndefined()
    return step
  },
  message: (step) =>
    expectTold(step, {
      level: 'error',
      cause: 'linux/arm64: found a program for amd64 at /app',
      place: 2,
      cure: /take it from a stage/,
    }),
})
