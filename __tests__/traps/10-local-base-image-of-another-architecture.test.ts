import { exported, plainBuild } from '../support/podman.js'
import { expectTold, trap } from '../support/trap.js'
import { build, contextWith, foreign, freshName, mustBuild, own } from '../support/world.js'

const base = freshName('localhost')
const context = contextWith({ Dockerfile: `FROM ${base}\nCOPY f /\n`, f: '' })

beforeAll(async () => {
  const of = contextWith({ Dockerfile: 'FROM scratch\nCOPY base /\n', base: '' })
  await plainBuild('--no-cache', `--platform=linux/${foreign}`, `--tag=${base}`, of)
})

trap({
  number: 10,
  title: 'a base image of another architecture lies in local storage, and is taken',
  plain: async () => {
    const id = await plainBuild('--no-cache', '--pull=never', context)
    return (await exported(id)).config.architecture === foreign
  },
  outcome: 'refused',
  product: async () => {
    await mustBuild({ image: freshName(), context, platforms: `linux/${foreign}`, retries: '1' })
    const step = await build({ image: freshName(), context, platforms: `linux/${own}`, retries: '1' })
    expect(step.exitCode).toBe(1)
    return step
  },
  message: (step) =>
    expectTold(step, {
      level: 'error',
      cause: new RegExp(`local storage has no ${base}\\S* for linux/${own}`),
      place: 1,
      cure: `build that base image for linux/${own} too`,
    }),
})
