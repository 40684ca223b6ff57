import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { native } from '../support/cached-build.js'
import { exported, plainBuild } from '../support/podman.js'
import { service } from '../support/service.js'
import { trap } from '../support/trap.js'
import { contextWith, minimal } from '../support/world.js'

const files = {
  Dockerfile: `FROM ${minimal}\nRUN --mount=type=bind,source=f,target=/f cp /f /copied\n`,
  f: '1',
}

trap({
  number: 7,
  title: 'the source of a bind mount changed, and the cache is used all the same',
  mendedIn: '5.4',
  plain: async () => {
    const context = contextWith(files)
    await plainBuild(context)
    writeFileSync(join(context, 'f'), '2')
    return (await (await exported(await plainBuild(context))).file('copied')) === '1'
  },
  outcome: 'prevented',
  product: async () => {
    const { image, run, write } = service(files)
    const steps = []
    for (const content of ['1', '2']) {
      write('f', content)
      steps.push(await run({ platforms: native }))
      expect(await (await exported(`docker://${image}:test`)).file('copied')).toBe(content)
    }
    return steps
  },
  message: 'what bind mounts reach is in the keys of the product’s cache',
})
