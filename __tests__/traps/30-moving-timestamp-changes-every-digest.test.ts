import { exported, plainBuild } from '../support/podman.js'
import { trap } from '../support/trap.js'
import { contextWith, freshName, mustBuild } from '../support/world.js'

const context = contextWith({ Dockerfile: 'FROM scratch\nCOPY f /\n', f: '' })

trap({
  number: 30,
  title: 'a moving --timestamp (the commit’s) gives every layer another digest',
  plain: async () => {
    const [one, two] = ['1700000000', '1700000001'].map(async (time) => {
      const { manifest } = await exported(await plainBuild('--no-cache', `--timestamp=${time}`, context))
      return manifest.layers[0]!.digest
    })
    return (await one) !== (await two)
  },
  outcome: 'prevented',
  product: async () => {
    const first = await mustBuild({ image: freshName(), context })
    const second = await mustBuild({ image: freshName(), context })
    const layers = [first, second].map((step) => JSON.parse(step.outputs.digests!))
    expect(Object.keys(layers[0])).toHaveLength(2)
    // The name is a label of the image, so compare what is of the build.
    const builds = [first, second].map((step) => JSON.parse(step.outputs.metadata!).builds)
    expect(builds[0]['linux/arm64'].layers).toEqual(builds[1]['linux/arm64'].layers)
    return [first, second]
  },
  message: 'the time is one constant, unless source-date-epoch says another',
})
