import { podman } from '../support/podman.js'
import { trap } from '../support/trap.js'
import { contextWith, freshName, minimal, mustBuild } from '../support/world.js'

// Every platform's step runs on the building machine, as a cross compiler does.
const context = contextWith({
  Dockerfile: `FROM --platform=$BUILDPLATFORM ${minimal}
ARG TARGETARCH
RUN --mount=type=cache,target=/trap26 echo "$TARGETARCH" >> /trap26/seen && echo "seen: $(tr '\\n' ' ' < /trap26/seen)"
`,
})

trap({
  number: 26,
  title: 'cache mounts are shared between platforms',
  plain: async () => {
    const native = `--build-arg=BUILDPLATFORM=linux/${process.arch === 'arm64' ? 'arm64' : 'amd64'}`
    await podman('build', '--no-cache', native, '--platform=linux/arm64', context)
    const second = await podman('build', '--no-cache', native, '--platform=linux/amd64', context)
    return second.includes('seen: arm64 amd64')
  },
  outcome: 'prevented',
  product: async () => {
    const step = await mustBuild({ image: freshName(), context, push: 'false', verify: 'off' })
    expect(step.stdout).toContain('seen: amd64 \n')
    expect(step.stdout).toContain('seen: arm64 \n')
    return step
  },
  message: 'each platform has its own, between runs too',
})
