import { exported, plainBuild } from '../support/podman.js'
import { alarms, expectTold, trap } from '../support/trap.js'
import { config, contextWith, freshName, mustBuild } from '../support/world.js'

const context = contextWith({
  Dockerfile: 'FROM scratch\nCOPY f /\nHEALTHCHECK CMD ["/f"]\n',
  f: '',
})

trap({
  number: 17,
  title: 'OCI’s format has no HEALTHCHECK, SHELL and ONBUILD: podman drops them',
  plain: async () => {
    const image = await exported(await plainBuild('--no-cache', context))
    return image.config.config.Healthcheck === undefined
  },
  outcome: 'said',
  product: async () => {
    const image = freshName()
    const docker = await mustBuild({ image, context, format: 'docker' })
    expect((await config(`${image}@${docker.outputs['digest-linux-arm64']}`)).config.Healthcheck).toEqual({
      Test: ['CMD', '/f'],
    })
    expect(alarms(docker)).toEqual([])
    return mustBuild({ image, context })
  },
  message: (step) =>
    expectTold(step, {
      level: 'warning',
      cause: 'OCI’s format has no place for HEALTHCHECK',
      place: 3,
      cure: 'format: docker',
    }),
})
