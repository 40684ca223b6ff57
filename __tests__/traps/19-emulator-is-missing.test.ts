import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { probe } from '../../src/emulation/emulation.js'
import { parsePlatform } from '../../src/oci/platform.js'
import { run } from '../support/runner.js'
import { expectTold, trap } from '../support/trap.js'
import { build, contextWith, foreignBinaries, freshName } from '../support/world.js'

const context = contextWith({
  Dockerfile: 'FROM scratch\nCOPY busybox /busybox\nRUN ["/busybox", "true"]\n',
  busybox: readFileSync(join(foreignBinaries(), 's390x', 'busybox')),
})
const emulated = (await probe(parsePlatform('linux/s390x'))) !== undefined

trap({
  number: 19,
  title: 'there is no emulator: “exec format error”, after minutes of building',
  notShown: emulated && 'this machine has an emulator for s390x registered',
  plain: async () => {
    const { exitCode, stdout, stderr } = await run(['podman', 'build', '--platform=linux/s390x', context])
    return exitCode !== 0 && /exec format error/i.test(stdout + stderr)
  },
  outcome: 'refused',
  product: async () => {
    const inputs = { platforms: 'linux/s390x', qemu: 'never', push: 'false' }
    const step = await build({ image: freshName(), context, ...inputs })
    expect(step.exitCode).toBe(emulated ? 0 : 3)
    // Before anything is built.
    if (!emulated) expect(step.stdout).not.toContain('STEP 1')
    return step
  },
  message: (step) => {
    if (emulated) return
    expectTold(step, {
      level: 'error',
      cause: /s390x/,
      place: 'linux/s390x',
      cure: 'set qemu: auto, or let the RUN steps run on FROM --platform=$BUILDPLATFORM',
    })
  },
})
