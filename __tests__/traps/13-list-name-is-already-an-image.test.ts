import { plainBuild, podman } from '../support/podman.js'
import { run } from '../support/runner.js'
import { trap } from '../support/trap.js'
import { fixture, freshName, mustBuild } from '../support/world.js'

const context = fixture('data-only')

trap({
  number: 13,
  title: 'the list’s name is already an image’s, and podman fails after everything was built',
  plain: async () => {
    const name = freshName('localhost')
    await plainBuild(`--tag=${name}`, context)
    const recipe = ['--platform=linux/amd64,linux/arm64', `--manifest=${name}`, context]
    const { exitCode, stdout, stderr } = await run(['podman', 'build', ...recipe])
    return exitCode !== 0 && /STEP 1.*not a manifest list/s.test(stdout + stderr)
  },
  outcome: 'prevented',
  product: async () => {
    const image = freshName('localhost')
    await plainBuild(`--tag=${image}:test`, context)
    const step = await mustBuild({ image, context, push: 'false', load: 'true' })
    expect(JSON.parse(await podman('manifest', 'inspect', `${image}:test`)).manifests).toHaveLength(2)
    return step
  },
  message: 'the name becomes the list’s, and the old image stays without one',
})
