import { exported, plainBuild, podman } from '../support/podman.js'
import { service } from '../support/service.js'
import { expectTold, trap } from '../support/trap.js'
import { build, config, contextWith, freshName } from '../support/world.js'

const files = { Dockerfile: 'FROM scratch\nCOPY f /\n', f: `trap 3 ${Date.now()} ${process.pid}` }

trap({
  number: 3,
  title: 'the keys of --cache-from and --cache-to hold no platform',
  // Since then the platforms overwrite each other's entries, which is slow and not wrong.
  mendedIn: '5.6',
  plain: async () => {
    const context = contextWith(files)
    const cache = freshName()
    const first = await plainBuild('--platform=linux/arm64', `--cache-to=${cache}`, context)
    // As on the next runner, whose storage is empty.
    await podman('rmi', '-f', first)
    const second = await plainBuild('--platform=linux/amd64', `--cache-from=${cache}`, context)
    return (await exported(second)).config.architecture === 'arm64'
  },
  outcome: 'prevented',
  product: async () => {
    const { image, run } = service(files)
    await run({ platforms: 'linux/arm64' })
    const { outputs } = await run({ platforms: 'linux/amd64' })
    expect(await config(`${image}@${outputs['digest-linux-amd64']}`)).toMatchObject({ architecture: 'amd64' })
    const refused = await build({
      image,
      context: contextWith(files),
      'extra-args': `--cache-from=${freshName()}`,
    })
    expect(refused.exitCode).toBe(2)
    return refused
  },
  message: (step) =>
    expectTold(step, {
      level: 'error',
      cause: /--cache-from=\S+ belongs to this step/,
      place: 'extra-args',
      cure: 'use the input cache',
    }),
})
