import { native } from '../support/cached-build.js'
import { exported, isBefore, plainBuild } from '../support/podman.js'
import { alarms, expectTold, trap } from '../support/trap.js'
import { build, contextWith, freshName, mustBuild } from '../support/world.js'

const heredoc = (delimiter: string) =>
  contextWith({
    Dockerfile: `FROM scratch\nARG V=value\nCOPY <<${delimiter} /run.sh\necho '$V' \\$HOME\nEOF\n`,
  })

trap({
  number: 50,
  title:
    'COPY <<EOF leaves variables in single quotes and the backslash of “\\$”; with Docker it does neither',
  notShown: isBefore('4.8') && 'podman before 4.8 reads no here-documents',
  plain: async () => {
    const image = await exported(await plainBuild('--no-cache', heredoc('EOF')))
    return (await image.file('run.sh')) === "echo '$V' \\$HOME\n"
  },
  outcome: isBefore('4.8') ? 'refused' : 'said',
  product: async () => {
    const inputs = { image: freshName(), platforms: native }
    if (isBefore('4.8')) {
      const step = await build({ ...inputs, context: heredoc('EOF') })
      expect(step.exitCode).toBe(1)
      return step
    }
    // A quoted delimiter says that nothing is to be taken away.
    expect(alarms(await mustBuild({ ...inputs, context: heredoc('"EOF"') }))).toEqual([])
    return mustBuild({ ...inputs, context: heredoc('EOF') })
  },
  message: (step) => {
    if (isBefore('4.8')) {
      return expectTold(step, {
        level: 'error',
        cause: /can’t read the here-document of this COPY/,
        place: 3,
        cure: 'use podman 4.8 or newer',
      })
    }
    expectTold(step, {
      level: 'warning',
      cause: 'in a here-document podman leaves variables in single quotes as they are',
      place: 3,
      cure: 'quote the delimiter',
    })
  },
})
