import { exported, machineOf, plainBuild } from '../support/podman.js'
import { trap } from '../support/trap.js'
import { contextWith, foreign, freshName, mustBuild, own, program } from '../support/world.js'

const context = contextWith({
  Dockerfile: `ARG FLAVOUR=\${TARGETARCH:-${own}}
FROM scratch
ARG FLAVOUR
COPY app-$FLAVOUR /app
ENTRYPOINT ["/app"]
`,
  'app-amd64': program('amd64'),
  'app-arm64': program('arm64'),
})

trap({
  number: 47,
  title: 'TARGETARCH in the default of an ARG before the first FROM is empty, or the building machine’s',
  plain: async () => {
    const id = await plainBuild('--no-cache', `--platform=linux/${foreign}`, context)
    return (await machineOf(await exported(id), 'app')) === own
  },
  outcome: 'prevented',
  product: async () => {
    const image = freshName()
    const step = await mustBuild({ image, context })
    for (const target of ['amd64', 'arm64']) {
      const built = await exported(`docker://${image}@${step.outputs[`digest-linux-${target}`]}`)
      expect(await machineOf(built, 'app')).toBe(target)
    }
    return step
  },
  message: 'every build is told its platform there too, and for older podman it is written out',
})
