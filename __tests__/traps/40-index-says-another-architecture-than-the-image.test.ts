import { amd64Only, exported, podman } from '../support/podman.js'
import { runCli } from '../support/runner.js'
import { trap } from '../support/trap.js'
import { fixture, freshName, index, mustBuild } from '../support/world.js'

/** A list that says arm64 of an image for amd64, as a script makes it that mixes up two names. */
async function lyingList(): Promise<string> {
  const image = await amd64Only()
  const list = freshName()
  await podman('manifest', 'create', list)
  await podman('manifest', 'add', '--arch=arm64', list, `docker://${image}`)
  await podman('manifest', 'push', '-q', '--all', list, `docker://${list}:1`)
  await podman('manifest', 'rm', list)
  return `${list}:1`
}

trap({
  number: 40,
  title: '`podman manifest add --arch` writes down any architecture, whatever the image is for',
  plain: async () => {
    const list = await lyingList()
    const [entry] = (await index(list)).manifests
    const { config } = await exported(`docker://${list.replace(/:1$/, '')}@${entry!.digest}`)
    return entry!.platform?.architecture === 'arm64' && config.architecture === 'amd64'
  },
  outcome: 'prevented',
  product: async () => {
    const image = freshName()
    const step = await mustBuild({ image, context: fixture('data-only') })
    for (const { digest, platform } of (await index(`${image}:test`)).manifests) {
      const { config } = await exported(`docker://${image}@${digest}`)
      expect(config.architecture).toBe(platform?.architecture)
    }
    return step
  },
  message: async () => {
    // Of other people's images.
    const { exitCode, stdout, stderr } = await runCli(['inspect', await lyingList()])
    expect(exitCode).toBe(1)
    expect(stdout + stderr).toMatch(/linux\/arm64: found an image for linux\/amd64/)
  },
})
