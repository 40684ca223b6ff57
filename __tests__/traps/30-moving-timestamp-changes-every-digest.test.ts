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
    const image = freshName()
    const commits = ['8d1f2a3b4c5d6e7f8091a2b3c4d5e6f708192a3b', '1f2a3b4c5d6e7f8091a2b3c4d5e6f708192a3b8d']
    const steps = []
    for (const commit of commits)
      steps.push(await mustBuild({ image, context }, { env: { GITHUB_SHA: commit } }))
    expect(steps[1]!.outputs.digest).toBe(steps[0]!.outputs.digest)
    return steps
  },
  message: 'the time is one constant, unless source-date-epoch says another',
})
