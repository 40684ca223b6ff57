import { native } from '../support/cached-build.js'
import { exported, plainBuild } from '../support/podman.js'
import { service } from '../support/service.js'
import { trap } from '../support/trap.js'
import { contextWith } from '../support/world.js'

const files = { Dockerfile: 'FROM scratch\nCOPY f /\n', f: `trap 9 ${Date.now()} ${process.pid}` }

trap({
  number: 9,
  title: '--annotation and --timestamp are dropped when the last step comes from the cache',
  mendedIn: '5.6',
  plain: async () => {
    const context = contextWith(files)
    await plainBuild(context)
    const image = await exported(await plainBuild('--annotation=a=b', context))
    return image.manifest.annotations?.a === undefined
  },
  outcome: 'prevented',
  product: async () => {
    const { image, run } = service(files)
    const before = await run({ platforms: native })
    const step = await run({ platforms: native, annotations: 'a=b' })
    const { manifest } = await exported(`docker://${image}:test`)
    expect(manifest.annotations).toMatchObject({ a: 'b' })
    return [before, step]
  },
  message: 'annotations are written after the build',
})
