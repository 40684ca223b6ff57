import { exported, plainBuild, telltaleBase } from '../support/podman.js'
import { expectTold, trap } from '../support/trap.js'
import { build, contextWith, freshName, index, rawManifest } from '../support/world.js'

const base = await telltaleBase()
const { manifests } = await index(base)
const amd64 = manifests.find(({ platform }) => platform?.architecture === 'amd64')!.digest
const context = contextWith({ Dockerfile: `FROM ${base}@${amd64}\nCOPY f /\n`, f: '' })

trap({
  number: 44,
  title: 'FROM pins the base image by the digest of one platform’s manifest, not of its index',
  plain: async () => {
    const image = await exported(await plainBuild('--no-cache', '--platform=linux/arm64', context))
    return image.config.architecture === 'arm64' && (await image.file('arch')) === 'amd64'
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
      cause: /linux\/arm64: found .*amd64.*by the digest of one platform/s,
      place: 1,
      cure: 'the digest of its index',
    }),
})
