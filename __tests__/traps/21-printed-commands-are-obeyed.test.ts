import { podman } from '../support/podman.js'
import { trap } from '../support/trap.js'
import { build, contextWith, freshName, minimal, mustBuild, own } from '../support/world.js'

const printed = [
  '::error::pwned',
  '::add-mask::linux',
  '::set-output name=digest::bad',
  '##[error]pwned',
  '::endgroup::',
]
const context = contextWith({
  Dockerfile: `FROM ${minimal}
COPY nasty /nasty
RUN cat /nasty && printf 'x\\r::error::after-cr\\n' && printf '\\033[31mred\\033[0m\\n' && cat /nasty >&2
`,
  nasty: `${printed.join('\n')}\n`,
})
const failing = contextWith({
  Dockerfile: `FROM ${minimal}\nCOPY nasty /nasty\nRUN cat /nasty && exit 1\n`,
  nasty: `${printed.join('\n')}\n\u001b]0;title\u0007</details>\n`,
})
const platforms = `linux/${own}`
const tokenOf = (stdout: string) => /^::stop-commands::(\S+)$/m.exec(stdout)![1]!

trap({
  number: 21,
  title: 'a line like ::add-mask:: or ::error:: that a RUN prints is obeyed by the runner',
  // A runner obeys what begins a line.
  plain: async () => /^::error::pwned$/m.test(await podman('build', '--no-cache', context)),
  outcome: 'prevented',
  product: async () => {
    const step = await mustBuild({ image: freshName(), context, platforms, push: 'false' })
    const token = tokenOf(step.stdout)
    expect(token.length).toBeGreaterThan(20)
    const [before, inside, after] = step.stdout.split(
      new RegExp(`^::(?:stop-commands::)?${token}(?:::)?$`, 'm'),
    )
    expect(inside).toContain('pwned')
    expect(`${before}${after}`).not.toContain('pwned')
    // Even so no line of it begins with a command, and there are no escape sequences.
    expect(inside).not.toMatch(/^\s*::/m)
    expect(inside).not.toMatch(/\u001b/)
    expect(step.outputs.digest).toMatch(/^sha256:[0-9a-f]{64}$/)
    const failed = await build({ image: freshName(), context: failing, platforms })
    expect(failed.exitCode).toBe(1)
    return failed
  },
  message: (step) => {
    const after = step.stdout.split(`::${tokenOf(step.stdout)}::\n`)[1]!
    expect(after).not.toMatch(/^::(add-mask|set-output|stop-commands)/m)
    expect(after.match(/^::error/gm)).toHaveLength(1)
    expect(step.summary).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/)
  },
})
