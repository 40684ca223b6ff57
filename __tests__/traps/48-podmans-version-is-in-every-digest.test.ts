import { exported, plainBuild } from '../support/podman.js'
import { trap } from '../support/trap.js'
import { config, fixture, freshName, mustBuild } from '../support/world.js'

const context = fixture('data-only')
const LABEL = 'io.buildah.version'

trap({
  number: 48,
  title:
    'podman writes its own version into every image: an update of it, or another machine, gives another digest',
  plain: async () => {
    const image = await exported(await plainBuild('--no-cache', context))
    return image.config.config.Labels?.[LABEL] !== undefined
  },
  outcome: 'prevented',
  product: async () => {
    const image = freshName()
    const step = await mustBuild({ image, context })
    const built = await config(`${image}@${step.outputs['digest-linux-arm64']}`)
    expect(built.config.Labels?.[LABEL]).toBeUndefined()
    return step
  },
  message: 'which podman it was is in the summary and the metadata',
})
