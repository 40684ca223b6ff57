import { plainBuild, podman } from '../support/podman.js'
import { runCli } from '../support/runner.js'
import { trap } from '../support/trap.js'
import { fixture, freshName, index, mustBuild } from '../support/world.js'

trap({
  number: 18,
  title: 'attestations add unknown/unknown entries that confuse clients',
  notShown: 'podman adds none; Docker’s buildx does unless it is told not to',
  outcome: 'prevented',
  product: async () => {
    const image = freshName()
    const step = await mustBuild({ image, context: fixture('data-only') })
    expect((await index(`${image}:test`)).manifests.map(({ platform }) => platform?.os)).toEqual([
      'linux',
      'linux',
    ])
    return step
  },
  message: async () => {
    const image = freshName()
    await plainBuild('--no-cache', `--tag=${image}`, fixture('data-only'))
    await podman('push', '-q', image)
    const list = freshName()
    await podman('manifest', 'create', list)
    await podman('manifest', 'add', '--os=unknown', '--arch=unknown', list, `docker://${image}`)
    await podman('manifest', 'push', '-q', '--all', list, `docker://${list}:1`)
    await podman('manifest', 'rm', list)
    const { stdout, stderr } = await runCli(['inspect', `${list}:1`])
    expect(stdout + stderr).toContain('unknown/unknown')
  },
})
