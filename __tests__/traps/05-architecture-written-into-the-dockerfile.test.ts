import { exported, machineOf, plainBuild } from '../support/podman.js'
import { expectTold, trap } from '../support/trap.js'
import { build, contextWith, freshName, minimal, own, program, rawManifest } from '../support/world.js'

// cp stands for the compiler: it makes what it is told to.
const context = contextWith({
  Dockerfile: `FROM --platform=$BUILDPLATFORM ${minimal} AS build
ARG GOARCH=amd64
COPY compiled /compiled
RUN cp /compiled/$GOARCH /app
FROM scratch
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`,
  'compiled/amd64': program('amd64'),
  'compiled/arm64': program('arm64'),
})

trap({
  number: 5,
  title: 'GOARCH=amd64 is written into the Dockerfile',
  plain: async () => {
    // Given by hand, since podman 4.3 would emulate the builder without (33).
    const native = `--build-arg=BUILDPLATFORM=linux/${own}`
    const id = await plainBuild('--no-cache', '--platform=linux/arm64', native, context)
    const image = await exported(id)
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
      cause:
        /linux\/arm64: found a program for amd64 at \/app, expected one for arm64; likely cause: ARG has GOARCH=amd64/,
      place: 2,
      cure: 'GOARCH=$TARGETARCH',
    }),
})
