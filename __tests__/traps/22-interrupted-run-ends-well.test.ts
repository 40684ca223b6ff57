import { trap } from '../support/trap.js'
import { build, contextWith, freshName, minimal, own, rawManifest } from '../support/world.js'

const context = contextWith({ Dockerfile: `FROM ${minimal}\nRUN echo started && sleep 300\n` })

trap({
  number: 22,
  title: 'a cancelled run ends with 0, or leaves a tag that can’t be pulled',
  notShown: 'podman itself ends with an error; popular actions around it don’t',
  outcome: 'prevented',
  product: async () => {
    const image = freshName()
    let sent = false
    const step = await build(
      { image, context, platforms: `linux/${own}` },
      {
        onOutput: (text, child) => {
          if (sent || !/\] started/.test(text)) return
          sent = true
          child.kill('SIGINT')
        },
      },
    )
    expect({ sent, exitCode: step.exitCode }).toEqual({ sent: true, exitCode: 130 })
    expect(await rawManifest(`${image}:test`)).toBeUndefined()
    return step
  },
  message: (step) => {
    expect(step.annotations.at(-1)!.message).toContain('interrupted')
    expect(step.summary).toContain('No tag was set or moved.')
  },
})
