import { native } from '../support/cached-build.js'
import { podman } from '../support/podman.js'
import { expectTold, trap } from '../support/trap.js'
import { contextWith, freshName, minimal, mustBuild, temporaryFolder } from '../support/world.js'

const dockerfile = `FROM ${minimal}\nARG COMMIT\nRUN echo "ran $((6 * 7))"\nLABEL commit=$COMMIT\n`
const commits = ['8d1f2a3b4c5d6e7f8091a2b3c4d5e6f708192a3b', '1f2a3b4c5d6e7f8091a2b3c4d5e6f708192a3b8d']

trap({
  number: 25,
  title:
    'an argument with the commit or the time stands before the slow step, which is never found in the cache',
  plain: async () => {
    const context = contextWith({ Dockerfile: dockerfile })
    const [first, second] = commits.map((commit) => `--build-arg=COMMIT=${commit}`)
    await podman('build', first!, context)
    return (await podman('build', second!, context)).includes('ran 42')
  },
  outcome: 'said',
  product: () => {
    const context = contextWith({ Dockerfile: dockerfile })
    const cache = { cache: 'directory', 'cache-dir': temporaryFolder(), 'cache-write': 'false' }
    const inputs = { image: freshName(), context, platforms: native, 'build-args': `COMMIT=${commits[0]}` }
    return mustBuild({ ...inputs, ...cache })
  },
  message: (step) =>
    expectTold(step, {
      level: 'warning',
      cause: 'COMMIT has another value in every build and is declared before the RUN of line 3',
      place: 2,
      cure: 'move ARG COMMIT down to where it is used',
    }),
})
