import { join } from 'node:path'
import { exported, plainBuild } from '../support/podman.js'
import { expectTold, trap } from '../support/trap.js'
import { build, contextWith, freshName, mustBuild } from '../support/world.js'

const context = contextWith({
  Dockerfile: 'FROM scratch\nCOPY docker /\n',
  Containerfile: 'FROM scratch\nCOPY podman /\n',
  docker: '',
  podman: '',
})

trap({
  number: 28,
  title: 'Dockerfile and Containerfile are both there: podman takes one, Docker the other',
  plain: async () =>
    (await (await exported(await plainBuild('--no-cache', context))).files()).includes('podman'),
  outcome: 'refused',
  product: async () => {
    await mustBuild({ image: freshName(), context, file: join(context, 'Dockerfile') })
    const step = await build({ image: freshName(), context })
    expect(step.exitCode).toBe(2)
    return step
  },
  message: (step) =>
    expectTold(step, {
      level: 'error',
      cause: 'Containerfile and Dockerfile in',
      place: 'file',
      cure: 'podman would take the one and Docker the other: name one of them with the input file',
    }),
})
