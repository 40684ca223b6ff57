import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { exported, plainBuild } from '../support/podman.js'
import { alarms, trap } from '../support/trap.js'
import { contextWith, freshName, mustBuild } from '../support/world.js'

/** A checkout as it is made with an umask of 022 or 002. */
function checkout(mode: 0o644 | 0o664, copy = 'COPY'): string {
  const context = contextWith({ Dockerfile: `FROM scratch\n${copy} f /\n`, f: '' })
  for (const name of ['Dockerfile', 'f']) chmodSync(join(context, name), mode)
  return context
}

const modes = [0o644, 0o664] as const

trap({
  number: 32,
  title: 'modes of files differ with the umask of the checkout: another layer, another digest',
  plain: async () => {
    const [ci, laptop] = modes.map(async (mode) => {
      const id = await plainBuild('--no-cache', '--timestamp=0', checkout(mode))
      return (await exported(id)).manifest.layers[0]!.digest
    })
    return (await ci) !== (await laptop)
  },
  outcome: 'said',
  product: async () => {
    const image = freshName()
    // Modes are content: to change them unasked would make another image than podman does.
    const chosen = await Promise.all(
      modes.map((mode) =>
        mustBuild({ image: freshName(), context: checkout(mode, 'COPY --chmod=644'), push: 'false' }),
      ),
    )
    const layers = chosen.map((step) => JSON.parse(step.outputs.metadata!).builds['linux/arm64'].layers)
    expect(layers[0]).toEqual(layers[1])
    const ci = await mustBuild({ image, context: checkout(0o644) })
    expect(ci.stdout).not.toContain('umask')
    return mustBuild({ image, context: checkout(0o664) })
  },
  message: (step) => {
    expect(alarms(step)).toEqual([])
    expect(step.stdout).toMatch(/can be written by their group \(664\).*other digests.*umask.*COPY --chmod/)
  },
})
