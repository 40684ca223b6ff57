import { plainBuild, podman } from '../support/podman.js'
import { trap } from '../support/trap.js'
import { contextWith, freshName, index, mustBuild } from '../support/world.js'

const contexts = ['1', '2'].map((f) => contextWith({ Dockerfile: 'FROM scratch\nCOPY f /\n', f }))

trap({
  number: 1,
  title: 'a second build under the same list name adds to the list',
  plain: async () => {
    const list = freshName('localhost')
    for (const context of contexts) {
      await plainBuild('--no-cache', '--platform=linux/amd64,linux/arm64', `--manifest=${list}`, context)
    }
    const { manifests } = JSON.parse(await podman('manifest', 'inspect', list))
    await podman('manifest', 'rm', list)
    return manifests.length === 4
  },
  outcome: 'prevented',
  product: async () => {
    const image = freshName()
    const steps = []
    for (const context of contexts) steps.push(await mustBuild({ image, context, load: 'true' }))
    expect((await index(`${image}:test`)).manifests).toHaveLength(2)
    expect(JSON.parse(await podman('manifest', 'inspect', `${image}:test`)).manifests).toHaveLength(2)
    return steps
  },
  message: 'the index is put together from this run’s images alone',
})
