import { exported, machineOf, plainBuild, podman } from '../support/podman.js'
import { expectTold, trap } from '../support/trap.js'
import { build, contextWith, freshName, program, rawManifest } from '../support/world.js'

const base = freshName()
const context = contextWith({
  Dockerfile: `FROM ${base}\nARG TARGETARCH\nCOPY app-$TARGETARCH /app\nENTRYPOINT ["/app"]\n`,
  'app-amd64': program('amd64'),
  'app-arm64': program('arm64'),
})

beforeAll(async () => {
  // A base image that was itself built with ENV TARGETARCH=$TARGETARCH, on one machine for all.
  const of = contextWith({ Dockerfile: 'FROM scratch\nENV TARGETARCH=amd64\nCOPY f /\n', f: '' })
  await plainBuild('--no-cache', '--platform=linux/amd64,linux/arm64', `--manifest=${base}`, of)
  await podman('manifest', 'push', '-q', '--all', base, `docker://${base}`)
  await podman('manifest', 'rm', base)
})

trap({
  number: 45,
  title: 'a variable TARGETARCH of the base image wins over ARG TARGETARCH',
  plain: async () => {
    const id = await plainBuild('--no-cache', '--platform=linux/arm64', context)
    return (await machineOf(await exported(id), 'app')) === 'amd64'
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
      cause: /linux\/arm64: found a program for amd64 at \/app.*TARGETARCH=amd64 in the environment/s,
      place: 1,
      cure: /base image|ENV/,
    }),
})
