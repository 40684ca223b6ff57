import { podman, telltaleBase } from '../support/podman.js'
import { trap } from '../support/trap.js'
import { fixture, freshName, mustBuild, rawManifest } from '../support/world.js'

const list = await telltaleBase()

trap({
  number: 41,
  title: 'a list made from a list, to give it a second name, has this machine’s platform alone',
  plain: async () => {
    const second = freshName('localhost')
    await podman('manifest', 'create', second, `docker://${list}`)
    const { manifests } = JSON.parse(await podman('manifest', 'inspect', second))
    await podman('manifest', 'rm', second)
    return manifests.length === 1
  },
  outcome: 'prevented',
  product: async () => {
    const image = freshName()
    const other = `${freshName()}:release`
    const step = await mustBuild({ image, context: fixture('data-only'), tags: `1.0\nlatest\n${other}` })
    const first = await rawManifest(`${image}:1.0`)
    expect(JSON.parse(first!).manifests).toHaveLength(2)
    expect(await rawManifest(`${image}:latest`)).toBe(first)
    expect(await rawManifest(other)).toBe(first)
    return step
  },
  message: 'every name gets the same index, byte for byte',
})
