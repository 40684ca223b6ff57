import { native } from '../support/cached-build.js'
import { exported, plainBuild, telltaleBase } from '../support/podman.js'
import { trap } from '../support/trap.js'
import { contextWith, freshName, index, mustBuild, own } from '../support/world.js'

const base = await telltaleBase()
const context = contextWith({ Dockerfile: `FROM ${base}\nCOPY f /\nCOPY f /g\n`, f: '' })
const NOTE = 'org.opencontainers.image.base.digest'

async function digestsOf(name: string): Promise<string[]> {
  const { manifests } = await index(name)
  return manifests.filter(({ platform }) => platform?.architecture === own).map(({ digest }) => digest)
}

trap({
  number: 37,
  title: 'the wrong digest is noted as the base image’s',
  mendedIn: '5.4',
  plain: async () => {
    const { manifest } = await exported(await plainBuild('--no-cache', context))
    return !(await digestsOf(base)).includes(manifest.annotations![NOTE]!)
  },
  outcome: 'repaired',
  product: async () => {
    const image = freshName()
    const step = await mustBuild({ image, context, platforms: native })
    const digest = step.outputs[`digest-linux-${own}`]
    const { manifest } = await exported(`docker://${image}@${digest}`)
    expect(await digestsOf(base)).toContain(manifest.annotations![NOTE])
    return step
  },
  message: 'the digest is that of what was pulled',
})
