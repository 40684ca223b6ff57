import { exported } from '../support/podman.js'
import { trap } from '../support/trap.js'
import { contextWith, freshName, minimal, mustBuild } from '../support/world.js'

const context = contextWith({
  Dockerfile: `FROM --platform=$BUILDPLATFORM ${minimal} AS builder
ARG TARGETARCH
ARG TARGETPLATFORM
RUN echo "$(uname -m) builds for $TARGETARCH, $TARGETPLATFORM" > /said
FROM scratch
COPY --from=builder /said /said
`,
})

trap({
  number: 20,
  title: 'FROM --platform is ignored, and TARGETARCH is the host’s',
  notShown: 'podman 3.4; the product refuses what is older than 4.3 (hosts.test.ts)',
  outcome: 'prevented',
  product: async () => {
    const image = freshName()
    const step = await mustBuild({ image, context })
    const machine = process.arch === 'arm64' ? 'aarch64' : 'x86_64'
    for (const target of ['amd64', 'arm64']) {
      const { file } = await exported(`docker://${image}@${step.outputs[`digest-linux-${target}`]}`)
      expect(await file('said')).toBe(`${machine} builds for ${target}, linux/${target}\n`)
    }
    return step
  },
  message: 'every supported podman gives each stage its platform',
})
