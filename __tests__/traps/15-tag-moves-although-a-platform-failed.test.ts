import { plainBuild, podman } from '../support/podman.js'
import { run } from '../support/runner.js'
import { expectTold, trap } from '../support/trap.js'
import { build, contextWith, fixture, freshName, mustBuild, rawManifest } from '../support/world.js'

// Fails for arm64.
const context = contextWith({
  Dockerfile: 'FROM scratch\nARG TARGETARCH\nCOPY only-$TARGETARCH /\n',
  'only-amd64': '',
})

trap({
  number: 15,
  title: 'the tag moves although one platform failed',
  plain: async () => {
    const name = freshName()
    await plainBuild('--platform=linux/amd64', `--tag=${name}`, fixture('data-only'))
    await podman('push', '-q', name)
    const before = await rawManifest(`${name}:latest`)
    // A job for each platform, as popular workflows have it.
    await plainBuild('--no-cache', '--platform=linux/amd64', `--tag=${name}`, context)
    await podman('push', '-q', name)
    const { exitCode } = await run(['podman', 'build', '--platform=linux/arm64', `--tag=${name}`, context])
    return exitCode !== 0 && (await rawManifest(`${name}:latest`)) !== before
  },
  outcome: 'prevented',
  product: async () => {
    const image = freshName()
    await mustBuild({ image, context: fixture('data-only') })
    const before = await rawManifest(`${image}:test`)
    const step = await build({ image, context })
    expect(step.exitCode).toBe(1)
    expect(await rawManifest(`${image}:test`)).toBe(before)
    return step
  },
  message: (step) => {
    expectTold(step, { level: 'error', cause: 'only-arm64', place: 3, cure: /./ })
    expect(step.summary).toContain('No tag was set or moved.')
  },
})
