import { native } from '../support/cached-build.js'
import { exported, podman } from '../support/podman.js'
import { service } from '../support/service.js'
import { trap } from '../support/trap.js'
import { contextWith, minimal } from '../support/world.js'

const files = {
  Dockerfile: `FROM ${minimal}\nRUN --mount=type=bind,target=/src cp /src/hidden /copied && echo "found $(cat /copied)"\n`,
  '.dockerignore': 'hidden\n',
  hidden: '1',
}

trap({
  number: 29,
  title: 'a bind mount sees files that the ignore file hides, and a cache keyed on what COPY sees is wrong',
  plain: async () => (await podman('build', '--no-cache', contextWith(files))).includes('found 1'),
  outcome: 'prevented',
  product: async () => {
    const { image, run, write } = service(files)
    const steps = []
    for (const content of ['1', '2']) {
      write('hidden', content)
      steps.push(await run({ platforms: native }))
      expect(await (await exported(`docker://${image}:test`)).file('copied')).toBe(content)
    }
    return steps
  },
  message: 'all that bind mounts reach counts, ignored or not',
})
