import { native } from '../support/cached-build.js'
import { exported, isBefore, podmanVersion } from '../support/podman.js'
import { service } from '../support/service.js'
import { alarms, expectTold, trap } from '../support/trap.js'
import { build, contextWith, freshName } from '../support/world.js'

const dockerfile = (text: string) => `FROM scratch\nCOPY <<EOF /said\n${text}\nEOF\n`

trap({
  number: 8,
  title: 'the text of a here-document changed, and the cache is used all the same',
  notShown: `podman 4.8 and 4.9 only, this is ${podmanVersion}`,
  outcome: isBefore('4.8') ? 'refused' : 'prevented',
  product: async () => {
    if (isBefore('4.8')) {
      const step = await build({ image: freshName(), context: contextWith({ Dockerfile: dockerfile('1') }) })
      expect(step.exitCode).toBe(1)
      return step
    }
    const { image, run, write } = service({ Dockerfile: dockerfile('1') })
    await run({ platforms: native })
    write('Dockerfile', dockerfile('2'))
    const step = await run({ platforms: native })
    expect(await (await exported(`docker://${image}:test`)).file('said')).toBe('2\n')
    return step
  },
  message: (step) => {
    if (!isBefore('4.8')) return expect(alarms(step)).toEqual([])
    expectTold(step, {
      level: 'error',
      cause: /podman 4\.\d\.\d can’t read the here-document of this COPY/,
      place: 2,
      cure: 'use podman 4.8 or newer',
    })
  },
})
