import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { native } from '../support/cached-build.js'
import { exported, plainBuild } from '../support/podman.js'
import { temporaryFolder } from '../support/runner.js'
import { service } from '../support/service.js'
import { trap } from '../support/trap.js'
import { contextWith, minimal } from '../support/world.js'

// Stands for what a step downloads with a licence key or a token.
const files = {
  Dockerfile: `FROM ${minimal}\nRUN --mount=type=secret,id=edition cp /run/secrets/edition /edition\n`,
}

trap({
  number: 38,
  title: 'a secret changed, and the step that uses it comes from the cache',
  plain: async () => {
    const context = contextWith(files)
    const secret = join(temporaryFolder(), 'secret')
    const ids: string[] = []
    for (const content of ['1', '2']) {
      writeFileSync(secret, content)
      ids.push(await plainBuild(`--secret=id=edition,src=${secret}`, context))
    }
    return (await (await exported(ids[1]!)).file('edition')) === '1'
  },
  outcome: 'prevented',
  product: async () => {
    const { image, run } = service(files)
    const steps = []
    for (const content of ['1', '2']) {
      steps.push(await run({ platforms: native, secrets: `edition=${content}` }))
      expect(await (await exported(`docker://${image}:test`)).file('edition')).toBe(content)
    }
    return steps
  },
  message: 'a slow hash of the secret is in the keys of the product’s cache',
})
