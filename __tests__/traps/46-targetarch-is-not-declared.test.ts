import { exported, machineOf, plainBuild } from '../support/podman.js'
import { expectTold, trap } from '../support/trap.js'
import {
  build,
  contextWith,
  foreign,
  freshName,
  minimal,
  own,
  program,
  rawManifest,
} from '../support/world.js'

// A compiler that is told no architecture builds for the machine that it runs on.
const context = contextWith({
  Dockerfile: `FROM --platform=$BUILDPLATFORM ${minimal} AS build
COPY compiled /compiled
RUN cp /compiled/\${TARGETARCH:-${own}} /app
FROM scratch
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`,
  'compiled/amd64': program('amd64'),
  'compiled/arm64': program('arm64'),
})

trap({
  number: 46,
  title:
    'TARGETARCH is used in a stage without ARG TARGETARCH: it is empty, and the compiler builds for its own machine',
  plain: async () => {
    const how = [`--platform=linux/${foreign}`, `--build-arg=BUILDPLATFORM=linux/${own}`]
    const image = await exported(await plainBuild('--no-cache', ...how, context))
    return (await machineOf(image, 'app')) === own
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
      cause:
        /found a program for \w+ at \/app.*no ARG of its stage declares TARGETARCH, so that it is empty/s,
      place: 3,
      cure: 'write “ARG TARGETARCH” in this stage',
    }),
})
