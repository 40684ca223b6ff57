import { join } from 'node:path'
import { exported, plainBuild } from '../support/podman.js'
import { trap } from '../support/trap.js'
import { contextWith, freshName, mustBuild } from '../support/world.js'

const files = {
  'docker/Dockerfile':
    'FROM --platform=$BUILDPLATFORM scratch AS other\nCOPY . /\nFROM scratch\nCOPY --from=other / /\n',
  'docker/Dockerfile.dockerignore': '/secret\ndocker\n',
  secret: 's',
  open: 'o',
}

trap({
  number: 36,
  title: 'an ignore file that --ignorefile names is read in another way: /secret hides nothing',
  mendedIn: '5.8',
  plain: async () => {
    const context = contextWith({ ...files, 'docker/Dockerfile': 'FROM scratch\nCOPY . /\n' })
    const dockerfile = join(context, 'docker', 'Dockerfile')
    const how = [`--file=${dockerfile}`, `--ignorefile=${dockerfile}.dockerignore`]
    return (await (await exported(await plainBuild('--no-cache', ...how, context))).files()).includes(
      'secret',
    )
  },
  outcome: 'prevented',
  product: async () => {
    const context = contextWith(files)
    const image = freshName()
    const step = await mustBuild({ image, context, file: join(context, 'docker', 'Dockerfile') })
    const built = await exported(`docker://${image}@${step.outputs['digest-linux-amd64']}`)
    expect(await built.files()).toEqual(['open'])
    return step
  },
  message: 'the ignore file lies beside the Dockerfile that podman gets',
})
