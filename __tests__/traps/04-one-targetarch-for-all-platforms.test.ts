import { exported, machineOf, plainBuild } from '../support/podman.js'
import { expectTold, trap } from '../support/trap.js'
import { build, contextWith, freshName, program } from '../support/world.js'

const context = contextWith({
  Dockerfile: 'FROM scratch\nARG TARGETARCH\nCOPY app-$TARGETARCH /app\nENTRYPOINT ["/app"]\n',
  'app-amd64': program('amd64'),
  'app-arm64': program('arm64'),
})
const args = ['TARGETARCH=amd64', 'TARGETARCH=arm64']

trap({
  number: 4,
  title: 'TARGETARCH as a build argument is one value for all platforms',
  plain: async () => {
    const given = args.map((argument) => `--build-arg=${argument}`)
    const id = await plainBuild('--no-cache', '--platform=linux/amd64', ...given, context)
    return (await machineOf(await exported(id), 'app')) === 'arm64'
  },
  outcome: 'refused',
  product: async () => {
    const step = await build({ image: freshName(), context, 'build-args': args.join('\n') })
    expect(step.exitCode).toBe(2)
    return step
  },
  message: (step) =>
    expectTold(step, {
      level: 'error',
      cause: 'TARGETARCH would have one value for all platforms',
      place: 'build-args',
      cure: 'only needs “ARG TARGETARCH” without a default',
    }),
})
